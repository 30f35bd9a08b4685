import { t } from '../../l10n.ts';
import type { CaptionContext } from '../context.ts';
import { captionRule } from '../define.ts';
import type { Draft } from '../rule.ts';

/** Characters that look like a comma to a reader and are none to the trainer. */
const lookalikes: ReadonlyMap<string, string> = new Map([
  ['，', 'full-width comma'],
  ['、', 'ideographic comma'],
  ['；', 'full-width semicolon'],
  ['﹐', 'small comma'],
  ['､', 'half-width ideographic comma'],
  ['،', 'Arabic comma'],
  [';', 'semicolon'],
]);

const pattern = /[，、；﹐､،;]/gu;

export default captionRule({
  id: 'foreign-separator',
  group: 'text',
  severity: 'warning',
  fix: 'suggested',
  failureModes: ['prompt-sensitivity'],
  summary: 'A character that only looks like the separator glues tags together.',
  why: 'Only caption_separator separates tags, a comma by default: shuffling, dropping and keep_tokens treat everything between two of them as one tag (sd-scripts library/train_util.py, process_caption).',
  *check({ file, caption, settings }: CaptionContext): Iterable<Draft> {
    const { separator } = settings.syntax;
    for (const tag of caption.tags) {
      for (const match of tag.text.matchAll(pattern)) {
        const character = match[0];
        if (separator.includes(character) || isPartOfTag(tag.text, match.index, character)) continue;
        const start = tag.range.start + match.index;
        let end = start + 1;
        while (end < tag.range.end && /\s/u.test(caption.text[end])) end++;
        const followed = end < tag.range.end;
        yield {
          range: { start, end: start + 1 },
          message: t(
            '"{0}" ({1}) does not separate tags: the trainer sees one tag here. Replace it with "{2}".',
            character,
            t(lookalikes.get(character) ?? 'separator'),
            separator,
          ),
          fixes: [
            {
              title: t('Replace with "{0}"', separator),
              safety: 'suggested',
              edits: [{ file, edits: [{ range: { start, end }, newText: followed ? `${separator} ` : separator }] }],
            },
          ],
        };
      }
    }
  },
});

/** A plain semicolon inside an emoticon (";d", ">;)"), an HTML entity or a sentence is not meant to separate. */
function isPartOfTag(text: string, at: number, character: string): boolean {
  if (character !== ';') return false;
  if (/&[#\w]+$/.test(text.slice(0, at))) return true;
  const before = text.slice(0, at).trim();
  const after = text.slice(at + 1).trim();
  // Between two words of letters, tag style; emoticons have no word on one side.
  return !/[\p{L}\p{N})]{2}$/u.test(before) || !/^[\p{L}\p{N}(]{2}/u.test(after) || before.split(/\s+/).length > 6;
}
