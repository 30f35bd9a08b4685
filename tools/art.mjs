// `node tools/art.mjs`: draws the icon and the banner, which stores want as PNG, from their SVG sources.

import path from 'node:path';
import sharp from 'sharp';
import { root } from './setup.mjs';

for (const [from, to] of [
  ['media/icon.svg', 'media/icon.png'],
  ['docs/images/banner.svg', 'docs/images/banner.png'],
]) {
  await sharp(path.join(root, from)).png({ compressionLevel: 9, palette: true }).toFile(path.join(root, to));
}
