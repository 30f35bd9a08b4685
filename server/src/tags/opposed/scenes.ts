import { once } from '../../ground/once.ts';
import type { TextRange } from '../../ground/text.ts';
import type { ExclusiveGroup } from '../data/exclusive.ts';
import { clashOf, holdsPicture, type Opposed, rangeOf, TWO_PICTURES } from './clash.ts';
import { changesWithTime, isLook, isName } from './set-apart.ts';

/** What of a scene a phrase tells: for one group, the states that it leaves open, as bits. */
interface Telling {
  readonly group: ExclusiveGroup;
  readonly open: number;
  /** As a piece between commas, whole. */
  readonly piece: string;
  /** Anywhere in a sentence; empty where only a piece tells it. */
  readonly sentence: string;
}

const [dawn, morning, noon, afternoon, evening, night] = [1, 2, 4, 8, 16, 32];
const [spring, summer, autumn, winter] = [1, 2, 4, 8];
const [empty, crowded] = [1, 2];

const place =
  '(?:platform|street|square|plaza|beach|room|hall|hallway|station|road|(?:parking|car) lot|market|marketplace|park|restaurant|caf[eé]|bar|train|bus|carriage|corridor|stadium|arena|subway|alley|alleyway|island|village|town|city|harbou?r|pool|playground|classroom|theat(?:re|er)|church|pier|dock|promenade|boulevard|avenue|lane|mall|supermarket|office|lobby|courtyard|festival ground|stands|train car|waiting room|ballroom|gym|library|museum|shop|store)';
const people =
  '(?:people|commuters|tourists|shoppers|visitors|passengers|fans|spectators|pedestrians|students|dancers|customers|guests|travell?ers|protesters|onlookers|children|worshippers|bathers|swimmers|soldiers|fishermen|workers|villagers|sunbathers|holidaymakers|beachgoers|revellers|traders|vendors|admirers|cyclists|runners|families|musicians|sailors|farmers|reporters|men|women|kids|life)';

