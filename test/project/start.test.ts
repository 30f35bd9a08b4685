// What starting costs, by what is read and loaded: bytes of the bundles, and what a run loads of them. Times are measured
// by the bench (test/bench/start.bench.ts), beside empty programs.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import Module from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { lazyPackages } from '../../tools/build/plugins.mjs';
import { projectRoot } from '../shared.ts';
import { greyPng } from '../support/png.ts';

const dist = path.join(projectRoot, 'dist');

/** Largest size of each bundle in kB. A new dependency or a lazy part that is no longer one shows here. */
const budgets: Record<string, number> = {
  'cli.cjs': 8,
  'server.cjs': 8,
  'commands.cjs': 1225,
  'language-server.cjs': 1445,
  'client.cjs': 660,
  'worker.cjs': 80,
  'option-meanings.cjs': 25,
  'picture-scan.cjs': 55,
  'iconv-lite.cjs': 520,
  'ftfy-js.cjs': 140,
  'toml-eslint-parser.cjs': 50,
  're2js.cjs': 165,
  'tokenizers.cjs': 60,
  'yaml.cjs': 120,
  'zod.cjs': 110,
  'entities-decode.cjs': 40,
  'jsonc-parser.cjs': 20,
  'clip-tables.bin': 360,
  'english.bin': 330,
  'qwen-merges.bin': 740,
  'media/overview.js': 900,
  'media/lora.js': 110,
};

/** TypeScript files below a folder. */
function sources(folder: string): string[] {
  return readdirSync(path.join(projectRoot, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(path.join(projectRoot, folder, name), 'utf8'));
}

describe('bundles', () => {
  for (const [name, kilobytes] of Object.entries(budgets))
    it(`${name} has at most ${kilobytes} kB`, () => {
      const { size } = statSync(path.join(dist, name));
      assert.ok(size <= kilobytes * 1000, `${size} bytes`);
    });

  it('every bundle has a budget', () => {
    const names = readdirSync(dist).filter((name) => name.endsWith('.cjs'));
    assert.deepEqual(
      names.filter((name) => !(name in budgets)),
      [],
    );
  });

  it('a lazy package offers what the code imports of it', () => {
    for (const [name, offered] of Object.entries(lazyPackages) as [string, string[]][]) {
      const used = new Set<string>();
      for (const text of [...sources('server/src'), ...sources('client/src')]) {
        for (const [, names = ''] of text.matchAll(new RegExp(`import \\{([^}]*)\\} from '${name}'`, 'g')))
          for (const one of names.split(',')) if (!/^\s*(type\s|$)/.test(one)) used.add(one.trim().split(' ')[0]!);
        const [, whole] = new RegExp(`import (\\w+) from '${name}'`).exec(text) ?? [];
        // `z` is what zod exports by name as well.
        if (used.delete('z')) for (const [, key] of text.matchAll(/\bz\s*\.(\w+)\(/g)) if (key) used.add(key);
        if (whole) for (const [, key] of text.matchAll(new RegExp(`\\b${whole}\\.(\\w+)`, 'g'))) if (key) used.add(key);
      }
      assert.deepEqual([...used].sort(), [...offered].sort(), name);
    }
  });
});

describe('starting', () => {
  let folder = '';
  before(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'tagmetry-start-'));
    const dataset = path.join(folder, '10_ohwx woman');
    mkdirSync(dataset);
    writeFileSync(path.join(dataset, 'a.txt'), 'ohwx, 1girl, solo, long hair');
    writeFileSync(path.join(dataset, 'a.png'), greyPng(1024, 1024, 1));
    writeFileSync(
      path.join(folder, 'tell.cjs'),
      `process.on('exit', () => require('node:fs').writeFileSync(process.env.LOADED, JSON.stringify({
        files: Object.keys(require.cache).map((file) => require('node:path').basename(file)),
        modules: process.moduleLoadList,
      })));`,
    );
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  /** Runs the command line and says which bundles and which modules of Node it loaded. */
  function loadedBy(args: string[], state = path.join(folder, 'state')) {
    const report = path.join(folder, 'loaded.json');
    const run = spawnSync(
      process.execPath,
      ['--require', path.join(folder, 'tell.cjs'), path.join(dist, 'cli.cjs'), ...args],
      {
        encoding: 'utf8',
        cwd: folder,
        env: { ...process.env, LANG: 'C', LC_ALL: '', LOADED: report, TAGMETRY_STATE: state },
      },
    );
    const { files, modules } = JSON.parse(readFileSync(report, 'utf8')) as { files: string[]; modules: string[] };
    return { ...run, files: files.filter((name) => name !== 'tell.cjs'), modules };
  }

  it('loads nothing to say its version', () => {
    assert.deepEqual(loadedBy(['--version']).files, ['cli.cjs']);
  });

  it('loads the commands only to audit plain captions, and no process, thread or archive module of Node', () => {
    const { files, modules, status, stderr } = loadedBy(['audit', '10_ohwx woman']);
    assert.ok(status === 0 || status === 1, stderr);
    assert.deepEqual(files.sort(), ['cli.cjs', 'commands.cjs']);
    for (const name of ['child_process', 'worker_threads', 'zlib', 'crypto', 'http'])
      assert.ok(!modules.includes(`NativeModule ${name}`), name);
  });

  it('loads what a dataset needs when it needs it', () => {
    const file = path.join(folder, '10_ohwx woman', 'b.txt');
    const image = path.join(folder, '10_ohwx woman', 'b.png');
    writeFileSync(image, greyPng(1024, 1024, 2));
    writeFileSync(file, Buffer.from([0x82, 0xa0, 0x82, 0xa2, 0x2c, 0x20, 0x82, 0xa4]));
    assert.ok(loadedBy(['audit', '10_ohwx woman']).files.includes('iconv-lite.cjs'));
    rmSync(file);
    rmSync(image);
    writeFileSync(path.join(folder, 'x.toml'), '[general]\n[[datasets]]\n');
    assert.ok(loadedBy(['plan', 'x.toml']).files.includes('toml-eslint-parser.cjs'));
  });

  it('goes on where compiled code cannot be kept, or what was kept is damaged', () => {
    const state = path.join(folder, 'other');
    const compiled = path.join(state, 'compiled');
    const answer = loadedBy(['audit', '10_ohwx woman'], state).stdout;
    // Newer versions of Node keep it themselves.
    const own = !('enableCompileCache' in Module);
    assert.equal(existsSync(compiled), own);
    if (own) {
      const [kept] = readdirSync(compiled);
      assert.ok(kept?.startsWith('commands.cjs-'));
      const file = path.join(compiled, kept);
      const whole = readFileSync(file);
      const flipped = (at: number): Buffer => {
        const copy = Buffer.from(whole);
        copy[at]! ^= 0x55;
        return copy;
      };
      const places = [0, 100, 300, 1001, whole.length >> 1, whole.length - 8];
      for (const damaged of [Buffer.alloc(0), whole.subarray(0, 300), whole.subarray(0, -4), ...places.map(flipped)]) {
        writeFileSync(file, damaged);
        assert.equal(loadedBy(['audit', '10_ohwx woman'], state).stdout, answer);
        assert.ok(!readFileSync(file).equals(damaged), 'written anew');
      }
    }
    writeFileSync(path.join(folder, 'no-folder'), '');
    assert.equal(loadedBy(['audit', '10_ohwx woman'], path.join(folder, 'no-folder')).stdout, answer);
  });
});
