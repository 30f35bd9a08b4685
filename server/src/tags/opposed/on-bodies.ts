import { clashOf, type Opposed, rangeOf, TWO_PICTURES } from './clash.ts';

const limb = 'forearm|upper arm|arm|wrist|hand|calf|thigh|shin|leg|ankle|knee|foot|elbow|biceps?|heel';
const part = `(?<part>${limb}|shoulder(?: blade)?|hip|cheek|breast|ear|temple|buttock)`;
const isLimb = new RegExp(`^(?:${limb})$`);
const place = `(?<whose>her|his|the|an?|its) (?:[a-z]+ )?(?<side>left|right) ${part}\\b`;
const first = new RegExp(
  String.raw`\b(?:on|across|around|over|along|down|covering|below|above|to|in|under) ${place}\b`,
  'gi',
);
const again = new RegExp(
  String.raw`\bthe (?:same )?(?<thing>[a-z]+) (?:(?:covers|fills|spans|decorates|adorns|climbs)|(?:wraps|curls|winds|runs|sits|lies|rests|stretches|sprawls|hangs|dangles|is|is (?:inked|placed|drawn|set|tied|worn|done|strapped|sewn)) (?:around|round|on|across|over|along|down|up|to|from|in|under)) ${place}\b`,
  'gi',
);
/** What is on a body is called by these without having been named. */
const designs = /^(?:design|tattoo|piece|ink|inkwork|motif|artwork|linework|image|mark)$/;
/** There are two of it, or it reaches from one side to the other. */
const several =
  /\b(?:both|each|another|others?|second|also|matching|mirror\w*|continu\w+|extend\w*|from (?:her|his|the|one) (?:left|right)|from [^,.;]{1,30} to (?:her|his|the) (?:left|right)|as well|two|three|four|pair|twin|tattoos|designs|sleeves|couple|friends?|people|they|their)\b/i;

/** "on her left forearm, the design covers his right calf": one thing on one body, on either side or of somebody else. */
export function onTwoBodies(text: string, isOfSeveral: () => boolean): Opposed | null {
  if (!/\b(?:left|right)\b/i.test(text) || TWO_PICTURES.test(text) || several.test(text)) return null;
  const places = [...text.matchAll(first)];
  for (const match of text.matchAll(again)) {
    const before = places.filter(({ index, 0: written }) => index + written.length <= match.index);
    const [own] = before;
    const { thing = '', whose = '', side = '', part: there = '' } = lower(match);
    // Of two places before nobody knows which is meant.
    if (own === undefined || before.length > 1) continue;
    if (!designs.test(thing) && !new RegExp(String.raw`\b${thing}\b`, 'i').test(text.slice(0, own.index))) continue;
    const { whose: owner = '', side: otherSide = '', part: here = '' } = lower(own);
    const isOther = /^(?:her|his)$/.test(whose) && /^(?:her|his)$/.test(owner) && whose !== owner;
    // A bag goes from one shoulder to the other hip; no one thing is on two limbs, or on two ears.
    const isApart = side !== otherSide && (here === there || (isLimb.test(here) && isLimb.test(there)));
    if ((!isApart && !isOther) || isOfSeveral()) continue;
    return clashOf(rangeOf(own), rangeOf(match), 'thing');
  }
  return null;
}

const lower = ({ groups }: RegExpExecArray): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(groups ?? {}).map(([name, written]) => [name, (written ?? '').toLowerCase()]));
