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
const person = '(?:woman|man|girl|boy|person|dog|cat|fox|horse|he|she|it)';
const photo = '(?:photo|photograph|picture|image|drawing|illustration|painting|portrait|film|photography)';
/** A piece of a list of phrases, whole. */
const piece = (words: string): string => `(?<=^|, |\\. |: )(?:${words})(?=,|\\.|$)`;
/** Patterns of which any may stand. */
const anyOf = (...patterns: string[]): RegExp => new RegExp(patterns.join('|'), 'gi');

/** What a season is told by, apart from what may be of any: a spring is a coil as well, and "fall" a drop. */
const seasonWords = {
  spring:
    '(?:flowers?|blossoms?|blooms?|day|afternoon|morning|evening|meadow|landscape|garden|forest|foliage|scene|sun|sunlight)',
  summer:
    '(?:flowers?|blossoms?|day|afternoon|morning|evening|night|meadow|landscape|garden|forest|foliage|scene|sun|sunlight|heat)',
  autumn:
    '(?:leaves|foliage|colou?rs|day|afternoon|morning|evening|forest|landscape|park|garden|trees|scene|sun|sunlight)',
  winter: '(?:day|afternoon|morning|evening|night|landscape|forest|scene|snow|street|sun|sunlight|light)',
} as const;

const seasonOf = (season: keyof typeof seasonWords): string =>
  `\\b(?:in|during) (?:the )?(?:middle of |late |early )?${season}\\b(?! (?:water|coil|mattress|dress|coat|jacket|clothes|outfit)\\b)|\\b(?:(?:hot|cold|sunny|snowy|warm|late|early) )*${season} ${seasonWords[season]}\\b`;

/** Each two of the seasons. */
function seasonRules(): ProseRule[] {
  const seasons = Object.keys(seasonWords) as (keyof typeof seasonWords)[];
  return seasons.flatMap((a, at) =>
    seasons.slice(at + 1).map(
      (b): ProseRule => ({
        group: 'season',
        a: anyOf(seasonOf(a)),
        b: anyOf(seasonOf(b)),
        unless: /\b(?:seasons?|transition\w*|dress|jacket|coat|clothes|collection|outfit)\b/i,
      }),
    ),
  );
}

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

const closed = anyOf(
  '\\b(?<!half[- ])(?:(?:tightly |gently |fully |firmly )?closed eyes|eyes (?:are )?(?:tightly |gently |fully |firmly )?(?:closed|shut))\\b',
);