/** What phrases tell of a scene. A sentence has to say it of the picture ("at night"); alone between commas a word does. */
const TELLINGS: readonly Telling[] = [
  {
    group: 'time',
    open: dawn,
    piece: 'dawn|daybreak|sunrise|at (?:dawn|sunrise)',
    sentence: 'at (?:dawn|sunrise|daybreak)|(?:the|an?) (?:[a-z]+ )?rising sun',
  },
  {
    group: 'time',
    open: dawn | morning,
    piece: '(?:early )?morning(?: (?:light|sun|sunlight|mist|dew))?|in the (?:early )?morning',
    sentence:
      'it is (?:early |late )?morning|in the (?:early )?morning|(?:early |bright |sunny )?morning (?:light|sun|sunlight)|on an? (?:[a-z]+ )?morning',
  },
  {
    group: 'time',
    open: noon,
    piece: 'noon|midday|high noon|(?:bright |harsh )?(?:noon|midday)(?:day)? sun(?:light)?|at (?:noon|midday)',
    sentence: 'at (?:high )?(?:noon|midday)|(?:bright |harsh |blazing )*(?:midday|noon|noonday) (?:sun|sunlight|heat)',
  },
  {
    group: 'time',
    open: dawn | morning | noon | afternoon | evening,
    piece: '(?:bright |blazing |harsh )?(?:sunlight|sunshine)|sunny(?: day)?',
    sentence:
      '(?:bright|blazing|harsh|brilliant) (?:sunlight|sunshine|sun)|the sun (?:stands|is|hangs) high|in (?:broad|full) daylight|on a (?:bright |hot |warm )*sunny (?:day|morning|afternoon)',
  },
  {
    group: 'time',
    open: afternoon | evening,
    piece: '(?:late )?afternoon(?: (?:sun|light|sunlight))?',
    sentence:
      '(?:late |hot |sunny |warm )*(?:summer |winter |autumn |spring )?afternoon (?:sun|light|sunlight)|on an? (?:[a-z]+ ){0,2}afternoon|in the (?:late )?afternoon',
  },
  {
    group: 'time',
    open: evening | night,
    piece: '(?:at )?(?:sunset|dusk|sundown)|evening|in the evening',
    sentence:
      'at (?:sunset|dusk|sundown)|(?:the|an?) (?:[a-z]+ )?setting sun|in the (?:late )?evening|(?:late )?evening (?:sun|light|sunlight)|on an? (?:[a-z]+ )?evening',
  },
  {
    group: 'time',
    open: night,
    piece:
      '(?:at )?night(?: ?time)?|midnight|(?:dark |black )?night sky|starry night(?: sky)?|(?:late|deep) night|in the (?:dead|middle) of (?:the )?night',
    sentence:
      'at (?:night|midnight)|in the (?:dead|middle) of (?:the )?night|(?:under|beneath|against|in) (?:an?|the) (?:[a-z]+ )?(?:(?:mid)?night sky|starry night(?: sky)?)|(?:the|a) midnight (?:sky|view)|midnight view|(?:on|in) a (?:[a-z]+ )?(?:dark|moonlit|starry|moonless) night',
  },
  {
    group: 'time',
    open: night | dawn | evening,
    piece: 'starry sky|moonlight|moonlit|full moon|crescent moon|stars in the sky',
    sentence:
      '(?:by|in|under|bathed in) (?:the )?(?:pale |bright |silver )?moonlight|(?:under|beneath) (?:an?|the) (?:[a-z]+ )?(?:starry sky|full moon|stars)|lit by the (?:full )?moon|moon and stars (?:are|shine|stand)|(?:the )?stars (?:are out|shine|glitter|twinkle)',
  },
  {
    group: 'season',
    open: winter | spring | autumn,
    piece: '(?:heavy|deep|fresh|falling) snow|snowing|snowfall|snowstorm|blizzard|snow-covered [a-z]+|snowy [a-z]+',
    sentence:
      'snow-(?:covered|clad|laden|blanketed) [a-z]+|(?:heavy|deep|fresh|falling|thick) snow|snow (?:falls|is falling|covers|blankets|lies (?:on|over|deep))|snow(?:fall|storm)|blizzard|(?:covered|blanketed|buried) (?:in|with|by|under) (?:[a-z]+ )?snow|snowy (?:street|yard|field|forest|park|garden|village|road|path|roof|landscape)',
  },
  {
    group: 'season',
    open: winter,
    piece:
      '(?:in )?(?:mid)?winter|winter (?:day|morning|afternoon|evening|night)|frozen (?:lake|river|pond|fountain|stream|waterfall)|icicles',
    sentence:
      'in (?:deep |late |mid)?winter|on a (?:[a-z]+ )?winter (?:day|morning|afternoon|evening|night)|frozen (?:lake|river|pond|fountain|stream)|icicles hang',
  },
  {
    group: 'season',
    open: summer,
    piece:
      '(?:in )?(?:mid|high )?summer|(?:hot |warm )?summer (?:day|morning|afternoon|evening|night|heat)|heat ?wave|sunbathing',
    sentence:
      'in (?:high |late |mid)?summer|(?:hot|scorching|sweltering) (?:(?:summer|june|july|august) )?(?:day|afternoon|morning|sun)|on a (?:[a-z]+ )?summer (?:day|morning|afternoon|evening|night)|(?:scorching |sweltering )?heat of (?:june|july|august|summer|the summer)|(?:mid)?summer (?:heat|afternoon|day)|heat ?wave|sunbathers? (?:lies?|lying|on|stretch(?:es)?)',
  },
  {
    group: 'season',
    open: autumn | winter,
    piece:
      '(?:in )?autumn|(?:autumn|fall) (?:leaves|foliage|colou?rs)|autumn (?:day|morning|afternoon|evening|night|trees|forest)',
    sentence:
      'in (?:late |early )?autumn|(?:autumn|fall) (?:leaves|foliage|colou?rs)|on an autumn (?:day|morning|afternoon|evening)',
  },
  {
    group: 'season',
    open: spring | summer,
    piece:
      '(?:in )?spring(?:time)?|cherry blossoms?|(?:blooming|flowering|blossoming) (?:cherry |plum |apple )?(?:trees?|blossoms?)|spring (?:flowers|blossoms|day|morning|afternoon|blooms)',
    sentence:
      'in (?:early |late )?spring(?:time)?|(?:blooming |blossoming )?cherry (?:blossoms|trees in (?:full )?bloom)|spring (?:flowers|blossoms)|on a spring (?:day|morning|afternoon)',
  },
  {
    group: 'crowd',
    open: empty,
    piece: `(?:completely )?(?:empty|deserted|abandoned|uninhabited) (?:[a-z]+ )?${place}`,
    sentence: `(?<!nearly |almost |half )(?:empty|deserted|abandoned|uninhabited) (?:[a-z]+ )?${place}|${place} (?:is|lies|stands) (?:completely |totally |entirely )?(?:empty|deserted|abandoned)|not a (?:single )?(?:soul|person|passenger|visitor|human being) (?:is |in sight|on board|to be seen)+|(?:nobody|no one) (?:watches|looks on|is watching)|(?:nobody|no one) (?:is )?(?:in sight|on board|to be seen|there)`,
  },
  {
    group: 'crowd',
    open: crowded,
    piece: `(?:(?:large|huge|dense|big) )?crowds?(?: of [a-z]+)?|(?:crowded|packed|bustling) (?:[a-z]+ )?${place}`,
    sentence: `(?:(?:an?|the|large|huge|dense|big|thick) )*(?:crowds?|throngs?)(?: of (?:[a-z]+ )?[a-z]+)?|(?:crammed|packed|teeming|thronged|crowded|jammed|swarming|filled|bustling|buzzing) with (?:[a-z]+ )?(?:(?:hundreds|thousands|dozens) of )?(?:${people}|cars)|(?:hundreds|thousands|dozens|scores) of (?:${people}|boats|ships|vehicles|cars|animals|birds)|packed to the last [a-z]+|(?:crowded|packed|bustling|busy) (?:[a-z]+ )?${place}`,
  },
];

