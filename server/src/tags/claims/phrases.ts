import { isFunctionWord } from '../function-words.ts';
import { memoized } from '../memo.ts';
import { isPerson } from './people.ts';
import type { Token, Unit } from './units.ts';

/** Whom the phrases of an axis are about: the picture, the scene in it, somebody with a body, or what the caption is about. */
export type About = 'picture' | 'scene' | 'one' | 'topic';

/** What a picture, a scene or somebody can be of which one is true at a time. */
export interface PhraseAxis {
  /** Its place in the tables. */
  readonly number: number;
  /** A key of GROUPS. */
  readonly group: string;
  readonly about: About;
  /** Pairs of values that exclude each other, with a blank between; null: all do. */
  readonly apart: ReadonlySet<string> | null;
  /** Words around a phrase that silence it. */
  readonly unless: ReadonlySet<string>;
}

/** A part of a phrase: one of some words; some may be left out. */
interface Part {
  readonly isSaid: (word: string) => boolean;
  readonly isOptional: boolean;
}

interface Phrase {
  readonly parts: readonly Part[];
  /** Whether it counts as a whole tag or value only. */
  readonly isWhole: boolean;
  /** Words that do not stand before or behind it. */
  readonly notBefore: ReadonlySet<string> | null;
  readonly notBehind: ReadonlySet<string> | null;
  /** One of these must stand behind it; "." for nothing. */
  readonly goesOn: ReadonlySet<string> | null;
}

/** A phrase of a text that gives an axis a value. Offsets are UTF-16, half-open. */
export interface SaidPhrase {
  readonly axis: PhraseAxis;
  readonly value: string;
  readonly unit: Unit;
  readonly start: number;
  readonly end: number;
}

/** A phrase as a table has it, taken apart when a text has its first word for the first time. */
interface Written {
  readonly axis: PhraseAxis;
  readonly value: string;
  readonly text: string;
  /** Parts before the word that were left out. */
  readonly from: number;
  phrase: Phrase | null;
}

/** Phrases by their first word. */
export type PhraseBook = ReadonlyMap<string, Written[]>;

/** What stands for several words or parts in a table. */
const short: Readonly<Record<string, string>> = {
  '<own>': 'his/her/its/the/their/both/one',
  '<is>': 'is/are/was/were/stays/stay/remains/remain/looks/look/lies/lie/hangs/hang/seems',
  '<very>':
    '?very/quite/fully/completely/all/still/now/just/too/tightly/firmly/slightly/also/clearly/entirely/only/totally/perfectly',
  '<to>': 'at/towards/toward/into/to/past/off/over/across/in/on',
  '<seen>': 'seen/viewed/shown/photographed/shot/taken/pictured/captured/filmed/drawn/painted/depicted/view/shot',
  '<place>':
    'street/streets/beach/square/station/platform/road/park/hall/room/restaurant/bar/stadium/arena/theatre/theater/cinema/auditorium/gym/gymnasium/court/pool/market/plaza/alley/classroom/pavement/corridor/bridge/quay/pier/promenade/lane/avenue/tram/train/bus/carriage/cafe/church/chapel/terrace/lobby/arcade/library/office/playground/concourse/stands/grandstand/airport/terminal/shop/mall/rink/circus',
  '<cam>': 'viewer/camera/lens/photographer/us/viewers/spectator',
};

/**
 * Reads a table of axes. A block is an axis: `group about`, below it `value: phrase, phrase`, `apart a b, a c` and `unless words`. In a phrase
 * `a/b` is one of two words, `?a` may be left out, `*` is any word, `<who>` somebody, `stand~` its forms (stands, standing), `=` at the beginning a whole tag, `!a/b`
 * words that do not stand there, `>a/b` words of which one does (`.` for none behind it).
 */
export function bookOf(tables: readonly string[]): PhraseBook {
  const book = new Map<string, Written[]>();
  for (const [number, block] of tables.flatMap((table) => table.trim().split(/\n\s*\n/)).entries()) {
    const [head = '', ...lines] = block.split('\n').map((line) => line.trim());
    const about = head.slice(head.lastIndexOf(' ') + 1) as About;
    const rest = (name: string): string[] =>
      lines.filter((line) => line.startsWith(`${name} `)).flatMap((line) => listed(line.slice(name.length + 1)));
    const apart = rest('apart');
    const axis: PhraseAxis = {
      number,
      group: head.slice(0, head.lastIndexOf(' ')),
      about,
      apart: apart.length === 0 ? null : new Set(apart),
      unless: new Set(rest('unless').flatMap((words) => words.split(' '))),
    };
    for (const line of lines) {
      const match = /^([a-z-]+): (.*)$/.exec(line);
      if (match === null) continue;
      for (const written of listed(match[2])) addPhrase(book, axis, match[1], written);
    }
  }
  return book;
}

const listed = (text: string): string[] =>
  text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');

/** Notes a phrase under each word that it may begin with. */
function addPhrase(book: Map<string, Written[]>, axis: PhraseAxis, value: string, text: string): void {
  // Most begin with a word: thousands are noted when the first tag is asked.
  const isPlain = /^[a-z\d]/.test(text);
  const all = isPlain ? [text.slice(0, (text.indexOf(' ') + 1 || text.length + 1) - 1)] : partsOf(text);
  for (let from = 0; from < all.length; from++) {
    const own = all[from];
    const isOptional = own.startsWith('?');
    for (const word of wordsOf(isOptional ? own.slice(1) : own)) {
      const one = { axis, value, text, from, phrase: null };
      const known = book.get(word);
      if (known) known.push(one);
      else book.set(word, [one]);
    }
    if (!isOptional) break;
  }
}

