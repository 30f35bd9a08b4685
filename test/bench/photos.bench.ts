import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import type { CompareLevel } from '../../server/src/images/compare/levels.ts';
import { type DuplicatePair, type ImageScan, scanImages } from '../../server/src/images/scan.ts';
import { bundleWorker } from '../images/worker-bundle.ts';
import { contactSheet } from './contact-sheet.ts';
import type { Bench, Figure } from './figure.ts';
import { EDITS, edit } from './photo-edits.ts';
import { Random } from './random.ts';

const LEVELS: readonly CompareLevel[] = ['standard', 'thorough'];
const PHOTO = /\.(png|jpe?g|webp)$/i;

/** One file of the set: which photograph it shows, and what was done to it. */
interface Labelled {
  readonly file: string;
  readonly photo: number;
  /** Name of the edit, null for the photograph itself. */
  readonly edit: string | null;
}

export interface PhotoBenchOptions {
  /** A folder of photographs that are all different. */
  readonly photos: string;
  /**
   * Each kind of edit is made of every so many photographs, other ones for each kind, so that a photograph has a few
   * copies as in a real folder; all photographs are in the set.
   */
  readonly every?: number;
  /** Other numbers make other edits of other photographs. */
  readonly seed?: number;
  readonly levels?: readonly CompareLevel[];
  /** Where the set is kept for the next run; null makes it in a folder that is removed. */
  readonly keep?: string | null;
  /** Where contact sheets go; null writes none. */
  readonly sheets?: string | null;
}

/** Makes the set, or takes the one that was kept. */
async function makeSet(folder: string, { photos, every = 1, seed = 1 }: PhotoBenchOptions): Promise<Labelled[]> {
  const list = path.join(folder, 'labels.json');
  if (existsSync(list)) return JSON.parse(readFileSync(list, 'utf8')) as Labelled[];
  const random = new Random(seed);
  const set: Labelled[] = [];
  const names = readdirSync(photos, { encoding: 'utf8' })
    .filter((name) => PHOTO.test(name))
    .sort();
  for (const [photo, name] of names.entries()) {
    const bytes = await framed(readFileSync(path.join(photos, name)), photo);
    const own = `${path.parse(name).name}.jpg`;
    writeFileSync(path.join(folder, own), bytes);
    set.push({ file: own, photo, edit: null });
    for (const [k, kind] of Object.keys(EDITS).entries()) {
      if ((photo + k + seed) % every !== 0) continue;
      const made = await edit(kind, bytes, random);
      const file = `${path.parse(name).name}~${k}.${made.extension}`;
      writeFileSync(path.join(folder, file), made.bytes);
      set.push({ file, photo, edit: kind });
    }
  }
  writeFileSync(list, JSON.stringify(set));
  return set;
}

/** Shapes of cameras and phones; folders of examples are often square already, and squares cannot be cut from squares. */
const SHAPES = [3 / 2, 2 / 3, 4 / 3, 3 / 4, 16 / 9] as const;

const LONGEST = 1024;

/** The photograph in one of the usual shapes, of the length of training images, the way a camera saves it. */
async function framed(bytes: Buffer, photo: number): Promise<Buffer> {
  const { width, height } = await sharp(bytes).autoOrient().metadata();
  const shape = SHAPES[photo % SHAPES.length]!;
  const w = Math.min(width, Math.round(height * shape));
  const h = Math.min(height, Math.round(width / shape));
  return sharp(
    await sharp(bytes)
      .autoOrient()
      .resize(w, h, { fit: 'cover' })
      .removeAlpha()
      .png({ compressionLevel: 0 })
      .toBuffer(),
  )
    .resize(LONGEST, LONGEST, { fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 93 })
    .toBuffer();
}

/** What a level found of one edit. */
interface Row {
  total: number;
  linked: number;
  kindRight: number;
  cleanRight: number;
  readonly missed: string[];
  /** Files and what they were called. */
  readonly misnamed: [file: string, as: string][];
  /** Files whose original was not named as the clean one. */
  readonly unclean: string[];
}