/** Only phrases that can hardly mean anything else; "under a blue sky during night time" is odd but stays silent. */
export const RULES = once((): readonly ProseRule[] => [
  {
    group: 'time',
    a: anyOf(
      '\\b(?:at night|at night[- ]?time|during (?:the )?night(?:[- ]?time)?|(?:in )?the (?:middle|dead) of (?:the )?night|by night|at midnight|night scene|night[- ]?time scene|moonlit night|starry night sky)\\b',
      "\\b(?:it is|it's) (?:a (?:dark |moonlit |clear )?)?night(?:[- ]?time)?(?= and\\b|[,.;]|$)",
      piece('night|midnight|night ?time'),
    ),
    b: anyOf(
      '\\b(?:in (?:broad |full )?daylight|(?:broad|bright|full|harsh) daylight|(?:harsh )?midday sun(?:light)?|noon sun|during (?:the )?day(?:[- ]?time)?|at noon|at midday|in the midday sun|(?:bright |hot )?sunny (?:day|afternoon|morning)|(?:morning|afternoon) (?:sun|sunlight)|(?:bright|harsh|blazing|brilliant|direct) (?:sunshine|sunlight)|in the sunshine)\\b',
      "\\b(?:it is|it's) (?:a (?:bright |sunny )?)?day(?:[- ]?time)?(?= and\\b|[,.;]|$)",
      piece('day|daylight|daytime|midday|noon|sunny'),
    ),
  },
  { group: 'time', a: /\bat sunrise\b/gi, b: /\bat sunset\b/gi },
  {
    group: 'time',
    a: /\bat (?:sunset|sunrise|dusk|dawn)\b/gi,
    b: /\b(?:at (?:noon|midday|midnight)|(?:harsh |bright )?(?:midday|noon|noonday) sun(?:light)?|in the middle of the day)\b/gi,
  },
  {
    group: 'time',
    a: /\b(?:at (?:sunrise|dawn)|(?:early )?morning (?:light|sun|sunlight))\b/gi,
    b: /\b(?:(?:late )?afternoon (?:light|sun|sunlight)|in the (?:late )?afternoon)\b/gi,
  },
  {
    group: 'time',
    a: anyOf('\\b(?:(?:early )?morning (?:light|sun|sunlight)|in the (?:early )?morning|at dawn)\\b'),
    b: anyOf(
      '\\b(?:(?:late )?evening (?:light|sun|sunlight)|in the (?:late )?evening|at dusk|at sunset|late at night)\\b',
    ),
  },
  {
    group: 'weather',
    a: /\b(?:cloudless|clear blue|completely clear|clear) sky\b|\bsky (?:is|was) (?:completely |perfectly )?(?:clear|cloudless)\b/gi,
    b: /\b(?:overcast|cloudy|stormy|heavily clouded|completely clouded) sky\b|\bsky (?:is|was) (?:completely |heavily |mostly )?(?:overcast|cloudy|stormy|covered)\b|\b(?:storm|dark|heavy|thick|grey|gray) (?:storm |rain |grey |gray )?clouds\b|\bclouds (?:cover|fill|hide|obscure)\b/gi,
    unless: /\b(?:horizon|distance|distant|approach\w*|gather\w*|parts?|break\w*|reflect\w*)\b/i,
  },
  {
    group: 'weather',
    a: /\b(?:bright |deep )?blue sky\b|\bsky (?:is|was) (?:bright |deep )?blue\b/gi,
    b: /\bovercast sky\b|\bsky (?:is|was) (?:completely |heavily )?(?:overcast|covered)\b|\bclouds cover (?:all of )?the (?:whole |entire )?sky\b/gi,
  },
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
  {
    group: 'weather',
    a: anyOf('\\b(?:bright )?sunny (?:day|afternoon|morning|weather)\\b', piece('sunny')),
    b: anyOf(
      '\\b(?:rainy|overcast|stormy) (?:day|afternoon|morning|weather)\\b|\\b(?:heavy|pouring) rain\\b|\\bovercast sky\\b',
      piece('rainy|raining|overcast|stormy'),
    ),
  },
  ...seasonRules(),
  {
    group: 'season',
    a: /\b(?:(?:covered|blanketed|buried) (?:in|with|by|under) (?:[a-z]+ ){0,3}snow|(?:heavy|deep|thick|falling) snow(?:fall)?|snowstorm|blizzard)\b/gi,
    b: /\b(?:(?:hot|sweltering|scorching)(?: summer| sunny| july| august)? (?:day|afternoon|morning)|(?:mid)?summer (?:day|afternoon|morning|evening|heat)|heat ?wave)\b/gi,
    // Snow lies on high mountains all summer.
    unless:
      /\b(?:mountains?|peaks?|summits?|alps|alpine|glaciers?|ridges?|volcano|hills?|snow(?:-| )?(?:globe|machine|cone|leopard)|fake|artificial|seasons?|dream\w*|painting of|in the distance|memor\w+)\b/i,
  },
  ...breathRules(),
  {
    group: 'colour mode',
    a: anyOf(
      `\\b(?:black[- ]and[- ]white|monochrome|greyscale|grayscale) ${photo}\\b|(?<!\\w)b&w ${photo}\\b`,
      `\\b(?:in|shot in) black[- ]and[- ]white(?= ?(?:,|\\.|$))`,
      piece('black[- ]and[- ]white|b&w|monochrome|greyscale|grayscale'),
    ),
    b: anyOf(
      `\\b(?:vibrant|vivid|bright|saturated|rich|bold|full) colou?rs?\\b|\\bcolou?r(?:ful|ed)? ${photo}\\b|\\bin colou?r(?=,|\\.|$)`,
      piece('colou?rful|in full colou?r'),
    ),
    unless: /\b(?:spot|selective|splash|except|accents?|only colou?r|pop of)\b/i,
  },
  {
    group: 'framing',
    a: anyOf(
      '\\b(?:extreme )?close[- ]?up (?:shot|photo|photograph|portrait|view|of)\\b',
      piece('(?:extreme )?close-?up'),
    ),
    b: anyOf(
      '\\b(?:full[- ](?:body|length) (?:shot|photo|photograph|portrait|view)|(?:extreme )?(?:wide|long) shot)\\b',
      piece('full[- ]body|full[- ]length'),
    ),
  },
  {
    group: 'angle',
    a: /\b(?:(?:taken|shot|seen|viewed|photographed) from above|bird'?s[- ]eye view|high[- ]angle (?:shot|view))\b/gi,
    b: /\b(?:(?:taken|shot|seen|viewed|photographed) from below|worm'?s[- ]eye view|low[- ]angle (?:shot|view))\b/gi,
  },
  {
    group: 'angle',
    a: /\bfront[- ]?(?:facing|view)\b|\b(?:seen|viewed|shot) from the front\b/gi,
    b: /\b(?:back|rear) view\b|\bfrom behind\b|\b(?:seen|viewed|shot) from the (?:back|rear)\b/gi,
    oneSubject: true,
  },
  { group: 'angle', a: /\b(?:top|overhead) view\b/gi, b: /\b(?:side|front) view\b/gi, oneSubject: true },
  {
    group: 'eyes',
    a: closed,
    b: anyOf(
      `\\b(?:looking|gazing|staring|looks?|gazes?|stares?) (?:directly |straight |up |down )?(?:at|into) ${camera}\\b`,
    ),
    oneSubject: true,
  },
  {
    group: 'mouth',
    a: /\b(?:(?:his|her|their|its) mouth (?:is )?(?:wide )?open|with (?:an )?open mouth)\b/gi,
    b: /\b(?:(?:his|her|their|its) mouth (?:is )?closed|with (?:a )?closed mouth)\b/gi,
    oneSubject: true,
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
  {
    group: 'pose',
    a: anyOf(`\\b${person} (?:is )?(?:standing|stands)\\b`),
    b: anyOf(`\\b${person} (?:is )?(?:sitting|sits|seated|lying down|kneeling|kneels)\\b`),
    oneSubject: true,
  },
  {
    group: 'pose',
    a: anyOf(`\\b${person} (?:is )?(?:walking|walks|running|runs|jumping|jumps)\\b`),
    b: anyOf(`\\b${person} (?:is )?(?:sitting|sits|seated|lying|lies|kneeling|kneels|sleeping|sleeps)\\b`),
    oneSubject: true,
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
  // Pieces of a list of phrases: "sitting on a bench, standing, …".
  {
    group: 'pose',
    a: /(?<=^|, )(?:standing|stands)(?= (?:on|in|at|by|near|under|against|with|next|beside|behind|before|outside|inside|up)\b|,|$)/gi,
    b: /(?<=^|, )(?:sitting|seated|lying|kneeling)(?= (?:on|in|at|by|near|under|against|with|next|beside|behind|before|outside|inside|down)\b|,|$)/gi,
    oneSubject: true,
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
  },
  {
    group: 'hair length',
    a: /\b(?:completely |fully )?bald(?:[- ]headed)?\b(?! (?:eagles?|spots?|patch(?:es)?|caps?|cypress|tyres?|tires?|ibis))|\bshaved head\b/gi,
    b: anyOf(
      '\\b(?:long|short|curly|wavy|straight|thick|messy|spiky|black|brown|blonde?|red|grey|gray|white|dark)(?:,? (?!facial|chest|body|nose|ear|arm)[a-z-]+){0,2} (?<!facial )(?<!chest )(?<!body )hair\\b',
      '\\b(?:ponytail|pigtails|braids|dreadlocks|mohawk|cornrows)\\b',
    ),
    oneSubject: true,
    unless: /\b(?:wig|sides|balding|remaining|used to|once)\b/i,
  },
  {
    group: 'place',
    a: anyOf('\\bindoors\\b|\\bindoor (?:scene|setting|shot|photo)\\b', piece('indoor')),
    b: anyOf('\\boutdoors\\b|\\boutdoor (?:scene|setting|shot|photo)\\b', piece('outdoor')),
    oneSubject: true,
  },
  {
    group: 'hair style',
    a: /\bstraight (?:[a-z]+ )?hair\b/gi,
    b: /\b(?:curly|wavy) (?:[a-z]+ )?hair\b/gi,
    oneSubject: true,
  },
  {
    group: 'eyes',
    a: closed,
    b: /\b(?:eyes (?:are )?(?:wide[- ]|wide )?open|with (?:wide )?open eyes|wide[- ]open eyes|wide[- ]eyed)\b/gi,
    oneSubject: true,
  },
  {
    group: 'mouth',
    a: anyOf('\\b(?:smiling|smiles|grinning|grins|with a (?:[a-z]+ )?(?:smile|grin))\\b', piece('smile|grin')),
    b: anyOf(
      '\\b(?:frowning|frowns|scowling|scowls|with an? (?:[a-z]+ )?(?:frown|scowl)|(?:with )?an? (?:sad|angry|serious|neutral|blank) expression)\\b',
      piece('frown|scowl|(?:sad|angry|serious|neutral|blank) expression'),
    ),
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
    a: /\bclean[- ]shaven\b/gi,
    b: /\b(?:beard|bearded|moustache|mustache|goatee|stubble)\b/gi,
    oneSubject: true,
  },
  {
    group: 'age',
    a: anyOf('\\b(?:young|teenage) (?:woman|man|girl|boy|person|adult)\\b', piece('young|teenage')),
    b: anyOf('\\b(?:elderly|old|aged) (?:woman|man|lady|gentleman|person)\\b', piece('elderly|old age|old')),
    oneSubject: true,
    unless: /\b(?:and|with|beside|to|her|his) (?:an? |the )?(?:young|teenage|elderly|old|aged)\b/i,
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
    a: anyOf(
      '\\b(?:seen|viewed|shot|photographed|pictured) from behind\\b',
      `\\b(?:back|backs) (?:is |are )?(?:turned )?(?:to|towards?) ${camera}\\b|\\bfacing away(?: from ${camera})?\\b`,
    ),
    b: anyOf(`\\b(?:looking|gazing|staring|looks|facing|faces) (?:directly |straight )?(?:at|into)? ?${camera}\\b`),
    oneSubject: true,
    unless:
      /\b(?:over (?:his|her|its|their|the|one) shoulders?|looking back|looks back|turn(?:s|ed|ing)? (?:around|back|his|her))\b/i,
  },
  {
    group: 'gaze',
    a: anyOf(`\\b(?:looking|gazing|staring|looks|gazes) (?:directly |straight )?(?:at|into) ${camera}\\b`),
    b: anyOf(
      '\\b(?:looking|gazing|staring|looks|gazes) (?:away|off (?:to|into)|into the distance|to the (?:side|left|right)|out (?:of|over) (?:the|a))\\b',
    ),
    oneSubject: true,
  },
  {
    group: 'gaze',
    a: /\bfacing (?:to )?(?:the )?left\b|\bleft-facing\b/gi,
    b: /\bfacing (?:to )?(?:the )?right\b|\bright-facing\b/gi,
    oneSubject: true,
  },
  {
    group: 'state',
    a: /(?<=^|, |\bis |\b(?:car|truck|van|bus|motorcycle|motorbike|bike|vehicle|scooter|convertible|roadster) )parked(?= (?:on|in|at|by|beside|next|outside|under|near|before|behind)\b|,|\.|$)/gi,
    b: /(?<=^|, |\bis )(?:driving|speeding|racing|drifting)\b/gi,
  },
]);
