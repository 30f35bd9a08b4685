import assert from 'node:assert/strict';
import { type Audit, audit } from '../../server/src/report/audit.ts';
import type { SettingsLayer } from '../../server/src/settings/settings.ts';
import { MemoryWorkspace } from '../../server/src/workspace/memory.ts';
import type { MarkedImage } from '../support/marked.ts';
import { open } from '../support/open.ts';
import { makePictures, markedScanner, tellsPixels } from '../support/pictures.ts';
import { greyPng } from '../support/png.ts';

type Files = Readonly<Record<string, string | Uint8Array>>;

/** Images of a set where nothing else is said. */
export const usualSize = 32;

/**
 * Whether image `n` is one of those that a maker spoils, so many of 32: the same share of a set of any size, spread over it.
 */
export const some = (n: number, of32: number): boolean => (n * of32 + usualSize - 4) % usualSize < of32;

/** So many of 32 images, in a set of a size. */
export const scaled = (of32: number, size: number): number => Math.round((of32 * size) / usualSize);

/** A dataset made by script, in memory. Every member says how it differs from a varied set without any fault. */
export interface SeedSet {
  /** Images of the subject, where a statement speaks of a number of them; else the set is made at any size. */
  readonly size?: number;
  /** The set is so many times as large as others beside it. */
  readonly times?: number;
  /** Name of the subject's folder. */
  readonly folder?: string;
  /** The tags of caption `n` behind the head; gets the ordinary ones. */
  readonly tags?: (n: number, ordinary: readonly string[]) => readonly string[];
  /** The tags at the head of caption `n`. */
  readonly head?: (n: number) => readonly string[];
  /** The whole text of caption `n`, or null for none; gets the one made of head and tags. */
  readonly text?: (n: number, ordinary: string) => string | null;
  /** Width and height of image `n`. */
  readonly side?: (n: number) => number | readonly [number, number];
  /** Ending of the file of image `n`; `.png` without it. */
  readonly ending?: (n: number) => string;
  /** Words about image `n` as marked folders have them: `same:`, `near:`, `quality30`, `cut` … */
  readonly image?: (n: number, size: number) => readonly string[];
  /** The same about the images of the regularization set. */
  readonly regularizationImage?: (n: number) => readonly string[];
  /** Captions of the regularization set; null: there is none. */
  readonly regularization?: ((n: number) => string) | null;
  /** Further files. */
  readonly files?: Files;
  /** Further files of a set of a size. */
  readonly filesFor?: (size: number) => Files;
  /** Side that is trained, where a configuration lies beside the set; 1024 without it. */
  readonly resolution?: number;
  /** Lines of a subset and of the options of the script; without both no configuration lies beside the set. */
  readonly subset?: string;
  readonly options?: string | ((size: number) => string);
  readonly settings?: SettingsLayer;
}

const backgrounds = ['forest', 'beach', 'street', 'kitchen', 'library', 'garden', 'bedroom', 'office'];
const framings = ['portrait', 'upper body', 'full body', 'cowboy shot', 'close-up'];
const lights = ['day', 'night', 'sunset', 'rain', 'snow', 'backlighting'];
const poses = ['sitting', 'standing', 'walking', 'running', 'lying', 'kneeling', 'jumping'];
const clothes = ['dress', 'jacket', 'shirt', 'coat', 'sweater', 'kimono', 'hoodie', 'swimsuit', 'apron'];
const faces = ['smile', 'frown', 'open mouth', 'closed mouth', 'blush'];
const pick = (list: readonly string[], n: number, step: number): string => list[(n * step + (n >> 3)) % list.length];

export const number = (n: number): string => String(n).padStart(4, '0');
export const subjectFolder = '10_qvzt woman';
const regFolder = 'reg/1_woman';

/** Varied tags of caption `n`, in an order that varies too, as in captions written by hand. */
export function ordinaryTags(n: number): readonly string[] {
  const said = [
    pick(backgrounds, n, 3),
    pick(framings, n, 2),
    pick(lights, n, 5),
    pick(poses, n, 2),
    pick(clothes, n, 4),
    pick(faces, n, 3),
    'brown hair',
  ];
  return [...said.slice(n % 6), ...said.slice(0, n % 6)];
}

/** A regularization caption with class, place, clothes and pose. */
export const structured = (n: number): string => {
  const tags = ['woman', pick(clothes, n, 5), pick(backgrounds, n, 5), pick(poses, n, 3), pick(lights, n, 3)];
  return [...tags.slice(n % 3), ...tags.slice(0, n % 3)].join(', ');
};

/** Images of one size and shade are the same bytes in every set: made once. */
const pngs = new Map<string, Uint8Array>();
function png(width: number, height: number, shade: number): Uint8Array {
  const key = `${width} ${height} ${shade}`;
  const known = pngs.get(key) ?? greyPng(width, height, shade);
  pngs.set(key, known);
  return known;
}

/** Whether each kind of configuration is written for a set. */
const datasetConfig = (folder: string, hasReg: boolean, lines: string, resolution: number): string =>
  [
    '[general]',
    'caption_extension = ".txt"',
    '[[datasets]]',
    `resolution = ${resolution}`,
    'batch_size = 2',
    'enable_bucket = true',
    'max_bucket_reso = 2048',
    '[[datasets.subsets]]',
    `image_dir = "/set/${folder}"`,
    ...(/^num_repeats/m.test(lines) ? [] : ['num_repeats = 10']),
    lines,
    ...(hasReg
      ? ['[[datasets.subsets]]', `image_dir = "/set/${regFolder}"`, 'is_reg = true', 'class_tokens = "woman"']
      : []),
    '',
  ].join('\n');

