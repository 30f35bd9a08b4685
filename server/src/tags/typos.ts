import { editDistance } from './edit-distance.ts';
import { isEnglish, isName } from './english.ts';
import { isForeignSmallWord } from './function-words.ts';
import { wordsApart } from './glued-words.ts';
import { isJoined, isUsual, knownSlip, misspeltAs, slipBeside } from './misspelt.ts';
import { hasMovedLetter, movedLetters } from './moved-letters.ts';
import { isComparable, LONE_WORD, mostEdits, NearWords, nearIn, SHORTEST } from './near-words.ts';
import { isCompound } from './prose-variants.ts';
import { isRareWord } from './rare-words.ts';
import { sameWords } from './same-words.ts';
import { isModified } from './separators.ts';
import { soundAlike } from './sound-alike.ts';
import { areSpellingsOfOne } from './spelling.ts';
import { isVocabularyWord, vocabulary, vocabularyWords } from './vocabulary.ts';
import { vocabularyNear } from './vocabulary-near.ts';
import { isSlipOfName, isSwap, isVariant, lacksLetter } from './word-slips.ts';

/** A tag that is probably a misspelling of another one. All tags in normal form. */
export interface TypoFinding {
  readonly tag: string;
  readonly suggestion: string;
  /** The misspelt word and the word it should be. */
  readonly word: string;
  readonly correction: string;
  /** Damerau–Levenshtein distance of the two words: 1 or 2. */
  readonly distance: number;
  readonly count: number;
  /** 0 when the suggestion is not in the folder but in the vocabulary. */
  readonly suggestionCount: number;
}

export interface TypoOptions {
  /** Whether a tag is a real one beyond the built-in vocabulary (the user's tag list). */
  readonly isKnown?: (norm: string) => boolean;
  /** Real tags beyond the built-in vocabulary that are written nearly like an unknown one, the likeliest first. */
  readonly near?: (norm: string) => readonly string[];
  /** Told what an answer rests on: the tags that hold a word, or words like it; how many captions have a tag. */
  readonly reads?: { readonly word: (word: string) => void; readonly tag: (norm: string) => void };
  /** Told of a word for which, or for words like it, tags came or went. */
  readonly changed?: (word: string) => void;
}

/** A typo is rare: this often at most. */
const RARE = 2;
/** Its twin is this many times as frequent. */
const TIMES = 4;
/** … and this many times where the misspelling is a word as well. */
const MANY = 10;
/** … and this many times where it is one that no caption has, and its twin one that captions have: "palm tress". */
const FEW = 3;
/** … and this long when its twin is only in the vocabulary. */
const LONE_UNSEEN_WORD = 6;
/** Words of a tag whose slips a dictionary of English is asked for; longer ones are parts of sentences, in which misspelt-word looks. */
const mostEnglish = 2;
/** Tags of more words are sentences. */
const MOST_WORDS = 6;

/** Whether a word is likelier to be meant than others by what stands there: captions have it often and the others not, or it alone has two letters swapped. */
const isLikelier = (word: string, correction: string, others: readonly string[]): boolean =>
  !others.some(isUsual) &&
  (isUsual(correction) || (isSwap(word, correction) && !others.some((other) => isSwap(word, other))));

/** Small words of other languages that no tag of English has. */
const particles = new Set('en de la le les du des el los von di del della al aux sur und'.split(' '));

/**
 * Finds probable misspellings among the tags of a folder. Kept by difference: `set` a tag's count whenever it changes, ask
 * `find` for one tag or `all`. A word is misspelt when no other tag and no vocabulary has it, its tag is rare, and one or
 * two edits make it a word with which the same tag exists far more often, or exists in the vocabulary; a word that several tags of the
 * folder have vouches for a tag that does not exist.
 * Words are found by their deletions (Garbe's symmetric delete), so cost does not grow with the vocabulary.
 */
export class TypoIndex {
  readonly #counts = new Map<string, number>();
  /** Word → tags of the folder that have it. */
  readonly #wordTags = new Map<string, number>();
  /** The words of the folder, beyond the vocabulary. */
  readonly #words = new NearWords();
  readonly #isKnown: (norm: string) => boolean;
  readonly #near: (norm: string) => readonly string[];
  readonly #reads: Required<TypoOptions>['reads'];
  readonly #changed: (word: string) => void;

  constructor(options: TypoOptions = {}) {
    this.#isKnown = options.isKnown ?? (() => false);
    this.#near = options.near ?? (() => []);
    this.#reads = options.reads ?? { word: () => {}, tag: () => {} };
    this.#changed = options.changed ?? (() => {});
  }

