import { Duplicates } from '../dataset/duplicates.ts';
import type { DatasetIndex } from '../dataset/index.ts';
import type { ImageCluster } from '../images/cluster.ts';
import type { Thumbnail } from '../images/worker/thumbnails.ts';

/** What scans found out about images, kept with the folder until its next scan. */
export class ImageKnowledge {
  /** Notes the groups of equal or nearly equal images of a folder, as the last scan found them. */
  setClusters(index: DatasetIndex, clusters: readonly ImageCluster[]): void {
    index.duplicates = new Duplicates(clusters);
  }

  /** Images that are the same as one or nearly so; empty when no scan was made. */
  duplicatesOf(index: DatasetIndex, image: string): readonly string[] {
    return index.duplicates?.othersOf(image) ?? [];
  }
}

/** A picture as text that markdown can show. */
export function dataUri({ mime, bytes }: Thumbnail): string {
  return `data:${mime};base64,${Buffer.from(bytes).toString('base64')}`;
}
