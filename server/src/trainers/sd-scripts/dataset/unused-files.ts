import type { Steps } from '../../../ground/steps.ts';
import type { TrainerFiles } from '../../files/files.ts';
import { baseName, joinPath, normalizePath, splitExtension } from '../../files/paths.ts';
import { IMAGE_ENDINGS, isImageName } from './images.ts';
import type { DatasetPlan } from './plan-types.ts';

/** Why an image file is never trained. */
export type UnseenReason =
  /** `.Png`: only all lower or all upper case is seen on Linux and macOS. */
  | 'ending-case'
  /** A format the trainer does not look for (gif, tiff, avif …). */
  | 'ending'
  | 'hidden'
  /** In a folder below the image folder. */
  | 'nested'
  /** Directly in `train_data_dir`, or in a sub-folder without a number of repeats. */
  | 'not-a-subset'
  /** A cache that does not name it takes the place of the folder. */
  | 'not-in-cache'
  /** No more pixels than `skip_image_resolution`. */
  | 'too-small'
  /** Surplus regularization, or kept for validation only. */
  | 'left-over';

/** Why a caption file is never read. */
export type UnreadReason =
  /** Another ending than `caption_extension`. */
  | 'other-extension'
  /** No image of its name. */
  | 'no-image'
  /** `metadata_cache.json` or a metadata file is read instead. */
  | 'replaced';

export interface UnusedFile<Reason> {
  readonly path: string;
  readonly reason: Reason;
}

const OTHER_IMAGES = ['.gif', '.tif', '.tiff', '.jfif', '.jpe', '.heic', '.avif', '.jxl'];
const CAPTION_ENDINGS = ['.txt', '.caption', '.tags'];

/** True for names any program would call an image, whether the trainer sees it or not. */
function looksLikeImage(name: string): boolean {
  const ending = splitExtension(name)[1].toLowerCase();
  return IMAGE_ENDINGS.includes(ending) || OTHER_IMAGES.includes(ending);
}

/**
 * Images and captions in and directly below the folders of a plan that the trainer passes over.
 * @param baseFolders `train_data_dir` and `reg_data_dir` in folder mode, else none.
 */
export function* unusedFiles(
  plan: DatasetPlan,
  files: TrainerFiles,
  baseFolders: readonly string[] = [],
): Steps<{ images: UnusedFile<UnseenReason>[]; captions: UnusedFile<UnreadReason>[] }> {
  const images = new Map<string, UnseenReason>();
  const captions = new Map<string, UnreadReason>();
  const trained = new Set<string>();
  const readCaptions = new Set<string>();
  const subsetFolders = new Map<string, SubsetFolder>();
  for (const dataset of [...plan.datasets, ...plan.validation]) {
    for (const image of dataset.images) {
      yield;
      trained.add(normalizePath(image.path));
      if (image.captionSource.from === 'file') readCaptions.add(normalizePath(image.captionSource.path));
    }
    for (const [i, subset] of dataset.subsets.entries()) {
      if (subset.directory === null) continue;
      const isReplaced = dataset.images.some(
        (image) => image.subset === i && image.captionSource.from.startsWith('metadata'),
      );
      subsetFolders.set(normalizePath(subset.directory), {
        extension: subset.captionExtension,
        isReplaced,
        skipsSmall: Array.isArray(dataset.params.values.skip_image_resolution),
      });
    }
  }
  const note = (folder: string, name: string, reason: UnseenReason) => {
    const path = joinPath(folder, name);
    if (!trained.has(normalizePath(path))) images.set(path, reason);
  };
  for (const [folder, subset] of subsetFolders) {
    const { extension, isReplaced } = subset;
    for (const entry of files.list(folder)) {
      yield;
      const path = joinPath(folder, entry.name);
      if (entry.kind === 'directory') {
        if (subsetFolders.has(normalizePath(path))) continue;
        for (const inner of files.list(path)) if (looksLikeImage(inner.name)) note(path, inner.name, 'nested');
      } else if (looksLikeImage(entry.name)) note(folder, entry.name, unseenReason(entry.name, subset));
      else if (isCaptionName(entry.name, extension) && !readCaptions.has(normalizePath(path))) {
        captions.set(path, isReplaced ? 'replaced' : hasEnding(entry.name, extension) ? 'no-image' : 'other-extension');
      }
    }
  }
  for (const base of baseFolders) {
    for (const entry of files.list(base)) {
      yield;
      const path = joinPath(base, entry.name);
      if (entry.kind === 'file') {
        if (looksLikeImage(entry.name)) note(base, entry.name, 'not-a-subset');
      } else if (!subsetFolders.has(normalizePath(path))) {
        for (const inner of files.list(path)) if (looksLikeImage(inner.name)) note(path, inner.name, 'not-a-subset');
      }
    }
  }
  const list = <Reason>(map: Map<string, Reason>) => [...map].map(([path, reason]) => ({ path, reason }));
  return { images: list(images), captions: list(captions) };
}

interface SubsetFolder {
  readonly extension: string | null;
  readonly isReplaced: boolean;
  readonly skipsSmall: boolean;
}

function unseenReason(name: string, { isReplaced, skipsSmall }: SubsetFolder): UnseenReason {
  if (name.startsWith('.')) return 'hidden';
  if (isImageName(name)) return isReplaced ? 'not-in-cache' : skipsSmall ? 'too-small' : 'left-over';
  return IMAGE_ENDINGS.includes(splitExtension(name)[1].toLowerCase()) ? 'ending-case' : 'ending';
}

function hasEnding(name: string, extension: string | null): boolean {
  return extension !== null && extension !== '' && baseName(name).endsWith(extension);
}

function isCaptionName(name: string, extension: string | null): boolean {
  return (
    !name.startsWith('.') &&
    (hasEnding(name, extension) || CAPTION_ENDINGS.includes(splitExtension(name)[1].toLowerCase()))
  );
}
