import { isKnown } from '../../concepts/concepts.ts';
import { question } from '../../dataset/question.ts';
import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import { type CaptionField, fieldName, isMissing, missingFields } from '../../metrics/fields.ts';
import { editDistance } from '../../tags/edit-distance.ts';
import { isEnglish } from '../../tags/english.ts';
import { normalTag } from '../../tags/normal.ts';
import type { CaptionContext, FolderContext } from '../context.ts';
import { folderRule } from '../define.ts';
import { saysMoreThanTags } from '../text/other-separator.ts';

const fewest = 5;
/** What a set is spoilt by where it goes unsaid, and the share of its captions from which it does; view and expression few captions say. */
const tellingFields: ReadonlySet<CaptionField> = new Set(['subject', 'background', 'attributes']);
const tellingShare = 0.6;
/** Captions from which, and share of them from which, a name before its values is the form of a folder. */
const fewestOfForm = 8;
const formShare = 0.75;
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
  mayFindInCaption: ({ index, words, file }) =>
    index.complete &&
    (words.length === 1 || usualFields(index, '').fields.length > 0) &&
    index.record(file) !== undefined,
  *checkCaption(context: CaptionContext): Iterable<Draft> {
    const { caption, index, file, norms, folder } = context;
    const [first] = caption.tags;
    const record = index.record(file);
    if (!first || !record) return;
    const { fields, captions } = usualFields(index, '');
    const absent = fields.filter((field) => !record.fields?.includes(field));
    // A name with a slip is there: told of the word where it is none of English.
    const slips = new Map(
      absent.flatMap((field) => {
        const slip = record.fields?.find((own) => !fields.includes(own) && isSlipOf(own, field));
        return slip === undefined ? [] : [[field, slip] as const];
      }),
    );
    for (const [field, slip] of slips)
      if (isEnglish(slip))
        yield {
          range: caption.trained[0] ?? null,
          message: t('"{0}:" is "{1}:" in {2} captions. Write it alike.', slip, field, captions),
        };
    const missing = absent.filter((field) => !slips.has(field));
    // Without any it is written otherwise, and mixed-caption-style's.
    if (missing.length > 0 && (fields.length === 1 || missing.length < fields.length)) {
      yield {
        range: caption.trained[0] ?? null,
        message: t(
          'No "{0}" here, which {1} captions have: it sticks to the trigger. Add it.',
          missing.join('", "'),
          captions,
        ),
      };
      return;
    }
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

/** The fields that nearly all captions of a form have, and how many captions the rarest of them is in. */
const usualFields = question((index): { fields: readonly string[]; captions: number } => {
  const { captions, fields } = index.facts;
  const usual = captions < fewestOfForm ? [] : [...fields].filter(([, count]) => count >= captions * formShare);
  return { fields: usual.map(([field]) => field).sort(), captions: Math.min(...usual.map(([, count]) => count)) };
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

/** Whether a name of a field is another with a slip. */
const isSlipOf = (own: string, field: string): boolean =>
  editDistance(own, field, field.length > slipLetters ? 2 : 1) <= (field.length > slipLetters ? 2 : 1);
/** Letters of a name up to which one edit is a slip, and two make another word. */
const slipLetters = 5;

function isTrigger({ concept }: CaptionContext, norm: string): boolean {
  if (!isKnown(concept)) return false;
  const trigger = normalTag(concept.trigger);
  return norm === trigger || norm === `${trigger} ${concept.classWord}`;
}
