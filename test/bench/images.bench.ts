import { execFileSync } from 'node:child_process';
import {
  closeSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import os, { availableParallelism } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { atOnce } from '../../server/src/ground/breath.ts';
import { type CachedPicture, cacheKey, loadCache, saveCache } from '../../server/src/images/cache.ts';
import { ComparisonRun } from '../../server/src/images/compare/run.ts';
import type { ImageFile } from '../../server/src/images/files.ts';
import { encodeFingerprint, PIXEL_SIDE } from '../../server/src/images/fingerprint/fingerprint.ts';
import { isHeader } from '../../server/src/images/header/types.ts';
import { scanHeaders, scanImages } from '../../server/src/images/scan.ts';
import { DecodePool } from '../../server/src/images/worker/pool.ts';
import { bundleWorker } from '../images/worker-bundle.ts';
import { projectRoot } from '../shared.ts';
import { type Drawing, drawPictures } from './draw.ts';
import { type Bench, type Figure, median } from './figure.ts';
import { Random } from './random.ts';

const HEADER_FILES = 10_000;
const FIRST_BYTES = 65_536;
const CACHED = 50_000;
/** Different pictures that are decoded and compared; TAGMETRY_BENCH_PICTURES asks for another number. */
const PICTURES = Number(process.env.TAGMETRY_BENCH_PICTURES ?? 1000);
const KILLED_PICTURES = 500;
const KILLS = 50;
const ROUNDS = 5;

async function time(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Processor time of this process, in milliseconds: what other programs do at the same time does not count. */
async function cpuTime(work: () => unknown): Promise<number> {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** Ratio of two tasks measured in turns, so that a busy machine slows both. */
async function ratio(
  subject: () => unknown,
  baseline: () => unknown,
  measure = time,
  rounds = ROUNDS,
): Promise<number> {
  const ratios: number[] = [];
  await baseline();
  await subject();
  for (let round = 0; round < rounds; round++) {
    const first = await measure(baseline);
    ratios.push((await measure(subject)) / first);
  }
  return median(ratios);
}

const listed = (file: string): ImageFile => ({ path: file, size: statSync(file).size, mtimeMs: 1 });

/** Film grain, a square of so many pixels. */
function grain(side: number): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 128, sigma: 25 } as const;
  const create = { width: side, height: side, channels: 3, background: '#808080', noise } as const;
  return sharp({ create }).png({ compressionLevel: 0 }).toBuffer();
}

/** Headers against reading the first 64 KB of the same files. */
async function headers(folder: string): Promise<Figure> {
  const sources: string[] = [];
  for (const [i, { png }] of (await drawPictures(9, 5)).entries()) {
    // Of the size and weight of training images: a megapixel with grain.
    const image = sharp(png)
      .flatten()
      .resize(1024, 1024, { fit: 'fill' })
      .composite([{ input: await grain(1024), blend: 'soft-light' }]);
    for (const format of ['png', 'jpeg', 'webp'] as const) {
      const file = path.join(folder, `source-${i}.${format}`);
      writeFileSync(
        file,
        await image.clone().toFormat(format, { quality: 92, compressionLevel: 3, effort: 1 }).toBuffer(),
      );
      sources.push(file);
    }
  }
  const files = Array.from({ length: HEADER_FILES }, (_, i) => {
    const source = sources[i % sources.length]!;
    const file = path.join(folder, `h${i}${path.extname(source)}`);
    linkSync(source, file);
    return listed(file);
  });
  const buffer = Buffer.alloc(FIRST_BYTES);
  const readFirst = (): void => {
    for (const file of files) {
      const handle = openSync(file.path, 'r');
      readSync(handle, buffer, 0, FIRST_BYTES, 0);
      closeSync(handle);
    }
  };
  const value = await ratio(() => scanHeaders({ files }), readFirst, cpuTime);
  return { name: 'headers of 10,000 files / reading their first 64 KB', value, unit: '×', atMost: 2 };
}

/** Shapes of training images of a megapixel. */
const SHAPES = [
  [1024, 1024],
  [1152, 896],
  [896, 1152],
  [1216, 832],
  [832, 1216],
] as const;

/**
 * Draws different pictures of the size of training images and with the grain of photographs, as JPEG: what takes least to decode, so that
 * all else weighs most. Photographs instead where TAGMETRY_PHOTOS names a folder of them.
 */
async function pictures(folder: string, count: number): Promise<ImageFile[]> {
  const photos = process.env.TAGMETRY_PHOTOS;
  if (photos) {
    const names = readdirSync(photos).filter((name) => /\.jpe?g$/i.test(name));
    return names.slice(0, count).map((name) => listed(path.join(photos, name)));
  }
  const film = await grain(512);
  const draw = async ({ png }: Drawing, i: number): Promise<ImageFile> => {
    const [width, height] = SHAPES[i % SHAPES.length]!;
    const drawn = await sharp(png)
      .flatten()
      .resize(width, height, { fit: 'fill' })
      .png({ compressionLevel: 0 })
      .toBuffer();
    const file = path.join(folder, `p${i}.jpg`);
    const grained = sharp(drawn).composite([{ input: film, blend: 'soft-light', tile: true }]);
    writeFileSync(file, await grained.jpeg({ quality: 85 }).toBuffer());
    return listed(file);
  };
  const files: ImageFile[] = [];
  await atOnce(availableParallelism(), await drawPictures(count, 11), async (drawing, i) => {
    files[i] = await draw(drawing, i);
  });
  return files;
}

/** The fingerprint stage against the sharp decode it contains, in a process of its own as well. */
async function fingerprints(files: readonly ImageFile[], workerPath: string, folder: string): Promise<Figure[]> {
  const bareWorker = bare(folder, 'shrunk', SHRUNK);
  const results = await scanHeaders({ files });
  const run = async (worker: string): Promise<Uint8Array[]> => {
    const pool = new DecodePool(worker);
    const prints = await Promise.all(
      results.map(async ({ file, result }, i) => {
        if (!isHeader(result)) throw new Error(`no header: ${file}`);
        const { format, width, height } = result;
        const { size } = files[i]!;
        const answer = await pool.decode({ job: 'fingerprint', path: file, size, format, width, height });
        if (answer.outcome !== 'answered' || !answer.answer.bytes) throw new Error(`not decoded: ${file}`);
        return answer.answer.bytes;
      }),
    );
    pool.stop();
    return prints;
  };
  const value = await ratio(
    () => run(workerPath),
    () => run(bareWorker),
    time,
    3,
  );
  const prints = await run(workerPath);
  const decode = median([await time(() => run(bareWorker)), await time(() => run(bareWorker))]);
  const compare = await time(() => {
    const run = new ComparisonRun({ workerPath, level: 'standard', fresh: prints.length });
    for (const print of prints) run.add({ print, shape: null, places: null, known: false });
    return run.finish(() => {}).finally(() => run.stop());
  });
  const scan = (): unknown => scanImages({ files, level: 'standard', workerPath, cachePath: null });
  const all = await ratio(scan, () => run(bareWorker), time, 3);
  const barest = bare(folder, 'barest', BAREST);
  const least = await ratio(scan, () => run(barest), time, 3);
  const fullWorker = bare(folder, 'full', '');
  const full = await ratio(scan, () => run(fullWorker), time, 3);
  return [
    { name: 'fingerprint stage / bare sharp decode', value, unit: '×', atMost: 1.15 },
    { name: `decoding ${files.length} pictures`, value: decode, unit: 'ms' },
    { name: `candidates + verification of them / their decoding`, value: compare / decode, unit: '×', atMost: 1 },
    { name: 'whole scan at the default level / bare sharp decode', value: all, unit: '×', atMost: 1.3 },
    { name: 'the same / decoding whole pictures', value: full, unit: '×', atMost: 1.3 },
    { name: 'the same / the least that shrinking takes, without alpha', value: least, unit: '×' },
  ];
}

/**
 * What bare decoding is, with as many pictures under way as a scan has. The strictest of what can be meant is promised against: one call of
 * sharp for the picture as a description asks for it, shrunk while it is decoded, turned, in sRGB, with alpha. Trainers and other finders
 * decode whole pictures, which takes a fifth more; the least, a shrunk picture that is neither turned nor asked for its colours, is told
 * beside. A scan itself may read a picture in any way that gives the same answers: what it saves there is spent on comparing.
 */
const SHRUNK = `.autoOrient().resize(${PIXEL_SIDE}, ${PIXEL_SIDE}, { fit: 'fill' }).toColourspace('srgb').ensureAlpha()`;
const BAREST = `.resize(${PIXEL_SIDE}, ${PIXEL_SIDE}, { fit: 'fill' })`;

/** A worker that only decodes, to compare with: the same requests, several at once, no fingerprint. */
function bare(folder: string, name: string, steps: string): string {
  const file = path.join(folder, `${name}.cjs`);
  const sharpPath = createRequire(import.meta.url).resolve('sharp');
  writeFileSync(file, BARE_WORKER.replace('SHARP', JSON.stringify(sharpPath)).replace('STEPS', steps));
  return file;
}

const BARE_WORKER = `
const sharp = require(SHARP);
sharp.cache(false);
sharp.concurrency(1);
process.on('disconnect', () => process.exit(0));
process.on('message', ({ id, path }) => {
  sharp(path, { sequentialRead: true })STEPS.raw().toBuffer()
    .then((pixels) => process.send({ id, bytes: pixels.subarray(0, 4256), damage: null, detail: null }));
});
process.send({ ready: true, build: 'native', detail: null });
`;

/** Loading a cache of 50,000 entries. */
async function cache(folder: string): Promise<Figure> {
  const random = new Random(3);
  const entries = new Map<string, CachedPicture>();
  for (let i = 0; i < CACHED; i++) {
    const luma = Uint8Array.from({ length: 4096 }, (_, k) => (i * k) & 255);
    const cover = i % 4 === 0 ? new Uint8Array(2048) : null;
    const print = encodeFingerprint({
      width: 1024,
      height: 1024,
      alpha: false,
      luma,
      chroma: new Int8Array(128),
      cover,
      background: [0, 0, 0],
      digest: Uint8Array.from({ length: 16 }, () => random.whole(0, 255)),
    });
    const file = `/home/someone/datasets/10_ohwx woman/image_${i}.png`;
    entries.set(cacheKey({ path: file, size: 100_000 + i, mtimeMs: 1_700_000_000_000 + i }), {
      print,
      shape: null,
      places: null,
      fineness: null,
      damage: null,
      brokenAt: null,
    });
  }
  const file = path.join(folder, 'cache.bin');
  saveCache(file, { pictures: entries, level: 'standard', compared: new Set(entries.keys()), pairs: [] });
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    // As somebody else's file: what this process has of it in memory is not counted on.
    utimesSync(file, round, round);
    times.push(await time(() => loadCache(file)));
  }
  rmSync(file);
  return { name: 'loading 50,000 cached fingerprints', value: median(times), unit: 'ms', atMost: 500 };
}

