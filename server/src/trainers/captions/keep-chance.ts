import { drawnChances, simulatedChances } from './keep-draws.ts';
import { RoomInFront } from './room-in-front.ts';
import {
  type CountTokens,
  costOf,
  joinerOf,
  type KeepChanceInput,
  type KeepChances,
  type TagCost,
  total,
} from './tag-cost.ts';

/**
 * How likely each tag is to reach the model (sd-scripts joins tags with ", " after shuffling; every order is equally likely).
 *
 * Exact where a joined caption costs what its parts cost (a tag together with the comma behind it), which is so for CLIP unless a tag
 * contains something that merges across a space. Otherwise shuffles are drawn with a fixed seed, so that the answer does not change
 * from one look to the next.
 */
export function keepChances(input: KeepChanceInput, count: CountTokens): KeepChances {
  const tags = [...input.fixed, ...input.flexible, ...input.suffix];
  const joiner = joinerOf(input);
  const behind = joiner.trimEnd();
  const costs = tags.map((tag, index) => (index < tags.length - 1 ? count(tag + behind) : count(tag)));
  const { riding = '' } = input;
  const apart = costs.reduce((sum, cost) => sum + cost, count(riding));
  const additive = apart === count((riding === '' ? '' : `${riding} `) + tags.join(joiner));
  if (!additive) return simulatedChances(input, count);
  return (input.undroppable ?? 0) > 0 && input.tagDropoutRate > 0
    ? drawnChances(input, count)
    : exactChances(input, count);
}

function exactChances(input: KeepChanceInput, count: CountTokens): KeepChances {
  const behind = joinerOf(input).trimEnd();
  const head = total(input.fixed.map((tag) => costOf(tag, behind, count)));
  const costs = input.flexible.map((tag) => costOf(tag, behind, count));
  const present = 1 - Math.min(1, Math.max(0, input.tagDropoutRate));
  const riding = count(input.riding ?? '');
  const all = head + riding + total(costs);

  const known = new Map<string, number>();
  const least = costs.reduce((least, { own }) => Math.min(least, own), input.limit);
  const inFront = input.shuffled
    ? new RoomInFront(
        costs.map(({ withComma }) => withComma),
        input.limit - head - Math.min(least, riding),
        present,
        riding,
      )
    : null;
  let before = 0;
  const flexible = input.flexible.map((tag, index) => {
    const { own, withComma } = costs[index] as TagCost;
    // In order, what rides stands in front of all.
    const room = input.limit - head - own - (inFront ? 0 : riding);
    // Shuffled tags of equal cost have equal chances, and a caption has few different costs.
    const key = inFront ? `${own} ${withComma}` : String(index);
    const fits = known.get(key) ?? inFront?.chance(index, room) ?? chanceInOrder(costs.slice(0, index), room, present);
    known.set(key, fits);
    const worstEnd = (inFront ? all - withComma : head + riding + before) + own;
    before += withComma;
    return { tag, chance: present * fits, standardError: 0, worstEnd };
  });

  let reached = all;
  const suffix = input.suffix.map((tag) => {
    const { own, withComma } = costOf(tag, behind, count);
    const room = input.limit - (reached - all) - head - riding - own;
    const worstEnd = reached + own;
    reached += withComma;
    return { tag, chance: chanceInOrder(costs, room, present), standardError: 0, worstEnd };
  });
  return { method: 'exact', samples: 0, flexible, suffix, riding: ridingChance() };

  function ridingChance(): number {
    const room = input.limit - head - riding;
    if (riding === 0 || room < 0) return 0;
    if (!inFront) return 1;
    // On each tag that is there; alone where none is.
    const onTags = costs.reduce((sum, _, index) => sum + present * inFront.ridingChance(index, room), 0);
    return onTags + (1 - present) ** costs.length;
  }
}

/** Tags in their own order, each present with probability `present`: chance that they cost at most `room`. */
function chanceInOrder(before: readonly TagCost[], room: number, present: number): number {
  if (room < 0) return 0;
  if (total(before) <= room) return 1;
  const chances = new Float64Array(room + 1);
  chances[0] = 1;
  for (const { withComma } of before) {
    for (let w = room; w >= 0; w--) {
      const taken = w >= withComma ? (chances[w - withComma] as number) : 0;
      chances[w] = withComma === 0 ? (chances[w] as number) : (chances[w] as number) * (1 - present) + taken * present;
    }
  }
  return chances.reduce((a, b) => a + b, 0);
}
