import { isTerminal } from '../edges/terminal.ts';
import { setUpDataset } from '../engine/open-dataset.ts';
import { t } from '../ground/l10n.ts';
import { LineIndex } from '../ground/lines.ts';
import { version } from '../ground/version.ts';
import { type PlanDocument, type PlanFinding, writePlanText } from '../report/plan-text.ts';
import { summarizeTrainerPlan, writeTrainerPlanText } from '../report/trainer-plan.ts';
import { checkConfig } from '../rules/check-config.ts';
import { saidSettings } from '../settings/said.ts';
import { profileIds, settingsSchema } from '../settings/schema.ts';
import { type FolderSettings, resolveSettings, type SettingsLayer } from '../settings/settings.ts';
import { modelFamily } from '../trainers/families.ts';
import { DEFAULT_TRAINER } from '../trainers/profiles.ts';
import { pairLayer } from '../training/config-layer.ts';
import type { ConfigSources } from '../training/default-trainer.ts';
import { basesOf, type ConfigPair, completePair, readConfig } from '../training/find-config.ts';
import { folderSources } from '../training/folder-sources.ts';
import type { OtherSetup } from '../training/other-setup.ts';
import { completeOther, foldersOfOther, foreignText, readOther } from '../training/other-trainers.ts';
import { assumedSetup, planOther } from '../training/plan-other.ts';
import { TrainerSnapshot } from '../training/trainer-snapshot.ts';
import { planTraining, withTokensCut } from '../training/training-plan.ts';
import { nodeWorkspace } from '../workspace/node.ts';
import { FileProblem } from '../workspace/workspace.ts';
import { CannotRun } from './cannot-run.ts';
import { absolute, tellSidecarProblems } from './open.ts';
import { print } from './print.ts';

/** Flags of `tagmetry plan`; the trainer's options have its own names. */
export interface PlanFlags {
  format: 'text' | 'json';
  model?: string;
  profile?: string;
  config: boolean;
  configFile?: string;
  resolution?: string;
  batchSize?: string;
  bucket: boolean;
  minBucket?: string;
  maxBucket?: string;
  bucketStep?: string;
  upscale: boolean;
  captionExtension?: string;
  maxTokens?: string;
  epochs?: string;
}

/** `tagmetry plan <folder|config>`. Exit code: 0, or 1 when the trainer would stop. */
export async function runPlan(target: string, flags: PlanFlags): Promise<void> {
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  const other = await otherSetup(absolute(target), flags);
  if (other) return runOtherPlan(target, flags, other, stop.signal);
  const { sources, bases, configs, assumed, pair, settings } = await sourcesOf(absolute(target), target, flags);
  const { family } = settings;
  const files = new TrainerSnapshot(nodeWorkspace, bases);
  const { report } = await withTokensCut(
    await planTraining(files, sources, family, stop.signal),
    settings,
    stop.signal,
  );
  const findings = await configFindings(pair, settings, stop.signal);
  const document: PlanDocument = {
    version: 1,
    tool: { name: 'tagmetry', version },
    target,
    configs,
    model: family.id,
    trainer: settings.profile,
    tokenLimit: settings.tokenLimit,
    said: saidSettings(settings),
    origins: settings.origins,
    assumed: Object.fromEntries(assumed),
    plan: report,
    findings,
  };
  print(flags.format === 'json' ? `${JSON.stringify(document, null, 2)}\n` : writePlanText(document, isTerminal(1)));
  process.exitCode = report.error ? 1 : 0;
}

interface OtherPlan {
  readonly setup: OtherSetup;
  readonly settings: FolderSettings;
  /** No file names the folder: defaults of the trainer count. */
  readonly isAssumed: boolean;
}

