import { hasLetter } from '../ground/letters.ts';
import { once } from '../ground/once.ts';
import { categoryOf } from './categories.ts';
import { listOf } from './data/list.ts';
import { isEnglish, isName } from './english.ts';
import { isRareToken, looksLikeIdentifier } from './identifiers.ts';
import { memoized } from './memo.ts';
import { isClassWord } from './trigger-words.ts';
import { vocabulary } from './vocabulary.ts';

/** What a word looks like that could be a trigger, the likeliest first. */
export type TriggerKind =
  /** A trainer puts the trigger in its place: `[trigger]`. */
  | 'placeholder'
  /** A recommended word, or letters no word is made of: ohwx, zxc4. */
  | 'identifier'
  /** No dictionary has it. */
  | 'coined'
  /** Words of a dictionary joined by a mark: blue-bowl, aria_vale. */
  | 'joined'
  /** A name of several words: Anna Smith. */
  | 'full name'
  /** A name of one word. */
  | 'name'
  /** An ordinary word that stands first, or that is written with a capital within a sentence. */
  | 'ordinary';

/** What ai-toolkit replaces by its trigger_word (toolkit/prompt_utils.py), and what people write by that custom. */
const placeholder =
  /^(?:\[(?:trigger|name|token|subject|instance)(?:[ _]?(?:word|token))?\]|<(?:trigger|token|s\*?|name)>|\{(?:trigger|name|token)\})$/i;

/** Series that taggers name beside their characters; a set of one of them is named after something else. */
const series = new Set(
  listOf(`vocaloid, touhou, hololive, nijisanji, pokemon, precure, idolmaster, umamusume, genshin, arknights, danganronpa, gundam,
evangelion, naruto, kancolle, precure, voiceroid, voicevox, utau, digimon, overwatch, honkai, shingeki, kyojin, kimetsu, yaiba, jujutsu,
kaisen, boku, academia, kantai, shoujo, honzuki, sousou, jojo, bouken, isekai, madoka, magica, sailormoon, persona, nier, zelda, marvel`),
);

/** Words that dictionaries lack and that say how pictures are made or look, or what body an animal has; "arafed" is a word of BLIP's own. */
const making = new Set(
  listOf(`kodachrome, kodak, fujifilm, portra, ektachrome, leica, hasselblad, canon, nikon, sony, iphone, instax, polaroid, cinestill, ilford,
dslr, bokeh, photoreal, photorealistic, photorealism, hyperrealistic, hyperrealism, semirealistic, cyberpunk, steampunk, dieselpunk, solarpunk, synthwave,
vaporwave, lofi, lowpoly, voxel, chibi, kawaii, anime, manga, manhwa, manhua, webtoon, webcomic, shonen, shounen, shojo, seinen, mecha, moe, bishoujo, bishounen,
ukiyo, cel, cgi, midjourney, niji, arafed, araffe, araffes, arafe, anthro, feral, kemono, fursuit, furry, semi-anthro, digitigrade, plantigrade, selfie, mirrorless`),
);

