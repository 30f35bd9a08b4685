import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import { once } from '../../ground/once.ts';
import type { CaptionContext } from '../context.ts';

/** The full stop of East Asian text behind a word in Latin letters, with what follows it another one or nothing. */
const stop = once(() => /(?<=[a-z\d)"'”’])\s*[。｡](\s*)(?=[\p{Lu}a-z"'“‘(]|$)/giu);
const eastAsian = once(() => /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u);

/** Whether a caption may have one: false is sure. */
export const mayHaveOddStops = ({ letters, caption: { text } }: CaptionContext): boolean =>
  !letters.isAscii && /[。｡]/.test(text);

/**
 * Full stops of East Asian text in sentences without any such text, as input methods leave them. Unlike full-width marks it is not folded
 * into the plain one before CLIP's tokens are looked up.
 */
export function oddStops({ file, caption }: CaptionContext): Draft | null {
  const { text } = caption;
  if (eastAsian().test(text)) return null;
  const edits = caption.trained.flatMap((line) =>
    [...text.slice(line.start, line.end).matchAll(stop())].map(({ 0: own, 1: blanks, index }) => {
      const range = { start: line.start + index, end: line.start + index + own.length };
      return { range, newText: range.end === line.end ? '.' : `.${blanks || ' '}` };
    }),
  );
  if (edits.length === 0) return null;
  return {
    range: edits[0].range,
    message: t(
      '"。" (full-width full stop) ends no sentence of Latin letters, and trains as another token. Write ".".',
    ),
    fixes: [{ title: t('Replace with "{0}"', '.'), safety: 'suggested', edits: [{ file, edits }] }],
  };
}
