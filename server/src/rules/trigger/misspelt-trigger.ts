import type { Tag } from '../../caption/parse.ts';
import type { KnownConcept } from '../../concepts/concepts.ts';
import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import type { TextRange } from '../../ground/text.ts';
import { normalTag } from '../../tags/normal.ts';
import type { CaptionContext } from '../context.ts';
import { captionRule } from '../define.ts';
import { judgedConcept, triggerTag } from './find-trigger.ts';
import { isMisspelt } from './misspelling.ts';

export default captionRule({
  id: 'misspelt-trigger',
  group: 'trigger',
  severity: 'warning',
  fix: 'suggested',
  summary: 'A word differs from the trigger by a slip.',
  why: 'A trigger is a made-up word: one wrong letter makes other tokens of it, and the image does not count for the concept.',
  *check(context: CaptionContext): Iterable<Draft> {
    const concept = judgedConcept(context);
    if (!concept || triggerTag(context, concept)) return;
    for (const { tag, range } of misspeltTags(context, concept)) {
      yield {
        range,
        tag: normalTag(tag.text),
        message: t(
          '"{0}" is a misspelt trigger: "{1}" is the one of this folder. Correct it.',
          wordAt(context, range),
          concept.trigger,
        ),
        fixes: [
          {
            title: t('Write "{0}"', concept.trigger),
            safety: 'suggested',
            edits: [{ file: context.file, edits: [{ range, newText: concept.trigger }] }],
          },
        ],
      };
    }
  },
});

const wordAt = ({ caption }: CaptionContext, { start, end }: TextRange): string => caption.text.slice(start, end);

/** The words of a caption that look like the trigger with a slip, with their places. */
export function misspeltTags({ caption }: CaptionContext, { trigger }: KnownConcept): { tag: Tag; range: TextRange }[] {
  const norm = normalTag(trigger);
  // A trigger of several words is compared word by word only where it is one word itself.
  if (norm.includes(' ')) return [];
  const found: { tag: Tag; range: TextRange }[] = [];
  for (const tag of caption.tags) {
    for (const { 0: word, index } of tag.text.matchAll(/[\p{L}\p{N}'-]+/gu)) {
      const start = tag.range.start + index;
      if (isMisspelt(word.toLowerCase(), norm)) found.push({ tag, range: { start, end: start + word.length } });
    }
  }
  return found;
}
