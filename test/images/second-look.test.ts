import assert from 'node:assert/strict';
import { statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import sharp, { type Sharp } from 'sharp';
import type { CompareLevel } from '../../server/src/images/compare/levels.ts';
import { type DuplicatePair, type ImageScan, scanImages } from '../../server/src/images/scan.ts';
import { drawPictures } from '../bench/draw.ts';
import { temporaryFolder } from './samples.ts';
import { bundleWorker } from './worker-bundle.ts';

describe('what differs between two versions', function () {
  this.timeout(120_000);
  const folder = temporaryFolder();
  let workerPath = '';
  let picture: Buffer;

  before(async () => {
    workerPath = await bundleWorker();
    const landscape = (await drawPictures(9, 3)).find(({ style }) => style === 'landscape')!;
    picture = await sharp(landscape.png).resize(900, 640, { fit: 'fill' }).jpeg({ quality: 95 }).toBuffer();
  });

  const svg = (body: string): Buffer =>
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="900" height="640">${body}</svg>`);

  /** Scans the picture beside an edited copy. */
  async function compared(name: string, copy: Sharp, level: CompareLevel = 'standard'): Promise<ImageScan> {
    const places = ['original', 'copy'].map((role) => path.join(folder, `${name}-${role}.jpg`));
    writeFileSync(places[0]!, picture);
    writeFileSync(places[1]!, await copy.jpeg({ quality: 88 }).toBuffer());
    const files = places.map((file) => ({ path: file, size: statSync(file).size, mtimeMs: 1 }));
    return scanImages({ files, level, workerPath, cachePath: null });
  }

  async function pairOf(name: string, copy: Sharp): Promise<DuplicatePair> {
    const pair = (await compared(name, copy)).clusters[0]?.pairs[0];
    assert.ok(pair, `${name}: not linked`);
    return pair;
  }

  const isOriginal = (file: string | null): boolean => (file ?? '').endsWith('-original.jpg');

  it('names a mark in a corner, where it lies, and the clean copy', async () => {
    const mark = svg(
      '<text x="640" y="620" font-size="44" font-family="sans-serif" font-weight="bold" fill="#fff">@someone</text>',
    );
    const pair = await pairOf('mark', sharp(picture).composite([{ input: mark }]));
    assert.equal(pair.kinds[0], 'overlay');
    assert.ok(isOriginal(pair.clean));
    assert.ok(pair.overlay![0] > 0.6 && pair.overlay![1] > 0.8, String(pair.overlay));
  });

  it('names writing across the whole picture', async () => {
    const text = svg(
      '<text x="40" y="90" font-size="90" font-family="sans-serif" font-weight="bold" fill="#fff" stroke="#000">WHEN IT</text><text x="40" y="610" font-size="90" font-family="sans-serif" font-weight="bold" fill="#fff" stroke="#000">RAINS AGAIN</text>',
    );
    const pair = await pairOf('meme', sharp(picture).composite([{ input: text }]));
    assert.equal(pair.kinds[0], 'overlay');
    assert.ok(isOriginal(pair.clean));
  });

  it('calls nothing but saving again so', async () => {
    assert.deepEqual((await pairOf('again', sharp(picture))).kinds, ['recompressed']);
  });

  it('tells bars from cuts by whether the picture goes on', async () => {
    const bars = sharp(picture).extend({ top: 120, bottom: 120, background: '#000' });
    const barred = await pairOf('bars', bars);
    assert.equal(barred.kinds[0], 'border');
    assert.ok(isOriginal(barred.clean));
    const cut = await pairOf('cut', sharp(picture).extract({ left: 60, top: 30, width: 800, height: 560 }));
    assert.equal(cut.kinds[0], 'cropped');
    assert.equal(cut.clean, null);
    assert.ok(isOriginal(cut.whole));
  });

  it('links other light, and calls it colour', async () => {
    const shade = svg(
      '<defs><linearGradient id="g" x2="0" y2="1"><stop offset="0" stop-color="#fff"/><stop offset="1" stop-color="#875"/></linearGradient></defs><rect width="100%" height="100%" fill="url(#g)"/>',
    );
    const pair = await pairOf('shade', sharp(picture).composite([{ input: shade, blend: 'multiply' }]));
    assert.equal(pair.kinds[0], 'colour-changed');
  });

  it('finds a part at the thorough level, apart from the duplicates', async () => {
    const part = sharp(picture).extract({ left: 250, top: 200, width: 380, height: 300 }).resize(760);
    const scan = await compared('part', part, 'thorough');
    assert.equal(scan.clusters.length, 0);
    assert.deepEqual(
      scan.related.map(({ kinds }) => kinds[0]),
      ['cut-from'],
    );
    assert.ok(isOriginal(scan.related[0]!.whole));
    const [left, top, right, bottom] = scan.related[0]!.shared!;
    for (const [found, true_] of [
      [left, 250 / 900],
      [top, 200 / 640],
      [right, 630 / 900],
      [bottom, 500 / 640],
    ] as const)
      assert.ok(Math.abs(found - true_) < 0.02, `${found} for ${true_}`);
  });
});
