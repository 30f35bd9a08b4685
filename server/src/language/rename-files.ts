import { extensionOf, isImageName, withoutExtension } from '../ground/paths.ts';

/** A file that goes along with a renamed one; names within their folders. */
export interface FollowingFile {
  readonly from: string;
  readonly to: string;
}

/**
 * The files of a folder that have to be renamed with one of them, so that image and caption stay a pair: an image takes
 * its captions along unless another image of that stem keeps them; a caption takes its images and its other captions.
 * @param names all files of the folder, the renamed one included
 * @param extensions caption extensions, with dot, lower case
 */
export function followingFiles(
  names: readonly string[],
  extensions: readonly string[],
  oldName: string,
  newName: string,
): FollowingFile[] {
  const [oldStem, newStem] = [withoutExtension(oldName), withoutExtension(newName)];
  const isCaption = (name: string): boolean => extensions.includes(extensionOf(name).toLowerCase());
  if (!isImageName(oldName) && !isCaption(oldName)) return [];
  // A file that becomes something else (0001.txt → 0001.bak) leaves its pair.
  if (isImageName(oldName) ? !isImageName(newName) : !isCaption(newName)) return [];
  const siblings = names.filter((name) => name !== oldName && withoutExtension(name) === oldStem);
  if (isImageName(oldName) && siblings.some(isImageName)) return [];
  return siblings
    .filter((name) => isImageName(name) || isCaption(name))
    .map((name) => ({ from: name, to: newStem + extensionOf(name) }));
}
