import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Files that are generated: writes what differs, or only notes it. */
export class GeneratedFiles {
  /** Files whose content was not what it should be, from the project's root. */
  readonly stale: string[] = [];
  readonly #checkOnly: boolean;

  constructor(checkOnly: boolean) {
    this.#checkOnly = checkOnly;
  }

  /** The present text of a file; "" when there is none. */
  read(file: string): string {
    const full = path.join(projectRoot, file);
    return existsSync(full) ? readFileSync(full, 'utf8') : '';
  }

  put(file: string, content: string): void {
    if (this.read(file) === content) return;
    this.stale.push(file);
    if (!this.#checkOnly) writeFileSync(path.join(projectRoot, file), content);
  }

  /** Replaces what stands between two marker lines of a text file. Throws when they are missing. */
  putBetween(file: string, begin: string, end: string, content: string): void {
    const text = this.read(file);
    const from = text.indexOf(begin);
    const to = text.indexOf(end, from);
    if (from < 0 || to < 0) throw new Error(`${file} lacks "${begin}" … "${end}".`);
    this.put(file, `${text.slice(0, from + begin.length)}\n${content}\n${text.slice(to)}`);
  }
}
