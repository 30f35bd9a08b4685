import { captionLimit } from '../caption/decode.ts';
import { type CaptionSource, sourceOfBytes } from '../facts/caption-source.ts';
import { atOnce, Breath } from '../ground/breath.ts';
import { reasonOf, type Workspace } from '../workspace/workspace.ts';

/** Files read at once: enough to keep a disk or a network share busy, few enough for any file-handle limit. */
const readsAtOnce = 48;

/** Milliseconds from which an answer of the disk is slow, and slow answers in a row that end reading at once. */
const slowAnswer = 10;
const slowAnswers = 3;

/** Gets each caption as it is read. */
export type SourceListener = (file: string, source: CaptionSource) => void;

/** Reads the caption files of a dataset. */
export class CaptionReader {
  readonly #workspace: Workspace;
  readonly #root: string;

  constructor(workspace: Workspace, root: string) {
    this.#workspace = workspace;
    this.#root = root;
  }

  /** Reads many captions and hands each on as soon as it is there. Rejects when the signal is aborted. */
  async readAll(files: readonly string[], onSource: SourceListener, signal?: AbortSignal): Promise<void> {
    const read = await this.#readFast(files, onSource, signal);
    const rest = async (file: string): Promise<void> => onSource(file, await this.read(file));
    await atOnce(readsAtOnce, files.slice(read), rest, signal);
  }

  /**
   * Reads file after file without the system's threads as long as the disk answers quickly, in slices short enough for
   * other work. Returns how many it read; the first slow answer (a sleeping disk, a network share) ends it.
   */
  async #readFast(files: readonly string[], onSource: SourceListener, signal?: AbortSignal): Promise<number> {
    if (!this.#workspace.readStartNow) return 0;
    const breath = new Breath(signal);
    let slow = 0;
    for (let next = 0; next < files.length; next++) {
      if (breath.isDue) await breath.take();
      const asked = performance.now();
      const source = this.#sourceNow(files[next]);
      // One slow answer may be this machine's; a few in a row are the disk's.
      slow = performance.now() - asked > slowAnswer ? slow + 1 : 0;
      onSource(files[next], source);
      if (slow >= slowAnswers) return next + 1;
    }
    return files.length;
  }

  #sourceNow(file: string): CaptionSource {
    const { readStartNow } = this.#workspace;
    try {
      const start = (readStartNow as NonNullable<typeof readStartNow>)(`${this.#root}/${file}`, captionLimit);
      return sourceOfBytes(start.bytes, start.size);
    } catch (error) {
      return unreadable(file, error);
    }
  }

  /** Reads one caption. Never rejects: what cannot be opened is a source that says so. */
  async read(file: string): Promise<CaptionSource> {
    try {
      const { bytes, size } = await this.#workspace.readStart(`${this.#root}/${file}`, captionLimit);
      return sourceOfBytes(bytes, size);
    } catch (error) {
      return unreadable(file, error);
    }
  }
}

/** A name that is not UTF-8 is listed with replacement characters, under which there is no file. */
function unreadable(file: string, error: unknown): CaptionSource {
  const reason = reasonOf(error);
  return { kind: 'unreadable', reason: reason === 'ENOENT' && file.includes('\ufffd') ? 'name not UTF-8' : reason };
}
