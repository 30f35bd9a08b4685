import { canonicalTag } from './synonyms.ts';

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
export function subjectCount(tags: readonly string[]): SubjectCount {
  let ones = 0;
  let solo = false;
  let none = false;
  let several = false;
  const seen = new Set<string>();
  for (const norm of tags) {
    const tag = canonicalTag(norm);
    if (seen.has(tag)) continue;
    seen.add(tag);
    if (tag === 'solo') solo = true;
    else if (ONE.has(tag)) ones++;
    else if (tag === 'no humans') none = true;
    else if (GROUP.has(tag) || SEVERAL.test(tag)) several = true;
  }
  if (several || (ones > 1 && !solo)) return 'several';
  if (solo || ones === 1) return 'one';
  return none ? 'none' : 'unknown';
}