/** One picture added to ten thousand known ones, in a process of its own. */
function added(folder: string, workerPath: string): Figure[] {
  const script = path.join(import.meta.dirname, 'added-picture.ts');
  const args = ['--import', 'tsx', script, path.join(folder, 'added'), workerPath, String(HEADER_FILES)];
  const run = (task: readonly string[]): string =>
    execFileSync(process.execPath, [...args, ...task], { encoding: 'utf8', cwd: projectRoot });
  run(['make']);
  const { took, memory } = JSON.parse(run([]));
  return [
    { name: `one image added to ${HEADER_FILES} known ones`, value: took, unit: 'ms', atMost: 1000 },
    { name: 'largest memory of that process', value: memory, unit: 'MB', atMost: 500 },
  ];
}

/** A scan of 500 images whose worker is killed 50 times, against one left in peace. */
async function kills(files: readonly ImageFile[], workerPath: string): Promise<Figure[]> {
  const options = { files: files.slice(0, KILLED_PICTURES), level: 'standard', workerPath, cachePath: null } as const;
  const undisturbed = await scanImages(options);
  const random = new Random(9);
  let done = 0;
  const disturbed = await scanImages({
    ...options,
    onWorker: (pid) => {
      if (done >= KILLS) return;
      setTimeout(
        () => {
          try {
            process.kill(pid, 'SIGKILL');
            done++;
          } catch {
            // It had ended by itself.
          }
        },
        random.between(110, 170),
      );
    },
  });
  const same = JSON.stringify(disturbed) === JSON.stringify(undisturbed);
  return [
    { name: `kills of the worker during a scan of ${options.files.length}`, value: done, unit: '' },
    { name: 'scans whose result the kills changed', value: same ? 0 : 1, unit: '', atMost: 0 },
  ];
}

/** Time ratios of the image stages, and what killing the worker changes. */
const bench: Bench = async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'tagmetry-images-'));
  try {
    const workerPath = await bundleWorker();
    mkdirSync(path.join(folder, 'pictures'));
    const headerFigure = await headers(folder);
    const files = await pictures(path.join(folder, 'pictures'), PICTURES);
    return [
      headerFigure,
      ...(await fingerprints(files, workerPath, folder)),
      await cache(folder),
      ...added(folder, workerPath),
      ...(await kills(files, workerPath)),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
export default bench;
