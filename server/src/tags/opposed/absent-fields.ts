import type { TextRange } from '../../ground/text.ts';
import { isThingWord } from '../opposite-words.ts';
import { clashOf, holdsPicture, type Opposed } from './clash.ts';
import { NUMBERS } from './nouns.ts';
import { presenceOf } from './presence.ts';
import { isWorn, nameOf } from './worn.ts';

const noValue = /^(?:none|no|nothing|n\/a|without|absent)$/i;
/** Fields that say where, how and how something looks: nothing there is worn. */
export const otherField =
  /^(?:setting|background|location|place|scene|view|angle|camera|style|light(?:ing)?|mood|trigger|colou?r|held|holding|prop|hands?|companion|poster)$/i;

/** "headwear: none, …, details: red headscarf": a field without a value against what another one says. */
export function absentFields(text: string): Opposed | null {
  const fields = [...text.matchAll(/(?:^|[,;|\n]\s*)([a-z][a-z _-]{1,23}):\s*([^,;|\n]*)/gi)];
  for (const field of fields) {
    const [whole, key = '', value = ''] = field;
    if (!noValue.test(value.trim().replace(/\.$/, ''))) continue;
    const missing = nameOf(key.trim().toLowerCase().replace(/_/g, ' '));
    if (!isWorn(missing) && !isThingWord(missing)) continue;
    const start = field.index + whole.indexOf(key);
    const own = { start, end: field.index + whole.trimEnd().length };
    const said = sentenceBehind(
      text,
      missing,
      own,
      fields.find(({ index }) => index > field.index)?.index ?? text.length,
    );
    if (said !== null) return clashOf(own, said, 'presence');
    for (const [at, other] of fields.entries()) {
      if (other === field || otherField.test((other[1] ?? '').trim())) continue;
      const from = other.index + other[0].indexOf(':') + 1;
      const found = presenceOf(text, missing, own, from, fields[at + 1]?.index ?? text.length);
      if (found !== null && !/\b(?:she|he|her|his|man|woman|people|person) (?:behind|beside|next)\b/i.test(text))
        return clashOf(own, found, 'presence');
    }
  }
  return null;
}

/** Letters of a sentence at the least. */
const shortest = 20;

/** "strings: none; the horse hangs from nine strings": what the sentence behind a field without a value says. */
function sentenceBehind(text: string, missing: string, own: TextRange, to: number): TextRange | null {
  const rest = text.slice(own.end, to);
  if (rest.length < shortest || !/^[,;.] ?(?:an?|the|she|he|it|they|his|her|its)\b/i.test(rest) || holdsPicture(text))
    return null;
  const found = presenceOf(text, missing, own, own.end, to);
  if (found === null) return null;
  const before = new RegExp(
    `\\b(?:from|with|by|has|have|having|wears|wearing|its|her|his) (?:(?:an?|the|${NUMBERS}|many|several) )?(?:[a-z-]+ )?$`,
    'i',
  );
  return before.test(text.slice(own.end, found.start)) ? found : null;
}
