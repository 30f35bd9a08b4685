import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { tagmetry, withFolder } from './run.ts';

const poses = ['standing', 'sitting', 'walking', 'running', 'lying'];
const places = ['beach', 'forest', 'street', 'kitchen', 'garden'];
const files: Record<string, string> = Object.fromEntries(
  Array.from({ length: 20 }, (_, n) => [
    [`10_qvzt girl/${n}.png`, ''],
    [
      `10_qvzt girl/${n}.txt`,
      `qvzt, 1girl, blue hair, red eyes, ${poses[n % 5]}, ${places[(n * 3) % 5]}${n % 3 === 0 ? ', hat' : ''}\n`,
    ],
  ]).flat(),
);

describe('tagmetry binding', () => {
  it('proposes, shows the effect, and writes nothing unasked', () =>
    withFolder(files, (folder) => {
      const { stdout, status } = tagmetry(['binding', folder, '--concept', 'character']);
      assert.equal(status, 0);
      assert.match(stdout, /prune blue hair: on 20\/20/);
      assert.match(stdout, /Pruning changes 20 captions/);
      assert.equal(readFileSync(path.join(folder, '10_qvzt girl/3.txt'), 'utf8'), files['10_qvzt girl/3.txt']);
    }));

  it('applies what it proposed and nothing else, and undo gives back every byte', () =>
    withFolder(files, (folder) => {
      const before = JSON.parse(tagmetry(['binding', folder, '--concept', 'character', '--json']).stdout);
      assert.equal(before.captionsToPrune.length, 20);
      const applied = tagmetry(['binding', folder, '--concept', 'character', '--apply']);
      assert.equal(applied.status, 0, applied.stderr);
      for (const [name, text] of Object.entries(files)) {
        if (!name.endsWith('.txt')) continue;
        const now = readFileSync(path.join(folder, name), 'utf8');
        assert.equal(now, text.replace('blue hair, red eyes, ', ''), name);
      }
      assert.equal(tagmetry(['undo', folder]).status, 0);
      for (const [name, text] of Object.entries(files))
        if (name.endsWith('.txt')) assert.equal(readFileSync(path.join(folder, name), 'utf8'), text, name);
    }));

  it('asks what the concept is before it applies, and names an unknown trigger', () =>
    withFolder(files, (folder) => {
      assert.match(tagmetry(['binding', folder, '--apply']).stderr, /--apply needs --concept/);
      assert.match(tagmetry(['binding', folder, '--trigger', 'nobody']).stderr, /No concept has the trigger "nobody"/);
      assert.match(tagmetry(['binding', folder]).stdout, /Say what it is with --concept/);
    }));
});
