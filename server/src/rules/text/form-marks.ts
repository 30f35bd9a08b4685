import { question } from '../../dataset/question.ts';
import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import { lettersPattern } from '../../ground/letters.ts';
import type { TextRange } from '../../ground/text.ts';
import { fieldLines } from '../../tags/field-lines.ts';
import type { CaptionContext } from '../context.ts';
import { otherMarkBehind } from './fields-in-text.ts';
import { usualFields } from './form-fields.ts';
import { markOf, usualLines } from './form-lines.ts';

/** Captions in the form of `name: value`, and share of them, from which what stands between the fields is the folder's way. */
const fewest = 6;
const share = 0.75;
/** Captions whose values hold commas, from which these are none between fields. */
const fewestWithCommas = 2;

/** What stands before the name of a field, the first one excepted. */
const before = lettersPattern(String.raw`([,;|])\s*(?=[\p{L}][\p{L} _-]{1,23}: *[^\s,.;|:\d)])`, 'g');

/** The mark between the fields of a text, with its places; null where there is none, or where marks differ. */
function markIn(text: string): { readonly text: string; readonly places: readonly number[] } | null {
  const found = [...text.matchAll(before(text))];
  const [first] = found;
  if (!first || found.some((other) => other[1] !== first[1])) return null;
  return { text: first[1], places: found.map(({ index }) => index) };
}

/**
 * The mark other than a comma that takes the fields apart in nearly all captions of a form whose values hold commas: there it separates no
 * tags, and commas in its place would blur the fields. Null where there is none.
 */
export const formMark = question((index, _: string): { text: string; captions: number } | null => {
  const counts = new Map<string, number>();
  let [forms, commas] = [0, 0];
  if (index.facts.fields.size === 0) return null;
  for (const { fields, trained } of index.facts.records()) {
    if (fields === null) continue;
    forms++;
    const mark = markIn(trained)?.text;
    if (mark === undefined) continue;
    counts.set(mark, (counts.get(mark) ?? 0) + 1);
    if (mark !== ',' && trained.includes(',')) commas++;
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  if (!most || most[0] === ',' || commas < fewestWithCommas) return null;
  return most[1] >= fewest && most[1] >= forms * share ? { text: most[0], captions: most[1] } : null;
});

/** The mark that stands behind the names of fields in nearly all captions. */
const usualBehind = ':';
/** Names that another mark stands behind for it to be how a caption is written. */
const fewestUnderMark = 2;

/** Whether a caption does not have all the names of a form with the usual mark behind them. */
const isPartOfForm = (own: readonly string[], usual: readonly string[]): boolean =>
  usual.length >= fewestUnderMark && usual.some((field) => !own.includes(field));

/** Marks that nobody means behind a name whose caption has colons behind the others. */
const neverMeant = new Set(['：', '=', '->']);

/** A quick look for {@link behindNames}: whether the folder has a form, and the caption may be written otherwise. */
export const mayHaveOtherMark = ({ index, caption, file }: CaptionContext): boolean =>
  index.complete &&
  (isPartOfForm(index.record(file)?.fields ?? [], usualFields(index, '').fields) ||
    (caption.ignored.length > 0 && usualLines(index, '').fields.length >= fewestUnderMark));

/** A form whose names have another mark behind them than those of nearly all captions: `subject = dog` beside `subject: dog`. */
export function behindNames(context: CaptionContext): Draft | null {
  if (!mayHaveOtherMark(context)) return null;
  const { index, caption, file } = context;
  const lines = caption.ignored.length > 0 ? usualLines(index, '') : null;
  if (lines !== null && lines.fields.length > 0) {
    const own = fieldLines(caption.text)?.filter(({ name }) => lines.fields.includes(name)) ?? [];
    const mark = markOf(own);
    if (own.length < fewestUnderMark || mark === null || mark === lines.mark) return null;
    const places = own.map(({ markRange }) => markRange);
    return {
      ...draftBehind(
        file,
        caption.trained[0] ?? own[0].range,
        mark,
        { mark: lines.mark, captions: lines.marked },
        places,
      ),
      severity: 'hint',
    };
  }
  const [line] = caption.trained;
  if (line === undefined) return null;
  const usual = usualFields(index, '');
  const text = caption.text.slice(line.start, line.end);
  const own = index.record(file)?.fields ?? null;
  const found = usual.fields.flatMap((field) => {
    const other = own?.includes(field) ? null : otherMarkBehind(text, field);
    return other === null ? [] : [{ ...other, field }];
  });
  const [first] = found;
  if (own !== null && first !== undefined && found.every(({ mark }) => neverMeant.has(mark))) {
    const range = { start: line.start + first.start, end: line.start + first.end };
    return behindOne(
      file,
      range,
      first,
      usual.most,
      found.map(({ start, end }) => ({ start: line.start + start, end: line.start + end })),
    );
  }
  if (own !== null || found.length < fewestUnderMark || found.some(({ mark }) => mark !== found[0].mark)) return null;
  const places = found.map(({ start, end }) => ({ start: line.start + start, end: line.start + end }));
  return draftBehind(file, line, found[0].mark, { mark: usualBehind, captions: usual.most }, places);
}

/** One name with another mark behind it, in a caption that has the usual one behind others. */
function behindOne(
  file: string,
  range: TextRange,
  { mark, field }: { readonly mark: string; readonly field: string },
  captions: number,
  places: readonly TextRange[],
): Draft {
  return {
    range,
    message: t(
      '"{0}" stands behind "{1}" here, and "{2}" in {3} captions. Write it alike.',
      mark,
      field,
      usualBehind,
      captions,
    ),
    fixes: [
      {
        title: t('Write "{0}"', usualBehind),
        safety: 'suggested',
        edits: [{ file, edits: places.map((place) => ({ range: place, newText: `${usualBehind} ` })) }],
      },
    ],
  };
}

function draftBehind(
  file: string,
  range: TextRange,
  own: string,
  usual: { readonly mark: string; readonly captions: number },
  places: readonly TextRange[],
): Draft {
  return {
    range,
    message: t(
      '"{0}" stands behind the names of the fields here, and "{1}" in {2} captions: one form is in two writings. Write it alike.',
      own,
      usual.mark,
      usual.captions,
    ),
    fixes: [
      {
        title: t('Write "{0}" behind the names', usual.mark),
        safety: 'suggested',
        edits: [{ file, edits: places.map((place) => ({ range: place, newText: `${usual.mark} ` })) }],
      },
    ],
  };
}

/** What there is to say of the marks between the fields of a caption; null where its folder has no form with marks of its own. */
export function ofForm({ file, caption, index }: CaptionContext): { readonly draft: Draft | null } | null {
  if (!index.complete || index.record(file)?.fields == null) return null;
  const usual = formMark(index, '');
  const [line] = caption.trained;
  if (usual === null || line === undefined) return null;
  const own = markIn(caption.text.slice(line.start, line.end));
  if (own === null || own.text === usual.text) return { draft: null };
  const places = own.places.map((at) => ({ start: line.start + at, end: line.start + at + 1 }));
  return {
    draft: {
      range: line,
      message: t(
        '"{0}" stands between the fields here, and "{1}" in {2} captions: one form is in two writings. Write it alike.',
        own.text,
        usual.text,
        usual.captions,
      ),
      fixes: [
        {
          title: t('Write "{0}" between the fields', usual.text),
          safety: 'suggested',
          edits: [{ file, edits: places.map((range) => ({ range, newText: usual.text })) }],
        },
      ],
    },
  };
}