/** What a training without any fault is started with: 32 images × 10 × 6 epochs, each seen 60 times. */
export const soundOptions: Readonly<Record<string, string>> = {
  network_module: '"networks.lora"',
  network_dim: '16',
  network_alpha: '16',
  unet_lr: '1e-4',
  text_encoder_lr: '[1e-5]',
  max_train_epochs: '6',
  save_every_n_epochs: '1',
  mixed_precision: '"bf16"',
};

/** Values instead of those of a sound training; null: the option is left out. */
type Changed = Readonly<Record<string, string | null>>;
/** The options of a sound training with some of their values replaced. */
export const withOptions = (changed: Changed): string =>
  Object.entries({ ...soundOptions, ...changed })
    .filter(([, value]) => value !== null)
    .map(([key, value]) => `${key} = ${value}`)
    .join('\n');
/** A set with a sound training beside it, some options of the script replaced. */
export const trained = (options: Changed, subset = soundSubset): SeedSet => ({
  subset,
  options: withOptions(options),
});
export const soundSubset = 'shuffle_caption = true\nkeep_tokens = 2\ncaption_tag_dropout_rate = 0.1';

/** Words about what a scan of the pixels finds change no byte of the stand-in. */
export const changesBytes = (word: string): boolean => !/^(?:near:|same:|opaque|rgb:|detail:|bars:|fine:)/.test(word);

/** Files of a set by path from its root, and its images as marked folders describe them. */
async function filesOf(
  set: SeedSet,
  usual: number,
): Promise<{ files: Map<string, string | Uint8Array>; images: Map<string, MarkedImage> }> {
  const size = set.size ?? (set.times ?? 1) * usual;
  const folder = set.folder ?? subjectFolder;
  const files = new Map<string, string | Uint8Array>();
  const images = new Map<string, MarkedImage>();
  for (let n = 0; n < size; n++) {
    const ordinary = ordinaryTags(n);
    const tags = [...(set.head?.(n) ?? ['qvzt', 'woman']), ...(set.tags?.(n, ordinary) ?? ordinary)];
    const text = set.text ? set.text(n, tags.join(', ')) : tags.join(', ');
    if (text !== null) files.set(`${folder}/${number(n)}.txt`, text);
    const side = set.side?.(n) ?? 1024;
    const [width, height] = typeof side === 'number' ? [side, side] : side;
    const words = set.image?.(n, size) ?? [];
    images.set(`${folder}/${number(n)}${set.ending?.(n) ?? '.png'}`, { width, height, words });
  }
  const reg = set.regularization === undefined ? structured : set.regularization;
  for (let n = 0; reg !== null && n < size; n++) {
    files.set(`${regFolder}/${number(n)}.txt`, reg(n));
    images.set(`${regFolder}/${number(n)}.png`, {
      width: 1024,
      height: 1024,
      words: set.regularizationImage?.(n) ?? [],
    });
  }
  const special = new Map([...images].filter(([, { words }]) => words.some(changesBytes)));
  const pictures = await makePictures(special);
  let shade = 0;
  for (const [file, { width, height, words }] of images) {
    const same = words.find((word) => word.startsWith('same:'))?.slice('same:'.length);
    shade++;
    if (same !== undefined) files.set(file, files.get(same) ?? new Uint8Array());
    else
      files.set(
        file,
        words.some(changesBytes) ? (pictures.get(file) ?? png(width, height, shade)) : png(width, height, shade),
      );
  }
  if (set.subset !== undefined || set.options !== undefined) {
    files.set('dataset.toml', datasetConfig(folder, reg !== null, set.subset ?? soundSubset, set.resolution ?? 1024));
    const options = typeof set.options === 'function' ? set.options(size) : set.options;
    if (options !== undefined) files.set('train.toml', `dataset_config = "/set/dataset.toml"\n${options}\n`);
  }
  for (const [file, content] of Object.entries({ ...set.files, ...set.filesFor?.(size) })) files.set(file, content);
  return { files, images };
}

/**
 * Audits a made set with the real engine: files in memory, configuration found beside it, the same object the panel shows.
 * @param size images of the set, where it does not fix a number itself.
 */
export async function auditSet(set: SeedSet, size = usualSize): Promise<Audit> {
  const { files, images } = await filesOf(set, size);
  return auditFiles(files, images, set.settings);
}

/** Audits files in memory, by path from the root, with their images as marked folders describe them. */
export async function auditFiles(
  files: ReadonlyMap<string, string | Uint8Array>,
  images: ReadonlyMap<string, MarkedImage>,
  settings?: SettingsLayer,
): Promise<Audit> {
  const workspace = new MemoryWorkspace();
  const root = '/set';
  for (const [file, content] of files) workspace.set(`${root}/${file}`, content);
  const bytes = new Map(
    [...files].flatMap(([file, content]) => (typeof content === 'string' ? [] : [[file, content]])),
  );
  return audit(workspace, await open(workspace, root, settings), 'set', {
    images: tellsPixels(images) ? 'standard' : 'headers',
    scanPixels: markedScanner(images, bytes, root),
    onRuleFailure: (rule, file, error) => assert.fail(`${rule} threw on ${file}: ${(error as Error).stack}`),
  });
}
