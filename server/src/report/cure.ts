import { type Evidence, type RiskLevel, riskLevels } from '../advice/assess.ts';
import { encoded, type FileChange } from '../bulk/change.ts';
import { groupOf, type MovedGroup } from '../bulk/move-aside.ts';
import type { Dataset } from '../engine/open-dataset.ts';
import { unwritable } from '../facts/caption-source.ts';
import { pathFrom } from '../ground/paths.ts';
import { ofStyles, phrasesOf, subjectRecords } from '../metrics/subject.ts';
import { type Levels, type Outcome, smallestCure } from '../planning/cure.ts';
import type { SetKind } from '../planning/shot-fields.ts';
import { type FieldCount, fieldCounts, type ShotList, setKind, shotList } from '../planning/shots.ts';
import { type Category, categoryOf } from '../tags/categories.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { withSettings } from './cure-settings.ts';
import { type CureStep, cureSteps } from './cure-steps.ts';
import type { AuditReport } from './report.ts';
import { auditTrial, type TrialOptions } from './trial.ts';

/** A step of the cure with what it does in its place. */
export interface CurePlanStep {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly heuristic: boolean;
  /** Captions, images or options it changes. */
  readonly cost: number;
  readonly captions: readonly string[];
  readonly images: readonly string[];
  readonly settings: readonly { readonly file: string; readonly key: string; readonly value: string }[];
  readonly before: Levels;
  readonly after: Levels;
}

/** The smallest set of changes that was found, and what no change of the data that is there can do. */
export interface CurePlan {
  readonly version: 1;
  readonly folder: string;
  readonly before: Levels;
  readonly after: Levels;
  readonly steps: readonly CurePlanStep[];
  /** Evidence above low that is left when all steps are made. */
  readonly left: readonly (Pick<Evidence, 'id' | 'text' | 'heuristic' | 'source'> & {
    readonly level: RiskLevel;
    readonly mode: string;
  })[];
  /** What the captions name of framing, angle, light and so on, as what the set shows has them; and the pictures that fill what lacks. */
  readonly fields: readonly FieldCount[];
  readonly missing: ShotList & { readonly of: SetKind };
  readonly trials: number;
  readonly cutShort: boolean;
}

/** What makes a plan, kept to apply steps of it. */
export interface FoundCure {
  readonly plan: CurePlan;
  readonly steps: readonly CureStep[];
}

const low = riskLevels.indexOf('low');

/** Looks for the smallest set of changes after which every risk is low, by the same audit as everywhere. Writes nothing. */
export async function findCure(
  workspace: Workspace,
  dataset: Dataset,
  report: AuditReport,
  options: TrialOptions & { readonly mostTrials?: number; readonly onTrial?: (trials: number) => void },
): Promise<FoundCure> {
  const candidates = await cureSteps(dataset, report, options.signal);
  const byId = new Map(candidates.map((step) => [step.id, step]));
  let trials = 0;
  const evaluate = async (ids: readonly string[]): Promise<Outcome> => {
    if (ids.length === 0) return outcomeOf(report);
    options.onTrial?.(++trials);
    return outcomeOf(await tried(ids));
  };
  const tried = (ids: readonly string[]): Promise<AuditReport> => {
    const steps = candidates.filter(({ id }) => ids.includes(id));
    const { changes, groups, configs } = changesOf(dataset, steps);
    const tokens = steps.find((step) => step.tokens !== null)?.tokens;
    const over = tokens == null ? (options.over ?? []) : [{ tokenLimit: tokens }, ...(options.over ?? [])];
    return auditTrial(workspace, dataset.root, { changes, aside: groups.flat(), configs }, { ...options, over });
  };
  const cure = await smallestCure(candidates, evaluate, options.mostTrials ?? 150);
  const ids = cure.steps.map(({ id }) => id);
  const then = ids.length === 0 ? report : await tried(ids);
  const captions = shotCaptions(dataset);
  const fields = fieldCounts(captions, !ofStyles(dataset.index.concepts));
  const plan: CurePlan = {
    version: 1,
    folder: report.folder,
    before: cure.before,
    after: cure.after,
    steps: cure.steps.flatMap(({ id, before, after }) => {
      const step = byId.get(id);
      return step ? [planStep(step, before, after)] : [];
    }),
    left: leftOver(then),
    fields,
    missing: { of: setKind(captions), ...shotList(fields) },
    trials: cure.trials,
    cutShort: cure.cutShort,
  };
  return { plan, steps: ids.flatMap((id) => byId.get(id) ?? []) };
}

