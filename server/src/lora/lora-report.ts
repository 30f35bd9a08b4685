import type { SettingValue } from '../advice/facts.ts';
import { modeTexts } from '../advice/modes.ts';
import { inBreaths } from '../ground/breath.ts';
import { t } from '../ground/l10n.ts';
import { sortedInBreaths } from '../ground/sorted.ts';
import { version } from '../ground/version.ts';
import { subjectImages, subjectTagCounts } from '../history/record.ts';
import { type RecordRisk, recordRisks } from '../history/record-risks.ts';
import { comparedSettings } from '../history/settings-compared.ts';
import { type Category, categoryOf } from '../tags/categories.ts';
import { normalTag } from '../tags/normal.ts';
import { modelFamily } from '../trainers/families.ts';
import { DEFAULT_TRAINER, trainerProfile } from '../trainers/profiles.ts';
import type { KnownNumber, LoraFile } from './lora-file.ts';
import type { ModelPart, NetworkKind } from './tensors.ts';

/** Version 1 of what is said about a LoRA file, as plain data. Fields are added, never changed or removed, within a version. */
export interface LoraReport {
  readonly version: 1;
  readonly tool: { readonly name: 'tagmetry'; readonly version: string };
  /** As it was named. */
  readonly file: string;
  /** Bytes; `header` is what was read. */
  readonly size: { readonly file: number; readonly header: number };
  readonly title: string | null;
  readonly trainer: {
    readonly id: string | null;
    readonly name: string | null;
    readonly version: string | null;
    readonly because: readonly string[];
  };
  readonly model: {
    readonly family: string | null;
    /** In words for the user. */
    readonly name: string | null;
    /** What the trainer calls it, and its file. */
    readonly base: string | null;
    readonly file: string | null;
  };
  readonly network: {
    readonly kind: NetworkKind;
    readonly name: string;
    readonly dora: boolean;
    readonly rank: KnownNumber | null;
    readonly alpha: KnownNumber | null;
    readonly convRank: number | null;
    readonly ranks: readonly (readonly [rank: number, layers: number])[];
    readonly parts: readonly { readonly part: ModelPart; readonly name: string; readonly layers: number }[];
    readonly trainsTextEncoder: boolean | null;
    readonly dtypes: readonly string[];
    readonly tensors: number;
  };
  readonly run: {
    readonly steps: number | null;
    readonly epochs: number | null;
    readonly samplesPerEpoch: number | null;
    readonly samplesPerStep: number | null;
    readonly trainedAt: string | null;
  };
  readonly trigger: string | null;
  readonly comment: string | null;
  /** Options in force by the names of sd-scripts, in one order; null: known to be unset. */
  readonly settings: readonly { readonly name: string; readonly value: SettingValue }[];
  /** Null: the file does not say. */
  readonly subsets: readonly LoraSubset[] | null;
  readonly buckets: readonly { readonly width: number; readonly height: number; readonly samples: number }[] | null;
  /** Tags of the subject, most frequent first; null: the file does not say. */
  readonly tags: readonly LoraTag[] | null;
  readonly risks: readonly (RecordRisk & { readonly title: string; readonly summary: string })[];
  /** What the file does not say, in the display language. */
  readonly unknown: readonly string[];
  /** What is odd about the file. */
  readonly notes: readonly string[];
}

export interface LoraSubset {
  readonly name: string;
  readonly regularization: boolean;
  readonly repeats: number | null;
  readonly images: number | null;
  readonly classTokens: string | null;
  /** Different tags; null where they are not known. */
  readonly tags: number | null;
}

export interface LoraTag {
  readonly tag: string;
  /** Occurrences in captions; repeats are not counted. */
  readonly count: number;
  /** Share of the images, 0 to 1; null where they are not counted. More than 1 where captions hold it twice. */
  readonly share: number | null;
  readonly category: Category | null;
}

/**
 * Describes a LoRA file for people and programs.
 * @param tags those of the file, where they were gone through before
 */
