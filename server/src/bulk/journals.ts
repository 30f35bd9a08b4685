import { FileProblem, temporaryName, type WritableWorkspace } from '../workspace/workspace.ts';
import { hashOf, isHalfWritten, same } from './change.ts';
import {
  afterOf,
  bytesOf,
  foldersOf,
  type Journal,
  type JournalCreation,
  type JournalEntry,
  journalSchema,
} from './journal.ts';

/** Changes that can be undone one after the other, per dataset. */
const kept = 20;

/** Datasets with journals up to which each is looked into before the name of one is worked out. */
const fewFolders = 8;

/** Milliseconds that a change waits for another one of the same dataset. */
const patience = 60_000;

/** A journal on disk; null where it cannot be used: damaged, or of another dataset. */
export interface NotedJournal {
  readonly path: string;
  readonly journal: Journal | null;
}

/**
 * The journals of one dataset, while nobody else changes it. A journal gets a number that no other has, is whole before the first file
 * is changed, and has an open mark beside it until the last one is: a mark without a change under way is a change that was interrupted.
 */
export class Journals {
  readonly root: string;
  readonly #workspace: WritableWorkspace;
  readonly #folder: string;
  /** The root with every link resolved: what a journal must name. */
  readonly #real: string;

  private constructor(workspace: WritableWorkspace, folder: string, root: string, real: string) {
    this.#workspace = workspace;
    this.#folder = folder;
    this.root = root;
    this.#real = real;
  }

  /**
   * Runs something while nobody else changes the dataset, in this process or another; what an interrupted change left is put in
   * order first. Rejects with FileProblem (`locked`) when another change goes on for long, or when journals cannot be kept.
   * @param place where journals are kept, a folder for each dataset below it
   */
  static async locked<T>(
    workspace: WritableWorkspace,
    place: string,
    root: string,
    action: (journals: Journals) => Promise<T>,
    wait = patience,
  ): Promise<T> {
    const real = await workspace.realPath(root);
    const folder = folderFor(place, real);
    const release = await workspace.lock(`${folder}/lock`, wait);
    try {
      const journals = new Journals(workspace, folder, root, real);
      await journals.#recover();
      return await action(journals);
    } finally {
      await release();
    }
  }

  /** Puts in order what an interrupted change left, unless a change is under way. Costs a listing when there is nothing. */
  static async recover(workspace: WritableWorkspace, place: string, root: string): Promise<void> {
    // Where nothing was ever noted, not even the name of the folder has to be worked out.
    const noted = await workspace.list(place).catch(() => []);
    const isInterrupted = async (folder: string): Promise<boolean> =>
      (await workspace.list(folder).catch(() => [])).some(
        ({ name }) => temporaryName.test(name) || markName.test(name),
      );
    // What names are worked out with takes Node longer to load than looking into the folders of a few datasets.
    if (noted.length <= fewFolders) {
      const all = await Promise.all(noted.map(({ name }) => isInterrupted(`${place}/${name}`)));
      if (!all.includes(true)) return;
    }
    if (!(await isInterrupted(folderFor(place, await workspace.realPath(root))))) return;
    await Journals.locked(workspace, place, root, async () => {}, 0);
  }

