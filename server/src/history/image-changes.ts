import type { LockedImage } from './lock.ts';

/** How the images of a dataset changed since it was locked. Files are relative to the folder. */
export interface ImageChanges {
  readonly added: readonly string[];
  readonly gone: readonly string[];
  /** The same content under another name. */
  readonly renamed: readonly { readonly before: string; readonly after: string }[];
  /** Another content under the same name. */
  readonly changed: readonly string[];
  /** Captions whose tags changed; of images with the same name, or that were renamed. */
  readonly captions: readonly CaptionChange[];
}

export interface CaptionChange {
  readonly image: string;
  /** Null: it has none now. */
  readonly caption: string | null;
  readonly added: readonly string[];
  readonly gone: readonly string[];
  /** The tags are the same in another order. */
  readonly reordered: boolean;
}

/** Compares the images of a lock with those of now, or of another lock. A content that could not be read is not taken for another one. */
export function imageChanges(before: readonly LockedImage[], after: readonly LockedImage[]): ImageChanges {
  const then = new Map(before.map((image) => [image.file, image]));
  const now = new Map(after.map((image) => [image.file, image]));
  const changed: string[] = [];
  const captions: CaptionChange[] = [];
  const gone = before.filter(({ file }) => !now.has(file));
  const added = after.filter(({ file }) => !then.has(file));
  for (const image of after) {
    const old = then.get(image.file);
    if (!old) continue;
    if (old.sha256 !== null && image.sha256 !== null && old.sha256 !== image.sha256) changed.push(image.file);
    noteCaption(captions, old, image);
  }
  const byContent = new Map<string, LockedImage[]>();
  for (const image of gone)
    if (image.sha256 !== null) byContent.set(image.sha256, [...(byContent.get(image.sha256) ?? []), image]);
  const renamed: { before: string; after: string }[] = [];
  const moved = new Set<LockedImage>();
  for (const image of added) {
    const old = image.sha256 === null ? undefined : byContent.get(image.sha256)?.shift();
    if (!old) continue;
    renamed.push({ before: old.file, after: image.file });
    moved.add(old).add(image);
    noteCaption(captions, old, image);
  }
  const left = (images: readonly LockedImage[]): string[] =>
    images.filter((image) => !moved.has(image)).map(({ file }) => file);
  return { added: left(added), gone: left(gone), renamed, changed, captions };
}

function noteCaption(captions: CaptionChange[], old: LockedImage, image: LockedImage): void {
  const added = without(image.tags, old.tags);
  const gone = without(old.tags, image.tags);
  const isSame = added.length === 0 && gone.length === 0;
  const reordered = isSame && image.tags.some((tag, at) => tag !== old.tags[at]);
  if (!isSame || reordered) captions.push({ image: image.file, caption: image.caption, added, gone, reordered });
}

/** Tags of the first list that the second lacks, each as often as it is more often there. */
function without(tags: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const tag of others) left.set(tag, (left.get(tag) ?? 0) + 1);
  return tags.filter((tag) => {
    const count = left.get(tag) ?? 0;
    if (count > 0) left.set(tag, count - 1);
    return count === 0;
  });
}

/** Whether anything changed. */
export const hasImageChanges = ({ added, gone, renamed, changed, captions }: ImageChanges): boolean =>
  added.length + gone.length + renamed.length + changed.length + captions.length > 0;
