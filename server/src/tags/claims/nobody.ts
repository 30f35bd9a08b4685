import { clashOf, type Opposed } from '../opposed/clash.ts';
import type { Unit } from './units.ts';
import type { Cast, Mention } from './who.ts';

const nobody =
  /\b(?:no (?:people|humans?|persons?|figures)|nobody|no one|not a (?:single )?(?:soul|person|human being|human)|without (?:any )?(?:people|humans|a soul)|devoid of (?:people|life|humans)|empty of people)\b(?! (?:else|but|in particular|notices|cares|other)\b)(?! (?:in|on|behind|near|beside|at|inside|under|around) (?!sight|view|(?:the|this) (?:picture|image|photo|frame|scene|shot)|here|there))/i;
const field = /^(?:people|persons|humans|figures|person|crowd|bystanders|passers-by)$/;
const none = /^(?:none|no|nobody|0|zero|absent)$/;
/** What looks like somebody and is none. */
const unreal =
  /(?<![a-z])(?:statues?|skeletons?|puppets?|androids?|mannequins?|dolls?|scarecrows?|shadows?|silhouettes?|signs?|posters?|paintings?|portraits?|figurines?|sculptures?|busts?|robots?|toys?|ghosts?|murals?|reflections?|for|except|other|only|but|left|gone|missing|waiting for|built by|made by|named|once)(?![a-z])/i;

/** "people: none, … three hikers wait": somebody in a picture without anybody. */
export function nobodyThere(
  text: string,
  units: readonly Unit[],
  cast: () => Cast,
  isApart: (a: number, b: number) => boolean,
  around: (at: number) => string,
): Opposed | null {
  const own = units.find((unit) =>
    unit.kind === 'field'
      ? field.test(unit.key) && none.test(unit.tokens[0]?.word ?? '')
      : nobody.test(text.slice(unit.start, unit.end)),
  );
  if (own === undefined) return null;
  const { mentions, topic } = cast();
  if (topic.kind === 'person') return null;
  const match = own.kind === 'field' ? null : nobody.exec(text.slice(own.start, own.end));
  const range =
    match === null ? own : { start: own.start + match.index, end: own.start + match.index + match[0].length };
  const found: { start: number; end: number } | undefined =
    crowdIn(text, units) ??
    mentions.find((one) => isSomebody(one) && !(one.start < range.end && range.start < one.end));
  if (
    found === undefined ||
    isApart(range.start, found.start) ||
    unreal.test(around(found.start)) ||
    (own.kind === 'clause' && unreal.test(around(range.start)))
  )
    return null;
  return clashOf(range, found, 'presence');
}

/** "crowd" as a tag, "people: a crowd". */
function crowdIn(text: string, units: readonly Unit[]): { start: number; end: number } | undefined {
  return units.find(({ kind, key, tokens, start, end }) =>
    kind === 'tag'
      ? /^(?:large |huge |dense )?crowds?$/i.test(text.slice(start, end))
      : kind === 'field' &&
        field.test(key) &&
        /^(?:an?|the|two|three|four|five|some|several|many|crowds?)$/.test(tokens[0]?.word ?? ''),
  );
}

const isSomebody = ({ unit, noun, entity, before }: Mention): boolean =>
  unit.kind === 'clause' &&
  entity?.kind === 'person' &&
  !/^(?:no|any|every|each)$/.test(noun.det) &&
  !/^(?:for|like|as|than|of|without)$/.test(before) &&
  noun.noun !== 'figure';
