import type { TextRange } from '../ground/text.ts';
import { isFunctionWord } from './function-words.ts';
import { classKind, isClassWord } from './trigger-words.ts';

/** Words of a sentence from which a repeat is one. */
const sentenceWords = 4;
/** Letters of a phrase from which a repeat is no sound or name. */
const phraseLetters = 7;

/** The second of two equal sentences or phrases of a text, with the blank before it; null when nothing is said twice. */
export function saidTwice(text: string): TextRange | null {
  const seen = new Set<string>();
  for (const match of text.matchAll(/[^.!?]+(?:[.!?]+|$)/g)) {
    const sentence = match[0]
      .trim()
      .toLowerCase()
      .replace(/[.!?]+$/, '');
    if (sentence.split(/\s+/).length >= sentenceWords && seen.has(sentence))
      return { start: match.index, end: match.index + match[0].length };
    seen.add(sentence);
  }
  const loop = /(?<![\p{L}])((?:[\p{L}'’]+[ ,.]+){2,8}?)\1\1+/u.exec(text);
  return loop
    ? { start: loop.index + loop[1].length, end: loop.index + loop[0].length }
    : (inARow(text) ?? coupled(text) ?? samePiece(text) ?? clauseAgain(text) ?? verbAgain(text));
}

/** Words of a phrase between commas from which it says the same again, however far apart; of two they are next to each other. */
const pieceWords = 3;

/** Words of a phrase from which it may have been the end of a longer one. */
const wholeWords = 4;

function endOf(seen: ReadonlyMap<string, number>, phrase: string): number | undefined {
  for (const [other, at] of seen) if (other.endsWith(` ${phrase}`)) return at;
  return undefined;
}

/** "in inkvale style, a waterfall, in inkvale style": the second of two equal phrases between commas, with the comma before it. */
function samePiece(text: string): TextRange | null {
  const seen = new Map<string, number>();
  let at = 0;
  for (const { 0: written, index } of text.matchAll(/[^,.;!?\n]+/g)) {
    at++;
    const phrase = written
      .trim()
      .toLowerCase()
      .replace(/^(?:and|while|then) (?=(?:\S+ ){3})/, '');
    const words = phrase.split(/\s+/).length;
    const before = seen.get(phrase) ?? (words < wholeWords ? undefined : endOf(seen, phrase));
    const isBeside = before === at - 1;
    seen.set(phrase, at);
    if (before === undefined || phrase.length < phraseLetters || words < (isBeside ? 2 : pieceWords)) continue;
    // A sentence of its own is no list: "A dog runs. A dog runs, …" are two.
    if (!/,\s*$/.test(text.slice(0, index)) || !/^\s*(?:[,.;!?\n]|$)/.test(text.slice(index + written.length)))
      continue;
    return { start: text.slice(0, index).trimEnd().length - 1, end: index + written.trimEnd().length };
  }
  return null;
}

/** "her eyes closed, her eyes closed and her palms up": the second of two equal phrases, with the comma before it, where the clause goes on. */
function clauseAgain(text: string): TextRange | null {
  const again =
    /(?<=(?:^|[,.;!?]\s))((?:[\p{L}\p{N}'’-]+ ){2,7}[\p{L}\p{N}'’-]+), \1(?= (?:and|while|as|with|but|in|on|at|by|near|under|behind|beside)\b)/iu;
  const match = again.exec(text);
  return match && { start: match.index + match[1].length, end: match.index + match[0].length };
}

/** "holds a cup of tea and smiles and holds a cup of tea": the second of two equal phrases that the same one does, with what joins it. */
function verbAgain(text: string): TextRange | null {
  const again =
    /(?<![\p{L}'’-])((?:[\p{L}'’-]+ ){3,8}[\p{L}'’-]+)(?<between>,? (?:[\p{L}'’-]+,? ){1,8}?)(?<=(?:and|,) )\1(?=\s*$|[.,;!?])/iu;
  const match = again.exec(text);
  const between = match?.groups?.between ?? '';
  // With somebody else in between it is another one's: "and a man … and".
  if (match === null || /\b(?:an?|the|another|other|he|she|they|one)\b/i.test(between)) return null;
  if (!/^[a-z]+(?:s|ed|ing) /i.test(match[1])) return null;
  const start = match.index + match[1].length + between.replace(/(?:,| and) $/i, '').length;
  return { start, end: match.index + match[0].length };
}

/** "a photo of a photo of": the second of two equal phrases with a blank between them. A word by itself is repeated-word's. */
function inARow(text: string): TextRange | null {
  for (const match of text.matchAll(
    /(?<![\p{L}\p{N}_'’"“-])((?:[\p{L}\p{N}_'’-]+ ){1,7}?[\p{L}\p{N}_'’-]+) \1(?![\p{L}\p{N}_'’"”-])/giu,
  )) {
    const words = match[1].toLowerCase().split(' ');
    // "New York New York" is a title, "bye bye bye bye" a loop of one word.
    if (match[1].length < phraseLetters || new Set(words).size === 1 || !words.some(isFunctionWord)) continue;
    return { start: match.index + match[1].length, end: match.index + match[0].length };
  }
  return null;
}

/** "her hand on her chin and hand on her chin", "a sword and a sword": the second of two equal phrases, but for two of a kind and where a clause goes on. */
function coupled(text: string): TextRange | null {
  for (const match of text.matchAll(
    /(?<![\p{L}\p{N}'’-])((?:[\p{L}'’-]+ ){1,6}?[\p{L}'’-]+) and \1(?=\s*$|\s*[.,;!?)]| (?:in|on|at|of|with|near|by|behind)\b)/giu,
  )) {
    const words = match[1].toLowerCase().split(' ');
    // "a man and a man" are two men.
    const kind = isClassWord(words.at(-1) ?? '') ? classKind(words.at(-1) ?? null) : null;
    if (kind === 'person' || kind === 'creature') continue;
    if (words.length === 2 && (isFunctionWord(words[1]) || !/^(?:an?|the)$/.test(words[0]))) continue;
    return { start: match.index + match[1].length, end: match.index + match[0].length };
  }
  return null;
}
