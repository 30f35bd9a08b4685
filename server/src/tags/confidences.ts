import { once } from '../ground/once.ts';
import type { TextRange } from '../ground/text.ts';

/** How sure a tagger was, behind its tag or before it: "robot (0.977)", "robot:0.98", "0.98 robot". */
const beside = once(
  () =>
    /(?<=[\p{L}\p{N})])\s*(?:\((?:0?\.\d{1,6}|1\.0{1,6})\)|:\s?(?:0?\.\d{2,6}|1\.0{1,6}))(?=\s*(?:,|$))|(?<=(?:^|,)\s*)(?:0?\.\d{2,6}|1\.0{1,6})[: ]\s*(?=\p{L})/gu,
);
/** The same in brackets with two digits and more: but for what bottles hold nothing else is written so, and one is enough. */
const exact = once(() => /(?<=[\p{L}\p{N})])\s*\((?:0\.(?!(?:25|33|50|66|75)\))\d{2,}|1\.0{3,})\)(?=\s*(?:,|$))/gu);
const fewest = 2;
/** A number that says what it is, as a tag or sentence of its own. "score_9" is a tag that a base model knows. */
const named = once(
  () =>
    /(?:^|,|(?<=[.!?])\s)\s*(?:(?:caption|tag|overall|model|prediction) )?(?:(?:confidence|probability|conf|prob)(?: (?:score|level|is))?(?:\s*[:=]?\s*[01]?\.\d{1,6}|\s*:\s*\d{1,3}(?:\.\d+)?\s?%)|score\s*[:=]\s*[01]?\.\d{1,6})\.?(?=\s*(?:,|$))/iu,
);

/**
 * What a tagger said of its own sureness. In lists a number beside a tag: in brackets with two digits and more wherever it stands, behind
 * a colon where two have one, else where half of the tags do. UTF-16.
 * @returns from the first to the last of them, and the text there without them; null without one
 */
export function confidencesIn(text: string, isList: boolean): { range: TextRange; instead: string } | null {
  const sure = isList ? [...text.matchAll(beside())] : [];
  const isMostly = sure.length * 2 >= text.split(',').length;
  // Behind a colon without a bracket two numbers below one are enough: no weight is written so.
  if (sure.length >= fewest && (isMostly || sure.every(([number]) => number.startsWith(':'))))
    return without(text, sure);
  const lone = isList && text.includes('(') ? [...text.matchAll(exact())] : [];
  if (lone.length > 0) return without(text, lone);
  const said = /conf|prob|score/i.test(text) ? named().exec(text) : null;
  if (said === null) return null;
  const { index: start } = said;
  // At the beginning the separator behind it goes with it.
  const end =
    start + said[0].length + (start === 0 ? (/^\s*,\s*/.exec(text.slice(said[0].length))?.[0].length ?? 0) : 0);
  return { range: { start, end }, instead: '' };
}

function without(text: string, numbers: readonly RegExpMatchArray[]): { range: TextRange; instead: string } {
  const start = numbers[0].index ?? 0;
  let [end, instead] = [start, ''];
  for (const { 0: own, index = 0 } of numbers) {
    instead += text.slice(end, index);
    end = index + own.length;
  }
  return { range: { start, end }, instead };
}
