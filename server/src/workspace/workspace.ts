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
  /** Of a link: of what it leads to. */
  readonly kind: FileKind;
  /** Its real path does not follow from its folder's. */
  readonly isLink?: true;
}

/** A file opened for reads at any place. Always closed by whoever opened it. */
export interface FileReader {
  readonly size: number;
  /** Up to `length` bytes from `offset`; fewer at the end of the file. */
  read(offset: number, length: number): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** A file whose reads do not wait. Always closed by whoever opened it. */
export interface ImmediateReader {
  readonly size: number;
  /** Last change, milliseconds since the epoch. */
  readonly mtimeMs: number;
  /**
   * Up to `length` bytes from `offset`; fewer at the end of the file. Throws what the system says.
   * @param memory where they go if it is large enough: fresh memory takes longer than a short read
   */
  read(offset: number, length: number, memory?: Uint8Array): Uint8Array;
  close(): void;
}

/** The beginning of a file, and how many bytes the whole of it has. */
export interface FileStart {
  readonly bytes: Uint8Array;
  readonly size: number;
}

/**
 * Bytes of a file that is read as a whole, unless its reader names another limit: far above any caption, sidecar or journal, far
 * below what a text may hold in memory.
 */
export const mostBytes = 1 << 28;

/**
 * The only door to files. Paths are absolute, in the form of the system the server runs on. Only regular files are ever opened: a pipe,
 * a device or a socket is refused (`not a file`) without waiting for it. Every method rejects with a {@link FileProblem} that names
 * the path.
 */
export interface Workspace {
  list(directory: string): Promise<DirectoryEntry[]>;
  stat(path: string): Promise<FileStat>;
  /** A whole file. One of more than `most` bytes is refused (`too large`). */
  read(path: string, most?: number): Promise<Uint8Array>;
  /** The first bytes of a file, `length` at the most. */
  readStart(path: string, length: number): Promise<FileStart>;
  open(path: string): Promise<FileReader>;
  /**
   * {@link readStart} at once, without going through the system's threads: a quarter of the cost for small files on a fast disk. Only
   * for many files in short slices, by callers that turn to {@link readStart} when the disk is slow. Throws {@link FileProblem}.
   */
  readStartNow?(path: string, length: number): FileStart;
  /**
   * A file opened for reads that answer at once. For the same callers as {@link readStartNow}. Throws {@link FileProblem}.
   */
  openNow?(path: string): ImmediateReader;
  /** The path with every link resolved: two paths of one folder give one answer. */
  realPath(path: string): Promise<string>;
}

/** Gives a lock back. */
export type Release = () => Promise<void>;

/** A workspace that may be written to. Used by the writer of captions and for what the product keeps of its own. */
export interface WritableWorkspace extends Workspace {
  /**
   * Replaces a file's bytes: a reader sees the old or the new content. Keeps the file's mode, owner and hard links, makes its folder.
   * Where only writing in place does that (hard links, another owner, a rename that is refused), a crash can leave a mixture of old
   * and new; whoever writes captions notes both first. Rejects without writing when `expected` is given and the file no longer has
   * those bytes.
   */
  write(path: string, bytes: Uint8Array, expected?: Uint8Array): Promise<void>;
  /** Makes a file that does not exist yet, all of it at once; rejects (`EEXIST`) when it does. Makes its folder. */
  create(path: string, bytes: Uint8Array): Promise<void>;
  /** Moves a file; rejects when the target exists. Makes the target's folder. */
  move(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  /**
   * Waits until nobody else, in this process or another, holds the lock of this name, and takes it. The lock of a process that ended
   * without giving it back is taken over. Rejects (`locked`) after `wait` milliseconds.
   */
  lock(path: string, wait: number): Promise<Release>;
}

/** Names of the files that a write which was interrupted may leave beside its target. Short, so that any name can be written. */
export const temporaryName = /^\.tagmetry-[0-9a-f]{12}\.tmp$/;

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

/** The reason why something with files failed, for {@link reasonText}. */
export function reasonOf(error: unknown): string {
  return error instanceof FileProblem ? error.reason : error instanceof Error ? error.message : String(error);
}
