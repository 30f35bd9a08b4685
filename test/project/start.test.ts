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
import { parse } from '@babel/parser';
import { parts } from '../../tools/build/parts.mjs';
import { lazyPackages, meaningBundles } from '../../tools/build/plugins.mjs';
import { projectRoot } from '../shared.ts';
import { greyPng } from '../support/png.ts';

const dist = path.join(projectRoot, 'dist');

/** Largest size of each bundle in kB. A new dependency or a lazy part that is no longer one shows here. */
const budgets: Record<string, number> = {
  'cli.cjs': 8,
  'server.cjs': 8,
  'commands.cjs': 1310,
  'language-server.cjs': 1710,
  'client.cjs': 660,
  'worker.cjs': 108,
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
  'opposites.bin': 155,
  'rare.bin': 115,
  'qwen-merges.bin': 740,
  'media/overview.js': 900,
  'media/lora.js': 110,
  'commands-later.cjs': 540,
  'language-server-later.cjs': 350,
};
for (const name of Object.keys(meaningBundles)) budgets[`${name}.cjs`] = 8;

/** TypeScript files below a folder. */
function sources(folder: string): string[] {
  return readdirSync(path.join(projectRoot, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(path.join(projectRoot, folder, name), 'utf8'));
}

/** Patterns over all letters that stand outside of functions: they are made when their file is loaded. */
function earlyPatterns(text: string): string[] {
  const found: string[] = [];
  const look = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { type, pattern } = node as { type?: string; pattern?: string };
    if (type !== undefined && /Function|Method/.test(type)) return;
    if (type === 'RegExpLiteral' && pattern !== undefined && /\\p\{/i.test(pattern)) found.push(pattern);
    for (const part of Object.values(node)) look(part);
  };
  look(parse(text, { sourceType: 'module', plugins: ['typescript'] }).program);
  return found;
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

  for (const [part, { of: program, entries }] of Object.entries(parts))
    it(`${part} is entered by files of its own, and holds none of ${program}`, () => {
      const [there, here] = [part, program].map((name) => {
        const files = JSON.parse(readFileSync(path.join(projectRoot, `.out/bundles/${name}.json`), 'utf8')) as string[];
        return new Set(files.filter((file) => file.startsWith('server/src/')));
      });
      assert.deepEqual(
        entries.filter((file) => !there!.has(file)),
        [],
      );
      assert.deepEqual(
        [...there!].filter((file) => here!.has(file)),
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
      `const patterns = new Set();
      for (const name of ['exec', 'test', Symbol.replace, Symbol.match, Symbol.matchAll, Symbol.split, Symbol.search]) {
        const usual = RegExp.prototype[name];
        RegExp.prototype[name] = function (...given) {
          if (patterns.has(this.source) === false) patterns.add(this.source);
          return usual.apply(this, given);
        };
      }
      let kernels = 0;
      const { Module } = WebAssembly;
      WebAssembly.Module = class extends Module {
        constructor(...given) {
          super(...given);
          kernels++;
        }
      };
      process.on('exit', () => {
        const modules = process.moduleLoadList;
        require('node:fs').writeFileSync(process.env.LOADED, JSON.stringify({
          files: Object.keys(require.cache).map((file) => require('node:path').basename(file)),
          modules: [...modules],
          patterns: [...patterns],
          kernels,
        }));
      });`,
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
    const told = JSON.parse(readFileSync(report, 'utf8')) as {
      files: string[];
      modules: string[];
      patterns: string[];
      kernels: number;
    };
    return { ...run, ...told, files: told.files.filter((name) => name !== 'tell.cjs') };
  }

  it('loads nothing to say its version', () => {
    assert.deepEqual(loadedBy(['--version']).files, ['cli.cjs']);
  });

  it('loads the commands only to audit plain captions, and no process, thread or archive module of Node', () => {
    const { files, modules, status, stderr } = loadedBy(['audit', '10_ohwx woman']);
    assert.ok(status === 0 || status === 1, stderr);
    assert.deepEqual(files.sort(), ['cli.cjs', 'commands.cjs']);
    for (const name of ['child_process', 'worker_threads', 'zlib', 'crypto', 'http', 'perf_hooks', 'net'])
      assert.ok(!modules.includes(`NativeModule ${name}`), name);
  });

  it('writes to a file and throws away without a stream of Node', () => {
    const script = 'exec "$0" --require ./tell.cjs "$1" audit "10_ohwx woman" --no-progress > "$2"';
    for (const target of ['answer.txt', os.devNull]) {
      const env = { ...process.env, LANG: 'C', LC_ALL: '', LOADED: 'loaded.json', TAGMETRY_STATE: 'state' };
      const args = ['-c', script, process.execPath, path.join(dist, 'cli.cjs'), target];
      const { status, stderr } = spawnSync('bash', args, { cwd: folder, env, encoding: 'utf8' });
      assert.ok(status === 0 || status === 1, stderr);
      const { modules } = JSON.parse(readFileSync(path.join(folder, 'loaded.json'), 'utf8')) as { modules: string[] };
      assert.ok(!modules.includes('NativeModule stream'), target);
    }
    assert.match(readFileSync(path.join(folder, 'answer.txt'), 'utf8'), /^10_ohwx woman\n[\s\S]*Images 1, captions 1/);
  });

  it('compiles the kernel of tokens for many captions, not for one', () => {
    assert.equal(loadedBy(['audit', '10_ohwx woman']).kernels, 0);
    const many = path.join(folder, 'many');
    mkdirSync(many);
    for (let at = 0; at < 40; at++) {
      const tags = Array.from({ length: 12 }, (_, tag) => `long dress ${at * 12 + tag}`);
      writeFileSync(path.join(many, `${at}.txt`), tags.join(', '));
      writeFileSync(path.join(many, `${at}.png`), greyPng(1024, 1024, at));
    }
    assert.equal(loadedBy(['audit', 'many']).kernels, 1);
    rmSync(many, { recursive: true });
  });

  it('asks nothing of all letters for captions of ASCII', () => {
    assert.deepEqual(
      loadedBy(['audit', '10_ohwx woman']).patterns.filter((source) => /\\p\{/i.test(source)),
      [],
    );
  });

  it('knows words of lists that bundles have without blanks from the first one on', () => {
    const own = path.join(folder, '10_ohwx pastries');
    mkdirSync(own);
    for (let i = 0; i < 4; i++) {
      writeFileSync(path.join(own, `${i}.png`), greyPng(8, 8, i));
      writeFileSync(path.join(own, `${i}.txt`), `ohwx stands in a shop beside a tray with ${i + 2} loaves of bread.`);
    }
    writeFileSync(path.join(own, '3.txt'), 'ohwx packs macarons and madeleines into a box on a round tabel.');
    const args = [path.join(dist, 'cli.cjs'), 'audit', own, '--format', 'json', '--no-progress'];
    const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    const { findings } = JSON.parse(stdout) as { findings: { rule: string; message: string }[] };
    assert.deepEqual(
      findings.flatMap(({ rule, message }) => (rule === 'misspelt-word' ? [/"(\w+)"/.exec(message)?.[1]] : [])),
      ['tabel'],
    );
    rmSync(own, { recursive: true });
  });

  it('no pattern over all letters is made when a file is loaded', () => {
    const early: string[] = [];
    for (const name of readdirSync(path.join(projectRoot, 'server/src'), { recursive: true, encoding: 'utf8' })) {
      if (!name.endsWith('.ts')) continue;
      const text = readFileSync(path.join(projectRoot, 'server/src', name), 'utf8');
      if (text.includes('\\p{')) for (const found of earlyPatterns(text)) early.push(`${name}: ${found}`);
    }
    assert.deepEqual(early, []);
    assert.deepEqual(
      earlyPatterns('const a = /\\p{L}/u; const b = () => /\\p{N}/u; class C { d() { return /\\p{P}/u; } }'),
      ['\\p{L}'],
    );
  });

  it('works out no name of a dataset when changes of others were noted', () => {
    const state = path.join(folder, 'noted');
    mkdirSync(path.join(state, 'bulk', 'f'.repeat(32)), { recursive: true });
    writeFileSync(path.join(state, 'bulk', 'f'.repeat(32), '00000001.json'), '{}');
    loadedBy(['audit', '10_ohwx woman'], state);
    assert.ok(!loadedBy(['audit', '10_ohwx woman'], state).modules.includes('NativeModule crypto'));
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
    const planned = loadedBy(['plan', 'x.toml']).files;
    assert.deepEqual(
      ['commands-later.cjs', 'toml-eslint-parser.cjs'].filter((name) => !planned.includes(name)),
      [],
    );
  });

  it('goes on where compiled code cannot be kept, or what was kept is damaged', () => {
    const state = path.join(folder, 'other');
    const compiled = path.join(state, 'compiled');
    const answer = loadedBy(['audit', '10_ohwx woman'], state).stdout;
    // Newer versions of Node keep it themselves.
    const own = !('enableCompileCache' in Module);
    assert.equal(existsSync(compiled), own);
    if (own) {
      const kept = readdirSync(compiled).find((name) => name.startsWith('commands.cjs-'));
      assert.ok(kept);
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
