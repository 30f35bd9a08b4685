import { once } from '../../ground/once.ts';
import { clashOf, type Opposed, rangeOf, TWO_PICTURES } from './clash.ts';

/** A word for somebody, with what it tells of gender and age. */
interface Person {
  readonly gender: 'f' | 'm' | null;
  readonly age: 'child' | 'grown' | 'old' | null;
}

const nouns: Readonly<Record<string, Person>> = Object.fromEntries(
  [
    ['woman lady waitress actress mother wife bride queen nun', 'f', 'grown'],
    ['man gentleman waiter father husband groom king monk', 'm', 'grown'],
    ['girl schoolgirl daughter', 'f', 'child'],
    ['boy schoolboy son', 'm', 'child'],
    ['grandmother granny', 'f', 'old'],
    ['grandfather grandpa', 'm', 'old'],
    ['toddler child baby infant kid', null, 'child'],
    ['pensioner', null, 'old'],
    ['adult', null, 'grown'],
  ].flatMap(([words, gender, age]) => (words ?? '').split(' ').map((word) => [word, { gender, age } as Person])),
);
/** Somebody who may be of any gender and age, and animals that are named by theirs. */
const anybody =
  'person|figure|knight|soldier|sailor|farmer|rider|driver|dancer|singer|squire|friend|teenager|student|worker|doctor|nurse|chef|priest|artist|musician|athlete|runner|hiker|guard|prince|princess|warrior|model|tourist|passer-by|fisherman|shepherd';

const patterns = once(() => {
  const noun = `(?:${Object.keys(nouns).join('|')})`;
  return {
    mention: new RegExp(
      String.raw`(?<![-'’])\b(?:(?<det>an?|the|this|another|his|her|their|its|every|one|no) (?<looks>(?:(?!(?:an?|the|his|her|its|of|in|and|with|on|at|to)\b)[a-z-]+,? ){0,4}?))?(?<noun>${noun}|${anybody})\b(?!['’]s (?:best|only)|-)`,
      'gi',
    ),
    plural: new RegExp(
      String.raw`\b(?:women|men|children|people|they|them|their|each|both|two|three|four|five|six|several|many|couple|pair|crowd|group|aunt|uncle|sister|brother|mother|father|friend|teacher|nurse|neighbou?r|wife|husband|daughter|son|family|friends|another|others?|twins?|siblings?|audience|(?<!\b(?:she|he|it|who|that|and|then) )(?:${noun}|${anybody})s)\b`,
      'i',
    ),
    opening:
      /^\s*(?:[\p{L}\p{N}_-]+(?: [\p{L}\p{N}_-]+){0,2}[,.] )?(?:an? (?:[a-z-]+ ){0,3}(?:photo|photograph|portrait|picture|painting|drawing|sketch|close-up|illustration) of )?$/iu,
  };
});

const old = /\b(?:old|elderly|aged|grey-haired|gray-haired|white-haired|wrinkled|ancient|senior|middle-aged|grown)\b/i;
const young = /\b(?:young|little|small|teenage|tiny)\b/i;

interface Mention extends Person {
  readonly det: string;
  readonly noun: string;
  readonly isYoung: boolean;
  readonly start: number;
  readonly end: number;
}

function mentionsIn(text: string): Mention[] {
  return [...text.matchAll(patterns().mention)].map((match) => {
    const { det = '', looks = '', noun = '' } = match.groups ?? {};
    const own = nouns[noun.toLowerCase()] ?? { gender: null, age: null };
    const age = old.test(looks) && own.age !== 'child' ? 'old' : own.age;
    return {
      gender: own.gender,
      age,
      det: det.toLowerCase(),
      noun: noun.toLowerCase(),
      isYoung:
        young.test(looks) ||
        /^ in (?:his|her) (?:teens|twenties|early thirties)\b/i.test(text.slice(match.index + match[0].length)),
      ...rangeOf(match),
    };
  });
}

/** What a text calls somebody that is none: a ship, a car. */
const calledShe =
  /\b(?:ship|boat|vessel|yacht|car|motorcycle|motorbike|engine|machine|country|moon|sea|river|statue|doll|mannequin|poster|photo of|painting of|mirror|reflection|costume|dressed (?:up )?as|drag|disguised)\b/i;

