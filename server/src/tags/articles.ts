import { isEnglish } from './english.ts';
import { isFunctionWord } from './function-words.ts';

/** Words behind which "a" is the name of something: "vitamin a". */
const named = /^(?:vitamin|grade|letter|type|size|plan|class|section|option|capital|side|hepatitis|note|exhibit)$/;
/** Words in front of which "a" is no article: they begin nothing that can be counted. */
const joins =
  /^(?:all|also|always|any|about|above|across|after|against|along|around|as|at|am|if|inside|into|is|it|its|itself|on|onto|off|or|out|outside|over|under|underneath|until|upon|us|up|each|even|ever|every|either|else|and|are|an|of|in)$/;

/** An h that nobody speaks, or that some do not where another syllable is stressed: "an historic hotel". */
const silent =
  /^h(?:our|eir|onest|onou?r|erb|ist|otel|abit|ero|ered|yp|yst|yd|yst|armon|allu|ilar|orr|oriz|uman|omm|elic)/;

/** Letters of a word that begins with a vowel and is spoken with a consonant: "a unicorn", "a European", "a one-piece". */
const spokenAsConsonant = /^(?:eu|ew|one|once|ouija|u(?!m[bp]|p|g|l[tl]|n(?!i|an|e[sz])|rn|rb|rg|nin|nim))/;
/** Shorter words may be letters that are spelt out: "an led lamp", where those that begin with a vowel take "an" either way. */
const shortest = 4;
const shortestVowel = 3;

/**
 * The article that belongs before a word instead of the one that is written: "a" in "an drained pool". Null where both may be meant: names,
 * words that no dictionary has, an h that some speak and some do not ("an hotel"), letters that are spelt out.
 * @param before the word before the article, empty where there is none; all in lower case
 */
export function articleMeant(before: string, article: string, next: string): 'a' | 'an' | null {
  const [word] = next.split(/['’-]/);
  if (
    word.length < (article === 'a' ? shortestVowel : shortest) ||
    word !== next.slice(0, word.length) ||
    !/^[a-z]+$/.test(word) ||
    !isEnglish(word)
  )
    return null;
  if (isFunctionWord(word) || joins.test(word) || named.test(before)) return null;
  const isVowel = /^[aeiou]/.test(word);
  if (article === 'a') return isVowel && !spokenAsConsonant.test(word) ? 'an' : null;
  if (article !== 'an' || isVowel || silent.test(word) || /^[xmnfrsl]-/.test(next)) return null;
  // Without a vowel it is spelt out.
  return /[aeiouy]/.test(word) ? 'a' : null;
}
