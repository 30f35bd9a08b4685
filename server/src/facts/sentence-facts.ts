import { endsSentence } from '../tags/cut-off.ts';
import type { TextLanguage } from '../tags/languages.ts';
import { bump } from './bump.ts';
import type { CaptionRecord } from './record.ts';

/** How the sentences of a folder are written, kept by difference. */
export class SentenceFacts {
  #openers = 0;
  #hedged = 0;
  #doubting = 0;
  #open = 0;
  #ended = 0;
  #captions = 0;
  readonly #languages = new Map<TextLanguage, number>();
  readonly #scripts = new Map<TextLanguage, number>();
  readonly #variants = new Map<string, Map<string, number>>();

  /** Captions that open with words on the picture instead of what is in it. */
  get openers(): number {
    return this.#openers;
  }

  /** Captions that say they are not sure. */
  get hedged(): number {
    return this.#hedged;
  }

  /** Captions that say so outright. */
  get doubting(): number {
    return this.#doubting;
  }

  /** Captions of several sentences of which the last one has no end. */
  get open(): number {
    return this.#open;
  }

  /** Captions that end as a sentence does. */
  get ended(): number {
    return this.#ended;
  }

  /** Captions of sentences. */
  get captions(): number {
    return this.#captions;
  }

  /** Captions by language, as far as it can be told. */
  get languages(): ReadonlyMap<TextLanguage, number> {
    return this.#languages;
  }

  /** Captions by the script other than Latin that some of them is written in. */
  get scripts(): ReadonlyMap<TextLanguage, number> {
    return this.#scripts;
  }

  /** Captions by the way they spell a word, for the key of {@link SpellingVariant}. */
  formsOf(key: string): ReadonlyMap<string, number> {
    return this.#variants.get(key) ?? new Map();
  }

  /** The words that are spelt in more than one way. */
  *drifting(): Iterable<[key: string, forms: ReadonlyMap<string, number>]> {
    for (const entry of this.#variants) if (entry[1].size > 1) yield entry;
  }

  /** Counts a caption in (1) or out (-1). */
  count({ marks, language, script, style, trained }: CaptionRecord, by: 1 | -1): void {
    if (style === 'prose' || style === 'mixed') {
      this.#captions += by;
      if (endsSentence(trained)) this.#ended += by;
    }
    if (language !== null) bump(this.#languages, language, by);
    if (script !== null) bump(this.#scripts, script, by);
    if (marks === null) return;
    if (marks.opener !== null) this.#openers += by;
    if (marks.hedged) this.#hedged += by;
    if (marks.doubts) this.#doubting += by;
    if (marks.open) this.#open += by;
    for (const [key, form] of marks.variants) {
      const forms = this.#variants.get(key) ?? new Map<string, number>();
      bump(forms, form, by);
      if (forms.size === 0) this.#variants.delete(key);
      else this.#variants.set(key, forms);
    }
  }
}
