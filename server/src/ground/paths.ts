/**
 * Names inside a dataset folder: relative to its root, "/" between parts on every system.
 * Pure string work, so that the dataset model needs no system library.
 */

/** File names the trainers open as images, and image files they leave out; the rules tell which is which. */
export const imageExtensions = [
  '.png',
  '.jpg',
  '.jpeg',
  '.webp',
  '.bmp',
  '.gif',
  '.tif',
  '.tiff',
  '.avif',
  '.jxl',
  '.heic',
  '.jfif',
] as const;

/** Last extension with its dot, as typed; "" when there is none. A leading dot is a hidden file, not an extension. */
export function extensionOf(name: string): string {
  const base = baseName(name);
  const dot = base.lastIndexOf('.');
  return dot <= 0 ? '' : base.slice(dot);
}

/** The name without its last extension, folders kept. */
export function withoutExtension(file: string): string {
  return file.slice(0, file.length - extensionOf(file).length);
}

export function baseName(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1);
}

/** The name of a dataset's root, given as an absolute path of any system. */
export function rootName(root: string): string {
  return root.split(/[\\/]/).findLast((part) => part !== '') ?? '';
}

/** The folder of a file, "" for the dataset's root. */
export function folderOf(file: string): string {
  const slash = file.lastIndexOf('/');
  return slash < 0 ? '' : file.slice(0, slash);
}

export function joinPath(folder: string, name: string): string {
  // Joined, a path is one text: put together with `+` it would hold on to its parts as long as it is kept.
  return folder === '' ? name : [folder, name].join('/');
}

/**
 * A file as seen from a folder, both absolute with "/": relative, with "../" where it lies above the folder or beside it.
 * Absolute when they share no root (drives of Windows).
 */
export function pathFrom(folder: string, file: string): string {
  const [from, to] = [folder.split('/'), file.split('/')];
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++;
  if (shared === 0) return file;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
}

export function isImageName(name: string): boolean {
  return (imageExtensions as readonly string[]).includes(extensionOf(name).toLowerCase());
}
