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
  return writerOf(file)?.write(file, name) ?? null;
}

/** The ending of a configuration of a LoRA file's trainer, without a dot. */
export const configEnding = (file: LoraFile): string => writerOf(file)?.ending ?? 'toml';

const writerOf = (file: LoraFile): Writer | undefined =>
  file.trainer.id === null ? undefined : WRITERS[file.trainer.id];

interface Writer {
  readonly ending: string;
  readonly write: (file: LoraFile, name: string) => ConfigLike | null;
}

/** How a trainer's configurations are written, where its LoRA files say enough for one. */
const WRITERS: Readonly<Partial<Record<TrainerId, Writer>>> = {
  'sd-scripts': { ending: 'toml', write: kohyaConfig },
  'musubi-tuner': { ending: 'toml', write: musubiConfig },
  'ai-toolkit': { ending: 'yaml', write: aiToolkitJob },
  onetrainer: { ending: 'json', write: oneTrainerConfig },
};
