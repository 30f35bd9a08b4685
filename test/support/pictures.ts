import sharp from 'sharp';
import type { CachedPair } from '../../server/src/images/cache.ts';
import type { NearKind } from '../../server/src/images/compare/kinds.ts';
import { damageOf } from '../../server/src/images/damage.ts';
import type { Fineness } from '../../server/src/images/fineness.ts';
import { readHeaderNow } from '../../server/src/images/header/read.ts';
import { lookOf, type PictureLook } from '../../server/src/images/look.ts';
import { buildClusters } from '../../server/src/images/scan-clusters.ts';
import type { PixelScanner } from '../../server/src/images/survey.ts';
import type { MarkedImage } from './marked.ts';
import { greyPng, rgbaPng } from './png.ts';

type Images = ReadonlyMap<string, MarkedImage>;

/** The value behind a word such as `quality30` or `near:1.png:cropped`; null when the image has no such word. */
function behind(image: MarkedImage, name: string): string | null {
  const word = image.words.find((one) => one.startsWith(name));
  return word === undefined ? null : word.slice(name.length);
}

/** The bytes of the images of a marked folder, each different unless it is said to be the `same:` as another. */
export async function makePictures(images: Images): Promise<Map<string, Uint8Array>> {
  const made = new Map<string, Uint8Array>();
  let seed = 0;
  for (const [file, image] of images) made.set(file, await makePicture(image, ++seed));
  for (const [file, image] of images) {
    const other = made.get(behind(image, 'same:') ?? '');
    if (other) made.set(file, other);
  }
  return made;
}

/** JPEGs of one grey by what they are made of: large sets have the same ones again and again. */
const jpegs = new Map<string, Uint8Array>();

async function makePicture(image: MarkedImage, seed: number): Promise<Uint8Array> {
  const { width, height, words } = image;
  if (words.includes('empty')) return new Uint8Array();
  if (words.includes('text')) return new TextEncoder().encode('<!DOCTYPE html><html><body>Not found</body></html>');
  const quality = behind(image, 'quality');
  const orientation = behind(image, 'exif');
  if (quality !== null || orientation !== null) {
    const shade = (seed * 8) & 255;
    const key = `${width} ${height} ${shade} ${quality} ${orientation}`;
    const known = jpegs.get(key);
    if (known) return known;
    const flat = sharp({ create: { width, height, channels: 3, background: { r: shade, g: shade, b: shade } } });
    const tagged = orientation === null ? flat : flat.withMetadata({ orientation: Number(orientation) });
    const made = await tagged.jpeg({ quality: Number(quality ?? 90) }).toBuffer();
    jpegs.set(key, made);
    return made;
  }
  const frames = behind(image, 'frames');
  const whole =
    words.includes('rgba') || words.includes('transparent')
      ? rgbaPng(width, height, seed, words.includes('transparent') ? 0 : 255)
      : greyPng(width, height, seed, frames === null ? 1 : Number(frames));
  return words.includes('cut') ? whole.subarray(0, whole.length - 20) : whole;
}

/** Whether the words of a folder say something about pixels, which only a scan finds out. */
export const tellsPixels = (images: Images): boolean =>
  [...images.values()].some(({ words }) =>
    words.some((word) => /^(?:near:|transparent|opaque|rgb:|detail:|bars:|fine:)/.test(word)),
  );

/**
 * The look of a picture of one colour, said as `rgb:255:0:0`, of a detail, as `detail:0.4`, or with black bars around it,
 * as `bars:<left>:<top>:<right>:<bottom>` in cells of 64, `:text` behind where they bear writing.
 */
function lookFromWords(image: MarkedImage | undefined): PictureLook | null {
  const rgb = image && behind(image, 'rgb:');
  const detail = image && behind(image, 'detail:');
  const bars = image && behind(image, 'bars:');
  if (!rgb && !detail && !bars) return null;
  const [r = 128, g = 128, b = 128] = (rgb ?? '128:128:128').split(':').map(Number);
  const level = 0.299 * r + 0.587 * g + 0.114 * b;
  const cells = (value: number): number[] => new Array<number>(64).fill(Math.round(value));
  const look = lookOf({
    luma: bars ? lumaWithBars(bars) : new Uint8Array(64 * 64).fill(level),
    chroma: Int8Array.from([...cells((b - level) * 0.564), ...cells((r - level) * 0.713)]),
    cover: null,
    background: [0, 0, 0],
  });
  return detail ? { ...look, detail: Number(detail) } : look;
}

