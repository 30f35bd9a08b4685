import type { TextRange } from '../ground/text.ts';
import type { RandomSource } from './python/random-source.ts';

/** A tag as typed, inside a text or a piece of one. */
export interface FedTag {
  readonly text: string;
  /** Where it stands in its text or piece, UTF-16 offsets. */
  readonly range: TextRange;
  /** A setting put it there (prefix, suffix, trigger): no caption has it at this place. */
  readonly added: boolean;
}

/** A piece that moves and drops as one: mostly a single tag. */
export interface FedPiece {
  readonly text: string;
  readonly tags: readonly FedTag[];
}

/** A text that is always the same. */
export interface StillText {
  readonly kind: 'still';
  readonly text: string;
  readonly tags: readonly FedTag[];
}

/** A text that is put together anew for each showing. */
export interface VariedText {
  readonly kind: 'varied';
  /** Head that neither moves nor drops. */
  readonly fixed: readonly FedPiece[];
  readonly flexible: readonly FedPiece[];
  /** Tail that neither moves nor drops. */
  readonly suffix: readonly FedPiece[];
  readonly shuffled: boolean;
  /** Chance that a flexible piece is missing, 0 to 1. */
  readonly dropRate: number;
  /** Flexible pieces at the front that move and never drop. */
  readonly undroppable?: number;
  /**
   * The head is put before whichever piece comes first, parted by a blank: it stays in front, or is shuffled along with that piece, so
   * that each order has as many texts as pieces. Left out: it stands apart.
   */
  readonly rides?: 'in front' | 'along';
  /** Put between pieces. */
  readonly joiner: string;
}

/** A text that is drawn many times, with seeds of its own, where its chances have no formula. */
export interface DrawnText {
  readonly kind: 'drawn';
  /** The same by its pieces; null where it is not made of pieces. */
  readonly pieces: VariedText | null;
  draw(chance: RandomSource): Omit<StillText, 'kind'>;
}

export type FedText = StillText | VariedText | DrawnText;

/** One of the texts a showing can have. */
export interface FedAlternative {
  /** 0 to 1; those of a phase add up to 1. */
  readonly chance: number;
  readonly text: FedText;
}

/** Showings of an image that draw from the same texts. */
export interface FedPhase {
  /** Showings of the phase, expected. */
  readonly shows: number;
  readonly alternatives: readonly FedAlternative[];
  /** Drawn once and kept: all showings of the phase have one text. */
  readonly once: boolean;
}

/** An image over the whole run. */
export interface FedImage {
  /** As the trainer knows it. */
  readonly path: string;
  /** Position in `sets`. */
  readonly set: number;
  /** Showings over the run, expected: whole epochs give whole numbers, a part of an epoch a part. */
  readonly shows: number;
  /** The tags of its caption as it is read, before settings add or drop any. */
  written(): readonly string[];
  /** Its texts; their showings add up to `shows`. */
  phases(): readonly FedPhase[];
}

/** A subset, concept or dataset of the run. */
export interface FedSet {
  /** As written in the configuration. */
  readonly name: string;
  readonly isRegularization: boolean;
  /** Uses of each image per epoch; null where images differ. */
  readonly repeats: number | null;
}

/** How long the run is. */
export interface FedLength {
  /** `assumed`: no file says it, and one epoch is counted. */
  readonly from: 'configuration' | 'assumed' | 'asked';
  /** In epochs, the last one in part; 0 where nothing trains. */
  readonly epochs: number;
  readonly steps: number;
  readonly stepsPerEpoch: number;
}

/**
 * What a trainer will feed over a run: how often each image, and with which texts. `exact`: the trainer's generator is known, or nothing
 * is drawn at all. `expected`: means over all the trainer may draw. `sampled`: like `exact`, from a part of the epochs.
 */
export interface FedRun {
  readonly basis: 'exact' | 'expected' | 'sampled';
  readonly length: FedLength;
  readonly sets: readonly FedSet[];
  readonly images: readonly FedImage[];
  /** Images that train in no epoch although they are part of the set: left over of their bucket, surplus regularization. */
  readonly neverShown: readonly string[];
}

/** A length somebody asks for instead of the configuration's. */
export type AskedLength = { readonly epochs: number } | { readonly steps: number } | null;

/** What is tried instead of what the configuration says; a trainer that has no such option passes it over. */
export interface FeedTrial {
  readonly shuffle?: boolean;
  /** Tags at the head that neither move nor drop. */
  readonly keep?: number;
  readonly tagDropout?: number;
  readonly captionDropout?: number;
  /** Uses of each image per epoch; regularization follows in proportion. */
  readonly repeats?: number;
}

/** What is asked of a run; all of it as configured where nothing is. */
export interface AskedRun {
  readonly length?: AskedLength;
  readonly trial?: FeedTrial;
}

/** The length of a run in epochs, from what is known of it. */
export function lengthOf(
  asked: AskedLength | undefined,
  configured: { readonly steps: number } | { readonly epochs: number } | null,
  stepsPerEpoch: number,
): FedLength {
  const wanted = asked ?? configured ?? { epochs: 1 };
  const from = asked ? 'asked' : configured ? 'configuration' : 'assumed';
  if (stepsPerEpoch === 0) return { from, epochs: 0, steps: 0, stepsPerEpoch };
  return 'epochs' in wanted
    ? { from, epochs: wanted.epochs, steps: wanted.epochs * stepsPerEpoch, stepsPerEpoch }
    : { from, epochs: wanted.steps / stepsPerEpoch, steps: wanted.steps, stepsPerEpoch };
}

/** The tags of a text between separators, without those that are blank. */
export function tagsBetween(
  text: string,
  separator: string,
  strip: (text: string, start: number, end: number) => TextRange,
): FedTag[] {
  const tags: FedTag[] = [];
  let start = 0;
  for (;;) {
    const next = separator === '' ? -1 : text.indexOf(separator, start);
    const end = next < 0 ? text.length : next;
    const range = strip(text, start, end);
    if (range.end > range.start) tags.push({ text: text.slice(range.start, range.end), range, added: false });
    if (next < 0) return tags;
    start = next + separator.length;
  }
}