interface Patterns extends Telling {
  readonly whole: RegExp;
  readonly within: RegExp;
}

const patterns = once((): readonly Patterns[] =>
  TELLINGS.map((telling) => ({
    ...telling,
    // "harbour at dawn"
    whole: new RegExp(
      `^(?:(?!(?:empty|open|closed|quiet|silent|calm|busy|full|crowded|packed|lively|deserted|lit|dark|is|are)\\b)[a-z]+ (?=at ))?(?:${telling.piece})$`,
      'i',
    ),
    within: new RegExp(`(?<![a-z-])(?:${telling.sentence})(?![a-z-])`, 'gi'),
  })),
);

/** Words of which one stands in whatever tells something of a scene: a quick look. */
const may =
  /dawn|day|morn|noon|sun|night|star|moon|snow|blizzard|winter|icicle|frozen|summer|heat|hot|autumn|fall|spring|cherry|crowd|throng|crammed|packed|teeming|jammed|swarming|bustling|busy|empty|deserted|abandoned|uninhabited|hundreds|thousands|dozens|filled with/i;

/** What a piece between commas (lower case) tells of a scene, by group, as bits of the states that it leaves open. */
export function tellingsOf(phrase: string): readonly { readonly group: ExclusiveGroup; readonly open: number }[] {
  return may.test(phrase) ? patterns().filter(({ whole }) => whole.test(phrase)) : [];
}

/** Words by which a sentence says that a scene changes, or that two parts of it differ. */
const CHANGING =
  /\b(?:from (?:[a-z]+ ){1,3}to|until|till|before|after|becom\w+|turn(?:s|ed|ing)? (?:in)?to|fad(?:es|ed|ing)|soon|will|once|(?<!to the )last|still|while|then|remember\w*|no longer|approach\w*|first|waiting for|used to|later|next|gone|left (?:over|behind)|between|late into|already|yet|through(?:out)? the (?:day|night|year|season)s?)\b/i;
/** Parts of a picture that may be otherwise than the rest. */
const PARTS =
  /\b(?:(?:fore|back)ground|beyond|outside|distan\w+|horizon|on the (?:left|right|other|far)|the other|left (?:side|half)|right (?:side|half)|across|opposite|seen (?:from|through)|through (?:the|an?) (?:[a-z]+ )?(?:windows?|doors?|doorway|glass|arch(?:way)?|opening|fence|railing|lens|binoculars|curtains?|trees|branches|windscreen|windshield)|behind (?:it|him|her|them|the)|mountains?|peaks?|summits?|alps|alpine|glaciers?|ridges?|volcano|leopard|owl|crab|white|globe|cone|machine|boots|angel|lamp|lamps|lantern|lanterns|lights?|neon|eclipse|polar|arctic|antarctic|midnight sun|night market|indoors?|inside)\b/i;

