import type { CachedPair } from './cache.ts';
import { clusterLinks, type Link } from './compare/cluster.ts';
import { OWN_PICTURES } from './compare/kinds.ts';
import type { DuplicateCluster, DuplicatePair } from './scan-types.ts';

/**
 * Builds the clusters of a scan from its equal files, equal pictures and near pairs. Near pairs are between one
 * representative of each group of equal pictures; the others join where it is.
 * @param order all files, in the order clusters list them
 * @param equal groups of files with the same bytes
 * @param samePixels groups of files with the same pixels
 * @param near pairs between representatives
 * @returns clusters, and apart from them the pairs that are related but pictures of their own
 */
export function buildClusters(
  order: readonly string[],
  equal: readonly (readonly string[])[],
  samePixels: readonly (readonly string[])[],
  near: readonly CachedPair[],
): { clusters: DuplicateCluster[]; related: DuplicatePair[] } {
  const position = new Map(order.map((file, i) => [file, i]));
  const isOwn = ({ kinds }: CachedPair): boolean => kinds.some((kind) => OWN_PICTURES.includes(kind));
  const links: Link[] = near
    .flatMap((pair) => (isOwn(pair) ? [] : [pair]))
    .flatMap(({ a, b, score }) => {
      const [x, y] = [position.get(a), position.get(b)];
      return x === undefined || y === undefined
        ? []
        : [{ a: x, b: y, weight: Math.log(score / Math.max(1e-9, 1 - score)) }];
    });
  const group = new Map<string, Set<string>>();
  const join = (files: readonly string[]): void => {
    const all = new Set<string>();
    for (const file of files) for (const member of group.get(file) ?? [file]) all.add(member);
    for (const member of all) group.set(member, all);
  };
  for (const members of clusterLinks(order.length, links)) join(members.map((i) => order[i]!));
  for (const files of samePixels) join(files);
  for (const files of equal) join(files);

  const pairs: DuplicatePair[] = [...exactPairs(equal, 'bytes'), ...exactPairs(samePixels, 'pixels')];
  const related: DuplicatePair[] = [];
  for (const found of near) {
    const { a, b, score, kinds, overlay, shared } = found;
    const ordered = position.get(a)! < position.get(b)! ? { a, b } : { a: b, b: a };
    const sides = {
      clean: found.clean && (found.clean === 'a' ? a : b),
      whole: found.whole && (found.whole === 'a' ? a : b),
    };
    const pair = { ...ordered, ...sides, kind: kinds[0] ?? 'recompressed', kinds, score, overlay, shared } as const;
    (isOwn(found) ? related : pairs).push(pair);
  }
  const byPlace = (x: DuplicatePair, y: DuplicatePair): number =>
    position.get(x.a)! - position.get(y.a)! || position.get(x.b)! - position.get(y.b)!;
  pairs.sort(byPlace);
  related.sort(byPlace);
  const pairsOf = new Map<Set<string>, Map<string, DuplicatePair>>();
  for (const pair of pairs) {
    const cluster = group.get(pair.a);
    if (!cluster?.has(pair.b)) continue;
    const own = pairsOf.get(cluster) ?? new Map<string, DuplicatePair>();
    pairsOf.set(cluster, own);
    // The sort above is stable: of two relations between the same files the stronger one comes first.
    const key = `${pair.a}\0${pair.b}`;
    if (!own.has(key)) own.set(key, pair);
  }
  const clusters = [...pairsOf]
    .map(([files, own]) =>
      summarise(
        [...files].sort((a, b) => position.get(a)! - position.get(b)!),
        [...own.values()],
      ),
    )
    .sort((a, b) => b.files.length - a.files.length || position.get(a.files[0]!)! - position.get(b.files[0]!)!);
  return { clusters, related };
}

/** What does not differ between equal pictures. */
const EQUAL = { clean: null, overlay: null, shared: null, whole: null } as const;

/** The first file of each group with every other. */
function exactPairs(groups: readonly (readonly string[])[], kind: 'bytes' | 'pixels'): DuplicatePair[] {
  return groups.flatMap(([first, ...rest]) =>
    rest.map((file) => ({ a: first!, b: file, kind, kinds: [], score: 1, ...EQUAL })),
  );
}

/** Kind and score of a cluster: those of the weakest pair of its strongest spanning tree. */
function summarise(files: string[], pairs: DuplicatePair[]): DuplicateCluster {
  const rank = { bytes: 0, pixels: 1 } as Record<string, number>;
  const ordered = [...pairs].sort((x, y) => (rank[x.kind] ?? 2) - (rank[y.kind] ?? 2) || y.score - x.score);
  const root = new Map(files.map((file) => [file, file]));
  const find = (file: string): string => {
    let at = file;
    while (root.get(at) !== at) at = root.get(at)!;
    return at;
  };
  let weakest: DuplicatePair = ordered[0]!;
  for (const pair of ordered) {
    const [a, b] = [find(pair.a), find(pair.b)];
    if (a === b) continue;
    root.set(a, b);
    weakest = pair;
  }
  const kind = weakest.kind === 'bytes' || weakest.kind === 'pixels' ? weakest.kind : 'near';
  return { kind, files, score: weakest.score, pairs };
}
