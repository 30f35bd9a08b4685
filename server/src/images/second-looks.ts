import type { CachedPair } from './cache.ts';
import { scoreOf } from './compare/decide.ts';
import { kindsOfSizes } from './compare/kinds.ts';
import { kindsOfLay } from './compare/look/lay-kinds.ts';
import { type LooksOptions, SecondLooks } from './compare/look/run.ts';
import type { LookedPicture } from './compare/look/serve.ts';
import { lookWhereNeeded } from './compare/look/spanning.ts';
import type { Candidate } from './compare/thread.ts';
import type { ImageFile } from './files.ts';
import type { ImageHeader } from './header/types.ts';
import type { ImageScanOptions } from './scan-types.ts';
import type { DecodePool } from './worker/pool.ts';

/** Log-odds of a pair that only the second look was sure of. */
const SURE_AT_SECOND_SIGHT = 2;
/** Decoded pictures that are kept for the next pair, 72 KB each. */
const KEPT_PICTURES = 1000;

/** A picture that was compared. */
interface ComparedPicture {
  readonly file: ImageFile;
  readonly key: string;
  readonly header: ImageHeader;
  readonly transparent: boolean | null;
}

/** Format and size of a picture as it is shown: in pixels, EXIF orientation applied. */
export function orientedFacts({ format, width, height, exifOrientation }: ImageHeader) {
  return exifOrientation >= 5 ? { format, width: height, height: width } : { format, width, height };
}

/**
 * Looks at the candidates again and keeps the pairs; what cannot be decoded again is believed if it was sure. Only the
 * thorough level looks at pairs of pictures that others connect already: at the standard level they are believed if they
 * were sure, and named by how they lie on each other.
 * @param idle threads that have nothing to do
 * @throws the signal's reason when cancelled
 */
export async function secondLooks(
  candidates: readonly Candidate[],
  pictures: readonly ComparedPicture[],
  pool: DecodePool,
  idle: LooksOptions['idle'],
  { workerPath, level, signal }: ImageScanOptions,
): Promise<CachedPair[]> {
  const laid = candidates.filter(({ lay }) => lay !== null);
  const second = new SecondLooks({ workerPath, idle, picture: keeping(pictures, pool), signal });
  const take = (batch: readonly Candidate[]) => second.take(batch);
  const looks = await (level === 'thorough' ? take(laid) : lookWhereNeeded(laid, pictures.length, take)).finally(() =>
    second.stop(),
  );
  const done = new Set<string>();
  const ordered = [...candidates].sort((x, y) => y.logit - x.logit);
  return ordered.flatMap((candidate): CachedPair[] => {
    const { a, b, lay, logit } = candidate;
    const pair = `${Math.min(a, b)} ${Math.max(a, b)}`;
    // A pair may have been found in two ways; the first that holds counts.
    if (done.has(pair) || (!looks.get(candidate) && logit < 0)) return [];
    done.add(pair);
    const [first, second] = [pictures[a]!, pictures[b]!];
    const look = looks.get(candidate);
    const keys = { a: first.key, b: second.key };
    if (look) {
      const { kinds, clean, overlay, shared, whole } = look;
      const score = scoreOf(Math.max(logit, SURE_AT_SECOND_SIGHT));
      return [{ ...keys, score, kinds, clean, overlay, shared, whole }];
    }
    if (look === null) return [];
    const sizes = [orientedFacts(first.header), orientedFacts(second.header)] as const;
    const kinds = lay ? kindsOfLay(...sizes, lay) : kindsOfSizes(...sizes);
    return [{ ...keys, score: scoreOf(logit), kinds, clean: null, overlay: null, shared: null, whole: null }];
  });
}

/** Decodes pictures for a second look, and keeps the last ones for the pairs to come. */
function keeping(pictures: readonly ComparedPicture[], pool: DecodePool): LooksOptions['picture'] {
  const kept = new Map<number, Promise<LookedPicture | null>>();
  const decode = async (index: number): Promise<LookedPicture | null> => {
    const { file, header, transparent } = pictures[index]!;
    const facts = orientedFacts(header);
    const result = await pool.decode({ job: 'detail', path: file.path, ...facts });
    const detail = result.outcome === 'answered' ? result.answer.bytes : null;
    return detail && { width: facts.width, height: facts.height, alpha: transparent ?? false, detail };
  };
  return (index) => {
    const known = kept.get(index);
    if (known) return known;
    const [oldest] = kept.keys();
    if (oldest !== undefined && kept.size >= KEPT_PICTURES) kept.delete(oldest);
    const made = decode(index);
    kept.set(index, made);
    return made;
  };
}