/** The setup of a trainer that has no planner of its own: named, found beside the folder, or asked for by its profile. */
async function otherSetup(place: string, flags: PlanFlags): Promise<OtherPlan | null> {
  const stat = await nodeWorkspace.stat(place).catch(() => null);
  const profile = profileIds.find((id) => id === flags.profile);
  const over: SettingsLayer = {
    ...(flags.model === undefined ? {} : { model: modelFamily(flags.model).id }),
    ...(profile === undefined ? {} : { profile }),
  };
  if (stat?.kind === 'file') {
    const found = await readOther(nodeWorkspace, place);
    if (found?.kind === 'foreign') throw new CannotRun(foreignText(found.foreign));
    if (found?.kind !== 'ours') return null;
    const setup = await completeOther(nodeWorkspace, found.config);
    const folders = await foldersOfOther(nodeWorkspace, setup);
    const model = folders.find(({ habits }) => habits.family !== null)?.habits.family;
    const read = { profile: found.config.trainer, ...(model ? { model } : {}) };
    return { setup, settings: resolveSettings(over, read), isAssumed: false };
  }
  if (stat?.kind !== 'directory') return null;
  const { config, settings } = await setUpDataset(nodeWorkspace, place, { over: [over], config: flags.config });
  const setup = config?.pair.other;
  if (setup && setup.trainer.id === settings.profile) return { setup, settings, isAssumed: false };
  if (settings.profile === DEFAULT_TRAINER) return null;
  const side = Math.round(
    Math.sqrt(settings.training.buckets.resolution.width * settings.training.buckets.resolution.height),
  );
  const made = assumedSetup(settings.profile, place, side, settings.family);
  return made && { setup: made, settings, isAssumed: true };
}

async function runOtherPlan(
  target: string,
  flags: PlanFlags,
  { setup, settings, isAssumed }: OtherPlan,
  signal: AbortSignal,
): Promise<void> {
  const { plan, files } = await planOther(nodeWorkspace, setup, settings.family, signal);
  if (!plan) return;
  const configs = isAssumed ? [] : setup.configs.map(({ path: file }) => file);
  const shown = (file: string): string => files.locate(file);
  const summary = summarizeTrainerPlan(plan, shown);
  const head = { target, model: settings.family.name, trainer: setup.trainer.profile.name, configs };
  const document = {
    version: 1,
    tool: { name: 'tagmetry', version },
    target,
    configs,
    model: settings.model,
    trainer: setup.trainer.id,
    assumed: isAssumed,
    plan,
  };
  print(flags.format === 'json' ? `${JSON.stringify(document, null, 2)}\n` : writeTrainerPlanText(head, summary));
  process.exitCode = plan.trains.stop ? 1 : 0;
}

interface Sources {
  readonly sources: ConfigSources;
  readonly bases: readonly string[];
  readonly configs: readonly string[];
  /** Null for a folder that no configuration names. */
  readonly pair: ConfigPair | null;
  readonly assumed: readonly (readonly [string, string])[];
  /** Those of the folder, as its audit has them; for a configuration the defaults and the flags. */
  readonly settings: FolderSettings;
}

async function sourcesOf(place: string, target: string, flags: PlanFlags): Promise<Sources> {
  const stat = await nodeWorkspace.stat(place).catch((error) => {
    if (error instanceof FileProblem && error.reason === 'ENOENT')
      throw new CannotRun(t('{0} does not exist.', target));
    throw new CannotRun(
      t('{0} cannot be read ({1}).', target, error instanceof FileProblem ? error.reason : String(error)),
    );
  });
  const over = flagLayer(flags);
  const isFolder = stat.kind === 'directory';
  const setup = isFolder
    ? await setUpDataset(nodeWorkspace, place, { over: [over], config: flags.config })
    : { settings: resolveSettings(over), sidecar: null, config: null };
  if (setup.sidecar) tellSidecarProblems(setup.sidecar);
  const given = givenOptions(flags);
  const argv = [...given].flatMap(([name, value]) => (value === true ? [`--${name}`] : [`--${name}=${value}`]));
  const options = flags.configFile === undefined ? null : await readConfig(nodeWorkspace, absolute(flags.configFile));
  if (flags.configFile !== undefined && (!options || options.role === 'dataset_config'))
    throw new CannotRun(t('{0} is not a config_file of the trainer.', flags.configFile));
  let pair: ConfigPair | null;
  if (isFolder) pair = setup.config?.pair ?? null;
  else {
    const config = await readConfig(nodeWorkspace, place);
    if (!config) throw new CannotRun(t('{0} is neither a folder nor a training configuration.', target));
    pair = await completePair(nodeWorkspace, config);
  }
  const ofRun = pairLayer({
    datasetConfig: pair?.datasetConfig ?? null,
    configFile: options ?? pair?.configFile ?? null,
  });
  const settings =
    isFolder && !options
      ? setup.settings
      : resolveSettings(over, setup.sidecar?.layer ?? {}, pair || options ? ofRun : {});
  if (pair) {
    const configFile = options ?? pair.configFile;
    const files = [pair.datasetConfig, configFile].filter((file) => file !== null);
    return {
      sources: { datasetConfig: pair.datasetConfig?.document, configFile: configFile?.document, argv },
      bases: basesOf((pair.datasetConfig ?? configFile)?.path ?? place),
      configs: files.map((file) => file.path),
      pair,
      assumed: [],
      settings,
    };
  }
  // Where no configuration speaks, the sidecar says how the folder is trained.
  for (const [name, value] of sidecarOptions(setup.sidecar?.layer ?? {})) if (!given.has(name)) given.set(name, value);
  const made = await folderSources(nodeWorkspace, place, settings.family, given, flags.bucket);
  if (!made) throw new CannotRun(t('{0} holds neither images nor folders named REPEATS_CLASS.', target));
  return {
    sources: { ...made.sources, configFile: options?.document },
    bases: [place],
    configs: options ? [options.path] : [],
    pair: options ? { datasetConfig: null, configFile: options } : null,
    assumed: made.assumed,
    settings,
  };
}

