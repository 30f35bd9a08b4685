import { trait, type Word, wordsOf } from './word.ts';

/** How many people or creatures a caption says it shows. */
export type SubjectCount = 'none' | 'one' | 'several' | 'unknown';

const ONE = new Set(['1girl', '1boy', '1other']);
const SEVERAL =
  /^(?:[2-9]|\d{2,}|\d+\+)(?: ?)(?:girls?|boys?|others?|women|men|people|persons)$|^multiple (?:girls|boys|others|people|persona)$/;
const GROUP = new Set([
  'couple',
  'crowd',
  'group',
  'everyone',
  'solo focus',
  'multiple views',
  'dual persona',
  'multiple persona',
  'reference sheet',
  'character sheet',
  'model sheet',
  'comic',
  'group picture',
  'group photo',
  'lineup',
  'twins',
  'siblings',
  'sisters',
  'brothers',
  'people',
  'girls',
  'boys',
  'men',
  'women',
  'family',
]);

/**
 * The number of subjects by the count tags. One: `solo`, or exactly one of `1girl`, `1boy`, `1other`, and no tag for
 * several, a crowd, several views or panels. Unknown without any count tag: nothing may then rest on there being one.
 */
export function subjectCount(tags: readonly string[] | readonly Word[]): SubjectCount {
  return countOfSubjects(wordsOf(tags).map(subjectBits));
}

/** The same by what each tag says, see {@link subjectBits}. */
export function countOfSubjects(bits: ArrayLike<number>): SubjectCount {
  let said = 0;
  for (let at = 0; at < bits.length; at++) said |= bits[at];
  const ones = said & onesBits;
  // One bit and no other: tags for one girl and for one boy differ.
  const differ = (ones & (ones - 1)) !== 0;
  if ((said & severalBit) !== 0 || (differ && (said & soloBit) === 0)) return 'several';
  if ((said & soloBit) !== 0 || ones !== 0) return 'one';
  return (said & noneBit) !== 0 ? 'none' : 'unknown';
}

const [soloBit, noneBit, severalBit] = [1, 2, 4];
const bitOfOne: Readonly<Record<string, number>> = { '1girl': 8, '1boy': 16, '1other': 32 };
const onesBits = 8 | 16 | 32;

/** Words of a tag that names one person. */
const personWords = 3;

/** What a tag says about the number of subjects, as bits; 0 for nothing. */
export const subjectBits = trait(({ canonical: tag }): number => {
  if (tag === 'solo') return soloBit;
  // "kaelith 1girl": trigger and class word as one tag.
  const last = tag.slice(tag.lastIndexOf(' ') + 1);
  if (ONE.has(last)) return bitOfOne[last];
  // "ohwx woman, red dress": one is said without a number.
  if (tag.split(' ').length <= personWords) {
    if (last === 'woman' || last === 'girl' || last === 'lady') return bitOfOne['1girl'];
    if (last === 'man' || last === 'boy' || last === 'guy') return bitOfOne['1boy'];
  }
  if (tag === 'no humans') return noneBit;
  return GROUP.has(tag) || (/^[\dm]/.test(tag) && SEVERAL.test(tag)) ? severalBit : 0;
});