/** One who comes in as one and is spoken of as somebody else: "an old man …, the boy's face", "a man in armour, she lifts her visor". */
export function someoneElse(text: string): Opposed | null {
  if (!/\b(?:man|woman|boy|girl|lady|gentleman|child|male|female)\b/i.test(text)) return byAge(text);
  if (patterns().plural.test(text) || TWO_PICTURES.test(text) || calledShe.test(text)) return null;
  const mentions = mentionsIn(text);
  const [first, ...others] = mentions;
  if (first === undefined) return byAnimal(text);
  const before = text.slice(0, first.start);
  const isFirst =
    first.det === ''
      ? /^\s*(?:an? )?(?:photo of )?(?:\S+ ){1,2}$/i.test(before)
      : /^an?$/.test(first.det) && patterns().opening.test(before);
  if (!isFirst) return null;
  for (const other of others) {
    if (!/^(?:the|this)$/.test(other.det)) return null;
    // "the boy beside her"
    const piece = text.slice(other.end).split(/[,.;]/, 1)[0] ?? '';
    if ((first.gender === 'f' ? /\bher\b/i : /\b(?:him|his)\b/i).test(piece) && other.gender !== first.gender)
      return null;
    const isOther =
      (first.gender !== null && other.gender !== null && first.gender !== other.gender) ||
      (first.age === 'old' && other.age === 'child') ||
      (first.age === 'child' && other.age === 'old') ||
      (first.age === 'old' && other.isYoung) ||
      (first.isYoung && other.age === 'old') ||
      (first.isYoung &&
        first.age === 'child' &&
        other.age === 'grown' &&
        /\bgrown\b/i.test(text.slice(other.start, other.end)));
    if (isOther)
      return clashOf(
        first,
        other,
        first.gender !== null && other.gender !== null && first.gender !== other.gender ? 'gender' : 'age',
      );
    if (other.noun !== first.noun && other.gender === null && other.age === null) return null;
  }
  return first.gender === null ? null : byPronoun(text, first, first.gender);
}

/** "a man …, she": where nobody else is there whom the pronoun may mean. */
function byPronoun(
  text: string,
  first: { readonly start: number; readonly end: number },
  gender: 'f' | 'm',
): Opposed | null {
  const [other, object] =
    gender === 'm'
      ? [/\b(?:she|herself)\b/i, /\bher(?=[,.;]|$| (?:and|with|in|on|at|to|from|as|while)\b)|\bhers\b/i]
      : [/\b(?:he|himself)\b/i, /\bhim\b/i];
  const match = other.exec(text.slice(first.end));
  if (match === null || object.test(text)) return null;
  const start = first.end + match.index;
  return clashOf(first, { start, end: start + match[0].length }, 'gender');
}

/** "a male cat, she nurses her kittens". */
function byAnimal(text: string): Opposed | null {
  const sexes = [
    ...text.matchAll(
      /\b(?:an? |the )(?<sex>male|female) (?:[a-z]+ )?[a-z]+\b|(?<=, )(?:an? )?(?<alone>male|female)(?=[,.])/gi,
    ),
  ];
  const [own] = sexes;
  if (own === undefined || sexes.length !== 1) return null;
  return byPronoun(text, rangeOf(own), (own.groups?.sex ?? own.groups?.alone)?.toLowerCase() === 'male' ? 'm' : 'f');
}

const cub = /\ban? (?:[a-z-]+ )?(?:puppy|kitten|foal|cub|lamb|calf|fawn|duckling|cygnet|piglet)\b/i;
const grown =
  /\bthe (?:(?:old|elderly|adult|grown|full-grown|aged|aging) )(?:[a-z-]+ )?(?:dog|cat|horse|bear|lion|sheep|cow|deer|swan|duck|pig|animal|fox|wolf)\b/i;

/** "a puppy, the old dog rests": one animal of two ages. */
function byAge(text: string): Opposed | null {
  const young = cub.exec(text);
  const old = young && grown.exec(text);
  if (!young || !old || /\b(?:with|and|beside|its mother|an? (?:old|adult))\b/i.test(text)) return null;
  return clashOf(rangeOf(young), rangeOf(old), 'age');
}
