import { question } from '../../dataset/question.ts';
import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import { type FieldLine, fieldLines } from '../../tags/field-lines.ts';
import { noteIn } from '../../tags/unfinished.ts';
import type { CaptionContext } from '../context.ts';
import { misspelt, severalValues, withoutValue } from './field-drafts.ts';
import { slipsOf } from './field-names.ts';
import { escaped } from './fields-in-text.ts';

/** Captions from which lines with names are the form of a folder, and share of them that a field stands in: what they lack is a detail of them. */
const fewestOfForm = 8;
const lineShare = 0.8;

/** The fields that nearly all captions of a form have. */
export interface UsualFields {
  /** Lower case. */
  readonly fields: readonly string[];
  /** How many captions each of them is in. */
  readonly counts: Readonly<Record<string, number>>;
  /** How many captions the most frequent of them is in. */
  readonly most: number;
}

/** Fields with the captions that they are in, as what is usual. */
export const usualOf = (usual: readonly (readonly [field: string, captions: number])[]): UsualFields => ({
  fields: usual.map(([field]) => field).sort(),
  counts: Object.fromEntries(usual),
  most: Math.max(...usual.map(([, count]) => count)),
});

/** How many captions the rarest of some usual fields is in; of all of them without names. */
export const haveAll = ({ counts, fields }: UsualFields, names: readonly string[] = fields): number =>
  Math.min(...names.map((name) => counts[name] ?? 0));

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

/** A caption that has its fields on one line with nothing between them, where the others have lines of their own. */
export function onOneLine({ caption }: CaptionContext, usual: UsualFields & { readonly mark: string }) {
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
export function* oddLines(
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

const isNoteAlone = (line: string): boolean => noteIn(line) !== null;
