import { append } from '../../ground/append.ts';
import { isBeyondAscii } from '../../ground/letters.ts';
import { once } from '../../ground/once.ts';
import { isFunctionWord } from '../function-words.ts';
import { numberOf, singular } from '../opposed/nouns.ts';
import { isKindOf } from '../opposite-words.ts';
import { kindOfWord } from '../trigger-kinds.ts';
import { isPerson } from './people.ts';

/** A word of a text (lower case) with its place. Offsets are UTF-16, half-open. */
export interface Token {
  readonly word: string;
  readonly start: number;
  readonly end: number;
  /** Whether only a blank lies between it and the word before. */
  readonly isJoined: boolean;
}

/** A piece of a text between commas and stops. */
export interface Unit {
  /** A tag, a piece of a sentence, or the value of a field of a form. */
  readonly kind: 'tag' | 'clause' | 'field';
  /** The name of the field, lower case; empty for others. */
  readonly key: string;
  readonly tokens: readonly Token[];
  readonly start: number;
  readonly end: number;
  /** Number of the sentence that it stands in. */
  readonly sentence: number;
}

/** Words of a piece that is a tag at the most. */
const tagWords = 5;
const sentenceStart = /^(?:an?|the|his|her|its|their|he|she|it|they|this|that|there|with|in|on|at|both|two|three)$/;
const saying = /^(?:is|are|was|were|has|have|wears|stands|sits|he|she|it|they|his|her|its|their|the|an?)$/;

/** How a text begins and goes on: a list of tags, sentences alone, or tags at its beginning as far as it has any. */
export type Shape = 'tags' | 'sentences' | 'mixed';

/** A few tags of one word or two before sentences: "cow, snow, frost, standing. The cow …". */
const tagHead = once(() => /^(?:[a-z\d_'-]+(?: [a-z\d_'-]+)?, ){2,}[a-z\d_'-]+(?: [a-z\d_'-]+)?\. +[A-Z]/);

/** The pieces of a text. In a mixed one those before the first sentence are tags; behind it everything is a piece of a sentence. */
export function unitsOf(text: string, shape: Shape): readonly Unit[] {
  const found: Unit[] = [];
  const isTags = shape === 'tags';
  let isHead = shape !== 'sentences' || tagHead().test(text);
  let sentence = 0;
  for (const { 0: written, index } of text.matchAll(/(?:[^,.;:!?|\n()]|[.,:](?=\d))+|[.;!?\n|]|:/g)) {
    if (/^[.;!?\n|]$/.test(written)) {
      sentence++;
      continue;
    }
    const tokens = withoutOpener(tokensOf(written, index));
    if (tokens.length === 0) continue;
    const end = index + written.trimEnd().length;
    const start = tokens[0]!.start;
    if (text[end] === ':' && tokens.length <= 3) {
      // The name of a field: its value follows.
      found.push({ kind: 'field', key: tokens.map(({ word }) => word).join(' '), tokens: [], start, end, sentence });
      continue;
    }
    const last = found.at(-1);
    const isValue = last?.kind === 'field' && last.tokens.length === 0;
    if (isValue && (tokens.length === 1 || isTag(tokens))) {
      found[found.length - 1] = { ...last, tokens, end };
      continue;
    }
    if (isValue) found.pop();
    if (isHead && !isTags && !isTag(tokens)) isHead = false;
    found.push({ kind: isHead || isTags ? 'tag' : 'clause', key: '', tokens, start, end, sentence });
    if (isValue) isHead = true;
  }
  return found;
}

const isTag = (tokens: readonly Token[]): boolean =>
  tokens.length <= tagWords &&
  (!sentenceStart.test(tokens[0]?.word ?? '') || (numberOf(tokens[0]?.word ?? '') > 0 && tokens.length <= 3)) &&
  !tokens.slice(1).some(({ word }) => saying.test(word)) &&
  (tokens.length <= 2 || tokens.filter(({ word }) => isFunctionWord(word)).length <= 1);

function tokensOf(written: string, from: number): Token[] {
  const found: Token[] = [];
  let before = -1;
  const pattern = isBeyondAscii(written) ? /[\p{L}\p{N}]+(?:['’_-][\p{L}\p{N}]+)*/gu : /[a-z\d]+(?:['_-][a-z\d]+)*/gi;
  for (const { 0: word, index } of written.matchAll(pattern)) {
    found.push({
      word: word.toLowerCase().replaceAll('’', "'"),
      start: from + index,
      end: from + index + word.length,
      isJoined: before >= 0 && written.slice(before, index) === ' ',
    });
    before = index + word.length;
  }
  return found;
}

/** "The image shows a dog": what is shown is what the piece is about. */
function withoutOpener(tokens: Token[]): Token[] {
  const [det, picture, shows] = tokens;
  const isOpener =
    shows !== undefined &&
    /^(?:the|this)$/.test(det!.word) &&
    /^(?:image|picture|photo|photograph|illustration|painting|drawing|artwork|scene|shot)$/.test(picture!.word) &&
    /^(?:shows|depicts|features|captures|displays|presents|portrays)$/.test(shows.word);
  return isOpener ? tokens.slice(3) : tokens;
}

/** Whether a piece has a beginning that says whom it is about. */
export const startsOwn = (tokens: readonly Token[]): boolean =>
  /^(?:an?|the|this|another|his|her|its|their|two|three|some|several|many|he|she|it|they)$/.test(tokens[0]?.word ?? '');

/** "ohwx woman with wet hair": a trigger, a person or an animal opens the piece without an article. */
function startsWithSomebody(tokens: readonly Token[]): boolean {
  for (const { word } of tokens.slice(0, 4)) {
    if (isFunctionWord(word) || /.{2}(?:ing|ed|ly)$/.test(word)) return false;
    const noun = singular(word);
    if (kindOfWord(word) !== null || isPerson(noun) || isKindOf(noun, 'animal')) return true;
  }
  return false;
}

/** "Looking away, she waits": a piece without a subject is read behind the piece that has it. */
export function subjectsFirst(units: readonly Unit[]): readonly Unit[] {
  const found: Unit[] = [];
  for (let at = 0; at < units.length; ) {
    const { kind, sentence } = units[at]!;
    let end = at;
    while (end < units.length && units[end]!.sentence === sentence && units[end]!.kind === kind) end++;
    const all = units.slice(at, end);
    const isLate = kind === 'clause' && !startsOwn(all[0]!.tokens) && !startsWithSomebody(all[0]!.tokens);
    const first = isLate ? all.findIndex(({ tokens }) => startsOwn(tokens)) : -1;
    append(found, first > 0 ? [all[first]!, ...all.slice(0, first), ...all.slice(first + 1)] : all);
    at = end;
  }
  return found;
}
