import { once } from '../ground/once.ts';
import { listOf } from './data/list.ts';
import { memoized } from './memo.ts';

/** What a phrase says of a thing that can be in one of two states: "lid open", "switched off", "crowded street". */
export interface State {
  /** The thing, singular or plural as written; empty where the phrase is the state alone. */
  readonly noun: string;
  /** The pair of states, and which of both. */
  readonly axis: number;
  readonly side: 0 | 1;
  /** Whether the state stands before the thing, where it may pick one of several: "clean plate". */
  readonly picks: boolean;
}

/** Pairs of states, the words of each side with "/" between; a word may be in several, as a lamp that is on is lit and wings that are spread are open. Those of mouth, eyes and garments are exclusive tags. */
const axes = once((): readonly (readonly [readonly string[], readonly string[]])[] =>
  listOf(
    `open|closed/shut, switched on/turned on/powered on|switched off/turned off/powered off, lit|unlit, full/filled|empty, folded|unfolded/outspread/spread, raised|lowered,
up|down, on|off, wet|dry, clean|dirty/filthy, locked|unlocked, extended|retracted, inflated|deflated, zipped|unzipped/undone, buttoned|unbuttoned/undone,
tied/laced|untied/unlaced/undone, fastened|unfastened/undone, buckled|unbuckled/undone, rolled up|unrolled, assembled|disassembled, intact|broken/shattered, brightly lit|dimly lit, empty/deserted|crowded/packed/bustling,
calm|stormy/choppy, fully clothed/fully dressed|nude/naked, wrapped|unwrapped, plugged in|unplugged, covered|uncovered, sheathed|unsheathed,
loaded|unloaded, tidy|messy/cluttered, ripe|unripe, blooming/in full bloom|wilted/withered, melted|frozen, painted|unpainted, sharp|blurry/blurred/out of focus,
open/unbuttoned/unzipped/undone|buttoned/buttoned up/zipped/zipped up/fastened/done up,
lit/glowing/lit up/on/switched on/turned on|unlit/extinguished/off/switched off/turned off, spread/outspread/outstretched/unfolded/unfurled/open/extended|folded/closed/furled/shut/tucked/retracted`,
  ).map((line) => {
    const [one = '', other = ''] = line.split('|');
    return [one.split('/'), other.split('/')];
  }),
);

/** Words that are a state only behind a thing that has it: "hood up", "lights off". */
const only: Readonly<Record<string, RegExp>> = {
  up: /^(?:hood|top|roof|tail|ears|visor|blinds|hair|collar|sleeves|ladder|flag|sail|sails|shutters|seat|lid|thumbs?)$/,
  on: /^(?:lights?|lamps?|headlights|taillights|screen|tv|television|monitor|engine|power|oven|stove|fan|hat|helmet|mask|lanterns?|candles?|bulbs?|torch|chandelier|neon|sign|[a-z]+(?:lights?|lamps?))$/,
  sharp: /^(?:background|image|photo|picture)$/,
};
/** States that say something without a thing beside them. */
const alone = once(
  () =>
    new Set(
      listOf(`switched on, switched off, turned on, turned off, powered on, powered off, lit, unlit, open, closed, folded, unfolded, wet, dry, clean, dirty, locked, unlocked,
inflated, deflated, zipped, unzipped, assembled, disassembled, brightly lit, dimly lit, fully clothed, fully dressed, nude, naked, wrapped, unwrapped, plugged in,
unplugged, crowded, deserted, in full bloom, wilted`),
    ),
);
/** Things whose states other pairs tell, with their exceptions, or that are many. */
const others =
  /^(?:eyes?|mouth|lips|jacket|coat|shirt|clothes|legs?|hands?|arms?|fingers?|it|and|or|of|sides?|halves|half|parts?|ends?|hair(?= open| closed))$/;

interface Places {
  readonly of: ReadonlyMap<string, readonly { readonly axis: number; readonly side: 0 | 1 }[]>;
  /** A thing and its state, and a state before its thing. */
  readonly behind: RegExp;
  readonly before: RegExp;
  /** First and last words of states. */
  readonly ends: ReadonlySet<string>;
}

