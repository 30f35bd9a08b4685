import {
  type DirectoryEntry,
  FileProblem,
  type FileReader,
  type FileStat,
  type WritableWorkspace,
} from './workspace.ts';

/** Files in memory, for tests: the same contract as the real door, with a count of what was asked of it. */
export class MemoryWorkspace implements WritableWorkspace {
  readonly #files = new Map<string, { bytes: Uint8Array; mtimeMs: number }>();
  readonly calls = { list: 0, stat: 0, read: 0, open: 0, write: 0 };
  #clock = 1;

  /** Puts a file there, text as UTF-8. Paths are absolute with "/". */
  set(path: string, content: string | Uint8Array): void {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    this.#files.set(path, { bytes, mtimeMs: this.#clock++ });
  }

  #file(path: string) {
    const file = this.#files.get(path);
    if (!file) throw new FileProblem(path, this.#isDirectory(path) ? 'EISDIR' : 'ENOENT');
    return file;
  }

  #isDirectory(path: string): boolean {
    const prefix = path.endsWith('/') ? path : `${path}/`;
    for (const name of this.#files.keys()) if (name.startsWith(prefix)) return true;
    return false;
  }

  async list(directory: string): Promise<DirectoryEntry[]> {
    this.calls.list++;
    const prefix = directory.endsWith('/') ? directory : `${directory}/`;
    const found = new Map<string, DirectoryEntry>();
    for (const path of this.#files.keys()) {
      if (!path.startsWith(prefix)) continue;
      const [name, ...rest] = path.slice(prefix.length).split('/');
      found.set(name, { name, kind: rest.length > 0 ? 'directory' : 'file' });
    }
    if (found.size === 0) throw new FileProblem(directory, 'ENOENT');
    return [...found.values()];
  }

  async stat(path: string): Promise<FileStat> {
    this.calls.stat++;
    const file = this.#files.get(path);
    if (file) return { kind: 'file', size: file.bytes.length, mtimeMs: file.mtimeMs };
    if (this.#isDirectory(path)) return { kind: 'directory', size: 0, mtimeMs: 0 };
    throw new FileProblem(path, 'ENOENT');
  }

  async read(path: string): Promise<Uint8Array> {
    this.calls.read++;
    return this.#file(path).bytes;
  }

  async open(path: string): Promise<FileReader> {
    this.calls.open++;
    const { bytes } = this.#file(path);
    return {
      size: bytes.length,
      read: async (offset, length) => bytes.subarray(offset, offset + length),
      close: async () => {},
    };
  }

  async realPath(path: string): Promise<string> {
    return path;
  }

  async write(path: string, bytes: Uint8Array, expected?: Uint8Array): Promise<void> {
    this.calls.write++;
    if (expected && Buffer.compare(this.#file(path).bytes, expected) !== 0)
      throw new FileProblem(path, 'changed meanwhile');
    this.set(path, bytes);
  }

  async move(from: string, to: string): Promise<void> {
    if (this.#files.has(to)) throw new FileProblem(to, 'EEXIST');
    this.set(to, this.#file(from).bytes);
    this.#files.delete(from);
  }

  async remove(path: string): Promise<void> {
    this.#file(path);
    this.#files.delete(path);
  }
}