interface Told {
  readonly range: TextRange;
  readonly telling: Telling;
}

/** Two phrases that put a scene into states that exclude each other: "a snow-covered yard on a hot summer afternoon". */
export function sceneTwice(text: string, isSentence: boolean): Opposed | null {
  if (!may.test(text)) return null;
  const told = isSentence ? inSentence(text) : inPieces(text);
  for (const [at, b] of told.entries())
    for (const a of told.slice(0, at)) {
      if (a.telling.group !== b.telling.group || (a.telling.open & b.telling.open) !== 0) continue;
      const clash = clashOf(a.range, b.range, a.telling.group);
      if (clash === null || isApart(text, isSentence, clash)) continue;
      return clash;
    }
  return null;
}

function isApart(text: string, isSentence: boolean, { a, b, group }: Opposed): boolean {
  if (TWO_PICTURES.test(text)) return true;
  if (!isSentence) return group !== 'crowd' && holdsPicture(text);
  // The season is the same while something is done.
  const unchanged = group === 'season' ? text.replace(/\b(?:while|still)\b/gi, ' ') : text;
  if (holdsPicture(text) || CHANGING.test(unchanged) || changesWithTime(text)) return true;
  // The hour is the same behind a thing.
  if (PARTS.test(group === 'time' ? text.replace(/\bbehind the\b/gi, ' ') : text)) return true;
  const [one, other] = [a, b].map(({ start, end }) => text.slice(start, end).toLowerCase());
  // Two places with names of their own: "a crowded market seen from an empty balcony".
  const named = (phrase: string): string | null =>
    /^(?:empty|deserted|abandoned|uninhabited|crowded|packed|bustling|busy) (?!with )/.test(phrase)
      ? (/[a-zé]+$/.exec(phrase)?.[0] ?? null)
      : null;
  // "in spring and in winter": two of them.
  if (/^ and $/i.test(text.slice(a.end, b.start))) return true;
  if (group !== 'crowd') return /\b(?:or|not|no|without|unlike|like|as if|instead)\b/i.test(text);
  const places = [one ?? '', other ?? ''].map(named);
  // "an empty shop, the street itself crowded with shoppers"
  const [, before] =
    /\b(?:the|an?|its|every|each) (?:[a-z-]+ ){0,2}?([a-z]+)(?: (?:itself|is|are|was))? $/i.exec(
      text.slice(0, b.start),
    ) ?? [];
  if (
    places[0] !== null &&
    before !== undefined &&
    /^(?:crowded|packed|full|filled|teeming|crammed) with/.test(other ?? '')
  )
    places[1] = before.toLowerCase();
  if (places[0] !== null && places[1] !== null && places[0] !== places[1] && !/\bisland\b/.test(one ?? '')) return true;
  const between = [one, other].reduce(
    (rest, phrase) => rest.replace(phrase ?? '', ' '),
    text.slice(a.start, b.end).toLowerCase(),
  );
  return /\b(?:or|not|no|without|unlike|like|instead|except|beside|above|below|but for|far|apart|save)\b/.test(between);
}

function inSentence(text: string): Told[] {
  const found: Told[] = [];
  for (const telling of patterns())
    for (const match of text.matchAll(telling.within)) {
      const range = rangeOf(match);
      if (!isName(text, range.start, range.end) && !isLook(text, range.start, range.end))
        found.push({ range, telling });
    }
  return found.sort((x, y) => x.range.start - y.range.start);
}

/** Fields whose values are of the scene. */
const ofScene = /^(?:time(?: of day)?|light(?:ing)?|sky|season|weather|setting|location|scene|hour)$/i;

function inPieces(text: string): Told[] {
  const found: Told[] = [];
  for (const match of text.matchAll(/[^,.;|\n]+/g)) {
    const [, name = ''] = /^\s*([a-z][a-z _-]{1,23}):\s/i.exec(match[0]) ?? [];
    const own = match[0].slice(name === '' ? 0 : match[0].indexOf(':') + 1).trim();
    if (!may.test(own) || (name !== '' && !ofScene.test(name))) continue;
    const start = match.index + match[0].lastIndexOf(own);
    for (const telling of patterns())
      if (telling.whole.test(own)) found.push({ range: { start, end: start + own.length }, telling });
  }
  return found;
}
