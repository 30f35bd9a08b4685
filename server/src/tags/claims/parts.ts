import { once } from '../../ground/once.ts';
import { singular } from '../opposed/nouns.ts';
import type { Entity } from './entities.ts';

/** Parts of which a thing has one. */
export const isPart = (noun: string): boolean => parts().has(noun);
const parts = once(
  () =>
    new Set(
      'hull lid handle roof frame shell spine dial strap bezel stem body beak tail mane fur plumage belly bonnet deck keel chassis cab boiler handlebar base pedestal lampshade shade wick screen casing housing livery paintwork upholstery lining brim veil bodice blade hilt barrel bellows tabletop backrest headboard mattress facade façade spire dome chimney stern fuselage canopy nose saddle bridle trunk bark stalk foliage crust icing collar coat binding nib case finish tailgate sidecar tank visor crest hood cuff muzzle snout'.split(
        ' ',
      ),
    ),
);
/** What somebody wears one of at a time, over everything else. */
const wornOnce =
  /^(?:raincoat|overcoat|skirt|trouser|jean|short|legging|dress|gown|boot|shoe|sneaker|sandal|glove|mitten|hat|cap|beret|helmet|scarf|apron|cloak|cape|kimono|swimsuit|jumpsuit|leotard|tie|necktie)$/;

/** Whether two tags speak of one and the same by this noun. */
export const isOnce = (noun: string, owner: Entity | null): boolean =>
  isPart(noun) || (owner?.kind === 'person' && !owner.isSeveral && wornOnce.test(noun));

/** A noun of which two tags may say two things; null for nearly all. */
export function onceIn(tokens: readonly string[]): string | null {
  if (tokens.length < 2) return null;
  const noun = [tokens[0]!, tokens.at(-1)!].map(singular).find((one) => isPart(one) || wornOnce.test(one));
  // Fur is the coat of an animal.
  return noun === 'fur' ? 'coat' : (noun ?? null);
}
