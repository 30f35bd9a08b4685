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
  let one: string | null = null;
  let differ = false;
  let solo = false;
  let none = false;
  let several = false;
  for (const word of wordsOf(tags)) {
    const kind = subjectKind(word);
    if (kind === null) continue;
    if (kind === 'solo') solo = true;
    else if (kind === 'none') none = true;
    else if (kind === 'several') several = true;
    else if (one === null) one = kind;
    else if (one !== kind) differ = true;
  }
  if (several || (differ && !solo)) return 'several';
  if (solo || one !== null) return 'one';
  return none ? 'none' : 'unknown';
}

/** Words of a tag that names one person. */
const personWords = 3;

/** What a tag says about the number of subjects: for one subject the canonical tag itself; null for nothing. */
const subjectKind = trait(({ canonical: tag }): string | null => {
  if (tag === 'solo' || ONE.has(tag)) return tag;
  // "kaelith 1girl": trigger and class word as one tag.
  const last = tag.slice(tag.lastIndexOf(' ') + 1);
  if (ONE.has(last)) return last;
  // "ohwx woman, red dress": one is said without a number.
  if (tag.split(' ').length <= personWords) {
    if (last === 'woman' || last === 'girl' || last === 'lady') return '1girl';
    if (last === 'man' || last === 'boy' || last === 'guy') return '1boy';
  }
  if (tag === 'no humans') return 'none';
  return GROUP.has(tag) || (/^[\dm]/.test(tag) && SEVERAL.test(tag)) ? 'several' : null;
});
