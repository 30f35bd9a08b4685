import { Mersenne } from '../python/mersenne.ts';
import {
  type CountTokens,
  costOf,
  joinerOf,
  type KeepChanceInput,
  type KeepChances,
  type TagCost,
  type TagKeepChance,
  total,
} from './tag-cost.ts';

/** Enough for a standard error of at most 2.5 percentage points. */
const SAMPLES = 400;

/** Samples drawn in numbers: which tags are there, in what order, and where what they cost together passes the limit. */
export function drawnChances(input: KeepChanceInput, count: CountTokens): KeepChances {
  const { flexible, limit, tagDropoutRate, shuffled, undroppable = 0 } = input;
  const behind = joinerOf(input).trimEnd();
  const head = total(input.fixed.map((tag) => costOf(tag, behind, count)));
  const riding = count(input.riding ?? '');
  const costs = flexible.map((tag) => costOf(tag, behind, count));
  const tail = input.suffix.map((tag) => costOf(tag, behind, count));
  const kept = new Int32Array(flexible.length + tail.length);
  const own = Int32Array.from(costs, (cost) => cost.own);
  const withComma = Int32Array.from(costs, (cost) => cost.withComma);
  let ridden = 0;
  const samples = samplesOf(costs.length, Math.min(undroppable, costs.length), tagDropoutRate, shuffled);
  for (const { order, carrier } of samples) {
    let used = head;
    for (let place = 0; place < order.length; place++) {
      const at = order[place]!;
      if (at === carrier) {
        used += riding;
        if (used <= limit) ridden++;
      }
      if (used + own[at]! <= limit) kept[at]! += 1;
      used += withComma[at]!;
    }
    if (order.length === 0) {
      used += riding;
      if (used <= limit) ridden++;
    }
    for (const [at, cost] of tail.entries()) {
      if (used + cost.own <= limit) kept[flexible.length + at]! += 1;
      used += cost.withComma;
    }
  }
  const all = head + riding + total(costs);
  const described = (tag: string, at: number, worstEnd: number): TagKeepChance => {
    const share = (kept[at] as number) / SAMPLES;
    return { tag, chance: share, standardError: Math.sqrt((share * (1 - share)) / SAMPLES), worstEnd };
  };
  const endOf = (at: number): number => {
    const { own, withComma } = costs[at] as TagCost;
    return shuffled ? all - withComma + own : head + riding + total(costs.slice(0, at)) + own;
  };
  return {
    method: 'drawn',
    samples: SAMPLES,
    flexible: flexible.map((tag, at) => described(tag, at, endOf(at))),
    suffix: input.suffix.map((tag, at) =>
      described(tag, flexible.length + at, all + total(tail.slice(0, at)) + (tail[at] as TagCost).own),
    ),
    riding: riding === 0 ? 0 : ridden / SAMPLES,
  };
}

/** Which tags of a caption are there, in what order, and which of them carries what rides; -1 where none is there. */
interface Sample {
  readonly order: Uint16Array | Uint32Array;
  readonly carrier: number;
}

/** Tags up to which samples are kept, and kinds of captions whose samples are. */
const keptTags = 256;
const keptKinds = 64;
const drawnBefore = new Map<string, readonly Sample[]>();

/**
 * Samples of captions with so many tags that move. The seed is always the same, so they are the same for all captions of a kind, and are
 * drawn once.
 */
function samplesOf(tags: number, undroppable: number, rate: number, shuffled: boolean): Iterable<Sample> {
  if (tags > keptTags) return drawSamples(tags, undroppable, rate, shuffled);
  const kind = `${tags} ${undroppable} ${rate} ${shuffled}`;
  let samples = drawnBefore.get(kind);
  if (!samples) {
    samples = [...drawSamples(tags, undroppable, rate, shuffled)];
    if (drawnBefore.size >= keptKinds) drawnBefore.clear();
    drawnBefore.set(kind, samples);
  }
  return samples;
}

function* drawSamples(tags: number, undroppable: number, rate: number, shuffled: boolean): Iterable<Sample> {
  const chance = new Mersenne(1);
  for (let sample = 0; sample < SAMPLES; sample++) {
    const there: number[] = [];
    for (let at = 0; at < tags; at++) if (at < undroppable || chance.random() >= rate) there.push(at);
    if (shuffled) chance.shuffle(there);
    const carrier = shuffled && there.length > 0 ? there[chance.choice(there.length)] : there[0];
    yield { order: tags <= keptTags ? Uint16Array.from(there) : Uint32Array.from(there), carrier: carrier ?? -1 };
  }
}

/** Texts drawn with a fixed seed, so that the answer does not change from one look to the next. */
export function simulatedChances(input: KeepChanceInput, count: CountTokens): KeepChances {
  const chance = new Mersenne(1);
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