  /** Notes what is about to be done; `close` says that it was. Older journals go when there are too many. */
  async note(
    title: string,
    what: Partial<Pick<Journal, 'entries' | 'moves' | 'renames' | 'creations' | 'together'>>,
  ): Promise<string> {
    const none = { entries: [], moves: [], renames: [], creations: [] };
    const journal: Journal = { version: 2, root: this.#real, time: Date.now(), title, ...none, ...what };
    const bytes = new TextEncoder().encode(JSON.stringify(journal));
    const names = await this.#names();
    for (let number = Number(names.at(-1)?.slice(0, -5) ?? 0) + 1; ; number++) {
      const path = `${this.#folder}/${String(number).padStart(8, '0')}.json`;
      if (number > lastNumber) throw new FileProblem(path, 'EEXIST');
      try {
        await this.#workspace.create(path, bytes);
      } catch (error) {
        if (error instanceof FileProblem && error.reason === 'EEXIST') continue;
        throw error;
      }
      for (const old of names.slice(0, Math.max(0, names.length + 1 - kept))) await this.drop(`${this.#folder}/${old}`);
      return path;
    }
  }

  /** Marks a journal's files as being written. */
  async open(path: string): Promise<void> {
    await this.#workspace.write(markOf(path), new Uint8Array());
  }

  async close(path: string): Promise<void> {
    await this.#workspace.remove(markOf(path)).catch(() => {});
  }

  /** Puts what is left to undo in a journal's place. */
  async replace(path: string, journal: Journal): Promise<void> {
    await this.#workspace.write(path, new TextEncoder().encode(JSON.stringify(journal)));
  }

  async drop(path: string): Promise<void> {
    await this.#workspace.remove(path).catch(() => {});
  }

  /** Where the links in a name lead, when that is out of the dataset; null inside, and where nothing is there. */
  async outside(file: string): Promise<string | null> {
    const real = await this.#workspace.realPath(`${this.root}/${file}`).catch(() => null);
    return real === null || real === this.#real || isBelow(real, this.#real) ? null : real;
  }

  /** True where a name leads out of the dataset, and not to the place it led to when the change was made. */
  async strays(file: string, target: string | undefined): Promise<boolean> {
    const real = await this.outside(file);
    return real !== null && real !== target;
  }

  /** The journals, the newest first; each is read when it is asked for. */
  async *list(): AsyncGenerator<NotedJournal> {
    for (const name of (await this.#names()).reverse()) {
      const path = `${this.#folder}/${name}`;
      yield { path, journal: await this.#load(path) };
    }
  }

  async #names(): Promise<string[]> {
    const entries = await this.#workspace.list(this.#folder).catch(() => []);
    return entries
      .map(({ name }) => name)
      .filter((name) => journalName.test(name))
      .sort();
  }

  async #load(path: string): Promise<Journal | null> {
    try {
      const text = new TextDecoder().decode(await this.#workspace.read(path));
      const { success, data } = journalSchema().safeParse(JSON.parse(text));
      return success && data.root === this.#real ? data : null;
    } catch {
      return null;
    }
  }

  /** After an interruption: files written by half get the bytes they had, temporary files go. */
  async #recover(): Promise<void> {
    const names = (await this.#workspace.list(this.#folder).catch(() => [])).map(({ name }) => name);
    for (const name of names) if (temporaryName.test(name)) await this.drop(`${this.#folder}/${name}`);
    for (const mark of names.filter((name) => markName.test(name))) {
      const path = `${this.#folder}/${mark.replace(/open$/, 'json')}`;
      const journal = await this.#load(path);
      for (const entry of journal?.entries ?? []) await this.#mend(entry);
      for (const creation of journal?.creations ?? []) await this.#unmake(creation);
      for (const folder of foldersOf(this.root, journal)) await this.#sweep(folder);
      await this.close(path);
    }
  }

  async #mend(entry: JournalEntry): Promise<void> {
    const after = afterOf(entry);
    const path = `${this.root}/${entry.file}`;
    if (await this.strays(entry.file, entry.target)) return;
    const now = await this.#workspace.read(path).catch(() => null);
    if (!after || !now) return;
    const before = bytesOf(entry.before);
    if (same(now, before) || same(now, after)) return;
    if (isHalfWritten(now, before, after) || isHalfWritten(now, after, before))
      await this.#workspace.write(path, before, now).catch(() => {});
  }

  /** A file that was made by half goes; it is known by being the beginning of what it was to hold. */
  async #unmake({ file, bytes }: JournalCreation): Promise<void> {
    const path = `${this.root}/${file}`;
    if (await this.strays(file, undefined)) return;
    const now = await this.#workspace.read(path).catch(() => null);
    const whole = bytesOf(bytes);
    if (now && now.length < whole.length && same(now, whole.subarray(0, now.length))) await this.drop(path);
  }

  async #sweep(folder: string): Promise<void> {
    for (const { name } of await this.#workspace.list(folder).catch(() => []))
      if (temporaryName.test(name)) await this.drop(`${folder}/${name}`);
  }
}

/** Whether a path lies below another; both absolute, as the system writes them. */
function isBelow(path: string, folder: string): boolean {
  const plain = (text: string): string => text.replaceAll('\\', '/').replace(/\/+$/, '');
  return plain(path).startsWith(`${plain(folder)}/`);
}

/** Numbers of eight digits sort as text as they do as numbers; what has other names is none of ours. */
const lastNumber = 99_999_999;
const journalName = /^\d{8}\.json$/;
const markName = /^\d{8}\.open$/;

const folderFor = (place: string, real: string): string =>
  `${place}/${hashOf(new TextEncoder().encode(real)).slice(0, 32)}`;

const markOf = (path: string): string => path.replace(/json$/, 'open');
