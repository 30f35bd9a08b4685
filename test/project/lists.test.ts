// Lists of tags lose the blanks and lines that are for people when they are bundled, and say the same.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { listOf, searchable } from '../../server/src/tags/data/list.ts';
import { compact } from '../../tools/build/plugins.mjs';
import { projectRoot } from '../shared.ts';

const compacted = (text: string): string => compact(`\`${text}\``).slice(1, -1);

describe('lists in bundles', () => {
  it('have the entries that are written', () => {
    const folder = path.join(projectRoot, 'server/src/tags/data');
    let lists = 0;
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.ts'),
    ))
      for (const [, text = ''] of readFileSync(path.join(folder, name), 'utf8').matchAll(/= `([^`$]*)`/g)) {
        assert.deepEqual(listOf(compacted(text)), listOf(text), name);
        for (const [at, line] of text.split('\n').entries())
          if (/^[^,]+: /.test(line)) assert.deepEqual(listOf(compacted(text).split('\n')[at]!), listOf(line), name);
        lists++;
      }
    assert.ok(lists > 20);
  });

  it('are read alike however they are spaced', () => {
    const piece = fc.constantFrom('a', 'long hair', ',', ', ', ',\n', '\n', ' ', ',,', 'x: y');
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const entries = pieces
          .join('')
          .split(',')
          .map((entry) => entry.trim())
          .filter((entry) => entry !== '');
        assert.deepEqual(listOf(pieces.join('')), entries);
        assert.equal(searchable(pieces.join('')), `,${entries.join(',')},`);
      }),
    );
  });
});
