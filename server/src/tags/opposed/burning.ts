import { once } from '../../ground/once.ts';
import { clashOf, type Opposed, rangeOf, TWO_PICTURES } from './clash.ts';
import { singular } from './nouns.ts';

const light =
  'headlights?|headlamps?|taillights?|lamps?|lights?|lanterns?|candles?|torch(?:es)?|chandelier|bulbs?|neon signs?|streetlights?|fireplace|lighthouse|stove|campfire|screen|monitor|television|flashlight|spotlights?';

const patterns = once(() => ({
  off: new RegExp(
    String.raw`\b(?:unlit|extinguished|burnt-out|switched-off) (?:[a-z]+ )?(?<one>${light})\b|\b(?<other>${light}) (?:that (?:is|are) |is |are )?(?:all |both |still )?(?:off|out|dark|unlit|extinguished|(?:switched|turned) off)\b(?! (?:the|of|on|in|a)\b)`,
    'gi',
  ),
  on: new RegExp(
    String.raw`\b(?:beams?|glow|light|flames?|cones?|rays) (?:of|from) (?:its|the|his|her|their) (?:[a-z]+ )?(?<one>${light})\b|\b(?:its|the|his|her|their) (?:[a-z]+ )?(?<other>${light}) (?:on [a-z]+ [a-z]+ )?(?:glows?|blaz(?:e|es|ing)|shin(?:e|es|ing)|burn(?:s|ing)?|flickers?|lights? up|pierces?|cuts? through|illuminat(?:e|es|ing)|casts?|throws?|(?:is|are) (?:lit|on|burning|switched on))\b|\b(?:light|glow) (?:streams|falls|spills|pours|shines|comes) from (?:its|the) (?:[a-z]+ )?(?<fourth>${light})\b|\b(?:lit|burning|glowing|blazing) (?<third>${light})\b`,
    'gi',
  ),
}));

const others =
  /\b(?:another|others?|one|some|left|right|second|behind|beside|next to|window|distan\w*|passing|opposite|then|before|after|once|just|except|but|only|rest|half|two|three|four|five|six)\b/i;

/** Lights that are off and shine: "headlights off, the beams of its headlights cut through fog". */
export function burningAfterAll(text: string): Opposed | null {
  if (!/\b(?:unlit|extinguished|burnt-out|off|out|dark)\b/i.test(text) || others.test(text) || TWO_PICTURES.test(text))
    return null;
  const nameOf = ({ groups }: RegExpExecArray): string =>
    singular((groups?.one ?? groups?.other ?? groups?.third ?? groups?.fourth ?? '').toLowerCase());
  const off = [...text.matchAll(patterns().off)];
  for (const on of off.length === 0 ? [] : text.matchAll(patterns().on)) {
    const own = off.find((match) => nameOf(match) === nameOf(on));
    if (own === undefined || /\b(?:un|not )$/i.test(text.slice(0, on.index))) continue;
    const clash = clashOf(rangeOf(own), rangeOf(on), 'state');
    if (clash !== null) return clash;
  }
  return null;
}
