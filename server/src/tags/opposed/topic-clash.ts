import { isThingWord } from '../opposite-words.ts';
import { areKin } from '../thing-words.ts';
import { topicOf } from '../topic.ts';
import { another } from './another.ts';
import { clashOf, type Opposed, TWO_PICTURES } from './clash.ts';
import { singular } from './nouns.ts';
import { isLaidOff } from './presence.ts';
import { type Saying, sayingsOf } from './topic-sayings.ts';

/** Words that keep two things said from being of one thing at one time. */
const apart =
  /\b(?:another|others?|second|one of|each|some|half|halves|partly|partially|mostly|nearly|almost|then|before|after|once|formerly|now|already|about to|left|right|inside|outside|underneath|front|rear|top|bottom|upper|lower|inner|outer|or|as if|like|than|except|but|instead|posters?|mirrors?|reflect\w*|paint(?:ing|ed on)|photos? of|toys?|models?|drawing|dream\w*|turns?|turning|becom\w+|changes?|mixed|two-tone|gradient|edges?|tips?|usually|seems?|looks? like|missing|removed|lost|broken off)\b/i;
/** Families that two words of one caption may well say of one thing. */
const vague = /^(?:lightness|brightness|feel|depth|clarity|noise|motion|mood|build|slope|width|sleeves?)$/;

/** What a text says of what it is about, or of a part of that, and takes back: "two arms …, its four arms", "wilted …, the flower is fresh". */
export function topicClash(text: string): Opposed | null {
  if (!/,|\.\s|;/.test(text) || TWO_PICTURES.test(text)) return null;
  const sayings = sayingsOf(text);
  for (const [at, b] of sayings.entries())
    for (const a of sayings.slice(0, at)) {
      const group = a.part === b.part || areOutside(a, b) ? groupOf(a, b) : null;
      // "a pot beside a pan, its lid": of the pan.
      if (
        group !== null &&
        /^(?:its|his|her|their)\b/i.test(text.slice(b.start)) &&
        another.test(text.slice(a.end, b.start))
      )
        continue;
      if (group === 'presence' && /^(?:its|his|her|their)\b/i.test(text.slice(b.start)) && isLaidOff(text, b.end))
        continue;
      // "painted red, white, blue and yellow": all of them.
      if (/^, ?$/.test(text.slice(a.end, b.start)) && /^(?:, | and )[a-z]+/i.test(text.slice(b.end))) continue;
      if (group === null || apart.test(a.piece) || apart.test(b.piece) || b.start < a.end) continue;
      const clash = clashOf(a, b, group);
      if (clash !== null) return comesInTwice(text) ? null : clash;
    }
  return null;
}

/** Parts whose colour is that of the whole. */
const outside = /^(?:plumage|fur|coat|feather|paint|paintwork|hull|bodywork|exterior|binding|cover|side|petal)$/;

/** Whether one speaks of a thing and the other of what it looks like from outside, and both of a colour. */
function areOutside(a: Saying, b: Saying): boolean {
  const isWhole = (one: Saying, other: Saying): boolean => one.part === null && outside.test(other.part ?? '');
  return (
    (isWhole(a, b) || isWhole(b, a)) && [a, b].every(({ values }) => values.some(({ family }) => family === 'colour'))
  );
}

/** "a black cup and a white cup": the white cup is no black one. */
function comesInTwice(text: string): boolean {
  return [...topicOf(text).names].some((name) => {
    const written = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const again = new RegExp(
      `\\b(?:an?|another|one|second|other) (?:[a-z_-]+ ){0,3}?${written}\\b|\\b${written}s\\b`,
      'gi',
    );
    return isThingWord(singular(name)) && (text.match(again)?.length ?? 0) > 1;
  });
}

function groupOf(a: Saying, b: Saying): Opposed['group'] | null {
  if (a.part !== null && a.isThere !== null && b.isThere !== null && a.isThere !== b.isThere) return 'presence';
  if (a.part !== null && a.count > 0 && b.count > 0 && a.count !== b.count && (a.count > 1 || b.count > 1))
    return 'number';
  for (const { family, value } of a.values) {
    if (vague.test(family)) continue;
    const others = b.values.filter((own) => own.family === family);
    const own = a.values.filter((one) => one.family === family);
    if (others.length !== 1 || own.length !== 1 || areKin(family, value, others[0].value)) continue;
    return 'thing';
  }
  return null;
}
