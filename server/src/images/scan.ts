import { type CachedPair, type CachedPicture, cacheKey, emptyCache, loadCache, saveCache } from './cache.ts';
import { damageOf } from './damage.ts';
import { equalFiles } from './exact.ts';
import { decodeFineness } from './fineness.ts';
import { decodeFingerprint, type Fingerprint } from './fingerprint/fingerprint.ts';
import { isHeader } from './header/types.ts';
import { Line, NO_PLACES } from './line.ts';
import { lookOf, type PictureLook } from './look.ts';
import type { Picture } from './picture.ts';
import { buildClusters } from './scan-clusters.ts';
import { type FileHeader, scanHeaders } from './scan-headers.ts';
import type { DamagedFile, ImageScan, ImageScanOptions } from './scan-types.ts';
import { orientedFacts, PairLooks } from './second-looks.ts';
import { DecodePool, type PoolAnswer } from './worker/pool.ts';

export type * from './scan-headers.ts';
export { scanHeaders } from './scan-headers.ts';
export type * from './scan-types.ts';

/** Reasons that may be gone at the next scan: such pictures are tried again. */
const PASSING = new Set<CachedPicture['damage']>(['unreadable', 'timeout']);

/**
 * Looks at every image of a dataset: headers, damage, exact duplicates and near-duplicates. Decoding and comparing
 * happen outside this process; what a former scan found is taken from the cache, so a new image costs one decode and one
 * query. The result does not depend on how often the worker died on the way.
 * @throws the signal's reason when cancelled (what was decoded so far is cached); nothing because of any file
 */
export async function scanImages(options: ImageScanOptions): Promise<ImageScan> {
  const { files, cachePath, signal, onProgress } = options;
  const headers = await scanHeaders(options);
  const cache = cachePath === null ? emptyCache() : loadCache(cachePath);
  const pictures = files.flatMap((file, i): Picture[] => {
    const { result } = headers[i]!;
    const key = cacheKey(file);
    return isHeader(result)
      ? [
          {
            file,
            key,
            header: result,
            result: cache.pictures.get(key) ?? null,
            isDone: false,
            digest: null,
            transparent: null,
            look: null,
          },
        ]
      : [];
  });
  const pool = new DecodePool(options.workerPath, options.onWorker);
  const remember = (
    level: ImageScanOptions['level'] | null,
    compared: readonly Picture[],
    pairs: CachedPair[],
  ): void => {
    if (cachePath === null) return;
    const lasting = pictures.filter(({ result }) => result && !PASSING.has(result.damage));
    const known = new Map(lasting.map(({ key, result }) => [key, result!]));
    try {
      const keys = new Set(compared.map(({ key }) => key));
      saveCache(cachePath, { pictures: known, level, compared: keys, pairs }, cache.from);
    } catch {
      // Without a writable place the next scan starts from nothing; this one is not affected.
    }
  };
  const usable = cache.level === options.level;
  const isOld = ({ key }: Picture): boolean => usable && cache.compared.has(key);
  const line: Line = new Line(options, pictures, isOld, (found) => looks.take(found));
  const looks = new PairLooks(line.ordered, pool, () => line.run.workers, options);
  try {
    const decoded = await decodeMissing(pictures, pool, options, line).catch((error: unknown) => {
      remember(null, [], []);
      throw error;
    });
    for (const picture of pictures) describe(picture);
    const digests = new Map(pictures.map(({ file, digest }) => [file.path, digest]));
    const equal = await equalFiles(files, (file) => digests.get(file.path) ?? null, signal);
    const samePixels = await equalPictures(pictures, equal, pool);
    signal?.throwIfAborted();
    // Of pictures that are equal one stands for all.
    const others = new Set([...equal, ...samePixels].flatMap((group) => group.slice(1)));
    const ordered = line.complete(pictures.filter(({ file, digest }) => digest !== null && !others.has(file.path)));
    const known = ordered.filter(isOld).length;
    const { pairs: found, shapes } = await line.run.finish((done) =>
      onProgress?.({ stage: 'comparing', done, total: ordered.length - known }),
    );
    for (const [at, shape] of shapes) {
      const picture = ordered[at]!;
      picture.result = { ...picture.result!, shape };
    }
    const current = new Set(ordered.slice(0, known).map(({ key }) => key));
    const pairs: CachedPair[] = [
      ...(usable ? cache.pairs.filter(({ a, b }) => current.has(a) && current.has(b)) : []),
      ...(await looks.finish(found)),
    ];
    if (decoded > 0 || shapes.length > 0 || known !== ordered.length || cache.pictures.size !== pictures.length) {
      remember(options.level, ordered, pairs);
    }
    const pathOf = (key: string): string => key.slice(0, key.indexOf('\0'));
    const near = pairs.map((pair) => ({ ...pair, a: pathOf(pair.a), b: pathOf(pair.b) }));
    const { clusters, related } = buildClusters(
      files.map(({ path }) => path),
      equal,
      samePixels,
      near,
    );
    return {
      headers,
      clusters,
      related,
      damaged: damagedFiles(headers, pictures),
      looks: new Map(pictures.flatMap(({ file, look }) => (look === null ? [] : [[file.path, look] as const]))),
      transparent: new Map(
        pictures.flatMap(({ file, transparent }) => (transparent === null ? [] : [[file.path, transparent] as const])),
      ),
      fineness: new Map(
        pictures.flatMap(({ file, result }) =>
          result?.fineness ? [[file.path, decodeFineness(result.fineness)] as const] : [],
        ),
      ),
      notCompared: pictures.filter(({ result }) => result?.damage === 'not-compared').map(({ file }) => file.path),
      switchedOff: pool.off,
    };
  } finally {
    pool.stop();
    line.run.stop();
    looks.stop();
  }
}

