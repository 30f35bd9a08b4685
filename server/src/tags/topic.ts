import { once } from '../ground/once.ts';
import { isFunctionWord } from './function-words.ts';
import { singular } from './opposed/nouns.ts';
import { isKindOf, isThingWord, oppositesOf } from './opposite-words.ts';

/** What a caption is about, as far as its beginning tells: "kstrl drone in mid-air", "zorvexa, a brown dog sleeps". */
export interface Topic {
  /** Words (lower case) that name it. */
  readonly names: ReadonlySet<string>;
  /** Where what names it ends, a UTF-16 offset. */
  readonly end: number;
}

/** What stands before what a caption is about. */
const lead = once(
  () =>
    /^\s*(?:(?:an?|the|this) )?(?:(?:[\p{L}-]+ ){0,3}(?:photo|photograph|picture|image|painting|drawing|illustration|sketch|portrait|close-up|shot|view) of )?/iu,
);
/** Where a name ends: what somebody does, or where. */
const ending =
  /^(?:with|in|on|at|of|from|and|is|are|has|who|that|which|by|under|over|near|beside|behind|before|above|without|to|into|against|while|as|sits|stands|lies|runs|walks|sleeps|holds|wears|looks|sitting|standing|lying|seated|running|walking|sleeping|holding|wearing|looking|made|parked|seen)$/;