/** What the rules say about the configurations, as places a terminal can open. */
async function configFindings(
  pair: ConfigPair | null,
  settings: FolderSettings,
  signal: AbortSignal,
): Promise<PlanFinding[]> {
  const found: PlanFinding[] = [];
  for (const config of [pair?.configFile, pair?.datasetConfig]) {
    if (!config) continue;
    const { findings } = await checkConfig(nodeWorkspace, config, settings, { signal });
    const lines = new LineIndex(config.text);
    for (const { rule, severity, message, range } of findings)
      found.push({ file: config.path, rule, severity, message, range: range && lines.range(range) });
  }
  return found;
}

/** What the command line says outright. */
function flagLayer({ model, maxTokens }: PlanFlags): SettingsLayer {
  const parsed = settingsSchema().parse({ model, tokenLimit: maxTokens === undefined ? undefined : Number(maxTokens) });
  return { ...parsed, origin: { from: 'command-line', detail: null } };
}

/** The options the user gave, by the trainer's names. */
function givenOptions(flags: PlanFlags): Map<string, string | true> {
  const given = new Map<string, string | true>();
  const put = (name: string, value: string | undefined): void => {
    if (value !== undefined) given.set(name, value);
  };
  put('resolution', flags.resolution?.replace(/[x×]/, ','));
  put('train_batch_size', flags.batchSize);
  put('min_bucket_reso', flags.minBucket);
  put('max_bucket_reso', flags.maxBucket);
  put('bucket_reso_steps', flags.bucketStep);
  put('caption_extension', flags.captionExtension);
  put('max_token_length', flags.maxTokens === '75' ? undefined : flags.maxTokens);
  put('max_train_epochs', flags.epochs);
  if (!flags.upscale) given.set('bucket_no_upscale', true);
  return given;
}

/** What a sidecar says of the training, as options of the trainer. */
function sidecarOptions({
  separator,
  tokenLimit,
  caption = {},
  training = {},
}: SettingsLayer): [string, string | true][] {
  const found: [string, string | true][] = [];
  const put = (name: string, value: string | number | boolean | null | undefined): void => {
    if (value === true) found.push([name, true]);
    else if (value != null && value !== false && value !== '') found.push([name, String(value)]);
  };
  const { resolution } = training;
  put('caption_separator', separator);
  put('max_token_length', tokenLimit === 150 || tokenLimit === 225 ? tokenLimit : undefined);
  put('shuffle_caption', caption.shuffle);
  put('keep_tokens', caption.keepTokens);
  put('keep_tokens_separator', caption.keepTokensSeparator);
  put('secondary_separator', caption.secondarySeparator);
  put('caption_prefix', caption.prefix);
  put('caption_suffix', caption.suffix);
  put('enable_wildcard', caption.wildcards);
  put('weighted_captions', caption.weighted);
  put('caption_dropout_rate', caption.dropoutRate);
  put('caption_tag_dropout_rate', caption.tagDropoutRate);
  put('token_warmup_min', caption.tokenWarmupMin);
  put('token_warmup_step', caption.tokenWarmupStep);
  put('resolution', Array.isArray(resolution) ? resolution.join(',') : resolution);
  put('train_batch_size', training.batchSize);
  put('min_bucket_reso', training.minBucketReso);
  put('max_bucket_reso', training.maxBucketReso);
  put('bucket_reso_steps', training.bucketResoSteps);
  put('bucket_no_upscale', training.bucketNoUpscale);
  put('caption_extension', training.captionExtension);
  return found;
}
