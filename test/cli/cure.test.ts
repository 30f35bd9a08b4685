import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { greyPng } from '../support/png.ts';
import { tagmetry, withFolder } from './run.ts';

const poses = ['standing', 'sitting', 'walking', 'running'];
const captionOf = (at: number): string =>
  `qvzt, 1girl, ${poses[at % 4]}, tag${'abcdefghijklmnopqrstuvwxyz'[at % 26]} ${at % 3 ? 'beach' : 'forest'}\n`;

/** Pictures, and copies of the first one with captions of their own. */
const files: Record<string, string | Uint8Array> = {};
for (let at = 0; at < 20; at++) {
  files[`1_qvzt girl/${at}.png`] = greyPng(64, 64, at < 12 ? at + 1 : 1);
  files[`1_qvzt girl/${at}.txt`] = captionOf(at);
}
const unchanged = (folder: string): boolean =>
  Object.entries(files).every(
    ([name, content]) =>
      existsSync(path.join(folder, name)) && readFileSync(path.join(folder, name)).equals(Buffer.from(content)),
  );

describe('tagmetry cure', () => {
  it('writes nothing unasked, makes its steps with --apply, and undo brings every file back', function () {
    this.timeout(120_000);
    withFolder(files, (folder) => {
      const run = ['cure', folder, '--no-progress', '--trials', '12'];
      const plan = JSON.parse(tagmetry([...run, '--json']).stdout);
      assert.ok(plan.steps.length > 0 && unchanged(folder));
      assert.match(tagmetry([...run, '--apply', '--step', '30']).stderr, /There is no step 30/);
      assert.ok(unchanged(folder));
      const applied = tagmetry([...run, '--apply']);
      assert.match(applied.stderr, /undo/);
      assert.ok(!unchanged(folder));
      // One undo takes back edits and moves.
      assert.equal(tagmetry(['undo', folder]).status, 0);
      assert.ok(unchanged(folder));
    });
  });
});
