import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Diagnostic } from 'vscode-languageserver';
import { FileChangeType } from 'vscode-languageserver/node';
import { greyPng } from '../support/png.ts';
import { TestClient } from './client.ts';

/** Steps, and how many of them lie between two looks at a fresh server; more with TAGMETRY_STEPS. */
const steps = Number(process.env.TAGMETRY_STEPS ?? 800);
const between = 100;
const seed = Number(process.env.TAGMETRY_SEED ?? 1);

/** Numbers that only the seed decides (mulberry32). */
function randomOf(start: number): (below: number) => number {
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

/** A workspace on disk that changes at random, and the events that an editor sends about it. */
class Workspace {
  readonly root = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'tagmetry-fuzz-')));
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
    switch (this.#random(9)) {
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
}

async function findings(client: TestClient, files: readonly string[]): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const file of files) {
    const uri = client.uri(file);
    const report = await client.request<{ items: Diagnostic[] }>('textDocument/diagnostic', { textDocument: { uri } });
    found[file] = report.items
      .map(
        ({ code, range, message }) =>
          `${code} ${range.start.line}:${range.start.character}-${range.end.character} ${message}`,
      )
      .sort();
  }
  return found;
}

/** What a server says once nothing changes any more. */
async function settled(client: TestClient, files: readonly string[]): Promise<Record<string, string[]>> {
  let last = '';
  for (;;) {
    const found = await findings(client, files);
    const now = JSON.stringify(found);
    if (now === last) return found;
    last = now;
    await new Promise((resolve) => setTimeout(resolve, 400));
  }
}

describe('a server that has run for long', function () {
  this.timeout(0);
  it(`says what a fresh one says (${steps} random steps, seed ${seed})`, async () => {
    const random = randomOf(seed);
    const disk = new Workspace(random);
    const client = await TestClient.start('', { folder: disk.root });
    const log: string[] = [];
    let compared = 0;
    try {
      for (let step = 1; step <= steps; step++) {
        const open = [...disk.texts.keys()];
        const act = random(4);
        if (act === 0 && open.length < 6) {
          const file = disk.pick(disk.files(/\.txt$/).filter((name) => !disk.texts.has(name)));
          if (file !== undefined) {
            disk.texts.set(file, disk.read(file));
            await client.open(file, disk.read(file));
            log.push(`open ${file}`);
          }
        } else if (act === 1 && open.length > 0) {
          const file = disk.pick(open);
          const text = disk.text();
          await client.change(client.uri(file), 0, (disk.texts.get(file) ?? '').length, text);
          disk.texts.set(file, text);
          log.push(`type ${file} ${JSON.stringify(text)}`);
        } else if (act === 2 && open.length > 4) {
          const file = disk.pick(open);
          disk.texts.delete(file);
          await client.close(client.uri(file));
          log.push(`close ${file}`);
        } else {
          const events = disk.change();
          await client.filesChanged(events);
          log.push(events.map(({ file, type }) => `${type} ${file}`).join(' + '));
        }
        if (step % between !== 0) continue;
        // Longer than the server collects events.
        await new Promise((resolve) => setTimeout(resolve, 700));
        const files = [...disk.texts.keys()];
        const running = await settled(client, files);
        compared += Object.values(running).flat().length;
        const fresh = await TestClient.start('', { folder: disk.root });
        for (const file of files) await fresh.open(file, disk.texts.get(file) ?? '');
        try {
          assert.deepEqual(
            running,
            await settled(fresh, files),
            `after step ${step}:\n${log.slice(-between).join('\n')}`,
          );
        } finally {
          await fresh.stop();
        }
      }
      assert.ok(compared > steps / between, 'there was something to compare');
    } finally {
      await client.stop();
      rmSync(disk.root, { recursive: true, force: true });
    }
  });
});
