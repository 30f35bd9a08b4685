import { COMMON_WORDS } from './data/common-words.ts';
import { listOf } from './data/list.ts';
import { isEnglish, isName } from './english.ts';
import { memoized } from './memo.ts';
import { triggerKind } from './trigger-kinds.ts';
import { vocabulary, vocabularyWords } from './vocabulary.ts';

/** Shorter words have too many real neighbours; two neighbouring letters in the wrong order are told in shorter ones too. */
const shortest = 6;
const shortestSwap = 4;
/** Longer runs of letters are no words. */
const longest = 20;

/** Slips of words too short to be told by their neighbours. */
const knownSlips = new Map(
  listOf(
    `teh the, hte the, adn and, nad and, wiht with, wtih with, whit with, form from, thier their, taht that, hsi his, ehr her, fo of, si is, onthe on the, ina in a, witha with a, ofa of a, inthe in the, ofthe of the, recieve receive, wierd weird, agian again, befor before, becuase because, untill until, wich which, thru through, alot a lot, infront in front, siting sitting, forrest forest, bycicle bicycle,
bicicle bicycle, bakground background, backround background, forground foreground, beautifull beautiful, jewelery jewelry, tatoo tattoo,
lenght length, heigth height, seperate separate, restaraunt restaurant, accross across, sholder shoulder, sholders shoulders, hankerchief handkerchief,
cemetary cemetery, pharoah pharaoh, mustasche mustache, ambulence ambulance, skateborad skateboard, definately definitely, surrouded surrounded`,
  ).map((pair) => {
    const at = pair.indexOf(' ');
    return [pair.slice(0, at), pair.slice(at + 1)] as const;
  }),
);
// Words of their own.
for (const real of ['form', 'whit', 'nad', 'si', 'fo', 'thru']) knownSlips.delete(real);

const everyday = new Set(listOf(COMMON_WORDS));
const letters = 'abcdefghijklmnopqrstuvwxyz';

/**
 * What a word (lower case) of a sentence is a slip of, the likeliest first; empty for words of English, names, and words that no
 * single letter makes English. A real but rare word may have such a neighbour as well: the folder has to say how often it stands.
 */
export const misspeltAs: (word: string) => readonly string[] = memoized((word) => {
  const known = knownSlip(word);
  if (known !== null) return [known];
  if (!/^[a-z]+$/.test(word) || word.length < shortestSwap || word.length > longest) return [];
  if (isEnglish(word) || isName(word) || triggerKind(word) !== 'coined') return [];
  const swaps: string[] = [];
  for (let at = 0; at + 1 < word.length; at++)
    swaps.push(word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2));
  const found = new Map<string, number>();
  for (const swap of swaps) if (isEnglish(swap)) found.set(swap, 3);
  // A letter that should stand twice: "yelow", "clif".
  if (word.length < shortest)
    for (let at = 0; at < word.length; at++) {
      const doubled = word.slice(0, at + 1) + word.slice(at);
      if (isEnglish(doubled) && isUsual(doubled)) found.set(doubled, 3);
    }
  // The older way to write it: loveable, sizeable.
  if (/eable$/.test(word) && isEnglish(word.replace(/eable$/, 'able'))) return [];
  if (word.length >= shortest) {
    for (let at = 0; at <= word.length; at++) {
      const [head, tail] = [word.slice(0, at), word.slice(at)];
      const doubled = tail !== '' && head.endsWith(tail[0]);
      if (tail !== '' && isEnglish(head + tail.slice(1))) rank(found, head + tail.slice(1), doubled ? 3 : 1);
      for (const letter of letters) {
        if (isEnglish(head + letter + tail))
          rank(found, head + letter + tail, head.endsWith(letter) || tail.startsWith(letter) ? 3 : 2);
        if (tail !== '' && at > 0 && isEnglish(head + letter + tail.slice(1)))
          rank(found, head + letter + tail.slice(1), 1);
      }
    }
  }
  return [...found]
    .map(([text, score]) => [text, score + (isUsual(text) ? 2 : 0)] as const)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, 3)
    .map(([text]) => text);
});

/** Words that are written for others where these make a tag with the word before. */
const realSlips = new Map([
  ['lightning', 'lighting'],
  ['lightening', 'lighting'],
  ['hear', 'hair'],
  ['hare', 'hair'],
]);

/** What a real word is a slip of behind another one, by what is a tag: "studio lightning"; null when it is none. */
export function slipBehind(before: string, word: string): string | null {
  const meant = realSlips.get(word);
  return meant !== undefined && vocabulary().has(`${before} ${meant}`) ? meant : null;
}

/** Whether a word is one that captions have. */
function isUsual(word: string): boolean {
  return vocabularyWords().has(word) || everyday.has(word);
}

/** What a word, of a sentence or of a tag, is a known slip of; null when it is none, although it may be a word or a name. */
export const knownSlip = (word: string): string | null => knownSlips.get(word) ?? null;

function rank(found: Map<string, number>, text: string, score: number): void {
  found.set(text, Math.max(found.get(text) ?? 0, score));
}
