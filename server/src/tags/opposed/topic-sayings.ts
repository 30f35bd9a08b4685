import { isFunctionWord } from '../function-words.ts';
import { isThingWord } from '../opposite-words.ts';
import { endsName, isThingToo, valuesOfWord } from '../thing-words.ts';
import { namesTopic, type Topic, topicOf } from '../topic.ts';
import { numberOf, singular } from './nouns.ts';
import {
  having,
  lacking,
  linking,
  mostLooks,
  type Part,
  type Piece,
  partFrom,
  piecesOf,
  type Token,
  type Value,
  valuesFrom,
} from './topic-pieces.ts';

/** What a text says of what it is about, or of a part of that. Offsets are UTF-16, half-open. */
export interface Saying {
  /** The part, singular; null for the thing itself. */
  readonly part: string | null;
  readonly start: number;
  readonly end: number;
  /** Values by family: "is red" is `colour red`. */
  readonly values: readonly Value[];
  /** How many of the part there are; 0 where that is not said. */
  readonly count: number;
  /** Whether there is none of the part, or there is; null where neither is said. */
  readonly isThere: boolean | null;
  /** Words of the piece that it stands in. */
  readonly piece: string;
}

/** What a text says of what it is about; nothing where that is not one thing. */
export function sayingsOf(text: string): readonly Saying[] {
  const topic = topicOf(text);
  const found: Saying[] = [];
  if (
    topic.names.size === 0 ||
    /^\W*(?:two|three|four|five|six|several|many|some|pair|couple|a (?:pair|couple|row|group))\b/i.test(text)
  )
    return found;
  for (const piece of piecesOf(text)) sayPiece(piece, topic, found);
  return found;
}

function sayPiece({ tokens, text }: Piece, topic: Topic, found: Saying[]): void {
  const add = (said: Partial<Saying> & { start: number; end: number }): void => {
    found.push({ part: null, values: [], count: 0, isThere: null, piece: text, ...said });
  };
  const first = /^(?:and|but|while|as)$/.test(tokens[0].word) ? 1 : 0;
  const subject = subjectOf(tokens, first, topic) ?? knownPart(tokens, first, found);
  if (subject === null) return;
  const { part, next, of } = subject;
  const { start } = tokens[first];
  const endAt = (at: number): number => tokens[Math.min(at, tokens.length) - 1].end;
  if (part !== null) {
    add({ part: part.noun, values: part.values, count: part.count, isThere: true, start, end: endAt(of) });
  } else if (subject.values.length > 0) add({ values: subject.values, start, end: endAt(of) });
  for (const own of subject.parts)
    add({ part: own.noun, count: own.count, isThere: own.count > 0 ? null : own.isThere, start, end: endAt(of) });
  // What it is, and what it has.
  const verb = tokens[next]?.word ?? '';
  const isLinked = linking.test(verb);
  const isOf = verb === 'of' || /^(?:made|upholstered|painted)$/.test(verb);
  // "straw" as a tag is what lies there.
  const isThing = next === first && isThingToo(tokens.at(-1)?.word ?? '');
  if (!isThing && (isLinked || isOf || part !== null || next === first)) {
    const { values, end } = valuesFrom(tokens, isLinked || isOf ? next + 1 : next);
    if (values.length > 0) add({ part: part?.noun ?? null, values, start, end });
  }
  if (part !== null) return;
  for (let at = next; at < tokens.length; at++) {
    const { word } = tokens[at];
    if (having.test(word)) {
      const isNone = /^no$/.test(tokens[at + 1]?.word ?? '');
      const own = partFrom(tokens, isNone ? at + 2 : at + 1);
      const behind = own === null || isNone ? [] : valuesFrom(tokens, own.next).values;
      if (own !== null)
        add({
          part: own.noun,
          values: isNone ? [] : [...own.values, ...behind],
          count: own.count,
          isThere: !isNone,
          start: tokens[at].start,
          end: endAt(own.next),
        });
      // "with a hood and no pockets": the next one may be of the first.
      return;
    }
    if (lacking.test(word)) {
      const own = partFrom(tokens, at + 1);
      if (own !== null) add({ part: own.noun, isThere: false, start: tokens[at].start, end: endAt(own.next) });
      return;
    }
    if (
      word === 'on' &&
      (/^(?:both|all)$/.test(tokens[at + 1]?.word ?? '') || numberOf(tokens[at + 2]?.word ?? '') > 0)
    ) {
      const own = partFrom(tokens, at + 1);
      if (own !== null && own.count > 0)
        add({ part: own.noun, count: own.count, start: tokens[at].start, end: endAt(own.next) });
      return;
    }
    if (/^(?:an?|the|his|her|its|their|on|in|at|behind|beside|under|over|near|by|to|into|from)$/.test(word)) return;
  }
}

