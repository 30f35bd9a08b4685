import { once } from '../../ground/once.ts';
import { singular } from '../opposed/nouns.ts';
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

/** A noun of which two tags may say two things; null for nearly all. */
export function onceIn(tokens: readonly string[]): string | null {
  if (tokens.length < 2) return null;
  const noun = [tokens[0]!, tokens.at(-1)!].map(singular).find(isPart);
  return noun ?? null;
}

/** The tags that name a part which another one names as well: only of these a list of tags may say that it looks in two ways. */
export function partsTwice(units: readonly Unit[]): readonly Unit[] {
  const named = units.flatMap((unit) => {
    const part = onceIn(unit.tokens.map(({ word }) => word));
    return part === null ? [] : [{ unit, part }];
  });
  return named.filter((one) => named.some((other) => other !== one && other.part === one.part)).map(({ unit }) => unit);
}
