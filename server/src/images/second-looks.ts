import type { CachedPair } from './cache.ts';
import { scoreOf } from './compare/decide.ts';
import { kindsOfSizes } from './compare/kinds.ts';
import { kindsOfLay } from './compare/look/lay-kinds.ts';
import { type Looks, type LooksOptions, SecondLooks } from './compare/look/run.ts';
import type { LookedPicture, LookResult } from './compare/look/serve.ts';
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

/** Second looks at the pairs of a scan. */
export class PairLooks {
  readonly #pictures: readonly ComparedPicture[];
  readonly #options: ImageScanOptions;
  readonly #second: SecondLooks;
  readonly #known = new Map<Candidate, LookResult | null>();
  #early: Promise<void> = Promise.resolve();

  /**
   * @param pictures in the order that positions of candidates stand for
   * @param workers threads that are there already
   */
  constructor(
    pictures: readonly ComparedPicture[],
    pool: DecodePool,
    workers: LooksOptions['workers'],
    options: ImageScanOptions,
  ) {
    this.#pictures = pictures;
    this.#options = options;
    const { workerPath, signal } = options;
    this.#second = new SecondLooks({ workerPath, workers, picture: keeping(pictures, pool), signal });
  }

  /**
   * Takes candidates while others are still looked for. Those that the first look was not sure of are looked at in any case: that
   * begins now.
   */
  take(candidates: readonly Candidate[]): void {
    const sure = this.#options.level === 'thorough' ? Number.POSITIVE_INFINITY : 0;
    const certain = candidates.filter(({ lay, logit }) => lay !== null && logit < sure);
    if (certain.length === 0) return;
    this.#early = this.#early.then(async () => {
      for (const [candidate, look] of await this.#second.take(certain)) this.#known.set(candidate, look);
    });
    // Whoever asks for the pairs hears of it; nobody does when decoding was cancelled before.
    this.#early.catch(() => {});
  }

  /**
   * Looks at the candidates again and keeps the pairs; what cannot be decoded again is believed if it was sure. Only the
   * thorough level looks at pairs of pictures that others connect already: at the standard level they are believed if they
   * were sure, and named by how they lie on each other.
   * @param candidates all of them
   * @throws the signal's reason when cancelled
   */
  async finish(candidates: readonly Candidate[]): Promise<CachedPair[]> {
    await this.#early;
    const laid = candidates.filter(({ lay }) => lay !== null);
    const looks =
      this.#options.level === 'thorough'
        ? await this.#look(laid)
        : await lookWhereNeeded(laid, this.#pictures.length, (batch) => this.#look(batch));
    return pairsOf(candidates, looks, this.#pictures);
  }

  /** Ends the threads that were started here. */
  stop(): void {
    this.#second.stop();
  }

  async #look(batch: readonly Candidate[]): Promise<Looks> {
    const open = batch.filter((candidate) => !this.#known.has(candidate));
    for (const [candidate, look] of await this.#second.take(open)) this.#known.set(candidate, look);
    return new Map(
      batch.flatMap((candidate) => {
        const look = this.#known.get(candidate);
        return look === undefined ? [] : [[candidate, look] as const];
      }),
    );
  }
}

function pairsOf(candidates: readonly Candidate[], looks: Looks, pictures: readonly ComparedPicture[]): CachedPair[] {
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
