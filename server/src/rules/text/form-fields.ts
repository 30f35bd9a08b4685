import { isKnown } from '../../concepts/concepts.ts';
import { question } from '../../dataset/question.ts';
import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import { isEnglish } from '../../tags/english.ts';
import { fieldLines } from '../../tags/field-lines.ts';
import { misspeltAs } from '../../tags/misspelt.ts';
import { areSpellingsOfOne } from '../../tags/spelling.ts';
import type { CaptionContext } from '../context.ts';
import { misspelt, severalValues, withoutValue } from './field-drafts.ts';
import { slipsOf } from './field-names.ts';
import { isFused, isThere, isUnderOtherMark, isWithoutValue, valuesOf } from './fields-in-text.ts';
import { haveAll, oddLines, onOneLine, type UsualFields, usualLines, usualOf } from './form-lines.ts';

/** Captions from which, and share of them from which, a name before its values is the form of a folder. */
const fewestOfForm = 8;
const formShare = 0.75;

/** The usual fields of a folder whose captions are forms. */
export const usualFields = question((index, _: string): UsualFields => {
  const { captions, fields } = index.facts;
  const usual = captions < fewestOfForm ? [] : [...fields].filter(([, count]) => count >= captions * formShare);
  return usualOf(usual);
});

/** A quick look for {@link oddFields}. */
export const mayHaveOddFields = ({ index }: CaptionContext): boolean =>
  usualFields(index, '').fields.length > 0 || usualLines(index, '').fields.length > 0;

/** What a caption of a form has otherwise than nearly all others: a field that is missing, without a value, or misspelt. */
export function* oddFields(context: CaptionContext): Iterable<Draft> {
  const { index, caption, file } = context;
  const ofLines = usualLines(index, '');
  const lines = caption.ignored.length > 0 ? ofLines : null;
  if (ofLines.fields.length > 1 && lines === null) {
    const draft = onOneLine(context, ofLines);
    if (draft !== null) yield draft;
    return;
  }
  if (lines !== null && lines.fields.length > 0) {
    const own = fieldLines(caption.text);
    if (own !== null) for (const draft of oddLines(file, own, lines)) yield { ...draft, severity: 'hint' };
    return;
  }
  const usual = usualFields(index, '');
  const [line] = caption.trained;
  const own = index.record(file)?.fields ?? [];
  const absent = usual.fields.filter((field) => !own.includes(field));
  if (line === undefined || usual.fields.length === 0) return;
  const { text } = caption;
  const range = line;
  for (const field of own) {
    const values = usual.fields.includes(field) ? valuesOf(text.slice(line.start, line.end), field) : [];
    if (new Set(values).size > 1) yield severalValues(range, field, values);
  }
  // A name with a slip is there: told of the word where it is none of English.
  const slips = slipsOf(absent, own, usual.fields);
  for (const [field, slip] of slips)
    if (!isOtherSpelling(context, field, own) && (isEnglish(slip) || misspeltAs(slip).length === 0))
      yield misspelt(range, slip, field, haveAll(usual, [field]));
  const rest = absent.filter(
    (field) =>
      !slips.has(field) &&
      !isThere(text, field) &&
      !isFused(text, field) &&
      !isUnderOtherMark(text, field) &&
      !isOtherSpelling(context, field, own) &&
      !isTriggerOf(context, field),
  );
  const empty = rest.filter((field) => isWithoutValue(text, field));
  for (const field of empty) yield withoutValue(range, field, haveAll(usual, [field]));
  const missing = rest.filter(
    (field) => !empty.includes(field) && !isOptional(index, field) && !hasAnotherFor(context, field, own),
  );
  // Without any it is written otherwise, and mixed-caption-style's.
  if (missing.length > 0 && (usual.fields.length === 1 || missing.length < usual.fields.length))
    yield {
      range,
      message: t(
        'No "{0}" here, which {1} captions have: it sticks to the trigger. Add it.',
        missing.join('", "'),
        haveAll(usual, missing),
      ),
    };
}

/** Captions from which a field that stands where another one is missing is instead of it. */
const fewestInstead = 2;

/** The fields of a folder's captions that stand in the place of another one, and never beside it: "part" in close-ups without a "tank". */
const fieldsInstead = question((index, field: string): readonly string[] => {
  const counts = new Map<string, number>();
  const beside = new Set<string>();
  for (const { fields } of index.facts.records())
    for (const name of fields ?? []) {
      if (fields?.includes(field)) beside.add(name);
      else counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  return [...counts].filter(([name, count]) => count >= fewestInstead && !beside.has(name)).map(([name]) => name);
});

/** Captions without a field, and share of those of forms, from which it is left out where there is nothing to say. */
const fewestWithout = 3;
const withoutShare = 0.12;

const isOptional = question((index, field: string): boolean => {
  let [forms, without] = [0, 0];
  for (const { fields } of index.facts.records()) {
    if (fields === null || fields === undefined || fields.length === 0) continue;
    forms++;
    if (!fields.includes(field)) without++;
  }
  return without >= fewestWithout && without > forms * withoutShare;
});

const hasAnotherFor = ({ index }: CaptionContext, field: string, own: readonly string[]): boolean =>
  fieldsInstead(index, field).some((name) => own.includes(name));

/** Whether a caption has a field under its British or American name, which synonym-drift tells of the word. */
const isOtherSpelling = ({ settings }: CaptionContext, field: string, own: readonly string[]): boolean =>
  settings.severities['synonym-drift'] !== 'off' &&
  own.some((name) => name !== field && areSpellingsOfOne(name, field));

/** Whether a field says the trigger, and its absence is told as that of the trigger. */
const isTriggerOf = ({ settings, concept }: CaptionContext, field: string): boolean =>
  settings.severities['missing-trigger'] !== 'off' && /^trigger[ _]?(?:word)?$/.test(field) && isKnown(concept);
