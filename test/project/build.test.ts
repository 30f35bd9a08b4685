import assert from 'node:assert/strict';
import {
  closeSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { putWhole, written } from '../../tools/build/plugins.mjs';

describe('what a build writes', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'tagmetry-build-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('leaves a file alone that has its bytes, and replaces another whole for whoever reads it', () => {
    const file = path.join(folder, 'below', 'a.cjs');
    putWhole(file, Buffer.from('old'));
    utimesSync(file, 1, 1);
    putWhole(file, Buffer.from('old'));
    assert.equal(statSync(file).mtimeMs, 1000);
    const reader = openSync(file, 'r');
    putWhole(file, Buffer.from('new, and longer'));
    if (process.platform !== 'win32') assert.equal(readFileSync(reader, 'utf8'), 'old');
    closeSync(reader);
    assert.equal(readFileSync(file, 'utf8'), 'new, and longer');
    assert.deepEqual(readdirSync(path.dirname(file)), ['a.cjs']);
  });

  it('is a program in ASCII alone, the same twice, and can be run by its name', async () => {
    const entry = path.join(folder, 'entry.js');
    writeFileSync(entry, 'export const pattern = /[é–日]/u; export const text = "日";');
    const [program, command] = [path.join(folder, 'out', 'entry.cjs'), path.join(folder, 'out', 'entry.cjs')];
    const make = () =>
      build({
        entryPoints: [entry],
        outfile: program,
        bundle: true,
        format: 'cjs',
        write: false,
        plugins: [written({ program, command })],
      });
    await make();
    const made = readFileSync(program);
    assert.ok(made.every((byte) => byte < 128));
    const own = { exports: {} as { pattern: RegExp; text: string } };
    new Function('module', 'exports', made.toString())(own, own.exports);
    assert.ok(own.exports.pattern.test('–') && own.exports.pattern.test(own.exports.text));
    assert.ok(!own.exports.pattern.test('e'));
    if (process.platform !== 'win32') assert.ok(statSync(program).mode & 0o100);
    utimesSync(program, 1, 1);
    await make();
    assert.equal(statSync(program).mtimeMs, 1000);
  });
});
