import { once } from '../../ground/once.ts';
import type { ExclusiveGroup } from './exclusive.ts';

/** Two phrases of sentences that cannot both be true. */
export interface ProseRule {
  readonly group: ExclusiveGroup;
  readonly a: RegExp;
  readonly b: RegExp;
  /** Only where the caption clearly shows one subject. */
  readonly oneSubject?: boolean;
  /** What silences this rule alone. */
  readonly unless?: RegExp;
}

const camera = '(?:the )?(?:viewer|camera)';
/** A piece of a list of phrases, whole. */
const piece = (words: string): string => `(?<=^|, |\\. |: )(?:${words})(?=,|\\.|$)`;
/** Patterns of which any may stand. */
const anyOf = (...patterns: string[]): RegExp => new RegExp(patterns.join('|'), 'gi');

const shoes = '(?:shoes|boots|sneakers|heels|loafers|slippers|socks|trainers)';
const bare = '(?:shirtless|topless|bare-?chested)';
const notOn = /\b(?:open|unbuttoned|unzipped|removed|removing|around (?:his|her) waist|torn|sheer|see-through)\b/i;
const topOff =
  /\b(?:open|unbuttoned|unzipped|around|removed|removing|taking|pulling|lifting|over (?:his|her|one)|off|holding|holds|carrying|under|underneath|waist|shoulders?|torn|sheer|see-through|lifted|raised)\b/i;
const top = '(?:shirt|t-shirt|sweater|hoodie|blouse|turtleneck|tank top|jumper|pullover)';
/** A state and its opposite, said of one thing in one breath. */
const breath = [
  ['empty', '(?:filled|full|brimming|packed)'],
  ['(?:filled|full|brimming)', 'empty'],
  ['(?:completely |fully |still )?dry', '(?:soaking |dripping |completely )?(?:wet|soaked)'],
  ['(?:soaking |dripping |completely )?(?:wet|soaked)', '(?:completely |fully |still )?dry'],
  ['(?:unlit|switched off|turned off)', '(?:brightly lit|switched on|turned on)'],
  ['(?:lit|brightly lit|switched on|turned on)', '(?:unlit|switched off|turned off)'],
] as const;
/** "empty and filled with coffee", behind a comma or "is". */
function breathRules(): ProseRule[] {
  const before = '(?<=(?:^|, |\\bis |\\bstands |\\bsits |\\blies )';
  return breath.map(([one, other]) => ({
    group: 'state',
    a: anyOf(`${before})${one}(?=(?:,? and|,) ${other}\\b)`),
    b: anyOf(`${before}${one}(?:,? and|,) )${other}\\b`),
    oneSubject: true,
    unless: /\b(?:some|others?|left|right|half|partly|nearly|almost|appears?|once|now)\b/i,
  }));
}

/** Only phrases that can hardly mean anything else; "under a blue sky during night time" is odd but stays silent. */
export const RULES = once((): readonly ProseRule[] => [
  {
    group: 'state',
    a: /\b(?:brightly[- ]lit|well[- ]lit|bright,? (?:airy|sunlit) (?:room|studio|kitchen))\b/gi,
    b: /\b(?:dimly[- ]lit|poorly[- ]lit|(?:pitch[- ])?dark (?:room|studio|kitchen))\b/gi,
  },
  {
    group: 'state',
    a: /\bsoft(?:,? (?:diffused?|even|natural))? light(?:ing)?\b/gi,
    b: /\b(?:harsh|hard)(?:,? direct)? light(?:ing)?\b/gi,
  },
  ...breathRules(),
  {
    group: 'state',
    a: /\bempty(?= [a-z]+ (?:(?:that|which) is |is |are )?(?:filled with|full of|brimming with)\b)/gi,
    b: /(?<=\bempty [a-z]+ (?:(?:that|which) is |is |are )?)(?:filled with|full of|brimming with)\b/gi,
  },
  {
    group: 'angle',
    a: /\b(?:top|overhead) view\b/gi,
    b: /\b(?:side|front) view\b/gi,
    oneSubject: true,
    unless: /\bviews?,? and\b/i,
  },
]);

