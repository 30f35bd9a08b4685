import { mkdirSync, mkdtempSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { FileChangeType } from 'vscode-languageserver/node';
import { greyPng } from '../support/png.ts';
import type { TestClient } from './client.ts';

/** Numbers that only the seed decides (mulberry32). */
export function randomOf(start: number): (below: number) => number {
  let a = start >>> 0;
  return (below) => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

const tags = [
  'ohwx',
  'red',
  'long hair',
  'long_hair',
  'lnog hair',
  'day',
  'night',
  '',
  'BREAK',
  '(x:1.2)',
  'é',
  'smile',
];
const sidecars = [
  '{"separator":";"}',
  '{"captionExtensions":[".caption"]}',
  '{"rules":{"duplicate-tag":"off"}}',
  '[]',
  'null',
  '"x"',
  '{"concepts":[{"trigger":"ohwx"}]}',
  '{',
  '',
];

/** A workspace on disk that changes at random, with the events that an editor sends about it. */
export class RandomWorkspace {
  readonly root = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'tagmetry-fuzz-')));
  /** Texts of the documents that are open. */
  readonly texts = new Map<string, string>();
  readonly #files = new Set<string>();
  readonly #random: (below: number) => number;

  constructor(random: (below: number) => number) {
    this.#random = random;
    for (const folder of ['a', '10_ohwx', 'a/deep']) for (let n = 0; n < 4; n++) this.#pair(folder, n);
  }

  pick<T>(items: readonly T[]): T {
    return items[this.#random(items.length)];
  }

  text(): string {
    const parts = Array.from({ length: 1 + this.#random(7) }, () => this.pick(tags));
    return parts.join(this.pick([', ', ',', '; '])) + this.pick(['', '', '\n', '\nsecond, line']);
  }

  write(file: string, content: string | Uint8Array): FileChangeType {
    const known = this.#files.has(file);
    mkdirSync(path.dirname(path.join(this.root, file)), { recursive: true });
    writeFileSync(path.join(this.root, file), content);
    this.#files.add(file);
    return known ? FileChangeType.Changed : FileChangeType.Created;
  }

  #pair(folder: string, n: number): void {
    this.write(`${folder}/${n}.txt`, this.text());
    this.write(`${folder}/${n}.png`, greyPng(64, 64, n));
  }

  read(file: string): string {
    return readFileSync(path.join(this.root, file), 'utf8');
  }

  files(pattern: RegExp): string[] {
    return [...this.#files].filter((file) => pattern.test(file));
  }

  /** One change, with its events. */
  change(): { file: string; type: FileChangeType }[] {
    const folder = this.pick(['a', '10_ohwx', 'a/deep', 'b']);
    const n = this.#random(6);
    switch (this.#random(13)) {
      case 0:
      case 1:
      case 2:
        return [this.#event(`${folder}/${n}.txt`, this.text())];
      case 3:
        return [this.#event(`${folder}/${n}.png`, greyPng(64, 64, n))];
      case 4:
        return this.#remove(this.pick(this.files(/\.(?:txt|png)$/)));
      case 5:
        return [
          this.#event(`${this.pick(['a', '.', '10_ohwx'])}/.tagmetry.json`.replace(/^\.\//, ''), this.pick(sidecars)),
        ];
      case 6: {
        const options = this.pick(['caption_separator=";"', 'enable_wildcard=true', 'keep_tokens=1', '']);
        const toml = `[general]\n${options}\n[[datasets]]\n[[datasets.subsets]]\nimage_dir="${this.pick(['a', '.', '10_ohwx'])}"\n`;
        return [this.#event(this.pick(['dataset.toml', 'a/dataset.toml']), this.pick([toml, toml, '[[datasets']))];
      }
      case 7:
        return this.#remove(this.pick(this.files(/toml$|json$/)));
      case 8:
        // A second text, or a second image, of one name: of these the trainer takes one.
        return [this.#event(`${folder}/${n}.caption`, this.text())];
      case 9:
        return [this.#event(`${folder}/${n}.jpg`, greyPng(64, 64, n))];
      case 10:
        return this.#remove(this.pick(this.files(/\.(?:caption|jpg)$/)));
      case 11: {
        const file = this.pick(this.files(/\.(?:txt|png|caption)$/));
        return file === undefined ? [] : this.#rename(file, `${folder}/${n}${path.extname(file)}`);
      }
      default:
        return this.#move(this.pick(['a/deep', 'b', '10_ohwx']), this.pick(['c', 'a/deep', 'b', '10_ohwx']));
    }
  }

  #event(file: string, content: string | Uint8Array): { file: string; type: FileChangeType } {
    return { file, type: this.write(file, content) };
  }

  #remove(file: string | undefined): { file: string; type: FileChangeType }[] {
    if (file === undefined) return [];
    rmSync(path.join(this.root, file));
    this.#files.delete(file);
    return [{ file, type: FileChangeType.Deleted }];
  }

  /** Gives a file another name that is free. */
  #rename(from: string, to: string): { file: string; type: FileChangeType }[] {
    if (this.#files.has(to)) return [];
    mkdirSync(path.dirname(path.join(this.root, to)), { recursive: true });
    renameSync(path.join(this.root, from), path.join(this.root, to));
    this.#files.delete(from);
    this.#files.add(to);
    return [
      { file: from, type: FileChangeType.Deleted },
      { file: to, type: FileChangeType.Created },
    ];
  }

  /** Moves a folder; editors tell of the folders only. */
  #move(from: string, to: string): { file: string; type: FileChangeType }[] {
    const moving = [...this.#files].filter((file) => file.startsWith(`${from}/`));
    if (moving.length === 0 || [...this.#files].some((file) => file.startsWith(`${to}/`)) || from === to) return [];
    rmSync(path.join(this.root, to), { recursive: true, force: true });
    mkdirSync(path.dirname(path.join(this.root, to)), { recursive: true });
    renameSync(path.join(this.root, from), path.join(this.root, to));
    for (const file of moving) {
      this.#files.delete(file);
      this.#files.add(to + file.slice(from.length));
    }
    return [
      { file: from, type: FileChangeType.Deleted },
      { file: to, type: FileChangeType.Created },
    ];
  }

  /** One thing that happens: a caption is opened, typed in or closed, or something changes on disk. Says what. */
  async step(client: TestClient): Promise<string> {
    const open = [...this.texts.keys()];
    const act = this.#random(4);
    if (act === 0 && open.length < 6) {
      const file = this.pick(this.files(/\.(?:txt|caption)$/).filter((name) => !this.texts.has(name)));
      if (file === undefined) return '';
      this.texts.set(file, this.read(file));
      await client.open(file, this.read(file));
      return `open ${file}`;
    }
    if (act === 1 && open.length > 0) {
      const file = this.pick(open);
      const text = this.text();
      await client.change(client.uri(file), 0, (this.texts.get(file) ?? '').length, text);
      this.texts.set(file, text);
      return `type ${file} ${JSON.stringify(text)}`;
    }
    if (act === 2 && open.length > 4) {
      const file = this.pick(open);
      this.texts.delete(file);
      await client.close(client.uri(file));
      return `close ${file}`;
    }
    if (act === 2 && open.length > 0 && this.#random(3) === 0) {
      const file = this.pick(open);
      const type = this.write(file, this.texts.get(file) ?? '');
      await client.save(client.uri(file));
      await client.filesChanged([{ file, type }]);
      return `save ${file}`;
    }
    const events = this.change();
    await client.filesChanged(events);
    return events.map(({ file, type }) => `${type} ${file}`).join(' + ');
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

/**
 * What a server says once it has followed everything. Asked twice: the first time may open datasets, whose captions are then read to the
 * end. There is no waiting for an answer that would please: the second one counts.
 * @param ask gets everything that is compared
 */
export async function settledAnswer<T>(client: TestClient, ask: (client: TestClient) => Promise<T>): Promise<T> {
  await client.settled();
  await ask(client);
  await client.settled();
  return ask(client);
}
