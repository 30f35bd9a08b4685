import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { apartFrom } from '../../tools/build/parts.mjs';
import { projectRoot } from '../shared.ts';

describe('a part of a program', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'tagmetry-parts-'));
    mkdirSync(path.join(folder, 'server/src/rare'), { recursive: true });
    symlinkSync(path.join(projectRoot, 'node_modules'), path.join(folder, 'node_modules'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const write = (name: string, ...lines: string[]): void =>
    writeFileSync(path.join(folder, 'server/src', name), `${lines.join('\n')}\n`);

  /** Builds program and part, and loads the program. */
  async function made(): Promise<{ told: string[]; loaded: () => string[]; sizes: Record<string, number> }> {
    const options: BuildOptions = {
      absWorkingDir: folder,
      bundle: true,
      minify: true,
      platform: 'node',
      format: 'cjs',
      logLevel: 'silent',
    };
    const names = { program: 'one', entry: 'server/src/main.ts', part: 'two', entries: ['server/src/rare/entry.ts'] };
    const both = await apartFrom(options, names);
    const sizes: Record<string, number> = {};
    for (const [name, own] of Object.entries({ one: both.program, two: both.part })) {
      const { outputFiles } = await build({ ...own, write: false, outfile: path.join(folder, `${name}.cjs`) });
      for (const { path: file, contents } of outputFiles) writeFileSync(file, contents);
      sizes[name] = outputFiles[0]!.contents.length;
    }
    const require = createRequire(path.join(folder, 'x.cjs'));
    const told: string[] = [];
    (globalThis as { tell?: unknown }).tell = (text: string) => told.push(text);
    require('./one.cjs');
    return { told, loaded: () => Object.keys(require.cache).map((file) => path.basename(file)), sizes };
  }

  it('is loaded by the first call, shares state and classes with its program, and holds nothing of it', async () => {
    const long = 'a table that both need '.repeat(100);
    write(
      'state.ts',
      'let count = 0;',
      'export const next = (): number => ++count;',
      `export const TABLE = '${long}';`,
    );
    write('fault.ts', 'export class Fault extends Error {}', 'export const unasked = 1;');
    write(
      'rare/entry.ts',
      "import { Fault } from '../fault.ts';",
      "import { next, TABLE } from '../state.ts';",
      "import { deep } from './deep.ts';",
      "export const later = async (word: string) => [word, next(), TABLE.length, deep()].join(' ');",
      "export const fail = (): never => { throw new Fault('x'); };",
      'export function* steps(): Generator<number> { yield next(); }',
    );
    write('rare/deep.ts', "export const deep = () => 'deep';");
    write(
      'main.ts',
      "import { Fault } from './fault.ts';",
      "import { fail, later, steps } from './rare/entry.ts';",
      "import { next, TABLE } from './state.ts';",
      'const tell: (text: string) => void = (globalThis as any).tell;',
      "tell([next(), TABLE.length].join(' '));",
      "(globalThis as any).go = async () => { tell(await later('word')); tell([...steps()].join());",
      '  try { fail(); } catch (error) { tell(String(error instanceof Fault)); } tell(String(next())); };',
    );
    const { told, loaded, sizes } = await made();
    assert.deepEqual(told, [`1 ${long.length}`]);
    assert.ok(!loaded().includes('two.cjs'));
    await (globalThis as unknown as { go: () => Promise<void> }).go();
    assert.deepEqual(told, [`1 ${long.length}`, `word 2 ${long.length} deep`, '3', 'true', '4']);
    assert.ok(loaded().includes('two.cjs'));
    assert.ok(sizes.two! < long.length, `${sizes.two} bytes: the table is in the program`);
  });

  it('can be called while its program still begins', async () => {
    write('rare/entry.ts', "import { name } from '../name.ts';", "export const early = () => 'early ' + name;");
    write('name.ts', "export const name = ['a', 'b'].join();");
    write(
      'main.ts',
      "import { name } from './name.ts';",
      "import { early } from './rare/entry.ts';",
      "(globalThis as any).tell(early() + ' ' + name);",
    );
    assert.deepEqual((await made()).told, ['early a,b a,b']);
  });

  it('hands out functions only: what else its files export stops the program as soon as it is loaded', async () => {
    write('rare/entry.ts', 'export const table = [1];');
    write('main.ts', "import { table } from './rare/entry.ts';", '(globalThis as any).tell(table.join());');
    await assert.rejects(made(), /table of server\/src\/rare\/entry.ts is no function/);
  });
});
