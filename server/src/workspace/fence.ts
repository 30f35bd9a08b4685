import { FileProblem, type WritableWorkspace } from './workspace.ts';

/** Folders whose files may be opened while the user does not trust what he opened. */
export class Fence {
  readonly #folders = new Set<string>();

  constructor(folders: Iterable<string>) {
    for (const folder of folders) this.open(folder);
  }

  /** The user opened this folder himself. */
  open(folder: string): void {
    this.#folders.add(folder.replace(/\/+$/, ''));
  }

  holds(path: string): boolean {
    const names: string[] = [];
    for (const name of path.split('/'))
      if (name === '..') names.pop();
      else if (name !== '.') names.push(name);
    const plain = names.join('/');
    return [...this.#folders].some((folder) => plain === folder || plain.startsWith(`${folder}/`));
  }
}

/**
 * A workspace of which only files inside the fence are read: what a sidecar or configuration of a folder that is not trusted names
 * elsewhere stays closed (`untrusted`). Names and kinds of files may be asked for anywhere.
 */
export function fenced(workspace: WritableWorkspace, fence: Fence): WritableWorkspace {
  const check = (path: string): void => {
    if (!fence.holds(path)) throw new FileProblem(path, 'untrusted');
  };
  const checked = async (path: string): Promise<void> => check(path);
  const { readStartNow, openNow } = workspace;
  return {
    ...workspace,
    read: (path, most) => checked(path).then(() => workspace.read(path, most)),
    readStart: (path, length) => checked(path).then(() => workspace.readStart(path, length)),
    open: (path) => checked(path).then(() => workspace.open(path)),
    write: (path, bytes, expected) => checked(path).then(() => workspace.write(path, bytes, expected)),
    ...(readStartNow && {
      readStartNow: (path: string, length: number) => {
        check(path);
        return readStartNow(path, length);
      },
    }),
    ...(openNow && {
      openNow: (path: string) => {
        check(path);
        return openNow(path);
      },
    }),
  };
}