/** The fineness said as `fine:<edge>`, with `:enlarged` or the side of blocks behind. */
function finenessFromWords(image: MarkedImage | undefined): Fineness | null {
  const [edge, enlarged] = ((image && behind(image, 'fine:')) ?? '').split(':');
  if (!edge) return null;
  const block = enlarged === 'enlarged' ? null : Number(enlarged);
  return { edge: Number(edge), enlarged: enlarged ? { block } : null };
}

/** 64×64 cells of a checkered picture with black bars; writing is a dotted line along the middle of each. */
function lumaWithBars(words: string): Uint8Array {
  const [left = 0, top = 0, right = 0, bottom = 0] = words.split(':').map(Number);
  const text = words.endsWith(':text');
  return Uint8Array.from({ length: 64 * 64 }, (_, i) => {
    const [x, y] = [i % 64, Math.floor(i / 64)];
    if (x >= left && y >= top && x < 64 - right && y < 64 - bottom) return (x + y) % 2 === 0 ? 200 : 90;
    const line = [Math.floor(top / 2), 63 - Math.floor(bottom / 2)].includes(y) && x > 8 && x < 48;
    return text && line && x % 2 === 0 ? 230 : 0;
  });
}

/**
 * Stands in for the image worker: finds what the words of a marked folder say (`near:<file>:<kind>`, `transparent`), and
 * reads headers and equal files itself.
 */
export function markedScanner(images: Images, bytes: ReadonlyMap<string, Uint8Array>, root: string): PixelScanner {
  const relative = (path: string): string => path.slice(root.length + 1);
  return async ({ files }) => {
    const headers = files.map(({ path }) => {
      const content = bytes.get(relative(path)) ?? new Uint8Array();
      const source = { size: content.length, read: (at: number, n: number) => content.subarray(at, at + n) };
      return { file: path, result: readHeaderNow(source, path) };
    });
    const groups = new Map<Uint8Array, string[]>();
    for (const { path } of files) {
      const content = bytes.get(relative(path));
      if (content) groups.set(content, [...(groups.get(content) ?? []), path]);
    }
    const near = files.flatMap(({ path }): CachedPair[] => {
      const value = behind(images.get(relative(path)) ?? { width: 0, height: 0, words: [] }, 'near:');
      if (value === null) return [];
      const [file, ...kinds] = value.split(':');
      // What is marked or framed is the copy; the file it is said to be near is the clean one.
      const clean = kinds.some((kind) => ['overlay', 'border', 'framed'].includes(kind)) ? 'a' : null;
      const whole = kinds.includes('cut-from') ? 'a' : null;
      const found = { score: 0.98, kinds: kinds as NearKind[], clean, overlay: null, shared: null, whole } as const;
      return [{ a: `${root}/${file}`, b: path, ...found }];
    });
    const order = files.map(({ path }) => path);
    return {
      headers,
      ...buildClusters(
        order,
        [...groups.values()].filter((group) => group.length > 1),
        [],
        near,
      ),
      damaged: headers.flatMap(({ file, result }) => {
        const damage = damageOf(result, null);
        return damage ? [{ file, ...damage }] : [];
      }),
      looks: new Map(
        order.flatMap((path) => {
          const look = lookFromWords(images.get(relative(path)));
          return look === null ? [] : [[path, look] as const];
        }),
      ),
      transparent: new Map(
        order.map((path) => [path, images.get(relative(path))?.words.includes('transparent') ?? false]),
      ),
      fineness: new Map(
        order.flatMap((path) => {
          const fine = finenessFromWords(images.get(relative(path)));
          return fine === null ? [] : [[path, fine] as const];
        }),
      ),
      notCompared: [],
      switchedOff: null,
    };
  };
}
