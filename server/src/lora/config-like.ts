import { aiToolkitJob } from './config/ai-toolkit-job.ts';
import type { ConfigLike } from './config/form.ts';
import { oneTrainerConfig } from './config/onetrainer-config.ts';
import { kohyaConfig, musubiConfig } from './config/toml-config.ts';
import type { LoraFile } from './lora-file.ts';

/**
 * Writes what a LoRA file says of its training as a configuration of its trainer. What the file does not say is left out, or stands in a
 * comment where the trainer needs it; nothing is assumed. Null where the trainer is not known or left nothing to write.
 * @param name file to write, without folders
 */
export function configLike(file: LoraFile, name: string): ConfigLike | null {
  switch (file.trainer.id) {
    case 'sd-scripts':
      return kohyaConfig(file, name);
    case 'musubi-tuner':
      return musubiConfig(file, name);
    case 'ai-toolkit':
      return aiToolkitJob(file, name);
    case 'onetrainer':
      return oneTrainerConfig(file, name);
    case null:
      return null;
  }
}
