import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { greyPng } from '../support/png.ts';
import { tagmetry, withFolder } from './run.ts';

const git = (folder: string, ...args: string[]): string => {
  const { status, stdout, stderr } = spawnSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  assert.equal(status, 0, stderr);
  return stdout;
};
const set = { 'set/a.png': '', 'set/a.txt': 'hat,, coat', 'set/b.png': '', 'set/b.txt': 'hat, scarf' };

describe('tagmetry audit, narrowed', () => {
  it('tells only what the baseline does not know', () => {
    withFolder(set, (folder) => {
      const data = path.join(folder, 'set');
      const baseline = path.join(folder, 'known.json');
      assert.equal(tagmetry(['audit', data, '--baseline', baseline]).status, 2);
      assert.equal(tagmetry(['audit', data, '--write-baseline']).status, 2);
      const written = tagmetry(['audit', data, '--baseline', baseline, '--write-baseline', '--fail-on', 'hint']);
      assert.equal(written.status, 0, written.stderr);
      assert.equal(JSON.parse(readFileSync(baseline, 'utf8')).version, 1);
      assert.equal(tagmetry(['audit', data, '--baseline', baseline, '--fail-on', 'hint']).status, 0);
      // The baseline is not of one language.
      assert.equal(tagmetry(['--lang', 'ja', 'audit', data, '--baseline', baseline, '--fail-on', 'hint']).status, 0);
      writeFileSync(path.join(data, 'b.txt'), 'hat,, scarf');
      assert.equal(tagmetry(['audit', data, '--baseline', baseline, '--fail-on', 'hint']).status, 1);
      writeFileSync(baseline, '{}');
      assert.match(tagmetry(['audit', data, '--baseline', baseline]).stderr, /not a baseline/);
    });
  });

  it('tells what changed since a revision, and how the numbers moved', () => {
    withFolder(set, (folder) => {
      git(folder, 'init', '-q');
      git(folder, 'add', '.');
      git(folder, 'commit', '-qm', 'first');
      const data = path.join(folder, 'set');
      const report = (...args: string[]) => {
        const { stdout, stderr } = tagmetry(['audit', data, '--format', 'json', ...args]);
        assert.notEqual(stdout, '', stderr);
        return JSON.parse(stdout);
      };
      const still = report('--changed-since', 'HEAD');
      assert.deepEqual(
        still.findings.filter((f: { file: string }) => f.file !== ''),
        [],
      );
      assert.deepEqual(still.delta, []);
      writeFileSync(path.join(data, 'b.txt'), 'hat,, scarf, 帽子');
      writeFileSync(path.join(data, 'c.txt'), 'another,, caption');
      writeFileSync(path.join(data, 'c.png'), greyPng(64, 64));
      const changed = report('--changed-since', 'HEAD');
      const files = new Set(changed.findings.map((f: { file: string }) => f.file));
      assert.ok(files.has('b.txt') && files.has('c.txt') && !files.has('a.txt'));
      assert.equal(changed.narrowed.changedSince, 'HEAD');
      const moved = Object.fromEntries(changed.delta.map((d: { metric: string }) => [d.metric, d]));
      assert.equal(moved.captions.before, 2);
      assert.equal(moved.captions.after, 3);
      assert.equal(git(folder, 'status', '--porcelain', '-z', '--untracked-files=all').split('\0').length, 4);
      for (const revision of ['no-such-revision', '--output=x', '', 'a\nb']) {
        const unknown = tagmetry(['audit', data, '--changed-since', revision]);
        assert.equal(unknown.status, 2);
        assert.equal(unknown.stdout, '');
        assert.match(unknown.stderr, /^tagmetry: There is no revision ".*" in the repository of \/[^\n]*set\.\n$/);
      }
      const japanese = tagmetry(['--lang', 'ja', 'audit', data, '--changed-since', 'nowhere']);
      assert.match(japanese.stderr, /リビジョン「nowhere」はありません/);
    });
  });

  it('says of a shallow clone that older revisions are not there', () => {
    withFolder(set, (folder) => {
      for (const args of [
        ['init', '-q'],
        ['add', '.'],
        ['commit', '-qm', 'first'],
        ['commit', '-qm', 'second', '--allow-empty'],
      ])
        git(folder, ...args);
      const clone = path.join(folder, 'clone');
      git(folder, 'clone', '-q', '--depth', '1', pathToFileURL(folder).href, clone);
      const result = tagmetry(['audit', clone, '--changed-since', 'HEAD~1']);
      assert.equal(result.status, 2);
      assert.match(result.stderr, /no revision "HEAD~1".*shallow/);
    });
  });

  it('says that git is not there', () => {
    withFolder(set, (folder) => {
      const result = tagmetry(['audit', folder, '--changed-since', 'HEAD'], '', { PATH: folder, Path: folder });
      assert.equal(result.status, 2);
      assert.match(result.stderr, /git was not found/);
    });
  });

  it('says that a folder is in no repository', () => {
    withFolder(set, (folder) => {
      const result = tagmetry(['audit', folder, '--changed-since', 'HEAD'], '', {
        GIT_CEILING_DIRECTORIES: path.dirname(folder),
      });
      assert.equal(result.status, 2);
      assert.match(result.stderr, /git: .*repository/);
    });
  });
});

describe('tagmetry explain', () => {
  it('prints the page of a rule and the advice of a failure mode', () => {
    assert.match(tagmetry(['explain', 'token-truncation']).stdout, /^# token-truncation\n[\s\S]*## Why/);
    const mode = tagmetry(['explain', 'memorization']).stdout;
    assert.match(mode, /near-duplicate/);
    assert.match(mode, /## What to change in the data/);
    assert.match(tagmetry(['--lang', 'ja', 'explain', 'memorization']).stdout, /過学習/);
  });
  it('offers similar names for one it does not know', () => {
    const result = tagmetry(['explain', 'token-truncaton']);
    assert.equal(result.status, 2);
    assert.match(result.stderr, /Similar: token-truncation/);
    assert.match(tagmetry(['explain', 'memorisation']).stderr, /memorization/);
  });
});