/**
 * Scans edited photographs and prints, per edit, how many are linked to their original, called what they are, and (where
 * something lies over them) with the clean one named; and every pair of different photographs.
 */
export async function measurePhotos(options: PhotoBenchOptions): Promise<Figure[]> {
  const { levels = LEVELS, keep = null, sheets = null } = options;
  const folder = keep ?? mkdtempSync(path.join(os.tmpdir(), 'tagmetry-photos-'));
  mkdirSync(folder, { recursive: true });
  try {
    const set = await makeSet(folder, options);
    const files = set.map(({ file }) => {
      const place = path.join(folder, file);
      return { path: place, size: statSync(place).size, mtimeMs: 1 };
    });
    const workerPath = await bundleWorker();
    const figures: Figure[] = [];
    for (const level of levels) {
      const start = performance.now();
      const scan = await scanImages({ files, level, workerPath, cachePath: null });
      console.log(`${level}: ${set.length} files in ${((performance.now() - start) / 1000).toFixed(1)} s`);
      figures.push(...judge(set, scan, level, folder));
      if (sheets) await sheetsOf(path.join(sheets, level), folder, set, scan, level);
    }
    return figures;
  } finally {
    if (!keep) rmSync(folder, { recursive: true, force: true });
  }
}

function judge(set: readonly Labelled[], scan: ImageScan, level: string, folder: string): Figure[] {
  const { rows, falsely, frames } = tally(set, scan);
  console.log(`\n${level.padEnd(22)}${'linked'.padStart(12)}${'kind right'.padStart(12)}${'clean named'.padStart(13)}`);
  for (const [name, row] of rows) {
    const clean = EDITS[name]!.marked ? `${row.cleanRight}` : '';
    console.log(
      `${name.padEnd(22)}${`${row.linked}/${row.total}`.padStart(12)}${`${row.kindRight}`.padStart(12)}${clean.padStart(13)}  ${[...counted(row.misnamed.map(([, as]) => as))].map(([kind, n]) => `${kind} ${n}`).join(', ')}`,
    );
  }
  console.log(`${level}: pairs of different photographs: ${falsely.length}, and ${frames} called neighbouring frames`);
  for (const [a, b] of falsely.slice(0, 12)) console.log(`  ${path.relative(folder, a)}  ${path.relative(folder, b)}`);
  const share = (of: (row: Row) => number, among: (name: string) => boolean): number => {
    const picked = [...rows].filter(([name]) => among(name)).map(([, row]) => row);
    return (
      (100 * picked.reduce((sum, row) => sum + of(row), 0)) /
      Math.max(
        1,
        picked.reduce((sum, row) => sum + row.total, 0),
      )
    );
  };
  const linked = (row: Row): number => row.linked;
  return [
    {
      name: `same picture linked, ${level}`,
      value: share(linked, (name) => EDITS[name]!.relation === 'same' && !EDITS[name]!.thorough),
      unit: '%',
    },
    { name: `parts linked, ${level}`, value: share(linked, (name) => EDITS[name]!.relation === 'part'), unit: '%' },
    {
      name: `frames, screens, no background linked, ${level}`,
      value: share(linked, (name) => EDITS[name]!.relation === 'same' && EDITS[name]!.thorough === true),
      unit: '%',
    },
    { name: `pairs of different photographs, ${level}`, value: falsely.length, unit: '', atMost: 0 },
  ];
}

