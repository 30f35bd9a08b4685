import type { DirectoryEntry, FileReader, FileStart, FileStat, Workspace } from '../workspace/workspace.ts';

/**
 * Files that are looked at while a configuration is searched: each search goes through the same folders, and what was listed or read for
 * one serves the next. For one search only, because nothing is ever asked for again.
 */
export class ReadOnce implements Workspace {
  readonly #base: Workspace;
  readonly #lists = new Map<string, Promise<DirectoryEntry[]>>();
  readonly #stats = new Map<string, Promise<FileStat>>();
  readonly #contents = new Map<string, Promise<Uint8Array>>();

  constructor(base: Workspace) {
    this.#base = base;
  }

  list(directory: string): Promise<DirectoryEntry[]> {
    return kept(this.#lists, directory, () => this.#base.list(directory));
  }

  stat(path: string): Promise<FileStat> {
    return kept(this.#stats, path, () => this.#base.stat(path));
  }

  read(path: string, most?: number): Promise<Uint8Array> {
    return kept(this.#contents, `${most} ${path}`, () => this.#base.read(path, most));
  }

  readStart(path: string, length: number): Promise<FileStart> {
    return this.#base.readStart(path, length);
  }

  open(path: string): Promise<FileReader> {
    return this.#base.open(path);
  }

  realPath(path: string): Promise<string> {
    return this.#base.realPath(path);
  }
}

function kept<T>(known: Map<string, Promise<T>>, key: string, ask: () => Promise<T>): Promise<T> {
  const answer = known.get(key) ?? ask();
  known.set(key, answer);
  return answer;
}
