import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import type { CompareLevel } from '../../server/src/images/compare/levels.ts';
import { type ImageScan, scanImages } from '../../server/src/images/scan.ts';
import { bundleWorker } from '../images/worker-bundle.ts';
import { contactSheet } from './contact-sheet.ts';
import { drawPictures } from './draw.ts';
import type { Bench, Figure } from './figure.ts';
import { Random } from './random.ts';
import { breakFile, TRANSFORMATIONS, transform } from './variants.ts';

const LEVELS: readonly CompareLevel[] = ['standard', 'thorough'];
const BREAKS = ['cut', 'overwritten', 'zeroed', 'empty'] as const;
const SEED = 2024;
const FLATTENED = 'alpha flattened';
const ALL = 'ALL COPIES';
const PHOTO = /\.(png|jpe?g|webp)$/i;

/** One file of the set: which original it shows, and what was done to it. */
interface Labelled {
  readonly path: string;
  readonly original: number;
  /** Name of the transformation, null for the original itself. */
  readonly transformation: string | null;
  readonly broken: string | null;
}

export interface DuplicateBenchOptions {
  /** Pictures to draw. */
  readonly drawings?: number;
  /** Copies per original. */
  readonly copies?: number;
  readonly seed?: number;
  /** A folder of pictures to use beside the drawn ones; they must all be different. */
  readonly photos?: string | null;
  /** Where to write contact sheets of the clusters; null writes none. */
  readonly sheets?: string | null;
}

/**
 * Draws a labelled set, scans it at every level and prints the share of copies found in the cluster of their original,
 * per transformation; how many pairs inside clusters are right; clusters that hold different pictures; broken files named.
 */
