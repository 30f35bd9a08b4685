import type { Unit } from './units.ts';

/** Words by which two sentences may speak of two times, or a sentence of what is not there. */
export const otherTime =
  /^\W*(?:then|later|afterwards?|soon|next|now|moments|minutes|hours|after|before|earlier|finally|suddenly|by (?:noon|night|day|dawn|dusk|evening|morning|midnight)|at (?:noon|night|dawn|dusk))\b|\b(?:no longer|used to|about to|ready to|as if|as though|(?:after|before) (?:[a-z]+ing|he|she|it|they)\b|(?:just|shortly|right|moments?|seconds?) (?:before|after)|until|becomes?|turns? into|turning|changes?|instead|once|or|painted|printed|posters?|paintings?|photos? of|photographs? of|(?:an?|the|in|his|her|full-length) (?:[a-z]+ )?mirrors?|reflections?|reflected|statue of|screens?|murals?|dreams?|memor\w+|imagin\w+|toy|would|will|if)\b/i;

/** What the caption calls itself at its beginning. */
const ofItself =
  /^(?:(?:an?|the|this) )?(?:[a-z-]+ ){0,3}(?:photo(?:graph)?|picture|image|painting|illustration|drawing|portrait) (?:of|shows|showing)\b/i;

/** The surest of them: a sentence of a later time, or of what a picture in the picture shows. */
export const otherPicture =
  /^\W*(?:then|later|afterwards?|moments|minutes|hours|finally|suddenly)\b|\b(?:posters?|paintings?|photos? of|photographs? of|murals?|billboards?|dreams?|memor(?:y|ies)|imagin\w+|used to|no longer)\b/i;

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