const places = once((): Places => {
  const found = new Map<string, { axis: number; side: 0 | 1 }[]>();
  for (const [axis, sides] of axes().entries())
    for (const side of [0, 1] as const)
      for (const word of sides[side]) found.set(word, [...(found.get(word) ?? []), { axis, side }]);
  const states = [...found.keys()].sort((a, b) => b.length - a.length).join('|');
  return {
    of: found,
    behind: new RegExp(
      `(?:^|\\s)([a-z]+) (?:is |are )?(?:still |fully |wide |completely |tightly )?(${states})(?: wide| flat| tightly| back)?$`,
    ),
    before: new RegExp(`^(?:with )?(?:the |an? |its |his |her )?(${states}) ([a-z]+)$`),
    ends: new Set([...found.keys()].flatMap((state) => [state.split(' ')[0]!, state.split(' ').at(-1) ?? ''])),
  };
});

const crowdedOrNot = ['empty', 'deserted', 'crowded', 'packed', 'bustling'];
const crowd =
  /\b(empty|deserted|crowded|packed|bustling) (street|beach|room|square|station|road|park|restaurant|cafe|café|bar|train|bus|corridor|stadium|market|plaza|alley|hall|classroom|subway|platform)\b/;

/** Whether a phrase begins or ends with a state, or is of a place: a quick look. */
const maySay = (phrase: string): boolean =>
  places().ends.has(lastWord(phrase)) ||
  places().ends.has(firstWord(phrase)) ||
  (crowdedOrNot.some((word) => phrase.includes(word)) && crowd.test(phrase));

/** The last word, or the one before it where that only says how. */
function lastWord(phrase: string): string {
  const blank = phrase.lastIndexOf(' ');
  const last = phrase.slice(blank + 1);
  return blank >= 0 && manners.has(last) ? phrase.slice(phrase.lastIndexOf(' ', blank - 1) + 1, blank) : last;
}

/** The letters that a phrase begins with, behind what may stand before them. */
function firstWord(phrase: string): string {
  const first = /^[a-z]*/.exec(phrase)?.[0] ?? '';
  if (!openers.has(first)) return first;
  return /^(?:with )?(?:the |an? |its |his |her )?([a-z]*)/.exec(phrase)?.[1] ?? '';
}

const manners = new Set(['wide', 'flat', 'tightly', 'back']);
const openers = new Set(['with', 'the', 'a', 'an', 'its', 'his', 'her']);

const none: readonly State[] = [];

/** What a phrase (lower case, without commas) says; empty for nearly all. A word may be of two pairs: empty is not full, and not crowded. */
export const statesOf: (phrase: string) => readonly State[] = memoized((phrase) => {
  // One word is a state alone or none.
  if (!phrase.includes(' ')) return alone().has(phrase) ? statesAs(phrase, '') : none;
  if (!maySay(phrase)) return none;
  if (alone().has(phrase)) return statesAs(phrase, '');
  // "one wing spread": there is another.
  if (/^(?:one|other|another|left|right|the other|half)\b/.test(phrase)) return none;
  const of = places().behind.exec(phrase);
  if (of !== null && isThing(of[1], of[2])) return statesAs(of[2], of[1]);
  const whole = places().before.exec(phrase);
  if (whole !== null && isThing(whole[2], whole[1]) && !['up', 'down', 'on', 'off'].includes(whole[1]))
    return statesAs(whole[1], whole[2], true);
  const place = crowd.exec(phrase);
  return place === null ? none : statesAs(place[1], place[2]);
});

const isThing = (noun: string, state: string): boolean =>
  (!others.test(noun) || (garments.test(noun) && fastenings.test(state))) && !places().of.has(noun);
const garments = /^(?:jacket|coat|shirt)$/;
const fastenings = /^(?:open|unbuttoned|unzipped|buttoned|zipped|fastened|done)/;

function statesAs(word: string, noun: string, picks = false): State[] {
  return (places().of.get(word) ?? []).flatMap(({ axis, side }) => {
    const nouns = only[word === 'on' || word === 'off' ? 'on' : axes()[axis][0][0]];
    return nouns === undefined || nouns.test(noun) ? [{ noun, axis, side, picks }] : [];
  });
}

/** Things that stand and lie about by the set, so that one is clean and the next one dirty. */
const bySets =
  /^(?:plate|dish|cup|mug|glass|bowl|bottle|jar|can|candle|spoon|fork|knife|towel|napkin|book|envelope|letter|box|crate|bucket|sock|leaf|flower|fruit|egg|shell)s?$/;

/** Whether two phrases put one thing into both states of a pair; "clean plate, dirty plate" are two. */
export const areOpposite = (a: readonly State[], b: readonly State[]): boolean =>
  a.some((one) =>
    b.some(
      ({ noun, axis, side, picks }) =>
        axis === one.axis && side !== one.side && noun === one.noun && !(picks && one.picks && bySets.test(noun)),
    ),
  );
