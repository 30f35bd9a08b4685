import type { Tag } from '../../caption/parse.ts';
import { question } from '../../dataset/question.ts';
import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import { lettersPattern } from '../../ground/letters.ts';
import { GROUPS } from '../../tags/data/exclusive.ts';
import { normalTag } from '../../tags/normal.ts';
import type { CaptionContext } from '../context.ts';

/** Captions of a folder up to which they are looked through. */
const mostCaptions = 1000;

/** "color: gray, color: navy": a field with two values in a folder where none else is named twice. */
export function* twiceNamed({ file, caption, index }: CaptionContext, line: number): Iterable<Draft> {
  const first = new Map<string, { tag: Tag; value: string }>();
  for (const tag of caption.tags) {
    if (tag.line !== line) continue;
    const [, name = '', value = ''] = namedValue(tag.text).exec(tag.text) ?? [];
    if (name === '') continue;
    const key = name.toLowerCase();
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, { tag, value });
    else if (normalTag(earlier.value) !== normalTag(value) && isNamedOnce(index, key)) {
      yield {
        range: tag.range,
        message: t(
          '"{0}" contradicts "{1}". {2} Keep what the image shows.',
          tag.text,
          earlier.tag.text,
          t(GROUPS.field),
        ),
        related: [{ file, range: earlier.tag.range, message: t('Contradicts this') }],
      };
      return;
    }
  }
}

const namedValue = lettersPattern(String.raw`^([\p{L}][\p{L} _-]{1,23}):\s*(\S.*)$`, 's');

/** Whether hardly a caption of a folder names a field more than once: what is listed under a name of its own each time is no slip. */
const isNamedOnce = question((index, name: string): boolean => {
  if (index.facts.captions > mostCaptions) return false;
  const pattern = new RegExp(`(?:^|[,;|\\n]\\s*)${name}:`, 'gi');
  let twice = 0;
  for (const { trained } of index.facts.records()) if ((trained.match(pattern)?.length ?? 0) > 1) twice++;
  return twice <= 1;
});
