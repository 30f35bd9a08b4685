import { once } from '../../ground/once.ts';
import type { ExclusiveGroup } from './exclusive.ts';
import { EYE_NEIGHBOURS, HAIR_NEIGHBOURS } from './exclusive-looks.ts';

const garments =
  'dress|gown|shirt|t-shirt|blouse|sweater|jumper|hoodie|jacket|coat|cardigan|skirt|scarf|hat|cap|beanie|tie|kimono|swimsuit|bikini|uniform|raincoat|robe|vest|cape|cloak|apron|turtleneck|pants|trousers|jeans|shorts|leggings|gloves|helmet';

const mods =
  '(?:very|mostly|completely|plain|solid|pure|long|short|dark|light|bright|pale|straight|curly|wavy|shiny|and|a) ';

/** A colour of a thing that a caption shows one of, before it ("red dress") or said of it ("the dress is red"). */
const coloursOf = (things: string, between = '', gap = ' '): RegExp =>
  new RegExp(
    `\\b(?<before>${Object.keys(COLOURS).join('|')})${between}${gap}(?<thing>${things})\\b|\\b(?<of>${things}) (?:is|are|was|were) (?:${mods}){0,2}(?<behind>${Object.keys(COLOURS).join('|')})\\b`,
    'gi',
  );

/** Words for a colour, by the plain one. */
export const COLOURS: Readonly<Record<string, string>> = Object.fromEntries(
  `black raven jet-black, brown chestnut brunette, blonde blond golden platinum, red auburn crimson scarlet burgundy maroon, blue navy, green olive, pink,
purple violet lavender lilac, white ivory cream, grey gray silver charcoal, orange ginger copper, yellow amber, aqua teal turquoise, beige tan khaki, hazel`
    .split(/,\s+/)
    .flatMap((line) => line.split(' ').map((word, _, [plain]) => [word, plain] as const)),
);

/** Colours that differ of one thing: what it is of, and pairs that two people call by one name. */
export interface ColourRule {
  readonly group: ExclusiveGroup;
  readonly pattern: RegExp;
  /** Pairs with a blank between them. */
  readonly neighbours: string;
  /** It is somebody's, and only where one is shown it is known whose. */
  readonly isSomebodys: boolean;
}

/** Pairs of colours that people call one of cloth. */
const CLOTH_NEIGHBOURS = `black grey, grey white, red pink, red orange, red brown, blue purple, blue aqua, green aqua, white beige, brown beige,
pink purple, yellow orange, orange brown, yellow beige, blue green, orange pink, grey beige, blue black, brown black, purple red,
blue grey, green grey, brown grey, blonde yellow, blonde beige, green beige`;

export const COLOUR_RULES = once((): readonly ColourRule[] => [
  {
    group: 'hair colour',
    pattern: coloursOf(
      '(?:hair|plaits|curls|braids|tresses)(?![ -]?(?:clip|pin|band|ribbon|tie|bow|accessor|ornament|net|brush|dryer))',
      '(?:,? (?:long|short|wavy|curly|straight|[a-z]+ly))?(?: [a-z-]+)?',
    ),
    neighbours: `${HAIR_NEIGHBOURS}, yellow blonde, brown beige, blonde beige`,
    isSomebodys: true,
  },
  {
    group: 'eye colour',
    pattern: coloursOf('eyes|eyed', '', '[ -]'),
    neighbours: `${EYE_NEIGHBOURS}, hazel green, hazel brown, hazel yellow`,
    isSomebodys: true,
  },
  { group: 'clothes', pattern: coloursOf(garments, '(?: [a-z-]+)?'), neighbours: CLOTH_NEIGHBOURS, isSomebodys: true },
  {
    group: 'background',
    pattern: coloursOf('background|backdrop', '(?: (?:plain|solid|studio|seamless|blurred|blurry))?'),
    neighbours: CLOTH_NEIGHBOURS,
    isSomebodys: false,
  },
]);
