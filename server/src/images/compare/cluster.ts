/** A link between two members, by index; higher weights are trusted more. */
export interface Link {
  readonly a: number;
  readonly b: number;
  readonly weight: number;
}

/** Share of the cross pairs of two groups that must be links for the groups to become one. */
const CROSS_SHARE = 1 / 3;
/** Members per group that are looked at: groups of hundreds would cost millions of look-ups. */
const SAMPLE = 12;
/** A link this strong may add one or two pictures to a group that one member knows well. */
const STRONG = 3;
const WELL_CONNECTED = 0.8;

/**
 * Groups linked members. Links are taken strongest first, and two groups become one only when a third of their cross
 * pairs are links too: joining on single links alone would chain unrelated drawings together.
 * Deterministic: equal weights are taken in order of indices. Groups and members come back in ascending order.
 */
export function clusterLinks(count: number, links: readonly Link[]): number[][] {
  const linked = new Set<number>();
  const key = (a: number, b: number): number => (a < b ? a * count + b : b * count + a);
  for (const { a, b } of links) linked.add(key(a, b));
  const groups = new Map<number, number[]>();
  const groupOf = Int32Array.from({ length: count }, (_, i) => i);
  const members = (group: number): number[] => groups.get(group) ?? [group];
  const known = (x: number, others: readonly number[]): number => {
    const rest = others.filter((y) => y !== x).slice(0, SAMPLE);
    return rest.length === 0 ? 1 : rest.filter((y) => linked.has(key(x, y))).length / rest.length;
  };
  const mayJoin = (link: Link, left: readonly number[], right: readonly number[]): boolean => {
    if (left.length * right.length === 1) return true;
    const a = left.slice(0, SAMPLE);
    const b = right.slice(0, SAMPLE);
    let crossing = 0;
    for (const x of a) for (const y of b) if (linked.has(key(x, y))) crossing++;
    if (crossing >= a.length * b.length * CROSS_SHARE) return true;
    if (link.weight < STRONG) return false;
    return (
      (right.length <= 2 && known(link.a, left) >= WELL_CONNECTED) ||
      (left.length <= 2 && known(link.b, right) >= WELL_CONNECTED)
    );
  };
  const ordered = [...links].sort((x, y) => y.weight - x.weight || x.a - y.a || x.b - y.b);
  for (const link of ordered) {
    const a = groupOf[link.a]!;
    const b = groupOf[link.b]!;
    if (a === b) continue;
    const left = members(a);
    const right = members(b);
    if (!mayJoin(link, left, right)) continue;
    const joined = [...left, ...right];
    for (const member of right) groupOf[member] = a;
    groups.set(a, joined);
    groups.delete(b);
  }
  return [...groups.values()].map((group) => group.sort((x, y) => x - y)).sort((x, y) => x[0]! - y[0]!);
}
