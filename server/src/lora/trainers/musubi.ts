import type { RecordSubset } from '../../history/record.ts';
import { asCount, asList, asText, isMap } from '../json.ts';
import { countIn, jsonIn, numberIn } from '../python-value.ts';
import { kohyaSettings, plainOf } from './kohya.ts';
import { countOf, type MetadataReader, presentKeys } from './said.ts';

/** Its names of models (musubi-tuner dataset/architectures.py), for files without the full metadata. */
const models =
  /^(?:hunyuan_video(?:_1_5)?|wan|framepack|flux_kontext|flux_2_\w+|qwen_image\w*|kandinsky5|z_image|hidream_o1|ernie_image|krea\w*|ideogram\w*)$/;

/**
 * musubi-tuner (training/trainer_base.py): the keys of sd-scripts with `ss_num_train_items` for its images and videos, and what `ss_datasets`
 * says of each folder (dataset/image_video_dataset.py, get_metadata). It notes no tags and no images of a folder.
 */
export const musubi: MetadataReader = {
  id: 'musubi-tuner',
  because(metadata) {
    const items = presentKeys(metadata, ['ss_num_train_items']);
    const model = metadata.get('ss_base_model_version') ?? '';
    return items.length > 0 || !models.test(model) || metadata.has('software') ? items : ['ss_base_model_version'];
  },
  *read(metadata) {
    const settings = yield* kohyaSettings(metadata);
    const datasets = asList(yield* jsonIn(metadata.get('ss_datasets'))).filter(isMap);
    const items = countIn(metadata.get('ss_num_train_items'));
    const subsets = datasets.map((dataset): RecordSubset => {
      const repeats = asCount(dataset.get('num_repeats'));
      return {
        name:
          ['image_directory', 'image_jsonl_file', 'video_directory', 'video_jsonl_file']
            .map((key) => asText(dataset.get(key)))
            .find((name) => name !== null) ?? '',
        regularization: false,
        repeats,
        // Its count of items holds the repeats: of one folder they can be taken out again.
        images: datasets.length === 1 && items !== null && repeats && items % repeats === 0 ? items / repeats : null,
        classTokens: null,
        options: new Map(),
        tags: null,
      };
    });
    for (const [option, key] of [
      ['train_batch_size', 'batch_size_per_device'],
      ['resolution', 'resolution'],
      ['enable_bucket', 'enable_bucket'],
      ['bucket_no_upscale', 'bucket_no_upscale'],
    ] as const) {
      const values = datasets.map((dataset) => plainOf(dataset.get(key)));
      const [first] = values;
      if (first !== undefined && values.every((value) => JSON.stringify(value) === JSON.stringify(first)))
        settings.set(option, first);
    }
    const batches = countIn(metadata.get('ss_num_batches_per_epoch'));
    const accumulation = countOf(settings.get('gradient_accumulation_steps'));
    const steps = countIn(metadata.get('ss_steps')) ?? countIn(metadata.get('ss_max_train_steps'));
    const batch = settings.get('train_batch_size');
    const model = settings.get('pretrained_model_name_or_path');
    return {
      version: null,
      baseModel: metadata.get('ss_base_model_version') ?? null,
      modelName: typeof model === 'string' ? model : null,
      settings,
      subsets: subsets.length === 0 ? null : subsets,
      buckets: null,
      run: {
        steps,
        epochs: steps !== null && batches ? steps / Math.max(1, Math.ceil(batches / accumulation)) : null,
        samplesPerEpoch: items,
        samplesPerStep: typeof batch === 'number' && batch > 0 ? batch * accumulation : null,
      },
      trigger: null,
      rank: countIn(metadata.get('ss_network_dim')),
      alpha: numberIn(metadata.get('ss_network_alpha')),
    };
  },
};
