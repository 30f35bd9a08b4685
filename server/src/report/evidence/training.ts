import { statesOf } from '../../advice/kept-states.ts';
import { encoderRates, lightRatio } from '../../advice/rates.ts';
import { droppedShare, sampleShare, type TrainingReading, useRatio } from '../training-facts.ts';
import type { Values } from './values.ts';

/** Network modules whose rank means what the seed says of it. */
const loraModule = /^(?:networks\.)?(?:lora|lora_fa|dylora)(?:_\w+)?$/;

/** Models that the failure map says a size of: others train at half of theirs as a matter of course. */
const drawsBySize = new Set(['sd15', 'sdxl']);

/** Models whose text encoders are CLIP alone: others are trained without theirs. */
const trainsClip = new Set(['sd15', 'sd2', 'sdxl']);

/** Epochs from which a run is worth more than one state of it. */
const worthSaving = 4;

/** How many states of a run are there when it ends, the last one included; null where no file says, or it is too short to choose from. */
function keptStates(training: TrainingReading['facts']): number | null {
  const { values, epochs } = training;
  if (epochs === null || epochs < worthSaving || !values.has('save_every_n_epochs')) return null;
  return statesOf(training, epochs)?.kept ?? 1;
}

/** Fills the metrics that follow from a training configuration; what it does not say stays unmeasured. */
export function trainingEvidence(
  values: Values,
  reading: TrainingReading | null,
  model: {
    readonly id: string;
    readonly encoders: number;
    readonly newTrigger: boolean;
    /** Images of the subject, which count where the run is not known. */
    readonly subjects: number;
    /** Side of the square it was made for, pixels; null without one. */
    readonly resolution: number | null;
  },
): void {
  if (!reading) return;
  const { facts: training } = reading;
  values['colour-augmentation'] = sampleShare(reading, (options) => options.color_aug === true);
  // A trainer that cannot shuffle or drop is no setting to change.
  if (reading.fed.some(({ options }) => 'shuffle_caption' in options))
    values['fixed-captions'] = sampleShare(
      reading,
      (options, { loose }) =>
        // A head that holds the whole caption leaves nothing to shuffle and nothing to drop.
        (options.shuffle_caption !== true || (loose !== null && loose < 2)) &&
        options.enable_wildcard !== true &&
        (!(Number(options.caption_tag_dropout_rate) > 0) || loose === 0) &&
        !(Number(options.caption_dropout_rate) > 0) &&
        !(Number(options.caption_dropout_every_n_epochs) > 0),
    );
  if (drawsBySize.has(model.id) && model.resolution !== null && reading.side !== null)
    values['training-resolution'] = reading.side / model.resolution;
  if (!training.stops) values['image-use-ratio'] = useRatio(reading);
  values['head-drop-share'] = droppedShare(reading);
  if (!training.knowsOptions) return;
  const different = (training.stops ? model.subjects : training.images) * (values['effective-image-share'] ?? 1);
  if (training.epochs !== null && training.images > 0) {
    const samples = training.samplesPerEpoch * training.epochs;
    values['training-samples'] = samples;
    values['image-exposure'] = samples / different;
    values['trained-epochs'] = training.epochs;
    values['kept-states'] = keptStates(training);
  }
  const number = (key: string): number | null => {
    const value = training.values.get(key);
    return typeof value === 'number' ? value : null;
  };
  const rank = number('network_dim') ?? 4;
  const module = training.values.get('network_module');
  if (typeof module === 'string' && loraModule.test(module) && rank > 0) {
    values['network-rank'] = rank;
    if (different > 0) values['rank-per-image'] = rank / different;
    values['alpha-share'] = (number('network_alpha') ?? 1) / rank;
  }
  const rates = encoderRates(training);
  const isUntrained = rates.textEncoder === 0 && model.newTrigger && trainsClip.has(model.id);
  values['untrained-text-encoder'] = isUntrained ? model.encoders : 0;
  const ratio = rates.textEncoder / rates.unet;
  if (Number.isFinite(ratio)) values['text-encoder-rate-ratio'] = ratio;
  // networks.lora gives both encoders of SDXL the first of the rates (sd-scripts train_network.py).
  const own = training.ratesPerEncoder ? training.values.get('text_encoder_lr') : null;
  const isShared = !Array.isArray(own) || new Set(own).size === 1;
  const isHard = isShared && rates.textEncoder > rates.unet * lightRatio;
  values['shared-encoder-rate'] = model.id === 'sdxl' && isHard ? model.encoders : 0;
}
