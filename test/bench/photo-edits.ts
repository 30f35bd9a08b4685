import sharp, { type Sharp } from 'sharp';
import type { NearKind } from '../../server/src/images/compare/kinds.ts';
import type { Random } from './random.ts';

/** What an edited photograph is to its original: the same picture, a part of it, or the next frame of a burst. */
export type Relation = 'same' | 'part' | 'burst';

/** One way trainers get a second file of a photograph. */
export interface Edit {
  readonly relation: Relation;
  /** Names that are right for it; the first kind of a pair is held against them. */
  readonly kinds: readonly NearKind[];
  /** The original is the clean one of the two. */
  readonly marked?: true;
  /** Only the thorough level is expected to link it. */
  readonly thorough?: true;
  make(photo: Sharp, size: Size, r: Random): Promise<Sharp> | Sharp;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

const svg = ({ width, height }: Size, body: string): Buffer =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${body}</svg>`);
/** A pipeline of its own: sharp orders the operations of one pipeline itself. */
const fixed = async (image: Sharp): Promise<Sharp> => sharp(await image.png({ compressionLevel: 0 }).toBuffer());
const over = async (image: Sharp, size: Size, body: string, blend?: 'multiply'): Promise<Sharp> =>
  fixed(image.composite([{ input: svg(size, body), top: 0, left: 0, ...(blend ? { blend } : {}) }]));

function cut(image: Sharp, { width, height }: Size, share: Size, x: number, y: number): Sharp {
  const w = Math.round(width * share.width);
  const h = Math.round(height * share.height);
  return image.extract({ left: Math.round((width - w) * x), top: Math.round((height - h) * y), width: w, height: h });
}

/** Cuts a share off both sides at a place by chance. */
const anywhere = (image: Sharp, size: Size, off: number, r: Random): Sharp =>
  cut(image, size, { width: 1 - off, height: 1 - off }, r.next(), r.next());

/** The liveliest of several boxes of a size, as shares of the room there is: a cut shows something. */
async function lively(image: Sharp, share: Size, r: Random): Promise<{ x: number; y: number }> {
  const side = 64;
  const pixels = await image.clone().resize(side, side, { fit: 'fill' }).greyscale().raw().toBuffer();
  let best = { x: 0, y: 0, energy: -1 };
  for (let k = 0; k < 24; k++) {
    const [x, y] = [r.next(), r.next()];
    const left = Math.floor(x * (1 - share.width) * side);
    const top = Math.floor(y * (1 - share.height) * side);
    let energy = 0;
    for (let j = top; j < top + share.height * side - 1; j++) {
      for (let q = j * side + left; q < j * side + left + share.width * side - 1; q++)
        energy += Math.min(40, Math.abs(pixels[q + 1]! - pixels[q]!) + Math.abs(pixels[q + side]! - pixels[q]!));
    }
    if (energy > best.energy) best = { x, y, energy };
  }
  return best;
}

async function livelyCut(image: Sharp, size: Size, share: Size, r: Random): Promise<Sharp> {
  const { x, y } = await lively(image, share, r);
  return cut(image, size, share, x, y);
}

function square(image: Sharp, size: Size, at: number): Sharp {
  const side = Math.min(size.width, size.height);
  return cut(image, size, { width: side / size.width, height: side / size.height }, at, at);
}

const words = ['when it works', 'me on monday', 'nobody expected this', 'one does not simply'];
const meme = ({ width, height }: Size, r: Random): string =>
  ['9%', '96%']
    .map(
      (y) =>
        `<text x="50%" y="${y}" text-anchor="middle" font-size="${Math.min(width / 11, height / 9)}" font-family="sans-serif" font-weight="bold" fill="#fff" stroke="#000" stroke-width="${width / 260}">${r.pick(words).toUpperCase()}</text>`,
    )
    .join('');

function tiles({ width, height }: Size, r: Random): string {
  const step = width / r.whole(4, 6);
  const parts: string[] = [];
  for (let y = step / 2; y < height + step; y += step / 2)
    for (let x = -step / 2; x < width; x += step)
      parts.push(`<text x="${x + ((y / step) % 2) * 20}" y="${y}" font-size="${step / 6}">stock.photo</text>`);
  return `<g font-family="sans-serif" fill="#fff" fill-opacity="0.45" transform="rotate(-20 ${width / 2} ${height / 2})">${parts.join('')}</g>`;
}

/** The picture under blurred bars of itself, on a canvas of another shape. */
async function blurredBars(image: Sharp, { width, height }: Size): Promise<Sharp> {
  const side = Math.round(Math.max(width, height));
  const canvas =
    width > height ? { width, height: Math.round(side * 1.25) } : { width: Math.round(side * 1.1), height };
  const behind = await image
    .clone()
    .resize(canvas.width, canvas.height, { fit: 'cover' })
    .blur(Math.max(8, side / 40))
    .png({ compressionLevel: 0 })
    .toBuffer();
  return fixed(sharp(behind).composite([{ input: await image.png({ compressionLevel: 0 }).toBuffer() }]));
}

/** A phone's screen that shows the picture across its width, with bars and lines of text around it. */
async function screenshot(image: Sharp, size: Size, r: Random): Promise<Sharp> {
  const width = 720;
  const height = 1480;
  const shown = Math.min(1100, Math.round((width * size.height) / size.width));
  const picture = await image.resize(width, shown, { fit: 'cover' }).png().toBuffer();
  const dark = r.chance(0.5);
  const [ground, ink] = dark ? ['#101014', '#e8e8e8'] : ['#ffffff', '#222222'];
  const top = r.whole(110, 200);
  const line = (y: number, n: number): string =>
    `<rect x="24" y="${y}" width="${60 + n}" height="14" rx="5" fill="${ink}" fill-opacity="0.75"/>`;
  const lines = Array.from({ length: 9 }, (_, k) => line(top + shown + 70 + k * 34, r.whole(150, 560))).join('');
  const body = `<rect width="100%" height="100%" fill="${ground}"/><text x="30" y="40" font-size="28" fill="${ink}" font-family="sans-serif">9:4${r.whole(0, 9)}</text><circle cx="60" cy="${top - 40}" r="28" fill="#c55"/>${line(top - 50, 170)}${lines}<rect x="0" y="${height - 90}" width="100%" height="90" fill="${dark ? '#1c1c22' : '#f0f0f0'}"/>${[90, 270, 450, 630].map((x) => `<circle cx="${x}" cy="${height - 45}" r="18" fill="${ink}"/>`).join('')}`;
  return fixed(
    sharp(svg({ width, height }, body))
      .composite([{ input: picture, left: 0, top }])
      .removeAlpha(),
  );
}

/** What a background remover leaves: one lively blob of the picture on nothing, white or grey. */
async function withoutBackground(image: Sharp, size: Size, r: Random): Promise<Sharp> {
  const share = { width: 0.6, height: 0.6 };
  const at = await lively(image, share, r);
  const cx = size.width * (0.3 + 0.4 * at.x);
  const cy = size.height * (0.3 + 0.4 * at.y);
  const points = Array.from({ length: 24 }, (_, k) => {
    const angle = (k / 24) * 2 * Math.PI;
    const reach = r.between(0.27, 0.36);
    return `${cx + Math.cos(angle) * size.width * reach},${cy + Math.sin(angle) * size.height * reach}`;
  });
  const mask = svg(size, `<polygon points="${points.join(' ')}" fill="#fff"/>`);
  const left = await fixed(image.ensureAlpha().composite([{ input: mask, blend: 'dest-in' }]));
  const ground = r.pick([null, '#ffffff', '#808080']);
  return ground === null ? left : left.flatten({ background: ground });
}

/** The next frame: the camera moved a little, and near things moved more than far ones. */
async function nextFrame(image: Sharp, { width, height }: Size, r: Random): Promise<Sharp> {
  const { data, info } = await image.removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const out = Buffer.alloc(data.length);
  const waves = Array.from({ length: 4 }, () => [
    r.between(1, 3),
    r.between(1, 3),
    r.between(0, 6.28),
    r.between(0.006, 0.014),
  ]);
  const angle = r.between(0.01, 0.03) * r.pick([1, -1]);
  const [dx, dy] = [r.between(-0.03, 0.03) * width, r.between(-0.03, 0.03) * height];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let sx = x + dx + angle * (y - height / 2);
      let sy = y + dy - angle * (x - width / 2);
      for (const [fx, fy, phase, size] of waves as [number, number, number, number][]) {
        const wave = Math.sin(6.28 * ((fx * x) / width + (fy * y) / height) + phase);
        sx += wave * size * width;
        sy += Math.cos(phase) * wave * size * height;
      }
      const at =
        (Math.min(height - 1, Math.max(0, Math.round(sy))) * width + Math.min(width - 1, Math.max(0, Math.round(sx)))) *
        info.channels;
      const to = (y * width + x) * info.channels;
      for (let c = 0; c < info.channels; c++) out[to + c] = data[at + c]!;
    }
  }
  return sharp(out, { raw: { width, height, channels: info.channels as 3 } }).blur(0.6);
}

const OVERLAY: readonly NearKind[] = ['overlay'];
const PART: readonly NearKind[] = ['cut-from'];
const CROPPED: readonly NearKind[] = ['cropped'];
const AROUND: readonly NearKind[] = ['border', 'framed'];

/** The edits of the benchmark, by name. */
export const EDITS: Record<string, Edit> = {
  recompressed: { relation: 'same', kinds: ['recompressed'], make: (i) => i },
  resized: {
    relation: 'same',
    kinds: ['resized'],
    make: (i, s, r) => i.resize(Math.round(s.width * r.between(0.4, 0.8))),
  },
  stretched: {
    relation: 'same',
    kinds: ['stretched'],
    make: (i, s, r) => i.resize(s.width, Math.round(s.height * r.pick([0.8, 1.2])), { fit: 'fill' }),
  },
  mirrored: { relation: 'same', kinds: ['mirrored'], make: (i) => i.flop() },
  turned: { relation: 'same', kinds: ['rotated'], make: (i, _s, r) => i.rotate(r.pick([90, 270])) },
  greyscale: { relation: 'same', kinds: ['colour-changed'], make: (i) => i.greyscale() },
  toned: {
    relation: 'same',
    kinds: ['colour-changed'],
    make: (i, _s, r) =>
      i.modulate({ saturation: r.pick([0.5, 1.6]), hue: r.whole(-20, 20), brightness: r.pick([0.8, 1.2]) }),
  },
  noise: {
    relation: 'same',
    kinds: ['recompressed'],
    make: async (i, s) =>
      fixed(
        i.composite([
          {
            input: await sharp({
              create: { ...s, channels: 3, background: '#808080', noise: { type: 'gaussian', mean: 128, sigma: 22 } },
            })
              .png()
              .toBuffer(),
            blend: 'soft-light',
          },
        ]),
      ),
  },
  blurred: { relation: 'same', kinds: ['recompressed'], make: (i, _s, r) => i.blur(r.between(1.5, 3)) },
  'corner mark': {
    relation: 'same',
    kinds: OVERLAY,
    marked: true,
    make: (i, s, r) =>
      over(
        i,
        s,
        `<text x="${r.pick([3, 68])}%" y="${r.pick([8, 96])}%" font-size="${s.width / 22}" font-family="sans-serif" font-weight="bold" fill="#fff" fill-opacity="0.8" stroke="#000" stroke-opacity="0.4">@artist_${r.whole(10, 99)}</text>`,
      ),
  },
  'corner logo': {
    relation: 'same',
    kinds: OVERLAY,
    marked: true,
    make: (i, s, r) => {
      const side = s.width * r.between(0.09, 0.14);
      const x = r.pick([0.02, 0.86]) * s.width;
      const y = r.pick([0.03, 0.8]) * s.height;
      return over(
        i,
        s,
        `<rect x="${x}" y="${y}" width="${side}" height="${side}" rx="9" fill="#c22"/><circle cx="${x + side / 2}" cy="${y + side / 2}" r="${side / 3}" fill="#fd0"/>`,
      );
    },
  },
  'big watermark': {
    relation: 'same',
    kinds: OVERLAY,
    marked: true,
    make: (i, s, r) =>
      over(
        i,
        s,
        `<text x="50%" y="55%" text-anchor="middle" font-size="${s.width / 6}" font-family="sans-serif" font-weight="bold" fill="${r.pick(['#fff', '#000'])}" fill-opacity="${r.between(0.45, 0.75)}" transform="rotate(${r.whole(-30, 0)} ${s.width / 2} ${s.height / 2})">SAMPLE</text>`,
      ),
  },
  'tiled watermark': { relation: 'same', kinds: OVERLAY, marked: true, make: (i, s, r) => over(i, s, tiles(s, r)) },
  'meme text': { relation: 'same', kinds: OVERLAY, marked: true, make: (i, s, r) => over(i, s, meme(s, r)) },
  'text bar': {
    relation: 'same',
    kinds: [...AROUND, 'overlay'],
    marked: true,
    make: async (i, s, r) => {
      const bar = Math.round(s.height * r.between(0.1, 0.16));
      const wide = { width: s.width, height: s.height + bar };
      return over(
        await fixed(i.extend({ bottom: bar, background: '#fff' })),
        wide,
        `<text x="20" y="${s.height + bar * 0.7}" font-size="${bar * 0.5}" font-family="sans-serif">${r.pick(words)}</text>`,
      );
    },
  },
  vignette: {
    relation: 'same',
    kinds: ['colour-changed'],
    make: async (i, s, r) =>
      (
        await over(
          i,
          s,
          `<defs><radialGradient id="v" r="75%"><stop offset="35%" stop-color="#fff"/><stop offset="100%" stop-color="#${r.pick(['222', '333', '111'])}"/></radialGradient></defs><rect width="100%" height="100%" fill="url(#v)"/>`,
          'multiply',
        )
      ).modulate({ saturation: 1.25 }),
  },
  'graded light': {
    relation: 'same',
    kinds: ['colour-changed'],
    make: (i, s, r) =>
      over(
        i,
        s,
        `<defs><linearGradient id="g" x1="0" y1="0" x2="${r.pick([0, 1])}" y2="1"><stop offset="0" stop-color="#fff"/><stop offset="1" stop-color="#754"/></linearGradient></defs><rect width="100%" height="100%" fill="url(#g)"/>`,
        'multiply',
      ),
  },
  border: {
    relation: 'same',
    kinds: AROUND,
    make: (i, s, r) => {
      const b = Math.round(Math.min(s.width, s.height) * r.between(0.03, 0.1));
      return i.extend({ top: b, bottom: b, left: b, right: b, background: r.pick(['#000', '#fff', '#863']) });
    },
  },
  letterbox: {
    relation: 'same',
    kinds: AROUND,
    make: (i, s) => {
      const side = Math.max(s.width, s.height, Math.round(Math.min(s.width, s.height) * 1.2));
      return i.resize(side, side, { fit: 'contain', background: '#000' });
    },
  },
  'blurred letterbox': { relation: 'same', kinds: AROUND, thorough: true, make: (i, s) => blurredBars(i, s) },
  screenshot: { relation: 'same', kinds: AROUND, marked: true, thorough: true, make: screenshot },
  'background removed': {
    relation: 'same',
    kinds: ['background-changed'],
    thorough: true,
    make: withoutBackground,
  },
  'crop 4 %': { relation: 'same', kinds: CROPPED, make: (i, s, r) => anywhere(i, s, 0.04, r) },
  'crop 15 %': { relation: 'same', kinds: CROPPED, make: (i, s, r) => anywhere(i, s, 0.15, r) },
  'crop 25 %': { relation: 'same', kinds: CROPPED, make: (i, s, r) => anywhere(i, s, 0.25, r) },
  'square centre': { relation: 'same', kinds: [...CROPPED, ...PART], make: (i, s) => square(i, s, 0.5) },
  'square edge': { relation: 'same', kinds: [...CROPPED, ...PART], make: (i, s, r) => square(i, s, r.pick([0, 1])) },
  'crop 40 %': { relation: 'part', kinds: PART, thorough: true, make: (i, s, r) => anywhere(i, s, 0.4, r) },
  'upper body': {
    relation: 'part',
    kinds: PART,
    thorough: true,
    make: (i, s, r) => livelyCut(i, s, { width: 0.55, height: 0.5 }, r),
  },
  face: {
    relation: 'part',
    kinds: PART,
    thorough: true,
    make: async (i, s, r) =>
      (await fixed(await livelyCut(i, s, { width: 0.33, height: 0.33 }, r))).resize(r.pick([512, 400, 768])),
  },
  'next frame': { relation: 'burst', kinds: ['burst'], make: nextFrame },
};

/** Applies one edit to an encoded photograph; saved as the programs of trainers save. */
export async function edit(name: string, photo: Buffer, r: Random): Promise<{ bytes: Buffer; extension: string }> {
  const { data, info } = await sharp(photo).autoOrient().removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const size = { width: info.width, height: info.height };
  const start = sharp(data, { raw: { ...size, channels: 3 } });
  const done = await fixed(await EDITS[name]!.make(start, size, r));
  const { isOpaque } = await done.clone().stats();
  if (!isOpaque) return { bytes: await done.png({ compressionLevel: 3 }).toBuffer(), extension: 'png' };
  if (r.chance(0.2)) return { bytes: await done.webp({ quality: 85, effort: 1 }).toBuffer(), extension: 'webp' };
  return { bytes: await done.jpeg({ quality: r.whole(70, 92) }).toBuffer(), extension: 'jpg' };
}
