import { append } from '../ground/append.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { ImageCluster } from './cluster.ts';
import { type CompareLevel, compareLevels } from './compare/levels.ts';
import type { ImageDamage, ImageFacts } from './facts.ts';
import type { ImageFile } from './files.ts';
import { imageFacts, readAllImageFacts, sameBytes } from './read-facts.ts';
import type { ScanProgress } from './scan-headers.ts';
import type { DuplicatePair, ImageScan } from './scan-types.ts';
import type { SwitchedOff } from './worker/pool.ts';

/**
 * How far images are looked into: not at all; headers and equal files; or pixels too, compared as thoroughly as the level
 * says. Each level includes the ones before it.
 */
export const imageLevels = ['off', 'headers', ...compareLevels] as const;
export type ImageLevel = (typeof imageLevels)[number];

/** Whether images are decoded and compared at a level. */
export const looksAtPixels = (level: ImageLevel): level is CompareLevel => level !== 'off' && level !== 'headers';

/** Decodes and compares image files: `scanImages` with its worker, where one can run. */
export type PixelScanner = (request: {
  readonly files: readonly ImageFile[];
  readonly level: CompareLevel;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: ScanProgress) => void) | undefined;
}) => Promise<ImageScan>;

/** Why a survey did not compare pixels although it was asked to. */
export type SurveyOff = SwitchedOff | { readonly reason: 'no-worker'; readonly detail: '' };

/** What is known of the images of a dataset. Files are relative to its root. */
export interface ImageSurvey {
  /** The level that was reached. */
  readonly level: ImageLevel;
  readonly images: ReadonlyMap<string, ImageFacts>;
  /** Equal files, equal pictures and versions of one picture; largest first where pixels were compared. */
  readonly clusters: readonly ImageCluster[];
  /** Pairs that share a motif but are pictures of their own: parts cut from a picture, neighbouring frames. */
  readonly related: readonly DuplicatePair[];
  /** Files whose pixels could not be compared although nothing is known to be wrong with them. */
  readonly notCompared: readonly string[];
  /** Why not all pixels were looked at; null when they were, or were not asked for. */
  readonly switchedOff: SurveyOff | null;
}

export interface SurveyOptions {
  readonly level: ImageLevel;
  /** Left out: pixels are not looked at. */
  readonly scanPixels?: PixelScanner | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: ScanProgress) => void) | undefined;
}

/**
 * Looks at the images of a dataset.
 * @param files relative to `root`
 * @throws the signal's reason when cancelled; nothing because of any file
 */
export async function surveyImages(
  workspace: Workspace,
  root: string,
  files: readonly string[],
  options: SurveyOptions,
): Promise<ImageSurvey> {
  const { level, scanPixels, signal, onProgress } = options;
  if (level === 'off')
    return { level, images: new Map(), clusters: [], related: [], notCompared: [], switchedOff: null };
  if (looksAtPixels(level) && scanPixels) {
    const listed = await listImages(workspace, root, files, signal);
    return fromScan(root, level, listed, await scanPixels({ files: listed, level, signal, onProgress }));
  }
  const facts = await readAllImageFacts(workspace, root, files, signal, (done, total) =>
    onProgress?.({ stage: 'headers', done, total }),
  );
  const equal = await sameBytes(workspace, root, facts, signal);
  return {
    level: 'headers',
    images: new Map(facts.map((image) => [image.file, image])),
    clusters: equal.map((group) => ({ kind: 'bytes', files: group, score: 1, pairs: pairsOfEqual(group) })),
    related: [],
    notCompared: [],
    switchedOff: looksAtPixels(level) ? { reason: 'no-worker', detail: '' } : null,
  };
}

/** The first file of a group of equal ones with every other. */
function pairsOfEqual([first, ...others]: readonly string[]): ImageCluster['pairs'] {
  return others.map((b) => ({
    a: first,
    b,
    kind: 'bytes',
    kinds: [],
    score: 1,
    clean: null,
    overlay: null,
    shared: null,
    whole: null,
  }));
}

const statsAtOnce = 48;

async function listImages(
  workspace: Workspace,
  root: string,
  files: readonly string[],
  signal?: AbortSignal,
): Promise<ImageFile[]> {
  const listed: ImageFile[] = [];
  for (let at = 0; at < files.length; at += statsAtOnce) {
    signal?.throwIfAborted();
    const part = files.slice(at, at + statsAtOnce).map(async (file): Promise<ImageFile> => {
      const path = `${root}/${file}`;
      // What vanished meanwhile is found out, and named, when it is opened.
      const { size, mtimeMs } = await workspace.stat(path).catch(() => ({ size: 0, mtimeMs: 0 }));
      return { path, size, mtimeMs };
    });
    append(listed, await Promise.all(part));
  }
  return listed;
}

function fromScan(root: string, level: CompareLevel, listed: readonly ImageFile[], scan: ImageScan): ImageSurvey {
  const relative = (path: string): string => path.slice(root.length + 1);
  const named = (pair: DuplicatePair): DuplicatePair => ({
    ...pair,
    a: relative(pair.a),
    b: relative(pair.b),
    clean: pair.clean && relative(pair.clean),
    whole: pair.whole && relative(pair.whole),
  });
  const damaged = new Map(
    scan.damaged.map(({ file, reason, detail }): [string, ImageDamage] => [file, { reason, detail }]),
  );
  const images = scan.headers.map(({ file, result }, i): [string, ImageFacts] => {
    const { size, mtimeMs } = listed[i];
    const facts = imageFacts(relative(file), size, mtimeMs, result);
    return [
      facts.file,
      {
        ...facts,
        damage: damaged.get(file) ?? null,
        transparent: scan.transparent.get(file) ?? null,
        look: scan.looks.get(file) ?? null,
        fineness: scan.fineness.get(file) ?? null,
      },
    ];
  });
  return {
    level,
    images: new Map(images),
    clusters: scan.clusters.map(({ kind, files, score, pairs }) => ({
      kind,
      files: files.map(relative),
      score,
      pairs: pairs.map(named),
    })),
    related: scan.related.map(named),
    notCompared: scan.notCompared.map(relative),
    switchedOff: scan.switchedOff,
  };
}
