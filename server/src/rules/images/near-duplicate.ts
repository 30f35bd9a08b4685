import { copiesOf, isExact } from '../../dataset/duplicates.ts';
import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import type { ImageCluster } from '../../images/cluster.ts';
import type { DuplicatePair } from '../../images/scan-types.ts';
import type { FolderContext } from '../context.ts';
import { folderRule } from '../define.ts';
import { type Images, whichToKeep } from './better-version.ts';
import { kindsText } from './kind-text.ts';

/** Other images of the cluster that are named. */
const named = 8;

export default folderRule({
  id: 'near-duplicate',
  group: 'images',
  severity: 'warning',
  fix: 'none',
  summary: 'The image is a version of another one: cropped, resized, mirrored, recoloured …',
  why: 'Versions of one picture count as one: they lower the effective number of images, and diffusion models memorize what they see often (seed: near-duplicates; Carlini et al. 2023).',
  *check({ clusters, images }: FolderContext): Iterable<Draft> {
    for (const cluster of clusters) {
      if (cluster.kind !== 'near' || cluster.verdict) continue;
      yield* inCluster(cluster, images);
    }
  },
});

/** One finding per image beyond the first, about the surest pair with an image named before it. Exact copies have their own rule. */
function* inCluster({ files, pairs }: ImageCluster, images: Images): Iterable<Draft> {
  const copies = new Set(pairs.filter(isExact).map(({ b }) => b));
  const versions = files.filter((file) => !copies.has(file));
  const before = new Set<string>();
  const waiting = new Set(versions);
  const [first] = versions;
  while (first !== undefined && waiting.size > 0) {
    const next = before.size === 0 ? { file: first, pair: null } : surest(pairs, before, waiting);
    if (next === null) return;
    before.add(next.file);
    waiting.delete(next.file);
    if (next.pair) yield draft(next.file, next.pair, versions, images);
  }
}

/** The surest pair that links an image to the ones before it. */
function surest(
  pairs: readonly DuplicatePair[],
  before: ReadonlySet<string>,
  waiting: ReadonlySet<string>,
): { file: string; pair: DuplicatePair } | null {
  let best: { file: string; pair: DuplicatePair } | null = null;
  for (const pair of pairs) {
    const file = before.has(pair.a) && waiting.has(pair.b) ? pair.b : before.has(pair.b) ? pair.a : null;
    if (file === null || !waiting.has(file)) continue;
    if (best === null || pair.score > best.pair.score) best = { file, pair };
  }
  return best;
}

function areSameSize({ a, b }: DuplicatePair, images: Images): boolean {
  const [first, second] = [images?.get(a)?.header, images?.get(b)?.header];
  return first != null && second != null && first.width === second.width && first.height === second.height;
}

function draft(file: string, pair: DuplicatePair, versions: readonly string[], images: Images): Draft {
  const twin = pair.a === file ? pair.b : pair.a;
  const percent = Math.floor(pair.score * 100);
  const others = versions.filter((other) => other !== file && other !== twin).slice(0, named - 1);
  return {
    file,
    range: null,
    fact: copiesOf(pair),
    message: pair.kinds.includes('mirrored')
      ? t(
          'Mirror image of {0} ({1} % sure): flip_aug makes such images during training, a file of its own counts twice. Keep one.',
          twin,
          percent,
        )
      : t(
          'Near-duplicate of {0}: {1} ({2} % sure). {3}',
          twin,
          kindsText(pair, areSameSize(pair, images)),
          percent,
          whichToKeep(pair, images),
        ),
    related: [
      { file: twin, range: null, message: t('The other version') },
      ...others.map((other) => ({ file: other, range: null, message: t('Of the same cluster') })),
    ],
  };
}
