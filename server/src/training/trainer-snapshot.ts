import { captionLimit, wholeCharacters } from '../caption/decode.ts';
import { atOnce } from '../ground/breath.ts';
import { done, finishInBreaths, type Steps } from '../ground/steps.ts';
import type { Clip, FileKind, FolderEntry, Picture, TrainerFiles } from '../trainers/files/files.ts';
import { baseName, directoryName, normalizePath } from '../trainers/files/paths.ts';
import type { PixelSize } from '../trainers/pixel-size.ts';
import { answer, type Outcome, stops } from '../trainers/trainer-error.ts';
import type { Workspace, FileKind as WorkspaceKind } from '../workspace/workspace.ts';
import { trainerImageSize } from './trainer-image-size.ts';
import { clipOf, isClosed, opened, pictureOf } from './trainer-pictures.ts';

/** Files read at once. */
const readsAtOnce = 32;

/** Rounds of asking and reading; real configurations need five or six. */
const maxRounds = 100;

/** What an unread file holds until it was read: neither an empty caption nor a faulty JSON file, which would end a plan. */
const notYet = new TextEncoder().encode('{}');

/** A picture until its header was read. */
const anyPicture: Picture = { width: 1024, height: 1024, orientation: 1, hasAlpha: null, truncated: false };

/**
 * The files of a plan, read as they are asked for: a question about something unknown gets a harmless answer and is noted, and
 * {@link settle} repeats the plan until nothing was unknown. So the trainer's own search decides what is read, and nothing else is.
 *
 * Relative paths are looked for below each of `bases` in turn, because nobody knows where the trainer will be started.
 */
export class TrainerSnapshot implements TrainerFiles {
  readonly #workspace: Workspace;
  readonly #bases: readonly string[];
  readonly #kinds = new Map<string, FileKind | null>();
  readonly #folders = new Map<string, ReadonlyMap<string, FolderEntry['kind']>>();
  /** Places that cannot be listed: no folders, or not there. */
  readonly #unlisted = new Set<string>();
  readonly #contents = new Map<string, Uint8Array | null>();
  readonly #sizes = new Map<string, Outcome<PixelSize>>();
  readonly #pictures = new Map<string, Outcome<Picture>>();
  readonly #clips = new Map<string, Outcome<Clip | null>>();
  /** Base of each relative path that was found, for what lies below it. */
  readonly #basedAt = new Map<string, string>();
  readonly #asked = new Map<string, () => Promise<void>>();
  #turn: Promise<void> = Promise.resolve();

  /** @param bases absolute folders with "/", the likeliest first; at least one */
  constructor(workspace: Workspace, bases: readonly string[]) {
    this.#workspace = workspace;
    this.#bases = bases;
  }

  /** The absolute path of a path as the configuration writes it, as far as is known. */
  locate(path: string): string {
    return this.#place(path) ?? normalizePath(`${this.#bases[0]}/${path}`);
  }

  kind(path: string): FileKind | null {
    const place = this.#place(path);
    const kind = place === null ? null : (this.#kindAt(place) ?? null);
    // A slash at the end asks for a folder.
    return kind === 'file' && path.endsWith('/') ? null : kind;
  }

  list(directory: string): readonly FolderEntry[] {
    const place = this.#place(directory);
    if (place === null) return [];
    const known = this.#folders.get(place);
    if (known) return [...known].map(([name, kind]) => ({ name, kind }));
    if (this.#unlisted.has(place)) return [];
    this.#ask(`list ${place}`, () => this.#readFolder(place));
    return [];
  }

  read(path: string): Uint8Array | null {
    const place = this.#place(path);
    if (place === null) return notYet;
    const known = this.#contents.get(place);
    if (known !== undefined) return known;
    this.#ask(`read ${place}`, async () => {
      this.#contents.set(place, await this.#contentOf(place).catch((error) => (isClosed(error) ? notYet : null)));
    });
    return notYet;
  }

  imageSize(path: string): Outcome<PixelSize> {
    const place = this.#place(path);
    const known = place === null ? undefined : this.#sizes.get(place);
    if (known) return known;
    if (place !== null) this.#ask(`size ${place}`, () => this.#readSize(place));
    return answer(anyPicture);
  }

  picture(path: string): Outcome<Picture> {
    const place = this.#place(path);
    const known = place === null ? undefined : this.#pictures.get(place);
    if (known) return known;
    if (place !== null) this.#ask(`picture ${place}`, () => this.#readPicture(place));
    return answer(anyPicture);
  }

