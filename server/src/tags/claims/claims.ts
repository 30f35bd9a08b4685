import { once } from '../../ground/once.ts';
import { type Opposed, TWO_PICTURES } from '../opposed/clash.ts';
import { axesTwice } from './axes.ts';
import { nobodyThere } from './nobody.ts';
import { placesTwice } from './places.ts';
import { looksTwice } from './things.ts';
import { unitsOf } from './units.ts';
import { castOf } from './who.ts';
import { wornAfterAll } from './worn.ts';

/** Words by which two sentences may speak of two times, or a sentence of what is not there. */
const otherTime =
  /^\W*(?:then|later|afterwards?|soon|next|now|moments|minutes|hours|after|before|earlier|finally|suddenly|by (?:noon|night|day|dawn|dusk|evening|morning|midnight)|at (?:noon|night|dawn|dusk))\b|\b(?:no longer|used to|about to|ready to|as if|as though|(?:after|before) (?:[a-z]+ing|he|she|it|they)\b|(?:just|shortly|right|moments?|seconds?) (?:before|after)|until|becomes?|turns? into|turning|changes?|instead|once|or|painted|printed|posters?|paintings?|photos? of|photographs? of|(?:an?|the|in|his|her|full-length) (?:[a-z]+ )?mirrors?|reflections?|reflected|statue of|screens?|murals?|dreams?|memor\w+|imagin\w+|toy|would|will|if)\b/i;

/** What the caption calls itself at its beginning. */
const ofItself =
  /^(?:(?:an?|the|this) )?(?:[a-z-]+ ){0,3}(?:photo(?:graph)?|picture|image|painting|illustration|drawing|portrait) (?:of|shows|showing)\b/i;

/** What a text says of one thing or of its scene and takes back, by whom and what each phrase speaks of. */
export function claimsTwice(text: string, isTags: boolean, isOfSeveral: boolean): Opposed | null {
  if (TWO_PICTURES.test(text)) return null;
  const units = unitsOf(text, isTags);
  const cast = once(() => castOf(units, isOfSeveral));
  const sentenceAt = (at: number): string => {
    const unit = units.find(({ start, end }) => start <= at && at < end);
    if (unit !== undefined && unit.kind !== 'clause') return text.slice(unit.tokens[0]?.start ?? unit.start, unit.end);
    const own = unit?.sentence;
    const all = units.filter(({ sentence, kind }) => sentence === own && kind !== 'tag');
    return all.length === 0 ? '' : text.slice(all[0]!.start, all.at(-1)!.end).replace(ofItself, ' ');
  };
  const isApart = (a: number, b: number): boolean => [a, b].some((at) => otherTime.test(sentenceAt(at)));
  // A list of tags has pairs of its own.
  if (isTags) return wornAfterAll(text, units, cast, isApart);
  return (
    looksTwice(units, cast, isApart) ??
    wornAfterAll(text, units, cast, isApart) ??
    axesTwice(text, units, cast, isApart, sentenceAt) ??
    placesTwice(text, units, cast, isApart, sentenceAt) ??
    nobodyThere(text, units, cast, isApart, sentenceAt)
  );
}
