import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { root } from '../../tools/setup.mjs';

/** The keyboard, counting: a chord is one press, text one for each letter. */
export class CountedKeys {
  readonly #page: Page;
  #count = 0;

  constructor(page: Page) {
    this.#page = page;
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      this.#count++;
      await this.#page.keyboard.press(key);
    }
  }

  async type(text: string): Promise<void> {
    this.#count += text.length;
    await this.#page.keyboard.type(text);
  }

  /** Presses since the last time this was asked. */
  take(): number {
    const count = this.#count;
    this.#count = 0;
    return count;
  }
}

/** The table of operations in docs/USING.md: presses in TagGUI and here, by the name of the operation. */
export function documentedPresses(): ReadonlyMap<string, { readonly taggui: number; readonly here: number }> {
  const page = readFileSync(path.join(root, 'docs', 'USING.md'), 'utf8');
  const rows = page.matchAll(/^\| ([^|]+?) \| (\d+)[^|]*\| (\d+)[^|]*\|/gm);
  return new Map(Array.from(rows, ([, name, taggui, here]) => [name, { taggui: Number(taggui), here: Number(here) }]));
}
