// `tsx added-picture.ts <folder> <worker> <count> make`: makes a folder of as many names, of one small file, and a cache that knows them.
// Without `make`, in a process of its own that has nothing of that in its memory: scans the folder as it is, adds pictures one by one, scans
// it after each, and prints milliseconds of that and the largest memory as JSON.
import { linkSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { type CachedPicture, cacheKey, saveCache } from '../../server/src/images/cache.ts';
import { packedShape } from '../../server/src/images/compare/shape.ts';
import type { ImageFile } from '../../server/src/images/files.ts';
import { encodeFingerprint, type Fingerprint } from '../../server/src/images/fingerprint/fingerprint.ts';
import { scanImages } from '../../server/src/images/scan.ts';
import { median } from './figure.ts';
import { Random } from './random.ts';

const [folder, workerPath, count, task] = process.argv.slice(2) as [string, string, string, string?];
const cachePath = path.join(folder, 'cache.bin');
const source = path.join(folder, 'source.png');
const nameOf = (n: number): string => path.join(folder, `${n}.png`);
const listed = (file: string): ImageFile => ({ path: file, size: statSync(file).size, mtimeMs: 1 });
/** Pictures that are added, each after the last was looked at; the median is told. */
const ADDED = 10;
const random = new Random(17);

/** A picture of waves that no other looks like. */
function made(): Fingerprint {
  const waves = Array.from({ length: 5 }, () => [0.7, 0.7, 6.3, 30].map((most) => random.between(0, most)));
  const value = (x: number, y: number): number =>
    waves.reduce((sum, [fx, fy, phase, size]) => sum + size! * Math.sin(fx! * x + fy! * y + phase!), 128);
  return {
    width: 768,
    height: 1024,
    alpha: false,
    luma: Uint8ClampedArray.from({ length: 4096 }, (_, at) => value(at & 63, at >> 6)) as unknown as Uint8Array,
    chroma: new Int8Array(128),
    cover: null,
    background: [0, 0, 0],
    digest: Uint8Array.from({ length: 16 }, () => random.whole(0, 255)),
  };
}

/** Largest memory of this process, in MB. What Linux says of a process counts what its parent held when it began; of its memory, it does not. */
function peak(): number {
  const own = process.platform === 'linux' ? /VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8')) : null;
  return (own ? Number(own[1]) : process.resourceUsage().maxRSS) / 1000;
}

async function make(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const create = { width: 64, height: 64, channels: 3, background: '#405060' } as const;
  const { default: sharp } = await import('sharp');
  await sharp({ create }).png().toFile(source);
  const pictures = new Map<string, CachedPicture>();
  for (let n = 0; n < Number(count); n++) {
    linkSync(source, nameOf(n));
    const print = made();
    pictures.set(cacheKey(listed(nameOf(n))), {
      print: encodeFingerprint(print),
      shape: packedShape(print, 'standard'),
      places: null,
      fineness: null,
      damage: null,
      brokenAt: null,
    });
  }
  saveCache(cachePath, { pictures, level: 'standard', compared: new Set(pictures.keys()), pairs: [] });
}

async function measure(): Promise<void> {
  const files = Array.from({ length: Number(count) }, (_, n) => listed(nameOf(n)));
  const scan = async (): Promise<number> => {
    const start = performance.now();
    await scanImages({ files, level: 'standard', workerPath, cachePath });
    return performance.now() - start;
  };
  // As in an editor: the folder was looked at before.
  await scan();
  const times: number[] = [];
  for (let n = 0; n < ADDED; n++) {
    const added = path.join(folder, `added-${n}.png`);
    await drawWaves(added);
    files.push(listed(added));
    times.push(await scan());
  }
  console.log(JSON.stringify({ took: median(times), memory: peak() }));
}

/** A picture of the size of those that are known, with something to see. */
async function drawWaves(file: string): Promise<void> {
  const raw = { width: 12, height: 16, channels: 3 } as const;
  const seeds = Uint8Array.from({ length: raw.width * raw.height * raw.channels }, () => random.whole(0, 255));
  const { default: sharp } = await import('sharp');
  await sharp(seeds, { raw }).resize(768, 1024, { fit: 'fill', kernel: 'cubic' }).png().toFile(file);
}

void (task === 'make' ? make() : measure());