/** "the plaits are blonde": a part that was spoken of. */
function knownPart(tokens: readonly Token[], first: number, found: readonly Saying[]): Subject | null {
  if (tokens[first]?.word !== 'the') return null;
  const part = partFrom(tokens, first);
  const isKnown =
    part !== null && part.values.length === 0 && found.some((one) => one.part === part.noun && one.isThere !== false);
  return isKnown && linking.test(tokens[part.next]?.word ?? '')
    ? { part, values: [], parts: [], next: part.next, of: part.next }
    : null;
}

interface Subject {
  readonly part: Part | null;
  readonly values: readonly Value[];
  /** Parts that words such as "one-legged" and "backless" tell of. */
  readonly parts: readonly { readonly noun: string; readonly count: number; readonly isThere: boolean }[];
  /** The first token behind it, and behind what names it. */
  readonly next: number;
  readonly of: number;
}

/** Words for whatever a caption is about. */
const standIn = /^(?:figure|statue|sculpture|bust|object|piece|item|subject)$/;
/** Whether nothing but a trigger names the topic. */
const isUnnamed = ({ names }: Topic): boolean => [...names].every((name) => !isThingWord(singular(name)));

const verbs = /^(?:sits|stands|lies|hangs|rests|has|is|are|was|holds|wears|leans|moves|turns|looks|flies|runs|walks)$/;

/** What a piece is about: the topic, or a part of it; null where it is something else. */
function subjectOf(tokens: readonly Token[], first: number, topic: Topic): Subject | null {
  const { word, start } = tokens[first] ?? { word: '', start: 0 };
  if (start < topic.end) {
    const next = tokens.findIndex((token) => token.start >= topic.end);
    const end = next < 0 ? tokens.length : next;
    return { part: null, ...looksOf(tokens.slice(first, end - 1)), next: end, of: end };
  }
  if (/^(?:it|he|she)$/.test(word)) return { part: null, values: [], parts: [], next: first + 1, of: first + 1 };
  const whose = tokens[first + 1]?.word ?? '';
  if (/^(?:all|both)$/.test(word) && /^(?:its|his|her)$/.test(whose)) {
    const part = partFrom(tokens, first);
    return part && { part, values: [], parts: [], next: part.next, of: part.next };
  }
  // "the bird's plumage"
  if (/^(?:the|this)$/.test(word) && whose.endsWith("'s") && namesTopic(['the', whose.slice(0, -2)], topic)) {
    const part = partFrom(tokens, first + 2);
    return part && { part, values: [], parts: [], next: part.next, of: part.next };
  }
  if (/^(?:the|this|that|all|both)$/.test(word) || numberOf(word) > 0) {
    const part = partOf(tokens, first, topic);
    if (part !== null) return part;
    if (!/^(?:the|this|that)$/.test(word)) return null;
    for (let at = first + 1; at <= first + mostLooks && at < tokens.length; at++) {
      if (isFunctionWord(tokens[at].word)) return null;
      if (!namesTopic(['the', tokens[at].word], topic) && !(isUnnamed(topic) && standIn.test(tokens[at].word)))
        continue;
      const next = tokens[at + 1]?.word ?? '';
      // "the chair leg" is another thing.
      if (
        next !== '' &&
        !isFunctionWord(next) &&
        !endsName(next) &&
        !verbs.test(next) &&
        !/(?:[^s]s|ed|ing)$/.test(next)
      )
        continue;
      return { part: null, ...looksOf(tokens.slice(first + 1, at)), next: at + 1, of: at + 1 };
    }
    return null;
  }
  if (/^(?:its|his|her|their)$/.test(word)) {
    const part = partFrom(tokens, first + 1);
    return part && { part, values: [], parts: [], next: part.next, of: part.next };
  }
  const onIt = partOnIt(tokens, first);
  if (onIt !== null) return onIt;
  // ", a spotless engine": another name for it.
  const last = tokens[tokens.length - 1];
  if (/^an?$/.test(word) && tokens.length <= mostLooks && namesTopic(['the', last.word], topic))
    return { part: null, ...looksOf(tokens.slice(first + 1, -1)), next: tokens.length, of: tokens.length };
  if (having.test(word) || lacking.test(word)) return { part: null, values: [], parts: [], next: first, of: first };
  // ", empty", ", shiny and red": nothing but what it is like.
  const { values, end } = valuesFrom(tokens, first);
  // ", shelves empty": of all of them.
  if (tokens.length === first + 2 && /[^s]s$/.test(word) && valuesOfWord(tokens[first + 1].word).length > 0)
    return {
      part: { noun: singular(word), values: [], count: 0, next: first + 1 },
      values: [],
      parts: [],
      next: first + 1,
      of: first + 1,
    };
  return values.length > 0 && end === tokens[tokens.length - 1].end
    ? { part: null, values: [], parts: [], next: first, of: first }
    : null;
}