/** Notes what follows from the fingerprint. */
function describe(picture: Picture): void {
  const print = picture.result?.print;
  const fingerprint = print && picture.digest === null ? decodeFingerprint(print) : null;
  if (!fingerprint) return;
  picture.digest = Buffer.from(fingerprint.digest).toString('hex');
  picture.transparent = fingerprint.alpha;
  picture.look = lookFor(picture.digest, fingerprint);
}

/** What pictures look like, by their digest: who shows a folder scans it again after each change, and holds on to most of them anyway. */
const knownLooks = new Map<string, PictureLook>();
const mostLooks = 50_000;

function lookFor(digest: string, print: Fingerprint): PictureLook {
  const known = knownLooks.get(digest);
  if (known) return known;
  if (knownLooks.size >= mostLooks) knownLooks.clear();
  const look = lookOf(print);
  knownLooks.set(digest, look);
  return look;
}

/** Decodes the pictures that the cache does not know; returns how many were. */
async function decodeMissing(
  pictures: readonly Picture[],
  pool: DecodePool,
  options: ImageScanOptions,
  line: Line,
): Promise<number> {
  const { signal, onProgress } = options;
  const missing = pictures.filter(
    ({ result }) =>
      result === null || (options.level === 'thorough' && result.print !== null && result.places === null),
  );
  const open = new Set(missing);
  if (missing.length > 0 && pictures.length > 1) line.run.begin();
  for (const picture of pictures) picture.isDone = !open.has(picture);
  let done = 0;
  onProgress?.({ stage: 'fingerprints', done, total: missing.length });
  const stop = (): void => pool.stop();
  signal?.addEventListener('abort', stop, { once: true });
  try {
    await Promise.all(
      missing.map(async (picture) => {
        if (picture.result === null) {
          const question = {
            job: 'fingerprint',
            path: picture.file.path,
            size: picture.file.size,
            thorough: options.level === 'thorough',
            ...orientedFacts(picture.header),
          } as const;
          picture.result = resultOf(await pool.decode(question));
        }
        if (options.level === 'thorough') await findPlaces(picture, pool);
        picture.isDone = true;
        describe(picture);
        line.advance();
        done++;
        if (!signal?.aborted) onProgress?.({ stage: 'fingerprints', done, total: missing.length });
      }),
    );
  } finally {
    signal?.removeEventListener('abort', stop);
  }
  signal?.throwIfAborted();
  return done;
}

/** Adds local features and fineness to a picture that could be decoded. */
async function findPlaces(picture: Picture, pool: DecodePool): Promise<void> {
  const { result, file, header } = picture;
  if (result === null || result.print === null || result.places !== null) return;
  const found = await pool.decode({ job: 'places', path: file.path, ...orientedFacts(header) });
  const fine = await pool.decode({ job: 'fineness', path: file.path, ...orientedFacts(header) });
  const bytes = (answer: PoolAnswer): Uint8Array | null => (answer.outcome === 'answered' ? answer.answer.bytes : null);
  if (found.outcome !== 'off' && fine.outcome !== 'off')
    picture.result = { ...result, places: bytes(found) ?? NO_PLACES, fineness: bytes(fine) };
}

const nothing = { print: null, shape: null, places: null, fineness: null, brokenAt: null } as const;

/** What to remember of an answer; nothing where the worker was switched off, so that the next scan tries again. */
function resultOf(answer: PoolAnswer): CachedPicture | null {
  if (answer.outcome === 'off') return null;
  if (answer.outcome === 'crashed') return { ...nothing, damage: 'crashed' };
  const { bytes, shape = null, damage, detail } = answer.answer;
  const walked = damage !== null && /^\d{1,3}$/.test(detail ?? '');
  return { ...nothing, print: bytes, shape, damage, brokenAt: walked ? Number(detail) : null };
}

/** Groups of files with equal pixels: equal fingerprints first, then every pixel of one file per group of equal bytes. */
async function equalPictures(
  pictures: readonly Picture[],
  equal: readonly string[][],
  pool: DecodePool,
): Promise<string[][]> {
  const copies = new Set(equal.flatMap((group) => group.slice(1)));
  const alike = new Map<string, Picture[]>();
  for (const picture of pictures) {
    if (picture.digest === null || picture.result?.damage || copies.has(picture.file.path)) continue;
    alike.set(picture.digest, [...(alike.get(picture.digest) ?? []), picture]);
  }
  const groups = new Map<string, string[]>();
  await Promise.all(
    [...alike.values()]
      .filter((group) => group.length > 1)
      .flat()
      .map(async ({ file, header }) => {
        const result = await pool.decode({ job: 'pixels', path: file.path, ...orientedFacts(header) });
        const bytes = result.outcome === 'answered' ? result.answer.bytes : null;
        if (!bytes) return;
        const digest = Buffer.from(bytes).toString('hex');
        groups.set(digest, [...(groups.get(digest) ?? []), file.path]);
      }),
  );
  const position = new Map(pictures.map(({ file }, i) => [file.path, i]));
  return [...groups.values()]
    .filter((group) => group.length > 1)
    .map((group) => group.sort((a, b) => position.get(a)! - position.get(b)!));
}

/** Every file that is no whole image, in order. */
function damagedFiles(headers: readonly FileHeader[], pictures: readonly Picture[]): DamagedFile[] {
  const results = new Map(pictures.map(({ file, result }) => [file.path, result]));
  return headers.flatMap(({ file, result }): DamagedFile[] => {
    const found = results.get(file);
    const damage = damageOf(result, found?.damage ?? null, found?.brokenAt ?? null);
    return damage ? [{ file, ...damage }] : [];
  });
}
