import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { append, largest } from '../../server/src/ground/append.ts';
import { projectRoot } from '../shared.ts';

describe('lists of any length', () => {
  it('are added with append: spread into push they are arguments, of which a call takes about a hundred thousand', () => {
    const server = path.join(projectRoot, 'server', 'src');
    const files = readdirSync(server, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
    assert.ok(files.length > 300);
    assert.deepEqual(
      files.filter((file) => /\.(?:push|unshift)\(\s*\.\.\./.test(readFileSync(path.join(server, file), 'utf8'))),
      [],
    );
  });
  it('are added and measured whole', () => {
    const long = Array.from({ length: 1_000_000 }, (_, n) => n);
    const into = [-1];
    append(into, long);
    assert.equal(into.length, long.length + 1);
    assert.equal(largest(into), 999_999);
    assert.equal(largest([]), Number.NEGATIVE_INFINITY);
  });
});
