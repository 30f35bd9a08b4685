import { lettersPattern, opensWithCapital } from '../ground/letters.ts';
import { isFunctionWord } from './function-words.ts';
import { normalTag } from './normal.ts';
import { otherSeparator } from './separators.ts';
import { vocabulary } from './vocabulary.ts';
import { flag, trait, type Word, wordsOf } from './word.ts';

export type CaptionStyle = 'tags' | 'prose' | 'mixed';

/** Short pieces that no sentence has between its commas. */
const MANY_PIECES = 10;

/** A piece of a caption that reads as part of a sentence. */
const SENTENCE_WORDS = 5;

/**
 * How a caption is written, from its comma-separated pieces (as written or normal). Prose: sentences, with their commas.
 * Tags: names. Mixed: at least three tags beside at least one sentence. A caption of one or two words counts as tags.
 */
export function captionStyle(tags: readonly string[] | readonly Word[]): CaptionStyle {
  const words = wordsOf(tags);
  let flags = 0;
  for (let at = 0; at < words.length; at++) flags |= words[at].flags;
  if (((flags & isField) !== 0 && areForm(words)) || isListElsewhere(words)) return 'tags';
  if (isOneSentence(words)) return 'prose';
  if ((flags & isOfSentence) === 0) return 'tags';
  let booru = 0;
  let plain = 0;
  let sentences = 0;
  let fragments = 0;
  for (const word of words) {
    const piece = pieceKind(word);
    if (piece === 'booru') booru++;
    else if (piece === 'sentence') sentences++;
    else if (piece === 'fragment') fragments++;
    else if (piece === 'plain') plain++;
  }
  const evidence = booru >= 3 || (booru >= 1 && booru + plain >= 5);
  if (sentences > 0) return evidence ? 'mixed' : 'prose';
  // Fragments alone ("and a city park", "near water."): prose unless tags are the bulk.
  // Many short pieces are a list even where the vocabulary knows none of them.
  const listed = booru > 0 || plain >= MANY_PIECES;
  return booru + plain >= 3 * fragments && listed ? 'tags' : 'prose';
}

/** What a piece of a caption reads like by itself. */
const pieceKind = trait((word): 'booru' | 'sentence' | 'fragment' | 'plain' | 'blank' => {
  const written = word.written.trim();
  if (written === '') return 'blank';
  const words = word.norm.split(/\s+/);
  if (isTagLike(written, word.norm) && words.length <= SENTENCE_WORDS) return 'booru';
  if (words.length >= SENTENCE_WORDS && functionWords(words) >= 1) return 'sentence';
  if (isFragment(words, written)) return 'fragment';
  return words.length > 8 ? 'sentence' : 'plain';
});

/** Set for a piece that reads as a sentence or a part of one. */
const isOfSentence = flag((word) => pieceKind(word) === 'sentence' || pieceKind(word) === 'fragment');

/** A list that something else than the separator takes apart is a list, though its only piece reads like a sentence. */
const isListElsewhere = (words: readonly Word[]): boolean =>
  words.length < TELLING_PIECES && words.some(({ written }) => otherSeparator(written, ',') !== null);

/** Fields and share of the pieces that begin with one from which a caption is a form. */
const fewestFields = 2;
const fieldShare = 0.3;
const field = lettersPattern(String.raw`^[\p{L}][\p{L} _-]{1,23}:\s*\S`);

/** A caption as a form with a name before each value, `background: park, mood: calm`: pieces, whatever the values are. */
export function isForm(tags: readonly string[]): boolean {
  return areForm(wordsOf(tags));
}

/** The names of the fields of a caption in form, lower case; null when it has none. "rating:safe" and emoticons are no fields. */
export function fieldsIn(text: string): readonly string[] | null {
  if (!text.includes(':')) return null;
  const names = new Set<string>();
  for (const [, name] of text.matchAll(fieldName(text))) names.add(name.toLowerCase());
  return names.size < fewestFields ? null : [...names];
}

