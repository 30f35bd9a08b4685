/** Python's `os.path` on Linux and macOS, as far as the trainer relies on its corners. */

/** `os.path.join(directory, name)` for a name that is not absolute. */
export function joinPath(directory: string, name: string): string {
  return directory === '' || directory.endsWith('/') ? directory + name : `${directory}/${name}`;
}

/** `os.path.basename`: empty for a path that ends in a slash. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** `os.path.dirname`. */
export function directoryName(path: string): string {
  const head = path.slice(0, path.lastIndexOf('/') + 1);
  return /^\/*$/.test(head) ? head : head.replace(/\/+$/, '');
}

/** `os.path.splitext`: the part before the last dot of the name, and the rest; leading dots do not count. */
export function splitExtension(path: string): [stem: string, extension: string] {
  const nameAt = path.lastIndexOf('/') + 1;
  const dot = path.lastIndexOf('.');
  if (dot < nameAt || /^\.*$/.test(path.slice(nameAt, dot))) return [path, ''];
  return [path.slice(0, dot), path.slice(dot)];
}

/** One spelling for one place: no doubled or trailing slashes, no `.`, and `..` taken back where possible. */
export function normalizePath(path: string): string {
  const absolute = path.startsWith('/');
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part !== '..' || !absolute) parts.push(part);
  }
  return (absolute ? '/' : '') + parts.join('/') || '.';
}

/** Python's order of strings: by code point, where JavaScript compares UTF-16 units. */
export function compareCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const left = a.charCodeAt(i);
    const right = b.charCodeAt(i);
    if (left === right) continue;
    const leftHigh = left >= 0xd800 && left <= 0xdfff;
    const rightHigh = right >= 0xd800 && right <= 0xdfff;
    if (leftHigh !== rightHigh) return leftHigh ? 1 : -1;
    return left - right;
  }
  return a.length - b.length;
}
