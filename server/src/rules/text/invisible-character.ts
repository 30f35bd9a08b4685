import { isZeroPadded } from '../../caption/encodings.ts';
import { repairMojibake } from '../../caption/mojibake.ts';
import { type Caption, parseCaption } from '../../caption/parse.ts';
import { applyEdits } from '../../ground/edits.ts';
import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import { once } from '../../ground/once.ts';
import type { TextEdit } from '../../ground/text.ts';
import { lookAlikesIn } from '../../tags/look-alikes.ts';
import { sameTags } from '../../tags/same-tags.ts';
import type { CaptionContext } from '../context.ts';
import { captionRule } from '../define.ts';

/** Blank characters that are no plain space: replaced by one. */
const blank = /[\u000b\u000c\u001c-\u001f\u0085\u00a0\u2000-\u200a\u2028\u2029\u202f\u205f]/u;

/** Characters that show nothing at all: control, soft hyphen, zero-width, direction marks, byte-order mark. */
const hidden =
  /[\u0000-\u0008\u000e-\u001b\u007f-\u0084\u0086-\u009f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]/u;

const runs = new RegExp(`(?:${blank.source})+|(?:${hidden.source})+`, 'gu');

/** A text without what shows nothing at all. */
export const withoutHidden = (text: string): string =>
  /[^\x20-\x7e]/.test(text) ? text.replace(new RegExp(hidden, 'gu'), '') : text;

/** Scripts in which joiners and direction marks are part of correct spelling. */
const joining = once(
  () =>
    /[\p{sc=Arabic}\p{sc=Hebrew}\p{sc=Syriac}\p{sc=Thaana}\p{sc=Devanagari}\p{sc=Bengali}\p{sc=Gurmukhi}\p{sc=Gujarati}\p{sc=Oriya}\p{sc=Tamil}\p{sc=Telugu}\p{sc=Kannada}\p{sc=Malayalam}\p{sc=Sinhala}\p{sc=Khmer}\p{sc=Mongolian}\p{Extended_Pictographic}]|\ufe0f/u,
);

export default captionRule({
  id: 'invisible-character',
  group: 'text',
  severity: 'warning',
  fix: 'safe',
  summary:
    'The caption contains characters that do not show, such as zero-width ones, or that only look like the letters they stand for.',
  why: 'Two tags that look the same are then different: counting, replacing and keep_tokens_separator miss them, and zero-width characters cost tokens of their own (sd-scripts library/train_util.py, transformers models/clip/tokenization_clip.py).',
  mayFind: ({ letters }) => !letters.isAscii || letters.hasControls,
  *check({ file, caption, settings }: CaptionContext): Iterable<Draft> {
    // UTF-16 read as UTF-8 is one fault of the file, not one per letter.
    if (isZeroPadded(caption.text)) return;
    yield* lookAlikes(file, caption);
    const isGarbled = settings.severities.mojibake === 'off' ? () => false : garbledIn(caption);
    const runsFound = [...runsIn(caption)].filter((run) => !isGarbled(run));
    const isHarmless = harmlessIn(caption, runsFound);
    const [first] = runsFound;
    // Blanks of the wrong kind all through a caption are one slip.
    if (runsFound.length >= manyAlike && runsFound.every(({ found }) => found === first.found)) {
      const edits = runsFound.map(({ range, newText }) => ({ range, newText }));
      yield {
        range: first.range,
        message: t(
          'Invisible {0} in {1} places: tags that look the same differ. Remove them.',
          namesOf(first.found),
          runsFound.length,
        ),
        fixes: [
          {
            title: first.newText === ' ' ? t('Replace all with plain spaces') : t('Remove the invisible characters'),
            safety: runsFound.every(isHarmless) ? 'safe' : 'suggested',
            edits: [{ file, edits }],
          },
        ],
      };
      return;
    }
    for (const run of runsFound) {
      const { range, found, newText } = run;
      yield {
        range,
        message:
          newText === ' '
            ? t('Invisible {0}: tags that look the same differ. Write a plain space.', namesOf(found))
            : t('Invisible {0}: tags that look the same differ. Remove it.', namesOf(found)),
        fixes: [
          {
            title: newText === ' ' ? t('Replace with a plain space') : t('Remove the invisible character'),
            safety: isHarmless(run) ? 'safe' : 'suggested',
            edits: [{ file, edits: [{ range, newText }] }],
          },
        ],
      };
    }
  },
});

