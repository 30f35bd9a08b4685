import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import type { TextRange } from '../../ground/text.ts';
import { isEnglish, isName } from '../../tags/english.ts';
import { isFunctionWord } from '../../tags/function-words.ts';

/** Two words with a capital between them, or a full stop and no blank: "workshopThe", "tower.A". Made when a sentence is looked at. */
const runOn = (): RegExp => /(?<![\p{L}\p{N}_.@/-])([a-z]{2,})([.!?]?)([A-Z][a-z]*)(?=\s+[a-z]|,)/gu;

/**
 * A small word with the capital of a sentence behind another word, or behind its comma: "jacks She wears", "on the wall, The light is".
 * Nothing else than the beginning of a sentence has it, but for titles, whose next word has a capital as well.
 */
const lostStop = (): RegExp =>
  /(?<=[a-z]{2})(,?)( )((?:The|A|An|She|He|It|They|His|Her|Its|Their|There|This|These|Behind (?:him|her|it|them)|In the|On the|At the|Behind the|Above the|Below the)(?= [a-z]+,? [a-z]+ [a-z]))/g;

/** Any word with a capital behind a comma or a blank, and a small one behind it: only what says something of it makes it a beginning. */
const lostStopAny = (): RegExp => /(?<=[a-z]{2})(,?)( )([A-Z][a-z]{2,})(?= [a-z]{2,})/g;

/** Words before a title, and those that end no sentence. */
const beforeTitle =
  /\b(?:titled|entitled|called|named|reads?|reading|says?|saying|film|movie|book|novel|song|game|series|album|band|painting|play|magazine|poster|words?|sign|label|labell?ed|marked|of|the|a|an|and|or|with|from|by|in|on|at|as|to|for|like|is|are)$/i;
/** What says something of somebody. */
const says =
  /\b(?:is|are|was|were|has|have|had|stands?|sits?|lies|wears?|holds?|looks?|walks?|runs?|leans?|rests?|hangs?|rises?|plays?|stretch(?:es)?|falls?|shines?|[a-z]{3,}s (?:the|a|an|his|her|its|their|on|in|at|from|into|over|down|up|by|with))\b/;
/** The same of several things, directly behind them: "Crumbs lie on". */
const saysNext =
  /^[A-Z][a-z]+ (?:is|are|was|were|has|have|lies?|stands?|sits?|hangs?|leans?|rests?|falls?|drifts?|covers?|fills?|shines?|glows?|runs?|rises?|[a-z]{3,}s?) (?:the|a|an|his|her|its|their|on|in|at|from|into|over|down|up|by|with|behind|above|below|between|across|against|under)\b/;
/** How a sentence begins. */
const opens =
  /^(?:The|A|An|She|He|It|They|His|Her|Its|Their|There|This|These|Two|Three|In|On|At|Behind|Above|Below) [a-z]/;
/** Words of a sentence at the least. */
const fewestWords = 4;

/** Words that begin a sentence and have lost what was between them and the one before. */
export function* runOnSentences(file: string, text: string, line: TextRange): Iterable<Draft> {
  for (const { 0: written, 1: before, 2: mark, 3: behind, index } of text.matchAll(runOn())) {
    const word = behind.toLowerCase();
    // A name may have a capital in its middle; "deviantArt" has no small word there.
    if (!isEnglish(before) || !(isFunctionWord(word) || (mark !== '' && isEnglish(word)))) continue;
    yield draftOf(file, line, { start: index, written, newText: `${before}${mark === '' ? '.' : mark} ${behind}` });
  }
  const found = [...text.matchAll(lostStop())];
  const places = new Set(found.map(({ index }) => index));
  for (const match of text.matchAll(lostStopAny())) {
    const word = match[3].toLowerCase();
    if (
      !places.has(match.index) &&
      isEnglish(word) &&
      !isName(word) &&
      saysNext.test(text.slice(match.index + match[1].length + 1))
    )
      found.push(match);
  }
  for (const { 1: comma, 3: behind, index } of found) {
    const [sentence, next] = [
      text
        .slice(0, index)
        .split(/[.!?]\s+/)
        .at(-1) ?? '',
      nextSentence(text, index),
    ];
    const before = /[a-z]+$/.exec(sentence)?.[0] ?? '';
    if (!isEnglish(before) || beforeTitle.test(sentence) || isQuoted(text, index)) continue;
    const words = [sentence, next].map((part) => part.trim().split(/\s+/).length);
    if (Math.min(...words) < fewestWords) continue;
    // Tags stand before the first sentence, with commas; only behind a sentence a comma is none of theirs.
    const isAfterTags = sentence.includes(',') && !opens.test(sentence);
    const isSaid = says.test(next) || saysNext.test(next.replace(/^,? /, ''));
    if (comma !== '' && (isAfterTags || !opens.test(sentence) || !says.test(sentence) || !isSaid)) continue;
    if (comma === '' && !isSaid && !/\b[a-z]+ing\b/.test(next)) continue;
    // Without a comma a word that begins no sentence by itself may be a name: "the tram Lisbon is on".
    if (comma === '' && !places.has(index)) continue;
    const start = index - before.length;
    yield draftOf(file, line, {
      start,
      written: `${before}${comma} ${behind}`,
      newText: `${before}. ${behind}`,
    });
  }
}

/** The text behind a place up to the end of its sentence. */
const nextSentence = (text: string, at: number): string => text.slice(at).split(/[.!?](?:\s|$)/)[0];

/** Whether a place stands in quotes. */
const isQuoted = (text: string, at: number): boolean =>
  (text.slice(0, at).match(/["“”]/g)?.length ?? 0) % 2 === 1 && /["“”]/.test(text.slice(at));

function draftOf(
  file: string,
  line: TextRange,
  { start, written, newText }: { readonly start: number; readonly written: string; readonly newText: string },
): Draft {
  const range = { start: line.start + start, end: line.start + start + written.length };
  return {
    range,
    message: t('"{0}" is the end of a sentence and the beginning of the next. Write "{1}".', written, newText),
    fixes: [{ title: t('Write "{0}"', newText), safety: 'suggested', edits: [{ file, edits: [{ range, newText }] }] }],
  };
}
