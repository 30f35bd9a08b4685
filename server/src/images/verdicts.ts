import type { Verdict } from '../settings/sidecar-data.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { ImageCluster } from './cluster.ts';
import type { FileHash } from './exact.ts';
import { workspaceHash } from './read-facts.ts';
import type { ImageSurvey } from './survey.ts';

/** A survey whose clusters bear what the user decided. */
export async function withVerdicts(
  workspace: Workspace,
  root: string,
  survey: ImageSurvey,
  verdicts: readonly Verdict[],
): Promise<ImageSurvey> {
  return { ...survey, clusters: await applyVerdicts(survey.clusters, verdicts, workspaceHash(workspace, root)) };
}

/** Decides whether a verdict speaks of all of these files. */
type Speaks = (verdict: Verdict, files: readonly string[]) => boolean;

/**
 * Lays what the user decided over the clusters. Pairs that are "no duplicates" are taken out, and a cluster falls apart
 * where nothing else holds it together; a cluster whose files all stand in one other verdict carries it. A verdict that
 * knows its files' content follows the content: a file that was renamed is still meant, one that was replaced is not.
 * @param hash SHA-256 of an image; asked only when a verdict knows contents, and only of images in clusters
 */
export async function applyVerdicts(
  clusters: readonly ImageCluster[],
  verdicts: readonly Verdict[],
  hash: FileHash,
): Promise<ImageCluster[]> {
  if (verdicts.length === 0) return [...clusters];
  const speaks = await makeSpeaks(clusters, verdicts, hash);
  const apart = verdicts.filter(({ verdict }) => verdict === 'not-a-duplicate');
  const others = verdicts.filter(({ verdict }) => verdict !== 'not-a-duplicate');
  return clusters
    .flatMap((cluster) => split(cluster, apart, speaks))
    .map((cluster) => {
      const found = others.find((verdict) => speaks(verdict, cluster.files));
      return found ? { ...cluster, verdict: found.verdict } : cluster;
    });
}

async function makeSpeaks(
  clusters: readonly ImageCluster[],
  verdicts: readonly Verdict[],
  hash: FileHash,
): Promise<Speaks> {
  const contents = new Map<string, string>();
  if (verdicts.some(({ contents: known }) => known !== undefined)) {
    for (const file of new Set(clusters.flatMap(({ files }) => files))) {
      const digest = await hash(file);
      if (digest !== null) contents.set(file, digest);
    }
  }
  const sets = new Map(verdicts.map((verdict) => [verdict, new Set(verdict.contents ?? verdict.files)]));
  return (verdict, files) => {
    const known = sets.get(verdict);
    return files.every((file) => known?.has(verdict.contents ? (contents.get(file) ?? '') : file));
  };
}

function split(cluster: ImageCluster, apart: readonly Verdict[], speaks: Speaks): ImageCluster[] {
  const pairs = cluster.pairs.filter(({ a, b }) => !apart.some((verdict) => speaks(verdict, [a, b])));
  if (pairs.length === cluster.pairs.length) return [cluster];
  const group = new Map(cluster.files.map((file) => [file, [file]]));
  for (const { a, b } of pairs) {
    const [left, right] = [group.get(a) ?? [a], group.get(b) ?? [b]];
    if (left === right) continue;
    const joined = [...left, ...right];
    for (const file of joined) group.set(file, joined);
  }
  return [...new Set(group.values())]
    .filter((files) => files.length > 1)
    .map((files): ImageCluster => {
      const own = pairs.filter(({ a }) => files.includes(a));
      const exact = own.every(({ kind }) => kind === 'bytes') ? 'bytes' : 'pixels';
      return {
        ...cluster,
        kind: own.every(({ kind }) => kind === 'bytes' || kind === 'pixels') ? exact : 'near',
        files: cluster.files.filter((file) => files.includes(file)),
        pairs: own,
      };
    });
}