/** A phrase of a few words at the start of a text, or of what follows a trigger and its comma. */
function phraseFrom(
  text: string,
  from: number,
): { readonly words: string[]; readonly end: number; readonly isWhole: boolean } {
  const words: string[] = [];
  let end = from;
  for (const { 0: written, index } of text.slice(from).matchAll(/[\p{L}\p{N}][\p{L}\p{N}'’_-]*/gu)) {
    const start = from + index;
    const word = written.toLowerCase();
    if (/[^ ]/.test(text.slice(end, start)) || words.length >= mostWords)
      return { words, end, isWhole: /^[,.;]/.test(text.slice(end)) };
    if (ending.test(word) || (words.length > 0 && (isFunctionWord(word) || /.{3}ing$/.test(word))))
      return { words, end, isWhole: false };
    if (!isFunctionWord(word)) words.push(word);
    end = start + written.length;
  }
  return { words, end, isWhole: true };
}

/** Words of what names a topic at the most. */
const mostWords = 6;

/** What a text is about by its first words; behind a trigger that stands alone the next piece names it too. */
export function topicOf(text: string): Topic {
  const first = phraseFrom(text, lead().exec(text)?.[0].length ?? 0);
  const names = new Set(first.words);
  let { end } = first;
  const isNamed = first.words.some((word) => isThingWord(singular(word)) || people().test(word));
  const comma = /^, ?/.exec(text.slice(end));
  // "brkdnc laughs, a baby weeps": the second word does something.
  const isDoing = first.words.length > 1 && /[^s]s$/.test(first.words.at(-1) ?? '');
  if (first.isWhole && !isDoing && comma !== null && (!isNamed || first.words.length <= 2)) {
    const article = /^(?:an?|the) /i.exec(text.slice(end + comma[0].length));
    // "a dusty case, a clean violin" are two.
    if (article !== null && (isNamed || !/^\s*(?:an?|the|this) /i.test(text))) {
      const next = phraseFrom(text, end + comma[0].length + article[0].length);
      if (!isNamed || next.words.some((word) => names.has(word))) {
        for (const word of next.words) names.add(word);
        ({ end } = next);
      }
    }
  }
  return { names, end };
}

const people = once(
  () => /^(?:woman|man|girl|boy|person|child|lady|gentleman|toddler|baby|kid|figure|knight|soldier|dancer|rider)$/,
);
/** Kinds that nearly everything is of. */
const tooWide = /^(?:thing|object|part|whole|group|unit|matter|area|place|artifact|item)$/;
const helping =
  /^(?:is|are|was|now|also|still|casually|quietly|calmly|proudly|alone|has|been|and|all|both|then|fast|half|being)$/;

/** Whether words say whom or what by a name of the topic: "the drone", "the animal", "it"; false where they name something else. */
export function namesTopic(words: readonly string[], { names }: Topic): boolean {
  const [first = '', ...rest] = words;
  if (rest.length === 0) return /^(?:it|he|she|they|who|which)$/.test(first) || names.has(first);
  if (!/^(?:the|this|that)$/.test(first)) return rest.length <= 1 && words.every((word) => names.has(word));
  const head = rest.at(-1) ?? '';
  const kind = head === 'creature' || head === 'pet' ? 'animal' : head;
  // "1girl, hat, The girl": whoever a list or a trigger is of.
  if (
    /^(?:woman|man|girl|boy|person)$/.test(head) &&
    ![...names].some((name) => people().test(name) || isThingWord(name))
  )
    return true;
  return names.has(head) || (!tooWide.test(head) && [...names].some((name) => isKindOf(singular(name), kind)));
}

/**
 * Whether what a text says at a place is said of its topic: it stands in the phrase that names it, behind a name or pronoun for it, or as a
 * piece of its own that says nothing else.
 */
export function isOfTopic(text: string, start: number, topic: Topic): boolean {
  const from = Math.max(...[',', '.', ';', ':', '\n'].map((mark) => text.lastIndexOf(mark, start - 1))) + 1;
  const before = text.slice(from, start);
  const words = (before.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}'’_-]*/gu) ?? []).filter(
    (word) => !helping.test(word),
  );
  if (words.length === 0 || (words.length === 1 && /^(?:his|her|its|their)$/.test(words[0]))) return true;
  if (from < topic.end) {
    // "kstrl drone in mid-air": nothing else is named between the topic and the phrase.
    const between = text.slice(Math.min(topic.end, start), start);
    // "the tram stands at the stop and rattles down the avenue": who does both is one.
    if (/^ [a-z]+s (?:[a-z]+ ){1,5}and $/i.test(between)) return true;
    return (
      topic.end > start ||
      !/(?:^| )(?:and|while|beside|near|behind|past|over|under|above|below|of|by|to|between|with) (?:an?|another|the|his|her|two|three|several) |\b(?:and|while|another)\b/i.test(
        between,
      )
    );
  }
  return (
    namesTopic(words, topic) ||
    (words.length === 2 && /^(?:his|her|its|their)$/.test(words[0]) && bodily.test(words[1]))
  );
}

/**
 * Whether what stands at a place is said of somebody or something that comes in new behind the topic: "a mask with closed eyes, a mask with
 * open eyes", "brkdnc laughs, a baby weeps".
 */
export function isOfNewcomer(text: string, start: number, topic: Topic): boolean {
  const from = Math.max(...[',', '.', ';', ':', '\n'].map((mark) => text.lastIndexOf(mark, start - 1))) + 1;
  if (from < topic.end || from === 0) return false;
  // Behind tags a sentence begins anew: "1girl, solo, standing, A girl is sitting".
  const tags = text.slice(0, from - 1).split(',');
  if (tags.length > 1 && tags.every((tag) => /^ ?(?!an? |the )\S+(?: \S+){0,2}$/i.test(tag))) return false;
  const [, words = ''] =
    /^ ?(?:and |while |as |but )?(?:an?|another|two|three|some|several) ((?:[a-z'’-]+ )+)$/i.exec(
      text.slice(from, start),
    ) ?? [];
  return words
    .toLowerCase()
    .trim()
    .split(' ')
    .some(
      (word) =>
        word !== '' &&
        !isFunctionWord(word) &&
        !bodily.test(word) &&
        // "a very short pixie cut": shorts are things, and short is how something is.
        ((isThingWord(singular(word)) && oppositesOf(word).length === 0) ||
          people().test(word) ||
          topic.names.has(word)),
    );
}

/** Parts of somebody that what is said of them is said of him. */
const bodily = /^(?:face|head|hair|hands?|feet|body|chest|nose|ears?|neck|eyes)$/;
