import { append } from '../ground/append.ts';
import { once } from '../ground/once.ts';
import type { TextRange } from '../ground/text.ts';
import { areOfTwo, isElsewhere } from './claims/claims.ts';
import { type ExclusiveGroup, GROUPS } from './data/exclusive.ts';
import { listOf } from './data/list.ts';
import { COLOUR_RULES, COLOURS, type ColourRule } from './data/prose-colours.ts';
import { LOOKS, RULES } from './data/prose-exclusive.ts';
import { inEitherHand, twoNumbers } from './opposed/all-of-them.ts';
import { axisClashes } from './prose-axes.ts';
import { hasSeveral } from './several.ts';
import { areOpposite, statesOf } from './states.ts';
import { clashOfThings } from './thing-clashes.ts';
import { isOfNewcomer, topicOf } from './topic.ts';

/** A phrase of a prose caption. Offsets are UTF-16, half-open. */
export interface ProsePhrase {
  readonly phrase: string;
  readonly start: number;
  readonly end: number;
}

/** Two phrases of a prose caption that cannot both be true. */
export interface ProseContradiction {
  readonly a: ProsePhrase;
  readonly b: ProsePhrase;
  readonly level: 'warning';
  readonly group: string;
  /** One English sentence; the key of its translation. */
  readonly why: string;
}

/** Words that give one head several colours. */
const MIXED =
  /\b(?:streaks?|streaked|highlights?|tips|ends|ombre|roots|gradient|dyed|faded?|fading|mix(?:ed)?|multi\w*|two-tone|heterochromia|mismatched|odd|hint|tint(?:ed)?|shades?|strands?|wig|blend\w*|transition\w*)\b/i;

/** A part of a picture that shows something else than the rest. */
const part = '(?:half|side of the (?:image|picture|photo|frame)|panel|image|picture|photo|frame|column)';
/** Words that split the picture, or show something that changes. */
const GUARD = new RegExp(
  `\\b(?:whereas|while|from day|to night|day and night|night and day|turning|transition|time[- ]?lapse|split|collage|panels?|before and after|half|(?:left|right|top|bottom) ${part}|series|sequence|comic|diptych|triptych|mirror|reflection|screen|poster|background shows|other|turnaround|(?:reference|model|character) sheet)\\b|\\bleft\\b.*[.,;] .*\\bright\\b(?! (?:hand|arm|leg|foot|eye|shoulder|knee|side of (?:his|her|their)))`,
  'is',
);
/** The same for looks, which a caption may speak of at length: only words that show the subject twice. */
const LOOKS_GUARD = new RegExp(
  `\\b(?:split|collage|panels?|before and after|series|sequence|comic|diptych|triptych|mirror|reflection|poster|another|other|(?:left|right|top|bottom) ${part})\\b`,
  'i',
);
/** Words that set what stands beside them against something on purpose. */
const AGAINST = /\b(?:or|nor|not|no|never|neither|without|instead|unlike|versus|vs)\b/i;

/** Whether the pieces of a text that hold one of two phrases set it against something. */
function isSetAgainst(text: string, ...phrases: readonly ProsePhrase[]): boolean {
  return phrases.some(({ start, end }) => {
    const from = Math.max(...[',', '.', ';'].map((mark) => text.lastIndexOf(mark, start - 1)));
    const behind = /[,.;]/.exec(text.slice(end));
    return AGAINST.test(text.slice(from + 1, behind === null ? undefined : end + behind.index));
  });
}

/**
 * Contradictions between phrases of a prose caption. Only where precise: both phrases are unambiguous and nothing in the
 * caption hints at a comparison, a sequence, a split picture or (for looks) several people.
 */
export function proseContradictions(text: string): ProseContradiction[] {
  const found: ProseContradiction[] = [];
  const rules = [...(GUARD.test(text) ? [] : RULES()), ...(LOOKS_GUARD.test(text) ? [] : LOOKS())];
  let people: boolean | null = null;
  for (const rule of rules) {
    const a = firstMatch(text, rule.a);
    if (a === null) continue;
    const b = firstMatch(text, rule.b);
    if (
      b === null ||
      (a.start < b.end && b.start < a.end) ||
      rule.unless?.test(text) === true ||
      isSetAgainst(text, a, b)
    )
      continue;
    if (rule.oneSubject === true) {
      people ??= hasSeveral(text);
      if (people) continue;
    }
    const [first, second] = a.start < b.start ? [a, b] : [b, a];
    if (rule.oneSubject === true && isOfNewcomer(text, second.start, topicOf(text))) continue;
    if (found.some((other) => other.group === rule.group)) continue;
    found.push({ a: first, b: second, level: 'warning', group: rule.group, why: GROUPS[rule.group] });
  }
  const severalPeople = (): boolean => (people ??= hasSeveral(text));
  if (!LOOKS_GUARD.test(text))
    for (const { axis, a, b } of axisClashes(text, severalPeople))
      if (!found.some(({ group }) => group === axis.group) && (axis.of !== undefined || !GUARD.test(text)))
        found.push({ a, b, level: 'warning', group: axis.group, why: GROUPS[axis.group] });
  for (const rule of COLOUR_RULES()) {
    const two = twoColours(text, rule);
    if (two.length === 0 || MIXED.test(text) || (rule.isSomebodys ? LOOKS_GUARD : GUARD).test(text)) continue;
    if (isSetAgainst(text, two[0].a, two[0].b)) continue;
    if (rule.isSomebodys && isOfNewcomer(text, two[0].b.start, topicOf(text))) continue;
    if (!rule.isSomebodys || !severalPeople()) append(found, two);
  }
  append(found, twoStates(text));
  const tell = (group: ExclusiveGroup, two: readonly TextRange[]): void => {
    const [a, b] = two.map(({ start, end }) => ({ phrase: text.slice(start, end).toLowerCase(), start, end }));
    found.push({ a, b, level: 'warning', group, why: GROUPS[group] });
  };
  const numbers = GUARD.test(text) ? null : twoNumbers(text);
  if (numbers !== null) tell('count', numbers);
  const hands = inEitherHand(text);
  if (hands !== null && !severalPeople()) tell('thing', hands);
  const clash = clashOfThings(text, severalPeople);
  if (clash !== null) tell('thing', [clash.a, clash.b]);
  // "short blonde hair" against "long dark hair" is one slip, whatever differs.
  return found.filter(
    (one, at) =>
      (ofPicture.has(one.group) || !(ofThings.has(one.group) ? areOfTwo : isElsewhere)(text, one.a, one.b)) &&
      !found
        .slice(0, at)
        .some((other) => overlap(one.b, other.b) && (overlap(one.a, other.a) || one.group === 'thing')),
  );
}

