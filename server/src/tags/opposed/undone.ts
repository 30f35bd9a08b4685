import { clashOf, type Opposed, rangeOf, TWO_PICTURES } from './clash.ts';

/** Something that nobody has done to a thing yet: "unsliced loaf", "whole cake". */
const undone =
  /\b(?:un(?<verb>[a-z]+(?:ed|en|lit|cut|shorn))|(?<whole>whole|uncut)) (?:[a-z]+ )?(?<noun>(?!(?:of|and|with|in|on|is|are)\b)[a-z]{3,})\b/gi;

const pieces = 'slices|pieces|halves|wedges|strips|chunks|cubes|quarters';
const cut = `(?:sliced|cut|chopped|carved) (?:up )?(?:in half|in two|into (?:[a-z]+,? ){0,2}(?:${pieces}))|sliced(?! open)|halved`;

/** Other words for what was done. */
const otherWords: Readonly<Record<string, string>> = {
  sliced: cut,
  cut,
  carved: cut,
  broken: 'broken|shattered|smashed|cracked|in pieces|split (?:open|in two)',
  opened: 'open|opened|torn open',
  lit: 'lit|burning|alight',
  eaten: 'eaten|half-eaten|bitten into',
  peeled: 'peeled',
};

/** What keeps both from being of one thing at one time. */
const apart =
  /\b(?:now|already|then|only|half|partly|partially|before|after|once|will|being|about to|not|no|another|others?|second|one of|each|some|beside (?:an?|the)|next to (?:an?|the))\b/i;

/** "unsliced loaf, …. The loaf has been cut into thick slices": what was not done to a thing, and was. */
export function doneAfterAll(text: string): Opposed | null {
  if (!/\b(?:un|whole)/i.test(text)) return null;
  for (const match of text.matchAll(undone)) {
    const { verb, whole, noun = '' } = match.groups ?? {};
    const done = whole === undefined ? (otherWords[verb?.toLowerCase() ?? ''] ?? verb) : cut;
    const from = match.index + match[0].length;
    const again = new RegExp(
      String.raw`\b(?:the|this|its|his|her) (?:[a-z-]+ )?${noun} (?:is|are|was|has been|have been|lies|has all been) (?:[a-z]+ly )?(?:${done})\b(?! (?:of|by (?:hand|eye)))`,
      'i',
    ).exec(text.slice(from));
    if (again === null || apart.test(text.slice(match.index)) || TWO_PICTURES.test(text)) continue;
    const { start, end } = rangeOf(again);
    return clashOf(rangeOf(match), { start: from + start, end: from + end }, 'state');
  }
  return null;
}
