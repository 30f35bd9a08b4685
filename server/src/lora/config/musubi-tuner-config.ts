import { comparedSettings } from '../../history/settings-compared.ts';
import { ARCHITECTURES } from '../../trainers/musubi-tuner/architectures.ts';
import type { LoraFile } from '../lora-file.ts';
import type { ConfigLike } from './form.ts';
import { tomlLine } from './toml.ts';
import { folderRemark, isOfDataset, runAndDataset } from './toml-files.ts';

/** A config_file and a dataset file of musubi-tuner, whose script is named in a comment. */
export function musubiConfig(file: LoraFile, name: string): ConfigLike {
  const { settings, subsets } = file.record;
  const script = ARCHITECTURES.find(({ key }) => musubiKeys[file.baseModel ?? ''] === key)?.script ?? null;
  const options = comparedSettings.flatMap((option) =>
    isOfDataset(option) || option === 'optimizer' || option === 'optimizer_args' || option === 'vae'
      ? []
      : [tomlLine(option === 'pretrained_model_name_or_path' ? 'dit' : option, settings.get(option))],
  );
  return runAndDataset(file, name, script, options, [
    '[general]',
    tomlLine('resolution', settings.get('resolution')),
    tomlLine('batch_size', settings.get('train_batch_size')),
    tomlLine('enable_bucket', settings.get('enable_bucket')),
    tomlLine('bucket_no_upscale', settings.get('bucket_no_upscale')),
    '# caption_extension = ".txt"',
    ...(subsets ?? []).flatMap(({ name: folder, repeats }) => [
      '',
      '[[datasets]]',
      folderRemark(),
      tomlLine('image_directory', folder),
      tomlLine('num_repeats', repeats),
    ]),
  ]);
}

/** Its names of models and the keys of its architectures (musubi-tuner dataset/architectures.py). */
const musubiKeys: Readonly<Record<string, string>> = {
  hunyuan_video: 'hv',
  hunyuan_video_1_5: 'hv15',
  wan: 'wan',
  framepack: 'fp',
  flux_kontext: 'fk',
  flux_2_dev: 'f2d',
  flux_2_klein_4b: 'f2k4b',
  flux_2_klein_9b: 'f2k9b',
  qwen_image: 'qi',
  qwen_image_edit: 'qie',
  qwen_image_layered: 'qil',
  kandinsky5: 'k5',
  z_image: 'zi',
};
