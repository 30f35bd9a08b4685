import { rootDict } from '../documents/document.ts';
import { type Plain, toPlain } from '../documents/python-value.ts';
import { flattenSections } from '../documents/sections.ts';
import { noHabits } from '../no-habits.ts';
import type { PixelSize } from '../pixel-size.ts';
import type { CaptionHabits, TrainerConfig } from '../trainer.ts';
import { captionOptionsOf } from './config/caption-params.ts';
import { familyOfOptions } from './config/family-of-options.ts';
import { familyOfPreset, presetOptions } from './config/gui-preset.ts';
import { type ResolvedConfig, resolveConfig } from './config/resolve.ts';
import type { ResolvedParams } from './config/resolve-datasets.ts';

/** What one file says for the captions of the folders it names; a file that the trainer refuses names its folders still. */
export function habits(config: TrainerConfig): CaptionHabits[] {
  return config.role === 'dataset_config' ? habitsOfDatasets(config) : habitsOfOptions(config);
}

function habitsOfDatasets({ document }: TrainerConfig): CaptionHabits[] {
  const resolved = resolveConfig({ datasetConfig: document });
  const { datasets } = toPlain(rootDict(document)) as { datasets?: { subsets?: { image_dir?: unknown }[] }[] };
  if (!Array.isArray(datasets)) return [];
  return datasets.flatMap((dataset, i) =>
    (Array.isArray(dataset?.subsets) ? dataset.subsets : []).flatMap((subset, j): CaptionHabits[] => {
      if (typeof subset?.image_dir !== 'string') return [];
      const known = resolved.datasets?.[i];
      const params = known?.subsets[j];
      const said = known && params ? paramsHabits({ ...known.params.values, ...params.values }, params) : noHabits;
      return [{ ...said, ...stop(resolved), folders: [subset.image_dir] }];
    }),
  );
}

function habitsOfOptions(config: TrainerConfig): CaptionHabits[] {
  const isPreset = config.role === 'gui-preset';
  const document = isPreset ? presetOptions(config.document) : config.document;
  const options = flattenSections(rootDict(document));
  const found = isPreset ? familyOfPreset(config.document) : familyOfOptions(options);
  const run = {
    family: found?.family ?? null,
    familyKey: found?.option ?? null,
    ...stop(resolveConfig({ configFile: document })),
  };
  const folder = (name: string): string[] => {
    const value = options.get(name);
    return value?.type === 'str' && value.value !== '' ? [value.value] : [];
  };
  const sets = [
    { ...noHabits, ...run, folders: folder('train_data_dir') },
    { ...noHabits, ...run, folders: folder('reg_data_dir'), regularization: true },
  ];
  return sets.filter(({ folders, regularization }) => folders.length > 0 || !regularization);
}

const stop = ({ error }: ResolvedConfig): Pick<CaptionHabits, 'stops'> => (error ? { stops: true } : {});

function paramsHabits(values: Readonly<Record<string, Plain>>, subset: ResolvedParams): CaptionHabits {
  const options = captionOptionsOf(subset);
  const number = (name: string): number | null => (typeof values[name] === 'number' ? values[name] : null);
  return {
    ...noHabits,
    captionExtension: typeof values.caption_extension === 'string' ? values.caption_extension : null,
    separator: options.captionSeparator,
    shuffle: options.shuffleCaption,
    keepTags: options.keepTokens,
    tagDropoutRate: options.captionTagDropoutRate,
    dropoutRate: options.captionDropoutRate,
    regularization: values.is_reg === true,
    resolution: sizeOf(values.resolution),
    batchSize: number('batch_size'),
    repeats: number('num_repeats'),
    buckets: values.enable_bucket === true,
  };
}

function sizeOf(value: Plain | undefined): PixelSize | null {
  if (!Array.isArray(value) || value.length !== 2) return null;
  const [width, height] = value.map(Number);
  return { width: width as number, height: height as number };
}
