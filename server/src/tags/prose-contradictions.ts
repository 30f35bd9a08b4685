import { append } from '../ground/append.ts';
import { type ExclusiveGroup, EYE_NEIGHBOURS, GROUPS, HAIR_NEIGHBOURS } from './data/exclusive.ts';
import { listOf } from './data/list.ts';
import { wordsIn } from './text-words.ts';
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

interface ProseRule {
  readonly group: ExclusiveGroup;
  readonly a: RegExp;
  readonly b: RegExp;
  /** Only where the caption clearly shows one subject. */
  readonly oneSubject?: boolean;
}

/** Only phrases that can hardly mean anything else; "under a blue sky during night time" is odd but stays silent. */
const RULES: readonly ProseRule[] = [
  {
    group: 'time',
    a: /\b(?:at night|at night[- ]?time|during (?:the )?night(?:[- ]?time)?|in the middle of the night|at midnight)\b/gi,
    b: /\b(?:in (?:broad |full )?daylight|(?:broad|bright|full|harsh) daylight|(?:harsh )?midday sun(?:light)?|noon sun|during (?:the )?day(?:[- ]?time)?|at noon|at midday|in the midday sun)\b/gi,
  },
  { group: 'time', a: /\bat sunrise\b/gi, b: /\bat sunset\b/gi },
  {
    group: 'weather',
    a: /\b(?:cloudless|clear blue|completely clear) sky\b/gi,
    b: /\b(?:overcast|heavily clouded|completely clouded) sky\b/gi,
  },
  { group: 'season', a: /\bin (?:the )?(?:middle of )?summer\b/gi, b: /\bin (?:the )?(?:middle of )?winter\b/gi },
  {
    group: 'colour mode',
    a: /\b(?:black[- ]and[- ]white|monochrome|greyscale|grayscale) (?:photo|photograph|picture|image|drawing|illustration|painting|portrait)\b/gi,
    b: /\b(?:vibrant|vivid|bright) colou?rs\b|\bcolou?rful (?:photo|photograph|picture|image|drawing|illustration|painting|portrait)\b/gi,
  },
  {
    group: 'framing',
    a: /\b(?:extreme )?close[- ]?up (?:shot|photo|photograph|portrait|view|of)\b/gi,
    b: /\b(?:full[- ]body (?:shot|photo|photograph|portrait|view)|(?:extreme )?(?:wide|long) shot)\b/gi,
  },
  {
    group: 'angle',
    a: /\b(?:(?:taken|shot|seen|viewed|photographed) from above|bird'?s[- ]eye view|high[- ]angle (?:shot|view))\b/gi,
    b: /\b(?:(?:taken|shot|seen|viewed|photographed) from below|worm'?s[- ]eye view|low[- ]angle (?:shot|view))\b/gi,
  },
  {
    group: 'angle',
    a: /\bfront[- ]?(?:facing|view)\b/gi,
    b: /\b(?:back|rear) view\b|\bfrom behind\b/gi,
    oneSubject: true,
  },
  { group: 'angle', a: /\b(?:top|overhead) view\b/gi, b: /\b(?:side|front) view\b/gi, oneSubject: true },
  {
    group: 'eyes',
    a: /\b(?:(?:his|her|their) eyes (?:are )?closed|with closed eyes|eyes shut)\b/gi,
    b: /\b(?:looking|gazing|staring|looks|gazes|stares) (?:directly |straight )?(?:at|into) the (?:viewer|camera)\b/gi,
    oneSubject: true,
  },
  {
    group: 'mouth',
    a: /\b(?:(?:his|her|their) mouth (?:is )?(?:wide )?open|with (?:an )?open mouth)\b/gi,
    b: /\b(?:(?:his|her|their) mouth (?:is )?closed|with (?:a )?closed mouth)\b/gi,
    oneSubject: true,
  },
];

/** One person doing two things at once, or with two heads of hair: told of "she" and of the one person that is named. */
const LOOKS: readonly ProseRule[] = [
  {
    group: 'pose',
    a: /\b(?:stands|standing)(?= (?:sitting|seated|lying|kneeling)\b)/gi,
    b: /(?<=\b(?:stands|standing) )(?:sitting|seated|lying|kneeling)\b/gi,
  },
  {
    group: 'pose',
    a: /\b(?:sits|sitting|lies|lying|kneels|kneeling)(?= standing\b)/gi,
    b: /(?<=\b(?:sits|sitting|lies|lying|kneels|kneeling) )standing\b/gi,
  },
  {
    group: 'pose',
    a: /\b(?:woman|man|girl|boy|person|he|she) (?:is )?(?:standing|stands)\b/gi,
    b: /\b(?:woman|man|girl|boy|person|he|she) (?:is )?(?:sitting|sits|seated|lying down|kneeling|kneels)\b/gi,
    oneSubject: true,
  },
  // Pieces of a list of phrases: "sitting on a bench, standing, …".
  {
    group: 'pose',
    a: /(?<=^|, )(?:standing|stands)(?= (?:on|in|at|by|near|under|against|with|next|beside|behind|before|outside|inside|up)\b|,|$)/gi,
    b: /(?<=^|, )(?:sitting|seated|lying|kneeling)(?= (?:on|in|at|by|near|under|against|with|next|beside|behind|before|outside|inside|down)\b|,|$)/gi,
    oneSubject: true,
  },
  {
    group: 'hair length',
    a: /\b(?:very )?short(?:,? (?!sleeve)[a-z]+){0,2} hair\b/gi,
    b: /\b(?:very )?long(?:,? (?!sleeve)[a-z]+){0,2} hair\b/gi,
    oneSubject: true,
  },
  { group: 'place', a: /\bindoors\b/gi, b: /\boutdoors\b/gi, oneSubject: true },
  {
    group: 'hair style',
    a: /\bstraight (?:[a-z]+ )?hair\b/gi,
    b: /\b(?:curly|wavy) (?:[a-z]+ )?hair\b/gi,
    oneSubject: true,
  },
  {
    group: 'eyes',
    a: /\b(?:(?:his|her|their) eyes (?:are )?closed|with closed eyes|eyes shut)\b/gi,
    b: /\b(?:(?:his|her|their) eyes (?:are )?(?:wide )?open|with (?:wide )?open eyes|wide-open eyes)\b/gi,
    oneSubject: true,
  },
];

const HAIR =
  /\b(black|brown|blonde?|red|blue|green|pink|purple|white|grey|gray|orange)(?:,? (?:long|short|wavy|curly|straight|[a-z]+ly))?(?: [a-z-]+)? hair\b/gi;
const EYES = /\b(blue|green|brown|red|purple|yellow|amber|hazel|grey|gray) eyes\b/gi;
/** Words that give one head several colours. */
const MIXED =
  /\b(?:streaks?|streaked|highlights?|tips|ombre|roots|gradient|dyed|faded?|fading|mix(?:ed)?|multi\w*|two-tone|heterochromia|mismatched|odd|hint|tint(?:ed)?|shades?|strands?|wig|blend\w*|transition\w*)\b/i;

/** Of one's two hands the right one is no half of a picture. */
const SIDE =
  '(?:left|right)(?! (?:hand|arm|leg|foot|eye|eyebrow|shoulder|knee|hip|cheek|wrist|ear|elbow|breast|thigh|sleeve|side of (?:his|her|their))\\b)';
/** Words that set two phrases against each other on purpose, or split the picture. */
const GUARD = new RegExp(
  `\\b(?:or|not|no|never|without|instead|unlike|whereas|while|versus|vs|from day|to night|day and night|night and day|turning|transition|time[- ]?lapse|split|collage|panels?|before and after|half|${SIDE}|(?:top|bottom)(?= (?:half|part|row|image|picture|photo|frame|of the (?:image|picture|frame)))|series|sequence|comic|diptych|triptych|mirror|reflection|screen|poster|background shows|other|turnaround|(?:reference|model|character) sheet)\\b`,
  'i',
);

/** The same for looks, which a caption may speak of at length: only words that show the subject twice. */
const LOOKS_GUARD =
  /\b(?:or|not|no|never|without|instead|unlike|versus|vs|split|collage|panels?|before and after|series|sequence|comic|diptych|triptych|mirror|reflection|poster|another|other)\b/i;
const PERSONS = /\b(?:woman|man|girl|boy|child|lady|gentleman|baby|toddler|dog|cat|horse|doll|statue|figure)\b/gi;

const PEOPLE =
  /\b(?:two|three|four|five|six|several|many|both|group|couple|people|women|men|girls|boys|crowd|another|others|they|each|friends|siblings|sisters|brothers|family|pair)\b/i;

/**
 * Contradictions between phrases of a prose caption. Only where precise: both phrases are unambiguous and nothing in the
 * caption hints at a comparison, a sequence, a split picture or (for looks) several people.
 */
export function proseContradictions(text: string): ProseContradiction[] {
  const found: ProseContradiction[] = [];
  const rules = [...(GUARD.test(text) ? [] : RULES), ...(LOOKS_GUARD.test(text) ? [] : LOOKS)];
  let people: boolean | null = null;
  for (const rule of rules) {
    const a = firstMatch(text, rule.a);
    if (a === null) continue;
    const b = firstMatch(text, rule.b);
    if (b === null || (a.start < b.end && b.start < a.end)) continue;
    if (rule.oneSubject === true) {
      people ??= hasSeveral(text);
      if (people) continue;
    }
    const [first, second] = a.start < b.start ? [a, b] : [b, a];
    if (found.some((other) => other.group === rule.group)) continue;
    found.push({ a: first, b: second, level: 'warning', group: rule.group, why: GROUPS[rule.group] });
  }
  if (!LOOKS_GUARD.test(text) && !MIXED.test(text) && !hasSeveral(text)) {
    for (const [group, pattern, neighbours] of [
      ['hair colour', HAIR, HAIR_NEIGHBOURS],
      ['eye colour', EYES, EYE_NEIGHBOURS],
    ] as const)
      append(found, twoColours(text, group, pattern, new Set(listOf(neighbours))));
  }
  return found;
}

/** Somebody else than the one that a caption names. */
export const besideSomebody =
  /\b(?:to|with|at|from|by|beside|behind|and|near|of|for|holding|hugging|facing) (?:an?|another|the|her|his|their) (?:[a-z-]+ )?(?:man|woman|girl|boy|child|lady|gentleman|baby|toddler|person|friend|mother|father|sister|brother|daughter|son)\b/i;

/** Whether a text speaks of several people or creatures. */
export function hasSeveral(text: string): boolean {
  return PEOPLE.test(text) || new Set(text.toLowerCase().match(PERSONS)).size > 1 || namesIn(text) > 1;
}

/** How many names or made-up words a text has that somebody could be called by; a name behind "in" or "of" is a place's. */
function namesIn(text: string): number {
  const names = new Set<string>();
  let before = '';
  for (const { lower, end } of wordsIn(text)) {
    const kind = kindOfWord(lower);
    const isName = kind !== null && (kind !== 'name' || !/^(?:in|at|of|from|near|to|the|a|an|by)$/.test(before));
    // "Nora Wynn" is one person.
    if (isName && !names.has(before)) names.add(lower);
    before = /^ \S/.test(text.slice(end, end + 2)) ? lower : '';
  }
  return names.size;
}

/** Two colours that one head cannot have, at their first places. */
function twoColours(
  text: string,
  group: ExclusiveGroup,
  pattern: RegExp,
  neighbours: ReadonlySet<string>,
): ProseContradiction[] {
  const [first, ...others] = [...text.matchAll(pattern)].map((match) => ({
    phrase: match[0].toLowerCase(),
    start: match.index,
    end: match.index + match[0].length,
    colour: match[1]
      .toLowerCase()
      .replace('gray', 'grey')
      .replace(/^blond$/, 'blonde'),
  }));
  const other = others.find(({ colour }) => colour !== first?.colour);
  if (first === undefined || other === undefined) return [];
  if (neighbours.has(`${first.colour} ${other.colour}`) || neighbours.has(`${other.colour} ${first.colour}`)) return [];
  return [{ a: first, b: other, level: 'warning', group, why: GROUPS[group] }];
}

function firstMatch(text: string, pattern: RegExp): ProsePhrase | null {
  pattern.lastIndex = 0;
  const match = pattern.exec(text);
  if (match === null) return null;
  return { phrase: match[0].toLowerCase(), start: match.index, end: match.index + match[0].length };
}