const otherScript = once(() => /[^\p{Script=Latin}\p{N}\p{P}\p{M}]/u);
/** Whether a word has letters of other scripts than the Latin one. */
export const hasOtherScript = (text: string): boolean => /[^\w'-]/.test(text) && otherScript().test(text);

/** Words of a dictionary joined by a hyphen that say how something is, not what it is: long-haired, close-fitting. */
const describing =
  /-(?:\w+ed|\w+ing|style|like|length|sized?|tone|up|shot|angle|eye|level|colou?r|neck|sleeves?|piece|scale|year-old|old|free|less|top|down|shirt|century|res|resolution|quality|definition|[a-z])$|^(?:non|semi|multi|anti|pre|post|ultra|over|half|self|well|high|low|full|long|short|old|dark|light|mid|two|three|four|one|single|double|black-and|off|in|out|up|co|ex|re|un|sun|t|x|v)-/;

/** What a word of a caption looks like, null when it is a word like others. `lower` in lower case, one word. */
export const kindOfWord = memoized((lower: string): TriggerKind | null => {
  if ('[<{'.includes(lower[0] ?? ' ') && placeholder.test(lower)) return 'placeholder';
  if (isRareToken(lower)) return 'identifier';
  if (!hasLetter(lower) || lower.length < 2 || isClassWord(lower)) return null;
  if (vocabulary().has(lower.replaceAll('_', ' '))) return null;
  const parts = lower.split(/[_'’-]/).filter((part) => part !== '');
  if (series.has(lower) || making.has(lower)) return null;
  // `pokemon_(creature)`: the name of a tag that goes on in brackets.
  if (lower.endsWith('_')) return null;
  if (parts.length > 1) {
    if (/['’]/.test(lower)) return kindOfWord(lower.replace(/['’].*$/u, '')) === 'coined' ? 'coined' : null;
    const kinds = parts.map((part) =>
      isEnglish(part) || /^\d+$/.test(part) || part.length < 2 ? null : kindOfWord(part),
    );
    if (kinds.some((kind) => kind === 'coined' || kind === 'identifier')) return 'coined';
    if (kinds.some((kind) => kind === 'name')) return 'full name';
    if (/^(?:score|rating|source|by|artist|year|style)_/.test(lower) || /_(?:up|style)$/.test(lower)) return null;
    if (categoryOf(lower.replaceAll('_', ' ')) !== null) return null;
    return describing.test(lower) || parts.every((part) => part.length < 2 || /^\d+$/.test(part)) ? null : 'joined';
  }
  if (isEnglish(lower)) return null;
  if (isName(lower)) return 'name';
  // "0svald": a name with a digit for its first letter.
  if (/^[01345][a-z]{4,}$/.test(lower) && !isEnglish(lower.slice(1)) && !isEnglish(lower.slice(1, -1))) return 'coined';
  if (/^\d|^[a-z]$|^(\w)\1+$/.test(lower)) return null;
  if (/[^\x00-\x7f]/.test(lower)) return /^[\p{Script=Latin}]+$/u.test(lower) ? 'coined' : null;
  if (isDerived(lower)) return null;
  return looksLikeIdentifier(lower) ? 'identifier' : 'coined';
});

/** Words made of English ones that dictionaries leave out: storyteller's, moonlit, unbuttoned, backlighting. */
function isDerived(lower: string): boolean {
  if (/^(?:un|re|pre|non|over|under|out|semi|multi|mid|super|ultra|photo|micro|mini)/.test(lower))
    for (const at of [2, 3, 4, 5]) if (lower.length - at >= 4 && isEnglish(lower.slice(at))) return true;
  for (const ending of [
    's',
    'es',
    'ed',
    'd',
    'ing',
    'ly',
    'er',
    'y',
    'like',
    'less',
    'ish',
    'esque',
    'ness',
    'ity',
    'ful',
    'ment',
    'wards',
    'able',
  ]) {
    const stem = lower.slice(0, -ending.length);
    if (!lower.endsWith(ending) || stem.length < 4) continue;
    // "laundery": longer words do not get a y, or dictionaries have them.
    if (ending === 'y' && stem.length > 5) continue;
    // "detaild" is no past of "detail".
    if (ending === 'd' && !stem.endsWith('e')) continue;
    // "leavs", "jellyfishs", "tomatos": an s makes plurals of what ends in neither e nor a hiss, and has no es.
    const isOfStem = isEnglish(stem) && (ending !== 's' || !(/(?:[sxz]|[cs]h)$/.test(stem) || isEnglish(`${stem}es`)));
    // "thred", "parsely": behind these endings the mute e of a stem stays.
    if (isOfStem || (!['s', 'd', 'ly'].includes(ending) && isEnglish(`${stem}e`))) return true;
  }
  // strappy, drippy
  if (/([^aeiou])\1y$/.test(lower) && isEnglish(lower.slice(0, -2))) return true;
  for (let at = 4; at <= lower.length - 4; at++)
    if (isEnglish(lower.slice(0, at)) && isEnglish(lower.slice(at))) return isCompoundEnd(lower.slice(at));
  return false;
}

/** Ends of English compounds; other joined words ("purplecurly") are made up. */
function isCompoundEnd(end: string): boolean {
  return /^(?:light|lights|lit|lamp|lamps|house|room|wear|shirt|coat|board|wall|side|line|work|ware|like|shot|scape|front|back|stand|shelf|shelves|post|tail|hair|haired|piece|band|strap|sleeve|ground|time|light(?:ing|ed)|mount|top|tops|pack|bags?|book|books|walk|way|yard|door|window|seat|stool|holder|paper|glass|glasses|ball)$/.test(
    end,
  );
}

/** What a word or name looks like, for one as {@link TriggerUse.word} gives it. */
export function triggerKind(text: string): TriggerKind {
  const words = text.split(' ');
  if (words.length === 1 && !hasOtherScript(text)) return kindOfWord(text) ?? 'ordinary';
  if (hasOtherScript(words.join(''))) return 'name';
  const kinds = words.map(kindOfWord);
  for (const kind of ['placeholder', 'identifier', 'coined'] as const) if (kinds.includes(kind)) return kind;
  return 'full name';
}
