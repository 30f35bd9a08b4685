import type { LoraFile } from '../lora-file.ts';
import type { ConfigLike } from './form.ts';

/** The configuration that OneTrainer kept in the file, as its own program writes it; null where it kept none. */
export function oneTrainerConfig({ ownConfig }: LoraFile, name: string): ConfigLike | null {
  if (ownConfig === null) return null;
  try {
    return { files: [{ name, text: `${JSON.stringify(JSON.parse(ownConfig), null, 4)}\n` }] };
  } catch {
    // Numbers that JSON does not have: as it was kept.
    return { files: [{ name, text: `${ownConfig}\n` }] };
  }
}
