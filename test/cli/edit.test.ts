import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { tagmetry, withFolder } from './run.ts';

describe('tagmetry edit', () => {
  let state = '';
  before(() => {
    state = mkdtempSync(path.join(os.tmpdir(), 'tagmetry-'));
    process.env.TAGMETRY_STATE = state;
  });
  after(() => {
    delete process.env.TAGMETRY_STATE;
    rmSync(state, { recursive: true, force: true });
  });
  const files = { 'a.png': '', 'a.txt': '\ufeffohwx, smile\r\n', 'b.png': '', 'b.txt': 'ohwx, night' };
  const read = (folder: string, name: string): string => readFileSync(path.join(folder, name), 'utf8');

  it('shows what would change, changes it, and takes it back', () => {
    withFolder(files, (folder) => {
      const dry = tagmetry(['edit', folder, '--filter', 'has:smile', '--add', 'day', '--dry-run']);
      assert.equal(dry.stdout, 'a.txt\n- ohwx, smile\r\n\n+ ohwx, smile, day\r\n\n');
      assert.equal(read(folder, 'a.txt'), files['a.txt']);
      assert.equal(tagmetry(['edit', folder, '--filter', 'has:smile', '--add', 'day']).status, 0);
      assert.equal(read(folder, 'a.txt'), '\ufeffohwx, smile, day\r\n');
      assert.equal(read(folder, 'b.txt'), files['b.txt']);
      assert.equal(tagmetry(['undo', folder]).status, 0);
      assert.equal(read(folder, 'a.txt'), files['a.txt']);
      assert.equal(tagmetry(['undo', folder]).status, 1);
    });
  });
  it('does not undo what was changed since', () => {
    withFolder(files, (folder) => {
      tagmetry(['edit', folder, '--replace', 'ohwx', 'zkz']);
      writeFileSync(path.join(folder, 'b.txt'), 'mine');
      const undo = tagmetry(['undo', folder]);
      assert.equal(undo.status, 1);
      assert.match(undo.stderr, /b\.txt/);
      // What was not changed is taken back all the same, and what is left is named.
      assert.equal(read(folder, 'a.txt'), files['a.txt']);
      assert.equal(read(folder, 'b.txt'), 'mine');
    });
  });
  it('cannot run without exactly one change or with a filter it does not understand', () => {
    withFolder(files, (folder) => {
      assert.equal(tagmetry(['edit', folder]).status, 2);
      assert.equal(tagmetry(['edit', folder, '--deduplicate', '--remove', 'x']).status, 2);
      assert.equal(tagmetry(['edit', folder, '--filter', 'tokens>x', '--deduplicate']).status, 2);
    });
  });
});
