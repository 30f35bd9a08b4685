import { isKnown } from '../../concepts/concepts.ts';
import { question } from '../../dataset/question.ts';
import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import type { TextRange } from '../../ground/text.ts';
import { isEnglish } from '../../tags/english.ts';
import { type FieldLine, fieldLines } from '../../tags/field-lines.ts';
import { misspeltAs } from '../../tags/misspelt.ts';
import { areSpellingsOfOne } from '../../tags/spelling.ts';
import { noteIn } from '../../tags/unfinished.ts';
import type { CaptionContext } from '../context.ts';
import { slipsOf } from './field-names.ts';

/** Captions from which, and share of them from which, a name before its values is the form of a folder. */
const fewestOfForm = 8;
const formShare = 0.75;
/** The same of lines that are not read: what they lack is a detail of them. */
const lineShare = 0.8;

/** The fields that nearly all captions of a form have. */
interface UsualFields {
  /** Lower case. */
  readonly fields: readonly string[];
  /** How many captions each of them is in. */
  readonly counts: ReadonlyMap<string, number>;
  /** How many captions the most frequent of them is in. */
  readonly most: number;
}

/** The usual fields of a folder whose captions are forms. */
export const usualFields = question((index, _: string): UsualFields => {
  const { captions, fields } = index.facts;
  const usual = captions < fewestOfForm ? [] : [...fields].filter(([, count]) => count >= captions * formShare);
  return usualOf(usual);
});

const usualOf = (usual: readonly (readonly [field: string, captions: number])[]): UsualFields => ({
  fields: usual.map(([field]) => field).sort(),
  counts: new Map(usual),
  most: Math.max(...usual.map(([, count]) => count)),
});

/** How many captions the rarest of some usual fields is in; of all of them without names. */
const haveAll = ({ counts, fields }: UsualFields, names: readonly string[] = fields): number =>
  Math.min(...names.map((name) => counts.get(name) ?? 0));

/** The usual fields of a folder whose captions are forms of several lines, of which the first one alone is read, and the mark behind them with its captions. */
export const usualLines = question(
  (index, _: string): UsualFields & { readonly mark: string; readonly marked: number } => {
    const { captions, partlyRead } = index.facts;
    const counts = new Map<string, number>();
    const marks = new Map<string, number>();
    let forms = 0;
    if (partlyRead >= fewestOfForm && partlyRead >= captions * lineShare)
      for (const { source, isPartlyRead } of index.facts.records()) {
        const lines = isPartlyRead && source.kind === 'text' ? fieldLines(source.text) : null;
        if (lines !== null) forms++;
        for (const name of new Set(lines?.map((line) => line.name))) counts.set(name, (counts.get(name) ?? 0) + 1);
        const mark = lines === null ? null : markOf(lines);
        if (mark !== null) marks.set(mark, (marks.get(mark) ?? 0) + 1);
      }
    const usual = forms < fewestOfForm ? [] : [...counts].filter(([, count]) => count >= forms * lineShare);
    const [mark] = [...marks].sort((a, b) => b[1] - a[1]);
    return {
      ...usualOf(usual),
      mark: mark?.[0] ?? ':',
      marked: mark?.[1] ?? 0,
    };
  },
);

/** The mark behind the names of a form; null where there are several. */
export function markOf(lines: readonly FieldLine[]): string | null {
  const [first] = lines;
  return first !== undefined && lines.every(({ mark }) => mark === first.mark) ? first.mark : null;
}

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

/** A caption that has its fields on one line with nothing between them, where the others have lines of their own. */
function onOneLine({ caption }: CaptionContext, usual: UsualFields & { readonly mark: string }) {
  const { fields, mark } = usual;
  const [line] = caption.trained;
  if (line === undefined) return null;
  const text = caption.text.slice(line.start, line.end);
  const own = fields.filter((field) => new RegExp(`(?:^|\\s)${escaped(field)}\\s*${escaped(mark)}`, 'i').test(text));
  if (own.length < 2 || own.length * 2 < fields.length) return null;
  return {
    range: line,
    severity: 'hint' as const,
    message: t(
      'All fields stand on one line here, and on lines of their own in {0} captions. Write it alike.',
      haveAll(usual),
    ),
  };
}

