import type { DirectoryEntry, FileReader, FileStart, FileStat, Workspace } from './workspace.ts';
import { FileProblem } from './workspace.ts';

/** What is tried: files with other bytes, and files that are gone. Absolute paths. */
export interface TriedFiles {
  readonly contents: ReadonlyMap<string, Uint8Array>;
  readonly gone: ReadonlySet<string>;
}

/** The files of a workspace as a change would leave them. Nothing is ever written through it. */
export class TrialWorkspace implements Workspace {
  readonly #base: Workspace;
  readonly #tried: TriedFiles;

  constructor(base: Workspace, tried: TriedFiles) {
    this.#base = base;
    this.#tried = tried;
  }

  async list(directory: string): Promise<DirectoryEntry[]> {
    const { gone, contents } = this.#tried;
    const entries = (await this.#base.list(directory)).filter(({ name }) => !gone.has(`${directory}/${name}`));
    const known = new Set(entries.map(({ name }) => name));
    for (const path of contents.keys()) {
      const name = path.slice(directory.length + 1);
      if (path.startsWith(`${directory}/`) && !name.includes('/') && !known.has(name))
        entries.push({ name, kind: 'file' });
    }
    return entries;
  }

  async stat(path: string): Promise<FileStat> {
    const own = this.#contentOf(path);
    if (!own) return this.#base.stat(path);
    const mtimeMs = await this.#base.stat(path).then(
      (stat) => stat.mtimeMs,
      () => 0,
    );
    return { kind: 'file', size: own.length, mtimeMs };
  }

  async read(path: string, most?: number): Promise<Uint8Array> {
    return this.#contentOf(path) ?? this.#base.read(path, most);
  }

  async readStart(path: string, length: number): Promise<FileStart> {
    const own = this.#contentOf(path);
    return own ? { bytes: own.subarray(0, length), size: own.length } : this.#base.readStart(path, length);
  }

  async open(path: string): Promise<FileReader> {
    const own = this.#contentOf(path);
    if (!own) return this.#base.open(path);
    return {
      size: own.length,
      read: async (offset, length) => own.subarray(offset, offset + length),
      close: async () => {},
    };
  }

  realPath(path: string): Promise<string> {
    return this.#base.realPath(path);
  }

  /** Bytes that are tried in place of a file's own; null for its own. */
  #contentOf(path: string): Uint8Array | null {
    if (this.#tried.gone.has(path)) throw new FileProblem(path, 'ENOENT');
    return this.#tried.contents.get(path) ?? null;
  }
}
