import { isOfTopic, topicOf } from '../topic.ts';
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
  if (!/\b(?:un|whole|intact)/i.test(text)) return null;
  const own = ofTopic(text);
  if (own !== null) return own;
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

const left =
  /\b(?:whole|uncut|untouched|unopened|unsliced|uneaten|intact|unbroken|unpeeled|unwrapped)\b(?=[,.;]| (?:and|on|in|at|under|still)\b)/gi;
const doneTo =
  '(?:cut|sliced|carved|opened|eaten|bitten|broken|peeled|half-eaten|in pieces|shattered|smashed|halved|open|in two)';

/** "csslr cake, whole on a stand, the cake has been cut": of what the caption is about. */
function ofTopic(text: string): Opposed | null {
  if (apart.test(text.replace(left, ' ')) || TWO_PICTURES.test(text)) {
    if (!/\bhalf of it\b/i.test(text)) return null;
  }
  const topic = topicOf(text);
  for (const match of text.matchAll(left)) {
    if (!isOfTopic(text, match.index, topic)) continue;
    const from = match.index + match[0].length;
    const names = [...topic.names]
      .map((name) => name.replace(/[^\p{L}\p{N} -]/gu, ''))
      .filter((name) => name.length > 2);
    const again = new RegExp(
      String.raw`\b(?:it|(?:the|this) (?:[a-z-]+ )?(?:${names.join('|')})) (?:is|was|has been|lies) (?:already |now )?${doneTo}\b|\b(?:have|has|had) eaten (?:half|some|most|part|all) of it\b|\b(?:a|one|the first) (?:slice|piece|wedge|bite) (?:of it |has been |is |was )*(?:cut|missing|taken|gone|eaten|lies)\b`,
      'iu',
    ).exec(text.slice(from));
    if (again === null || names.length === 0) continue;
    const { start, end } = rangeOf(again);
    return clashOf(rangeOf(match), { start: from + start, end: from + end }, 'state');
  }
  return null;
}
