import { t } from '../../ground/l10n.ts';
import type { ModelFamilyId } from '../../trainers/families.ts';
import type { LoraFile } from '../lora-file.ts';
import type { ConfigLike } from './form.ts';
import { tomlComment } from './toml.ts';

/** What `model.arch` calls the families (ai-toolkit toolkit/config_modules.py), where one name fits. */
const archs: Partial<Record<ModelFamilyId, string>> = {
  sd15: 'sd1',
  sd2: 'sd2',
  sdxl: 'sdxl',
  pony: 'sdxl',
  illustrious: 'sdxl',
  sd3: 'sd3',
  flux: 'flux',
  'flux-schnell': 'flux',
  chroma: 'chroma',
  lumina2: 'lumina2',
  flux2: 'flux2',
  'qwen-image': 'qwen_image',
  'z-image': 'zimage',
  hidream: 'hidream',
  anima: 'anima',
  krea2: 'krea2',
};

/** A job of ai-toolkit. It notes little of itself: model, network, steps and trigger are what it leaves. */
export function aiToolkitJob(file: LoraFile, name: string): ConfigLike {
  const { record, network, rank, alpha } = file;
  const arch = record.family === null ? null : (archs[record.family] ?? null);
  const text = (value: string): string => JSON.stringify(value);
  const type = network.kind === 'lokr' ? 'lokr' : 'lora';
  const lines = [
    tomlComment(t('Like the training of {0}, as far as the file tells.', record.name)),
    'job: extension',
    'config:',
    `  name: ${text(file.outputName ?? record.name)}`,
    '  process:',
    '    - type: sd_trainer',
    ...(record.trigger === null ? [] : [`      trigger_word: ${text(record.trigger)}`]),
    '      network:',
    `        type: ${type}`,
    ...(rank === null ? [] : [`        linear: ${rank.value}`]),
    ...(alpha === null ? [] : [`        linear_alpha: ${alpha.value}`]),
    '      datasets:',
    `        ${tomlComment(t('The file does not say which folder it was trained on.'))}`,
    '        - folder_path: ""',
    '      train:',
    ...(record.run.steps === null ? [] : [`        steps: ${record.run.steps}`]),
    ...(record.trainsTextEncoder === null ? [] : [`        train_text_encoder: ${record.trainsTextEncoder}`]),
    '      model:',
    ...(arch === null ? [] : [`        arch: ${arch}`]),
    `        ${tomlComment(t('The file does not say which model file it was trained on.'))}`,
    '        name_or_path: ""',
  ];
  return { files: [{ name, text: `${lines.join('\n')}\n` }] };
}
