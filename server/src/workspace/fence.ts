import { folderOf } from '../ground/paths.ts';
import { FileProblem, type WritableWorkspace } from './workspace.ts';

/** Folders whose files may be opened while the user does not trust what he opened. */
export class Fence {
  readonly #folders = new Set<string>();
  /** The folders with every link in their own paths resolved. */
  readonly #real = new Map<string, Promise<string>>();

  constructor(folders: Iterable<string>) {
    for (const folder of folders) this.open(folder);
  }

  /** The user opened this folder himself. */
  open(folder: string): void {
    this.#folders.add(folder.replace(/\/+$/, ''));
  }

  /** By the path as it is written. */
  holds(path: string): boolean {
    const names: string[] = [];
    for (const name of path.split('/'))
      if (name === '..') names.pop();
      else if (name !== '.') names.push(name);
    return isIn(names.join('/'), this.#folders);
  }

  /** By where the links in a path lead, too. What is not there yet is held by its folder. */
  async leadsInside(workspace: WritableWorkspace, path: string): Promise<boolean> {
    if (!this.holds(path)) return false;
    const target = await workspace
      .realPath(path)
      .catch(() => workspace.realPath(folderOf(path)))
      .catch(() => null);
    // Neither it nor its folder is there: whoever opens it is told so.
    if (target === null || isIn(plain(target), this.#folders)) return true;
    for (const folder of this.#folders)
      if (!this.#real.has(folder))
        this.#real.set(
          folder,
          workspace.realPath(folder).then(plain, () => folder),
        );
    return isIn(plain(target), await Promise.all(this.#real.values()));
  }
}

/** As the product writes paths; the system's own may have backslashes. */
const plain = (path: string): string => (/^(?:[a-z]:)?\\/i.test(path) ? path.replaceAll('\\', '/') : path);

function isIn(path: string, folders: Iterable<string>): boolean {
  for (const folder of folders) if (path === folder || path.startsWith(`${folder}/`)) return true;
  return false;
}

/**
 * A workspace of which only files inside the fence are opened: what a sidecar or configuration of a folder that is not trusted names
 * elsewhere stays closed (`untrusted`), and so does what a link inside leads to. Names and kinds of files may be asked for anywhere.
 */
export function fenced(workspace: WritableWorkspace, fence: Fence): WritableWorkspace {
  const check = async (path: string): Promise<void> => {
    if (!(await fence.leadsInside(workspace, path))) throw new FileProblem(path, 'untrusted');
  };
  // Where links lead is asked without stopping everything else, so there are no readers that do not wait.
  const { readStartNow: _, openNow: __, ...rest } = workspace;
  return {
    ...rest,
    read: (path, most) => check(path).then(() => workspace.read(path, most)),
    readStart: (path, length) => check(path).then(() => workspace.readStart(path, length)),
    open: (path) => check(path).then(() => workspace.open(path)),
    write: (path, bytes, expected) => check(path).then(() => workspace.write(path, bytes, expected)),
    create: (path, bytes) => check(path).then(() => workspace.create(path, bytes)),
    move: async (from, to) => {
      await check(from);
      await check(to);
      await workspace.move(from, to);
    },
  };
}
