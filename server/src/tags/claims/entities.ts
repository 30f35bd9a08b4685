import { isKindOf, isThingWord } from '../opposite-words.ts';
import { areKin, valuesOfWord } from '../thing-words.ts';
import { kindOfWord } from '../trigger-kinds.ts';
import { isAnimal, type Noun } from './nouns.ts';
import { genderOf, isGroup, isPerson } from './people.ts';
import type { Token } from './units.ts';

/** Somebody or an animal of a text, or the thing that it is about. */
export interface Entity {
  readonly names: Set<string>;
  /** What was said of it before its name. */
  readonly looks: Set<string>;
  gender: 'f' | 'm' | null;
  /** Null while only a made-up word names it. */
  kind: 'person' | 'animal' | 'thing' | null;
  readonly isSeveral: boolean;
  readonly isTopic: boolean;
  /** Whether it has done something, and was not only held or eaten. */
  acts: boolean;
}

/** Whether a word (lower case) is somebody's name or a trigger. */
export const isMadeUp = (word: string): boolean => /^(?:identifier|coined)$/.test(kindOfWord(word) ?? '');

/** What no thing has, but an animal. */
const bodily =
  /^(?:coat|fur|tail|wing|ear|mane|plumage|beak|eye|mouth|paw|muzzle|snout|feather|horn|antler|claw|tongue|jaw|talon|hoof|whisker|trunk|fin|crest|belly)$/;
const isNew = /^(?:an?|another|some|several|many|few|two|three|four|five|six|[2-9]|)$/;
/** Words for somebody that go with any calling: the sailor may be "the man". */
const anybody = /^(?:woman|man|girl|boy|person|figure|child|lady)$/;

const wordsOf = ({ looks }: Noun, tokens: readonly Token[]): readonly string[] => looks.map((at) => tokens[at]!.word);

/** Whom a text has spoken of so far: the one that it is about, and everybody else. */
export class Entities {
  readonly topic: Entity;
  readonly #all: Entity[];

  constructor(isSeveral: boolean) {
    this.topic = { names: new Set(), looks: new Set(), gender: null, kind: null, isSeveral, isTopic: true, acts: true };
    this.#all = [this.topic];
  }

  /** Takes up what a name for somebody tells. */
  meet(entity: Entity, noun: string): void {
    entity.names.add(noun);
    entity.kind ??= isPerson(noun) ? 'person' : isAnimal(noun) ? 'animal' : isThingWord(noun) ? 'thing' : null;
    entity.gender ??= genderOf(noun);
  }

  /** The topic by its first name, with what is said before it. */
  nameTopic(noun: Noun, tokens: readonly Token[]): void {
    for (const look of wordsOf(noun, tokens)) {
      this.topic.names.add(look);
      this.topic.looks.add(look);
    }
    this.meet(this.topic, noun.noun);
  }

  /** Whether what comes in first can be what the tags or the trigger are of. */
  fitsTopic(noun: Noun): boolean {
    const { kind, gender } = this.topic;
    const own = genderOf(noun.noun);
    if (noun.isPlural || isGroup(noun.noun)) return false;
    if (gender !== null && own !== null && gender !== own) return false;
    return !(kind === 'person' && !isPerson(noun.noun)) && !(kind === 'animal' && !isAnimal(noun.noun));
  }

  /** Somebody who comes in. */
  add(noun: Noun, tokens: readonly Token[]): Entity {
    const one: Entity = {
      names: new Set([noun.noun]),
      looks: new Set(wordsOf(noun, tokens)),
      gender: genderOf(noun.noun),
      kind: isPerson(noun.noun) ? 'person' : isAnimal(noun.noun) ? 'animal' : isMadeUp(noun.noun) ? null : 'thing',
      isSeveral: noun.isPlural || isGroup(noun.noun),
      isTopic: false,
      acts: false,
    };
    this.#all.push(one);
    return one;
  }

  /** The one whom "she", "his" or "its" means; null where that may be two. @param part what is his, if anything is */
  byPronoun(word: string, part = ''): Entity | null {
    const gender = /^(?:he|his)$/.test(word) ? 'm' : /^(?:she|her)$/.test(word) ? 'f' : null;
    if (gender === null) {
      const isOfAnimal = this.topic.kind === 'animal' || bodily.test(part);
      const may = this.#all.filter(
        ({ kind, gender: own, isSeveral }) =>
          !isSeveral && kind !== 'person' && own === null && !(isOfAnimal && kind === 'thing'),
      );
      return may.length === 1 ? may[0]! : null;
    }
    const may = this.#all.filter(
      (one) => !one.isSeveral && one.kind !== 'thing' && (one.gender === null || one.gender === gender),
    );
    // An animal is called he where nobody else can be.
    const people = may.filter(({ kind }) => kind !== 'animal');
    const own = people.length > 0 ? people : may;
    const sure = own.filter((one) => one.gender === gender);
    const only = own.length === 1 ? own[0] : sure.length === 1 && sure[0]!.isTopic ? sure[0] : undefined;
    if (only !== undefined) only.gender ??= gender;
    return only ?? null;
  }

  /** The one whom "the man" means: null where nobody knows, undefined where it is somebody new. */
  byName(name: Noun, tokens: readonly Token[]): Entity | null | undefined {
    const { noun, det } = name;
    if (name.isPlural || isGroup(noun)) return isPerson(noun) || isAnimal(noun) ? undefined : null;
    if (isNew.test(det)) return undefined;
    if (isPicked(name, tokens)) return null;
    // "a baby alpaca …, the baby"
    const named = this.#all.filter(
      ({ names, looks, kind }) => names.has(noun) || (kind !== 'thing' && looks.has(noun)),
    );
    // "the tall man …, the short man"
    if (named.length > 0) return named.length === 1 && !isOther(named[0]!, wordsOf(name, tokens)) ? named[0]! : null;
    const called = this.#all.filter((one) => this.#isCalled(one, noun));
    // "an otter cracks a clam, the animal"
    const may = called.length > 1 ? called.filter(({ acts }) => acts) : called;
    return may.length === 1 ? may[0]! : may.length > 1 ? null : undefined;
  }

  #isCalled({ names, kind, gender, isSeveral, isTopic }: Entity, noun: string): boolean {
    if (isSeveral) return false;
    const wide = /^(?:creature|pet|beast)$/.test(noun) ? 'animal' : noun;
    if ([...names].some((name) => isKindOf(name, wide)) || (isAnimal(noun) && isTopic && kind === null)) return true;
    if (!isPerson(noun) || kind === 'thing' || kind === 'animal') return false;
    const own = genderOf(noun);
    return (
      (gender === null || own === null || gender === own) && (names.size === 0 || anybody.test(noun) || kind === null)
    );
  }
}

/** Whether what is said before a name rules out that it is one that was named before. */
const isOther = (entity: Entity, looks: readonly string[]): boolean =>
  looks.some((look) =>
    valuesOfWord(look).some(({ family, value }) =>
      [...entity.looks].some((own) =>
        valuesOfWord(own).some((one) => one.family === family && !areKin(family, value, one.value)),
      ),
    ),
  );

/** "the man on the left": one of several. */
const isPicked = ({ next }: Noun, tokens: readonly Token[]): boolean =>
  /^(?:on|to|at|in) the (?:left|right|far|near|foreground|background|middle|front|back)\b/.test(
    tokens
      .slice(next, next + 3)
      .map(({ word }) => word)
      .join(' '),
  );
