import { normalTag } from '../tags/normal.ts';
import type { FedImage, FedLength, FedRun } from '../trainers/fed-run.ts';
import { type TextExposure, textExposure } from './text-exposure.ts';
import type { Window } from './window.ts';

/** Showings are counted over the run, and are means where something is drawn (see `basis`). */
export interface Exposure {
  readonly basis: FedRun['basis'];
  readonly length: FedLength;
  /** Content tokens that are read of a text; null where they are not counted. */
  readonly limit: number | null;
  /** Showings of all images. */
  readonly shows: number;
  /** Of these without words: captions that were dropped or are blank. */
  readonly empty: number;
  /** Of these whose text is longer than the limit, when none of its tags drops. */
  readonly cut: number;
  readonly sets: readonly SetExposure[];
  readonly images: readonly ImageExposure[];
  /** The most showings first. */
  readonly tags: readonly TagExposure[];
  /** Places in the captions as they are written, from the first. */
  readonly places: readonly PlaceExposure[];
  /** Images that train in no epoch. */
  readonly neverShown: readonly string[];
}

export interface SetExposure {
  readonly name: string;
  readonly isRegularization: boolean;
  readonly repeats: number | null;
  readonly images: number;
  readonly shows: number;
  /** Share of all showings, 0 to 1. */
  readonly share: number;
}

export interface ImageExposure {
  readonly file: string;
  readonly set: number;
  readonly shows: number;
  /** Different texts it is shown with, expected. */
  readonly texts: number;
  /** Showings without words. */
  readonly empty: number;
}

export interface TagExposure {
  /** Normal form. */
  readonly tag: string;
  /** Images whose caption has it as it is read; 0 for a tag that only a setting adds. */
  readonly images: number;
  /** Showings of these images; of all images with a text that has it, where only a setting adds it. */
  readonly shows: number;
  /** Showings whose text has it, and of these the ones in which all of it is inside the window. */
  readonly fed: number;
  readonly reached: number;
}

/** Tags at one range of places in the captions. */
export interface PlaceExposure {
  /** From 1; `to` is null for all places behind. */
  readonly from: number;
  readonly to: number | null;
  /** Showings of tags written there, and how many of them reach the encoder. */
  readonly shows: number;
  readonly reached: number;
  /** The tags that lose most showings there to the window, the most first: their texts have them, and they are cut. */
  readonly cut: readonly { readonly tag: string; readonly shows: number }[];
}

/** Tags per range of places. */
const placesTogether = 10;
const placeRanges = 6;
/** Tags that are named for each range. */
const namedPerPlace = 5;