/** Words for several, who may do several things. */
const crowd =
  /\b(?:two|three|four|five|many|several|both|some|people|men|women|children|kids|boys|girls|dogs|cats|birds|horses|persons|they|others|friends|group|crowd|family|couple|pair|figures|tourists)\b/i;

/** One subject doing two things at once, or with two heads of hair: told of "she" and of the one that is named. */
export const LOOKS = once((): readonly ProseRule[] => [
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
  // Of one verb each: "sitting on a bench and standing".
  {
    group: 'pose',
    a: /\b(?:sitting|seated|sits|lying|lies|kneeling|kneels)(?= (?:[a-z]+ ){1,6}and (?:standing|stands|walking|walks|running|runs|jumping|jumps)\b)/gi,
    b: /(?<=\b(?:sitting|seated|sits|lying|lies|kneeling|kneels) (?:[a-z]+ ){1,6}and )(?:standing|stands|walking|walks|running|runs|jumping|jumps)\b/gi,
    unless: crowd,
  },
  {
    group: 'pose',
    a: /\b(?:standing|stands|walking|walks|running|runs)(?= (?:[a-z]+ ){1,6}and (?:sitting|seated|sits|lying|lies|kneeling|kneels)\b)/gi,
    b: /(?<=\b(?:standing|stands|walking|walks|running|runs) (?:[a-z]+ ){1,6}and )(?:sitting|seated|sits|lying|lies|kneeling|kneels)\b/gi,
    unless: crowd,
  },
  {
    group: 'pose',
    a: /\b(?:fast asleep|asleep|(?<!the )(?<!a )sleeping(?! (?:bags?|mats?|pads?|masks?|bird|bag|car|quarters|child|dog|cat|baby)\b))\b/gi,
    b: anyOf(
      '\\b(?:wide awake|wide[- ]eyed)\\b|\\beyes (?:are )?(?:wide[- ]|wide )?open\\b',
      piece('(?:awake|running|jumping|walking)(?: [a-z ]+)?'),
    ),
    oneSubject: true,
  },
  {
    group: 'hair length',
    a: /\b(?:very )?short(?:,? (?!sleeve|dress|skirt|coat|jacket)[a-z]+){0,2} hair\b|\b(?:pixie cut|buzz ?cut|crew cut)\b|\bhair (?:is|was) (?:cut |very |quite )?short\b/gi,
    b: /\b(?:very )?long(?:,? (?!sleeve|dress|skirt|coat|jacket)[a-z]+){0,2} hair\b|\b(?:waist|hip|floor|knee)-length (?:[a-z]+ )?hair\b|\bhair (?:is|was) (?:very |quite )?long\b|\bhair (?:reaches|falls|flows|hangs) (?:down )?(?:to|over) (?:his|her|their) (?:waist|hips|knees|back)\b/gi,
    oneSubject: true,
    unless: /\bwigs?\b/i,
  },
  {
    group: 'hair length',
    a: /\b(?:completely |fully )?bald(?:[- ]headed)?\b(?! (?:eagles?|spots?|patch(?:es)?|caps?|cypress|tyres?|tires?|ibis))|\bshaved head\b/gi,
    b: anyOf(
      '\\b(?:long|short|curly|wavy|straight|thick|messy|spiky|black|brown|blonde?|red|grey|gray|white|dark)(?:,? (?!facial|chest|body|nose|ear|arm)[a-z-]+){0,2} (?<!facial )(?<!chest )(?<!body )hair\\b',
      '\\b(?:ponytail|pigtails|braids|dreadlocks|mohawk|cornrows)\\b|\\b(?:his|her) (?:[a-z]+ )?(?:curls|locks|tresses|ringlets)\\b',
    ),
    oneSubject: true,
    unless: /\b(?:wig|sides|balding|remaining|used to|once)\b/i,
  },
  {
    group: 'hair style',
    a: /\bstraight (?:[a-z]+ )?hair\b/gi,
    b: /\b(?:curly|wavy) (?:[a-z]+ )?hair\b|\b(?:his|her) (?:[a-z]+ )?(?:curls|ringlets)\b/gi,
    oneSubject: true,
  },
  {
    group: 'body',
    a: /\b(?:very )?(?:pale|fair|porcelain|ivory|milky)(?:,? [a-z]+)? skin\b|\b(?:pale|fair)[- ]skinned\b|\b(?:pale|fair) complexion\b|\blight skin\b/gi,
    b: /\b(?:very )?(?:dark|olive|tan|tanned|bronzed?|ebony|brown|black)(?:,? [a-z]+)? skin\b|\b(?:dark|olive|brown)[- ]skinned\b|\b(?:dark|olive|tanned|bronzed?) complexion\b/gi,
    oneSubject: true,
  },
  {
    group: 'body',
    a: /\b(?:slim|slender|skinny|thin) (?:build|figure|body|frame|physique)\b|\b(?:skinny|slender)\b/gi,
    b: /\b(?:overweight|obese|heavyset|chubby|plump)\b|\bfat (?:man|woman|boy|girl|person|cat|dog)\b/gi,
    oneSubject: true,
  },
  {
    group: 'hair length',
    a: /\b(?:chin|jaw|ear)-length (?:[a-z]+,? ){0,2}hair\b/gi,
    b: /\b(?:very )?long(?:,? (?!sleeve|dress|skirt|coat|jacket)[a-z]+){0,2} hair\b|\b(?:waist|hip|floor|knee)-length (?:[a-z]+ )?hair\b/gi,
    oneSubject: true,
  },
  {
    group: 'hair length',
    a: /\b(?:shoulder|chin|waist|hip)-length (?:[a-z]+,? ){0,2}hair\b/gi,
    b: /\b(?:pixie cut|buzz ?cut|crew cut|shaved head)\b/gi,
    oneSubject: true,
  },
  // In one breath it is one face, however many are there.
  {
    group: 'body',
    a: /\bclean[- ]shaven(?= and (?:has|with|wears) an? (?:[a-z]+ )?(?:beard|moustache|mustache|goatee)\b)/gi,
    b: /(?<=\bclean[- ]shaven and (?:has|with|wears) )an? (?:[a-z]+ )?(?:beard|moustache|mustache|goatee)\b/gi,
  },
  {
    group: 'body',
    a: /\bclean[- ]shaven\b|\b(?:hairless|beardless|smooth) (?:chin|cheeks)\b/gi,
    b: /\b(?:beard|bearded|moustache|mustache|goatee|stubble)\b/gi,
    oneSubject: true,
  },
  {
    group: 'age',
    a: anyOf('\\b(?:young|teenage) (?:woman|man|girl|boy|person|adult)\\b', piece('young|teenage')),
    b: anyOf('\\b(?:elderly|old|aged) (?:woman|man|lady|gentleman|person)\\b', piece('elderly|old age|old')),
    oneSubject: true,
    unless: /\bhim\b|\b(?:and|with|beside|to|her|his) (?:an? |the )?(?:young|teenage|elderly|old|aged)\b/i,
  },
  {
    group: 'clothes',
    a: /\b(?:barefoot|barefooted|bare feet)\b/gi,
    b: anyOf(
      '\\b(?:wearing|wears|in|and|with)(?: (?!a\\b|an\\b)[a-z-]+){0,3} (?:shoes|boots|sneakers|heels|sandals|loafers|slippers|socks|trainers)\\b',
      piece('(?:[a-z]+ ){0,2}(?:boots|sneakers|loafers|trainers|high heels)'),
    ),
    oneSubject: true,
    unless:
      /\b(?:holding|holds|carrying|carries|beside|next to|off|removed|floor|hand|hands) (?:[a-z]+ ){0,4}(?:shoes|boots|sneakers|heels|sandals|loafers|slippers|socks|trainers)\b/i,
  },
  // In one breath they are the same one's, whoever else is there.
  {
    group: 'bare',
    a: anyOf(`\\bbarefoot(?:ed)?(?=,? (?:and )?(?:in|wearing) (?!the |a )(?:[a-z-]+ ){0,2}${shoes}\\b)`),
    b: anyOf(`(?<=\\bbarefoot(?:ed)?,? (?:and )?(?:in|wearing) (?!the |a ))(?:[a-z-]+ ){0,2}${shoes}\\b`),
  },
  {
    group: 'bare',
    a: anyOf(
      `(?<=\\b(?:wearing|wears|wore|in|dressed in) (?:an? |his |her |the )?(?:[a-z-]+ ){0,3})${top}(?=,? (?:and |but )?${bare}\\b)`,
    ),
    b: anyOf(
      `(?<=\\b(?:wearing|wears|wore|in|dressed in) (?:an? |his |her |the )?(?:[a-z-]+ ){0,3}${top},? (?:and |but )?)${bare}\\b`,
    ),
    unless: notOn,
  },
  {
    group: 'bare',
    a: anyOf(`\\b${bare}(?=,? (?:and )?(?:in|wearing|dressed in) (?:an? |his |her )?(?:[a-z-]+ ){0,3}${top}\\b)`),
    b: anyOf(`(?<=\\b${bare},? (?:and )?(?:in|wearing|dressed in) )(?:an? |his |her )?(?:[a-z-]+ ){0,3}${top}\\b`),
    unless: notOn,
  },
  {
    group: 'bare',
    a: anyOf(`\\b${bare}\\b(?! under)`),
    b: anyOf(`\\b(?:wearing|wears|dressed in) (?:an? |his |her )?(?:[a-z-]+ ){0,3}${top}\\b`),
    oneSubject: true,
    unless: topOff,
  },
  {
    group: 'clothes',
    a: /\bsleeveless\b/gi,
    b: /\b(?:long|short|wide|puffy|puffed)[- ](?:sleeves|sleeved)\b/gi,
    oneSubject: true,
    unless: /\b(?:over|under|underneath|jacket|coat|cardigan|vest|layer\w*|detached)\b/i,
  },
  {
    group: 'clothes',
    a: /\blong[- ](?:sleeves|sleeved)\b/gi,
    b: /\bshort[- ](?:sleeves|sleeved)\b/gi,
    oneSubject: true,
    unless: /\b(?:over|under|underneath|jacket|coat|cardigan|vest|layer\w*)\b/i,
  },
  {
    group: 'gaze',
    a: anyOf(`\\b(?:looking|gazing|staring|looks|gazes) (?:directly |straight )?(?:at|into) ${camera}\\b`),
    b: anyOf(
      '\\b(?:looking|gazing|staring|looks|gazes) (?:away|off (?:to|into)|into the distance|to the (?:side|left|right)|out (?:of|over) (?:the|a))\\b|\\b(?:his|her|its) (?:gaze|eyes|look) (?:is |are )?(?:turned|directed|fixed|averted|wandering) (?:away|off|to the (?:side|left|right)|into the distance)\\b',
    ),
    oneSubject: true,
  },
  {
    group: 'gaze',
    a: /\b(?:facing|faces) (?:to )?(?:the )?left\b|\bleft-facing\b|\b(?:head|face|profile) (?:is )?turned to (?:the|his|her|its) left\b/gi,
    b: /\b(?:facing|faces) (?:to )?(?:the )?right\b|\bright-facing\b|\b(?:head|face|profile) (?:is )?turned to (?:the|his|her|its) right\b/gi,
    oneSubject: true,
  },
  {
    group: 'state',
    a: /(?<=^|, |\bis |\b(?:car|truck|van|bus|motorcycle|motorbike|bike|vehicle|scooter|convertible|roadster) )parked(?= (?:on|in|at|by|beside|next|outside|under|near|before|behind)\b|,|\.|$)/gi,
    b: /(?<=^|, |\bis )(?:driving|speeding|racing|drifting)\b/gi,
  },
]);
