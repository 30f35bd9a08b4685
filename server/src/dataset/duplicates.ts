import type { ImageCluster } from '../images/cluster.ts';
import type { NearKind } from '../images/compare/kinds.ts';
import type { DuplicatePair } from '../images/scan-types.ts';

/** Another image that shows the same picture, and how it differs. */
export interface Twin {
  readonly file: string;
  readonly pair: DuplicatePair;
}

/** Which images show the same picture, as the last scan found it. */
export class Duplicates {
  readonly clusters: readonly ImageCluster[];
  readonly #clusterOf = new Map<string, ImageCluster>();
  readonly #twinsOf = new Map<string, Twin[]>();

  constructor(clusters: readonly ImageCluster[]) {
    this.clusters = clusters;
    for (const cluster of clusters) {
      for (const file of cluster.files) this.#clusterOf.set(file, cluster);
      for (const pair of cluster.pairs) {
        this.#add(pair.a, pair.b, pair);
        this.#add(pair.b, pair.a, pair);
      }
    }
  }

  #add(file: string, twin: string, pair: DuplicatePair): void {
    const known = this.#twinsOf.get(file);
    if (known) known.push({ file: twin, pair });
    else this.#twinsOf.set(file, [{ file: twin, pair }]);
  }

  /** The cluster an image is in. */
  clusterOf(image: string): ImageCluster | undefined {
    return this.#clusterOf.get(image);
  }

  /** The other images of an image's cluster. */
  othersOf(image: string): readonly string[] {
    return this.#clusterOf.get(image)?.files.filter((file) => file !== image) ?? [];
  }

  /** The images it was found to be a duplicate of, the surest first. */
  twinsOf(image: string): readonly Twin[] {
    return [...(this.#twinsOf.get(image) ?? [])].sort((x, y) => strength(y.pair) - strength(x.pair));
  }
}

/** Equal files before equal pixels before versions, these by score. */
export const strength = ({ kind, score }: DuplicatePair): number =>
  kind === 'bytes' ? 3 : kind === 'pixels' ? 2 : score;

export const isExact = ({ kind }: DuplicatePair): boolean => kind === 'bytes' || kind === 'pixels';

/** What findings call the fact that two images are one picture, in either order. */
export const copiesOf = ({ a, b }: DuplicatePair): string => `copies ${[a, b].sort().join('\n')}`;

/** Ways in which two files differ that leave the picture what it is, so that one caption is right of both or of none. */
const sameForCaptions: ReadonlySet<NearKind> = new Set(['resized', 'recompressed']);

/** Whether two images show the very same: equal files or pixels, or one saved again or in another size. */
export const isSamePicture = (pair: DuplicatePair): boolean =>
  isExact(pair) || pair.kinds.every((kind) => sameForCaptions.has(kind));
