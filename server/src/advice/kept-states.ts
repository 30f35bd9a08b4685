import type { TrainingFacts } from './facts.ts';

/** States of a run that are saved, the last one included: how many, and how many of them are still there when it ends. */
export interface RunStates {
  readonly saved: number;
  readonly kept: number;
  /** What the trainer counts in between two of them. */
  readonly unit: 'epochs' | 'steps';
  /** Length of the run in that unit. */
  readonly length: number;
}

type Run = Pick<TrainingFacts, 'values' | 'samplesPerEpoch' | 'samplesPerStep' | 'stepShare'>;

/**
 * The states of a run of some epochs, by what the configuration says of saving and deleting; null where it saves none on the way. The last
 * one that is saved on the way and the end itself count once where less than half of what lies between two of them parts them.
 *
 * Of those on the way all stay but where an option deletes: sd-scripts and musubi-tuner keep `save_last_n_epochs` of them, or those of the
 * last `save_last_n_steps` steps (sd-scripts library/train_util.py, get_remove_epoch_no and get_remove_step_no), ai-toolkit
 * `max_step_saves_to_keep` of them (jobs/process/BaseSDTrainProcess.py, clean_up_saves: 0 keeps all, less keeps none).
 */
export function statesOf(run: Run, epochs: number): RunStates | null {
  const found = [byEpochs(run, epochs), bySteps(run, epochs)].filter((states) => states !== null);
  return found.reduce<RunStates | null>((best, states) => (best && best.kept >= states.kept ? best : states), null);
}

/** Steps of a run; null where the size of one is not known. */
const stepsOf = ({ samplesPerEpoch, samplesPerStep, stepShare }: Run, epochs: number): number | null =>
  samplesPerStep === null ? null : (samplesPerEpoch * epochs) / samplesPerStep / stepShare;

function byEpochs({ values }: Run, epochs: number): RunStates | null {
  const whole = Math.ceil(epochs - tolerance);
  const ratio = positive(values.get('save_n_epoch_ratio'));
  // The ratio counts where both are given (sd-scripts train_network.py).
  const every = ratio === null ? positive(values.get('save_every_n_epochs')) : Math.max(1, Math.floor(whole / ratio));
  if (every === null) return null;
  const last = numeric(values.get('save_last_n_epochs'));
  return counted('epochs', every, whole, firstSave(values), last === null || last < 0 ? null : last);
}

function bySteps(run: Run, epochs: number): RunStates | null {
  const every = positive(run.values.get('save_every_n_steps'));
  const steps = stepsOf(run, epochs);
  if (every === null || steps === null) return null;
  const last = numeric(run.values.get('save_last_n_steps'));
  const most = numeric(run.values.get('max_step_saves_to_keep'));
  const stay = last === null ? most || null : Math.floor(last / every) + 1;
  return counted('steps', every, steps, firstSave(run.values), stay);
}

/** Epochs or steps before which nothing is saved (OneTrainer save_skip_first). */
const firstSave = (values: Run['values']): number => positive(values.get('save_skip_first')) ?? 0;

/**
 * @param skipped length before which nothing is saved
 * @param most states on the way that stay; null: all
 */
function counted(unit: RunStates['unit'], every: number, length: number, skipped: number, most: number | null) {
  const onTheWay = Math.floor(length / every + tolerance);
  const late = Math.max(0, onTheWay - Math.floor(skipped / every + tolerance));
  const isApart = length / every - onTheWay >= 0.5 || onTheWay === 0;
  const ofAll = (count: number): number => Math.max(1, count + (isApart ? 1 : 0));
  return { unit, length, saved: ofAll(onTheWay), kept: ofAll(Math.max(0, Math.min(late, most ?? late))) };
}

/** Lengths are quotients: what is a whole number may fall a little short of it. */
const tolerance = 1e-9;

const numeric = (value: unknown): number | null => (typeof value === 'number' ? value : null);
const positive = (value: unknown): number | null => (typeof value === 'number' && value > 0 ? value : null);
