import { rootDict } from '../documents/document.ts';
import type { PyDictValue, PyValue } from '../documents/python-value.ts';
import { noHabits } from '../no-habits.ts';
import { familyId } from '../option-help.ts';
import type { PixelSize } from '../pixel-size.ts';
import type { CaptionHabits, TrainerConfig } from '../trainer.ts';
import { familyOfArchitecture } from './family.ts';
import { paramsOf, sizeOf } from './params.ts';
import { datasetsOf } from './resolve.ts';
import { architectureOfRun, runValues } from './run-options.ts';

/** What a dataset file says for the captions of its folders; of the training options the model. */
export function habits({ role, document }: TrainerConfig): CaptionHabits[] {
  const root = rootDict(document);
  if (role === 'config_file') return [ofRun(root)];
  return datasetsOf(root).map((dataset) => {
    const { params } = dataset;
    const { directory, captionExtension } = paramsOf(params);
    const number = (name: string) => (typeof params[name] === 'number' ? (params[name] as number) : null);
    return {
      ...noHabits,
      folders: directory === null ? [] : [directory],
      captionExtension,
      resolution: validSize(sizeOf(params.resolution)),
      batchSize: number('batch_size'),
      repeats: number('num_repeats'),
      buckets: params.enable_bucket === true,
      family: hintedFamily(root.entries.get('datasets')?.value),
    };
  });
}

/** The training options name the model and no folder. */
function ofRun(root: PyDictValue): CaptionHabits {
  const family = familyId(familyOfArchitecture(architectureOfRun(runValues(root))));
  return { ...noHabits, family, familyKey: family === null ? null : 'network_module' };
}

/** The dataset file that training options name. */
export function companions({ role, document }: TrainerConfig): string[] {
  const named = role === 'config_file' ? runValues(rootDict(document)).get('dataset_config') : undefined;
  return named?.type === 'str' && named.value !== '' ? [named.value] : [];
}

const validSize = (size: PixelSize): PixelSize | null =>
  Number.isInteger(size.width) && Number.isInteger(size.height) && size.width > 0 && size.height > 0 ? size : null;

/** The dataset file names no model; a few keys belong to one alone. */
function hintedFamily(datasets: PyValue | undefined) {
  const keys =
    datasets?.type === 'list' ? datasets.items.flatMap((d) => (d.type === 'dict' ? [...d.entries.keys()] : [])) : [];
  if (keys.some((key) => key.startsWith('qwen_image_edit_'))) return familyId('qwen-image-edit');
  if (keys.includes('multiple_target')) return familyId('qwen-image');
  return keys.some((key) => key.startsWith('video_')) ? familyId('wan') : null;
}
