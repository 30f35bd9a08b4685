import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { lockFile } from '../../server/src/workspace/lock.ts';
import { nodeWorkspace } from '../../server/src/workspace/node.ts';
import { FileProblem } from '../../server/src/workspace/workspace.ts';

const long = 60_000;

describe('the lock of a dataset', () => {
  let folder = '';
  let file = '';
  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'tagmetry-lock-'));
    file = path.join(folder, 'lock');
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  /** Takes the lock and gives it back: nothing is left over. */
  const isTaken = async (): Promise<void> => {
    await (await nodeWorkspace.lock(file, long))();
    assert.deepEqual(await readdir(folder), []);
  };

  const left: Readonly<Record<string, () => Promise<void>>> = {
    'of a process that is gone': () =>
      writeFile(file, JSON.stringify({ pid: 2 ** 22 + 1, host: os.hostname(), id: 'x' })),
    'of nobody, from long ago': async () => {
      await writeFile(file, 'x');
      await utimes(file, 0, 0);
    },
  };
  for (const [what, lay] of Object.entries(left))
    it(`${what} is taken over`, async () => {
      await lay();
      await isTaken();
    });

  it('of a process that has ended and is not asked after by its parent is taken over at once', async function () {
    if (process.platform !== 'linux') this.skip();
    // The shell becomes a program that never asks after the child it began.
    const parent = spawn('sh', ['-c', 'sleep 0.2 & echo $!; exec sleep 60'], { stdio: ['ignore', 'pipe', 'ignore'] });
    try {
      const [said] = await once(parent.stdout, 'data');
      const pid = Number(String(said));
      while (!(await readFile(`/proc/${pid}/stat`, 'latin1')).includes(') Z ')) await sleep(20);
      await writeFile(file, JSON.stringify({ pid, host: os.hostname(), id: 'x' }));
      await (await nodeWorkspace.lock(file, 5000))();
      assert.doesNotThrow(() => process.kill(pid, 0));
    } finally {
      parent.kill();
    }
  });

  it('of a clock that goes ahead is taken over once nothing was heard of it for long', async () => {
    await writeFile(file, JSON.stringify({ pid: 1, host: 'elsewhere', id: 'x' }));
    const ahead = new Date(Date.now() + 1e9);
    await utimes(file, ahead, ahead);
    await assert.rejects(lockFile(file, 500, 2000), { reason: 'locked' });
    await (await lockFile(file, long, 500))();
    assert.deepEqual(await readdir(folder), []);
  });

  const others: Readonly<Record<string, () => Promise<unknown> | unknown>> = {
    'a folder': () => mkdir(file),
    'a named pipe': () => execFileSync('mkfifo', [file]),
    'a link to a device': () => symlink('/dev/zero', file),
    'a link to a folder': () => symlink(folder, file),
  };
  for (const [what, lay] of Object.entries(others))
    it(`is not waited for where ${what} has its name`, async function () {
      if (process.platform === 'win32') this.skip();
      await lay();
      await assert.rejects(nodeWorkspace.lock(file, long), (error) => {
        assert.ok(error instanceof FileProblem);
        return error.reason === 'EISDIR' || error.reason === 'not a file';
      });
    });

  it('is refused while somebody holds it, and given afterwards', async () => {
    const release = await nodeWorkspace.lock(file, long);
    await assert.rejects(nodeWorkspace.lock(file, 50), { reason: 'locked' });
    await release();
    await isTaken();
  });
});
