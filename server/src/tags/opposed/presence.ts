import type { TextRange } from '../../ground/text.ts';
import { isOfOtherThing } from './set-apart.ts';
import { isOf } from './worn.ts';

/** Around a thing they say that it is not worn, not there, or another one's. */
const laidOff =
  /^[^,.;]{0,40}?\b(?:in (?:(?:her|his|one|the|their|a|each) )?(?:(?:left|right|other) )?(?:hands?|lap|arms?|bag|box|basket|drawer|closet|wardrobe|corner|hallway|pocket|foreground|background)|hand\b|(?:is |are )?(?:slung|draped|thrown|folded|bundled|lost|missing|gone|torn off)\b|(?:hanging|hung) (?:on|from|at|by|up)|on (?:(?:the|an?|her|his) )?(?!(?:the|an?|her|his|head|forehead|face|nose|neck|wrist|chin|ears?|feet|foot|legs?|hands?|fingers?|shoulders?|chest|waist|hips?)\b)|beside|next to|nearby|held|removed|off\b|lying|laid|behind|of (?:the|a|an|another)\b|worn by|around (?:her|his) waist|at (?:her|his) feet)/i;
const taken =
  /\b(?:holding|holds|carrying|carries|without|no|not|never|removed?|removing|taking off|takes off|reaching for|like an?|as if|unworn|lost|missing|needs?|beside|next to|another|other|instead of|picture of|painting of|pile of|row of|shelf of|print(?:ed)?|shadow of|former|once)\b[^,.;]{0,40}$/i;

/** Whether what ends at a place is said to be elsewhere than where it belongs: "his helmet on the saddle". */
export const isLaidOff = (text: string, end: number): boolean =>
  laidOff.test(text.slice(end)) &&
  !/^ (?:on|at|to) (?:the|its|his|her) (?:left|right|side|top|front|back|other side)\b/i.test(text.slice(end));

/** The first place of a text where something is there that was said not to be; words outside of the given range only. */
export function presenceOf(
  text: string,
  missing: string,
  outside: TextRange,
  from: number,
  to: number,
): TextRange | null {
  for (const match of text.slice(from, to).matchAll(/[a-z]+(?:-[a-z]+)*/gi)) {
    const start = from + match.index;
    const end = start + match[0].length;
    if (start >= outside.start && start < outside.end) continue;
    if (!isOf(match[0].toLowerCase(), missing)) continue;
    if (isOfOtherThing(text, end)) continue;
    const behind = outside.end <= start ? outside.end : 0;
    if (laidOff.test(text.slice(end)) || taken.test(text.slice(Math.max(behind, start - 60), start))) continue;
    return { start, end };
  }
  return null;
}
