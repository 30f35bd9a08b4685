import { append } from '../ground/append.ts';
import { GROUPS } from './data/exclusive.ts';
import { listOf } from './data/list.ts';
import { COLOUR_RULES, COLOURS, type ColourRule } from './data/prose-colours.ts';
import { LOOKS, RULES } from './data/prose-exclusive.ts';
import { isEnglish } from './english.ts';
import { areOpposite, statesOf } from './states.ts';
import { wordsIn } from './text-words.ts';
import { clashOfThings } from './thing-clashes.ts';
import { kindOfWord } from './trigger-kinds.ts';

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
  /\b(?:streaks?|streaked|highlights?|tips|ombre|roots|gradient|dyed|faded?|fading|mix(?:ed)?|multi\w*|two-tone|heterochromia|mismatched|odd|hint|tint(?:ed)?|shades?|strands?|wig|blend\w*|transition\w*)\b/i;

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
const AGAINST = /\b(?:or|not|no|never|without|instead|unlike|versus|vs)\b/i;

/** Whether the pieces of a text that hold one of two phrases set it against something. */
function isSetAgainst(text: string, ...phrases: readonly ProsePhrase[]): boolean {
  return phrases.some(({ start, end }) => {
    const from = Math.max(...[',', '.', ';'].map((mark) => text.lastIndexOf(mark, start - 1)));
    const behind = /[,.;]/.exec(text.slice(end));
    return AGAINST.test(text.slice(from + 1, behind === null ? undefined : end + behind.index));
  });
}

const PERSONS = /\b(?:woman|man|girl|boy|child|lady|gentleman|baby|toddler|dog|cat|horse|doll|statue|figure)\b/gi;

const PEOPLE =
  /\b(?:two|three|four|five|six|several|many|both|group|couple|people|women|men|girls|boys|crowd|another|others|they|each|friends|siblings|sisters|brothers|family|pair)\b/i;

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
    if (found.some((other) => other.group === rule.group)) continue;
    found.push({ a: first, b: second, level: 'warning', group: rule.group, why: GROUPS[rule.group] });
  }
  for (const rule of COLOUR_RULES()) {
    const two = twoColours(text, rule);
    if (two.length === 0 || MIXED.test(text) || (rule.isSomebodys ? LOOKS_GUARD : GUARD).test(text)) continue;
    if (isSetAgainst(text, two[0].a, two[0].b)) continue;
    if (!rule.isSomebodys || !hasSeveral(text)) append(found, two);
  }
  append(found, twoStates(text));
  const clash = clashOfThings(text, () => (people ??= hasSeveral(text)));
  if (clash !== null) {
    const [a, b] = [clash.a, clash.b].map(({ start, end }) => ({
      phrase: text.slice(start, end).toLowerCase(),
      start,
      end,
    }));
    found.push({ a, b, level: 'warning', group: 'thing', why: GROUPS.thing });
  }
  // "short blonde hair" against "long dark hair" is one slip, whatever differs.
  return found.filter(
    (one, at) =>
      !found
        .slice(0, at)
        .some((other) => overlap(one.b, other.b) && (overlap(one.a, other.a) || one.group === 'thing')),
  );
}

const overlap = (a: ProsePhrase, b: ProsePhrase): boolean => a.start < b.end && b.start < a.end;

/** Somebody else than the one that a caption names. */
export const besideSomebody =
  /\b(?:to|with|at|from|by|beside|behind|and|near|of|for|holding|hugging|facing) (?:an?|another|the|her|his|their) (?:[a-z-]+ )?(?:man|woman|girl|boy|child|lady|gentleman|baby|toddler|person|friend|mother|father|sister|brother|daughter|son)\b/i;

/** A second person, though of the same word: "a woman beside a woman in a blue dress". */
const besideAnother =
  /\b(?:with|beside|behind|and|near|next to|hugging|facing|holding) (?:an?|another) (?:[a-z-]+ )?(?:woman|man|girl|boy|child|person|lady|gentleman|baby)\b/i;

/** Whether a text speaks of several people or creatures. */
export function hasSeveral(text: string): boolean {
  return (
    PEOPLE.test(text) ||
    besideAnother.test(text) ||
    new Set(text.toLowerCase().match(PERSONS)).size > 1 ||
    namesIn(text) > 1
  );
}

/** How many names or made-up words a text has that somebody could be called by; a name behind "in" or "of" is a place's. */
function namesIn(text: string): number {
  const names = new Set<string>();
  let before = '';
  for (const { lower, end } of wordsIn(text)) {
    const kind = kindOfWord(lower);
    // "clean-shaven" is made of words.
    const isWords = kind === 'joined' && lower.split('-').every(isEnglish);
    const isName =
      kind !== null && !isWords && (kind !== 'name' || !/^(?:in|at|of|from|near|to|the|a|an|by)$/.test(before));
    // "Nora Wynn" is one person.
    if (isName && !names.has(before)) names.add(lower);
    before = /^ \S/.test(text.slice(end, end + 2)) ? lower : '';
  }
  return names.size;
}

/** Two colours that one thing cannot have, at their first places. */
function twoColours(text: string, { group, pattern, neighbours }: ColourRule): ProseContradiction[] {
  const near = new Set(listOf(neighbours));
  const said = [...text.matchAll(pattern)].flatMap((match) => {
    const { before, thing, of, behind } = match.groups ?? {};
    // "a red and black background" is of two.
    if (
      /\b(?:and|or) $/i.test(text.slice(0, match.index)) ||
      (/^ and \w/.test(text.slice(match.index + match[0].length)) && behind)
    )
      return [];
    const colour = COLOURS[(before ?? behind).toLowerCase()];
    const noun = (thing ?? of).toLowerCase().replace('backdrop', 'background');
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
