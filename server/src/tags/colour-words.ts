import { COLOUR_WORDS } from './data/modifiers.ts';

/** Words behind or before a colour word with which it names something and no colour: food, plants, light, places, animals. */
const behind: Readonly<Record<string, RegExp>> = {
  cream: /^(?:cheese|puffs?|soda|pies?|cakes?|buns?|tea|sauce|crackers?)$/,
  orange: /^(?:juice|trees?|slices?|peels?|soda|groves?|blossoms?|wedges?|segments?|marmalade|cake)$/,
  lavender: /^(?:fields?|flowers?|plants?|oil|bush(?:es)?|sprigs?|farm|garden|rows?)$/,
  violet: /^(?:flowers?|blossoms?)$/,
  gold: /^(?:medals?|coins?|bars?|rush|mines?|fish|digger|standard|card|record)$/,
  silver: /^(?:medals?|coins?|spoons?|forks?|knife|knives|screen|lining|bells?|birch(?:es)?|fox(?:es)?)$/,
  golden: /^(?:hour|retrievers?|gate|age|rule|ratio|eagles?|week|fish)$/,
  blue: /^(?:hour|whales?|jays?|cheese|moon|ridge|mosque|lagoon)$/,
  green: /^(?:tea|screen|onions?|beans?|salad|card|peace|bay)$/,
  red: /^(?:wine|cross|pandas?|fox(?:es)?|bull|sea|carpet|cabbage|onions?|alert)$/,
  white: /^(?:wine|rice|noise|sharks?|sea|chocolate|bread)$/,
  black: /^(?:tea|coffee|holes?|friday|sea|forest|market|metal|bears?|pepper|magic)$/,
  brown: /^(?:rice|sugar|bears?|bread)$/,
  navy: /^(?:seals?|officers?|ships?|base|yard|pier)$/,
  tan: /^(?:lines?)$/,
  ivory: /^(?:tower|coast)$/,
};
const before: Readonly<Record<string, RegExp>> = {
  cream: /^(?:ice|whipped|sour|shaving|sun|skin|hand|face|butter|cold|eye|night|day|clotted|custard)$/,
  gold: /^(?:solid|pure)$/,
  silver: /^(?:sterling)$/,
};
/** Behind "an orange" as a fruit comes no noun. */
const endsThing = /^(?:[.,;:)]|and|or|in|on|at|with|while|from|to|for|by|under|near|is|as)$/;

/** Whether the word at a place of a text (lower case, marks may stand between) names a colour, and is no part of another name. */
export function isColourAt(words: readonly string[], at: number): boolean {
  const word = words[at];
  if (!COLOUR_WORDS.has(word)) return false;
  const [previous, next] = [words[at - 1] ?? '', words[at + 1] ?? '.'];
  if (behind[word]?.test(next) || before[word]?.test(previous)) return false;
  return word !== 'orange' || previous !== 'an' || !endsThing.test(next);
}
