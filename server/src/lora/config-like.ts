import type { TrainerId } from '../trainers/profiles.ts';
import { aiToolkitJob } from './config/ai-toolkit-job.ts';
import type { ConfigLike } from './config/form.ts';
import { musubiConfig } from './config/musubi-tuner-config.ts';
import { oneTrainerConfig } from './config/onetrainer-config.ts';
import { kohyaConfig } from './config/sd-scripts-config.ts';
import type { LoraFile } from './lora-file.ts';

/**
 * Writes what a LoRA file says of its training as a configuration of its trainer. What the file does not say is left out, or stands in a
 * comment where the trainer needs it; nothing is assumed. Null where the trainer is not known or left nothing to write.
 * @param name file to write, without folders
 */
export function configLike(file: LoraFile, name: string): ConfigLike | null {
  return file.trainer.id === null ? null : WRITERS[file.trainer.id].write(file, name);
}

/** The ending of a configuration of a LoRA file's trainer, without a dot. */
export const configEnding = (file: LoraFile): string =>
  file.trainer.id === null ? 'toml' : WRITERS[file.trainer.id].ending;

/** How each trainer's configurations are written. A new trainer is added here. */
const WRITERS: Readonly<
  Record<TrainerId, { readonly ending: string; readonly write: (file: LoraFile, name: string) => ConfigLike | null }>
> = {
  'sd-scripts': { ending: 'toml', write: kohyaConfig },
  'musubi-tuner': { ending: 'toml', write: musubiConfig },
  'ai-toolkit': { ending: 'yaml', write: aiToolkitJob },
  onetrainer: { ending: 'json', write: oneTrainerConfig },
};
