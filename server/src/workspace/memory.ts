import { refuseForeignShare, shareOf } from './shares.ts';
import { type NameRules, nameRules, type SimulatedSystem } from './simulated-system.ts';
import {
  type DirectoryEntry,
  FileProblem,
  type FileReader,
  type FileStart,
  type FileStat,
  mostBytes,
  type Release,
  type WritableWorkspace,
} from './workspace.ts';

interface StoredFile {
  /** As it was made: systems that do not tell case apart keep it. */
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly mtimeMs: number;
  readonly kind: 'file' | 'other';
}

/** What can be made to fail. */
export type FailingCall = 'read' | 'write' | 'move' | 'remove' | 'create';

/**
 * Files in memory, for tests: the same contract as the real door, with a count of what was asked of it. It can take on the ways of
 * Windows and macOS with names, and be made to fail as disks do.
 */
export class MemoryWorkspace implements WritableWorkspace {
  readonly #files = new Map<string, StoredFile>();
  readonly #system: SimulatedSystem;
  readonly #rules: NameRules;
  readonly #failures: { call: FailingCall; key: string; code: string; times: number }[] = [];
  readonly #locks = new Map<string, Promise<void>>();
  readonly calls = { list: 0, stat: 0, read: 0, open: 0, write: 0 };
  /** Paths that Windows asked another machine for. */
  readonly contacted: string[] = [];
  #clock = 1;

  /** @param system whose names; by default what TAGMETRY_SYSTEM says, else Linux */
  constructor(system: SimulatedSystem = systemOf(process.env.TAGMETRY_SYSTEM)) {
    this.#system = system;
    this.#rules = nameRules[system];
  }

  /** Puts a file there, text as UTF-8. Paths are absolute with "/". */
  set(path: string, content: string | Uint8Array): void {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    this.#put(path, bytes, 'file');
  }

  /** Puts something there that is neither file nor folder: a pipe, a device. */
  setOther(path: string): void {
    this.#put(path, new Uint8Array(), 'other');
  }

  /** Lets the next calls of one kind on a file fail with a system's code, such as EBUSY. */
  fail(call: FailingCall, path: string, code: string, times = 1): void {
    this.#failures.push({ call, key: this.#key(path), code, times });
  }

  #put(path: string, bytes: Uint8Array, kind: 'file' | 'other'): void {
    const key = this.#key(path);
    const kept = this.#files.get(key)?.path ?? this.#rules.canonical(path);
    this.#files.set(key, { path: kept, bytes, mtimeMs: this.#clock++, kind });
  }

  #key(path: string): string {
    if (this.#system === 'windows') {
      refuseForeignShare(path);
      if (shareOf(path) !== null) this.contacted.push(path);
    }
    return this.#rules.key(path);
  }

  #mayFail(call: FailingCall, path: string): void {
    const key = this.#key(path);
    const failure = this.#failures.find((one) => one.call === call && one.key === key && one.times > 0);
    if (!failure) return;
    failure.times--;
    throw new FileProblem(path, failure.code);
  }

  #file(path: string): StoredFile {
    const file = this.#files.get(this.#key(path));
    if (!file) throw new FileProblem(path, this.#isDirectory(path) ? 'EISDIR' : 'ENOENT');
    if (file.kind === 'other') throw new FileProblem(path, 'not a file');
    return file;
  }

  #isDirectory(path: string): boolean {
    const prefix = this.#prefix(path);
    for (const key of this.#files.keys()) if (key.startsWith(prefix)) return true;
    return false;
  }

  #prefix(directory: string): string {
    const key = this.#key(directory);
    return key.endsWith('/') ? key : `${key}/`;
  }

  async list(directory: string): Promise<DirectoryEntry[]> {
    this.calls.list++;
    const prefix = this.#prefix(directory);
    const depth = prefix.split('/').length - 1;
    const found = new Map<string, DirectoryEntry>();
    for (const [key, { path, kind }] of this.#files) {
      if (!key.startsWith(prefix)) continue;
      const names = path.split('/').slice(depth);
      const name = this.#rules.listed(names[0]);
      found.set(name, { name, kind: names.length > 1 ? 'directory' : kind });
    }
    if (found.size === 0)
      throw new FileProblem(directory, this.#files.has(this.#key(directory)) ? 'ENOTDIR' : 'ENOENT');
    return [...found.values()];
  }

  async stat(path: string): Promise<FileStat> {
    this.calls.stat++;
    const file = this.#files.get(this.#key(path));
    if (file) return { kind: file.kind, size: file.bytes.length, mtimeMs: file.mtimeMs };
    if (this.#isDirectory(path)) return { kind: 'directory', size: 0, mtimeMs: 0 };
    throw new FileProblem(path, 'ENOENT');
  }

  async read(path: string, most = mostBytes): Promise<Uint8Array> {
    const { bytes, size } = await this.readStart(path, most);
    if (size > most) throw new FileProblem(path, 'too large');
    return bytes;
  }

  async readStart(path: string, length: number): Promise<FileStart> {
    this.calls.read++;
    this.#mayFail('read', path);
    const { bytes } = this.#file(path);
    return { bytes: bytes.subarray(0, length), size: bytes.length };
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
    const file = this.#files.get(this.#key(path));
    return file?.path ?? this.#rules.canonical(path);
  }

  async write(path: string, bytes: Uint8Array, expected?: Uint8Array): Promise<void> {
    this.calls.write++;
    this.#mayFail('write', path);
    if (expected && Buffer.compare(this.#file(path).bytes, expected) !== 0)
      throw new FileProblem(path, 'changed meanwhile');
    this.set(path, bytes);
  }

  async create(path: string, bytes: Uint8Array): Promise<void> {
    this.#mayFail('create', path);
    if (this.#files.has(this.#key(path))) throw new FileProblem(path, 'EEXIST');
    this.set(path, bytes);
  }

  async move(from: string, to: string): Promise<void> {
    this.#mayFail('move', from);
    const [old, next] = [this.#key(from), this.#key(to)];
    if (this.#files.has(next) && next !== old) throw new FileProblem(to, 'EEXIST');
    const { bytes } = this.#file(from);
    this.#files.delete(old);
    this.set(to, bytes);
  }

  async remove(path: string): Promise<void> {
    this.#mayFail('remove', path);
    this.#file(path);
    this.#files.delete(this.#key(path));
  }

  async lock(path: string, wait: number): Promise<Release> {
    const key = this.#key(path);
    const before = this.#locks.get(key) ?? Promise.resolve();
    let release = (): void => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    this.#locks.set(
      key,
      before.then(() => held),
    );
    const inTime = await Promise.race([
      before.then(() => true),
      new Promise<false>((resolve) => setTimeout(() => resolve(false), wait).unref()),
    ]);
    if (!inTime) {
      release();
      throw new FileProblem(path, 'locked');
    }
    return async () => release();
  }
}

function systemOf(name: string | undefined): SimulatedSystem {
  return name === 'windows' || name === 'macos' ? name : 'linux';
}
