import { isEnglish } from './english.ts';
import { singular } from './opposed/nouns.ts';
import { isKindOf, isThingWord } from './opposite-words.ts';
import { wordsIn } from './text-words.ts';
import { kindOfWord } from './trigger-kinds.ts';

/** Words for somebody, apart from those for a part of the family: of two different ones there are two. */
const persons =
  /\b(?:woman|man|girl|boy|child|lady|gentleman|baby|toddler|dog|cat|kitten|puppy|foal|lamb|horse|doll|statue|figure)\b/gi;
/** Somebody who is told of beside another one: "her brother", "a chef and an older chef". */
const relatives =
  /\b(?:his|her|their|its) (?:[a-z-]+ )?(?:son|daughter|mother|father|brother|sister|husband|wife|friend|child|baby|grandmother|grandfather|grandson|granddaughter|partner|owner|twin|companion|colleague|teacher|kitten|puppy|foal|cub|rider)s?\b/i;
/** One of several by what it is beside the others: "the younger one". */
const ones = /\b(?:the|an?) (?:[a-z]+er|other|first|second|left|right) one\b/i;

const people =
  /\b(?:both(?! (?:of )?(?:his|her|its) | (?:hands|arms|legs|feet|eyes|ears|knees|sides|sleeves|ends|shoes|boots|cheeks)\b)|group|couple|people|women|men|girls|boys|crowd|another|others|they|each|friends|siblings|sisters|brothers|family|pair)\b/i;

/** Somebody else than the one that a caption names. */
export const besideSomebody =
  /\b(?:to|with|at|from|by|beside|behind|and|near|of|for|holding|hugging|facing) (?:an?|another|the|her|his|their) (?:[a-z-]+ )?(?:man|woman|girl|boy|child|lady|gentleman|baby|toddler|person|friend|mother|father|sister|brother|daughter|son)\b/i;

/** Words for somebody by what he does. */
const callings =
  'knight|soldier|sailor|farmer|rider|driver|squire|student|doctor|nurse|chef|priest|guard|prince|princess|warrior|fisherman|shepherd|captain|porter|king|queen|waiter|waitress|bride|groom|teacher|customer|stranger|companion|opponent|partner|neighbou?r|servant|maid|clerk|boss|passer-by';

/** A second person, though of the same word: "a woman beside a woman in a blue dress". */
const besideAnother = new RegExp(
  `\\b(?:with|beside|behind|and|at|to|towards?|near|next to|hugging|facing|holding) (?:an?|another|the|her|his) (?:[a-z-]+ )?(?:woman|man|girl|boy|child|person|lady|gentleman|baby|${callings})\\b`,
  'i',
);
/** Somebody by what he does as who does something, behind a stop: "The neighbour scowls". */
const calling = new RegExp(`(?:^|[.,;] )(?:the|an?|his|her) (?:[a-z-]+ )?(${callings})\\b`, 'i');
/** One word for two who come in: "a doll with black plaits, a doll with blonde curls". */
const newAgain =
  /\ban? (?:[a-z\d_-]+ ){0,2}?(woman|man|girl|boy|child|person|lady|doll|dog|cat|horse|bird|figure)\b.*(?:,|\band) an? (?:[a-z-]+ ){0,2}?\1\b/i;

const number = /\b(?:two|three|four|five|six|several|many) (?=(?<words>(?:[a-z-]+ ?){1,3}))/gi;

/** Ends of words for somebody, in the plural. */
const somebodies =
  /(?:er|or|ist|ian|ant|ent|man|ee|girl|boy|kid|twin|friend|nun|monk|king|queen|guest|youth|bride|nurse|chef|guard|knight|clown|elf|adult|figure|other|person|lad|pal|mate|child|ess)s$|^(?:witches|ladies|babies|dogs|wolves|foxes|puppies)$/;

/** Whether a text counts people or creatures; "two strokes of vermilion" are none. */
function countsSomebody(text: string): boolean {
  for (const { groups } of text.matchAll(number)) {
    // The first plural is what is counted.
    const noun = groups?.words
      .toLowerCase()
      .split(' ')
      .find((word) => /s$/.test(word) && singular(word) !== word);
    if (noun === undefined || isKindOf(singular(noun), 'animal')) return true;
    if (!isThingWord(singular(noun)) && somebodies.test(noun)) return true;
  }
  return false;
}

/** Whether somebody by what he does comes in behind somebody else. */
function hasCalling(text: string): boolean {
  const match = calling.exec(text);
  if (match === null || match.index === 0) return false;
  return (
    !new RegExp(`\\b${match[1]}\\b`, 'i').test(text.slice(0, match.index)) &&
    /\b(?:man|woman|boy|girl|person)\b/i.test(text.slice(0, match.index))
  );
}

/** Tags that count two before the sentences: "1girl, 1boy". */
const tagged = /\b1(girl|boy|man|woman|other)\b(?=.*\b1(?!\1\b)(?:girl|boy|man|woman|other)\b)/i;

/** Whether a text speaks of several people or creatures. */
export function hasSeveral(text: string): boolean {
  return (
    people.test(text) ||
    tagged.test(text) ||
    countsSomebody(text) ||
    newAgain.test(text) ||
    hasCalling(text) ||
    besideAnother.test(text) ||
    relatives.test(text) ||
    ones.test(text) ||
    new Set(text.toLowerCase().match(persons)).size > 1 ||
    namesIn(text) > 1
  );
}

/** How many names or made-up words a text has that somebody could be called by; a name behind "in" or "of" is a place's. */
export function namesIn(text: string): number {
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