/** What the lines of a form have otherwise than those of nearly all captions. */
function* oddLines(
  file: string,
  own: readonly FieldLine[],
  lines: UsualFields & { readonly mark: string; readonly marked: number },
): Iterable<Draft> {
  const { fields, mark: usual, marked } = lines;
  // A form that has another mark throughout is told as one.
  const isMixed = markOf(own) === null;
  const names = own.map(({ name }) => name);
  const absent = fields.filter((field) => !names.includes(field));
  const [{ range: first }] = own;
  const slips = slipsOf(absent, names, fields);
  for (const [field, slip] of slips)
    yield misspelt(own.find(({ name }) => name === slip)?.range ?? first, slip, field, haveAll(lines, [field]));
  for (const [at, { name, value, range, mark, markRange }] of own.entries()) {
    if (!fields.includes(name)) continue;
    if (isMixed && mark !== usual)
      yield {
        range,
        message: t(
          '"{0}" stands behind "{1}" here, and "{2}" in {3} captions. Write it alike.',
          mark,
          name,
          usual,
          marked,
        ),
        fixes: [
          {
            title: t('Write "{0}"', usual),
            safety: 'suggested',
            edits: [{ file, edits: [{ range: markRange, newText: value === '' ? usual : `${usual} ` }] }],
          },
        ],
      };
    const values = own.filter((other) => other.name === name).map((other) => other.value.trim());
    if (names.indexOf(name) === at && new Set(values).size > 1) yield severalValues(range, name, values);
    if (value === '') yield withoutValue(range, name, haveAll(lines, [name]));
    else if (isNoteAlone(`${name}: ${value}`))
      yield { range, message: t('"{0}" has no value yet, "{1}" stands in for it. Write it.', name, value.trim()) };
  }
  const missing = absent.filter((field) => !slips.has(field));
  if (missing.length > 0 && missing.length < fields.length)
    yield {
      range: first,
      message: t(
        'No line for "{0}" here, which {1} captions have. Add it.',
        missing.join('", "'),
        haveAll(lines, missing),
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

const isNoteAlone = (line: string): boolean => noteIn(line) !== null;

const misspelt = (range: TextRange, slip: string, field: string, captions: number): Draft => ({
  range,
  message: t('"{0}:" is "{1}:" in {2} captions. Write it alike.', slip, field, captions),
});

const withoutValue = (range: TextRange, field: string, captions: number): Draft => ({
  range,
  message: t('"{0}" has no value here, and {1} captions give one. Write it.', field, captions),
});

const severalValues = (range: TextRange, field: string, values: readonly string[]): Draft => ({
  range,
  message: t('"{0}:" stands here {1} times: "{2}". Keep one.', field, values.length, values.join('", "')),
});

/** The values that a text gives for a field. */
const valuesOf = (text: string, field: string): string[] =>
  [...text.matchAll(new RegExp(`(?:^|[,;|.]\\s*)${escaped(field)}:\\s*([^,;|]*)`, 'gi'))].map(([, value]) =>
    value.trim(),
  );

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Whether a field has a value, numbers such as "1:87" included, which are no field by themselves. */
const isThere = (text: string, field: string): boolean =>
  new RegExp(`(?:^|[,;|\\n]|\\.(?=\\s))\\s*${escaped(field)}\\s*:\\s*[^\\s,;|.]`, 'i').test(text);

const isWithoutValue = (text: string, field: string): boolean =>
  new RegExp(`(?:^|[,;|\\n]|\\.(?=\\s))\\s*${escaped(field)}\\s*:\\s*(?=[,;|\\n.]|$)`, 'i').test(text);

/** Whether a mark other than a colon stands behind a name: foreign-separator tells it. */
const isUnderOtherMark = (text: string, field: string): boolean => otherMarkBehind(text, field) !== null;

/** The place of a mark other than a colon behind the name of a field, the blanks around it included. */
export function otherMarkBehind(text: string, field: string): (TextRange & { readonly mark: string }) | null {
  const match = new RegExp(
    `((?:^|[,;|\\n]|\\.(?=\\s))\\s*${escaped(field)})(\\s*(=|：|->|(?<=\\s)[-–—](?=\\s))\\s*)(?=[^\\s,;|])`,
    'i',
  ).exec(text);
  if (match === null) return null;
  const start = match.index + match[1].length;
  return { start, end: start + match[2].length, mark: match[3] };
}

/** The name of a field that nothing but blanks, or nothing at all, takes apart from the value before it. UTF-16. */
export interface FusedField {
  /** What stands between them, empty where nothing does. */
  readonly gap: TextRange;
  /** What is to be shown: the gap, or the word that the two have become. */
  readonly shown: TextRange;
}

/** Letters of the value's last word that a name without a blank before it has swallowed, at the least. */
const shortestSwallowed = 3;

/** The place before the name of a field that has lost what takes it apart: "from above light: lamp", "angryview: front". */
export function fusedBefore(text: string, field: string): FusedField | null {
  const match = new RegExp(`[^\\s,;|.:]([ \\t]+)${escaped(field)}:[ \\t]*[^\\s,;|]`, 'i').exec(text);
  if (match !== null) {
    const gap = { start: match.index + 1, end: match.index + 1 + match[1].length };
    return { gap, shown: gap };
  }
  const joined = new RegExp(
    `(?<=:[^,;|:]*)(?<![\\p{L}\\p{N}_-])([\\p{L}\\p{N}-]+)${escaped(field)}:[ \\t]*[^\\s,;|]`,
    'iu',
  ).exec(text);
  if (joined === null || joined[1].length < shortestSwallowed) return null;
  const at = joined.index + joined[1].length;
  const word = text.slice(joined.index, at + field.length);
  // "overview: back" is a name of its own.
  if (isEnglish(word.toLowerCase())) return null;
  return { gap: { start: at, end: at }, shown: { start: joined.index, end: at + field.length } };
}
const isFused = (text: string, field: string): boolean => fusedBefore(text, field) !== null;
