import { createHash } from 'node:crypto';
import { z } from 'zod';
import { FileProblem, type WritableWorkspace } from '../workspace/workspace.ts';
import type { PlannedEdit } from './plan.ts';

/** Bulk edits that can be undone one after the other, per dataset. */
const kept = 20;

const journalSchema = z.object({
  version: z.literal(1),
  root: z.string(),
  /** Milliseconds since the epoch. */
  time: z.number(),
  title: z.string(),
  entries: z.array(z.object({ file: z.string(), before: z.string(), beforeHash: z.string(), afterHash: z.string() })),
});
type Journal = z.infer<typeof journalSchema>;

/** What became of a bulk edit. */
export interface BulkResult {
  readonly written: readonly string[];
  /** Files left as they were, with the reason: changed on disk meanwhile, or not writable. */
  readonly failed: readonly { readonly file: string; readonly reason: string }[];
}

export type UndoResult =
  | { readonly kind: 'undone'; readonly title: string; readonly files: readonly string[] }
  | { readonly kind: 'nothing' }
  /** Files that were changed since, or are gone; nothing was written. */
  | { readonly kind: 'changed'; readonly title: string; readonly files: readonly string[] };

/**
 * Writes bulk edits to disk and takes the last one back, byte for byte. Every edit is noted in a journal file before the
 * first caption is written, so that a crash in between can be undone too. A file is undone only while it is as the edit
 * left it.
 */
export class BulkJournal {
  readonly #workspace: WritableWorkspace;
  readonly #folder: string;

  /** @param folder where journals are kept, one folder below it per dataset; must not lie in a dataset */
  constructor(workspace: WritableWorkspace, folder: string) {
    this.#workspace = workspace;
    this.#folder = folder;
  }

  /** Writes planned edits. A file that no longer holds the planned text is left alone. */
  async apply(root: string, title: string, edits: readonly PlannedEdit[]): Promise<BulkResult> {
    const failed: { file: string; reason: string }[] = [];
    const ready: { file: string; before: Uint8Array; after: Uint8Array }[] = [];
    for (const { file, before, after, bom } of edits) {
      const bytes = await this.#read(`${root}/${file}`);
      const planned = encode(before, bom);
      if (bytes && same(bytes, planned)) ready.push({ file, before: planned, after: encode(after, bom) });
      else failed.push({ file, reason: bytes ? 'changed' : 'unreadable' });
    }
    const written: string[] = [];
    if (ready.length === 0) return { written, failed };
    await this.#note(root, title, ready);
    for (const { file, before, after } of ready) {
      try {
        await this.#workspace.write(`${root}/${file}`, after, before);
        written.push(file);
      } catch (error) {
        failed.push({ file, reason: error instanceof FileProblem ? error.reason : String(error) });
      }
    }
    return { written, failed };
  }

  /** Takes the last bulk edit of a dataset back, or says why not; then nothing was written. */
  async undo(root: string): Promise<UndoResult> {
    const path = (await this.#journals(root)).at(-1);
    const journal = path === undefined ? null : await this.#load(path);
    if (path === undefined || journal === null) return { kind: 'nothing' };
    const { title, entries } = journal;
    const restore: { file: string; now: Uint8Array; before: Uint8Array }[] = [];
    const changed: string[] = [];
    for (const { file, before, beforeHash, afterHash } of entries) {
      const now = await this.#read(`${root}/${file}`);
      const hash = now && hashOf(now);
      // A file that the edit never reached, because it failed or was interrupted, needs nothing.
      if (hash === beforeHash) continue;
      if (now && hash === afterHash) restore.push({ file, now, before: Buffer.from(before, 'base64') });
      else changed.push(file);
    }
    if (changed.length > 0) return { kind: 'changed', title, files: changed };
    for (const { file, now, before } of restore) await this.#workspace.write(`${root}/${file}`, before, now);
    await this.#workspace.remove(path);
    return { kind: 'undone', title, files: restore.map(({ file }) => file) };
  }

  async #note(
    root: string,
    title: string,
    ready: readonly { file: string; before: Uint8Array; after: Uint8Array }[],
  ): Promise<void> {
    const journals = await this.#journals(root);
    const last = numberOf(journals.at(-1) ?? '');
    const journal: Journal = {
      version: 1,
      root,
      time: Date.now(),
      title,
      entries: ready.map(({ file, before, after }) => ({
        file,
        before: Buffer.from(before).toString('base64'),
        beforeHash: hashOf(before),
        afterHash: hashOf(after),
      })),
    };
    const name = `${String(last + 1).padStart(8, '0')}.json`;
    await this.#workspace.write(`${this.#folderOf(root)}/${name}`, new TextEncoder().encode(JSON.stringify(journal)));
    for (const old of journals.slice(0, Math.max(0, journals.length + 1 - kept)))
      await this.#workspace.remove(old).catch(() => {});
  }

  #folderOf(root: string): string {
    return `${this.#folder}/${hashOf(new TextEncoder().encode(root)).slice(0, 32)}`;
  }

  /** Journal files of a dataset, oldest first. */
  async #journals(root: string): Promise<string[]> {
    const folder = this.#folderOf(root);
    const entries = await this.#workspace.list(folder).catch(() => []);
    const names = entries.map(({ name }) => name).filter((name) => /^\d+\.json$/.test(name));
    return names.sort().map((name) => `${folder}/${name}`);
  }

  async #load(path: string): Promise<Journal | null> {
    const bytes = await this.#read(path);
    if (!bytes) return null;
    try {
      return journalSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
    } catch {
      return null;
    }
  }

  #read(path: string): Promise<Uint8Array | null> {
    return this.#workspace.read(path).catch(() => null);
  }
}

function numberOf(path: string): number {
  return Number(/(\d+)\.json$/.exec(path)?.[1] ?? 0);
}

function encode(text: string, bom: boolean): Uint8Array {
  return new TextEncoder().encode(bom ? `\ufeff${text}` : text);
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
