import { lettersPattern } from '../ground/letters.ts';
import { type AttributePhrase, attributesIn } from './attributes.ts';

/** What stands behind a name and says who that is: "ohwx, a teenage boy with short hair", "ohwx woman", "ohwx is an old man". */
const apposed = lettersPattern(
  String.raw`^(?:(?:,| is| was| as|, who is) ?(?:now )?(?:an? |the )?|s? )(?:(?!(?:with|and|or|of|in|on|at|by|for|to|from|hugging|holding|facing|beside|behind|near) )[\p{L}-]+(?<!ing) ){0,3}(?:woman|man|boy|girl|lady|gentleman|child|toddler|baby|teenager)(?![\p{L}-])(?:(?! (?:hugging|holding|facing|beside|behind|next to|and (?:an?|another|the|her|his)) )[^,.;:]){0,80}`,
  'i',
);

/** Who a name is in a sentence, as the words behind it say. */
export interface Apposed {
  /** Looks, gender and age of whom the name is. A young girl may be a child or a grown-up: it says no age. */
  readonly looks: readonly Pick<AttributePhrase, 'attribute' | 'value'>[];
}

/**
 * What the words directly behind a name say of whom it is; null where they say nobody.
 * @param text in lower case
 * @param name in normal form
 */
export function apposedTo(text: string, name: string): Apposed | null {
  const at = text.indexOf(name);
  if (at < 0) return null;
  const rest = text.slice(at + name.length, at + name.length + mostBehind);
  const [phrase] = apposed(rest).exec(rest) ?? [];
  if (phrase === undefined) return null;
  const isVague = /\byoung (?:boy|girl)\b/.test(phrase);
  return { looks: attributesIn(phrase).filter(({ attribute }) => attribute !== 'age' || !isVague) };
}

/** Letters behind a name that are looked at. */
const mostBehind = 160;
