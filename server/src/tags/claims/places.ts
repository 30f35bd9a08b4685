import { once } from '../../ground/once.ts';
import { memoized } from '../memo.ts';
import type { Opposed } from '../opposed/clash.ts';
import { singular } from '../opposed/nouns.ts';
import { isName } from '../opposed/set-apart.ts';
import { isKindOf } from '../opposite-words.ts';
import type { Unit } from './units.ts';
import type { Cast, Mention } from './who.ts';

const lists = once(() => ({
  rooms: new Set(
    'bedroom kitchen bathroom classroom hallway corridor basement attic elevator gymnasium studio office library lobby cellar ballroom laundry workshop laboratory gym nursery pantry cloakroom dormitory dining-room living-room bathhouse sauna dojo lounge foyer vestibule ward vault'.split(
      ' ',
    ),
  ),
  open: new Set(
    'beach meadow field lawn hillside forest wood woods street sidewalk pavement riverbank desert mountaintop park shore moor moorland heath prairie steppe savanna savannah dune dunes tundra marsh swamp jungle glacier cliff cliffs orchard vineyard pasture glade clearing glen ravine canyon lakeside seashore promenade pier jetty riverside wilderness rainforest grassland plain plains hilltop ridge slope highway alley piazza square plaza campsite fairground'.split(
      ' ',
    ),
  ),
}));

const inside = /^(?:in|inside|into|throughout)$/;
const there = /^(?:in|on|into|across|along|through|over|amid|among|onto|throughout|down|up)$/;
/** Beside these a place may be one that is seen from another, or that is shown. */
const seen =
  /\b(?:windows?|doors?|doorway|balcony|terrace|veranda|porch|views?|overlook\w*|lead\w*|mural|wallpaper|poster|painting|screen|greenhouse|courtyard|fake|backdrop|set|stage|towards?|photo|picture|print(?:ed)?|dream\w*|memor\w*|imagin\w*|open-air|pavilion|tent|car|train|bus|carriage|glass|beyond|outside|opens|opening|background|distance|arena|court|football|tapestry|carpet|pattern|tattoo|roofless|ruin\w*)\b/i;

interface Placed {
  readonly isInside: boolean;
  readonly start: number;
  readonly end: number;
  readonly unit: Unit;
}

/** Whether words for a room and for a place under the sky are there. */
function maySay(units: readonly Unit[]): boolean {
  let said = 0;
  for (const { tokens } of units) for (const { word } of tokens) said |= sideOf(word);
  return said === 3;
}

/** 1 for a word for a room, 2 for one for a place under the sky. */
const sideOf = memoized((word): number => {
  const { rooms, open } = lists();
  const isInside = /^(?:indoors?|interior)$/.test(word) || word.endsWith('room') || rooms.has(singular(word));
  const isOpen = /^(?:outdoors?|exterior)$/.test(word) || open.has(word) || open.has(singular(word));
  return Number(isInside) + 2 * Number(isOpen);
});

/** "indoors …, on the open moor": a scene in a room and under the sky. */
export function placesTwice(
  text: string,
  units: readonly Unit[],
  cast: () => Cast,
  isApart: (a: number, b: number) => boolean,
  around: (at: number) => string,
): Opposed | null {
  if (!maySay(units)) return null;
  const said: Placed[] = [];
  for (const unit of units) {
    const written = text.slice(unit.start, unit.end);
    const word =
      /^(?:in|out)doors?$|^(?:interior|exterior)$/i.test(written) ||
      (unit.kind === 'field' && /\b(?:in|out)doors$/i.test(written))
        ? /(?:in|out|ex)(?:doors?|terior)$/i.exec(written)?.[0]
        : /\b(?:in|out)doors\b/i.exec(written)?.[0];
    if (word === undefined) continue;
    const start = unit.start + written.lastIndexOf(word);
    if (isName(text, start, start + word.length)) continue;
    said.push({ isInside: /^in/i.test(word), start, end: start + word.length, unit });
  }
  for (const mention of cast().mentions) {
    const isInside = placeOf(mention, units);
    if (isInside !== null) said.push({ isInside, start: mention.start, end: mention.end, unit: mention.unit });
  }
  said.sort((x, y) => x.start - y.start);
  for (const [at, b] of said.entries())
    for (const a of said.slice(0, at)) {
      if (a.isInside === b.isInside || a.end > b.start || (a.unit === b.unit && a.unit.kind === 'clause')) continue;
      if (a.unit.kind !== 'clause' && b.unit.kind !== 'clause' && a.unit.kind === b.unit.kind) continue;
      if (
        [a, b].some(({ start }) => seen.test(around(start))) ||
        isApart(a.start, b.start) ||
        units.some(
          ({ start, end, kind }) =>
            kind === 'tag' &&
            /\b(?:window|balcony|doorway|veranda|porch|greenhouse|tent|courtyard)\b/i.test(text.slice(start, end)),
        )
      )
        continue;
      return { a, b, group: 'place' };
    }
  return null;
}

/** Whether a place is in a house, or under the sky; null for other things. */
function placeOf({ unit, noun, before, entity }: Mention, units: readonly Unit[]): boolean | null {
  if (entity?.isTopic || noun.owner !== null) return null;
  const { rooms, open } = lists();
  const { tokens } = unit;
  const two = noun.head > 0 ? `${tokens[noun.head - 1]!.word}-${tokens[noun.head]!.word}` : '';
  // "the forest floor"
  const ground = /^(?:floor|ground|walls?|ceiling)$/.test(noun.noun)
    ? (tokens[noun.looks.at(-1) ?? -1]?.word ?? '')
    : '';
  const isRoom =
    rooms.has(ground) ||
    rooms.has(noun.noun) ||
    rooms.has(two) ||
    (isKindOf(noun.noun, 'room') && /room$/.test(noun.noun));
  const isOpen = open.has(ground) || open.has(noun.noun) || open.has(tokens[noun.head]!.word);
  if (
    isRoom === isOpen ||
    (noun.next < tokens.length && /^(?:floor|wall|chair|table|window|door)$/.test(tokens[noun.next]!.word))
  )
    return null;
  if (unit.kind !== 'clause')
    return noun.first === 0 &&
      noun.next === tokens.length &&
      (unit.kind === 'tag' || /^(?:place|location|setting|scene|where|background)$/.test(unit.key)) &&
      units.length > 1
      ? isRoom
      : null;
  if (/^(?:no|any|another|each|every|some|several|many)$/.test(noun.det)) return null;
  // What covers it lies all around: "heather covers the open moor".
  const isCovered =
    /^(?:cover|covers|fill|fills|surround|surrounds|line|lines|dot|dots|carpet|carpets)$/.test(before) ||
    (before === 'of' &&
      /^(?:walls?|floor|ceiling|middle|corner|heart|centre|center|depths|inside|tiles|floorboards)$/.test(
        tokens[noun.first - 2]?.word ?? '',
      ));
  if (isRoom ? inside.test(before) || isCovered : there.test(before) || isCovered) return isRoom;
  // "The beach stretches", "The kitchen is warm". A street that lies in the sun may be seen from a room.
  const lies = isRoom ? /^(?:stretch|stretches|rises?|lies|extends?|spreads?|is|surrounds?|glows|opens)$/ : spreading;
  return noun.first === 0 && noun.det === 'the' && lies.test(tokens[noun.next]?.word ?? '') ? isRoom : null;
}

const spreading = /^(?:stretch|stretches|extends?|spreads?|surrounds?)$/;
