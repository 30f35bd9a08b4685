import { once } from '../ground/once.ts';
import type { TextRange } from '../ground/text.ts';
import { COLOUR_WORDS } from './data/modifiers.ts';
import { isEnglish, isName } from './english.ts';
import { memoized } from './memo.ts';
import { usualWords } from './misspelt.ts';
import { triggerKind } from './trigger-kinds.ts';

/** Words of a caption from which a word that waits for more ends it in the middle. */
const fewestWords = 6;
/** Words from which a caption of several sentences stops in the middle where its last one has no end: short ones have none as a matter of taste. */
const longCaption = 25;
/** Letters of a stump, and those that its word has more at least. */
const stumpLetters = 4;
const stumpMissing = 2;

/** Words that no sentence ends with. */
const waits =
  /\s(?:an?|the|and|or|but|of|as|into|onto|between|is|are|was|were|has|have|his|their|its|which|that|while|who|whose|where|very|more|both|(?:has|have|had) (?:just|already|also|only|never|now)|(?:is|are) (?:being|about))[,;:-]?$/i;
/** The same, but for a clause on somebody: "the dress she is looking at". */
const waitsForThing =
  /^(?!.*\b(?:he|she|they|it|that|which|who|what)\b).*\s(?:with|to|from|for|at|against|beside|(?<!(?:zoomed|tucked|leaning|leans|plugged|fenced|walks|walking|coming|moving|looking|sign|cut) )in|creating|wearing|featuring|including)$/is;
/** What goes on with a verb, or with whom something is done for: "have stopped to", "has put down to", "left open for". */
const waitsForVerb =
  /\b(?:(?:stop|start|turn|bend|lean|reach|kneel|wait|paus|tri|try|hurri|begin|stretch|crouch|stoop|climb|struggl|prepar)(?:s|es|ped|ed|ing|ning|n)? (?:down |over |out |up |back |forward |aside |around )?to|(?:put|set|laid|lain|placed|left|knelt|bent|began|begun|about|ready|able|unable|ordered|waiting|trying) (?:down |out |aside |open |ajar |back |behind |over )?to|(?:left|kept|held|propped|set|put) (?:open|ajar|aside|out|up|down) (?:for|to|by|with))$/i;
/** Where a clause begins that has a thing of its own: the last one tells whom the end is about. */
const ofItsOwn = once(
  () =>
    /(?:[,;:]\s+(?:(?:and|while|but|as|where) )?|\s(?:and|while|but) )(?:(?:behind|beside|before|near|above|below|around) (?:him|her|it|them) )?(?=(?:an?|the|two|three|several|his|her|its|their|one|another|some) )/gi,
);

/** Whether the last sentence of a text stops before what its last word asks for. */
function isWaiting(rest: string): boolean {
  const ending = rest.replace(/[,;:-]+$/, '');
  const last = [...ending.matchAll(ofItsOwn())].at(-1);
  const clause = last === undefined ? ending : ending.slice(last.index + last[0].length);
  return waits.test(rest) || waitsForThing.test(clause) || waitsForVerb.test(ending);
}

/** A letter or a class by its name. */
const named = /\b(?:letter|grade|vitamin|plan|type|size|exhibit|class|series|group|bus|gate|line|hall|section) an?$/i;
/** An article, or whose it is, and what something is like, without the thing. "Its collar blue" is whole: the thing comes first. */
const halfNamed =
  /\b(?:an?|his|its|their|her) ([a-z-]+)$|\ban? [a-z-]+,? ([a-z-]+)$|\b(?:his|its|their|her) ([a-z-]+),? ([a-z-]+)$/;
/** Colours that a thing has its name of, or people. */
const things = 'orange gold golden silver violet lavender rainbow blond blonde tan cream white'.split(' ');
const adjectives = once(
  () =>
    new Set([
      ...[...COLOUR_WORDS].filter((word) => !things.includes(word)),
      ...'small large big tall little tiny huge wide narrow bright old young wooden leather striped large-brimmed'.split(
        ' ',
      ),
    ]),
);

function isHalfNamed(text: string): boolean {
  const [, bare, ofAny, before, ofOwn] = halfNamed.exec(text) ?? [];
  if (ofOwn !== undefined) return adjectives().has(before) && adjectives().has(ofOwn);
  return adjectives().has(bare ?? ofAny ?? '');
}

/** Whether a text ends as a sentence does. */
export const endsSentence = (text: string): boolean => /[.!?…。]["'”’)\]]*\s*$/.test(text.slice(-8));

/** The beginning of a usual word, and no word itself: "backgr". */
const isStump = memoized((word: string): boolean => {
  if (word.length < stumpLetters || !/^[a-z]+$/.test(word) || isEnglish(word) || isName(word)) return false;
  for (const usual of usualWords())
    if (usual.length >= word.length + stumpMissing && usual.startsWith(word)) return true;
  return false;
});

/** Whether a tag that no sentence has stands behind the last comma, as a trigger that ends all captions does: ", lmpgld", ", lnct print". */
function endsWithTag(rest: string): boolean {
  const words = /,\s*([^,]+)$/.exec(rest)?.[1].toLowerCase().split(/\s+/) ?? [];
  return (
    words.length > 0 &&
    words.length <= mostOfTag &&
    (words.at(-1) === 'style' ||
      words.some((word) => ['identifier', 'coined', 'placeholder', 'joined'].includes(triggerKind(word))))
  );
}
const mostOfTag = 4;

/**
 * The last sentence of a caption that stops in the middle, as a captioning model's does at its longest answer. `isSure` where a word that
 * waits for more shows it; else only its end is missing. Null where it has one.
 */
export function cutOff(text: string): { readonly range: TextRange; readonly isSure: boolean } | null {
  const trimmed = text.trimEnd();
  if (endsSentence(trimmed)) return null;
  const words = trimmed.split(/\s+/);
  if (words.length < fewestWords) return null;
  const end = Math.max(...['. ', '! ', '? '].map((mark) => trimmed.lastIndexOf(mark)));
  const start = end < 0 ? 0 : end + 2;
  const rest = trimmed.slice(start);
  const last = words.at(-1) ?? '';
  const isSure = (isWaiting(rest) && !named.test(rest)) || isHalfNamed(rest) || isStump(last);
  const range = { start, end: trimmed.length };
  if (isSure) return { range, isSure };
  if (end < 0 || !/^\p{Lu}/u.test(rest) || rest.split(/\s+/).length < 2 || endsWithTag(rest)) return null;
  const ends = trimmed.slice(0, end + 1).match(/[.!?](?=\s|$)/g)?.length ?? 0;
  return { range, isSure: words.length >= longCaption && ends >= 2 };
}
