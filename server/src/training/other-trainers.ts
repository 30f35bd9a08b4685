import type { ConfigHint } from '../ground/config-hint.ts';
import { t } from '../ground/l10n.ts';
import type { SettingsLayer } from '../settings/settings.ts';
import { FOREIGN_TELLING, type ForeignTrainer } from '../trainers/foreign/recognise.ts';
import { DEFAULT_TRAINER, trainerProfile } from '../trainers/profiles.ts';
import type { CaptionHabits, Trainer, TrainerConfig } from '../trainers/trainer.ts';
import { type Recognised, recogniseConfigText, TRAINERS, trainerOf } from '../trainers/trainers.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { configsBeside, configText, maxLength, maxLevelsUp } from './config-texts.ts';
import { basesOf } from './find-config.ts';
import type { OtherSetup } from './other-setup.ts';
import { TrainerSnapshot } from './trainer-snapshot.ts';

/** Words one of which stands in every configuration of other trainers: looking for them spares a parse. */
const telling = new RegExp([...TRAINERS.flatMap((trainer) => trainer.telling), ...FOREIGN_TELLING].join('|'));

/** Whose file a text is, when it is not the default trainer's; null for everybody else's. */
export function otherOfText(path: string, text: string): Recognised | null {
  if (text.length > maxLength || !telling.test(text)) return null;
  const found = recogniseConfigText(path, text);
  return found?.kind === 'ours' && found.config.trainer === DEFAULT_TRAINER ? null : found;
}

const endings = ['.toml', '.json', '.jsonc', '.yaml', '.yml'];
const isName = (name: string): boolean => {
  const lower = name.toLowerCase();
  return endings.some((ending) => lower.endsWith(ending));
};

/** The file at a path, when it is a configuration of another trainer. */
export async function readOther(workspace: Workspace, path: string): Promise<Recognised | null> {
  const text = isName(path) ? await configText(workspace, path) : null;
  return text === null ? null : otherOfText(path, text);
}

/** Configurations of other trainers directly in a folder. */
export function othersIn(workspace: Workspace, folder: string): Promise<Recognised[]> {
  return configsBeside(workspace, folder, isName, (path) => readOther(workspace, path));
}

/** A configuration with the files it names, or that name it. */
export async function completeOther(workspace: Workspace, config: TrainerConfig): Promise<OtherSetup> {
  const trainer = trainerOf(config.trainer);
  const named = trainer.documents.companions(config);
  const files = new TrainerSnapshot(workspace, basesOf(config.path));
  await files.settle(() => named.map((path) => files.kind(path)));
  const read = await Promise.all(named.map((path) => readOther(workspace, files.locate(path))));
  const companions = read.flatMap((one) =>
    one?.kind === 'ours' && one.config.trainer === config.trainer ? [one.config] : [],
  );
  if (companions.length === 0 && trainer.documents.named.includes(config.role)) {
    const owner = await ownerOf(workspace, trainer, config);
    if (owner) return { trainer, configs: [config, owner] };
  }
  return { trainer, configs: [config, ...companions] };
}

/** The configuration that names a file of its own beside it or one folder above. */
async function ownerOf(workspace: Workspace, trainer: Trainer, config: TrainerConfig): Promise<TrainerConfig | null> {
  const name = config.path.slice(config.path.lastIndexOf('/') + 1);
  for (const folder of basesOf(config.path).slice(0, 2))
    for (const one of await othersIn(workspace, folder)) {
      if (one.kind !== 'ours' || one.config.trainer !== config.trainer) continue;
      const named = trainer.documents.companions(one.config);
      if (named.some((path) => path.replaceAll('\\', '/').endsWith(name))) return one.config;
    }
  return null;
}

/** The configuration of another trainer that names a folder, one below it or one above it, one that it refuses last; null when none does. */
export async function findOther(workspace: Workspace, folder: string): Promise<OtherSetup | null> {
  let refused: OtherSetup | null = null;
  for (const level of [folder, ...basesOf(folder)].slice(0, maxLevelsUp + 1))
    for (const found of await othersIn(workspace, level)) {
      if (found.kind !== 'ours') continue;
      const setup = await completeOther(workspace, found.config);
      const folders = await foldersOfOther(workspace, setup);
      const names = (place: string): boolean =>
        place === folder || place.startsWith(`${folder}/`) || folder.startsWith(`${place}/`);
      const own = folders.filter(({ place }) => names(place));
      if (own.some(({ habits }) => !habits.stops)) return setup;
      if (own.length > 0) refused ??= setup;
    }
  return refused;
}

