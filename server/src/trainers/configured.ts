import type { CaptionOrigin, IdleReason } from './trains.ts';

/** An image or video that trains by a configuration. Paths from the dataset's root. */
export interface ConfiguredItem {
  readonly kind: 'image' | 'video';
  /** Its caption file; null when its words come from elsewhere or from nowhere. */
  readonly caption: string | null;
  readonly origin: CaptionOrigin['from'];
}

/** What a configuration makes of the files of a dataset: the trainer's own answer, by path from the dataset's root. */
export interface ConfiguredFiles {
  readonly items: ReadonlyMap<string, ConfiguredItem>;
  readonly idle: ReadonlyMap<string, IdleReason>;
  /** Masks, controls and layers of other images. */
  readonly companions: ReadonlySet<string>;
}

/** Asks the configuration anew: files come and go. Null where it says nothing or stops the trainer. */
export type AskConfiguration = () => Promise<ConfiguredFiles | null>;