/** What steps change together: captions with their bytes, groups of files that move, configurations by absolute path. */
export function changesOf(
  { index, config }: Pick<Dataset, 'index' | 'config'>,
  steps: readonly CureStep[],
): { changes: FileChange[]; groups: MovedGroup[]; configs: Map<string, string> } {
  const gone = new Set(steps.flatMap(({ images }) => images));
  const staying = [...index.images].filter(({ file }) => !gone.has(file));
  const captions = [...index.captions];
  const groups = [...gone].map((image) => groupOf(image, captions, staying));
  const moved = new Set(groups.flat());
  const changes: FileChange[] = [];
  for (const file of new Set(steps.flatMap((step) => [...step.captions]))) {
    const source = index.record(file)?.source;
    if (moved.has(file) || source?.kind !== 'text' || unwritable(source) !== null) continue;
    let text = source.text;
    for (const step of steps) if (step.captions.has(file)) text = step.edit(file, text);
    if (text !== source.text && text !== '')
      changes.push({ file, before: encoded(source.text, source.bom), after: encoded(text, source.bom) });
  }
  const settings = steps.flatMap(({ setting }) => setting ?? []);
  return { changes, groups, configs: config && settings.length > 0 ? withSettings(config.pair, settings) : new Map() };
}

/** Configurations inside the dataset as changes the writer can make and undo; those outside are left to the user. */
export function configChanges(
  { root, config }: Pick<Dataset, 'root' | 'config'>,
  configs: ReadonlyMap<string, string>,
): { changes: FileChange[]; outside: string[] } {
  const changes: FileChange[] = [];
  const outside: string[] = [];
  for (const [path, text] of configs) {
    const before = [config?.pair.datasetConfig, config?.pair.configFile].find((file) => file?.path === path)?.text;
    const file = pathFrom(root, path);
    if (before === undefined || file.startsWith('../')) outside.push(path);
    else changes.push({ file, before: encoded(before, false), after: encoded(text, false) });
  }
  return { changes, outside };
}

function planStep(step: CureStep, before: Levels, after: Levels): CurePlanStep {
  const { id, title, source, heuristic, cost, captions, images, setting } = step;
  return {
    id,
    title,
    source,
    heuristic,
    cost,
    captions: [...captions],
    images,
    settings: setting?.settings ?? [],
    before,
    after,
  };
}

function outcomeOf({ advice }: Pick<AuditReport, 'advice'>): Outcome {
  const levels: Partial<Record<(typeof advice.risks)[number]['mode'], RiskLevel>> = {};
  let pressure = 0;
  for (const { mode, level, evidence } of advice.risks) {
    levels[mode] = level;
    for (const piece of evidence) {
      const above = Math.max(0, riskLevels.indexOf(piece.level) - low);
      pressure += above * above;
    }
  }
  return { levels, pressure };
}

function leftOver({ advice }: Pick<AuditReport, 'advice'>): CurePlan['left'] {
  return advice.risks
    .filter(({ level }) => riskLevels.indexOf(level) > low)
    .flatMap(({ title, evidence }) =>
      evidence
        .filter(({ level }) => riskLevels.indexOf(level) > low)
        .map(({ id, text, heuristic, source, level }) => ({ id, text, heuristic, source, level, mode: title })),
    );
}

/** The captions of the subject as the shot list looks at them. */
function shotCaptions({ index }: Pick<Dataset, 'index'>) {
  const { facts, vocabulary, concepts } = index;
  return Array.from(subjectRecords(facts, concepts), (record) => {
    const tags = record.prose
      ? [...phrasesOf(record).keys()]
      : Array.from(record.norms, (norm) => vocabulary.norm(norm));
    const categories = tags.map(categoryOf);
    return {
      tags,
      clothing: tags.filter((_, at) => categories[at] === 'clothing'),
      portrays: categories.some((category) => category !== null && ofSomebody.has(category)),
      place: categories.includes('background'),
    };
  });
}

/** What is said of somebody. People in a street are counted as a subject and are not portrayed. */
const ofSomebody: ReadonlySet<Category> = new Set([
  'hair',
  'eyes',
  'body',
  'clothing',
  'expression',
  'gaze',
  'pose',
] as const);