function counted(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/** All pairs of a scan, those of clusters and those of parts. */
function pairsOf(scan: ImageScan): DuplicatePair[] {
  return [...scan.clusters.flatMap(({ pairs }) => pairs), ...scan.related];
}

/** What was found of each edit, the wrong pairs, and how many pairs of different photographs are called neighbouring frames. */
function tally(
  set: readonly Labelled[],
  scan: ImageScan,
): { rows: Map<string, Row>; falsely: [string, string][]; frames: number } {
  const labels = new Map(set.map((item) => [item.file, item]));
  const original = new Map(set.filter((item) => item.edit === null).map((item) => [item.photo, item.file]));
  const cluster = new Map(
    scan.clusters.flatMap(({ files }, i) => files.map((file) => [path.basename(file), i] as const)),
  );
  const pairs = new Map<string, DuplicatePair>();
  const falsely: [string, string][] = [];
  let frames = 0;
  for (const pair of pairsOf(scan)) {
    const [a, b] = [path.basename(pair.a), path.basename(pair.b)];
    if (labels.get(a)!.photo !== labels.get(b)!.photo) {
      // Folders of photographs hold real bursts.
      if (pair.kinds.includes('burst')) frames++;
      else falsely.push([pair.a, pair.b]);
    }
    pairs.set([a, b].sort().join('\0'), pair);
  }
  const rows = new Map<string, Row>();
  for (const { file, photo, edit: name } of set) {
    if (name === null) continue;
    const row = rows.get(name) ?? {
      total: 0,
      linked: 0,
      kindRight: 0,
      cleanRight: 0,
      missed: [],
      misnamed: [],
      unclean: [],
    };
    rows.set(name, row);
    row.total++;
    const own = original.get(photo)!;
    const pair = pairs.get([file, own].sort().join('\0'));
    const linked = pair !== undefined || (cluster.has(file) && cluster.get(file) === cluster.get(own));
    if (!linked) row.missed.push(file);
    else row.linked++;
    if (!pair) continue;
    if (EDITS[name]!.kinds.some((kind) => kind === pair.kinds[0])) row.kindRight++;
    else row.misnamed.push([file, pair.kinds.slice(0, 3).join('+') || pair.kind]);
    if (pair.clean && path.basename(pair.clean) === own) row.cleanRight++;
    else if (EDITS[name]!.marked) row.unclean.push(file);
  }
  return { rows, falsely, frames };
}

/** Sheets for the eye: originals beside what was missed or misnamed, and wrong pairs. */
async function sheetsOf(
  place: string,
  folder: string,
  set: readonly Labelled[],
  scan: ImageScan,
  level: string,
): Promise<void> {
  mkdirSync(place, { recursive: true });
  const original = new Map(set.filter((item) => item.edit === null).map((item) => [item.photo, item.file]));
  const labels = new Map(set.map((item) => [item.file, item]));
  const { rows, falsely } = tally(set, scan);
  const full = (file: string): string => path.join(folder, file);
  for (const [name, { missed, misnamed, unclean }] of rows) {
    for (const [what, wrong] of Object.entries({ missed, misnamed: misnamed.map(([file]) => file), unclean })) {
      if (wrong.length === 0) continue;
      console.log(`${level}: ${what} ${name}: ${wrong.join(', ')}`);
      const lines = wrong.slice(0, 12).map((file) => [full(original.get(labels.get(file)!.photo)!), full(file)]);
      writeFileSync(
        path.join(place, `${what} ${name.replaceAll(' ', '-').replaceAll('%', '')}.png`),
        await contactSheet(lines),
      );
    }
  }
  if (falsely.length > 0) writeFileSync(path.join(place, 'wrong.png'), await contactSheet(falsely.slice(0, 24)));
  console.log(`${level}: sheets in ${place}`);
}

/** Run by itself: a folder of photographs, of every how many each edit is made, levels, where to keep the set, where sheets go, seed. */
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [photos, every, levels, keep, sheets, seed] = process.argv.slice(2);
  console.table(
    await measurePhotos({
      photos: photos!,
      every: Number(every ?? 1),
      seed: Number(seed ?? 1),
      levels: levels ? (levels.split(',') as CompareLevel[]) : LEVELS,
      keep: keep ?? null,
      sheets: sheets ?? null,
    }),
  );
}

/** The folder that TAGMETRY_PHOTOS names; nothing without one. */
const bench: Bench = async () =>
  process.env.TAGMETRY_PHOTOS ? measurePhotos({ photos: process.env.TAGMETRY_PHOTOS, every: 8 }) : [];
export default bench;