/** The tags of a form without the names before them, and each with the name that it stands under: `eyes: closed, open`. */
export function valuesIn(tags: readonly string[]): readonly string[] {
  let name = '';
  return tags.map((tag) => {
    const match = valueName(tag).exec(tag);
    if (match) name = match[1].toLowerCase();
    const value = tag.slice(match?.[0].length ?? 0).trim();
    if (others.test(name)) return tag;
    const [, place] = /^\S+ (indoors|outdoors)$/i.exec(value) ?? [];
    if (place !== undefined) return place;
    const said = meant(name, value.toLowerCase());
    if (said !== null) return said;
    const isNamed = value.toLowerCase().includes(name) || !named.has(name) || /^\S+ \S+ \S+ /.test(value);
    return isNamed ? value : `${value} ${name}`;
  });
}

/** Names whose values are of somebody or something else, or of a part. */
const others =
  /^(?:second|third|other|another|companion|friend|poster|mirror|reflection|held|holding|prop|left|right|inner|outer)\b|(?:ends|tips|roots)$/;

/** A form without the fields of somebody or something else, which are blanks in it: offsets stay. */
export const ownFields = (text: string): string =>
  text.replace(/(?<=^|[,;\n] ?)[a-z][a-z _-]{0,23}:[^,;\n]*/gi, (field) =>
    others.test(field.slice(0, field.indexOf(':')).trim().toLowerCase()) ? ' '.repeat(field.length) : field,
  );

/** What a value says as a tag under names that stand for a word of it: "view: front", "gaze: at viewer"; null for others. */
function meant(name: string, value: string): string | null {
  if (/^(?:view|angle|camera)$/.test(name) && /^(?:front|back|side|rear)$/.test(value))
    return value === 'front' ? 'from front' : value === 'side' ? 'side view' : 'from behind';
  return /^(?:gaze|look|eyes)$/.test(name) && /^(?:at|to|toward|away|up|down)\b/.test(value)
    ? `looking ${value}`
    : null;
}

const valueName = lettersPattern(String.raw`^\s*([\p{L}][\p{L} _-]{0,23}):\s*(?=\S)`);

/** Names whose values are looks of what they name: "eyes: blue". */
const named = new Set(['hair', 'eyes', 'skin', 'background', 'sleeves', 'mouth', 'lighting', 'sky']);

const fieldName = lettersPattern(String.raw`(?:^|[,.;|\n]\s*)([\p{L}][\p{L} _-]{1,23}): *(?=[^\s,.;|:\d)])`, 'g');

const isField = flag(({ written }) => written.includes(':') && field(written).test(written.trim()));

function areForm(words: readonly Word[]): boolean {
  let named = 0;
  for (let at = 0; at < words.length; at++) if ((words[at].flags & isField) !== 0) named++;
  return named >= fewestFields && named >= words.length * fieldShare;
}

/** Fewer pieces than this say nothing about how a folder is written. */
const TELLING_PIECES = 3;

/**
 * `captionStyle` for comparing captions of a folder, or null when the caption is too short to tell: "CN Tower, Canada" among
 * sentences, or a lone trigger among tags, is no other style.
 */
export function tellingStyle(tags: readonly string[]): CaptionStyle | null {
  const style = captionStyle(tags);
  if (style !== 'tags') return style;
  const written = tags.filter((tag) => tag.trim() !== '');
  return written.length < TELLING_PIECES && !written.some((tag) => isTagLike(tag.trim(), normalTag(tag)))
    ? null
    : style;
}

/** Words of a piece that is a sentence whatever stands around it, and those in it that only join others. */
const clearlyWords = 6;
const clearlyJoining = 2;
/** Words of a piece on average up to which unknown words are a list of tags. */
const plainWords = 1.5;
/** Words of a tag at the most, and the share of pieces that may be phrases, where a caption is clearly tags. */
const tagWords = 3;
const phraseShare = 0.25;

/**
 * A style that can be set against another one, or null: lists of phrases ("front view, on a wooden table, soft light") lie between
 * tags and sentences, and are no other style than either.
 */
