import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { lockName } from '../../server/src/history/lock.ts';
import type { ComparisonInWords, DatasetComparison, LockState } from '../../server/src/lsp/protocol.ts';
import { greyPng } from '../support/png.ts';
import { kohyaFolders, safetensors, sdxlLayers } from '../support/safetensors.ts';
import { withClient } from './client.ts';

const set = Array.from(
  { length: 6 },
  (_, at) => `
// 2_ohwx woman/${at}.txt
ohwx woman, ${at % 2 ? 'smile' : 'frown'}, red scarf
`,
).join('');

type Client = Parameters<Parameters<typeof withClient>[2]>[0];

/** Plays with a client whose dataset has its pictures too. */
const play = (action: (client: Client, uri: string, lock: string) => Promise<void>): Promise<void> =>
  withClient(set, { transport: 'memory' }, async (client) => {
    for (let at = 0; at < 6; at++)
      writeFileSync(path.join(client.root, `2_ohwx woman/${at}.png`), greyPng(1024, 1024, at + 1));
    await action(client, pathToFileURL(client.root).href, path.join(client.root, lockName));
  });

const rows = ({ sections }: ComparisonInWords): string[] =>
  sections.flatMap(({ rows, isChange }) => (isChange ? rows.map(({ text }) => text) : []));

describe('a lock in the editor', () => {
  it('is written when asked for, replaced only when that is asked for too, and has no difference', () =>
    play(async (client, uri, lock) => {
      const none = await client.request<LockState>('tagmetry/lockState', { uri });
      assert.deepEqual([none.isThere, none.lock], [false, null]);
      await assert.rejects(client.request('tagmetry/sinceLock', { uri }), /no lock in this folder/);
      assert.equal(existsSync(lock), false);
      const made = await client.request<LockState>('tagmetry/lockDataset', { uri, replace: false });
      assert.equal(made.lock?.images, 6);
      assert.ok(Math.abs(Date.parse(made.lock.made) - Date.now()) < 3_600_000);
      assert.deepEqual(rows(await client.request<ComparisonInWords>('tagmetry/sinceLock', { uri })), []);
      const before = readFileSync(lock);
      await assert.rejects(client.request('tagmetry/lockDataset', { uri, replace: false }), /is there already/);
      writeFileSync(path.join(client.root, '2_ohwx woman/0.txt'), 'ohwx woman, hat');
      await assert.rejects(client.request('tagmetry/lockDataset', { uri, replace: false }), /is there already/);
      assert.deepEqual(readFileSync(lock), before);
      await client.request('tagmetry/lockDataset', { uri, replace: true });
      assert.notDeepEqual(readFileSync(lock), before);
    }));

  it('tells what the command line tells, line by line', () =>
    play(async (client, uri) => {
      await client.request('tagmetry/lockDataset', { uri, replace: false });
      writeFileSync(path.join(client.root, '2_ohwx woman/0.txt'), 'ohwx woman, hat');
      writeFileSync(path.join(client.root, '2_ohwx woman/1.png'), greyPng(1024, 1024, 77));
      rmSync(path.join(client.root, '2_ohwx woman/2.png'));
      rmSync(path.join(client.root, '2_ohwx woman/2.txt'));
      const told = await client.request<ComparisonInWords>('tagmetry/sinceLock', { uri });
      const cli = path.join(import.meta.dirname, '../../dist/cli.cjs');
      let printed = '';
      try {
        execFileSync(process.execPath, [cli, 'diff', client.root, '--all'], { encoding: 'utf8' });
      } catch (error) {
        printed = (error as { stdout: string }).stdout;
      }
      const lines = printed.split('\n').filter((line) => line.startsWith('  ') && !line.includes('not told by'));
      assert.deepEqual(
        rows(told),
        lines.map((line) => line.slice(2)),
      );
      const files = told.sections.flatMap(({ rows }) => rows.flatMap(({ file }) => file ?? []));
      assert.deepEqual(files.sort(), ['2_ohwx woman/0.txt', '2_ohwx woman/1.png']);
      assert.ok(lines.some((line) => line.includes('2_ohwx woman/2.png')));
    }));

  it('has a stamp that changes with what is typed, saved or not, and comes back with the text', () =>
    play(async (client, uri) => {
      await client.request('tagmetry/lockDataset', { uri, replace: false });
      const stamp = async () => (await client.request<LockState>('tagmetry/lockState', { uri })).stamp;
      const { stamp: compared } = await client.request<DatasetComparison>('tagmetry/sinceLock', { uri });
      assert.equal(await stamp(), compared);
      const typed = await client.open('2_ohwx woman/3.txt', 'ohwx woman, smile, red scarf\n');
      assert.equal(await stamp(), compared);
      await client.change(typed, 0, 0, 'night, ');
      assert.notEqual(await stamp(), compared);
      await client.change(typed, 0, 7, '');
      assert.equal(await stamp(), compared);
    }));

  it('compares with a LoRA file and with a lock that lies elsewhere', () =>
    play(async (client, uri, lock) => {
      await client.request('tagmetry/lockDataset', { uri, replace: false });
      const elsewhere = path.join(client.root, 'v1.lock.json');
      renameSync(lock, elsewhere);
      writeFileSync(path.join(client.root, '2_ohwx woman/0.txt'), 'ohwx woman, hat');
      const other = pathToFileURL(elsewhere).href;
      const since = await client.request<ComparisonInWords>('tagmetry/compareDataset', { uri, other });
      assert.ok(rows(since).includes('2_ohwx woman/0.txt: -frown, -red scarf, +hat'));
      const file = path.join(client.root, 'v1.safetensors');
      writeFileSync(file, safetensors(kohyaFolders(), sdxlLayers(16)));
      const lora = { uri, other: pathToFileURL(file).href };
      const against = await client.request<ComparisonInWords>('tagmetry/compareDataset', lora);
      assert.ok(
        rows(against).some((row) => row.startsWith('smile: 12 → 3')),
        rows(against).join('\n'),
      );
      assert.match(against.before, /v1\.safetensors/);
      writeFileSync(file, new Uint8Array(20));
      await assert.rejects(client.request('tagmetry/compareDataset', lora), /no safetensors file|does not fit|no JSON/);
      rmSync(elsewhere);
      await assert.rejects(client.request('tagmetry/compareDataset', { uri, other }), /v1\.lock\.json cannot be read/);
    }));

  it('leaves alone what is no lock, and says so', () =>
    play(async (client, uri, lock) => {
      for (const text of ['{"a": 1}', '{"tool":"tagmetry","kind":"dataset-lock","version":2}', '']) {
        writeFileSync(lock, text);
        const state = await client.request<LockState>('tagmetry/lockState', { uri });
        assert.deepEqual([state.isThere, state.lock], [true, null]);
        await assert.rejects(client.request('tagmetry/sinceLock', { uri }), /no lock of this version/);
      }
      writeFileSync(lock, '{"a": 1}');
      await assert.rejects(client.request('tagmetry/lockDataset', { uri, replace: true }), /no lock of this tool/);
      assert.equal(readFileSync(lock, 'utf8'), '{"a": 1}');
    }));
});
