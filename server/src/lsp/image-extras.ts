import type { DatasetIndex } from '../dataset/index.ts';

/** A picture made smaller, ready to be shown. */
export interface Thumbnail {
  readonly mime: string;
  readonly bytes: Uint8Array;
}

/** What scans found out about images, kept beside the folder until its images change. */
export class ImageKnowledge {
  readonly #duplicates = new WeakMap<DatasetIndex, ReadonlyMap<string, readonly string[]>>();

  /** Notes the groups of equal or nearly equal images of a folder, as the last scan found them. */
  setClusters(index: DatasetIndex, clusters: readonly { readonly files: readonly string[] }[]): void {
    const others = new Map<string, readonly string[]>();
    for (const { files } of clusters)
      for (const file of files)
        others.set(
          file,
          files.filter((other) => other !== file),
        );
    this.#duplicates.set(index, others);
  }

  /** Images that are the same as one or nearly so; empty when no scan was made. */
  duplicatesOf(index: DatasetIndex, image: string): readonly string[] {
    return this.#duplicates.get(index)?.get(image) ?? [];
  }
}

/** A picture as text that markdown can show. */
export function dataUri({ mime, bytes }: Thumbnail): string {
  return `data:${mime};base64,${Buffer.from(bytes).toString('base64')}`;
}
