import { type SeedSet, scaled, trained, withOptions } from './sets.ts';
import type { Proved } from './statement.ts';

export const backgrounds = ['forest', 'beach', 'street', 'kitchen', 'library', 'garden', 'bedroom', 'office'];
export const framings = ['portrait', 'upper body', 'full body', 'cowboy shot', 'close-up'];
export const lights = ['day', 'night', 'sunset', 'rain', 'snow', 'backlighting'];
export const poses = ['sitting', 'standing', 'walking', 'running', 'lying', 'kneeling', 'jumping'];
export const clothes = ['dress', 'jacket', 'shirt', 'coat', 'sweater', 'kimono', 'hoodie', 'swimsuit', 'apron'];
export const faces = ['smile', 'frown', 'open mouth', 'closed mouth', 'blush'];

/** Tags that make a caption longer than the window. */
export const filler = Array.from({ length: 30 }, (_, n) => `small wooden object number ${n}`);

/** All captions without the tags of some kinds. */
export const without = (...kinds: readonly (readonly string[])[]): SeedSet => ({
  tags: (_, tags) => tags.filter((tag) => !kinds.some((kind) => kind.includes(tag))),
});

/** A tag on all but every `apart`-th caption, where the tags of its kind are taken away. */
export const mostly = (tag: string, instead: readonly string[], apart: number): SeedSet => ({
  tags: (n, tags) => (n % apart === apart - 1 ? tags : [tag, ...tags.filter((other) => !instead.includes(other))]),
});

/** The tag beside the trigger in all but every `apart`-th caption. */
export const beside = (tag: string, apart: number): SeedSet => ({
  tags: (n, tags) => (n % apart === apart - 1 ? tags : [...tags, tag]),
});

type Sets = Pick<Proved, 'not' | 'faintSet' | 'clearSet'>;
type Shown = Pick<Proved, 'evidence' | 'faint' | 'clear' | 'y' | 'heuristic'> & Sets;

/** Each image trained too often, as far as it mixes meanings and styles. */
export const trainedTooLong: Shown = {
  evidence: 'image-exposure',
  not: trained({}),
  faintSet: trained({ max_train_epochs: '50' }),
  clearSet: trained({ max_train_epochs: '200' }),
  faint: 'low',
  clear: 'elevated',
  y: ['stop-earlier'],
  heuristic: true,
};

/** Windows longer than the captions need. */
export const longWindows: Omit<Shown, 'heuristic'> = {
  evidence: 'token-limit-mismatch',
  not: trained({}),
  faintSet: trained({ max_token_length: '150' }),
  clearSet: trained({ max_token_length: '225' }),
  faint: 'low',
  clear: 'low',
  y: ['shorter-token-limit'],
};

/** Rank and alpha of the network. */
export const networks = (faint: readonly [string, string], clear: readonly [string, string]): Sets => ({
  not: trained({}),
  faintSet: trained({ network_dim: faint[0], network_alpha: faint[1] }),
  clearSet: trained({ network_dim: clear[0], network_alpha: clear[1] }),
});

/** The same by the size of the set: values for 32 images. */
export const networksOf = (faint: readonly [number, number], clear: readonly [number, number]): Sets => {
  const network = ([dim, alpha]: readonly [number, number]): SeedSet => ({
    ...trained({}),
    options: (size) => withOptions({ network_dim: `${scaled(dim, size)}`, network_alpha: `${scaled(alpha, size)}` }),
  });
  return { not: trained({}), faintSet: network(faint), clearSet: network(clear) };
};

/** Rate of the text encoder, beside 1e-4 of the U-Net. */
export const encoderRates: Sets = {
  not: trained({}),
  faintSet: trained({ text_encoder_lr: '[1e-4]' }),
  clearSet: trained({ text_encoder_lr: '[1e-3]' }),
};

/** A training of few steps, two samples each, whatever the size of the set. */
export const trainedTooShort: Sets = {
  not: trained({}),
  faintSet: trained({ max_train_epochs: null, max_train_steps: '128' }),
  clearSet: trained({ max_train_epochs: null, max_train_steps: '32' }),
};
