import assert from 'node:assert/strict';
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { linkSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { asideFolder } from '../../server/src/bulk/journals.ts';
import { MoveAside } from '../../server/src/bulk/move-aside.ts';
import { CaptionWriter } from '../../server/src/bulk/writer.ts';
import { nodeWorkspace } from '../../server/src/workspace/node.ts';
import { projectRoot } from '../shared.ts';
import type { Order } from './writer-child.ts';

/** More with TAGMETRY_KILLS and TAGMETRY_PAIRS. */
const kills = Number(process.env.TAGMETRY_KILLS ?? 10);
const pairs = Number(process.env.TAGMETRY_PAIRS ?? 50);

const captions = 30;
const names = Array.from({ length: captions }, (_, n) => `c${n}.txt`);

interface Place {
  readonly root: string;
  readonly state: string;
  readonly close: () => void;
}

/** A dataset whose captions have some kilobytes; every third has a second name elsewhere, so that it is written in place. */
function dataset(): Place {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'tagmetry-kill-'));
  const root = path.join(folder, 'set');
  mkdirSync(root);
  for (const [n, name] of names.entries()) {
    writeFileSync(path.join(root, name), textOf(name));
    if (n % 3 === 0) linkSync(path.join(root, name), path.join(folder, `other-${name}`));
  }
  return { root, state: path.join(folder, 'state'), close: () => rmSync(folder, { recursive: true, force: true }) };
}

const textOf = (name: string): string => `${name}, `.repeat(2000);

async function child({ root, state }: Place): Promise<ChildProcess> {
  const script = path.join(projectRoot, 'test', 'bulk', 'writer-child.ts');
  const started = fork(script, [root, state], { execArgv: ['--import', 'tsx'], stdio: 'inherit' });
  await once(started, 'message');
  return started;
}

const tell = (process: ChildProcess, order: Order): void => void process.send(order);

/** Lets a process work, kills it after a while, and waits until it is gone. */
async function killWhile(place: Place, order: Order): Promise<void> {
  const writing = await child(place);
  tell(writing, order);
  await once(writing, 'message');
  await sleep(Math.random() * 120);
  const gone = once(writing, 'exit');
  writing.kill('SIGKILL');
  await gone;
}

const listed = (folder: string): string[] => readdirSync(folder).sort();

describe('a change of captions that is killed', function () {
  this.timeout(0);
  it('leaves each caption old or new, nothing else, and can be undone to the last byte', async () => {
    for (let kill = 0; kill < kills; kill++) {
      const place = dataset();
      try {
        await killWhile(place, { do: 'edit', files: names, text: 'added' });
        const writer = new CaptionWriter(nodeWorkspace, place.state);
        await writer.recover(place.root);
        assert.deepEqual(listed(place.root), [...names].sort(), 'nothing is left over');
        for (const name of names) {
          const now = readFileSync(path.join(place.root, name), 'utf8');
          assert.ok(now === textOf(name) || now === `${textOf(name)}added`, `${name}: ${now.length} bytes`);
        }
        while ((await writer.undo(place.root)).kind === 'undone');
        for (const name of names) assert.equal(readFileSync(path.join(place.root, name), 'utf8'), textOf(name));
      } finally {
        place.close();
      }
    }
  });
  it('loses no file that was being moved', async () => {
    for (let kill = 0; kill < kills; kill++) {
      const place = dataset();
      try {
        await killWhile(place, { do: 'move', files: names, text: '' });
        while ((await new MoveAside(nodeWorkspace, place.state).undo(place.root)) !== null);
        assert.deepEqual(listed(place.root), [...names].sort());
        for (const name of names) assert.equal(readFileSync(path.join(place.root, name), 'utf8'), textOf(name));
      } finally {
        place.close();
        rmSync(asideFolder(place.root), { recursive: true, force: true });
      }
    }
  });
});

describe('two processes that change one dataset at once', function () {
  this.timeout(0);
  it('wait for each other, and both changes can be undone', async () => {
    const place = dataset();
    const both = await Promise.all([child(place), child(place)]);
    try {
      const halves = [names.slice(0, captions / 2), names.slice(captions / 2)];
      const writer = new CaptionWriter(nodeWorkspace, place.state);
      for (let pair = 0; pair < pairs; pair++) {
        const done = Promise.all(both.map((process) => once(process, 'message')));
        for (const [at, process] of both.entries())
          tell(process, { do: 'edit once', files: halves[at], text: `by ${at}` });
        await done;
        for (const [at, half] of halves.entries())
          for (const name of half)
            assert.equal(readFileSync(path.join(place.root, name), 'utf8'), `${textOf(name)}by ${at}`);
        const titles = [await writer.undo(place.root), await writer.undo(place.root)].map(({ title }) => title);
        assert.deepEqual(titles.sort(), ['by 0', 'by 1']);
        for (const name of names) assert.equal(readFileSync(path.join(place.root, name), 'utf8'), textOf(name));
      }
    } finally {
      for (const process of both) process.kill('SIGKILL');
      place.close();
    }
  });
});
