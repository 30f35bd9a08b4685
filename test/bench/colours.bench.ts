// Tags about colours against pictures: how many wrong ones are found, and how many right ones are called wrong, by kind. Pictures are drawn
// by script, and made of the photographs of a folder (TAGMETRY_PHOTOS). With TAGMETRY_PHOTO_LABELS, a JSON file of tags by file name, what
// people say of the photographs themselves is asked too.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { claimOf, contradiction } from '../../server/src/images/colour-truth.ts';
import { extractFingerprint } from '../../server/src/images/fingerprint/extract.ts';
import { lookOf, type PictureLook } from '../../server/src/images/look.ts';
import type { Bench, Figure } from './figure.ts';
import { Random } from './random.ts';

/** Share of right tags that may be called wrong, per cent. */
const mostFalse = 2;

/** A picture and the tags that are right and wrong of it. */
interface Case {
  readonly look: PictureLook;
  readonly right: readonly string[];
  readonly wrong: readonly string[];
}

async function lookAt(image: Sharp): Promise<PictureLook> {
  const pixels = image.resize(128, 128, { fit: 'fill' }).toColourspace('srgb').raw();
  const { data, info } = await pixels.toBuffer({ resolveWithObject: true });
  return lookOf(extractFingerprint({ ...info, data }, 512, 512));
}

const colours: Readonly<Record<string, readonly [h: number, s: number, l: number]>> = {
  white: [0, 0, 97],
  black: [0, 0, 4],
  grey: [0, 0, 55],
  red: [0, 75, 48],
  blue: [222, 75, 50],
  green: [125, 60, 42],
  yellow: [54, 85, 58],
  purple: [278, 60, 50],
  pink: [338, 75, 78],
};

/** Words near enough that people disagree: neither right nor wrong of the other. */
const near: Readonly<Record<string, readonly string[]>> = {
  white: ['grey', 'pink', 'yellow'],
  grey: ['white', 'black'],
  black: ['grey'],
  red: ['pink'],
  pink: ['red', 'white', 'purple'],
  blue: ['purple'],
  purple: ['blue', 'pink'],
  yellow: ['white'],
};

