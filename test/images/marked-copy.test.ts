import assert from 'node:assert/strict';
import sharp from 'sharp';
import { DETAIL_SIDE, decodeDetail, encodeDetail } from '../../server/src/images/compare/look/detail.ts';
import type { Looked } from '../../server/src/images/compare/look/difference.ts';
import type { Lay } from '../../server/src/images/compare/look/lay.ts';
import { lookAt } from '../../server/src/images/compare/look/look.ts';

const [WIDTH, HEIGHT] = [900, 600];
const WHOLE: Lay = [0, 1, 0, 0, 0, 1];

async function drawn(body: string, quality = 88): Promise<Looked> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">${body}</svg>`;
  const saved = await sharp(Buffer.from(svg)).removeAlpha().jpeg({ quality }).toBuffer();
  const side = { width: DETAIL_SIDE, height: DETAIL_SIDE, fit: 'fill' } as const;
  const pixels = await sharp(saved).resize(side).ensureAlpha().raw().toBuffer();
  const print = { width: WIDTH, height: HEIGHT, alpha: false };
  return { print, detail: decodeDetail(encodeDetail(new Uint8Array(pixels))) };
}

/** A wall that is lit from one side. */
const wall =
  '<defs><linearGradient id="w"><stop offset="0" stop-color="#e8e4e0"/><stop offset="1" stop-color="#c9c4c0"/></linearGradient></defs><rect width="900" height="600" fill="url(#w)"/>';

/** A jug with a pattern of its own, some way along the wall. */
const jug = (x: number, seed: number): string => {
  const dots = Array.from({ length: 60 }, (_, k) => {
    const [dx, dy] = [((k * 37 * seed) % 140) - 70, ((k * 53 * seed) % 520) - 260];
    return `<circle cx="${x + dx}" cy="${320 + dy}" r="${5 + ((k * seed) % 9)}" fill="hsl(${(k * 29 * seed) % 360},60%,${30 + ((k * seed) % 40)}%)"/>`;
  });
  return `<rect x="${x - 90}" y="30" width="180" height="600" rx="70" fill="#8a2430"/>${dots.join('')}`;
};

const captions = ['12%', '84%', '96%']
  .map(
    (y) =>
      `<text x="50%" y="${y}" text-anchor="middle" font-size="78" font-family="sans-serif" font-weight="bold" fill="#fff" stroke="#000" stroke-width="4">NOBODY EXPECTED THIS</text>`,
  )
  .join('');

/** A list of messages around a picture, as a phone shows it. */
const screen = (picture: string): string =>
  `<rect width="900" height="600" fill="#fff"/><g transform="translate(0 120) scale(1 0.5)">${picture}</g>${[30, 70, 450, 490, 530, 570].map((y, k) => `<rect x="40" y="${y}" width="${300 + 90 * ((k * 5) % 6)}" height="16" rx="6" fill="#333"/>`).join('')}`;

describe('copies that something large lies over', () => {
  it('are known on a bare wall, where writing has more texture than the picture', async () => {
    const [plain, marked] = [await drawn(wall + jug(260, 7)), await drawn(wall + jug(260, 7) + captions, 80)];
    for (const [a, b, clean] of [
      [plain, marked, 'a'],
      [marked, plain, 'b'],
    ] as const) {
      const look = lookAt(a, b, WHOLE, 'little');
      assert.deepEqual([look?.kinds[0], look?.clean], ['overlay', clean]);
    }
  });

  it('are none where another thing stands at that wall under the same words', async () => {
    const one = await drawn(wall + jug(260, 7) + captions);
    assert.equal(lookAt(one, await drawn(wall + jug(640, 11) + captions), WHOLE, 'little'), null);
    assert.equal(lookAt(one, await drawn(wall + jug(640, 11)), WHOLE, 'little'), null);
  });

  it('are not the next frame, though letters along a stripe look like something that moved', async () => {
    const stripes = Array.from(
      { length: 14 },
      (_, k) =>
        `<rect x="${352 + 14 * k}" y="60" width="7" height="520" fill="hsl(${20 + k},40%,${25 + ((k * 7) % 30)}%)"/>`,
    ).join('');
    const shelf =
      '<rect width="900" height="600" fill="#6d5a48"/><rect y="430" width="900" height="170" fill="#2c2622"/>';
    const mark =
      '<text x="450" y="360" text-anchor="middle" font-size="150" font-family="sans-serif" font-weight="bold" fill="#fff" fill-opacity="0.85" transform="rotate(-15 450 300)">SAMPLE</text>';
    const look = lookAt(await drawn(shelf + stripes), await drawn(shelf + stripes + mark, 80), WHOLE, 'many places');
    assert.deepEqual([look?.kinds[0], look?.clean], ['overlay', 'a']);
  });

  it('are none where two screens have only their bars in common', async () => {
    const hills = '<rect width="900" height="600" fill="#9bc4e8"/>';
    const waves = (seed: number): string =>
      Array.from(
        { length: 40 },
        (_, k) =>
          `<ellipse cx="${(k * 97 * seed) % 900}" cy="${(k * 61 * seed) % 600}" rx="${30 + ((k * 13) % 50)}" ry="${12 + ((k * seed) % 30)}" fill="hsl(${(k * 43 * seed) % 360},55%,${25 + ((k * 11 * seed) % 55)}%)"/>`,
      ).join('');
    const [one, again] = [await drawn(screen(hills + waves(7))), await drawn(screen(hills + waves(7)), 75)];
    assert.equal(lookAt(one, await drawn(screen(hills + waves(13))), WHOLE, 'little'), null);
    assert.deepEqual(lookAt(one, again, WHOLE, 'little')?.kinds, ['recompressed']);
  });
});
