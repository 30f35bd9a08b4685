import assert from 'node:assert/strict';
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CaptionWriter } from '../../server/src/bulk/writer.ts';
import { nodeWorkspace } from '../../server/src/workspace/node.ts';
import { projectRoot } from '../shared.ts';
import { volatileFolder } from '../support/volatile.ts';
import type { Order } from './writer-child.ts';

/** Pairs of changes at once. */
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
  const folder = volatileFolder('tagmetry-pairs-');
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
        for (const [at, process] of both.entries()) tell(process, { files: halves[at], text: `by ${at}` });
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