/** "the petals of the flower", "all four legs of the chair". */
function partOf(tokens: readonly Token[], first: number, topic: Topic): Subject | null {
  const of = tokens.findIndex(
    ({ word }, at) => at > first && word === 'of' && /^(?:the|this|its)$/.test(tokens[at + 1]?.word ?? ''),
  );
  if (of < 0 || of > first + mostLooks + 1) return null;
  const name = tokens.findIndex(
    ({ word }, at) => at > of + 1 && at <= of + mostLooks && namesTopic(['the', word], topic),
  );
  const part = name < 0 ? null : partFrom(tokens.slice(0, of), /^the$/.test(tokens[first].word) ? first + 1 : first);
  return part === null || part.next !== of ? null : { part, values: [], parts: [], next: name + 1, of: name + 1 };
}

/** "long thorns along its stem", "a bent antenna on its head": a part by where it is. */
function partOnIt(tokens: readonly Token[], first: number): Subject | null {
  const part = partFrom(tokens, first);
  const [where, whose] = [tokens[part?.next ?? 0]?.word ?? '', tokens[(part?.next ?? 0) + 1]?.word ?? ''];
  if (part === null || !/^(?:on|along|around|in|over|down)$/.test(where) || !/^(?:its|his|her)$/.test(whose))
    return null;
  return { part, values: [], parts: [], next: tokens.length, of: part.next };
}

const numbered = /^([a-z]+)-([a-z]+?)(?:n?ed)?$/;

/** What the words before a name say of it. */
function looksOf(tokens: readonly Token[]): Pick<Subject, 'values' | 'parts'> {
  const values: { family: string; value: string }[] = [];
  const parts: { noun: string; count: number; isThere: boolean }[] = [];
  for (const { word } of tokens) {
    for (const { family, value } of valuesOfWord(word)) values.push({ family, value });
    const [, number = '', noun = ''] = numbered.exec(word) ?? [];
    const count = number === 'one' ? 1 : numberOf(number);
    if (count > 0) parts.push({ noun: singular(noun.replace(/gg$/, 'g')), count, isThere: true });
    const [, bare = ''] = /^un(varnish|paint|glaz|string|fram|roof|fenc|shad|furnish)ed$/.exec(word) ?? [];
    if (bare !== '')
      parts.push({
        noun: bare === 'glaz' || bare === 'shad' || bare === 'fram' || bare === 'fenc' ? `${bare}e` : bare,
        count: 0,
        isThere: false,
      });
    const less = /^([a-z]{3,}?)-?less$/.exec(word);
    if (less !== null) parts.push({ noun: less[1], count: 0, isThere: false });
  }
  return { values, parts };
}