/** Places of one character from which they are told together. */
const manyAlike = 4;

function* lookAlikes(file: string, { text, trained }: Caption): Iterable<Draft> {
  for (const line of trained) {
    for (const { range: own, plain } of lookAlikesIn(text.slice(line.start, line.end))) {
      const range = { start: line.start + own.start, end: line.start + own.end };
      yield {
        range,
        message: t(
          '"{0}" looks like "{1}" and is written in other characters, so it is another tag. Write "{1}".',
          text.slice(range.start, range.end),
          plain,
        ),
        fixes: [
          {
            title: t('Write "{0}"', plain),
            safety: 'suggested',
            edits: [{ file, edits: [{ range, newText: plain }] }],
          },
        ],
      };
    }
  }
}

/** Invisible characters in a row, and what takes their place. */
interface Run extends TextEdit {
  readonly found: string;
}

function* runsIn({ text, trained }: Caption): Iterable<Run> {
  for (const line of trained) {
    const own = text.slice(line.start, line.end);
    for (const match of own.matchAll(runs)) {
      const [found] = match;
      if (belongs(own, match.index, found)) continue;
      const range = { start: line.start + match.index, end: line.start + match.index + found.length };
      yield { range, newText: blank.test(found) ? ' ' : '', found };
    }
  }
}

/**
 * Whether a character that does not show is a byte of a letter that was read in the wrong encoding, as the blank in "Â\u00a0": mojibake
 * tells it, and what is left of the letter without it is still wrong and can no longer be repaired.
 */
function garbledIn({ text, tags }: Caption): (run: Run) => boolean {
  const repaired = new Map<number, boolean>();
  return ({ range }) => {
    if (!/[^\x00-\xa0]/.test(text[range.start - 1] ?? '')) return false;
    const tag = tags.find((own) => own.range.start <= range.start && range.start < own.range.end);
    if (tag === undefined) return false;
    const known = repaired.get(tag.range.start) ?? repairMojibake(tag.text) !== null;
    repaired.set(tag.range.start, known);
    return known;
  };
}

/** Up to here each change is tried by itself; a text of thousands would be read as often. */
const triedAlone = 64;

/** Whether a change leaves the tags as they are: with odd separators it could make or break one. Of very many, all together decide. */
function harmlessIn(caption: Caption, all: readonly Run[]): (run: Run) => boolean {
  const isHarmless = (edits: readonly Run[]): boolean =>
    sameTags(caption, parseCaption(applyEdits(caption.text, edits), caption.syntax));
  if (all.length <= triedAlone) return (run) => isHarmless([run]);
  const together = isHarmless(all);
  return () => together;
}

/** Joiners and direction marks between letters of scripts that need them, and inside emoji. */
function belongs(text: string, at: number, found: string): boolean {
  if (!/^[\u061c\u200c-\u200f\u2066-\u2069\u202a-\u202e]+$/.test(found)) return false;
  const before = [...text.slice(Math.max(0, at - 4), at)].at(-1) ?? '';
  const [after = ''] = text.slice(at + found.length);
  return joining().test(before) || joining().test(after);
}

function namesOf(found: string): string {
  const codes = [...new Set(found)].map(
    (character) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
  );
  const name = /^\u00a0+$/.test(found) ? t('no-break space') : /^\u200b+$/.test(found) ? t('zero-width space') : null;
  return name === null ? codes.slice(0, 3).join(' ') : `${name} (${codes[0]})`;
}
