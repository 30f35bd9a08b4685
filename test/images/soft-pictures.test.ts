import assert from 'node:assert/strict';
import sharp, { type Sharp } from 'sharp';
import { DETAIL_SIDE, decodeDetail, encodeDetail } from '../../server/src/images/compare/look/detail.ts';
import type { Looked } from '../../server/src/images/compare/look/difference.ts';
import type { Lay } from '../../server/src/images/compare/look/lay.ts';
import { lookAt } from '../../server/src/images/compare/look/look.ts';
import { Random } from '../bench/random.ts';

const [WIDTH, HEIGHT] = [768, 1024];

const svg = (body: string, width = WIDTH, height = HEIGHT): Buffer =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${body}</svg>`);

const slope = (id: string, colours: readonly string[], across: number): string =>
  `<linearGradient id="${id}" x1="0" y1="0" x2="${across}" y2="1">${colours.map((colour, k) => `<stop offset="${k / (colours.length - 1)}" stop-color="${colour}"/>`).join('')}</linearGradient>`;

/** With a little grain, as every camera leaves it; the same at each call. */
const grained = async (body: string, blur: number): Promise<Buffer> => {
  const { data, info } = await sharp(svg(body)).blur(blur).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const random = new Random(7);
  for (let i = 0; i < data.length; i += 3) {
    const grain = random.between(-4, 4);
    for (let c = 0; c < 3; c++) data[i + c] = Math.max(0, Math.min(255, Math.round(data[i + c]! + grain)));
  }
  return sharp(data, { raw: { width: info.width, height: info.height, channels: 3 } })
    .jpeg({ quality: 93 })
    .toBuffer();
};

/** Pictures with little to hold on to. */
const PICTURES: Record<string, { readonly body: string; readonly blur: number }> = {
  'a lake at dusk': {
    body: `<defs>${slope('s', ['#27408b', '#b08bd0', '#ffb0a0', '#30304a', '#8070a8', '#202040'], 0)}</defs><rect width="768" height="1024" fill="url(#s)"/><path d="M0 600 Q200 570 400 596 T768 588 V616 H0Z" fill="#23283c"/><path d="M600 640 l4 60 M620 650 l-3 70 M650 645 l2 66 M700 640 l6 80" stroke="#1a1a2c" stroke-width="4"/>`,
    blur: 2,
  },
  'an island in fog': {
    body: `<defs>${slope('s', ['#7aa0c0', '#5f87ad', '#2c4f86', '#142850'], 0)}</defs><rect width="768" height="1024" fill="url(#s)"/><ellipse cx="150" cy="660" rx="90" ry="36" fill="#16294a"/><ellipse cx="620" cy="664" rx="120" ry="30" fill="#1a2d50"/><rect y="690" width="768" height="14" fill="#9db4cf" fill-opacity="0.5"/>`,
    blur: 6,
  },
  'lights out of focus': {
    body: `<rect width="768" height="1024" fill="#0e1018"/>${[...'abcdefghij'].map((_, k) => `<circle cx="${60 + ((k * 271) % 700)}" cy="${80 + ((k * 397) % 900)}" r="${50 + 9 * (k % 5)}" fill="hsl(${k * 41},80%,55%)" fill-opacity="0.7"/>`).join('')}`,
    blur: 18,
  },
};

const looked = async (image: Sharp): Promise<Looked> => {
  const saved = await image.jpeg({ quality: 85 }).toBuffer();
  const { width, height } = await sharp(saved).metadata();
  const side = { width: DETAIL_SIDE, height: DETAIL_SIDE, fit: 'fill' } as const;
  const pixels = await sharp(saved).resize(side).ensureAlpha().raw().toBuffer();
  return { print: { width, height, alpha: false }, detail: decodeDetail(encodeDetail(new Uint8Array(pixels))) };
};

const graded = (picture: Buffer): Sharp =>
  sharp(picture).composite([
    {
      input: svg(`<defs>${slope('g', ['#fff', '#754'], 1)}</defs><rect width="100%" height="100%" fill="url(#g)"/>`),
      blend: 'multiply',
    },
  ]);

const letterboxed = (picture: Buffer): Sharp =>
  sharp(picture).resize(HEIGHT, HEIGHT, { fit: 'contain', background: '#000' });

const WHOLE: Lay = [0, 1, 0, 0, 0, 1];
const BETWEEN_BARS: Lay = [1 / 8, 3 / 4, 0, 0, 0, 1];

/** How a first look lays pictures that have little to hold on to: along, off and leaning. */
const OFF: readonly Lay[] = [
  [0, 0, 0, 0, 0, 0],
  [0.04, -0.07, 0.004, 0.004, 0, -0.006],
  [-0.006, 0.011, -0.003, 0.009, -0.009, -0.006],
  [-0.03, -0.02, 0.05, 0.01, -0.004, 0.012],
];
const about = (lay: Lay, off: Lay): Lay => lay.map((value, k) => value + off[k]!) as unknown as Lay;

describe('soft pictures', function () {
  this.timeout(60_000);
  const pictures = new Map<string, Buffer>();
  before(async () => {
    for (const [name, { body, blur }] of Object.entries(PICTURES)) pictures.set(name, await grained(body, blur));
  });

  it('are laid as copies lie where that explains as much: other light is neither a cut nor a stretch', async () => {
    for (const [name, picture] of pictures) {
      const [original, copy] = [await looked(sharp(picture)), await looked(graded(picture))];
      for (const off of OFF)
        assert.deepEqual(
          lookAt(original, copy, about(WHOLE, off), 'sure')?.kinds,
          ['colour-changed'],
          `${name} ${String(off)}`,
        );
    }
  });

  it('lie between bars where there are any', async () => {
    for (const [name, picture] of pictures) {
      const [original, copy] = [await looked(sharp(picture)), await looked(letterboxed(picture))];
      for (const off of OFF) {
        const look = lookAt(original, copy, about(BETWEEN_BARS, off), 'sure');
        assert.deepEqual(look?.kinds, ['border'], `${name} ${String(off)}`);
        assert.equal(look.clean, 'a');
      }
    }
  });

  it('are cut where what they show lies elsewhere', async () => {
    const [name, picture] = [...pictures].at(-1)!;
    const cut = sharp(picture).extract({ left: 120, top: 160, width: 576, height: 768 });
    const [whole, part] = [await looked(sharp(picture)), await looked(cut)];
    const lay: Lay = [120 / WIDTH, 0.75, 0, 160 / HEIGHT, 0, 0.75];
    assert.equal(lookAt(part, whole, lay, 'sure')?.kinds[0], 'cropped', name);
  });

  it('are no pair where they only are as soft', async () => {
    const all = await Promise.all([...pictures.values()].map((picture) => looked(sharp(picture))));
    for (const [i, one] of all.entries())
      for (const other of all.slice(i + 1)) assert.equal(lookAt(one, other, WHOLE, 'little'), null);
  });

  it('that are dark keep their light, and lose it with little of it', async () => {
    const dim = await sharp(pictures.get('an island in fog')!).linear(0.2, 0).jpeg({ quality: 93 }).toBuffer();
    const [original, again] = [await looked(sharp(dim)), await looked(sharp(dim))];
    const dimmer = await looked(sharp(dim).linear(0.8, 0));
    assert.deepEqual(lookAt(original, again, WHOLE, 'sure')?.kinds, ['recompressed']);
    assert.deepEqual(lookAt(original, dimmer, WHOLE, 'sure')?.kinds, ['colour-changed']);
  });
});
