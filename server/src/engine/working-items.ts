import type { DatasetIndex } from '../dataset/index.ts';
import { naturalOrder } from '../ground/natural-order.ts';
import { withoutExtension } from '../ground/paths.ts';

/** An image that trains with its caption, or a caption without image. */
export interface WorkingItem {
  /** The image's file, or the caption's where there is no image: the same whether or not a caption is written. */
  readonly key: string;
  readonly caption: string | null;
  readonly image: string | null;
  /** The image trains without any words. */
  readonly wordless: boolean;
}

/** Where the caption of an item is or would be written, relative to the root; null for one whose words come from elsewhere. */
export function captionFileOf({ caption, image, wordless }: WorkingItem, extensions: readonly string[]): string | null {
  if (caption !== null) return caption;
  return image === null || !wordless ? null : `${withoutExtension(image)}${extensions[0] ?? '.txt'}`;
}

/** Every item of a dataset by name, "2" before "10". */
export function workingItems(index: DatasetIndex): WorkingItem[] {
  return listedItems(index).sort((a, b) => naturalOrder(a.key, b.key));
}

/** The same in order of the listing, for those who need no other: bringing 50,000 names into order takes its time. */
export function listedItems(index: DatasetIndex): WorkingItem[] {
  const items: WorkingItem[] = [];
  for (const { file, caption, origin } of index.images)
    items.push({ key: file, caption, image: file, wordless: caption === null && origin === 'nothing' });
  for (const { file, image } of index.captions)
    if (image === null) items.push({ key: file, caption: file, image: null, wordless: false });
  return items;
}