  clip(path: string): Outcome<Clip | null> {
    const place = this.#place(path);
    const kind = place === null ? 'file' : this.#kindAt(place);
    if (kind === null) return stops('FileNotFoundError', path);
    if (kind !== 'file' || place === null) return answer(null);
    const known = this.#clips.get(place);
    if (known) return known;
    this.#ask(`clip ${place}`, async () => {
      this.#clips.set(place, await opened(this.#workspace, place, answer(null), clipOf));
    });
    return answer(null);
  }

  /** Puts the text of an open editor in place of the file's own. */
  lay(place: string, text: string): void {
    this.#contents.set(place, new TextEncoder().encode(text));
  }

  /**
   * Repeats `compute` over these files until it asked for nothing unknown. Reading never fails; what cannot be read counts as not
   * there. Throws the signal's reason when cancelled.
   */
  settle<T>(compute: () => T, signal?: AbortSignal): Promise<T> {
    return this.settleSteps(() => done(compute()), signal);
  }

  /** The same for work in steps. One is under way at a time: what another one asks for would count as known. */
  async settleSteps<T>(compute: () => Steps<T>, signal?: AbortSignal): Promise<T> {
    const before = this.#turn;
    const own = before.then(() => this.#settled(compute, signal));
    this.#turn = own.then(
      () => {},
      () => {},
    );
    return own;
  }

  async #settled<T>(compute: () => Steps<T>, signal?: AbortSignal): Promise<T> {
    for (let round = 0; round < maxRounds; round++) {
      const result = await finishInBreaths(compute(), signal);
      if (this.#asked.size === 0) return result;
      const reads = [...this.#asked.values()];
      this.#asked.clear();
      await atOnce(readsAtOnce, reads, (read) => read(), signal);
    }
    return finishInBreaths(compute(), signal);
  }

  #ask(key: string, read: () => Promise<void>): void {
    this.#asked.set(key, read);
  }

  /** The absolute place of a path; null while it is not known below which base it lies. */
  #place(path: string): string | null {
    const written = path.replaceAll('\\', '/');
    if (written.startsWith('/') || /^[a-z]:\//i.test(written)) return normalizePath(written);
    const relative = normalizePath(written);
    for (const [found, base] of this.#basedAt) {
      if (relative === found || relative.startsWith(`${found}/`)) return normalizePath(`${base}/${relative}`);
    }
    for (const base of this.#bases) {
      const kind = this.#kindAt(normalizePath(`${base}/${relative}`));
      if (kind === undefined) return null;
      if (kind === null) continue;
      this.#basedAt.set(relative, base);
      return normalizePath(`${base}/${relative}`);
    }
    return normalizePath(`${this.#bases[0]}/${relative}`);
  }

  /** What lies at an absolute place; undefined when it was not looked up yet. */
  #kindAt(place: string): FileKind | null | undefined {
    if (this.#folders.has(place)) return 'directory';
    const siblings = this.#folders.get(directoryName(place));
    if (siblings) {
      const kind = siblings.get(baseName(place));
      return kind === undefined || kind === 'broken-link' ? null : kind;
    }
    const known = this.#kinds.get(place);
    if (known !== undefined) return known;
    this.#ask(`kind ${place}`, async () => {
      const stat = await this.#workspace.stat(place).catch(() => null);
      this.#kinds.set(place, stat === null ? null : trainerKind(stat.kind));
    });
    return undefined;
  }

  /** Documents as a whole; of anything else, such as captions, what is read of a caption. */
  async #contentOf(place: string): Promise<Uint8Array> {
    if (/\.(?:json|jsonl|toml|ya?ml)$/i.test(place)) return this.#workspace.read(place);
    const { bytes, size } = await this.#workspace.readStart(place, captionLimit);
    return size > bytes.length ? wholeCharacters(bytes) : bytes;
  }

  async #readFolder(place: string): Promise<void> {
    const entries = await this.#workspace.list(place).catch(() => null);
    if (entries === null) {
      this.#unlisted.add(place);
      return;
    }
    this.#folders.set(
      place,
      new Map(
        entries.flatMap(({ name, kind }) => {
          const known = kind === 'broken-link' ? kind : trainerKind(kind);
          return known === null ? [] : [[name, known] as const];
        }),
      ),
    );
  }

  async #readSize(place: string): Promise<void> {
    this.#sizes.set(place, await opened(this.#workspace, place, answer(anyPicture), trainerImageSize));
  }

  async #readPicture(place: string): Promise<void> {
    this.#pictures.set(
      place,
      await opened(this.#workspace, place, answer(anyPicture), (file) => pictureOf(file, place)),
    );
  }
}

/** Files and folders; null for what is neither. */
function trainerKind(kind: WorkspaceKind): FileKind | null {
  return kind === 'file' || kind === 'directory' ? kind : null;
}
