import sharp, { type Sharp } from 'sharp';
import type { Random } from './random.ts';

/** An encoded copy and the extension its file gets. */
export interface Copy {
  readonly bytes: Buffer;
  readonly extension: string;
}

/** One way copies differ from their original. Null where it cannot apply to a picture. */
type Transformation = (image: Sharp, size: Size, r: Random) => Promise<Copy | null>;

interface Size {
  readonly width: number;
  readonly height: number;
  readonly alpha: boolean;
}

const jpeg = async (image: Sharp, quality = 90): Promise<Copy> => ({
  bytes: await image.flatten({ background: '#ffffff' }).jpeg({ quality }).toBuffer(),
  extension: 'jpg',
});
const png = async (image: Sharp): Promise<Copy> => ({
  bytes: await image.png({ compressionLevel: 3 }).toBuffer(),
  extension: 'png',
});
const webp = async (image: Sharp, quality: number): Promise<Copy> => ({
  bytes: await image.webp({ quality, effort: 1 }).toBuffer(),
  extension: 'webp',
});
/** A fresh pipeline over the result so far: sharp orders the operations of one pipeline itself. */
const fixed = async (image: Sharp): Promise<Sharp> => sharp(await image.png({ compressionLevel: 1 }).toBuffer());
const either = (image: Sharp, r: Random): Promise<Copy> => (r.chance(0.5) ? jpeg(image, r.whole(70, 95)) : png(image));

function crop(image: Sharp, { width, height }: Size, share: number, r: Random): Sharp {
  const w = Math.round(width * (1 - share));
  const h = Math.round(height * (1 - share * r.between(0.3, 1)));
  return image.extract({ left: r.whole(0, width - w), top: r.whole(0, height - h), width: w, height: h });
}

