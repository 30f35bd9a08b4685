import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import { ambiguousAttributes } from '../../tags/attributes.ts';
import { countOfSubjects, subjectBits } from '../../tags/subjects.ts';
import type { CaptionContext } from '../context.ts';
import { captionRule } from '../define.ts';

export default captionRule({
  id: 'ambiguous-attribute',
  group: 'consistency',
  severity: 'hint',
  fix: 'none',
  summary: 'Several hair or eye colours with several people: nothing says whose is whose.',
  why: 'The text encoder does not know which person a colour belongs to, so the looks of characters mix. Heuristic: by the count tags and colour tags of the caption.',
  mayFind: (context) =>
    context.caption.trained.length > 1 || countOfSubjects(context.numbers(subjectBits)) === 'several',
  *check(context: CaptionContext): Iterable<Draft> {
    const { file, caption, norms, style } = context;
    if (style === 'prose') return;
    for (let line = 0; line < caption.trained.length; line++) {
      const { at, words } = context.tagsOf(line);
      for (const { attribute, values, indices } of ambiguousAttributes(words)) {
        const [first, ...others] = indices.map((index) => at[index]);
        const message =
          attribute === 'hair colour'
            ? t(
                '{0} hair colours and several people: nothing says whose is whose ({1}).',
                values.length,
                values.join(', '),
              )
            : t(
                '{0} eye colours and several people: nothing says whose is whose ({1}).',
                values.length,
                values.join(', '),
              );
        yield {
          range: caption.tags[first].range,
          tag: norms[first],
          message,
          habit:
            attribute === 'hair colour'
              ? t('Several hair colours and several people: nothing says whose is whose.')
              : t('Several eye colours and several people: nothing says whose is whose.'),
          related: others.map((index) => ({
            file,
            range: caption.tags[index].range,
            message: caption.tags[index].text,
          })),
        };
      }
    }
  },
});
