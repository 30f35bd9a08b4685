import { Letters } from '../caption/letters.ts';
import { type Caption, parseCaption, type Tag } from '../caption/parse.ts';
import type { ConceptCore } from '../concepts/concepts.ts';
import type { DatasetCaption, DatasetFolder, DatasetIndex } from '../dataset/index.ts';
import type { FolderFacts } from '../facts/facts.ts';
import type { CaptionRecord } from '../facts/record.ts';
import { folderOf } from '../ground/paths.ts';
import { type FolderSettings, settingsFor } from '../settings/settings.ts';
import { type CaptionStyle, captionStyle } from '../tags/caption-style.ts';
import { type Word, wordsOf } from '../tags/word.ts';
import { captionTokens, countCaptionTokens } from '../trainers/caption-tokens.ts';
import { type EffectiveCaption, effectiveCaption } from '../trainers/captions/effective-caption.ts';
import { countLineTokens, type LineTokens, lineTokens } from '../trainers/line-tokens.ts';
import type { CaptionContext } from './context.ts';

/** Makes what caption rules see of one caption. */
export function captionContext(
  index: DatasetIndex,
  record: CaptionRecord,
  dataset: FolderSettings,
): CaptionContext | null {
  const pairing = index.caption(record.file);
  // Which folder it is says the name; what else is in it is asked for where it matters.
  const folder = index.tracker.untracked(() => index.folder(folderOf(record.file)));
  const settings = settingsFor(dataset, record.file);
  if (record.source.kind !== 'text' || !pairing || !folder) return null;
  const { text, bom } = record.source;
  return new JudgedCaption(index, record, parseCaption(text, settings.syntax), { bom, pairing, folder, settings });
}

/**
 * A class, because one is made for each caption: an object literal with getters gets a hidden class of its own each time, which
 * is slow to read and keeps what the getters see until the next full collection.
 */
class JudgedCaption implements CaptionContext {
  readonly file: string;
  readonly pairing: DatasetCaption;
  readonly caption: Caption;
  readonly bom: boolean;
  readonly flags: number;
  readonly settings: FolderSettings;
  readonly facts: FolderFacts;
  readonly folder: DatasetFolder;
  readonly index: DatasetIndex;
  readonly #record: CaptionRecord;
  /** Whether the record has the number of each tag. */
  readonly #isCounted: boolean;
  #words: readonly Word[] | null = null;
  #norms: readonly string[] | null = null;
  #letters: Letters | null = null;
  #style: CaptionStyle | null = null;
  readonly #layouts: LineTokens[] = [];
  readonly #lines: { at: readonly number[]; words: readonly Word[] }[] = [];
  readonly #effectives: EffectiveCaption[] = [];

  constructor(
    index: DatasetIndex,
    record: CaptionRecord,
    caption: Caption,
    { bom, pairing, folder, settings }: Pick<CaptionContext, 'bom' | 'pairing' | 'folder' | 'settings'>,
  ) {
    this.file = record.file;
    this.pairing = pairing;
    this.caption = caption;
    this.bom = bom;
    this.settings = settings;
    this.facts = index.facts;
    this.folder = folder;
    this.index = index;
    this.#record = record;
    // The record was cut in the same way, and has the numbers of the tags.
    this.#isCounted = record.surfaces.length === caption.tags.length;
    this.flags = this.#isCounted ? record.flags : this.words.reduce((flags, word) => flags | word.flags, 0);
  }

  get words(): readonly Word[] {
    this.#words ??= this.#isCounted
      ? this.index.vocabulary.words(this.#record.surfaces)
      : wordsOf(this.caption.tags.map((tag) => tag.text));
    return this.#words;
  }

  numbers(question: (word: Word) => number): ArrayLike<number> {
    if (!this.#isCounted) return this.words.map(question);
    return this.index.vocabulary.numbers(question).all(this.#record.surfaces);
  }

  get norms(): readonly string[] {
    this.#norms ??= this.words.map((word) => word.norm);
    return this.#norms;
  }

  get concept(): ConceptCore | undefined {
    return this.index.conceptOf(this.folder.folder);
  }

  get letters(): Letters {
    this.#letters ??= new Letters(this.caption.text);
    return this.#letters;
  }

  get isCommaList(): boolean {
    return this.#record.isCommaList;
  }

  get isForm(): boolean {
    return this.#record.fields !== null;
  }

  get style(): CaptionStyle {
    this.#style ??= captionStyle(this.words);
    return this.#style;
  }

  get fedTokens(): number {
    return this.#record.tokens;
  }

  normId(at: number): number | undefined {
    const { vocabulary } = this.index;
    return this.#isCounted ? vocabulary.normOf(this.#record.surfaces[at]) : vocabulary.normId(this.norms[at]);
  }

  someNorm(test: (norm: number) => boolean): boolean {
    if (this.#isCounted) {
      const { norms } = this.#record;
      for (let at = 0; at < norms.length; at++) if (test(norms[at])) return true;
      return false;
    }
    for (let at = 0; at < this.caption.tags.length; at++) {
      const norm = this.normId(at);
      if (norm !== undefined && test(norm)) return true;
    }
    return false;
  }

  tagsOf(line: number): { readonly at: readonly number[]; readonly words: readonly Word[] } {
    this.#lines[line] ??= tagsOfLine(this.caption, this.words, line);
    return this.#lines[line];
  }

  tokens(line: number): LineTokens {
    this.#layouts[line] ??= lineTokens(this.caption, line, this.settings.clip, this);
    return this.#layouts[line];
  }

  countOf(line: number): number {
    const { caption, settings } = this;
    return caption.trained.length === 1 ? this.#record.tokens : countLineTokens(caption, line, settings.clip, this);
  }

  tokensOf(text: string): number {
    return countCaptionTokens(text, this.settings.clip);
  }

  effective(line: number): EffectiveCaption {
    this.#effectives[line] ??= effectiveOf(this.caption.text, this.settings, line);
    return this.#effectives[line];
  }

  tagAt(offset: number): Tag | undefined {
    return this.caption.tags.find((tag) => tag.range.start <= offset && offset <= tag.range.end);
  }
}

function tagsOfLine(caption: Caption, words: readonly Word[], line: number) {
  const at: number[] = [];
  for (let index = 0; index < words.length; index++) if (caption.tags[index].line === line) at.push(index);
  return { at, words: at.length === words.length ? words : at.map((index) => words[index]) };
}

/** What the trainer makes of one trained line of a caption text under these settings. */
export function effectiveOf(text: string, settings: FolderSettings, line = 0): EffectiveCaption {
  const { tokenLimit, clip } = settings;
  const keptLength =
    tokenLimit === null ? undefined : (shown: string) => captionTokens(shown, clip).offsetOf(tokenLimit);
  return effectiveCaption(text, settings.trainer, settings.captionOptions, keptLength, line);
}
