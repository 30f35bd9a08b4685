import { isKnown } from '../../concepts/concepts.ts';
import { question } from '../../dataset/question.ts';
import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import { type CaptionField, fieldName, isMissing, missingFields } from '../../metrics/fields.ts';
import { normalTag } from '../../tags/normal.ts';
import type { CaptionContext, FolderContext } from '../context.ts';
import { folderRule } from '../define.ts';
import { mayHaveOddFields, oddFields } from '../text/form-fields.ts';
import { saysMoreThanTags } from '../text/other-separator.ts';

const fewest = 5;
/** What a set is spoilt by where it goes unsaid, and the share of its captions from which it does; view and expression few captions say. */
const tellingFields: ReadonlySet<CaptionField> = new Set(['subject', 'background', 'attributes']);
const tellingShare = 0.75;
/** Captions that say something from which one with nothing but the trigger is odd. */
const fewestOfForm = 8;
/** Tags of a caption on average from which one with the trigger alone is the odd one, and the captions that may be so. */
const saying = 4;

export default folderRule({
  id: 'missing-field',
  group: 'distribution',
  severity: 'info',
  fix: 'none',
  summary: 'Most captions do not say the subject, the background, the framing, any feature or the expression.',
  why: 'What a caption does not name is learnt as part of the trigger; naming subject, background and features keeps them apart (seed: structured captions).',
  *check({ facts, index }: FolderContext): Iterable<Draft> {
    const { captions, without } = missingFields(facts, index.concepts);
    // Of what is not read, or not apart, nothing can be counted.
    if (captions < fewest || saysMoreThanTags(facts)) return;
    const missing = [...without].filter(([field, count]) => isMissing(field, count, captions));
    if (missing.length === 0) return;
    const list = missing.map(([field, count]) => t('{0} ({1} of {2} captions)', fieldName(field), count, captions));
    const isTelling = missing.some(([field, count]) => tellingFields.has(field) && count >= captions * tellingShare);
    yield {
      file: '',
      range: null,
      ...(isTelling ? {} : { severity: 'hint' as const }),
      message: t(
        'Not said in most captions: {0}. What is not named sticks to the trigger. Name what differs from image to image.',
        list.join(', '),
      ),
    };
  },
  mayFindInCaption(context) {
    const { index, words, file } = context;
    return index.complete && (words.length === 1 || mayHaveOddFields(context)) && index.record(file) !== undefined;
  },
  *checkCaption(context: CaptionContext): Iterable<Draft> {
    const { caption, index, file, norms, folder } = context;
    const [first] = caption.tags;
    if (!first || index.record(file) === undefined) return;
    let isOdd = false;
    for (const draft of oddFields(context)) {
      isOdd = true;
      yield draft;
    }
    if (isOdd) return;
    // What more it says in lines that are not read is ignored-line's.
    if (
      caption.tags.length === 1 &&
      caption.ignored.length === 0 &&
      saysMore(index, folder.folder) &&
      isTrigger(context, norms[0])
    )
      yield {
        range: first.range,
        message: t('Nothing but the trigger: all that the picture shows is learnt with it. Say what is seen.'),
      };
  },
});

/** Whether the captions of a folder say more than their trigger. */
const saysMore = question((index, folder: string): boolean => {
  const subset = index.facts.subset(folder);
  return (
    index.facts.captions >= fewestOfForm &&
    subset !== undefined &&
    subset.captions >= fewestOfForm &&
    index.facts.tags >= index.facts.captions * saying
  );
});

function isTrigger({ concept }: CaptionContext, norm: string): boolean {
  if (!isKnown(concept)) return false;
  const trigger = normalTag(concept.trigger);
  return norm === trigger || norm === `${trigger} ${concept.classWord}`;
}
