import { pythonRandom } from '../python/mersenne.ts';
import { RoomInFront } from './room-in-front.ts';

/** What decides which tags fall behind the token limit when flexible tags are shuffled. */
export interface KeepChanceInput {
  /** Tags at the head that never move. */
  readonly fixed: readonly string[];
  /** Tags that are shuffled. */
  readonly flexible: readonly string[];
  /** Tags at the end that never move; always behind the flexible ones. */
  readonly suffix: readonly string[];
  /** Content tokens that reach the model. */
  readonly limit: number;
  /** Chance of a flexible tag being dropped from a sample, 0 to 1. */
  readonly tagDropoutRate: number;
  /** False when tags may drop but keep their order. */
  readonly shuffled: boolean;
  /** Put between tags; left out: ", ". */
  readonly joiner?: string;
  /** Stands in front of one of the flexible tags, any of those there, parted by a blank, and moves with it. */
  readonly riding?: string;
}

/** Content tokens of a text, without begin and end mark. */
export type CountTokens = (text: string) => number;

export interface TagKeepChance {
  readonly tag: string;
  /** Share of samples in which every token of the tag is inside the limit, 0 to 1; a dropped tag counts as lost. */
  readonly chance: number;
  /** 0 for an exact figure, else one standard error of the simulation. */
  readonly standardError: number;
  /** Position of the tag's last token, from 1, in the unluckiest sample. Beyond the limit means it can be cut. */
  readonly worstEnd: number;
}

export interface KeepChances {
  /** `exact`: tokens of neighbours do not merge, so the figure follows from counting. `simulated`: they do. */
  readonly method: 'exact' | 'simulated';
  /** Shuffles drawn; 0 when exact. */
  readonly samples: number;
  readonly flexible: readonly TagKeepChance[];
  readonly suffix: readonly TagKeepChance[];
  /** Chance of what rides; 0 where nothing does. */
  readonly riding: number;
}

/** Enough for a standard error of at most 2.5 percentage points. */
const SAMPLES = 400;

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
  return additive ? exactChances(input, count) : simulatedChances(input, count);
}

const joinerOf = ({ joiner = ', ' }: KeepChanceInput): string => joiner;

/** Own tokens, and tokens taken from those that come after: the comma belongs to the tag before it and may merge with its end. */
interface TagCost {
  readonly own: number;
  readonly withComma: number;
}

function costOf(tag: string, behind: string, count: CountTokens): TagCost {
  return { own: count(tag), withComma: count(tag + behind) };
}

function total(costs: readonly TagCost[]): number {
  return costs.reduce((sum, cost) => sum + cost.withComma, 0);
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

function simulatedChances(input: KeepChanceInput, count: CountTokens): KeepChances {
  const chance = pythonRandom(1);
  const { fixed, flexible, suffix, limit } = input;
  const kept = new Int32Array(flexible.length + suffix.length);
  for (let sample = 0; sample < SAMPLES; sample++) {
    const order = flexible.map((_, index) => index);
    if (input.shuffled) chance.shuffle(order);
    const there = order.filter(() => input.tagDropoutRate <= 0 || chance.random() >= input.tagDropoutRate);
    const indices = [...there, ...suffix.map((_, index) => flexible.length + index)];
    const texts = [...fixed, ...there.map((index) => flexible[index] as string), ...suffix];
    const inside = tagsInside(texts, joinerOf(input), limit, count) - fixed.length;
    for (const index of indices.slice(0, Math.max(0, inside))) kept[index] = (kept[index] as number) + 1;
  }
  const describe = (tag: string, index: number, ahead: readonly string[]) => {
    const share = (kept[index] as number) / SAMPLES;
    const standardError = Math.sqrt((share * (1 - share)) / SAMPLES);
    return { tag, chance: share, standardError, worstEnd: count([...ahead, tag].join(joinerOf(input))) };
  };
  return {
    method: 'simulated',
    samples: SAMPLES,
    riding: 0,
    flexible: flexible.map((tag, index) => {
      const others = input.shuffled ? flexible.filter((_, other) => other !== index) : flexible.slice(0, index);
      return describe(tag, index, [...fixed, ...others]);
    }),
    suffix: suffix.map((tag, index) =>
      describe(tag, flexible.length + index, [...fixed, ...flexible, ...suffix.slice(0, index)]),
    ),
  };
}

/** How many leading tags of a joined caption lie wholly inside the limit; by halving, as longer captions have no fewer tokens. */
function tagsInside(tags: readonly string[], joiner: string, limit: number, count: CountTokens): number {
  let low = 0;
  let high = tags.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (count(tags.slice(0, middle).join(joiner)) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}
