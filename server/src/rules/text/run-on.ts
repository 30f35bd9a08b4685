import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import type { TextRange } from '../../ground/text.ts';
import { isEnglish } from '../../tags/english.ts';
import { isFunctionWord } from '../../tags/function-words.ts';

/** Two words with a capital between them, or a full stop and no blank: "workshopThe", "tower.A". Made when a sentence is looked at. */
const runOn = (): RegExp => /(?<![\p{L}\p{N}_.@/-])([a-z]{2,})([.!?]?)([A-Z][a-z]*)(?=\s+[a-z]|,)/gu;

/** Words that begin a sentence and have lost what was between them and the one before. */
export function* runOnSentences(file: string, text: string, line: TextRange): Iterable<Draft> {
  for (const { 0: written, 1: before, 2: mark, 3: behind, index } of text.matchAll(runOn())) {
    const word = behind.toLowerCase();
    // A name may have a capital in its middle; "deviantArt" has no small word there.
    if (!isEnglish(before) || !(isFunctionWord(word) || (mark !== '' && isEnglish(word)))) continue;
    const start = line.start + index;
    const range = { start, end: start + written.length };
    const newText = `${before}${mark === '' ? '.' : mark} ${behind}`;
    yield {
      range,
      message: t('"{0}" is the end of a sentence and the beginning of the next. Write "{1}".', written, newText),
      fixes: [
        { title: t('Write "{0}"', newText), safety: 'suggested', edits: [{ file, edits: [{ range, newText }] }] },
      ],
    };
  }
}
