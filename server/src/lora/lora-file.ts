import type { SettingValue } from '../advice/facts.ts';
import { finish, finishInBreaths, type Steps } from '../ground/steps.ts';
import { type RecordSubset, type TrainingRecord, unknownRun } from '../history/record.ts';
import { isCoinedWord } from '../tags/trigger-words.ts';
import type { TrainerId } from '../trainers/profiles.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { familyOf } from './base-model.ts';
import { readHeader, type SafetensorsHeader } from './header.ts';
import { type Network, networkOf } from './tensors.ts';
import { aiToolkit } from './trainers/ai-toolkit.ts';
import { kohya } from './trainers/kohya.ts';
import { musubi } from './trainers/musubi.ts';
import { oneTrainer } from './trainers/onetrainer.ts';
import type { MetadataReader, Said } from './trainers/said.ts';

/** A number and who says it. */
export interface KnownNumber {
  readonly value: number;
  /** `weights`: shapes of the tensors, or a form that has no alpha, where the rank counts for it. */
  readonly from: 'metadata' | 'weights';
}

/** A LoRA file as a document: what its header says about its training. */
export interface LoraFile {
  readonly path: string;
  readonly header: SafetensorsHeader;
  readonly network: Network;
  readonly trainer: {
    /** Null where nothing in the file tells who wrote it. */
    readonly id: TrainerId | null;
    readonly version: string | null;
    /** The keys that tell. */
    readonly because: readonly string[];
  };
  /** Its word for the base model and the name of the model's file. */
  readonly baseModel: string | null;
  readonly modelName: string | null;
  readonly rank: KnownNumber | null;
  readonly alpha: KnownNumber | null;
  /** `modelspec.*` without its prefix, pictures left out. */
  readonly modelspec: ReadonlyMap<string, string>;
  readonly outputName: string | null;
  readonly comment: string | null;
  /** ISO 8601 in UTC; null where the file does not say. */
  readonly trainedAt: string | null;
  /** What OneTrainer keeps of its configuration, as JSON. */
  readonly ownConfig: string | null;
  readonly record: TrainingRecord;
}

/** Who wrote it is asked in this order: keys of sd-scripts stand in the files of the others too. */
const readers: readonly MetadataReader[] = [oneTrainer, aiToolkit, musubi, kohya];

/** Reads a LoRA file; its weights are left alone. @throws UnreadableHeader */
export async function readLora(
  workspace: Pick<Workspace, 'open'>,
  path: string,
  name: string = path,
): Promise<LoraFile> {
  return finishInBreaths(loraSteps(await readHeader(workspace, path), path, name));
}

/** What a header says about the training. @param name as the user calls the file */
export const loraOf = (header: SafetensorsHeader, path: string, name: string): LoraFile =>
  finish(loraSteps(header, path, name));

function* loraSteps(header: SafetensorsHeader, path: string, name: string): Steps<LoraFile> {
  const { metadata } = header;
  const network = networkOf(header.tensors);
  const reader = readers.find((one) => one.because(metadata).length > 0);
  const said: Said = reader ? yield* reader.read(metadata) : nothingSaid;
  const modelspec = new Map<string, string>();
  for (const [key, value] of metadata)
    if (key.startsWith('modelspec.') && value !== '' && !value.startsWith('data:')) modelspec.set(key.slice(10), value);
  const architecture = modelspec.get('architecture')?.replace(/\/.*$/s, '') ?? null;
  const rank = known(said.rank, network.rank);
  const alpha = known(said.alpha, network.alpha === 'none' && network.kind !== 'none' ? (rank?.value ?? null) : null);
  const settings = new Map(said.settings);
  if (rank !== null) settings.set('network_dim', rank.value);
  if (alpha !== null) settings.set('network_alpha', alpha.value);
  const isNetwork = network.kind !== 'none' && network.kind !== 'embedding';
  const trainsTextEncoder = isNetwork ? network.textEncoders > 0 : null;
  if (trainsTextEncoder === false) settings.set('network_train_unet_only', true);
  return {
    path,
    header,
    network,
    trainer: { id: reader?.id ?? null, version: said.version, because: reader?.because(metadata) ?? [] },
    baseModel: said.baseModel ?? architecture,
    modelName: said.modelName,
    rank,
    alpha,
    modelspec,
    outputName: metadata.get('ss_output_name') ?? metadata.get('name') ?? modelspec.get('title') ?? null,
    comment: textIn(metadata.get('ss_training_comment')),
    trainedAt: dateOf(metadata) ?? modelspec.get('date') ?? null,
    ownConfig: said.config ?? null,
    record: {
      kind: 'lora',
      name,
      trainer: reader?.id ?? null,
      family: familyOf(said.family ?? null, [said.baseModel, architecture], network.family, said.modelName),
      subsets: said.subsets,
      settings,
      buckets: said.buckets,
      run: said.run,
      trainsTextEncoder,
      trigger: said.trigger ?? modelspec.get('trigger_phrase') ?? triggerOf(said.subsets),
    },
  };
}

const nothingSaid: Said = {
  version: null,
  baseModel: null,
  modelName: null,
  settings: new Map<string, SettingValue>(),
  subsets: null,
  buckets: null,
  run: unknownRun,
  trigger: null,
  rank: null,
  alpha: null,
};

const known = (said: number | null, shown: number | null): KnownNumber | null =>
  said !== null ? { value: said, from: 'metadata' } : shown !== null ? { value: shown, from: 'weights' } : null;

const textIn = (value: string | undefined): string | null =>
  value === undefined || value === 'None' || value.trim() === '' ? null : value;

/** When the file was written: a Unix time in the metadata of sd-scripts and musubi-tuner. */
function dateOf(metadata: ReadonlyMap<string, string>): string | null {
  const seconds = Number(
    metadata.get('ss_training_finished_at') ?? metadata.get('ss_training_started_at') ?? Number.NaN,
  );
  // The years a Date can hold.
  return Number.isFinite(seconds) && Math.abs(seconds) < 8.64e12 && seconds > 0
    ? new Date(seconds * 1000).toISOString()
    : null;
}

/**
 * The trigger of a training that notes its tags: a made-up word that every caption of the largest folder holds, the one in the folder's name
 * first. Heuristic; null where none or several stand out.
 */
function triggerOf(subsets: readonly RecordSubset[] | null): string | null {
  const [largest] = [...(subsets ?? [])]
    .filter(({ regularization, tags, images }) => !regularization && tags !== null && images !== null && images > 0)
    .sort((a, b) => (b.images ?? 0) - (a.images ?? 0));
  if (!largest) return null;
  const always = [...(largest.tags ?? [])]
    .filter(([, count]) => count >= (largest.images ?? 0) * 0.95)
    .map(([tag]) => tag);
  const words = (largest.classTokens ?? largest.name.replace(/^\s*\d+_/, '')).toLowerCase();
  const named = always.filter((tag) => words === tag || words.startsWith(`${tag} `));
  if (named.length === 1) return named[0] as string;
  const coined = always.filter((tag) => tag.split(' ').some((word) => isCoinedWord(word)));
  return coined.length === 1 ? (coined[0] as string) : null;
}
