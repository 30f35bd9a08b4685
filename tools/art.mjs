// `node tools/art.mjs`: draws what stores and the README show. Icon and banner, which stores want as PNG, come from their
// SVG sources; the tour is made of pictures in docs/images that the browser scenarios took.

import path from 'node:path';
import sharp from 'sharp';
import { root } from './setup.mjs';

const images = path.join(root, 'docs', 'images');

for (const [from, to] of [
  ['media/icon.svg', 'media/icon.png'],
  ['docs/images/banner.svg', 'docs/images/banner.png'],
]) {
  await sharp(path.join(root, from)).png({ compressionLevel: 9, palette: true }).toFile(path.join(root, to));
}

/** Pixels of the tour. */
const size = { width: 960, height: 600 };
const shots = [
  'caption',
  'quick-fix',
  'completion',
  'edit-captions',
  'overview-summary-dark',
  'overview-playbook-dark',
];
const frames = await Promise.all(
  shots.map((name) =>
    sharp(path.join(images, `${name}.png`))
      .resize({ ...size, fit: 'contain', position: 'top', background: '#1f1f1f' })
      .png()
      .toBuffer(),
  ),
);
await sharp(frames, { join: { animated: true } })
  .gif({ delay: shots.map(() => 2400), loop: 0, colours: 128, effort: 10 })
  .toFile(path.join(images, 'tour.gif'));
