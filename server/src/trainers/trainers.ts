import { AI_TOOLKIT } from './ai-toolkit/trainer.ts';
import { configFormat, parseConfig } from './documents/document.ts';
import type { ConfigDocument } from './documents/parsed.ts';
import { parseYamlConfig } from './documents/yaml-document.ts';
import { type ForeignTrainer, recogniseForeign } from './foreign/recognise.ts';
import { MUSUBI_TUNER } from './musubi-tuner/trainer.ts';
import { ONETRAINER } from './onetrainer/trainer.ts';
import { SD_SCRIPTS } from './sd-scripts/trainer.ts';
import type { Recognition, Trainer, TrainerConfig } from './trainer.ts';
import type { TrainerId } from './trainer-profile.ts';

/**
 * All trainers: the default, then the others in the order in which they are asked whose file a text is, the most telling files first. A new
 * one is added here, and nowhere else.
 */
export const TRAINERS: readonly [Trainer, ...Trainer[]] = [SD_SCRIPTS, MUSUBI_TUNER, AI_TOOLKIT, ONETRAINER];

/** Files of the default tell the least: it is asked last. */
const ASKED = [...TRAINERS.slice(1), TRAINERS[0]];

/** The trainer of an id; the default for an id without one. */
export function trainerOf(id: TrainerId): Trainer {
  return TRAINERS.find((trainer) => trainer.id === id) ?? TRAINERS[0];
}

/** Whose file a text is. */
export type Recognised =
  | { readonly kind: 'ours'; readonly config: TrainerConfig; readonly recognition: Recognition }
  /** Another trainer's: it is named, and neither judged nor changed. */
  | { readonly kind: 'foreign'; readonly foreign: ForeignTrainer; readonly path: string };

/** The text of a configuration with positions, by the ending of its name; null for other endings. */
export function parseConfigText(path: string, text: string): ConfigDocument | null {
  if (/\.ya?ml$/i.test(path)) return parseYamlConfig(text);
  const format = /\.jsonc$/i.test(path) ? 'json' : configFormat(path);
  return format && parseConfig(text, format);
}

/** Whose file a text is, told by its content; null when it is no trainer's. */
export function recogniseConfigText(path: string, text: string): Recognised | null {
  const document = parseConfigText(path, text);
  if (!document) return null;
  const foreign = recogniseForeign(document);
  if (foreign) return { kind: 'foreign', foreign, path };
  for (const { newer, profile } of TRAINERS) {
    const because = newer?.({ path, text, document });
    if (because) return { kind: 'foreign', foreign: { name: profile.name, because }, path };
  }
  for (const trainer of ASKED) {
    const recognition = trainer.recognise({ path, text, document });
    if (recognition)
      return {
        kind: 'ours',
        recognition,
        config: { trainer: trainer.id, role: recognition.role, path, text, document },
      };
  }
  return null;
}