export async function measureDuplicates(options: DuplicateBenchOptions = {}): Promise<Figure[]> {
  const { drawings = 180, copies = 4, seed = SEED, photos = null, sheets = null } = options;
  const folder = mkdtempSync(path.join(os.tmpdir(), 'tagmetry-bench-'));
  try {
    const set = await makeSet(folder, drawings, copies, seed, photos);
    const workerPath = await bundleWorker();
    const files = set.map((item) => ({ path: item.path, size: statSync(item.path).size, mtimeMs: 1 }));
    const cachePath = path.join(folder, 'cache.bin');
    const scans = new Map<CompareLevel, ImageScan>();
    const originals = set.filter((item) => !item.transformation && !item.broken).length;
    const broken = set.filter((item) => item.broken).length;
    console.log(
      `${originals} originals, ${set.length - originals - broken} copies, ${broken} broken files (seed ${seed})`,
    );
    for (const level of LEVELS) {
      const start = performance.now();
      scans.set(level, await scanImages({ files, level, workerPath, cachePath }));
      console.log(`${level}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
    }
    if (sheets) await writeSheets(sheets, scans);
    return [...recall(set, scans), ...precision(set, scans), ...brokenNamed(set, scans.get('standard')!)];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function makeSet(
  folder: string,
  drawings: number,
  copies: number,
  seed: number,
  photos: string | null,
): Promise<Labelled[]> {
  const originals = (await drawPictures(drawings, seed)).map(({ name, png }) => ({
    name,
    bytes: png,
    extension: 'png',
  }));
  const names = photos
    ? readdirSync(photos, { recursive: true, encoding: 'utf8' }).filter((name) => PHOTO.test(name))
    : [];
  for (const [i, name] of names.sort().entries()) {
    originals.push({
      name: `photo-${i}`,
      bytes: readFileSync(path.join(photos!, name)),
      extension: path.extname(name).slice(1),
    });
  }
  const set: Labelled[] = [];
  const write = (name: string, bytes: Buffer, label: Omit<Labelled, 'path'>): void => {
    const file = path.join(folder, name);
    writeFileSync(file, bytes);
    set.push({ path: file, ...label });
  };
  const random = new Random(seed);
  const transformations = Object.keys(TRANSFORMATIONS).filter((name) => name !== FLATTENED);
  let turn = 0;
  for (const [original, { name, bytes, extension }] of originals.entries()) {
    write(`${name}.${extension}`, bytes, { original, transformation: null, broken: null });
    for (let made = 0, tried = 0; made < copies && tried < transformations.length; tried++) {
      const transformation = transformations[turn++ % transformations.length]!;
      const copy = await transform(transformation, bytes, random);
      if (!copy) continue;
      write(`${name}~${made++}.${copy.extension}`, copy.bytes, { original, transformation, broken: null });
    }
    // Few pictures have alpha: each of them is flattened, or there would be too little to measure.
    const flattened = await transform(FLATTENED, bytes, random);
    if (flattened) {
      const label = { original, transformation: FLATTENED, broken: null };
      write(`${name}~flat.${flattened.extension}`, flattened.bytes, label);
    }
    if (original % 4 !== 0) continue;
    const way = BREAKS[(original / 4) % BREAKS.length]!;
    const format = random.pick(['jpeg', 'png', 'webp'] as const);
    const encoded = await sharp(bytes).flatten({ background: '#fff' }).toFormat(format).toBuffer();
    write(`${name}-broken.${format}`, breakFile(encoded, way, random), {
      original,
      transformation: null,
      broken: `${way} ${format}`,
    });
  }
  return set;
}

function clusterOf(scan: ImageScan): Map<string, number> {
  return new Map(scan.clusters.flatMap(({ files }, i) => files.map((file) => [file, i] as const)));
}

/** Least share of copies linked, and of right pairs, that the standard level promises, in per cent. */
const PROMISED_RECALL = 93;
const PROMISED_PRECISION = 99.5;

/** Prints the share of copies linked per transformation and returns the shares of all. */
function recall(set: readonly Labelled[], scans: Map<CompareLevel, ImageScan>): Figure[] {
  const originals = new Map(
    set.filter((item) => !item.transformation && !item.broken).map((item) => [item.original, item.path]),
  );
  const rows = new Map<string, { copies: number; linked: Map<CompareLevel, number> }>();
  for (const [level, scan] of scans) {
    const clusters = clusterOf(scan);
    for (const item of set) {
      if (!item.transformation) continue;
      const cluster = clusters.get(item.path);
      const linked = cluster !== undefined && cluster === clusters.get(originals.get(item.original)!);
      for (const name of [item.transformation, ALL]) {
        const row = rows.get(name) ?? { copies: 0, linked: new Map<CompareLevel, number>() };
        rows.set(name, row);
        if (level === 'standard') row.copies++;
        row.linked.set(level, (row.linked.get(level) ?? 0) + (linked ? 1 : 0));
      }
    }
  }
  console.log(
    `\n${'linked to their original, %'.padEnd(28)}${'copies'.padStart(8)}${LEVELS.map((level) => level.padStart(10)).join('')}`,
  );
  const order = (name: string): number => (name === ALL ? 999 : Object.keys(TRANSFORMATIONS).indexOf(name));
  for (const [name, { copies, linked }] of [...rows].sort((a, b) => order(a[0]) - order(b[0]))) {
    const shares = LEVELS.map((level) => ((100 * linked.get(level)!) / copies).toFixed(1).padStart(10)).join('');
    console.log(`${name.padEnd(28)}${String(copies).padStart(8)}${shares}`);
  }
  const all = rows.get(ALL)!;
  return LEVELS.map((level) => ({
    name: `copies linked to their original, ${level}`,
    value: (100 * all.linked.get(level)!) / all.copies,
    unit: '%',
    ...(level === 'standard' ? { atLeast: PROMISED_RECALL } : {}),
  }));
}

/** Prints clusters that hold different pictures and returns the share of right pairs. */
function precision(set: readonly Labelled[], scans: Map<CompareLevel, ImageScan>): Figure[] {
  const labels = new Map(set.map((item) => [item.path, item]));
  const figures: Figure[] = [];
  for (const [level, { clusters }] of scans) {
    let right = 0;
    let wrong = 0;
    const merged: string[] = [];
    for (const { files } of clusters) {
      const shown = new Set(files.map((file) => labels.get(file)!.original));
      if (shown.size > 1) merged.push(files.map((file) => path.basename(file)).join(' '));
      for (const [i, a] of files.entries()) {
        for (const b of files.slice(0, i)) {
          if (labels.get(a)!.original === labels.get(b)!.original) right++;
          else wrong++;
        }
      }
    }
    figures.push({
      name: `pairs in clusters that are right, ${level}`,
      value: (100 * right) / Math.max(1, right + wrong),
      unit: '%',
      ...(level === 'standard' ? { atLeast: PROMISED_PRECISION } : {}),
    });
    figures.push({ name: `clusters of different pictures, ${level}`, value: merged.length, unit: '' });
    for (const names of merged.slice(0, 5)) console.log(`${level}, different pictures: ${names.slice(0, 200)}`);
  }
  return figures;
}

/** Prints broken files that were missed and returns how many were named. Overwritten data is seen only where it stops making sense. */
function brokenNamed(set: readonly Labelled[], scan: ImageScan): Figure[] {
  const named = new Set(scan.damaged.map(({ file }) => file));
  const share = (items: readonly Labelled[]): number =>
    (100 * items.filter((item) => named.has(item.path)).length) / Math.max(1, items.length);
  const broken = set.filter((item) => item.broken);
  const overwritten = broken.filter((item) => item.broken!.startsWith('overwritten'));
  const falsely = set.filter((item) => !item.broken && named.has(item.path));
  for (const item of broken) {
    if (!named.has(item.path)) console.log(`broken, not named: ${item.broken} (${path.basename(item.path)})`);
  }
  for (const item of falsely) console.log(`whole, called broken: ${path.basename(item.path)} ${item.transformation}`);
  return [
    {
      name: 'files cut, zeroed or emptied that are named',
      value: share(broken.filter((item) => !overwritten.includes(item))),
      unit: '%',
      atLeast: 100,
    },
    { name: 'files overwritten in the middle that are named', value: share(overwritten), unit: '%' },
    { name: 'whole files called broken', value: falsely.length, unit: '', atMost: 0 },
  ];
}

async function writeSheets(place: string, scans: Map<CompareLevel, ImageScan>): Promise<void> {
  mkdirSync(place, { recursive: true });
  for (const [level, { clusters }] of scans) {
    writeFileSync(
      path.join(place, `clusters-${level}.png`),
      await contactSheet(clusters.slice(0, 40).map(({ files }) => files)),
    );
  }
}

/** Run by itself, takes a folder of photos (`-` for none), a seed and a folder for contact sheets. */
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [photos, seed, sheets] = process.argv.slice(2);
  const given = photos && photos !== '-' ? photos : null;
  console.table(await measureDuplicates({ photos: given, seed: Number(seed ?? SEED), sheets: sheets ?? null }));
}

/** The set of drawn pictures alone, or with the folder that TAGMETRY_PHOTOS names. */
const bench: Bench = () => measureDuplicates({ photos: process.env.TAGMETRY_PHOTOS ?? null });
export default bench;
