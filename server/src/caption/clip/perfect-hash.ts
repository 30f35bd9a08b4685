// A hash table in which each key has a slot of its own: one look tells whether a pair is there, and the table is made at
// build time. Two steps (Belazzougui, Botelho, Dietzfelbinger: Hash, displace, and compress, 2009): the key's bucket has a
// multiplier, and the multiplier sends the keys of the bucket to different slots.

const SLOT_BITS = 16;
const BUCKET_BITS = 13;

/** A bijection on 32-bit numbers, so that two keys of a bucket never agree in all bits. */
export function mixed(key: number): number {
  return Math.imul(key ^ (key >>> 15), 0x9e3779b1);
}

export const bucketOf = (mix: number): number => mix >>> (32 - BUCKET_BITS);

export const slotOf = (mix: number, multiplier: number): number => Math.imul(mix, multiplier) >>> (32 - SLOT_BITS);

/**
 * Finds the multipliers.
 * @param keys different 32-bit numbers, fewer than 0.8 × 65,536
 * @returns `multipliers` by bucket, and `indexes` by slot: the number of the key there, 0 where none is
 * @throws when some bucket fits nowhere
 */
export function buildTable(keys: Int32Array): { multipliers: Uint16Array; indexes: Uint16Array } {
  const buckets = Array.from({ length: 1 << BUCKET_BITS }, (): number[] => []);
  for (const [index, key] of keys.entries()) buckets[bucketOf(mixed(key))]!.push(index);
  const multipliers = new Uint16Array(buckets.length).fill(1);
  const indexes = new Uint16Array(1 << SLOT_BITS);
  const taken = new Uint8Array(1 << SLOT_BITS);
  // The fullest first, while there is room.
  const order = [...buckets.keys()].sort((a, b) => buckets[b]!.length - buckets[a]!.length);
  for (const bucket of order) {
    const members = buckets[bucket]!;
    const mixes = members.map((index) => mixed(keys[index]!));
    let multiplier = 1;
    let slots: number[] = [];
    for (; multiplier < 0x10000; multiplier += 2) {
      slots = mixes.map((mix) => slotOf(mix, multiplier));
      if (slots.every((slot) => taken[slot] === 0) && new Set(slots).size === slots.length) break;
    }
    if (multiplier > 0xffff) throw new Error(`No multiplier sends bucket ${bucket} to free slots.`);
    multipliers[bucket] = multiplier;
    for (const [i, slot] of slots.entries()) {
      taken[slot] = 1;
      indexes[slot] = members[i]!;
    }
  }
  return { multipliers, indexes };
}
