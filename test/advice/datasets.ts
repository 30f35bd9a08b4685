import type { CheckOptions } from '../support/check.ts';
import { greyPng } from '../support/png.ts';

/** A dataset made by script: captions as marked text, images of other sizes, files with bytes of their own. */
export interface Made {
  readonly source: string;
  readonly options: CheckOptions;
}

export interface Variation {
  /** The tags of caption `n`, after trigger and class; changes the ordinary ones. */
  readonly tags?: (n: number, ordinary: readonly string[]) => readonly string[];
  readonly head?: (n: number) => readonly string[];
  /** Side of image `n` in pixels. */
  readonly side?: (n: number) => number;
  /** Images that are byte for byte the image of this number. */
  readonly copyOf?: (n: number) => number | null;
  readonly bytes?: Readonly<Record<string, Uint8Array>>;
  readonly regularization?: boolean;
}

const backgrounds = ['forest', 'beach', 'street', 'kitchen', 'library', 'garden', 'bedroom', 'office'];
const framings = ['portrait', 'upper body', 'full body', 'cowboy shot', 'close-up'];
const lights = ['day', 'night', 'sunset', 'rain', 'snow', 'backlighting'];
const poses = ['sitting', 'standing', 'walking', 'running', 'lying', 'kneeling', 'jumping'];
const clothes = ['dress', 'jacket', 'shirt', 'coat', 'sweater', 'kimono', 'hoodie', 'swimsuit', 'apron'];
const faces = ['smile', 'frown', 'open mouth', 'closed mouth', 'blush'];
const pick = (list: readonly string[], n: number, step: number): string => list[(n * step + (n >> 3)) % list.length];

const size = 40;
const subset = '10_qvzt woman';
const number = (n: number): string => String(n).padStart(4, '0');

/** Varied captions of one subject, with a regularization set: no failure to expect. */
export function makeDataset(variation: Variation = {}): Made {
  const lines: string[] = [];
  const bytes: Record<string, Uint8Array> = { ...variation.bytes };
  for (let n = 0; n < size; n++) {
    const ordinary = [
      pick(backgrounds, n, 3),
      pick(framings, n, 2),
      pick(lights, n, 5),
      pick(poses, n, 2),
      pick(clothes, n, 4),
      pick(faces, n, 3),
      'brown hair',
    ];
    // The order of what is said varies, as in captions written by hand.
    const turned = [...ordinary.slice(n % 6), ...ordinary.slice(0, n % 6)];
    const head = variation.head?.(n) ?? ['qvzt', 'woman'];
    const tags = [...head, ...(variation.tags?.(n, turned) ?? turned)];
    const stem = `${subset}/${number(n)}`;
    if (!variation.bytes?.[`${stem}.txt`]) lines.push(`// ${stem}.txt`, tags.join(', '));
    const copied = variation.copyOf?.(n) ?? null;
    const side = variation.side?.(n) ?? 1024;
    bytes[`${stem}.png`] ??= greyPng(side, side, copied ?? n);
  }
  if (variation.regularization !== false) {
    for (let n = 0; n < size; n++) {
      const stem = `reg/1_woman/${number(n)}`;
      const tags = ['woman', pick(clothes, n, 5), pick(backgrounds, n, 5), pick(poses, n, 3), pick(lights, n, 3)];
      lines.push(`// ${stem}.txt`, [...tags.slice(n % 3), ...tags.slice(0, n % 3)].join(', '));
      bytes[`${stem}.png`] ??= greyPng(variation.side?.(n) ?? 1024, variation.side?.(n) ?? 1024, 100 + n);
    }
  }
  return { source: lines.join('\n'), options: { bytes } };
}