const text = (width: number, height: number, body: string): Buffer =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${body}</svg>`);

async function noisy(image: Sharp, sigma: number, r: Random): Promise<Sharp> {
  const { data, info } = await image
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  for (let i = 0; i < data.length; i++) data[i] = Math.max(0, Math.min(255, data[i]! + r.normal() * sigma));
  return sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels as 3 } });
}

/** The transformations of the benchmark, by name. */
export const TRANSFORMATIONS: Record<string, Transformation> = {
  'same pixels, other file': async (i) => ({
    bytes: await i.png({ compressionLevel: 9, progressive: true }).toBuffer(),
    extension: 'png',
  }),
  're-encoded JPEG 75-95': (i, _s, r) => jpeg(i, r.whole(75, 95)),
  're-encoded JPEG 20-50': (i, _s, r) => jpeg(i, r.whole(20, 50)),
  're-encoded WebP': (i, _s, r) => webp(i, r.whole(40, 90)),
  'resized 30-90 %': (i, s, r) => either(i.resize(Math.round(s.width * r.between(0.3, 0.9))), r),
  enlarged: (i, s, r) => jpeg(i.resize(Math.round(s.width * r.between(1.2, 1.8)))),
  'aspect changed': (i, s, r) =>
    either(i.resize(s.width, Math.round(s.height * r.pick([0.75, 0.85, 1.15, 1.3])), { fit: 'fill' }), r),
  'cropped 1-5 %': (i, s, r) => either(crop(i, s, r.between(0.01, 0.05), r), r),
  'cropped 5-10 %': (i, s, r) => either(crop(i, s, r.between(0.05, 0.1), r), r),
  'cropped 10-20 %': (i, s, r) => either(crop(i, s, r.between(0.1, 0.2), r), r),
  'square cut': async (i, s, r) => {
    const side = Math.min(s.width, s.height);
    if (side / Math.max(s.width, s.height) > 0.95 || side / Math.max(s.width, s.height) < 0.7) return null;
    return either(
      i.extract({ left: r.whole(0, s.width - side), top: r.whole(0, s.height - side), width: side, height: side }),
      r,
    );
  },
  border: (i, s, r) => {
    const b = Math.round(Math.min(s.width, s.height) * r.between(0.03, 0.1));
    return either(
      i
        .flatten({ background: '#ffffff' })
        .extend({ top: b, bottom: b, left: b, right: b, background: r.pick(['#000', '#fff', '#863', '#48a']) }),
      r,
    );
  },
  letterbox: (i, s, r) => {
    const side = Math.max(s.width, s.height, Math.round(Math.min(s.width, s.height) * 1.25));
    return either(
      i
        .flatten({ background: '#ffffff' })
        .resize(side, side, { fit: 'contain', background: r.pick(['#000', '#fff', '#808080']) }),
      r,
    );
  },
  'caption bar': (i, s, r) => {
    const bar = Math.round(s.height * r.between(0.08, 0.16));
    const top = r.chance(0.5);
    const words = text(
      s.width,
      s.height + bar,
      `<text x="10" y="${(top ? 0 : s.height) + bar * 0.7}" font-size="${bar * 0.6}" font-family="sans-serif">${r.whole(1000, 99999)} when it works</text>`,
    );
    return either(
      i
        .flatten({ background: '#ffffff' })
        .extend({ [top ? 'top' : 'bottom']: bar, background: '#fff' })
        .composite([{ input: words, top: 0, left: 0 }]),
      r,
    );
  },
  logo: (i, s, r) => {
    const side = Math.round(Math.min(s.width, s.height) * r.between(0.12, 0.25));
    const logo = text(
      side,
      side,
      `<rect width="100%" height="100%" rx="9" fill="${r.pick(['#c22', '#222', '#fff', '#06c'])}"/><circle cx="50%" cy="50%" r="30%" fill="#fd0"/>`,
    );
    return either(
      i.composite([{ input: logo, gravity: r.pick(['northeast', 'southeast', 'southwest', 'northwest']) }]),
      r,
    );
  },
  watermark: (i, s, r) =>
    either(
      i.composite([
        {
          input: text(
            s.width,
            s.height,
            `<text x="5%" y="${r.whole(35, 70)}%" font-size="${s.width / 9}" font-family="sans-serif" font-weight="bold" fill="${r.pick(['#fff', '#000', '#888'])}" fill-opacity="${r.between(0.3, 0.6)}" transform="rotate(${r.whole(-20, 20)} ${s.width / 2} ${s.height / 2})">SAMPLE COPY</text>`,
          ),
        },
      ]),
      r,
    ),
  'brightness and contrast': (i, _s, r) => {
    const a = r.pick([0.65, 0.8, 1.2, 1.35]);
    return either(i.flatten({ background: '#ffffff' }).linear(a, 128 * (1 - a) + r.between(-25, 25)), r);
  },
  gamma: async (i, _s, r) => either((await fixed(i)).flatten({ background: '#ffffff' }).gamma(r.between(1.2, 2)), r),
  colour: (i, _s, r) => either(i.modulate({ saturation: r.pick([0.4, 0.7, 1.4, 1.8]), hue: r.whole(-25, 25) }), r),
  greyscale: (i) => jpeg(i.flatten({ background: '#ffffff' }).greyscale()),
  sepia: (i) =>
    jpeg(
      i
        .flatten({ background: '#ffffff' })
        .removeAlpha()
        .recomb([
          [0.393, 0.769, 0.189],
          [0.349, 0.686, 0.168],
          [0.272, 0.534, 0.131],
        ]),
    ),
  blurred: (i, _s, r) => either(i.blur(r.between(1, 4)), r),
  sharpened: (i, _s, r) => either(i.sharpen({ sigma: r.between(1, 3) }), r),
  noise: async (i, _s, r) => either(await noisy(i, r.between(6, 18), r), r),
  'rotated 1-4 degrees': async (i, s, r) => {
    const turned = await i
      .flatten({ background: '#ffffff' })
      .rotate(r.between(1, 4) * r.pick([1, -1]), { background: '#fff' })
      .png()
      .toBuffer();
    return either(
      r.chance(0.5)
        ? sharp(turned)
        : sharp(turned).resize(Math.round(s.width * 0.92), Math.round(s.height * 0.92), {
            fit: 'cover',
            withoutEnlargement: true,
          }),
      r,
    );
  },
  mirrored: (i, _s, r) => either(i.flop(), r),
  'mirrored and resized': (i, s, r) => jpeg(i.flop().resize(Math.round(s.width * r.between(0.4, 0.8))), 80),
  'EXIF orientation': async (i, _s, r) => {
    const [orientation, angle] = r.pick([
      [6, 270],
      [8, 90],
      [3, 180],
    ] as const);
    const turned = sharp(await i.flatten({ background: '#ffffff' }).rotate(angle).png().toBuffer());
    return { bytes: await turned.jpeg({ quality: 92 }).withMetadata({ orientation }).toBuffer(), extension: 'jpg' };
  },
  'turned by 90 or 180': (i, _s, r) => either(i.rotate(r.pick([90, 180, 270])), r),
  'alpha flattened': async (i, s, r) =>
    s.alpha ? either(i.flatten({ background: r.pick(['#fff', '#000', '#888', '#3a7']) }), r) : null,
  'cropped, resized, JPEG': async (i, s, r) =>
    jpeg(
      (await fixed(crop(i, s, r.between(0.03, 0.1), r))).resize(Math.round(s.width * r.between(0.4, 0.8))),
      r.whole(50, 80),
    ),
  'mirrored, toned': (i, _s, r) =>
    jpeg(i.flatten({ background: '#ffffff' }).flop().linear(r.between(0.75, 1.25), r.between(-15, 15)), 80),
  'logo, colour, resized': async (i, s, r) => {
    const side = Math.round(Math.min(s.width, s.height) * 0.15);
    const marked = await fixed(
      i.composite([
        {
          input: text(
            side,
            side,
            '<rect width="100%" height="100%" fill="#fff"/><circle cx="50%" cy="50%" r="30%" fill="#d22"/>',
          ),
          gravity: 'southeast',
        },
      ]),
    );
    return jpeg(
      marked
        .modulate({ saturation: r.between(0.5, 1.5), brightness: r.between(0.85, 1.15) })
        .resize(Math.round(s.width * 0.7)),
      75,
    );
  },
  'border and crop': async (i, s, r) => {
    const cut = await fixed(crop(i, s, r.between(0.02, 0.08), r).flatten({ background: '#ffffff' }));
    return jpeg(cut.extend({ top: 20, bottom: 20, left: 20, right: 20, background: r.pick(['#000', '#fff']) }));
  },
};

/** Applies one transformation to an encoded picture. */
export async function transform(name: string, original: Buffer, random: Random): Promise<Copy | null> {
  const { width, height, hasAlpha } = await sharp(original).metadata();
  return TRANSFORMATIONS[name]!(sharp(original), { width, height, alpha: hasAlpha }, random);
}

/** A broken copy: cut off, overwritten in the middle, tail zeroed, or empty. */
export function breakFile(bytes: Buffer, way: 'cut' | 'overwritten' | 'zeroed' | 'empty', random: Random): Buffer {
  const at = Math.floor(bytes.length * random.between(0.3, 0.85));
  if (way === 'empty') return Buffer.alloc(0);
  if (way === 'cut') return bytes.subarray(0, at);
  const broken = Buffer.from(bytes);
  if (way === 'zeroed') return broken.fill(0, at);
  for (let i = at; i < Math.min(at + 400, broken.length - 20); i++) broken[i] = random.whole(0, 255);
  return broken;
}
