import type { CaptionSyntax } from '../caption/parse.ts';
import { parseCaption } from '../caption/parse.ts';
import { LineIndex, type LineRange } from '../ground/lines.ts';
import { normalTag } from '../tags/normal.ts';
import type { FolderFacts } from './facts.ts';

/** A caption that holds a tag, and where. */
export interface TagPlace {
  readonly file: string;
  readonly range: LineRange;
}

/** The captions that hold all of `tags` (normal forms), with the place of the first of them. Costs what they hold. */
export function tagPlaces(
  facts: FolderFacts,
  tags: readonly string[],
  syntaxOf: (file: string) => CaptionSyntax,
): TagPlace[] {
  const norms = tags.map((tag) => facts.vocabulary.normId(tag));
  const [first, ...others] = norms;
  if (first === undefined || others.includes(undefined)) return [];
  const found: TagPlace[] = [];
  for (const record of facts.captionsWith(first)) {
    if (record.source.kind !== 'text' || !others.every((norm) => record.norms.includes(norm as number))) continue;
    const { text } = record.source;
    const tag = parseCaption(text, syntaxOf(record.file)).tags.find((piece) => normalTag(piece.text) === tags[0]);
    if (tag) found.push({ file: record.file, range: new LineIndex(text).range(tag.range) });
  }
  return found;
}
