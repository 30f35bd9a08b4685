import { once } from '../ground/once.ts';
import type { Axis } from './data/axis.ts';
import { AXES } from './data/prose-axes.ts';
import { isFunctionWord } from './function-words.ts';
import { changesWithTime, isLook, isName } from './opposed/set-apart.ts';
import { isOfNewcomer, isOfTopic, type Topic, topicOf } from './topic.ts';
import { kindOfWord } from './trigger-kinds.ts';

/** A phrase of a text that gives an axis a value. Offsets are UTF-16, half-open. */
export interface AxisPhrase {
  readonly phrase: string;
  readonly start: number;
  readonly end: number;
}

/** Two phrases that give one axis two values. */
export interface AxisClash {
  readonly axis: Axis;
  readonly a: AxisPhrase;
  readonly b: AxisPhrase;
}

/** Words that set what stands beside them against something on purpose, or say it is none. */
const against = /\b(?:or|nor|not|no|never|neither|without|instead|unlike|versus|vs|as if|than)\b|n['’]t\b/i;
/** Words before a phrase by which something else is compared with it. */
const likened = /\b(?:like|as [a-z]+ as|(?:pink|red|gold|golden|soft|still|warm|bright) as)\b/i;
/** What the caption itself is, at its start: "A black-and-white photo of". What hangs on a wall is not meant. */
const itself = once(
  () =>
    /^(?:(?:an?|the|this) )?(?:[\p{L}-]+ ){0,4}?(?:painting|picture|photo|photograph|print|drawing|portrait|image|illustration) (?:of|with|showing) (?!.*\b(?:hangs?|hanging|framed|wall)\b)/iu,
);
/** What hangs on a wall or is held shows something else than the picture does. */
const shown = once(
  () =>
    /\b(?:painting|picture|photo|photograph|poster|print|postcard|calendar|drawing|portrait|mural|statue|book|screen|tattoo) (?:of|with|showing|about) (?:[\p{L}-]+ ){0,6}$/iu,
);

/**
 * The phrases of a text that give one axis two values, each axis once.
 * @param isOfSeveral whether the text speaks of several people, of whom one may do this and one that
 */
export function axisClashes(text: string, isOfSeveral: () => boolean): AxisClash[] {
  const found: AxisClash[] = [];
  const topic = once(() => topicOf(text));
  for (const axis of AXES()) {
    // Most texts give an axis one value or none.
    const spoken = spokenOf(text, axis);
    if (spoken.length < 2 || axis.unless?.test(text) === true) continue;
    if (/^(?:time|season)$/.test(axis.group) && changesWithTime(text)) continue;
    const isSaidOfIt = (start: number, verb: string): boolean => {
      if (axis.of !== 'doer' && axis.of !== 'topic') return true;
      return (axis.of === 'doer' && isDoneBySomebody(text, start, verb)) || isOfTopic(text, start, topic());
    };
    const said = new Map<string, AxisPhrase>();
    for (const [value, pattern] of spoken) {
      const phrase = firstSaid(text, pattern, isSaidOfIt, axis);
      if (phrase !== null) said.set(value, phrase);
    }
    if (said.size < 2 || (axis.of !== undefined && axis.of !== 'topic' && isOfSeveral())) continue;
    const clash = firstApart(axis, said);
    if (clash !== null && axis.of === 'doer' && isOfTwo(text, clash, topic())) continue;
    if (clash !== null && axis.of !== undefined && isOfNewcomer(text, clash.b.start, topic())) continue;
    if (clash !== null) found.push({ axis, ...clash });
  }
  return found;
}

/** What was asked last: a text is asked about its axes twice. */
let asked = '';
const answers = new Map<Axis, readonly (readonly [string, RegExp])[]>();

/** The values of an axis that a text has words for. */
export function spokenOf(text: string, axis: Axis): readonly (readonly [string, RegExp])[] {
  if (text !== asked) answers.clear();
  asked = text;
  let spoken = answers.get(axis);
  if (spoken === undefined) {
    const isSpoken = axis.quick?.test(text) !== false;
    spoken = isSpoken ? Object.entries(axis.values).filter(([, pattern]) => text.search(pattern) >= 0) : [];
    answers.set(axis, spoken);
  }
  return spoken;
}

/** "a robot stands still, a boy sprints": one is said of what the caption is about, the other of somebody new. */
function isOfTwo(text: string, { a, b }: Omit<AxisClash, 'axis'>, topic: Topic): boolean {
  if (!isOfTopic(text, a.start, topic) || isOfTopic(text, b.start, topic)) return false;
  // "standing, …, A girl is sitting": a tag says it of whoever is there.
  if (/(?:^|[,.;]) *$/.test(text.slice(0, a.start))) return false;
  const from = Math.max(text.lastIndexOf(',', b.start), sentenceBefore(text, b.start) - 1) + 1;
  return /^ *(?:and |while |as )?(?:an?|another|two|three|some) /i.test(text.slice(from, b.start));
}

function firstApart(axis: Axis, said: ReadonlyMap<string, AxisPhrase>): Omit<AxisClash, 'axis'> | null {
  const order = [...said].sort(([, x], [, y]) => x.start - y.start);
  for (const [at, [other, b]] of order.entries())
    for (const [value, a] of order.slice(0, at)) {
      const isApart =
        axis.apart === undefined ||
        axis.apart.includes(`${value} ${other}`) ||
        axis.apart.includes(`${other} ${value}`);
      if (isApart && a.end <= b.start) return { a, b };
    }
  return null;
}

function firstSaid(
  text: string,
  pattern: RegExp,
  isSaidOfIt: (start: number, written: string) => boolean,
  axis: Axis,
): AxisPhrase | null {
  for (const phrase of plainPhrases(text, pattern, axis)) {
    if (axis.of === 'one' && isAnothers(text, phrase.start, phrase.end)) continue;
    if (isSaidOfIt(phrase.start, phrase.phrase)) return phrase;
  }
  return null;
}

/** The places of a text where a value of an axis is plainly said: not of a name, a picture in the picture, by "no" or by comparison. */
export function* plainPhrases(text: string, pattern: RegExp, { of, negates }: Axis): Iterable<AxisPhrase> {
  for (const { 0: written, index } of text.matchAll(pattern)) {
    const start = index + written.length - written.trimStart().length;
    const end = index + written.length;
    if (!isPlain(text, start, end, of !== undefined) || (!negates && isSetAgainst(text, start, end))) continue;
    // "on a standing horse"
    if (
      (of === 'doer' || of === 'topic') &&
      /\b(?:an?|the|his|her) $/i.test(text.slice(0, start)) &&
      /^ [a-z]/i.test(text.slice(end))
    )
      continue;
    yield { phrase: written.trim().toLowerCase(), start, end };
  }
}

/**
 * Whether a phrase is plainly said: not of a name, a picture in the picture, somebody in a relative clause or an earlier time.
 * @param isOfOne whether it is said of somebody
 */
export function isPlain(text: string, start: number, end: number, isOfOne: boolean): boolean {
  if (isName(text, start, end) || isLook(text, start, end) || isShown(text, start)) return false;
  const before = text.slice(0, start);
  if (likened.test(before.slice(Math.max(sentenceBefore(text, start), before.lastIndexOf(',') + 1)))) return false;
  if (/^ (?:is |are )?(?:painted|printed|drawn|shown|on the (?:screen|poster|wall))\b/i.test(text.slice(end)))
    return false;
  // "above it is night, within it is day"
  if (
    /^it is\b/i.test(text.slice(start, end)) &&
    /\b(?:above|below|within|inside|outside|beyond|around|beneath) $/i.test(before)
  )
    return false;
  // "the baby who is crying" is another one.
  if (/\b(?:who|that|which) (?:is |are )?$/i.test(before)) return false;
  // "from the chair she has been sitting in"
  return !(isOfOne && /\b(?:(?:had|has|have) been|was|were|had) $/i.test(before));
}

/** "smiles at a frowning king": what is said of somebody whom something is done to. */
const isAnothers = (text: string, start: number, end: number): boolean =>
  /\bthe (?!(?:man|woman|boy|girl|dog|cat|animal|bird|figure|person)['’])[a-z]+['’]s (?:[a-z]+ )?$/i.test(
    text.slice(0, start),
  ) ||
  (/\b(?:at|to|beside|by|behind|towards?|near|next to|over|past) (?:an?|the|his|her|another) (?:[a-z]+ )?$/i.test(
    text.slice(0, start),
  ) &&
    /^ [a-z]/i.test(text.slice(end)));

/** Whether what stands at a place is what a picture in the picture shows. */
function isShown(text: string, at: number): boolean {
  const from = Math.max(sentenceBefore(text, at), itself().exec(text)?.[0].length ?? 0);
  return from < at && shown().test(text.slice(from, at));
}

const sentenceBefore = (text: string, at: number): number =>
  Math.max(...['.', ';', ':', '\n'].map((mark) => text.lastIndexOf(mark, at - 1))) + 1;

function isSetAgainst(text: string, start: number, end: number): boolean {
  const from = Math.max(sentenceBefore(text, start), text.lastIndexOf(',', start - 1) + 1);
  const behind = /[,.;]/.exec(text.slice(end));
  return (
    likened.test(text.slice(from, start)) ||
    against.test(text.slice(from, behind === null ? undefined : end + behind.index))
  );
}

const somebody =
  'woman|man|girl|boy|person|child|lady|gentleman|toddler|baby|kid|figure|dog|cat|horse|fox|puppy|kitten|bird|she|he|who|they';
/** Who does something, at the end of what stands before the verb. */
const doer = once(
  () =>
    new RegExp(
      String.raw`^(?:(?:and|while|as|then|but|where) )*(?:(?:the|an?|this|his|her|one) )?(?:[\p{L}\p{N}'’_-]+ ){0,5}?(?:${somebody})(?<rest> (?:with|in|wearing|of|from|dressed)\b.*)?$`,
      'iu',
    ),
);
const helping = /(?:^| )(?:(?:is|was|now|also|still|casually|quietly|calmly|proudly|alone)(?: |$))+$/i;

/** Whether who does something is a person or an animal, or nobody else is named: "A woman in red stands", ", sitting on a wall". */
function isDoneBySomebody(text: string, start: number, verb: string): boolean {
  const sentence = text.slice(sentenceBefore(text, start), start).trimStart();
  const piece = sentence
    .slice(sentence.lastIndexOf(',') + 1)
    .trim()
    .replace(helping, '')
    .trim();
  const isParticiple = /ing\b|^seated/.test(verb);
  if (piece === '' || /^(?:and|then|while)$/i.test(piece)) {
    const before = sentence.slice(0, Math.max(0, sentence.lastIndexOf(',')));
    return before.trim() === '' ? piece === '' || doer().test(piece) : isList(before) || beginsWithSomebody(before);
  }
  // "sits on the floor and is standing": of one, both are.
  if (/ and$/i.test(piece)) return beginsWithSomebody(piece) || isNamed(piece.split(' ', 1)[0] ?? '');
  const match = doer().exec(piece);
  if (match === null) return isNamed(piece);
  const rest = match.groups?.rest ?? '';
  if (/\b(?:that|which|whose|beside|behind|next to)\b/i.test(rest)) return false;
  // "with a cat sitting on it": the cat sits.
  return !(isParticiple && /^ with\b.*\b(?:an?|the|his|her|its)\b/i.test(rest));
}

/** Whether a name or trigger is all that stands before a verb. */
function isNamed(piece: string): boolean {
  const words = piece.toLowerCase().split(' ');
  return words.length <= 2 && words.some((word) => kindOfWord(word) !== null);
}

/** Whether what stands before is a list of tags. */
const isList = (before: string): boolean =>
  before.split(',').every((piece) => {
    const words = piece.trim().toLowerCase().split(' ');
    return words.length <= 3 && !words.some(isFunctionWord);
  });

const beginsWithSomebody = (before: string): boolean =>
  new RegExp(String.raw`^(?:(?:the|an?) )?(?:[\p{L}\p{N}'’_-]+ ){0,5}?(?:${somebody})\b`, 'iu').test(before.trim());