/** A figure on a background of one colour: shaded, textured or with a vignette, of any size, up to filling most of the picture. */
async function drawn(random: Random, name: string): Promise<Sharp> {
  const [h, s, l] = colours[name] as readonly [number, number, number];
  const jitter = (value: number, by: number): number => Math.max(0, Math.min(100, value + random.between(-by, by)));
  const hue = h + (s === 0 ? 0 : random.between(-8, 8));
  const back = `hsl(${hue},${s === 0 ? 0 : jitter(s, 8)}%,${jitter(l, 3)}%)`;
  const edge = `hsl(${hue},${s}%,${jitter(l, random.chance(0.5) ? 2 : 9)}%)`;
  const any = (): string => `hsl(${random.between(0, 360)},${random.between(10, 90)}%,${random.between(8, 92)}%)`;
  const size = random.between(0.35, 1.25);
  const [x, y] = [256 + random.between(-70, 70), 280 + random.between(-50, 90)];
  const parts = [
    `<ellipse cx="${x}" cy="${y + 150 * size}" rx="${150 * size}" ry="${190 * size}" fill="${any()}"/>`,
    `<ellipse cx="${x}" cy="${y - 60 * size}" rx="${95 * size}" ry="${110 * size}" fill="hsl(25,55%,${random.between(45, 85)}%)"/>`,
    `<path d="M${x - 110 * size} ${y - 40 * size} Q${x} ${y - 280 * size} ${x + 110 * size} ${y - 40 * size} Q${x} ${y - 150 * size} ${x - 110 * size} ${y - 40 * size}Z" fill="${any()}"/>`,
    ...Array.from(
      { length: 8 },
      () =>
        `<circle cx="${x + random.between(-120, 120) * size}" cy="${y + random.between(0, 260) * size}" r="${random.between(4, 30) * size}" fill="${any()}"/>`,
    ),
  ];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="512" height="512"><defs><radialGradient id="g"><stop offset="0.4" stop-color="${back}"/><stop offset="1" stop-color="${edge}"/></radialGradient></defs><rect width="512" height="512" fill="url(#g)"/>${parts.join('')}</svg>`;
  const jpeg = await sharp(Buffer.from(svg))
    .removeAlpha()
    .jpeg({ quality: Math.round(random.between(40, 95)) })
    .toBuffer();
  return sharp(jpeg);
}

async function drawnCases(count: number): Promise<Case[]> {
  const random = new Random(7);
  const cases: Case[] = [];
  const names = Object.keys(colours);
  for (let at = 0; at < count; at++) {
    const name = names[at % names.length] as string;
    const wrong = names.filter((other) => other !== name && !near[name]?.includes(other));
    const picture = await drawn(random, name);
    cases.push({
      look: await lookAt(picture.clone()),
      right: [`${name} background`],
      wrong: wrong.map((other) => `${other} background`),
    });
    // The same without colour, and in one colour.
    cases.push({
      look: await lookAt(picture.clone().greyscale()),
      right: ['greyscale', 'monochrome'],
      wrong: ['sepia'],
    });
    const tint = {
      r: Math.round(random.between(60, 255)),
      g: Math.round(random.between(60, 255)),
      b: Math.round(random.between(60, 255)),
    };
    cases.push({ look: await lookAt(picture.clone().tint(tint)), right: ['monochrome'], wrong: [] });
  }
  return cases;
}

const sepia = [
  [0.393, 0.769, 0.189],
  [0.349, 0.686, 0.168],
  [0.272, 0.534, 0.131],
] as [[number, number, number], [number, number, number], [number, number, number]];

/** Paper that is yellow at its edges. */
const yellowed = Buffer.from(
  '<svg width="256" height="256"><defs><radialGradient id="g" r="0.75"><stop offset="0.45" stop-color="#fff"/><stop offset="1" stop-color="#e0c080"/></radialGradient></defs><rect width="256" height="256" fill="url(#g)"/></svg>',
);

const tints = ['#8a6d3b', '#3b5f8a', '#7a2f2f', '#2f7a4a', '#b05fa0', '#d0a040'];

type Rgb = readonly [number, number, number];

/** A grey picture whose dark parts have one colour and its light parts another. */
async function twoToned(grey: Buffer, { low, high }: { readonly low: Rgb; readonly high: Rgb }): Promise<Sharp> {
  const { data, info } = await sharp(grey).greyscale().raw().toBuffer({ resolveWithObject: true });
  const pixels = Buffer.alloc(data.length * 3);
  for (const [at, light] of data.entries())
    for (const channel of [0, 1, 2] as const)
      pixels[3 * at + channel] = low[channel] + ((high[channel] - low[channel]) * light) / 255;
  return sharp(pixels, { raw: { width: info.width, height: info.height, channels: 3 } });
}

/** Photographs are in colour and lit; made grey, brown and dark by script they are what the tags say. */
async function photoCases(folder: string): Promise<Case[]> {
  const cases: Case[] = [];
  const random = new Random(11);
  for (const name of readdirSync(folder)
    .filter((file) => /\.(?:jpe?g|png|webp)$/i.test(file))
    .sort()) {
    const photo = await sharp(path.join(folder, name))
      .resize(256, 256, { fit: 'inside' })
      .removeAlpha()
      .jpeg()
      .toBuffer();
    cases.push({ look: await lookAt(sharp(photo)), right: [], wrong: ['greyscale', 'monochrome', 'sepia'] });
    cases.push({ look: await lookAt(sharp(photo).greyscale()), right: ['greyscale', 'monochrome'], wrong: ['sepia'] });
    cases.push({ look: await lookAt(sharp(photo).recomb(sepia)), right: ['sepia', 'monochrome'], wrong: [] });
    const grey = await sharp(photo)
      .resize(256, 256, { fit: 'fill' })
      .greyscale()
      .toColourspace('srgb')
      .png()
      .toBuffer();
    const paper = sharp(await sharp(grey).linear([1, 0.95, 0.82], [0, 0, 0]).png().toBuffer());
    cases.push({ look: await lookAt(paper), right: ['greyscale', 'monochrome'], wrong: [] });
    const old = sharp(
      await sharp(grey)
        .composite([{ input: yellowed, blend: 'multiply' }])
        .removeAlpha()
        .png()
        .toBuffer(),
    );
    cases.push({ look: await lookAt(old), right: ['greyscale', 'monochrome'], wrong: [] });
    cases.push({ look: await lookAt(sharp(photo).tint(random.pick(tints))), right: ['monochrome'], wrong: [] });
    const blueToPink = { low: [20, 24, 80], high: [255, 214, 224] } as const;
    cases.push({ look: await lookAt(await twoToned(grey, blueToPink)), right: ['monochrome'], wrong: [] });
    const splitToned = { low: [0, 4, 22], high: [255, 246, 224] } as const;
    cases.push({ look: await lookAt(await twoToned(grey, splitToned)), right: ['greyscale', 'monochrome'], wrong: [] });
    // Faded prints are still in colour.
    const faded = sharp(photo).modulate({ saturation: 0.6 });
    cases.push({ look: await lookAt(faded), right: [], wrong: ['greyscale', 'monochrome'] });
    const night = sharp(photo).linear([0.25, 0.28, 0.4], [0, 0, 4]);
    cases.push({ look: await lookAt(sharp(await night.toBuffer())), right: ['night'], wrong: [] });
    // Not all of these are called wrong: a dim room may be lit by day.
    cases.push({
      look: await lookAt(sharp(await sharp(photo).linear(0.07, 0).toBuffer())),
      right: ['night'],
      wrong: ['day'],
    });
    cases.push({
      look: await lookAt(sharp(await sharp(photo).linear(0.35, 160).toBuffer())),
      right: ['day'],
      wrong: ['night'],
    });
  }
  return cases;
}

/** What people say of photographs: tags that are right of them, by file name. */
async function labelledCases(folder: string, labels: string): Promise<Case[]> {
  const said = JSON.parse(readFileSync(labels, 'utf8')) as Record<string, { right?: string[]; wrong?: string[] }>;
  const cases: Case[] = [];
  for (const [name, { right = [], wrong = [] }] of Object.entries(said))
    cases.push({ look: await lookAt(sharp(path.join(folder, name)).removeAlpha()), right, wrong });
  return cases;
}

/** Recall and false alarms by kind of tag. */
function figuresOf(set: string, cases: readonly Case[]): Figure[] {
  const kinds = new Map<string, { right: number; falsely: number; wrong: number; found: number }>();
  for (const { look, right, wrong } of cases)
    for (const [tags, isRight] of [
      [right, true],
      [wrong, false],
    ] as const)
      for (const tag of tags) {
        const claim = claimOf(tag);
        if (!claim) throw new Error(`"${tag}" claims nothing`);
        const kind = kinds.get(claim.claim) ?? { right: 0, falsely: 0, wrong: 0, found: 0 };
        const against = contradiction(claim, look) !== null;
        if (isRight) {
          kind.right++;
          if (against) kind.falsely++;
        } else {
          kind.wrong++;
          if (against) kind.found++;
        }
        kinds.set(claim.claim, kind);
      }
  const figures: Figure[] = [];
  for (const [kind, { right, falsely, wrong, found }] of [...kinds].sort()) {
    if (wrong > 0)
      figures.push({ name: `${set}, ${kind}: found of ${wrong} wrong tags`, value: (100 * found) / wrong, unit: '%' });
    if (right > 0)
      figures.push({
        name: `${set}, ${kind}: called wrong of ${right} right tags`,
        value: (100 * falsely) / right,
        unit: '%',
        atMost: mostFalse,
      });
  }
  return figures;
}

const bench: Bench = async () => {
  const figures = figuresOf('drawn', await drawnCases(360));
  const folder = process.env.TAGMETRY_PHOTOS;
  if (folder === undefined || !existsSync(folder)) return figures;
  figures.push(...figuresOf('photographs', await photoCases(folder)));
  const labels = process.env.TAGMETRY_PHOTO_LABELS;
  if (labels !== undefined) figures.push(...figuresOf('as people see them', await labelledCases(folder, labels)));
  return figures;
};
export default bench;
