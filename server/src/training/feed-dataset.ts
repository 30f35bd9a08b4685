import type { Steps } from '../ground/steps.ts';
import type { FolderSettings } from '../settings/settings.ts';
import { CAPTION_DEFAULTS, type CaptionOptions } from '../trainers/captions/caption-options.ts';
import { parseConfig } from '../trainers/documents/document.ts';
import type { AskedRun, FedRun } from '../trainers/fed-run.ts';
import { isImageName } from '../trainers/profiles.ts';
import type { TrainerConfig } from '../trainers/trainer.ts';
import { TRAINERS } from '../trainers/trainers.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { ConfigSources } from './default-trainer.ts';
import { basesOf, type ConfigPair, trainerConfig } from './find-config.ts';
import { folderSources } from './folder-sources.ts';
import { assumedSetup } from './plan-other.ts';
import { TrainerSnapshot } from './trainer-snapshot.ts';

/** A run over a dataset. */
export interface FedDataset {
  readonly run: FedRun;
  /** The place of a path as the trainer writes it. */
  locate(path: string): string;
  /** Configuration files that decide it, absolute; empty where none names the dataset. */
  readonly configs: readonly string[];
}

/** What decides how a dataset is fed. */
export interface FeedSetup {
  /** Absolute folder of the dataset; of a configuration alone its own. */
  readonly root: string;
  readonly settings: FolderSettings;
  readonly pair: ConfigPair | null;
}

export interface FeedOptions {
  readonly asked?: AskedRun;
  /** Puts texts of open editors in place of the files' own. */
  readonly lay?: (files: TrainerSnapshot) => void;
  readonly signal?: AbortSignal;
}

/** A dataset made ready to be fed: its configuration, and the files that were read for it, which are kept. */
export interface PreparedFeed {
  readonly files: TrainerSnapshot;
  readonly configs: readonly string[];
  /** What would be fed by what is known of the files. */
  feed(asked: AskedRun): Steps<FedRun | null>;
}

/**
 * What the trainer of a dataset will feed over its run: by its configuration, else by the settings and what guides use for the model.
 * Null where training stops or no image trains. Throws only the signal's reason.
 */
export async function feedDataset(
  workspace: Workspace,
  setup: FeedSetup,
  options: FeedOptions = {},
): Promise<FedDataset | null> {
  const prepared = await prepareFeed(workspace, setup);
  return prepared && feedPrepared(prepared, options);
}

/** The same over files that were read before: only what is unknown of them is read. */
export async function feedPrepared(
  { files, configs, feed }: PreparedFeed,
  { asked = {}, lay = () => {}, signal }: FeedOptions = {},
): Promise<FedDataset | null> {
  const run = await files.settleSteps(() => {
    lay(files);
    return feed(asked);
  }, signal);
  return run && { run, configs, locate: (path) => files.locate(path) };
}

/** Finds out what decides how a dataset is fed; null where nothing does. */
export async function prepareFeed(
  workspace: Workspace,
  { root, settings, pair }: FeedSetup,
): Promise<PreparedFeed | null> {
  const { family, profile } = settings;
  const { width, height } = settings.training.buckets.resolution;
  const other =
    pair?.other?.trainer.id === profile
      ? pair.other
      : assumedSetup(profile, root, Math.round(Math.sqrt(width * height)), family);
  if (other) {
    const files = new TrainerSnapshot(workspace, basesOf(other.configs[0].path));
    return {
      files,
      configs: other === pair?.other ? other.configs.map(({ path }) => path) : [],
      feed: (asked) => other.trainer.feed(other.configs, files, { family, argv: [] }, asked),
    };
  }
  const halves = [pair?.datasetConfig, pair?.configFile].filter((half) => half != null);
  const made =
    halves.length > 0
      ? { configs: halves.map(trainerConfig), argv: [] }
      : await unconfigured(workspace, root, settings);
  if (!made) return null;
  const files = new TrainerSnapshot(workspace, halves[0] ? basesOf(halves[0].path) : [root]);
  return {
    files,
    configs: halves.map(({ path }) => path),
    feed: (asked) => TRAINERS[0].feed(made.configs, files, { family, argv: made.argv }, asked),
  };
}

/** A folder that no configuration names: as its layout says, else every folder with images in it as a subset of its own. */
async function unconfigured(
  workspace: Workspace,
  root: string,
  settings: FolderSettings,
): Promise<{ configs: TrainerConfig[]; argv: readonly string[] } | null> {
  const options = optionsOf(settings);
  const made = await folderSources(workspace, root, settings.family, options).catch(() => null);
  if (made) return assumedRun(root, made.sources);
  const folders = await foldersWithImages(workspace, root, deepest);
  const [first] = folders;
  const like = first === undefined ? null : await folderSources(workspace, first, settings.family, options);
  if (!like) return null;
  const subsets = folders.map((image_dir) => ({ image_dir }));
  const datasetConfig = parseConfig(JSON.stringify({ datasets: [{ subsets }] }), 'json');
  return assumedRun(root, { ...like.sources, datasetConfig });
}

/** A command line with a dataset_config that nobody wrote. */
function assumedRun(path: string, { argv = [], datasetConfig: document }: ConfigSources) {
  const role = 'dataset_config' as const;
  return { configs: document ? [{ trainer: TRAINERS[0].id, role, path, text: '', document }] : [], argv };
}

/** Levels of folders that are looked through for images. */
const deepest = 4;

async function foldersWithImages(workspace: Workspace, folder: string, levels: number): Promise<string[]> {
  const entries = await workspace.list(folder).catch(() => []);
  const own = entries.some(({ name, kind }) => kind === 'file' && isImageName(TRAINERS[0].profile, name))
    ? [folder]
    : [];
  if (levels === 0) return own;
  const inside = entries.filter(({ name, kind }) => kind === 'directory' && !name.startsWith('.'));
  const below = await Promise.all(
    inside.map(({ name }) => foldersWithImages(workspace, `${folder}/${name}`, levels - 1)),
  );
  return [...own, ...below.flat()];
}

/** The settings of a folder that no configuration names, as options of sd-scripts' command line. */
function optionsOf({ captionOptions, training, tokenLimit }: FolderSettings): Map<string, string | true> {
  const options = new Map<string, string | true>();
  const names: Readonly<Partial<Record<keyof CaptionOptions, string>>> = {
    shuffleCaption: 'shuffle_caption',
    captionSeparator: 'caption_separator',
    keepTokens: 'keep_tokens',
    keepTokensSeparator: 'keep_tokens_separator',
    secondarySeparator: 'secondary_separator',
    enableWildcard: 'enable_wildcard',
    captionDropoutRate: 'caption_dropout_rate',
    captionDropoutEveryNEpochs: 'caption_dropout_every_n_epochs',
    captionTagDropoutRate: 'caption_tag_dropout_rate',
    captionPrefix: 'caption_prefix',
    captionSuffix: 'caption_suffix',
    tokenWarmupMin: 'token_warmup_min',
    tokenWarmupStep: 'token_warmup_step',
  };
  for (const [key, name] of Object.entries(names)) {
    const own = key as keyof CaptionOptions;
    const value = captionOptions[own];
    if (value === CAPTION_DEFAULTS[own] || value === null || value === undefined || value === false) continue;
    options.set(name, value === true ? true : String(value));
  }
  options.set('train_batch_size', String(training.batchSize));
  if (tokenLimit === 150 || tokenLimit === 225) options.set('max_token_length', String(tokenLimit));
  return options;
}