export function clearStyle(tags: readonly string[], style: CaptionStyle | null): CaptionStyle | null {
  if (style === null || isForm(tags)) return style;
  const pieces = tags.map((tag) => tag.trim()).filter((tag) => tag !== '');
  const phrases = pieces.filter((piece) => isPhrase(piece));
  if (style === 'tags') {
    const known = pieces.filter((piece) => isTagLike(piece, normalTag(piece))).length;
    if (endsAsSentence(pieces.at(-1) ?? '')) return null;
    if (pieces.length < TELLING_PIECES) return known === pieces.length ? style : null;
    const isList = known * 2 >= pieces.length || wordCount(pieces) <= pieces.length * plainWords;
    return isList && phrases.length <= pieces.length * phraseShare ? style : null;
  }
  const isClear = (piece: string): boolean => {
    const words = piece.toLowerCase().split(/\s+/);
    return words.length >= clearlyWords && functionWords(words) >= clearlyJoining;
  };
  // Two looks instead of one, which would go over a piece of thousands of words from each of them.
  const isClosed = (piece: string): boolean => /[.!?]["'”’]?$/.test(piece) && /\w\s\w/.test(piece);
  const clear = pieces.filter((piece) => isClear(piece) || isClosed(piece));
  if (isOneSentence(wordsOf(tags))) return style;
  // A phrase among tags: "a knight beside a river, rain, wide shot".
  const others = pieces.filter((piece) => !clear.includes(piece));
  const isAmongTags = others.length >= fewestBeside && others.every((piece) => piece.split(/\s+/).length <= tagWords);
  const share = isAmongTags && !pieces.some(isClosed) ? clearShare : 0.5;
  return wordCount(clear) >= wordCount(pieces) * share ? style : null;
}

/** Tags beside a phrase, and the share of the words that sentences then need to be clear. */
const fewestBeside = 2;
const clearShare = 0.75;

const wordCount = (pieces: readonly string[]): number =>
  pieces.reduce((sum, piece) => sum + piece.split(/\s+/).length, 0);

/** A piece of some words that is no tag: it joins words, or is long. */
/** Whether the last piece of a list is half a sentence: "relief, fragment, seen from the side, with folds at her waist." */
export const endsAsSentence = (last: string): boolean =>
  /[.!?]\s*$/.test(last) && last.trim().split(/\s+/).length > tagWords && isPhrase(last.trim());

function isPhrase(piece: string): boolean {
  const words = piece.toLowerCase().split(/\s+/);
  if (words.length < 2 || isTagLike(piece, normalTag(piece))) return false;
  return words.length > tagWords || functionWords(words) > 0;
}

/** A capital at the start and a full stop at the end, with no booru underscore between: commas then list within a sentence. */
function isOneSentence(words: readonly Word[]): boolean {
  let first = 0;
  while (first < words.length && words[first].written.trim() === '') first++;
  if (first === words.length || !opensSentence(words[first])) return false;
  let last = words.length - 1;
  while (words[last].written.trim() === '') last--;
  return endsSentence(words[last]) && !words.some(({ written }) => /[A-Za-z0-9]_[A-Za-z0-9(]/.test(written));
}

const opensSentence = trait(({ written }) => opensWithCapital(written.trim().replace(/^["'“‘]/, '')));
const endsSentence = trait(({ written }) => /[.!?]["'”’]?$/.test(written.trim()));

function isTagLike(written: string, norm: string): boolean {
  if (/[A-Za-z0-9]_[A-Za-z0-9(]/.test(written)) return true;
  // A capital or a full stop is how a sentence starts or ends, and no tag does.
  if (/^[A-Z]|[.!?]$/.test(written) && /[a-z]/.test(written)) return false;
  return vocabulary().has(norm);
}

function functionWords(words: readonly string[]): number {
  return words.filter((word) => isFunctionWord(word)).length;
}

function isFragment(words: readonly string[], written: string): boolean {
  if (words.length < 2) return false;
  const first = words[0] ?? '';
  return (
    first === 'and' ||
    first === 'a' ||
    first === 'an' ||
    first === 'the' ||
    (words.length >= 3 && /[a-z]\.$/.test(written)) ||
    (words.length >= 3 &&
      functionWords(words) >= 1 &&
      !vocabulary().has(words.join(' ')) &&
      functionWords(words) * 4 >= words.length)
  );
}
