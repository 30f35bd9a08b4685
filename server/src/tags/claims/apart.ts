import { betweenCommas, rangeBetween, stops } from '../opposed/between.ts';
import type { Unit } from './units.ts';

/** Words by which two sentences may speak of two times, or a sentence of what is not there. */
const otherTime =
  /^\W*(?:then|later|afterwards?|soon|next|now|moments|minutes|hours|after|before|earlier|finally|suddenly|by (?:noon|night|day|dawn|dusk|evening|morning|midnight)|at (?:noon|night|dawn|dusk))\b|\b(?:no longer|about to|ready to|as if|as though|(?:after|before) (?:(?!closing|opening)[a-z]+ing|he|she|it|they)\b|(?:just|shortly|right|moments?|seconds?) (?:before|after)|until|becomes?|turns? into|turning|changes?|instead|once|painted|printed|posters?|paintings?|photos? of|photographs? of|(?:an?|the|in|his|her|full-length) (?:[a-z]+ )?mirrors?|reflections?|reflected|statue of|screens?|murals?|dreams?|memor\w+|imagin\w+|toy|would|will|if)\b/i;

/** Words by which the words beside them, up to the next comma, speak of another time or of something else: "where the stove used to be". */
const otherBeside = /\b(?:used to|or)\b/i;

/** Whether what stands at a place of a text may be said of another time, or of what is not there. */
export const isOtherTime = (text: string, at: number, sentence: string): boolean =>
  otherTime.test(sentence) || otherBeside.test(betweenCommas(text, at));

/** The part of a sentence that a place stands in, where "while" takes it apart. */
export function besideWhile(text: string, at: number, sentence: string): string {
  if (!meanwhile.test(sentence)) return sentence;
  const own = rangeBetween(text, at, stops);
  let from = own.start;
  for (const part of text.slice(own.start, own.end).split(meanwhile)) {
    const end = from + part.length;
    if (at < end) return part;
    from = end + whileLength;
  }
  return sentence;
}
const meanwhile = / while /;
const whileLength = ' while '.length;

/** What the caption calls itself at its beginning. */
const ofItself =
  /^(?:(?:an?|the|this) )?(?:[a-z-]+ ){0,3}(?:photo(?:graph)?|picture|image|painting|illustration|drawing|portrait) (?:of|shows|showing)\b/i;

/** The surest of them: a sentence of a later time, or of what a picture in the picture shows. */
export const otherPicture =
  /^\W*(?:then|later|afterwards?|moments|minutes|hours|finally|suddenly)\b|\b(?:posters?|paintings?|photos? of|photographs? of|murals?|billboards?|dreams?|memor(?:y|ies)|imagin\w+|no longer)\b/i;

/** The sentence, tag or value that stands at a place, without what the caption calls itself. */
export function sentencesOf(text: string, units: readonly Unit[]): (at: number) => string {
  return (at) => {
    const unit = units.find(({ start, end }) => start <= at && at < end);
    if (unit === undefined) return '';
    if (unit.kind !== 'clause') return text.slice(unit.tokens[0]?.start ?? unit.start, unit.end);
    const all = units.filter(({ sentence, kind }) => sentence === unit.sentence && kind === 'clause');
    return text.slice(all[0]!.start, all.at(-1)!.end).replace(ofItself, ' ');
  };
}