/** The parts of a phrase with what is short for several written out, without what must not stand around it. */
function partsOf(text: string): readonly string[] {
  const plain = text.startsWith('=') ? text.slice(1) : text;
  const written = plain.includes('<') ? plain.replaceAll('<own>', '?both ?of <own>') : plain;
  return written
    .split(' ')
    .filter((part) => !part.startsWith('!') && !part.startsWith('>'))
    .map((part) => (part.startsWith('<') ? (short[part] ?? part) : part));
}

function phraseOf(written: Written): Phrase {
  const { text, from } = written;
  const all = text.split(' ');
  const around = (part: string | undefined, mark: string): ReadonlySet<string> | null =>
    part?.startsWith(mark) ? new Set(part.slice(1).split('/')) : null;
  return {
    parts: partsOf(text).slice(from).map(partOf),
    isWhole: text.startsWith('='),
    notBefore: around(all[0], '!'),
    notBehind: all.length > 1 ? around(all.at(-1), '!') : null,
    goesOn: around(all.at(-1), '>'),
  };
}

/** The words of a part: its alternatives in all their forms. */
function wordsOf(part: string): readonly string[] {
  if (!part.includes('~')) return part.includes('/') ? part.split('/') : [part];
  return part.split('/').flatMap(formsOf);
}

const isAny = (word: string): boolean => !isFunctionWord(word) && word !== 'no' && word !== 'without';
const isSomebody = (word: string): boolean => isPerson(word) || /.{2}(?:er|or|ist|ian)$/.test(word);

function partOf(written: string): Part {
  const isOptional = written.startsWith('?');
  const own = isOptional ? written.slice(1) : written;
  if (own === '*') return { isSaid: isAny, isOptional };
  if (own === '<who>') return { isSaid: isSomebody, isOptional };
  const words = new Set(wordsOf(short[own] ?? own));
  return { isSaid: (word) => words.has(word), isOptional };
}

/** "stand~": stands, standing; "sit~~": sits, sitting. */
function formsOf(word: string): readonly string[] {
  if (!word.endsWith('~')) return [word];
  const base = word.replace(/~+$/, '');
  const third = /(?:s|sh|ch|x|z)$/.test(base) ? `${base}es` : `${base.replace(/([^aeiou])y$/, '$1ie')}s`;
  if (word.endsWith('~~')) return [third, `${base}${base.at(-1)}ing`];
  return [third, `${base.replace(/([^e])e$/, '$1')}ing`];
}

/** A word of a piece, apart at its hyphens. */
interface Piece {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

const apartAtHyphens = memoized((word): readonly string[] | null => (/[-']/.test(word) ? word.split('-') : null));

function piecesOf(tokens: readonly Token[]): readonly Piece[] {
  const found: Piece[] = [];
  for (const token of tokens) {
    const own = apartAtHyphens(token.word);
    if (own === null) found.push(token);
    else {
      let from = token.start;
      for (const word of own) {
        found.push({ word: word.replaceAll("'", ''), start: from, end: from + word.length });
        from += word.length + 1;
      }
    }
  }
  return found;
}

/** The phrases of a piece that a book knows, the longest of an axis where one lies in the other. */
export function phrasesIn(book: PhraseBook, unit: Unit): readonly SaidPhrase[] {
  const pieces = piecesOf(unit.tokens);
  const found: SaidPhrase[] = [];
  for (let at = 0; at < pieces.length; at++)
    for (const written of book.get(pieces[at].word) ?? []) {
      written.phrase ??= phraseOf(written);
      const { phrase, axis, value } = written;
      const end = endOf(phrase.parts, pieces, at);
      if (end < 0 || (phrase.isWhole && (at > 0 || end < pieces.length))) continue;
      if (phrase.notBefore?.has(pieces[at - 1]?.word ?? '') || phrase.notBehind?.has(pieces[end]?.word ?? '')) continue;
      if (phrase.goesOn?.has(pieces[end]?.word ?? '.') === false) continue;
      found.push({ axis, value, unit, start: pieces[at].start, end: pieces[end - 1].end });
    }
  return found.length < 2
    ? found
    : found.filter(
        (one) =>
          !found.some(
            (other) =>
              other.axis === one.axis &&
              other.start <= one.start &&
              one.end <= other.end &&
              other.end - other.start > one.end - one.start,
          ),
      );
}

/** Whether a word says in which manner something is done; words of doubt and of a part take the phrase back. */
const isManner = (word: string): boolean => /[a-z]{3}ly$/.test(word) && !doubtful.test(word);
const doubtful =
  /^(?:nearly|hardly|barely|scarcely|partly|partially|mostly|seemingly|apparently|supposedly|formerly|previously|usually|rarely|only|originally|early|family|belly|jelly|lily|curly|butterfly|newly)$/;

/** The place behind a phrase that begins at a place; -1 where it does not stand there. */
function endOf(parts: readonly Part[], pieces: readonly Piece[], at: number, from = 0): number {
  if (from === parts.length) return at;
  const { isSaid, isOptional } = parts[from];
  const piece = pieces[at];
  if (piece !== undefined && isSaid(piece.word)) {
    const end = endOf(parts, pieces, at + 1, from + 1);
    if (end >= 0) return end;
  }
  // "glides silently over"
  if (from > 0 && piece !== undefined && isManner(piece.word)) {
    const end = endOf(parts, pieces, at + 1, from);
    if (end >= 0) return end;
  }
  return isOptional ? endOf(parts, pieces, at, from + 1) : -1;
}
