import type { TextRange } from '../../ground/text.ts';
import { another } from './another.ts';
import { betweenCommas, sentencesAcross } from './between.ts';
import { NUMBERS } from './nouns.ts';
import { presenceOf } from './presence.ts';

/** What has things standing, lying or hanging about everywhere: what it has none of is nowhere in it. */
const scene =
  /^(?:sky|night|day|morning|afternoon|evening|landscape|hill|island|plain|place|scene|shore|coast|street|road|field|meadow|desert|valley|beach|cliff|slope|moor|steppe|ridge|peak|mountain|room|hall|courtyard|square)$/;
/** Places that are not the one that was spoken of, and ways of being there that are none. */
const elsewhere =
  /\b(?:beyond|mainland|distan\w*|horizon|across|outside|another|others?|opposite|far|posters?|paintings?|murals?|mirrors?|photos? of|pictures? of|statues?|toys?|models?|drawings?|shadows?|reflect\w*|printed|pattern\w*|embroider\w*|shaped|instead|no longer|only|except|but|(?:left|right) (?:half|side|page|panel|of)|half|foreground|background|memor\w*|dream\w*)\b/i;

/** The same of the words beside them alone: "nettles where the stove used to be". */
const elsewhereBeside = /\b(?:once|former|used to)\b/i;

/** Whether what there is none of and what is there may be two, or two places. */
const areElsewhere = (text: string, a: TextRange, b: TextRange): boolean =>
  elsewhere.test(a.start < b.start ? sentencesAcross(text, a, b) : sentencesAcross(text, b, a)) ||
  [a, b].some(({ start }) => elsewhereBeside.test(betweenCommas(text, start)));

/** "there are no cars", "no boats can be seen": none in the whole picture, and not only on something in it. */
const isNowhere = (text: string, { start, end }: TextRange): boolean =>
  (/\bthere (?:is|are) $/i.test(text.slice(0, start)) &&
    /^(?: (?:at all|anywhere|in (?:the|this) (?:picture|image|photo|scene|frame)|to be seen|in (?:sight|view)|here|about|around))?(?: (?:near|around|beside|by) (?:[a-z\d_-]+ ){0,2}[a-z\d_-]+)?(?:[,.;]|$| and there\b)/i.test(
      text.slice(end),
    )) ||
  (/(?:^|[,.;] )$/.test(text.slice(0, start)) &&
    /^ (?:(?:is|are|can be) )?(?:visible|seen|in sight|to be seen|around|anywhere)\b/i.test(text.slice(end)));

/**
 * What a scene has none of and that is there: "a treeless island, tall pines around the tower"; of a thing that has none it must be the one
 * that belongs to it: "no driver …, the driver grips the wheel". Null where it may be another one's.
 * @param missing what there is none of, singular
 */
export function thereAfterAll(
  text: string,
  missing: string,
  range: TextRange,
  bearer: { readonly noun: string } | null,
): TextRange | null {
  // "a dog …, there are no animals in the picture"
  if (isNowhere(text, range)) {
    const there =
      presenceOf(text, missing, range, 0, range.start) ?? presenceOf(text, missing, range, range.end, text.length);
    return there === null || areElsewhere(text, range, there) ? null : there;
  }
  // "without a fan, the fan in her hand is open"
  const held = new RegExp(
    `\\b(?:the|an?|his|her) (?:[a-z-]+ )?${missing}s? in (?:his|her) (?:left |right )?hands?\\b`,
    'i',
  ).exec(text.slice(range.end));
  if (held !== null) {
    const start = range.end + held.index;
    const there = { start, end: start + held[0].length };
    if (!areElsewhere(text, range, there)) return there;
  }
  const found = presenceOf(text, missing, range, range.end, text.length);
  if (found === null || areElsewhere(text, range, found)) return null;
  // "a headless mannequin beside it, its head turned": nobody knows whose.
  if (another.test(text.slice(range.end, found.start).replace(/^(?: [a-z]+){0,3} at /i, ' '))) return null;
  const before = text.slice(range.end, found.start);
  const piece = before.slice(Math.max(before.lastIndexOf(','), before.lastIndexOf('.'), before.lastIndexOf(';')) + 1);
  // "there is no handle on this cup. A hand grips its handle"
  const isOnIt =
    /\bthere (?:is|are) $/i.test(text.slice(0, range.start)) && /^ on (?:the|this|it)\b/i.test(text.slice(range.end));
  if (isOnIt && /\bits (?:[a-z-]+ )?$/i.test(piece)) return found;
  if (
    /\b(?:like|as|than|behind|beside|an?) (?:[a-z-]+ )*$/i.test(piece) &&
    !((missing === 'animal' || (bearer !== null && scene.test(bearer.noun))) && /\ban? (?:[a-z-]+ )*$/i.test(piece))
  )
    return null;
  if (/\b(?:like|as|than|behind|beside)\b/i.test(piece) || !/[,.;]/.test(before)) return null;
  if (/^ ?(?:the|its|their) (?:[a-z-]+ )?$/i.test(piece)) {
    if (/^ (?:(?:is|are|was|were) )?(?:lost|missing|gone|removed|broken off|torn off)\b/i.test(text.slice(found.end)))
      return null;
    const [, whose] = /^ of (?:the|its) (?:[a-z-]+ )?([a-z]+)\b/i.exec(text.slice(found.end)) ?? [];
    // "the hands of the clock": of what was spoken of.
    if (whose !== undefined) return new RegExp(`\\b${whose}\\b`, 'i').test(text.slice(0, range.start)) ? found : null;
    return /^ (?:on|in|at) /i.test(text.slice(found.end)) ? null : found;
  }
  const isScene = missing === 'animal' || (bearer !== null && scene.test(bearer.noun));
  const isPlain = new RegExp(
    `^ ?(?:(?:an?|${NUMBERS}|many|several|thousands of|hundreds of|countless|rows of|(?:an? )?(?:row|avenue|group|line|stand|grove|cluster|handful|ring) of) )?(?:[a-z-]+,? ){0,2}$`,
    'i',
  );
  return isScene && isPlain.test(piece) ? found : null;
}
