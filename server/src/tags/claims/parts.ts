import { once } from '../../ground/once.ts';
import { singular } from '../opposed/nouns.ts';
import { isStateWord } from './states.ts';
import type { Unit } from './units.ts';

/** Parts of which a thing has one. */
export const isPart = (noun: string): boolean => parts().has(noun);
const parts = once(
  () =>
    new Set(
      'bed hull lid handle roof frame shell spine dial strap bezel stem body bonnet deck keel chassis cab boiler handlebar base pedestal lampshade shade wick screen casing housing livery paintwork upholstery lining brim veil bodice blade hilt barrel bellows tabletop backrest headboard mattress facade façade spire dome chimney stern fuselage canopy saddle bridle trunk bark stalk foliage crust icing collar binding nib case finish tailgate sidecar tank visor hood cuff'.split(
        ' ',
      ),
    ),
);

/** A noun of which two tags may say two things, a part or what one of them puts in a state ("unlit candle"); null for nearly all. */
export function onceIn(tokens: readonly string[]): string | null {
  if (tokens.length < 2) return null;
  const last = tokens.at(-1)!;
  const noun = [tokens[0]!, last].map(singular).find(isPart);
  return noun ?? (tokens.length <= mostWords && isStateWord(tokens[0]!) && singular(last) === last ? last : null);
}

/** Words of a tag that says of a thing how it is. */
const mostWords = 3;

/** The tags that name a part which another one names as well: only of these a list of tags may say that it looks in two ways. */
export function partsTwice(units: readonly Unit[]): readonly Unit[] {
  const named = units.flatMap((unit) => {
    const part = onceIn(unit.tokens.map(({ word }) => word));
    return part === null ? [] : [{ unit, part }];
  });
  return named.filter((one) => named.some((other) => other !== one && other.part === one.part)).map(({ unit }) => unit);
}