/** Counts what a run feeds, image by image, so that the work can be done in slices. */
export class ExposureCount {
  readonly #run: FedRun;
  readonly #window: Window;
  readonly #nameOf: (path: string) => string;
  readonly #tags = new Map<string, { images: number; shows: number; fed: number; reached: number }>();
  readonly #images: ImageExposure[] = [];
  readonly #sets: { images: number; shows: number }[];
  readonly #places = Array.from({ length: placeRanges }, () => ({
    shows: 0,
    reached: 0,
    lost: new Map<string, number>(),
  }));
  #empty = 0;
  #cut = 0;

  /** @param nameOf what an image is called in the result, from the trainer's path of it */
  constructor(run: FedRun, window: Window, nameOf: (path: string) => string = (path) => path) {
    this.#run = run;
    this.#window = window;
    this.#nameOf = nameOf;
    this.#sets = run.sets.map(() => ({ images: 0, shows: 0 }));
  }

  add(image: FedImage): void {
    const { texts, empty, cut, tags } = imageExposure(image, this.#window);
    this.#images.push({ file: this.#nameOf(image.path), set: image.set, shows: image.shows, texts, empty });
    const set = this.#sets[image.set];
    if (set) {
      set.images++;
      set.shows += image.shows;
    }
    this.#empty += empty;
    this.#cut += cut;
    const written = [...new Set(image.written().map(normalTag))];
    for (const [place, norm] of written.entries()) {
      const own = tags.get(norm);
      const entry = this.#entry(norm);
      entry.images++;
      entry.shows += image.shows;
      const range = this.#places[Math.min(placeRanges - 1, Math.floor(place / placesTogether))];
      if (range) {
        range.shows += image.shows;
        range.reached += own?.reached ?? 0;
        const lost = own ? own.fed - own.reached : 0;
        // A thousandth of a showing is a rounding of means.
        if (lost > 0.001) range.lost.set(norm, (range.lost.get(norm) ?? 0) + lost);
      }
    }
    for (const [norm, { fed, reached }] of tags) {
      const entry = this.#entry(norm);
      entry.fed += fed;
      entry.reached += reached;
      if (!written.includes(norm)) entry.shows += fed;
    }
  }

  result(): Exposure {
    const { basis, length, sets, neverShown } = this.#run;
    const shows = this.#sets.reduce((sum, set) => sum + set.shows, 0);
    const last = placeRanges - 1;
    return {
      basis,
      length,
      limit: this.#window.limit,
      shows,
      empty: this.#empty,
      cut: this.#cut,
      sets: sets.map((set, at) => {
        const own = this.#sets[at] ?? { images: 0, shows: 0 };
        return { ...set, ...own, share: shows === 0 ? 0 : own.shows / shows };
      }),
      images: this.#images,
      tags: [...this.#tags]
        .map(([tag, counts]) => ({ tag, ...counts }))
        .sort((a, b) => b.shows - a.shows || (a.tag < b.tag ? -1 : 1)),
      places: this.#places.flatMap(({ shows: all, reached, lost }, at) => {
        if (all === 0) return [];
        const cut = [...lost]
          .map(([tag, count]) => ({ tag, shows: count }))
          .sort((a, b) => b.shows - a.shows || (a.tag < b.tag ? -1 : 1))
          .slice(0, namedPerPlace);
        return [
          {
            from: at * placesTogether + 1,
            to: at === last ? null : (at + 1) * placesTogether,
            shows: all,
            reached,
            cut,
          },
        ];
      }),
      neverShown: neverShown.map(this.#nameOf),
    };
  }

  #entry(norm: string): { images: number; shows: number; fed: number; reached: number } {
    let entry = this.#tags.get(norm);
    if (!entry) {
      entry = { images: 0, shows: 0, fed: 0, reached: 0 };
      this.#tags.set(norm, entry);
    }
    return entry;
  }
}

/** What a run feeds, all at once. */
export function exposureOf(run: FedRun, window: Window): Exposure {
  const count = new ExposureCount(run, window);
  for (const image of run.images) count.add(image);
  return count.result();
}

interface OwnExposure {
  readonly texts: number;
  readonly empty: number;
  readonly cut: number;
  /** By normal form, in showings. */
  readonly tags: ReadonlyMap<string, { readonly fed: number; readonly reached: number }>;
}

/** What an image's texts give one tag, in showings, and what the text at hand gives it. */
interface SeenTag {
  fed: number;
  reached: number;
  /** Number of the text that had it last, and the chances of it there. */
  text: number;
  inText: number;
  inWindow: number;
}

function imageExposure(image: FedImage, window: Window): OwnExposure {
  const tags = new Map<string, SeenTag>();
  let texts = 0;
  let empty = 0;
  let cut = 0;
  let number = 0;
  for (const { shows, alternatives, once } of image.phases()) {
    for (const { chance, text } of alternatives) {
      const own = textExposure(text, window);
      const times = shows * chance;
      if (own.isEmpty) empty += times;
      if (window.limit !== null && (own.tokens ?? 0) > window.limit) cut += times;
      texts += once ? chance * Math.min(1, shows) : own.distinct(chance, shows);
      for (const seen of tagsOf(own, ++number, tags)) {
        seen.fed += times * seen.inText;
        seen.reached += times * seen.inWindow;
      }
    }
  }
  return { texts, empty, cut, tags };
}

/** The tags of one text by normal form, put among those of the image; a tag that stands twice is there when either is. */
function tagsOf(own: TextExposure, text: number, tags: Map<string, SeenTag>): SeenTag[] {
  const found: SeenTag[] = [];
  for (const { tag, fed, reached } of own.tags) {
    const norm = normalTag(tag);
    let seen = tags.get(norm);
    if (!seen) {
      seen = { fed: 0, reached: 0, text: 0, inText: 0, inWindow: 0 };
      tags.set(norm, seen);
    }
    if (seen.text === text) {
      seen.inText = 1 - (1 - seen.inText) * (1 - fed);
      seen.inWindow = 1 - (1 - seen.inWindow) * (1 - reached);
      continue;
    }
    seen.text = text;
    seen.inText = fed;
    seen.inWindow = reached;
    found.push(seen);
  }
  return found;
}
