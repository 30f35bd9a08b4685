import { shownTag } from '../../facts/usual-spelling.ts';
import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import { indicativeBelow } from '../../metrics/metrics.ts';
import { isNamesake } from '../../metrics/namesake.ts';
import { sharedKind } from '../../metrics/shared-kinds.ts';
import { categoryMetrics } from '../../metrics/spread.ts';
import { subjectTags } from '../../metrics/subject.ts';
import type { FolderContext } from '../context.ts';
import { folderRule } from '../define.ts';

/** Share of the captions with a word on framing that have the same one. */
const share = 0.85;
/** Share of the captions that must speak of framing at all. */
const spoken = 0.5;
/** Words for one framing that the message names. */
const named = 4;

export default folderRule({
  id: 'framing-bias',
  group: 'distribution',
  severity: 'info',
  fix: 'none',
  fewestCaptions: 10,
  summary: 'Nearly all captions name the same framing.',
  why: 'Only close-ups teach no body, only full bodies teach no face, and the framing sticks to the subject (seed: identity collapse, view bias).',
  *check({ facts, index }: FolderContext): Iterable<Draft> {
    const subject = subjectTags(facts, index.concepts);
    const { top, occurrences } = categoryMetrics(subject).framing;
    const shared = sharedKind('framing', facts, index.concepts);
    // One framing under several words is as fixed as under one.
    if (shared && shared.words.length > 1 && shared.captions > (top?.captions ?? 0)) {
      if (
        shared.captions < subject.captions * spoken ||
        shared.captions < shared.speaking * share ||
        shared.words.some((word) => isNamesake(word, 'framing', index.concepts))
      )
        return;
      const words = shared.words.slice(0, named).map((word) => `"${shownTag(facts, word)}"`);
      const parts = [words.join(', '), shared.captions, subject.captions] as const;
      yield {
        file: '',
        range: null,
        message:
          subject.captions < indicativeBelow
            ? t('{0}: one framing in {1} of {2} captions (a small set). Others are not learnt: add some.', ...parts)
            : t('{0}: one framing in {1} of {2} captions. Others are not learnt: add some.', ...parts),
      };
      return;
    }
    if (
      !top ||
      isNamesake(top.tag, 'framing', index.concepts) ||
      top.captions < subject.captions * spoken ||
      top.captions < occurrences * share
    )
      return;
    const parts = [shownTag(facts, top.tag), top.captions, subject.captions] as const;
    yield {
      file: '',
      range: null,
      always: [top.tag],
      message:
        subject.captions < indicativeBelow
          ? t('"{0}" in {1} of {2} captions (a small set): other framings are not learnt. Add some.', ...parts)
          : t('"{0}" in {1} of {2} captions: other framings are not learnt. Add some.', ...parts),
    };
  },
});
