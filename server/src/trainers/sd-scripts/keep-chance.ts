import { pythonRandom } from '../python/mersenne.ts';

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
  const additive = costs.reduce((sum, cost) => sum + cost, 0) === count(tags.join(joiner));
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
  const all = head + total(costs);

  const known = new Map<string, number>();
  const flexible = input.flexible.map((tag, index) => {
    const { own, withComma } = costs[index] as TagCost;
    const room = input.limit - head - own;
    const before = input.shuffled ? costs.filter((_, other) => other !== index) : costs.slice(0, index);
    // Shuffled tags of equal cost have equal chances, and a caption has few different costs.
    const key = input.shuffled ? `${own} ${withComma}` : String(index);
    const fits = known.get(key) ?? chanceOfRoom(before, room, present, input.shuffled);
    known.set(key, fits);
    const worstEnd = head + total(before) + own;
    return { tag, chance: present * fits, standardError: 0, worstEnd };
  });

  let reached = all;
  const suffix = input.suffix.map((tag) => {
    const { own, withComma } = costOf(tag, behind, count);
    const room = input.limit - (reached - all) - head - own;
    const worstEnd = reached + own;
    reached += withComma;
    return { tag, chance: chanceOfRoom(costs, room, present, false), standardError: 0, worstEnd };
  });
  return { method: 'exact', samples: 0, flexible, suffix };
}

/**
 * Chance that the tags in front take at most `room` tokens. Each is there with probability `present`; when shuffled, those there stand in
 * front of the tag in question in a random number, 0 to all of them equally likely.
 */
function chanceOfRoom(others: readonly TagCost[], room: number, present: number, shuffled: boolean): number {
  if (room < 0) return 0;
  if (total(others) <= room) return 1;
  if (!shuffled) return chanceInOrder(others, room, present);

  // table[k][w]: chance that k of the tags seen so far, drawn at random, cost w in all.
  const size = others.length;
  const most = maximumInFront(others, room);
  const table = Array.from({ length: most + 1 }, () => new Float64Array(room + 1));
  (table[0] as Float64Array)[0] = 1;
  others.forEach(({ withComma }, index) => {
    const seen = index + 1;
    for (let k = Math.min(seen, most); k >= 0; k--) {
      const row = table[k] as Float64Array;
      const without = (seen - k) / seen;
      for (let w = room; w >= 0; w--) {
        const taken = k > 0 && w >= withComma ? ((table[k - 1] as Float64Array)[w - withComma] as number) : 0;
        row[w] = (row[w] as number) * without + (taken * k) / seen;
      }
    }
  });
  const inFront = countInFront(size, present);
  return table.reduce((sum, row, k) => sum + (inFront[k] as number) * row.reduce((a, b) => a + b, 0), 0);
}

/** The largest number of tags that can stand in front within `room`: the cheapest ones. */
function maximumInFront(others: readonly TagCost[], room: number): number {
  const cheapest = others.map((cost) => cost.withComma).sort((a, b) => a - b);
  let used = 0;
  let fitting = 0;
  for (const cost of cheapest) {
    used += cost;
    if (used > room) break;
    fitting++;
  }
  return fitting;
}

/** Chance of k tags in front, k from 0 to `size`: of the m that are present (binomial) any number from 0 to m is equally likely. */
function countInFront(size: number, present: number): Float64Array {
  const chances = new Float64Array(size + 1);
  let binomial = new Float64Array([1]);
  for (let n = 0; n < size; n++) {
    const next = new Float64Array(n + 2);
    binomial.forEach((chance, m) => {
      next[m] = (next[m] as number) + chance * (1 - present);
      next[m + 1] = (next[m + 1] as number) + chance * present;
    });
    binomial = next;
  }
  let atLeast = 0;
  for (let k = size; k >= 0; k--) {
    atLeast += (binomial[k] as number) / (k + 1);
    chances[k] = atLeast;
  }
  return chances;
}

/** Tags in their own order, each present with probability `present`: chance that they cost at most `room`. */
function chanceInOrder(before: readonly TagCost[], room: number, present: number): number {
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
