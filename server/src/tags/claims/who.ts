import { isFunctionWord } from '../function-words.ts';
import { singular } from '../opposed/nouns.ts';
import { isKindOf } from '../opposite-words.ts';
import { Entities, type Entity, isMadeUp } from './entities.ts';
import { isAnimal, type Noun, nounAt } from './nouns.ts';
import { isPerson } from './people.ts';
import { startsOwn, subjectsFirst, type Token, type Unit } from './units.ts';

/** A name in its place, and whom it means; null where that is a thing, or nobody knows. */
export interface Mention {
  readonly unit: Unit;
  readonly noun: Noun;
  readonly start: number;
  readonly end: number;
  readonly entity: Entity | null;
  /** Whose it is. */
  readonly owner: Entity | null;
  /** The word before it: "in", "wears", "with". */
  readonly before: string;
  /** Who does what its piece tells, where this is not the one. */
  readonly subject: Entity | null;
}

/** Whom a text speaks of, and where. */
export interface Cast {
  readonly topic: Entity;
  readonly mentions: readonly Mention[];
  /** The things that fields are named after, with their values as what stands behind them: "visor: up". */
  readonly fields: readonly Mention[];
  /** Who is meant by a phrase: the one whose it is, that it stands beside, or that does it; null where nobody knows. */
  readonly at: (start: number, end: number) => Entity | null;
}

const pronoun = /^(?:he|she|it)$/;
const possessive = /^(?:his|her|its)$/;
const preposition =
  /^(?:of|in|on|at|by|with|near|under|over|above|below|between|during|from|to|into|through|across|along|against|beside|behind|onto|toward|towards|beyond|past|around|among|amid|before|after|without|inside|outside|atop|beneath|underneath|within|for|like|than|off|up|down|out|about)$/;
const linkers = /^(?:and|while|but|as|when|where|then|so)$/;
const holding = /^(?:wears|wearing|has|carries|holding|holds)$/;
/** Words between somebody and what is his. */
const having = /^(?:in|with|wears|wearing|has|having|and|carries|carrying|holds|holding|sports|dons)$/;
/** "both arms are raised": of the one whom the text goes on about. */
const ofBodies = /^(?:arm|hand|leg|eye|mouth|hair|lip|knee|foot|fist|eyelid)$/;
const pictures =
  /^(?:photo|photograph|picture|image|painting|drawing|illustration|sketch|portrait|close-up|shot|view|print|still|render|scene|woodcut|engraving|watercolou?r|selfie|snapshot|closeup)$/;

/** From a place on, who does what a text tells. */
interface Role {
  readonly from: number;
  readonly entity: Entity | null;
}

/** Whom a text speaks of, read from its pieces. @param isSeveral whether its tags say that several are shown */
export function castOf(units: readonly Unit[], isSeveral: boolean): Cast {
  const reader = new Reader(isSeveral);
  for (const unit of subjectsFirst(units)) reader.read(unit);
  return reader.cast();
}

class Reader {
  readonly #entities: Entities;
  readonly #mentions: Mention[] = [];
  readonly #fields: Mention[] = [];
  readonly #roles: Role[] = [];
  #isNamed = false;
  /** Who the sentence that is read, or the one before it, is about. */
  #current: Entity | null;
  #sentence = -1;
  /** The sentence that is about somebody of whom nobody knows which one it is. */
  #unknown = -1;
  /** Who does what the piece tells, and whether the next name is his. */
  #subject: Entity | null = null;
  #isSubjectNext = true;

  constructor(isSeveral: boolean) {
    this.#entities = new Entities(isSeveral);
    this.#current = this.#entities.topic;
  }