export function loraReport(file: LoraFile, tags: LoraTag[] | null = tagsOf(file)): LoraReport {
  const { record, network, header } = file;
  const family = record.family === null ? null : modelFamily(record.family);
  return {
    version: 1,
    tool: { name: 'tagmetry', version },
    file: record.name,
    size: { file: header.size, header: header.headerSize },
    title: file.outputName,
    trainer: {
      id: file.trainer.id,
      name: file.trainer.id === null ? null : trainerProfile(file.trainer.id).name,
      version: file.trainer.version,
      because: file.trainer.because,
    },
    model: {
      family: family?.id ?? null,
      name: family?.name ?? null,
      base: file.baseModel,
      file: file.modelName,
    },
    network: {
      kind: network.kind,
      name: kindName(network.kind, network.dora),
      dora: network.dora,
      rank: file.rank,
      alpha: file.alpha,
      convRank: network.convRank,
      ranks: network.ranks,
      parts: network.parts.map(({ part, layers }) => ({ part, name: partName(part), layers })),
      trainsTextEncoder: record.trainsTextEncoder,
      dtypes: network.dtypes,
      tensors: header.tensors.length,
    },
    run: { ...record.run, trainedAt: file.trainedAt },
    trigger: record.trigger,
    comment: file.comment,
    settings: comparedSettings.flatMap((name) => {
      const value = record.settings.get(name);
      return value === undefined ? [] : [{ name, value }];
    }),
    subsets:
      record.subsets?.map(({ name, regularization, repeats, images, classTokens, tags }) => ({
        name,
        regularization,
        repeats,
        images,
        classTokens,
        tags: tags?.size ?? null,
      })) ?? null,
    buckets: record.buckets?.map(({ bucket, samples }) => ({ ...bucket, samples })) ?? null,
    tags,
    risks: recordRisks(record).map((risk) => ({
      ...risk,
      title: modeTexts[risk.mode].title(),
      summary: modeTexts[risk.mode].summary(),
    })),
    unknown: unknownOf(file),
    notes: header.notes,
  };
}

function tagsOf(file: LoraFile): LoraTag[] | null {
  const counts = subjectTagCounts(file.record);
  return counts && [...counts].sort(byCount).map(describedTag(file));
}

/** The tags of a file in breaths: a header may hold hundreds of thousands. */
export async function tagsInBreaths(file: LoraFile): Promise<LoraTag[] | null> {
  const counts = subjectTagCounts(file.record);
  if (!counts) return null;
  const sorted = await sortedInBreaths(counts, byCount);
  const described = describedTag(file);
  const tags: LoraTag[] = [];
  await inBreaths(sorted, (entry) => {
    tags.push(described(entry));
  });
  return tags;
}

type Counted = readonly [tag: string, count: number];

const byCount = ([a, m]: Counted, [b, n]: Counted): number => n - m || (a < b ? -1 : 1);

function describedTag({ record }: LoraFile): (entry: Counted) => LoraTag {
  const images = subjectImages(record);
  return ([tag, count]) => ({
    tag,
    count,
    share: images ? count / images : null,
    category: categoryOf(normalTag(tag)),
  });
}

/** A kind of network in words. */
export function kindName(kind: NetworkKind, dora: boolean): string {
  const name = (() => {
    switch (kind) {
      case 'lora':
        return 'LoRA';
      case 'locon':
        return t('LoRA with convolutions (LoCon)');
      case 'loha':
        return 'LoHa';
      case 'lokr':
        return 'LoKr';
      case 'oft':
        return 'OFT';
      case 'ia3':
        return 'IA³';
      case 'glora':
        return 'GLoRA';
      case 'full':
        return t('whole differences of weights');
      case 'embedding':
        return t('embedding');
      case 'none':
        return t('no LoRA');
    }
  })();
  return dora ? t('{0}, weight decomposed (DoRA)', name) : name;
}

export function partName(part: ModelPart): string {
  switch (part) {
    case 'model':
      return t('U-Net or transformer');
    case 'text-encoder-1':
      return t('Text encoder');
    case 'text-encoder-2':
      return t('Text encoder {0}', 2);
    case 'text-encoder-3':
      return t('Text encoder {0}', 3);
  }
}

/** What a reader of the file would like to know and cannot. */
function unknownOf({ record, network, trainer, alpha, header }: LoraFile): string[] {
  const said: string[] = [];
  if (network.kind === 'none') said.push(t('No layer of a LoRA is in it: it may be a whole model, a VAE or a cache.'));
  if (trainer.id === null)
    said.push(
      header.metadata.size === 0
        ? t('Its training: it holds no metadata. They were left out or removed.')
        : t('Its training: no trainer that is known here wrote its metadata.'),
    );
  const name = trainer.id === null ? null : trainerProfile(trainer.id).name;
  if (alpha === null && network.alpha === 'stored')
    said.push(t('Alpha: it lies among the weights, which are not read.'));
  if (name !== null && subjectTagCounts(record) === null)
    said.push(
      trainer.id === DEFAULT_TRAINER
        ? t('Captions: the tags are not in its metadata.')
        : t('Captions: {0} does not note tags.', name),
    );
  else if (name !== null) said.push(t('Duplicates, tokens and templates: counts of tags are kept, not captions.'));
  if (name !== null && record.subsets !== null && subjectImages(record) === null)
    said.push(t('How many images each folder had.'));
  if (name !== null && record.subsets === null) said.push(t('The folders it was trained on.'));
  if (name !== null && record.run.steps === null) said.push(t('How many steps it had trained when it was saved.'));
  return said;
}
