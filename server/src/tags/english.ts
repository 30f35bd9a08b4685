import { LateMap } from '../ground/late-map.ts';
import { once } from '../ground/once.ts';
import { packedEnglish } from './data/english.generated.ts';
import { FIELD_WORDS } from './data/field-words.ts';
import { listOf, searchable } from './data/list.ts';
import { RARE_WORDS } from './data/rare-words.ts';
import { memoized } from './memo.ts';
import { PackedWords } from './packed-words.ts';
import { isVocabularyWord } from './vocabulary.ts';

let lists: readonly string[] | null = null;
const listsOfEnglish = (): readonly string[] => {
  lists ??= packedEnglish().split(' ');
  return lists;
};
const words = new PackedWords(() => listsOfEnglish()[0]);
const names = new PackedWords(() => listsOfEnglish()[1]);

const furtherText = once(() => searchable(`${FIELD_WORDS},${RARE_WORDS}`));
/** Words that dictionaries of general English lack. */
const further = new LateMap<true>(
  (word) => (word !== '' && !word.includes(',') && furtherText().includes(`,${word},`) ? true : undefined),
  () => new Map([...listOf(FIELD_WORDS), ...listOf(RARE_WORDS)].map((word) => [word, true])),
  60,
);

/** Whether a word (lower case) is one of English or of the tags the product knows, American or British. */
export const isEnglish: (word: string) => boolean = memoized(
  (word) =>
    isVocabularyWord(word) ||
    words.has(word) ||
    further.has(word) ||
    (/[^s]s$/.test(word) && word.length > 4 && (further.has(word.slice(0, -1)) || isVocabularyWord(word.slice(0, -1)))),
);

/** Whether a word (lower case) is a name that English writes with a capital: Anna, Paris, Toyota. */
export const isName: (word: string) => boolean = memoized((word) => !isEnglish(word) && names.has(word));
