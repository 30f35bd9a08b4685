import { repairMojibake } from '../../caption/mojibake.ts';
import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import type { CaptionContext } from '../context.ts';
import { captionRule } from '../define.ts';

export default captionRule({
  id: 'mojibake',
  group: 'text',
  severity: 'warning',
  fix: 'suggested',
  summary: 'Text was once read in the wrong encoding and saved that way.',
  why: 'The trainer reads the garbled characters as they stand: they cost many tokens and no prompt ever repeats them. The CLIP tokenizer repairs some of it by itself (ftfy), other text encoders nothing.',
  mayFind: ({ letters }) => !letters.isAscii || letters.hasAny('?'),
  *check({ file, caption }: CaptionContext): Iterable<Draft> {
    for (const line of caption.trained) {
      const text = caption.text.slice(line.start, line.end);
      const lost = [...text.matchAll(lostApostrophe)].map(({ index }) => line.start + index);
      if (lost.length > 0)
        yield {
          range: { start: lost[0], end: lost[0] + 1 },
          message: t(
            '"?" stands where an apostrophe was: the file was saved in an encoding without it. Write it again.',
          ),
          fixes: [
            {
              title: t('Write "{0}"', "'"),
              safety: 'suggested',
              edits: [{ file, edits: lost.map((at) => ({ range: { start: at, end: at + 1 }, newText: "'" })) }],
            },
          ],
        };
      for (const match of text.matchAll(/\ufffd+/g))
        yield {
          range: { start: line.start + match.index, end: line.start + match.index + match[0].length },
          message: t(
            'U+FFFD: a character was lost when this file was saved in the wrong encoding. Restore it from the original.',
          ),
        };
    }
    for (const tag of caption.tags) {
      const repaired = repairMojibake(tag.text);
      if (repaired === null) continue;
      const garbled = firstDifference(tag.text, repaired.text);
      yield {
        range: tag.range,
        message: t(
          '"{0}" was decoded with the wrong encoding and should read "{1}". The garbled text is what trains.',
          around(tag.text, garbled),
          around(repaired.text, garbled),
        ),
        fixes: [
          {
            title: t('Repair to "{0}"', around(repaired.text, garbled)),
            safety: 'suggested',
            edits: [{ file, edits: [{ range: tag.range, newText: repaired.text }] }],
          },
        ],
      };
    }
  },
});

/** A question mark within a word, before an end that only an apostrophe stands before: "balloon?s", "isn?t". */
const lostApostrophe = /(?<=[a-z])\?(?=(?:s|t|re|ve|ll|d|m)\b)/gi;

/** Characters of a tag that a message shows. */
const shown = 40;

/** Characters before the garbled one that it shows. */
const lead = 12;

/** Characters of a word that are shown beyond that, so that it is not cut. */
const mostOfWord = 20;

/** Where two texts begin to differ, UTF-16. */
function firstDifference(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return at;
}

/** A text, or of a longer one what stands around a place of it. */
function around(text: string, at: number): string {
  const characters = [...text];
  if (characters.length <= shown) return text;
  let from = Math.max(0, Math.min([...text.slice(0, at)].length - lead, characters.length - shown));
  let to = Math.min(characters.length, from + shown);
  // Whole words, where they end near by.
  for (let steps = 0; steps < mostOfWord && from > 0 && characters[from - 1] !== ' '; steps++) from--;
  for (let steps = 0; steps < mostOfWord && to < characters.length && characters[to] !== ' '; steps++) to++;
  return `${from > 0 ? '…' : ''}${characters.slice(from, to).join('')}${to < characters.length ? '…' : ''}`;
}
