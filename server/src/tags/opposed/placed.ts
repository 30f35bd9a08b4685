import { once } from '../../ground/once.ts';
import { isOfTopic, topicOf } from '../topic.ts';
import { clashOf, type Opposed, rangeOf, TWO_PICTURES } from './clash.ts';

const patterns = once(() => ({
  side: /\b(?:on|to|at|from) the (?<side>left|right)(?:[- ]hand)?(?: side)? of (?:the|an?|its|his|her) (?:[a-z-]+ )?(?<mark>[a-z]+)\b/gi,
  top: /\b(?:on|on top of|atop) (?:the|an?) (?:[a-z]+ )?(?<mark>wardrobe|shelf|bookshelf|roof|table|sofa|couch|bed|windowsill|branch|fence|piano|fridge|cupboard|bench|chair|counter|dresser|desk|cabinet|car|balcony|wall)\b/gi,
  under:
    /\b(?:under|underneath|beneath) (?:the|an?) (?:[a-z]+ )?(?<mark>wardrobe|shelf|table|sofa|couch|bed|bench|chair|counter|dresser|desk|cabinet|car|porch|bridge|stairs)\b/gi,
}));
const moving =
  /\b(?:then|before|after|from|jumps?|leaps?|moves?|another|second|other|both|each|mirror\w*|reflect\w*|once|later|now|two|three|pair|they|shadow|tail|paws?|half|poster|lamp)\b/i;

/** One thing in two places: "on the left of a bench, the dog sits to the right of the bench", "on the wardrobe, the cat hides under the bed". */
export function placedTwice(text: string): Opposed | null {
  const isSides = /\bleft\b/i.test(text) && /\bright\b/i.test(text);
  const isUnder = /\b(?:under|underneath|beneath)\b/i.test(text);
  if ((!isSides && !isUnder) || moving.test(text) || TWO_PICTURES.test(text)) return null;
  const topic = topicOf(text);
  // Behind what somebody does: "the dog sits to the right of", "hides under the bed".
  const isTopics = (at: number): boolean => {
    const verb = /(?<= |^)(?:[a-z]+s|[a-z]+ing|curled up|asleep)(?: (?:quietly|alone|still|down|up))? $/i.exec(
      text.slice(0, at),
    );
    return isOfTopic(text, verb === null ? at : verb.index, topic);
  };
  const sides = isSides ? [...text.matchAll(patterns().side)].filter(({ index }) => isTopics(index)) : [];
  for (const [at, b] of sides.entries()) {
    const a = sides
      .slice(0, at)
      .find(({ groups }) => groups?.mark === b.groups?.mark && groups?.side !== b.groups?.side);
    if (a !== undefined) return clashOf(rangeOf(a), rangeOf(b), 'thing');
  }
  if (!isUnder) return null;
  const top = [...text.matchAll(patterns().top)].find(({ index }) => isTopics(index));
  const under = top && [...text.matchAll(patterns().under)].find(({ index }) => isTopics(index));
  return top && under && top.groups?.mark !== under.groups?.mark
    ? clashOf(rangeOf(top), rangeOf(under), 'thing')
    : null;
}
