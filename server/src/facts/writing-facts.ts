import type { CaptionStyle } from '../tags/caption-style.ts';
import { bump } from './bump.ts';
import type { CaptionRecord } from './record.ts';
import { SentenceFacts } from './sentence-facts.ts';

/** How the captions of a folder are written, and how long they are, kept by difference. */
export class WritingFacts {
  /** How the sentences are written. */
  readonly sentences = new SentenceFacts();
  /** Captions by style, and by style where it is clear enough to be set against others. */
  readonly styles = new Map<CaptionStyle, number>();
  readonly clearStyles = new Map<CaptionStyle, number>();
  /** Captions whose tags something else than the separator takes apart, by what does. */
  readonly separatedBy = new Map<string, number>();
  /** Captions by the name of a field that they have. */
  readonly fields = new Map<string, number>();
  /** Captions with lines that are not read. */
  partlyRead = 0;
  /** Captions by token count. */
  readonly tokens = new Map<number, number>();

  /** Counts a caption in (1) or out (-1). */
  count(record: CaptionRecord | null, by: 1 | -1): void {
    if (record === null) return;
    if (record.style) bump(this.styles, record.style, by);
    if (record.clearStyle) bump(this.clearStyles, record.clearStyle, by);
    if (record.separatedBy) bump(this.separatedBy, record.separatedBy, by);
    for (const field of record.fields ?? []) bump(this.fields, field, by);
    if (record.isPartlyRead) this.partlyRead += by;
    this.sentences.count(record, by);
    bump(this.tokens, record.tokens, by);
  }
}
