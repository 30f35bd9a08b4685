import { isFunctionWord } from './function-words.ts';
import { endsName, isThingToo, picksOne, valuesOfWord } from './thing-words.ts';

/** What a text says of one thing: "a small brass lamp" says its size, "the lamp is brass" its material. */
export interface ThingSaid {
  /** The words that may be the thing's name, in the order they stand in. */
  readonly names: readonly string[];
  readonly family: string;
  readonly values: readonly string[];
  /** Whether it is one that was spoken of: behind "the", "its", "the man's", or before "is". */
  readonly isDefinite: boolean;
  /** Whether it comes in new: behind "a". */
  readonly isNew: boolean;
  /** Whether the value stands behind the thing, as said of all of it. */
  readonly isBehind: boolean;
  /** Whose it is: "man", "her"; null where that is not said. */
  readonly owner: string | null;
  /** UTF-16 offsets, half-open. */
  readonly start: number;
  readonly end: number;
}

interface Token {
  readonly word: string;
  readonly start: number;
  readonly end: number;
  /** Whether only a blank lies between it and the word before. */
  readonly isJoined: boolean;
  /** Whether a comma and a blank do. */
  readonly isListed: boolean;
}

function tokensOf(text: string): Token[] {
  const found: Token[] = [];
  let before = -2;
  for (const { 0: written, index } of text.matchAll(/[a-z\u00c0-\u024f]+(?:['’-][a-z\u00c0-\u024f]+)*/gi)) {
    const gap = before < 0 ? '' : text.slice(before, index);
    const word = written.toLowerCase().replace('’', "'");
    found.push({ word, start: index, end: index + written.length, isJoined: gap === ' ', isListed: gap === ', ' });
    before = index + written.length;
  }
  return found.map((token, at) => switched(found, token, at));
}

/** "the lamp is switched on", "the lamp is off": which of both, as one word; what else stands behind "on" is a place. */
function switched(tokens: readonly Token[], token: Token, at: number): Token {
  if (token.word !== 'on' && token.word !== 'off') return token;
  const [one, next] = [tokens[at - 1]?.word ?? '', tokens[at + 1]];
  const isEnd = next === undefined || !next.isJoined || /^(?:and|while|but)$/.test(next.word);
  const isSwitch = /^(?:switched|turned|powered)$/.test(one) || (isEnd && /^(?:is|are|still)$/.test(one));
  return isSwitch && token.isJoined ? { ...token, word: `switched-${token.word}` } : token;
}

const determiners = new Set(['the', 'this', 'that', 'his', 'her', 'its', 'their', 'these', 'those']);
const owners = new Set(['his', 'her', 'its', 'their']);
/** Words between a thing and what it is. */
const linking = /^(?:is|are|was|were|looks|appears|seems|lies|stands|hangs|remains|stays|lie|hang)$/;
const between =
  /^(?:very|completely|entirely|mostly|fully|a|an|still|now|switched|turned|powered|wide|quite|all|tightly|dark|light|bright|pale|deep|made|painted|dyed|lacquered|sprayed|carved|built|woven|cast|of|from|out|ice|piping)$/;
/** Behind a name they say which of several it is. */
const places =
  /^ (?:behind|beside|next to|nearby|opposite|above|below|beneath|under(?:neath)?|that|which|who|near|across|to (?:the|his|her|its)|on (?:the|his|her|its) (?:left|right|other|far|top|bottom|side)|at the (?:back|front|far)|in the (?:back|fore|middle|distance|rear|front))\b/i;
/** Words that may stand between a word for somebody and what is his. */
const having = new Set(['with', 'has', 'wearing', 'wears', 'in', 'having']);
const people = /^(?:man|woman|boy|girl|lady|gentleman|child|person|dog|cat|horse)$/;

const mostNames = 3;

/** What a text says of things, in its order; nothing that one of several things is picked by. */
export function thingsSaid(text: string): ThingSaid[] {
  const tokens = tokensOf(text);
  const found: ThingSaid[] = [];
  let known = 0;
  for (const { word } of tokens) if (valuesOfWord(word).length > 0 || partWord.test(word)) known++;
  if (known < 2) return found;
  for (const [at, token] of tokens.entries()) {
    const { word } = token;
    for (const said of inOneWord(tokens, at)) found.push(said);
    const own = valuesOfWord(word);
    if (own.length === 0) continue;
    for (const { family, value } of own) {
      const isBehind = /^(?:of|from)$/.test(tokens[at - 1]?.word ?? '') && tokens[at - 2]?.word === 'made';
      const said =
        (isBehind ? behind(tokens, at, family, value) : null) ??
        before(text, tokens, at, family, value) ??
        behind(tokens, at, family, value);
      if (said !== null) found.push(said);
    }
  }
  return found;
}

/** What "short-haired" and "two-toned" say in one word. */
const partWord =
  /^([a-z]+)-(haired|furred|coated|legged|tailed|eared|necked|winged|bearded|roofed|handled|soled|stemmed|skinned)$/;
const partNames: Readonly<Record<string, string>> = {
  furred: 'fur',
  coated: 'coat',
  bearded: 'beard',
  winged: 'wings',
  legged: 'legs',
  eared: 'ears',
  soled: 'sole',
  stemmed: 'stem',
  skinned: 'skin',
};

/** "a short-haired dog": its hair is short. */
function inOneWord(tokens: readonly Token[], at: number): ThingSaid[] {
  const [, look = '', part = ''] = partWord.exec(tokens[at].word) ?? [];
  if (look === '') return [];
  const head = determinerOf(tokens, at);
  if (head === null) return [];
  const names = part === 'haired' ? ['hair', 'fur'] : [partNames[part] ?? part.replace(/ed$/, '')];
  const all = names.flatMap((name) => valuesOfWord(look).map((own) => ({ ...own, name })));
  return all.map(({ family, value, name }) => ({
    names: [name],
    family,
    values: [value],
    isDefinite: false,
    isNew: true,
    isBehind: true,
    owner: null,
    start: tokens[at].start,
    end: tokens[at].end,
  }));
}

const hasFamily = (token: Token | undefined, family: string): boolean =>
  token !== undefined && valuesOfWord(token.word).some((own) => own.family === family);
const valueIn = (token: Token, family: string): string =>
  valuesOfWord(token.word).find((own) => own.family === family)?.value ?? '';

/** "a small black lamp": the values before the name of a thing. */
function before(text: string, tokens: readonly Token[], at: number, family: string, value: string): ThingSaid | null {
  // "black and white": told at the first of them.
  if (/^(?:and|or)$/.test(tokens[at - 1]?.word ?? '') && hasFamily(tokens[at - 2], family)) return null;
  if (hasFamily(tokens[at - 1], family) && (tokens[at].isJoined || tokens[at].isListed)) return null;
  const all = [value];
  let next = at + 1;
  while (next < tokens.length) {
    const token = tokens[next];
    if (!token.isJoined && !token.isListed) break;
    const isAnd = /^(?:and|or)$/.test(token.word) && token.isJoined;
    if (isAnd && hasFamily(tokens[next + 1], family) && tokens[next + 1].isJoined) {
      all.push(valueIn(tokens[next + 1], family));
      next += 2;
    } else if (hasFamily(token, family) && isFollowed(tokens, next)) {
      all.push(valueIn(token, family));
      next++;
    } else break;
  }
  // "dark blue", "light brown": shades of the colour behind them.
  if (/^(?:brightness|lightness)$/.test(family) && hasFamily(tokens[next], 'colour')) return null;
  const names: string[] = [];
  let last = next - 1;
  for (; next < tokens.length && names.length < mostNames; next++) {
    const token = tokens[next];
    // "a glossy, mirror-bright surface"
    const isLook = token.isListed && names.length === 0 && token.word.includes('-') && isFollowed(tokens, next);
    if (!token.isJoined && !isLook && !(token.isListed && names.length === 0 && valuesOfWord(token.word).length > 0))
      break;
    if (isFunctionWord(token.word) || endsName(token.word, names.length === 0)) break;
    if (picksOne(token.word) && (names.length > 0 || isFollowed(tokens, next))) break;
    if (names.length > 0 && (/(?:ing|ed|ly)$/.test(token.word) || isVerb(tokens, next))) break;
    last = next;
    if (isLook) continue;
    if (valuesOfWord(token.word).length > 0 && (!isThingToo(token.word) || isFollowed(tokens, next))) continue;
    names.push(token.word.replace(/'s$/, ''));
    if (token.word.endsWith("'s")) return null;
  }
  if (names.length === 0) return null;
  const head = determinerOf(tokens, at);
  if (head === null) return null;
  // Of several it is the one behind something; a new one may stand anywhere.
  if (head.isDefinite && places.test(text.slice(tokens[last].end)) && !isSubject(tokens, last + 1)) return null;
  return {
    names,
    family,
    values: all,
    isDefinite: head.isDefinite,
    isNew: head.isNew,
    isBehind: false,
    owner: head.owner,
    start: tokens[at].start,
    end: tokens[last].end,
  };
}

/** "hair stirs a pot": a word in -s before an article says what somebody does. */
const isVerb = (tokens: readonly Token[], at: number): boolean =>
  /[^s]s$/.test(tokens[at].word) &&
  tokens[at + 1]?.isJoined === true &&
  /^(?:an?|the|his|her|its|their)$/.test(tokens[at + 1].word);

/** Whether "behind him are …" follows: a whole that is said something of. */
const isSubject = (tokens: readonly Token[], at: number): boolean =>
  prepositions.test(tokens[at]?.word ?? '') &&
  pronouns.test(tokens[at + 1]?.word ?? '') &&
  linking.test(tokens[at + 2]?.word ?? '');

/** Whether a word has another one of a name behind it. */
function isFollowed(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return next?.isJoined === true && !isFunctionWord(next.word) && !endsName(next.word);
}

/** What stands before a thing and its values. */
type Determiner = Pick<ThingSaid, 'isDefinite' | 'isNew' | 'owner'>;

/** What stands before the values of a thing; null where it picks one of several. */
function determinerOf(tokens: readonly Token[], at: number): Determiner | null {
  let first = at;
  for (let steps = 0; steps < 4 && first > 0; steps++) {
    const { word } = tokens[first - 1];
    if (!tokens[first].isJoined && !tokens[first].isListed) break;
    if (picksOne(word)) return null;
    if (!tokens[first].isJoined && valuesOfWord(word).length === 0) break;
    const isOwner = word.endsWith("'s");
    if (determiners.has(word) || isOwner)
      return { isDefinite: true, isNew: false, owner: isOwner ? word.slice(0, -2) : owners.has(word) ? word : null };
    if (word === 'a' || word === 'an') return { isDefinite: false, isNew: true, owner: ownerBefore(tokens, first - 1) };
    if (isFunctionWord(word) || endsName(word))
      return { isDefinite: false, isNew: false, owner: ownerBefore(tokens, first) };
    first--;
  }
  return { isDefinite: false, isNew: false, owner: null };
}

/** "the man with black hair", "a woman in a red coat": whose it is, by the word before "with". */
function ownerBefore(tokens: readonly Token[], last: number): string | null {
  let at = last;
  // "in a grey hoodie and black cap": the cap as well.
  for (let steps = 0; steps < mostBetween && at > 2 && tokens[at - 1]?.word === 'and'; steps++) {
    let before = at - 2;
    while (before > 0 && tokens[before].isJoined && !isFunctionWord(tokens[before].word)) before--;
    if (/^(?:an?|his|her|its)$/.test(tokens[before].word)) before--;
    at = before + 1;
  }
  if (!having.has(tokens[at - 1]?.word ?? '')) return null;
  const word = tokens[at - 2]?.word ?? '';
  return people.test(word) ? word : null;
}

/** Things of one that are named in a row. */
const mostBetween = 3;

const prepositions = /^(?:behind|beside|near|above|below|over|under|around|before)$/;
const pronouns = /^(?:him|her|them|it|me|us)$/;

/** What a verb is said of: the word before it, or the one before "behind him". */
function subjectOf(tokens: readonly Token[], verb: number): number {
  const isBetween =
    verb > 2 &&
    pronouns.test(tokens[verb - 1].word) &&
    prepositions.test(tokens[verb - 2].word) &&
    [verb - 1, verb - 2].every((at) => tokens[at].isJoined);
  return isBetween ? verb - 3 : headOf(tokens, verb - 1);
}

/** The word that "the lamp on the old table" is about: the one before "on the", if there is one; else the last. */
function headOf(tokens: readonly Token[], last: number): number {
  let at = last;
  for (let steps = 0; steps < 3 && at > 1 && tokens[at].isJoined && !isFunctionWord(tokens[at - 1].word); steps++) at--;
  const isBehind =
    at > 2 &&
    [at, at - 1, at - 2].every((place) => tokens[place]?.isJoined) &&
    /^(?:the|an?|his|her|its|their)$/.test(tokens[at - 1].word) &&
    /^(?:on|in|at|of|near|beside|behind|above|under|by)$/.test(tokens[at - 2].word);
  return isBehind && !isFunctionWord(tokens[at - 3].word) ? at - 3 : last;
}

/** "the lamp is small", "its collar is blue", "a kettle made of copper": the value behind the name of a thing. */
function behind(tokens: readonly Token[], at: number, family: string, value: string): ThingSaid | null {
  let verb = at - 1;
  let isMade = false;
  while (verb > 0 && tokens[verb].isJoined && between.test(tokens[verb].word)) {
    isMade ||= tokens[verb].word === 'made';
    verb--;
  }
  if (verb < 0) return null;
  if (!linking.test(tokens[verb].word)) {
    // "its rim chipped and cracked": without a verb where it is its own, and the clause goes on or ends.
    const isAbsolute =
      verb > 0 &&
      verb === at - 1 &&
      tokens[at].isJoined &&
      owners.has(tokens[verb - 1].word) &&
      (tokens[at + 1]?.isJoined !== true || tokens[at + 1].word === 'and');
    if (!isAbsolute && (!isMade || !tokens[verb].isJoined)) return null;
    verb++;
  }
  const name = tokens[subjectOf(tokens, verb)];
  if (name === undefined || !tokens[verb].isJoined || isFunctionWord(name.word) || picksOne(name.word)) return null;
  if (valuesOfWord(name.word).length > 0 && !isThingToo(name.word)) return null;
  const head = determinerOf(tokens, subjectOf(tokens, verb));
  if (head === null) return null;
  // "the handle of the kettle is iron": of a kettle that was not spoken of.
  const at_ = subjectOf(tokens, verb);
  const whole = tokens[at_ + 1]?.word === 'of' ? tokens[verb - 1].word : null;
  if (whole !== null && !tokens.slice(0, at_).some(({ word }) => word === whole)) return null;
  const all = [value];
  let last = at;
  if (/^(?:and|or)$/.test(tokens[at + 1]?.word ?? '') && hasFamily(tokens[at + 2], family)) {
    all.push(valueIn(tokens[at + 2], family));
    last = at + 2;
  }
  // "the kettle is white plastic" is white, "the wall is full of holes" full of them; "is open to visitors" and "is old news" are neither.
  const next = tokens[last + 1];
  if (next?.isJoined && next.word === 'of' && family !== 'filling') return null;
  return {
    names: [name.word],
    family,
    values: all,
    isDefinite: head.isDefinite,
    isNew: head.isNew,
    isBehind: true,
    owner: head.owner,
    start: name.start,
    end: tokens[last].end,
  };
}