  read(unit: Unit): void {
    const { topic } = this.#entities;
    const { tokens } = unit;
    if (unit.kind === 'field' && tokens.length > 0) this.#fields.push(fieldOf(unit, topic));
    if (unit.kind === 'tag') this.#readTag(tokens);
    this.#sentence = unit.sentence;
    const isOpen = unit.kind !== 'clause' || (!startsOwn(tokens) && !this.#isOfTwo());
    this.#subject = isOpen ? this.#current : null;
    this.#isSubjectNext = true;
    this.#roles.push({ from: unit.start, entity: unit.kind === 'clause' ? this.#subject : topic });
    for (let at = 0; at < tokens.length; at++) {
      if (this.#readWord(unit, at)) continue;
      const before = tokens[at - 1]?.word ?? '';
      const isBare = at === 0 || preposition.test(before) || linkers.test(before) || holding.test(before);
      const noun = nounAt(tokens, at, isBare && !isFunctionWord(tokens[at]!.word));
      if (noun === null) continue;
      this.#readNoun(unit, noun, before);
      at = noun.next - 1;
    }
  }

  #readTag(tokens: readonly Token[]): void {
    const { topic } = this.#entities;
    if (tokens[0]?.word === 'no') return;
    const last = tokens.at(-1)?.word ?? '';
    if (/^1?(?:girl|boy|woman|man)$/.test(last) && tokens.length <= 2)
      this.#entities.meet(topic, last.replace('1', ''));
    else if (topic.kind === null && tokens.length <= 3 && (isPerson(last) || isAnimal(last)))
      this.#entities.meet(topic, last);
  }

  /** ", bareheaded in the wind": of two in one sentence nobody knows which. */
  #isOfTwo(): boolean {
    const here = this.#mentions.flatMap(({ unit, entity }) => {
      const isOne = entity !== null && !entity.isSeveral && (entity.kind !== 'thing' || entity.isTopic);
      return unit.sentence === this.#sentence && unit.kind === 'clause' && isOne ? [entity] : [];
    });
    return new Set(here).size > 1;
  }

  /** Takes a pronoun or a word that joins; false for others. */
  #readWord(unit: Unit, at: number): boolean {
    const { word, start } = unit.tokens[at]!;
    if (linkers.test(word)) {
      this.#isSubjectNext = true;
      return true;
    }
    if (pronoun.test(word)) {
      const who = this.#unknown === this.#sentence ? null : this.#entities.byPronoun(word);
      if (this.#isSubjectNext) this.#goOn(start, who, who !== null);
      return true;
    }
    const last = this.#mentions.at(-1);
    if (!/^(?:who|which|that)$/.test(word) || last === undefined || last.end !== unit.tokens[at - 1]?.end) return false;
    // "a man with a limp who waits"
    const whom = word === 'who' ? this.#mentions.findLast((one) => one.unit === unit && one.entity !== null) : last;
    // "with a man who has curly hair": what he has is his.
    this.#subject = whom?.entity ?? null;
    this.#roles.push({ from: start, entity: this.#subject });
    return true;
  }

  /** From a place on somebody else does what is told. */
  #goOn(from: number, who: Entity | null, isSure: boolean): void {
    this.#subject = who;
    if (who !== null) who.acts = true;
    if (isSure) this.#current = who;
    this.#roles.push({ from, entity: who });
    this.#isSubjectNext = false;
  }

  #readNoun(unit: Unit, noun: Noun, before: string): void {
    const { topic } = this.#entities;
    const { tokens } = unit;
    const isClause = unit.kind === 'clause';
    const { start } = tokens[noun.first]!;
    const isFirst = isClause && this.#isSubjectNext && (noun.first === 0 || linkers.test(before));
    const isOwn = possessive.test(noun.det);
    const isBody = isFirst && /^(?:the|both|)$/.test(noun.det) && ofBodies.test(noun.noun);
    const owner = this.#ownerOf(noun, tokens) ?? (isBody ? this.#current : null);
    // "antenna bent, The antenna is straight": what the tags have is none that the text is about.
    const isTagged =
      noun.det === 'the' && this.#mentions.some((one) => one.unit.kind !== 'clause' && one.noun.noun === noun.noun);
    const isNew = !this.#isNamed && owner === null && !isOwn && noun.det !== 'their' && !isTagged;
    const isSomebody = isPerson(noun.noun) || isMadeUp(noun.noun) || isAnimal(noun.noun) || (isFirst && isNew);
    let entity: Entity | null = null;
    if (isClause && isSomebody && isNew && (isFirst || before === 'of')) {
      // "a photo of a woman": the woman.
      if (pictures.test(noun.noun)) return;
      entity = this.#entities.fitsTopic(noun) ? topic : this.#entities.add(noun, tokens);
      this.#isNamed = true;
      if (entity === topic) this.#entities.nameTopic(noun, tokens);
      if (!isFirst) this.#goOn(start, entity, true);
    } else if (isClause && isSomebody) {
      const isTriggersOwn = this.#isTriggersOwn(noun);
      const known = owner !== null || isOwn ? undefined : isTriggersOwn ? topic : this.#entities.byName(noun, tokens);
      entity = known === undefined ? this.#entities.add(noun, tokens) : known;
      if (known === topic && isTriggersOwn) this.#entities.nameTopic(noun, tokens);
      else if (known) this.#entities.meet(known, noun.noun);
    } else if (isClause && owner === null && topic.kind === 'thing' && topic.names.has(noun.noun))
      entity = /^(?:the|this)$/.test(noun.det) ? topic : null;
    const isHis = isClause && having.test(before) && !isSomebody && noun.owner === null;
    this.#mentions.push({
      unit,
      noun,
      start,
      end: tokens[noun.head]!.end,
      entity,
      owner: owner ?? (isClause ? (isHis ? this.#holderBefore(unit, noun.first, before) : null) : topic),
      before,
      subject: this.#subject,
    });
    if (isFirst && isSomebody && entity === null && !noun.isPlural) this.#unknown = this.#sentence;
    const who = entity ?? owner;
    if (isFirst && who === null && pictures.test(noun.noun)) this.#isSubjectNext = false;
    else if (isFirst) this.#goOn(start, who, who !== null);
  }

  /** "fennbc dog, A border collie runs": what a caption is called by opens it, and its first sentence says it again. */
  #isTriggersOwn({ noun, det, isPlural }: Noun): boolean {
    const { topic } = this.#entities;
    const [first] = this.#mentions;
    return (
      this.#mentions.length === 1 &&
      /^an?$/.test(det) &&
      !isPlural &&
      first!.entity === topic &&
      first!.noun.next >= first!.unit.tokens.length &&
      [...topic.names].some((name) => isKindOf(noun, name))
    );
  }

  /** "a woman in a red coat": hers, also behind a thing that is hers. */
  #holderBefore(unit: Unit, at: number, before: string): Entity | null {
    const last = this.#mentions.at(-1);
    const isBeside = last !== undefined && last.unit === unit && unit.tokens[at - 2]?.end === last.end;
    if (before === 'and') return isBeside && last.entity === null ? last.owner : null;
    return (isBeside ? last.entity : null) ?? this.#subject;
  }

  #ownerOf(noun: Noun, tokens: readonly Token[]): Entity | null {
    if (possessive.test(noun.det))
      return this.#unknown === this.#sentence ? null : this.#entities.byPronoun(noun.det, noun.noun);
    return noun.owner === null ? null : (this.#entities.byName(noun.owner, tokens) ?? null);
  }

  cast(): Cast {
    const mentions = this.#mentions.sort((x, y) => x.start - y.start);
    const roles = this.#roles.sort((x, y) => x.from - y.from);
    const at = (start: number, end: number): Entity | null => {
      // "her closed eyes": whose they are.
      const inside = mentions.find((one) => one.start < end && start < one.end && one.owner !== null);
      if (inside !== undefined) return inside.owner;
      const around = mentions.find((one) => one.start <= start && end <= one.end);
      if (around !== undefined) return around.entity;
      const who = roles.findLast(({ from }) => from <= start)?.entity ?? null;
      const last = mentions.findLast((one) => one.end <= start);
      // "a cat sitting on a chair", "a woman with a dog barking": who stands right before it.
      const isBeside = last !== undefined && last.end === start - 1 && last.unit.end > start;
      if (isBeside && last.entity !== null && last.entity !== who) return last.before === '' ? last.entity : null;
      return who;
    };
    return { topic: this.#entities.topic, mentions, fields: this.#fields, at };
  }
}

function fieldOf(unit: Unit, topic: Entity): Mention {
  const name = unit.key.split(' ').at(-1) ?? '';
  const noun: Noun = {
    first: 0,
    head: 0,
    next: 0,
    noun: singular(name),
    isPlural: singular(name) !== name,
    det: '',
    looks: [],
    owner: null,
  };
  return { unit, noun, start: unit.start, end: unit.end, entity: null, owner: topic, before: '', subject: topic };
}
