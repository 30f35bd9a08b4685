import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import sharp, { type Sharp } from 'sharp';

/** A folder that disappears when the suite is done. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'tagmetry-images-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A small picture with shapes, so that encoders have something to do. */
export function picture(width = 60, height = 40, alpha = false): Sharp {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    ${alpha ? '' : '<rect width="100%" height="100%" fill="#dde"/>'}
    <circle cx="${width / 3}" cy="${height / 2}" r="${height / 3}" fill="#c33"/>
    <path d="M0 ${height} L${width} 0" stroke="#226" stroke-width="3"/></svg>`;
  const drawn = sharp(Buffer.from(svg));
  return alpha ? drawn : drawn.removeAlpha();
}

/** Frames stacked for animated output. */
export async function animation(frames: number, width = 32, height = 24): Promise<Sharp> {
  const tall = Buffer.alloc(width * height * frames * 3);
  for (let i = 0; i < tall.length; i++) tall[i] = Math.floor(i / (width * height * 3)) * 60 + (i % 7);
  return sharp(tall, { raw: { width, height: height * frames, channels: 3, pageHeight: height } });
}

/** An uncompressed BMP; `bits` 24 or 32, rows from the bottom unless `topDown`. */
export function bmp(
  width: number,
  height: number,
  bits: 24 | 32,
  pixel: (x: number, y: number) => number[],
  topDown = false,
) {
  const row = Math.ceil((width * bits) / 32) * 4;
  const file = Buffer.alloc(54 + row * height);
  file.write('BM');
  file.writeUInt32LE(file.length, 2);
  file.writeUInt32LE(54, 10);
  file.writeUInt32LE(40, 14);
  file.writeInt32LE(width, 18);
  file.writeInt32LE(topDown ? -height : height, 22);
  file.writeUInt16LE(1, 26);
  file.writeUInt16LE(bits, 28);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [r, g, b] = pixel(x, y) as [number, number, number];
      file.set([b, g, r], 54 + (topDown ? y : height - 1 - y) * row + (x * bits) / 8);
    }
  }
  return file;
}
