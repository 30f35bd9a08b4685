import { otherField } from '../opposed/absent-fields.ts';
import { clashOf, type Opposed } from '../opposed/clash.ts';
import { missingIn } from '../opposed/nouns.ts';
import { isLaidAside } from '../opposed/set-apart.ts';
import { doneWithout, isOf, isWorn, nameOf } from '../opposed/worn.ts';
import { isAside } from './aside.ts';
import type { Entity } from './entities.ts';
import type { Unit } from './units.ts';
import type { Cast, Mention } from './who.ts';

/** What somebody is said to do without. */
interface Lack {
  /** As {@link nameOf} gives it. */
  readonly name: string;
  readonly owner: Entity;
  readonly start: number;
  readonly end: number;
}

const wearing = /^(?:in|with|wears|wearing|has|having|sports|dons|donning|and|under|beneath|from|behind|through|over)$/;
const handling =
  /^(?:carr(?:ies|ying)|h[eo]ld(?:s|ing)?|grip(?:s|ping)?|grab\w*|reach\w*|drop\w*|remov\w*|tak(?:es|ing)|look(?:s|ing)?|put(?:s|ting)?|set|plac\w+|toss\w*|throw\w*|tuck\w*|clutch\w*|off|at|for|like|without|no|near|beside|of|to|than|as)$/;
const lacking = /^(?:no|without|lacks|lacking)$/;

const quick =
  /\b(?:no|without|lacks|lacking|none|nothing|absent|[a-z]{3,}less|bare[a-z-]*|unmasked|unveiled|clean-shaven)\b/i;

/** "hatless …, her straw hat", "headwear: none, … in a red headscarf": what somebody wears though he was said to do without. */
export function wornAfterAll(
  text: string,
  units: readonly Unit[],
  castOf: () => Cast,
  isApart: (a: number, b: number) => boolean,
): Opposed | null {
  if (!quick.test(text)) return null;
  const cast = castOf();
  for (const lack of lacksIn(units, cast)) {
    if (lack.owner.isSeveral || units.some((unit) => isTagAside(text, unit, lack.name))) continue;
    // "carries her sandals …, her sandals are wet"
    if (
      cast.mentions.some(
        (one) =>
          isOf(one.unit.tokens[one.noun.head]!.word, lack.name) &&
          one.noun.det !== 'no' &&
          !lacking.test(one.before) &&
          (handling.test(one.before) || isAside(text.slice(one.end))),
      )
    )
      continue;
    const found = cast.mentions.find((mention) => isThere(text, mention, lack));
    if (found === undefined || isApart(lack.start, found.start)) continue;
    const clash = clashOf(lack, found, 'presence');
    if (clash !== null) return clash;
  }
  return null;
}

/** "unworn boots", "shoes removed". */
const isTagAside = (text: string, { kind, tokens, start, end }: Unit, name: string): boolean =>
  kind === 'tag' &&
  (isLaidAside(text.slice(start, end).toLowerCase(), name) ||
    tokens.some(({ word }) => isOf(word, name) && isLaidAside(text.slice(start, end).toLowerCase(), word)));

function lacksIn(units: readonly Unit[], { mentions, topic, at }: Cast): Lack[] {
  const found: Lack[] = [];
  const add = (name: string, owner: Entity | null, start: number, end: number): void => {
    if (owner !== null && isWorn(name)) found.push({ name, owner, start, end });
  };
  for (const { unit, noun, start, end, before, owner, subject } of mentions) {
    const isNone = noun.det === 'no' || lacking.test(before);
    const name =
      unit.tokens
        .slice(Math.max(0, noun.head - 1), noun.head + 1)
        .map(({ word }) => word)
        .join(' ') === 'facial hair'
        ? 'facial hair'
        : noun.noun;
    // "no longer wears a hat", "no other hat"
    if (isNone && noun.looks.length === (name === 'facial hair' ? 1 : 0))
      add(
        nameOf(name === noun.noun ? unit.tokens[noun.head]!.word : name),
        unit.kind === 'clause' ? (owner ?? subject ?? at(start, end)) : topic,
        start,
        end,
      );
  }
  for (const { kind, key, tokens, start, end } of units) {
    if (
      kind === 'field' &&
      key !== '' &&
      /^(?:none|no|nothing|without|absent)$/.test(tokens[0]?.word ?? '') &&
      tokens.length === 1
    ) {
      add(nameOf(key), topic, start, end);
      continue;
    }
    for (const [place, token] of tokens.entries()) {
      const two = tokens[place + 1]?.isJoined ? `${token.word} ${tokens[place + 1]!.word}` : '';
      const name = doneWithout(two) ?? doneWithout(token.word) ?? missingIn(token.word);
      // A bare chest is told with what is open over it.
      if (name === undefined || name === null || name === token.word || /^(?:shirt|sleeve|strap|top)$/.test(name))
        continue;
      if (!/^(?:bare|clean|un|hatless|shoeless|beardless|[a-z]+less$)/.test(token.word)) continue;
      const last = doneWithout(two) === undefined ? token : tokens[place + 1]!;
      add(name, kind === 'clause' ? at(token.start, last.end) : topic, token.start, last.end);
    }
  }
  return found;
}

/** Whether somebody wears what he is said to lack. */
function isThere(
  text: string,
  { unit, noun, start, end, owner, before, subject }: Mention,
  { name, owner: who, start: from, end: to }: Lack,
): boolean {
  if (start < to && from < end) return false;
  const { word } = unit.tokens[noun.head]!;
  if (!isOf(word, name) || isAside(text.slice(end))) return false;
  if (unit.kind !== 'clause')
    return (
      who.isTopic &&
      !/^(?:no|holding|unworn|removed|removing|without|single|missing)$/.test(unit.tokens[0]!.word) &&
      noun.first === 0 &&
      noun.next === unit.tokens.length &&
      !otherField.test(unit.key)
    );
  if (/^(?:no|any|another|each|every|some|other)$/.test(noun.det)) return false;
  const isOwn = /^(?:his|her|its|'s)$/.test(noun.det);
  if (isOwn ? handling.test(before) : !wearing.test(before)) return false;
  return (owner ?? subject) === who;
}
