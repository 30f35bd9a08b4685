import { isEnglish } from './english.ts';
import { wordsIn } from './text-words.ts';
import { kindOfWord } from './trigger-kinds.ts';

/** Words for somebody, apart from those for a part of the family: of two different ones there are two. */
const persons = /\b(?:woman|man|girl|boy|child|lady|gentleman|baby|toddler|dog|cat|horse|doll|statue|figure)\b/gi;
/** Somebody who is told of beside another one: "her brother", "a chef and an older chef". */
const relatives =
  /\b(?:his|her|their|its) (?:[a-z-]+ )?(?:son|daughter|mother|father|brother|sister|husband|wife|friend|child|baby|grandmother|grandfather|grandson|granddaughter|partner|owner|twin|companion|colleague|teacher|kitten|puppy|foal|cub|rider)s?\b/i;
/** One of several by what it is beside the others: "the younger one". */
const ones = /\b(?:the|an?) (?:[a-z]+er|other|first|second|left|right) one\b/i;

const people =
  /\b(?:two|three|four|five|six|several|many|both|group|couple|people|women|men|girls|boys|crowd|another|others|they|each|friends|siblings|sisters|brothers|family|pair)\b/i;

/** Somebody else than the one that a caption names. */
export const besideSomebody =
  /\b(?:to|with|at|from|by|beside|behind|and|near|of|for|holding|hugging|facing) (?:an?|another|the|her|his|their) (?:[a-z-]+ )?(?:man|woman|girl|boy|child|lady|gentleman|baby|toddler|person|friend|mother|father|sister|brother|daughter|son)\b/i;

/** A second person, though of the same word: "a woman beside a woman in a blue dress". */
const besideAnother =
  /\b(?:with|beside|behind|and|at|to|towards?|near|next to|hugging|facing|holding) (?:an?|another|the|her|his) (?:[a-z-]+ )?(?:woman|man|girl|boy|child|person|lady|gentleman|baby)\b/i;

/** Whether a text speaks of several people or creatures. */
export function hasSeveral(text: string): boolean {
  return (
    people.test(text) ||
    besideAnother.test(text) ||
    relatives.test(text) ||
    ones.test(text) ||
    new Set(text.toLowerCase().match(persons)).size > 1 ||
    namesIn(text) > 1
  );
}

/** How many names or made-up words a text has that somebody could be called by; a name behind "in" or "of" is a place's. */
function namesIn(text: string): number {
  const names = new Set<string>();
  let before = '';
  for (const { lower, end } of wordsIn(text)) {
    const kind = kindOfWord(lower);
    // "clean-shaven" is made of words.
    const isWords = kind === 'joined' && lower.split('-').every(isEnglish);
    const isName =
      kind !== null && !isWords && (kind !== 'name' || !/^(?:in|at|of|from|near|to|the|a|an|by)$/.test(before));
    // "Nora Wynn" is one person.
    if (isName && !names.has(before)) names.add(lower);
    before = /^ \S/.test(text.slice(end, end + 2)) ? lower : '';
  }
  return names.size;
}