/** Folders a configuration names, absolute, with what it says for their captions. */
export async function foldersOfOther(
  workspace: Workspace,
  { trainer, configs }: OtherSetup,
): Promise<{ place: string; habits: CaptionHabits }[]> {
  const all = configs.flatMap((config) => trainer.documents.habits(config));
  // What one file says of the run as a whole holds for the folders another names; a key that names the model knows better than a hint.
  const run = all.find(({ familyKey }) => familyKey !== null) ?? all.find(({ family }) => family !== null);
  const files = new TrainerSnapshot(workspace, basesOf(configs[0].path));
  const written = all.flatMap((habits) => habits.folders.map((folder) => ({ folder, habits: withRun(habits, run) })));
  await files.settle(() => written.map(({ folder }) => files.kind(folder)));
  return written.flatMap(({ folder, habits }) =>
    files.kind(folder) === 'directory' ? [{ place: files.locate(folder), habits }] : [],
  );
}

function withRun(habits: CaptionHabits, run: CaptionHabits | undefined): CaptionHabits {
  if (!run || habits.familyKey !== null || (habits.family !== null && run.familyKey === null)) return habits;
  return {
    ...habits,
    family: run.family,
    familyKey: run.familyKey,
    resolution: habits.resolution ?? run.resolution,
    textLength: habits.textLength ?? run.textLength ?? null,
    batchSize: habits.batchSize ?? run.batchSize,
    buckets: habits.buckets ?? run.buckets,
  };
}

/** What a configuration says for the folders at and below a root, by path from it. */
export async function otherFolders(
  workspace: Workspace,
  root: string,
  setup: OtherSetup,
): Promise<Map<string, { layer: SettingsLayer; hint: ConfigHint }>> {
  const found = new Map<string, { layer: SettingsLayer; hint: ConfigHint }>();
  const { profile } = setup.trainer;
  for (const { place, habits } of await foldersOfOther(workspace, setup)) {
    const isAbove = root.startsWith(`${place}/`) && profile.subfolders !== 'never';
    const folder = place === root || isAbove ? '' : place.startsWith(`${root}/`) ? place.slice(root.length + 1) : null;
    if (folder !== null && !found.has(folder))
      found.set(folder, { layer: layerOf(setup.trainer, habits), hint: hintOf(setup.trainer, habits) });
  }
  return found;
}

const whole = (value: number | null, least: number): number | undefined =>
  value !== null && Number.isInteger(value) && value >= least ? value : undefined;

function hintOf({ profile }: Trainer, { separator, repeats, trigger, regularization }: CaptionHabits): ConfigHint {
  return {
    classTokens: null,
    prefix: '',
    suffix: '',
    separator: separator ?? ',',
    // What other trainers keep at the head says nothing of the trigger: they keep one tag by default, or spare it from dropping only.
    keepTokens: 0,
    keepTokensSeparator: '',
    regularization,
    repeats: repeats ?? 1,
    triggerWord: regularization ? '' : (trigger ?? ''),
    deep: profile.subfolders !== 'never',
  };
}

function layerOf({ id }: Trainer, habits: CaptionHabits): SettingsLayer {
  const { captionExtension: extension, separator, resolution, family } = habits;
  const others = trainerProfile(id).captionExtensions.filter((other) => other !== extension);
  return {
    profile: id,
    ...(family === null ? {} : { model: family }),
    ...(habits.textLength ? { textLength: habits.textLength } : {}),
    ...(separator ? { separator } : {}),
    ...(extension && /^\.[^./\\]+$/.test(extension) ? { captionExtensions: [extension, ...others] } : {}),
    caption: {
      shuffle: habits.shuffle,
      keepTokens: whole(habits.keepTags, 0),
      tagDropoutRate: habits.tagDropoutRate ?? undefined,
      dropoutRate: habits.dropoutRate ?? undefined,
    },
    training: {
      resolution: resolution ? [resolution.width, resolution.height] : undefined,
      batchSize: whole(habits.batchSize, 1),
      repeats: whole(habits.repeats, 0),
      enableBucket: habits.buckets ?? undefined,
      captionExtension: extension && /^\.[^./\\]+$/.test(extension) ? extension : undefined,
    },
  };
}

/** What is said once about a file of a trainer that is not modelled. */
export function foreignText({ name, because }: ForeignTrainer): string {
  return t('This looks like {0} ({1}): it is neither judged nor changed.', name, because.join(', '));
}