  /** Sets how many captions have a tag (normal form); 0 removes it. */
  set(norm: string, count: number): void {
    const before = this.#counts.get(norm) ?? 0;
    if (count > 0) this.#counts.set(norm, count);
    else this.#counts.delete(norm);
    if (before > 0 === count > 0) return;
    for (const word of new Set(wordsOf(norm))) {
      const tags = (this.#wordTags.get(word) ?? 0) + (count > 0 ? 1 : -1);
      if (tags > 0) this.#wordTags.set(word, tags);
      else this.#wordTags.delete(word);
      this.#changed(word);
      if (isVocabularyWord(word)) continue;
      const isNew = tags === 1 && count > 0;
      if (!isNew && tags > 0) continue;
      if (isNew) this.#words.add(word);
      else this.#words.remove(word);
      if (isComparable(word)) for (const other of this.#words.near(word)) this.#changed(other);
    }
  }

  /** The probable misspelling in a tag of the folder (normal form), or null. */
  find(norm: string): TypoFinding | null {
    this.#reads.tag(norm);
    const count = this.#counts.get(norm) ?? 0;
    if (count === 0 || count > RARE || vocabulary().has(norm) || this.#isKnown(norm)) return null;
    const words = norm.split(' ');
    // "en garde": what stands behind a small word of another language is of that language.
    if (words.length > MOST_WORDS || words.slice(0, -1).some((word) => particles.has(word))) return null;
    let best: TypoFinding | null = null;
    for (const [at, word] of words.entries()) {
      this.#reads.word(word);
      const slip = this.#knownSlip(norm, words, at, count);
      if (slip !== null) return slip;
      const isWord = words.length > 1 && this.#isOwnWord(word);
      const isOdd = isWord && word.length >= LONE_WORD && !isVocabularyWord(word);
      if (!isWord && !this.#isSuspect(word)) continue;
      const limit = mostEdits(word);
      // A short word by itself is only believed to have two letters swapped, or one letter instead of two.
      const candidates =
        isWord && !isOdd
          ? movedLetters(word)
          : words.length === 1 && word.length < LONE_WORD
            ? this.#ofShort(word)
            : this.#neighbours(word);
      for (const candidate of candidates) {
        const isMoved = hasMovedLetter(word, candidate);
        const distance = isMoved ? 1 : editDistance(word, candidate, limit);
        // A number before a word counts it, as in the tags of people: "1woman" is no slip of "woman".
        if (distance > limit || isVariant(word, candidate) || isCountOf(word, candidate)) continue;
        // Another spelling of a word is synonym-drift's.
        if (isEnglish(word) && areSpellingsOfOne(word, candidate)) continue;
        const suggestion = words.with(at, candidate).join(' ');
        this.#reads.word(candidate);
        this.#reads.tag(suggestion);
        const suggestionCount = this.#counts.get(suggestion) ?? 0;
        // A word that no dictionary has, where a tag of the folder has one of English in its place.
        const isAlike = words.length > 1 && suggestionCount >= count && isSoundOf(word, candidate);
        const isSibling =
          !isWord &&
          (isAlike ||
            (word.length >= LONE_UNSEEN_WORD &&
              ((suggestionCount > count && isEnglish(candidate)) ||
                (suggestionCount >= count &&
                  isSwap(word, candidate) &&
                  (isJoined(candidate) || isEnglish(candidate))))));
        const isName = words.length === 1 && suggestionCount > count && isSlipOfName(word, candidate);
        const far = suggestionCount >= TIMES * count || isSibling || isName;
        const real = vocabulary().has(suggestion) || isModified(suggestion) || this.#isKnown(suggestion);
        // "rackett" is a word by itself, and nothing beside it says that a racket is meant.
        if (!far && words.length === 1 && isRareWord(word)) continue;
        if (!far && !real && !(words.length > 1 && distance === 1 && this.#isFamiliar(candidate))) continue;
        // "sliver hair" and "pointy eras" are made of words: only beside many of "silver hair" and "pointy ears" are they slips.
        // Nobody gets the first letter wrong: a folding fan is none that is held.
        if (isWord && word[0] !== candidate[0]) continue;
        const many = isUsual(word) || !isUsual(candidate) ? MANY : FEW;
        const isKnown = isVocabularyWord(candidate) || many === FEW;
        if (isWord && (suggestionCount < many || suggestionCount < many * count || !isKnown)) continue;
        const shortest = words.length > 1 ? SHORTEST : far ? LONE_WORD : LONE_UNSEEN_WORD;
        if (word.length < shortest && !isSwap(word, candidate) && !lacksLetter(word, candidate)) continue;
        const finding = { tag: norm, suggestion, word, correction: candidate, distance, count, suggestionCount };
        if (best === null || isBetter(finding, best)) best = finding;
      }
    }
    return (
      best ??
      this.#findSameWords(norm, words, count) ??
      this.#findBlank(norm, words, count) ??
      this.#findNear(norm, words, count) ??
      this.#findEnglish(norm, words, count)
    );
  }

  /** A word that is known as a slip, although it may be a word or a name: "siting", where the tag with "sitting" is one. */
  #knownSlip(norm: string, words: readonly string[], at: number, count: number): TypoFinding | null {
    const word = words[at];
    const beside = slipBeside(words[at - 1] ?? '', word, words[at + 1] ?? '');
    const correction = knownSlip(word) ?? beside;
    if (correction === null || this.#isKnown(word)) return null;
    // A word of English may stand in other tags as well; a slip of letters that another tag has is the folder's own word.
    if (knownSlip(word) !== null && (this.#wordTags.get(word) ?? 0) > 1) return null;
    const suggestion = words.with(at, correction).join(' ');
    this.#reads.tag(suggestion);
    const suggestionCount = this.#counts.get(suggestion) ?? 0;
    const real = vocabulary().has(suggestion) || isModified(suggestion) || this.#isKnown(suggestion);
    if (!real && beside === null && suggestionCount < TIMES * count) return null;
    const distance = editDistance(word, correction, 2);
    return { tag: norm, suggestion, word, correction, distance, count, suggestionCount };
  }

  /** The words of a frequent tag in another order, or with whose they are: "hat witch", "witch's hat". */
  #findSameWords(norm: string, words: readonly string[], count: number): TypoFinding | null {
    for (const suggestion of sameWords(words)) {
      this.#reads.tag(suggestion);
      const suggestionCount = this.#counts.get(suggestion) ?? 0;
      if (suggestionCount < FEW * count || this.#isKnown(norm)) continue;
      return { tag: norm, suggestion, word: norm, correction: suggestion, distance: 1, count, suggestionCount };
    }
    return null;
  }

  /** A known tag with a blank too many or too few: "swim suit", "openmouth". */
  #findBlank(norm: string, words: readonly string[], count: number): TypoFinding | null {
    const isTag = (text: string): boolean => vocabulary().has(text) && !this.#isKnown(norm);
    const found = (suggestion: string): TypoFinding | null => {
      this.#reads.tag(suggestion);
      const suggestionCount = this.#counts.get(suggestion) ?? 0;
      // Where the folder has both, they are two spellings of one thing: synonym-drift's.
      if (suggestionCount > 0) return null;
      return { tag: norm, suggestion, word: norm, correction: suggestion, distance: 1, count, suggestionCount };
    };
    if (words.length === 2) {
      const joined = words.join('');
      return joined.length >= LONE_UNSEEN_WORD &&
        !isCompound(norm) &&
        words.every((word) => word.length >= SHORTEST && isEnglish(word)) &&
        isTag(joined)
        ? found(joined)
        : null;
    }
    const [word] = words;
    if (words.length > 1 || word.length < LONE_UNSEEN_WORD || !this.#isSuspect(word)) return null;
    for (let at = SHORTEST; at <= word.length - SHORTEST; at++) {
      const apart = `${word.slice(0, at)} ${word.slice(at)}`;
      if (isTag(apart)) return found(apart);
    }
    return null;
  }

  /** A misspelling of a tag of the user's list: one suspect word differs, the others are the same. */
  #findNear(norm: string, words: readonly string[], count: number): TypoFinding | null {
    const shortest = words.length > 1 ? SHORTEST : LONE_UNSEEN_WORD;
    // Asking costs more than looking at the words.
    if (!words.some((word) => word.length >= shortest && this.#isSuspect(word))) return null;
    for (const suggestion of this.#near(norm)) {
      const others = suggestion.split(' ');
      const differing = words.flatMap((word, at) => (word === others[at] ? [] : [at]));
      if (others.length !== words.length || differing.length !== 1) continue;
      const [word, correction] = [words[differing[0]], others[differing[0]]];
      if (word.length < shortest || !this.#isSuspect(word) || isVariant(word, correction)) continue;
      const limit = mostEdits(word);
      const distance = editDistance(word, correction, limit);
      if (distance > limit) continue;
      this.#reads.tag(suggestion);
      for (const other of others) this.#reads.word(other);
      const suggestionCount = this.#counts.get(suggestion) ?? 0;
      return { tag: norm, suggestion, word, correction, distance, count, suggestionCount };
    }
    return null;
  }

  /** A tag with a word that nothing knows, and that one letter makes the one word of English: "umbrela", which is in no tag list either way. */
  #findEnglish(norm: string, words: readonly string[], count: number): TypoFinding | null {
    // "hanten (clothes)" is explained already.
    if (words.length > mostEnglish || norm.includes('(')) return null;
    for (const [at, word] of words.entries()) {
      if (word.length < (words.length > 1 ? LONE_WORD - 1 : LONE_WORD) || !this.#isSuspect(word)) continue;
      // Beside a word that nobody knows either it is one of another language: "Bombus terrestris".
      if (words.some((other) => other !== word && isComparable(other) && !isEnglish(other) && !isName(other))) continue;
      if ([words[at - 1], words[at + 1]].some((beside) => beside !== undefined && isForeignSmallWord(beside))) continue;
      const [correction = wordsApart(word) ?? undefined, ...others] = misspeltAs(word);
      if (
        correction === undefined ||
        (word.length < (words.length > 1 ? LONE_WORD : LONE_UNSEEN_WORD) && !isSwap(word, correction)) ||
        (others.length > 0 && !isLikelier(word, correction, others)) ||
        (correction.includes(' ') && correction !== wordsApart(word)) ||
        isVariant(word, correction)
      )
        continue;
      const suggestion = words.with(at, correction).join(' ');
      this.#reads.tag(suggestion);
      const suggestionCount = this.#counts.get(suggestion) ?? 0;
      const distance = editDistance(word, correction, 2);
      return { tag: norm, suggestion, word, correction, distance, count, suggestionCount };
    }
    return null;
  }

  /** Every probable misspelling of the folder, rarest first within the alphabet. */
  all(): TypoFinding[] {
    const found: TypoFinding[] = [];
    for (const norm of this.#counts.keys()) {
      const finding = this.find(norm);
      if (finding !== null) found.push(finding);
    }
    return found.sort((a, b) => (a.tag < b.tag ? -1 : 1));
  }

  /** A word of letters that neither the vocabulary nor a second tag of the folder knows. */
  #isSuspect(word: string): boolean {
    return (
      isComparable(word) &&
      !isEnglish(word) &&
      !isName(word) &&
      (this.#wordTags.get(word) ?? 0) <= 1 &&
      !this.#isKnown(word)
    );
  }

  /** A word of English that so many tags of the folder have that it is one of its own: "isometric" in ten different tags. */
  #isFamiliar(word: string): boolean {
    return word.length >= LONE_WORD && isEnglish(word) && (this.#wordTags.get(word) ?? 0) >= TIMES;
  }

  /** A word of English in one tag of the folder. */
  #isOwnWord(word: string): boolean {
    return isComparable(word) && isEnglish(word) && (this.#wordTags.get(word) ?? 0) <= 1 && !this.#isKnown(word);
  }

  /** The words of the folder and of the vocabulary that a word becomes by swapping two neighbouring letters, or doubling one. */
  #ofShort(word: string): string[] {
    const isWord = (other: string): boolean => this.#wordTags.has(other) || isVocabularyWord(other);
    return Array.from({ length: word.length }, (_, at) => [
      word.slice(0, at) + (word[at + 1] ?? '') + word[at] + word.slice(at + 2),
      word.slice(0, at + 1) + word.slice(at),
    ])
      .flat()
      .filter((other) => other !== word && isComparable(other) && isWord(other));
  }

  #neighbours(word: string): Set<string> {
    const ofVocabulary = vocabularyNear();
    const found = this.#words.near(word, ofVocabulary);
    if (ofVocabulary === undefined) for (const other of nearIn(vocabularyWords(), word)) found.add(other);
    for (const other of movedLetters(word)) found.add(other);
    found.delete(word);
    return found;
  }
}

/** Whether a word that no dictionary has sounds like one of English: "leef", where another tag has "leaf" in its place. */
function isSoundOf(word: string, other: string): boolean {
  if (word.length < LONE_WORD - 1 || !isEnglish(other)) return false;
  for (const one of soundAlike(word)) if (one === other) return true;
  return false;
}

/** Whether a word is another one with its number before it, or with another number: "3people" beside "4people". */
const isCountOf = (word: string, other: string): boolean =>
  /^\d/.test(word) && word.replace(/^\d+/, '') === other.replace(/^\d+/, '');

function wordsOf(norm: string): string[] {
  const words = norm.split(' ');
  return words.length > MOST_WORDS ? [] : words;
}

function isBetter(a: TypoFinding, b: TypoFinding): boolean {
  if (a.distance !== b.distance) return a.distance < b.distance;
  if (a.suggestionCount !== b.suggestionCount) return a.suggestionCount > b.suggestionCount;
  return a.suggestion < b.suggestion;
}