const overlap = (a: ProsePhrase, b: ProsePhrase): boolean => a.start < b.end && b.start < a.end;

/** Groups of what a picture is itself. */
const ofPicture: ReadonlySet<string> = new Set(['colour mode', 'style', 'framing', 'angle']);
/** Groups of things that have an owner. */
const ofThings: ReadonlySet<string> = new Set(['state', 'thing', 'clothes']);

/** "is red and black", "are blue and" a second colour: one of two. */
const andColour = once(() => new RegExp(`^,? and (?:[a-z]+ )?(?:${Object.keys(COLOURS).join('|')})\\b`, 'i'));

/** Two colours that one thing cannot have, at their first places. */
function twoColours(text: string, { group, pattern, neighbours }: ColourRule): ProseContradiction[] {
  const near = new Set(listOf(neighbours));
  const said = [...text.matchAll(pattern)].flatMap((match) => {
    const { before, thing, of, behind } = match.groups ?? {};
    // "a red and black background" is of two.
    if (
      /\b(?:and|or) $/i.test(text.slice(0, match.index)) ||
      (behind && andColour().test(text.slice(match.index + match[0].length)))
    )
      return [];
    const colour = COLOURS[(before ?? behind).toLowerCase()];
    const noun = (thing ?? of)
      .toLowerCase()
      .replace('backdrop', 'background')
      .replace('eyed', 'eyes')
      .replace(/^(?:plaits|curls|braids|tresses)$/, 'hair');
    return [{ phrase: match[0].toLowerCase(), start: match.index, end: match.index + match[0].length, noun, colour }];
  });
  for (const [at, b] of said.entries())
    for (const a of said.slice(0, at))
      if (
        a.noun === b.noun &&
        a.colour !== b.colour &&
        !near.has(`${a.colour} ${b.colour}`) &&
        !near.has(`${b.colour} ${a.colour}`)
      )
        return [{ a, b, level: 'warning', group, why: GROUPS[group] }];
  return [];
}

/** Words that speak of two of a kind, one in each state, or of one that changes. */
const STATES_GUARD =
  /\b(?:or|not|no|never|one|another|other|others|both|some|left|right|half|first|second|each|partly|partially|either|before|after|while|front|rear|upper|lower|various|most|next|then|on and off|diptych|collage|panels?|split|series|sequence)\b/i;

/** "lid open, lid closed", "switched on, switched off": two pieces of a text that put one thing into two states. */
function twoStates(text: string): ProseContradiction[] {
  const said: (ProsePhrase & { readonly states: ReturnType<typeof statesOf> })[] = [];
  for (const { 0: written, index } of text.matchAll(/(?:(?! and | with | while )[^,.;\n])+/g)) {
    const phrase = written
      .trim()
      .toLowerCase()
      .replace(/^(?:and|with|while) /, '');
    const states = statesOf(phrase);
    const start = index + written.toLowerCase().lastIndexOf(phrase);
    // "an open door and a closed door" are two.
    if (
      /^an? /.test(phrase) &&
      (/ and | with | while /.test(text.slice(start - 7, start)) || /^ and /.test(text.slice(start + phrase.length)))
    )
      continue;
    if (states.length > 0) said.push({ phrase, start, end: start + phrase.length, states });
  }
  for (const [at, b] of said.entries()) {
    const a = said.slice(0, at).find(({ states }) => areOpposite(states, b.states));
    if (a === undefined || STATES_GUARD.test(text) || hasSeveral(text)) continue;
    // "a goose with outstretched wings, a duck with folded wings"
    if (isOfNewcomer(text, b.start, topicOf(text))) continue;
    const group = 'state';
    return [{ a, b, level: 'warning', group, why: GROUPS[group] }];
  }
  return [];
}

function firstMatch(text: string, pattern: RegExp): ProsePhrase | null {
  pattern.lastIndex = 0;
  const match = pattern.exec(text);
  if (match === null) return null;
  return { phrase: match[0].toLowerCase(), start: match.index, end: match.index + match[0].length };
}
