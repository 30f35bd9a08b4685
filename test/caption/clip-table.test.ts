import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { build } from 'esbuild';
import fc from 'fast-check';
import { classOf, DIGIT, DROPPED, LETTER, OTHER } from '../../server/src/caption/clip/char-class.ts';
import { COMPLEX, fixText, lowerCase, rawKind } from '../../server/src/caption/clip/clean.ts';
import { encodedHere, runHere } from '../../server/src/caption/clip/engine.ts';
import { encode } from '../../server/src/caption/clip/index.ts';
import { Kernel, LONGEST_TEXT } from '../../server/src/caption/clip/kernel/kernel.ts';
import { mergePairs, mergeRank, mergeTable, NO_MERGE } from '../../server/src/caption/clip/merge-table.ts';
import { decodeBase64, pack, unpack } from '../../server/src/caption/clip/packing.ts';
import { clipTableSource, readMergeLines, toSymbolPairs } from '../../tools/clip-table.ts';
import { kernelFile, kernelSource } from '../../tools/kernels.ts';
import { projectRoot } from '../shared.ts';

describe('Merge table', () => {
  it('is what the generator writes', async () => {
    const file = path.join(projectRoot, 'server/src/caption/clip/merges.generated.ts');
    assert.equal(readFileSync(file, 'utf8'), await clipTableSource());
  });

  it('holds the published merges', async () => {
    assert.deepEqual(mergePairs(), toSymbolPairs(await readMergeLines()));
  });

  it('finds every merge, and none that is not there', () => {
    const pairs = mergePairs();
    const table = mergeTable();
    const known = new Set<number>();
    for (let rank = 0; rank < pairs.length / 2; rank++) {
      const [left, right] = [pairs[2 * rank]!, pairs[2 * rank + 1]!];
      if (mergeRank(table, left, right) !== rank) assert.fail(`merge ${rank} is not found`);
      known.add(left * 0x10000 + right);
    }
    const symbol = fc.nat(0xffff);
    fc.assert(
      fc.property(symbol, symbol, (left, right) => {
        if (!known.has(left * 0x10000 + right)) assert.equal(mergeRank(table, left, right), NO_MERGE);
      }),
      { numRuns: 2000 },
    );
  });

  it('unpacks any numbers it packed, with Node and without', () => {
    fc.assert(
      fc.property(fc.uint16Array(), (values) => {
        const text = pack(values);
        assert.deepEqual(unpack(text), values);
        assert.deepEqual(decodeBase64(text), new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
      }),
    );
  });
});

describe('Character classes', () => {
  it('agree with the runtime on every character it knows', () => {
    // Characters of a newer Unicode version than the runtime's are unassigned to it; none has changed its class.
    const wrong: string[] = [];
    for (let c = 0; c < 0x110000; c++) {
      const char = String.fromCodePoint(c);
      if (c === 0x345 || /^\p{Cn}/u.test(char)) continue;
      const expected = /^\p{L}/u.test(char) ? LETTER : /^\p{N}/u.test(char) ? DIGIT : OTHER;
      if (classOf(c) !== expected) wrong.push(c.toString(16));
    }
    assert.deepEqual(wrong, []);
    assert.equal(classOf(0x345), DROPPED);
  });

  it('call plain only what the clean-up leaves alone', () => {
    const plain: string[] = [];
    for (let c = 0; c < 0x10000; c++) if (rawKind[c] !== COMPLEX && c > 0x20) plain.push(String.fromCharCode(c));
    const text = plain.filter((char) => char > '\x7f').join('');
    assert.equal(fixText(text), text);
    assert.equal(lowerCase(text), text);
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...plain), { maxLength: 60 }), (chars) => {
        const joined = chars.join('');
        fc.pre(!joined.includes('&'));
        assert.equal(fixText(joined), joined);
      }),
    );
  });
});

describe('Kernel', () => {
  it('is what its source compiles to', async () => {
    const folder = 'caption/clip/kernel';
    assert.equal(readFileSync(kernelFile(folder), 'utf8'), await kernelSource(folder));
  }).timeout(60_000);

  it('gives the ids of the engine for any text, or refuses it', () => {
    const kernel = Kernel.start();
    assert.ok(kernel);
    const same = (text: string): boolean => {
      const count = kernel.encode(text);
      if (count < 0) return false;
      const ids = [...kernel.ids.subarray(0, count)];
      const expected = runHere(text, false, null);
      assert.deepEqual(ids, [...encodedHere().subarray(0, expected)], JSON.stringify(text));
      return true;
    };
    const ascii = fc.string({ unit: fc.integer({ min: 0, max: 0x7f }).map((c) => String.fromCharCode(c)) });
    // Enough different words to fill the memo, and words that come again.
    const words = fc
      .array(fc.stringMatching(/^[a-zA-Z0-9',.()_:-]{1,60}$/), { maxLength: 40 })
      .map((list) => list.join(' '));
    let taken = 0;
    fc.assert(
      fc.property(fc.oneof(words, ascii, fc.string({ unit: 'grapheme' })), (text) => {
        if (same(text)) taken++;
        same(`${text} ${text}`);
      }),
      { numRuns: 3000 },
    );
    assert.ok(taken > 1000);
    for (const refused of [
      'caf\u00e9',
      'a & b',
      '<|endoftext|>',
      'x\u0000',
      'x'.repeat(LONGEST_TEXT + 1),
      'x'.repeat(193),
    ])
      assert.ok(!same(refused), refused.slice(0, 20));
    for (const taken of ['', ' ', 'x'.repeat(192), 'ab '.repeat(LONGEST_TEXT / 3), "it's they'll we've i'd ',' don'ts"])
      assert.ok(same(taken), taken.slice(0, 20));
  }).timeout(60_000);
});

describe('Token engine', () => {
  it('runs without anything of Node, as in a browser', async () => {
    const { outputFiles } = await build({
      entryPoints: ['server/src/caption/clip/index.ts'],
      absWorkingDir: projectRoot,
      bundle: true,
      platform: 'browser',
      format: 'iife',
      globalName: 'clip',
      write: false,
      logLevel: 'silent',
    });
    const code = outputFiles[0]!.text;
    const context = vm.createContext({ TextDecoder, TextEncoder });
    const ids = vm.runInContext(
      `${code}; JSON.stringify(clip.encode('masterpiece, “best” quality'))`,
      context,
    ) as string;
    assert.deepEqual(JSON.parse(ids), encode('masterpiece, "best" quality'));
  });

  it('leaves the big tables of ftfy-js out of the bundle', async () => {
    const { outputFiles } = await build({
      entryPoints: ['server/src/caption/clip/index.ts'],
      absWorkingDir: projectRoot,
      bundle: true,
      minify: true,
      mainFields: ['module', 'main'],
      platform: 'node',
      write: false,
      logLevel: 'silent',
    });
    assert.ok(outputFiles[0]!.contents.length < 700_000, `${outputFiles[0]!.contents.length} bytes`);
  });
});
