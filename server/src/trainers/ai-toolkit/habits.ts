import type { PyValue } from '../documents/python-value.ts';
import { modelFamily } from '../families.ts';
import { familyId, lengthOf } from '../option-help.ts';
import { isTrue } from '../python/truth.ts';
import type { CaptionHabits, TrainerConfig } from '../trainer.ts';
import { type Architecture, architectureOf } from './architectures.ts';
import { numeric } from './buckets.ts';
import { FAMILIES } from './families.ts';
import { AI_TOOLKIT_PROFILE } from './profile.ts';
import { resolveJob } from './resolve.ts';

/** What a job says for the captions of its folders. */
export function habits({ document }: TrainerConfig): CaptionHabits[] {
  const job = resolveJob(document);
  if (job.error) return [];
  return job.value.processes.flatMap((process) => {
    const { arch } = process.model;
    const key = arch.type === 'str' ? architectureOf(arch.value) : null;
    // A name that is not known trains Stable Diffusion 1, whatever was meant.
    const family = familyId(key === null || !key.known ? 'sd15' : FAMILIES[key.key]);
    return process.datasets.map(({ values }): CaptionHabits => {
      const number = (name: string) => numeric(values.get(name));
      const text = (name: string) => {
        const value = values.get(name);
        return value?.type === 'str' && value.value !== '' ? value.value : null;
      };
      const side = number('resolution');
      const share = (name: string) => {
        const value = number(name);
        return value !== null && value >= 0 && value <= 1 ? value : null;
      };
      return {
        folders: [text('dataset_path') ?? text('folder_path')].flatMap((path) => path ?? []),
        captionExtension: text('caption_ext'),
        separator: null,
        shuffle: isTrue(values.get('shuffle_tokens')),
        keepTags: null,
        tagDropoutRate: share('token_dropout_rate'),
        dropoutRate: share('caption_dropout_rate'),
        trigger: text('trigger_word'),
        regularization: isTrue(values.get('is_reg')),
        resolution: side !== null && Number.isInteger(side) && side > 0 ? { width: side, height: side } : null,
        batchSize: number('batch_size') ?? numeric(process.train.get('batch_size')),
        repeats: number('num_repeats'),
        buckets: isTrue(values.get('buckets')),
        family,
        familyKey: 'model.arch',
        textLength: textLength(process.model.kwargs, key?.architecture, family),
      };
    });
  });
}

/** The positions that `model_kwargs` gives the main encoder. */
function textLength(
  kwargs: PyValue,
  architecture: Architecture | undefined,
  id: CaptionHabits['family'],
): CaptionHabits['textLength'] {
  const encoder = architecture?.encoders.find(({ limitOption }) => limitOption !== null);
  if (!encoder?.limitOption || id === null || kwargs.type !== 'dict') return null;
  const given = numeric(kwargs.entries.get(encoder.limitOption)?.value);
  const option = `model_kwargs.${encoder.limitOption}`;
  return lengthOf(modelFamily(id), AI_TOOLKIT_PROFILE, option, encoder.limit, given);
}
