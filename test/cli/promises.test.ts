import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  existsSync,
  linkSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { projectRoot } from '../shared.ts';
import { tagmetry, withFolder } from './run.ts';

const isRoot = process.getuid?.() === 0;
const isWindows = process.platform === 'win32';
const cli = path.join(projectRoot, 'dist', 'cli.cjs');

describe('the command line loses nothing', () => {
  let state = '';
  beforeEach(() => {
    state = mkdtempSync(path.join(os.tmpdir(), 'tagmetry-state-'));
  });
  afterEach(() => rmSync(state, { recursive: true, force: true }));
  const run = (...args: string[]) => tagmetry(args, '', { TAGMETRY_STATE: state });
  const read = (folder: string, name: string): string => readFileSync(path.join(folder, name), 'utf8');
  const abc = { 'a.png': '', 'a.txt': 'a', 'b.png': '', 'b.txt': 'b', 'c.png': '', 'c.txt': 'c' };
  const journals = (): string[] => {
    const [folder] = readdirSync(path.join(state, 'bulk'));
    return readdirSync(path.join(state, 'bulk', folder))
      .filter((name) => name.endsWith('.json'))
      .map((name) => path.join(state, 'bulk', folder, name));
  };

  it('undoes fixes like edits, all captions of one run at once', () =>
    withFolder({ ...abc, 'a.txt': '\ufeffa,,  a , b', 'b.txt': 'b,,' }, (folder) => {
      run('audit', folder, '--fix-rule', 'duplicate-tag', 'empty-tag', 'byte-order-mark', '--fail-on', 'never');
      assert.equal(read(folder, 'a.txt'), 'a, b');
      assert.equal(run('undo', folder).status, 0);
      assert.deepEqual([read(folder, 'a.txt'), read(folder, 'b.txt')], ['\ufeffa,,  a , b', 'b,,']);
      run('audit', folder, '--fix', '--fail-on', 'never');
      assert.notEqual(read(folder, 'b.txt'), 'b,,');
      run('undo', folder);
      assert.equal(read(folder, 'b.txt'), 'b,,');
    }));
  it('takes no last tag away without being told', () =>
    withFolder({ ...abc, 'b.txt': 'BREAK' }, (folder) => {
      const removed = run('edit', folder, '--remove', 'a', 'c');
      assert.equal(removed.status, 1);
      assert.match(removed.stderr, /a\.txt was not changed.*an empty file stops training/);
      assert.deepEqual([read(folder, 'a.txt'), read(folder, 'c.txt')], ['a', 'c']);
      assert.equal(run('edit', folder, '--replace', 'a', '').status, 1);
      assert.equal(run('edit', folder, '--replace-text', '.*', '', '--regex').status, 1);
      run('audit', folder, '--fix-rule', 'prompt-syntax', '--fail-on', 'never');
      assert.deepEqual([read(folder, 'a.txt'), read(folder, 'b.txt')], ['a', 'BREAK']);
      assert.equal(run('edit', folder, '--remove', 'a', '--allow-empty').status, 0);
      assert.equal(read(folder, 'a.txt'), '');
      run('undo', folder);
      assert.equal(read(folder, 'a.txt'), 'a');
    }));
  it('writes nothing where a change cannot be noted, and says where that was to be', () =>
    withFolder(abc, (folder) => {
      const file = path.join(state, 'file');
      writeFileSync(file, '');
      const places = [
        path.join(file, 'below'),
        ...(existsSync('/proc/self') ? ['/proc/tagmetry', '/proc/self/x'] : []),
      ];
      const refused = [...places.map((place) => [place, 'edit', folder, '--add', 'x']), [places[0], 'undo', folder]];
      for (const [place, ...command] of refused as [string, ...string[]][]) {
        const { status, stderr } = tagmetry(command, '', { TAGMETRY_STATE: place });
        assert.equal(status, 2, stderr);
        assert.match(stderr, /nothing can be written there.*TAGMETRY_STATE.*Nothing was changed/);
        assert.ok(!stderr.includes('    at '), stderr);
      }
      assert.deepEqual([read(folder, 'a.txt'), read(folder, 'b.txt')], ['a', 'b']);
      // What only reads goes on without it.
      const audit = tagmetry(['audit', folder], '', { TAGMETRY_STATE: places[0] as string });
      assert.equal(audit.stderr, '');
      assert.match(audit.stdout, /captions 3/);
    }));
  it('renames of near misses are undone with the fixes of their run', () =>
    withFolder({ ...abc, 'd.png': '', 'd.TXT': 'd', 'b.txt': 'b, b' }, (folder) => {
      run('audit', folder, '--fix-rule', 'orphan-caption', 'duplicate-tag', '--fail-on', 'never');
      assert.deepEqual([read(folder, 'd.txt'), read(folder, 'b.txt')], ['d', 'b']);
      assert.equal(run('undo', folder).status, 0);
      assert.deepEqual([read(folder, 'd.TXT'), read(folder, 'b.txt')], ['d', 'b, b']);
      assert.equal(existsSync(path.join(folder, 'd.txt')), false);
    }));
  it('puts in order what an interrupted change left, before it audits', () =>
    withFolder(abc, (folder) => {
      run('edit', folder, '--add', 'new tag');
      const [journal] = journals() as [string];
      writeFileSync(journal.replace(/json$/, 'open'), '');
      writeFileSync(path.join(folder, 'b.txt'), 'b, new');
      writeFileSync(path.join(folder, '.tagmetry-0123456789ab.tmp'), 'half');
      run('audit', folder, '--fail-on', 'never');
      assert.equal(read(folder, 'b.txt'), 'b');
      assert.deepEqual(
        readdirSync(folder).filter((name) => name.startsWith('.')),
        [],
      );
      assert.equal(existsSync(journal.replace(/json$/, 'open')), false);
    }));
  it('undoes what it can, says what is left, and undoes that when it can', function () {
    // Windows: a read-only file is one there too, but the temporary folder cannot be removed with it.
    if (isWindows) this.skip();
    withFolder(abc, (folder) => {
      run('edit', folder, '--add', 'new');
      chmodSync(path.join(folder, 'b.txt'), 0o444);
      const undo = run('undo', folder);
      assert.equal(undo.status, 1);
      assert.match(undo.stderr, /b\.txt was not undone: it is read-only/);
      assert.match(undo.stderr, /Undone in part.*2 captions, 1 is left/);
      assert.deepEqual([read(folder, 'a.txt'), read(folder, 'b.txt'), read(folder, 'c.txt')], ['a', 'b, new', 'c']);
      assert.equal(run('undo', folder).status, 1);
      chmodSync(path.join(folder, 'b.txt'), 0o644);
      assert.equal(run('undo', folder).status, 0);
      assert.equal(read(folder, 'b.txt'), 'b');
      const nothing = run('undo', folder);
      assert.equal(nothing.status, 1);
      assert.match(nothing.stderr, /There is no change to undo/);
    });
  });
  it('passes over a damaged journal, and never writes outside the folder', () =>
    withFolder({ ...abc, 'victim/secret.md': 'secret' }, (folder) => {
      run('edit', folder, '--add', 'x');
      run('edit', folder, '--add', 'y');
      truncateSync(journals()[1], 50);
      // The captions are as the damaged one left them: the older one cannot be undone, and both are named.
      const undo = run('undo', folder);
      assert.match(undo.stderr, /00000002\.json cannot be used/);
      assert.match(undo.stderr, /a\.txt was not undone: it was changed since/);
      assert.equal(read(folder, 'a.txt'), 'a, x, y');
    }));
  it('keeps mode, owner and other names of a file, whatever the mask', function () {
    if (isWindows) this.skip();
    withFolder(abc, (folder) => {
      const at = (name: string): string => path.join(folder, name);
      chmodSync(at('a.txt'), 0o666);
      if (isRoot) chownSync(at('b.txt'), 65534, 65534);
      linkSync(at('c.txt'), at('other.md'));
      const before = ['a.txt', 'b.txt', 'c.txt'].map((name) => statSync(at(name)));
      run('edit', folder, '--add', 'x');
      for (const [n, name] of ['a.txt', 'b.txt', 'c.txt'].entries()) {
        const now = statSync(at(name));
        assert.deepEqual(
          [now.mode, now.uid, now.gid, now.nlink],
          [before[n].mode, before[n].uid, before[n].gid, before[n].nlink],
          name,
        );
      }
      assert.equal(read(folder, 'other.md'), 'c, x');
      run('undo', folder);
      assert.equal(read(folder, 'other.md'), 'c');
    });
  });
  it('edits files whose names have the most bytes a name may have', function () {
    if (isWindows) this.skip();
    for (const stem of ['x'.repeat(251), '日'.repeat(83), `.${'é'.repeat(120)}`.slice(1)])
      withFolder({ [`${stem}.png`]: '', [`${stem}.txt`]: 'a' }, (folder) => {
        assert.equal(run('edit', folder, '--add', 'b').status, 0);
        assert.equal(read(folder, `${stem}.txt`), 'a, b');
        assert.equal(run('undo', folder).status, 0);
        assert.equal(readdirSync(folder).length, 2);
      });
  });
  it('keeps its journals in the usual place when it is told none', () =>
    withFolder({ ...abc, 'home/x': '' }, (folder) => {
      const home = path.join(folder, 'home');
      const env = { TAGMETRY_STATE: '', HOME: home, USERPROFILE: home, LOCALAPPDATA: '', XDG_STATE_HOME: '' };
      const there = existsSync('/bulk');
      assert.equal(tagmetry(['edit', folder, '--add', 'x'], '', env).status, 0);
      assert.ok(there || !existsSync('/bulk'));
      assert.ok(readdirSync(home).length > 1);
      assert.equal(tagmetry(['undo', folder], '', env).status, 0);
    }));
  it('makes two edits at the same time one after the other', async () => {
    const files: Record<string, string> = {};
    for (let n = 1; n <= 20; n++) Object.assign(files, { [`a${n}.png`]: '', [`a${n}.txt`]: 'tag, '.repeat(20_000) });
    const folder = mkdtempSync(path.join(os.tmpdir(), 'tagmetry-pair-'));
    for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
    try {
      const edit = (...args: string[]) => {
        const env = { ...process.env, TAGMETRY_STATE: state };
        return once(spawn(process.execPath, [cli, 'edit', folder, ...args], { env, stdio: 'ignore' }), 'exit');
      };
      const codes = await Promise.all([
        edit('--filter', 'file:a1*', '--add', 'AAA'),
        edit('--filter', 'not file:a1*', '--add', 'BBB'),
      ]);
      assert.deepEqual(codes.flat().filter(Number), []);
      assert.equal(journals().length, 2);
      assert.deepEqual([run('undo', folder).status, run('undo', folder).status, run('undo', folder).status], [0, 0, 1]);
      for (const [name, text] of Object.entries(files)) assert.equal(read(folder, name), text);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe('the command line waits for nothing that never ends', () => {
  it('opens no pipe and no device, whatever names it', function () {
    if (isWindows) this.skip();
    withFolder({ 'a.png': '', 'a.txt': 'ohwx, red', 'b.png': '' }, (folder) => {
      const at = (name: string): string => path.join(folder, name);
      const audit = (...args: string[]) => tagmetry(['audit', folder, '--fail-on', 'never', ...args]);
      execFileSync('mkfifo', [at('.tagmetry.json'), at('b.txt'), at('list.csv'), at('c.png'), at('train.toml')]);
      assert.match(audit().stderr, /\.tagmetry\.json cannot be read \(it is no regular file\)/);
      rmSync(at('.tagmetry.json'));
      symlinkSync('/dev/zero', at('.tagmetry.json'));
      assert.match(audit().stderr, /no regular file/);
      rmSync(at('.tagmetry.json'));
      for (const target of [at('list.csv'), '/dev/zero', '/dev/stdin']) {
        writeFileSync(at('.tagmetry.json'), JSON.stringify({ tagList: [target], config: target }));
        assert.match(audit().stderr, /no regular file/);
      }
      symlinkSync('/dev/zero', at('d.txt'));
      writeFileSync(at('d.png'), '');
      assert.equal(audit().status, 0);
      assert.equal(tagmetry(['audit', folder, '--baseline', '/dev/zero']).status, 2);
    });
  });
});

describe('what is shown in a terminal', () => {
  it('has no control characters of captions, names or messages', function () {
    if (isWindows) this.skip();
    const name = 'a\u001b[31m\u202e\n';
    withFolder({ [`${name}.png`]: '', [`${name}.txt`]: 'x\u001b]0;title\u0007, y\u009b31m, \u202ez' }, (folder) => {
      for (const args of [
        ['edit', folder, '--add', '\u001b[5mq', '--dry-run'],
        ['edit', folder, '--remove', 'none'],
        ['audit', folder],
        ['audit', folder, '--fix'],
        ['audit', '/no/\u001b[31msuch'],
        ['audit', folder, '--rule', '\u001b[31m=off'],
      ]) {
        const { stdout, stderr } = tagmetry(args, '', { TAGMETRY_STATE: path.join(folder, '.state') });
        assert.doesNotMatch(stdout + stderr, /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202e]/, args.join(' '));
      }
    });
  });
  it('says of a name that is not UTF-8 that the name is, not the caption', function () {
    if (process.platform !== 'linux') this.skip();
    withFolder({ 'a.png': '', 'a.txt': 'a' }, (folder) => {
      const odd = (end: string) => Buffer.concat([Buffer.from(`${folder}/b`), Buffer.from([0xff]), Buffer.from(end)]);
      writeFileSync(odd('.txt'), 'b');
      writeFileSync(odd('.png'), readFileSync(path.join(folder, 'a.png')));
      const { stderr } = tagmetry(['edit', folder, '--add', 'x', '--dry-run']);
      assert.match(stderr, /its name is not UTF-8/);
    });
  });
});

describe('exit codes', () => {
  it('of output that cannot be written is 2', function () {
    if (process.platform !== 'linux') this.skip();
    withFolder({ 'a.png': '', 'a.txt': 'a' }, (folder) => {
      const full = spawnSync('sh', ['-c', `"${process.execPath}" "${cli}" audit "${folder}" > /dev/full`], {
        encoding: 'utf8',
      });
      assert.equal(full.status, 2);
      assert.match(full.stderr, /output/i);
    });
  });
  it('of a run whose reader has what it wants is that of what was found, and a slow reader gets all of it', function () {
    if (isWindows) this.skip();
    const captions = Array.from({ length: 1500 }, (_, at) => [
      [`${at}.png`, ''],
      [`${at}.txt`, `cat ${at}, cat ${at}`],
    ]).flat();
    withFolder(
      Object.fromEntries(captions.map(([name, text]) => [name!, text === '' ? 'no image' : text!])),
      (folder) => {
        const run = (reader: string) =>
          spawnSync(
            'bash',
            [
              '-c',
              `"${process.execPath}" "${cli}" audit "${folder}" --all | ${reader}; echo "status \${PIPESTATUS[0]}"`,
            ],
            { encoding: 'utf8', maxBuffer: 1 << 28 },
          ).stdout;
        assert.match(run('head -n 1'), /\nstatus 1\n$/);
        const slow = run('(sleep 2; cat)');
        assert.ok(slow.length > 200_000, `${slow.length}`);
        assert.equal(slow, run('cat'));
      },
    );
  });
  it('of a run that was interrupted is 130', async function () {
    if (isWindows) this.skip();
    const run = spawn(process.execPath, [cli, 'tokens'], { stdio: ['pipe', 'pipe', 'ignore'] });
    const gone = once(run, 'exit');
    run.stdin.write('a cat\n');
    await once(run.stdout, 'data');
    run.kill('SIGINT');
    assert.deepEqual(await gone, [130, null]);
  });
});
