/** What a path is. Links are followed; anything else that is neither (socket, device) is `other`. */
export type FileKind = 'file' | 'directory' | 'broken-link' | 'other';

export interface FileStat {
  readonly kind: FileKind;
  /** Bytes. */
  readonly size: number;
  /** Last change, milliseconds since the epoch. */
  readonly mtimeMs: number;
}

export interface DirectoryEntry {
  readonly name: string;
  readonly kind: FileKind;
}

/** A file opened for reads at any place. Always closed by whoever opened it. */
export interface FileReader {
  readonly size: number;
  /** Up to `length` bytes from `offset`; fewer at the end of the file. */
  read(offset: number, length: number): Promise<Uint8Array>;
  close(): Promise<void>;
}

/**
 * The only door to files. Paths are absolute, in the form of the system the server runs on.
 * Every method rejects with a {@link FileProblem} that names the path.
 */
export interface Workspace {
  list(directory: string): Promise<DirectoryEntry[]>;
  stat(path: string): Promise<FileStat>;
  read(path: string): Promise<Uint8Array>;
  open(path: string): Promise<FileReader>;
  /**
   * Reads at once, without going through the system's threads: a quarter of the cost for small files on a fast disk. Only
   * for many files in short slices, by callers that turn to {@link read} when the disk is slow. Throws {@link FileProblem}.
   */
  readNow?(path: string): Uint8Array;
  /** The path with every link resolved: two paths of one folder give one answer. */
  realPath(path: string): Promise<string>;
}

/** A workspace that may be written to. Used by fixes, bulk edits and the sidecar only. */
export interface WritableWorkspace extends Workspace {
  /**
   * Replaces a file's bytes at once: a reader sees the old or the new content, never a part. Keeps the file's mode, makes its folder.
   * Rejects without writing when `expected` is given and the file no longer has those bytes.
   */
  write(path: string, bytes: Uint8Array, expected?: Uint8Array): Promise<void>;
  /** Moves a file; rejects when the target exists. Makes the target's folder. */
  move(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
}

/** Why a file could not be read or written. `reason` is the system's code, such as ENOENT or EACCES. */
export class FileProblem extends Error {
  readonly path: string;
  readonly reason: string;
  constructor(path: string, reason: string) {
    super(`${path}: ${reason}`);
    this.path = path;
    this.reason = reason;
  }
}
