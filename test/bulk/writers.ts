import { spawn } from 'node:child_process';
import { linkSync } from 'node:fs';
import path from 'node:path';
import * as protocol from '../../server/src/lsp/protocol.ts';
import { TestClient } from '../protocol/client.ts';
import { projectRoot } from '../shared.ts';
import { greyPng } from '../support/png.ts';
import { type Place, put, type Running, type Writer } from './killed.ts';

/** Images with captions of a kilobyte; every third caption has a second name beside the dataset, so that it is written in place. */
function dataset(place: Place, count: number, text: (n: number) => string | Uint8Array, extension = '.txt'): void {
  for (let n = 0; n < count; n++) {
    put(place, { [`c${n}.png`]: greyPng(64, 64, n + 1), [`c${n}${extension}`]: text(n) });
    if (n % 3 === 0) linkSync(path.join(place.root, `c${n}${extension}`), path.join(place.folder, `other-${n}`));
  }
}

const tagsOf = (n: number): string => Array.from({ length: 60 }, (_, at) => `tag ${n} ${at}`).join(', ');

/** The built command line at work. */
function command(...args: readonly string[]): Writer['start'] {
  return async ({ root, state }) => {
    const cli = path.join(projectRoot, 'dist', 'cli.cjs');
    const [name, ...rest] = args;
    const child = spawn(process.execPath, [cli, name, root, ...rest], {
      env: { ...process.env, TAGMETRY_STATE: state },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (data) => {
      said += String(data);
    });
    const done = new Promise<void>((resolve, reject) => {
      child.on('close', (status) => (status === 0 ? resolve() : reject(new Error(`${status}: ${said}`))));
    });
    return { done, kill: () => child.kill('SIGKILL') };
  };
}

/** The built server at work: what it is asked, one request after the other. */
function server(ask: (client: TestClient) => Promise<unknown>): Writer['start'] {
  return async ({ root, state }): Promise<Running> => {
    const client = await TestClient.start('', {
      folder: root,
      transport: 'stdio',
      env: { TAGMETRY_STATE: state },
    });
    const kill = (): void => client.kill();
    const done = ask(client)
      .then(() => client.stop())
      .catch(async (error) => {
        kill();
        // Its pipes close before it is gone.
        await client.ended();
        throw error;
      });
    return { done, kill };
  };
}

/** Asks the same about the caption of each number, one after the other. */
async function forEach(count: number, ask: (n: number) => Promise<unknown>): Promise<void> {
  for (let n = 0; n < count; n++) await ask(n);
}

const many = 20;
/** Of changes that are noted one by one: fewer than can be undone one after the other. */
const few = 15;

const moveAway = (client: TestClient): Promise<unknown> => {
  const files = Array.from({ length: many / 2 }, (_, n) => `c${n}.png`);
  return client.connection.sendRequest(protocol.moveAside, { uri: client.uri('c0.txt'), files });
};

const addTag = (client: TestClient): Promise<unknown> =>
  client.connection.sendRequest(protocol.bulkApply, {
    uri: client.uri('c0.txt'),
    filter: '',
    operation: { kind: 'add', tags: ['new tag'], at: 'end' },
  });

/** Lets a server in this process do what lies before a change that is killed: one of its own would start for every kill. */
async function beforehand({ root, state }: Place, ask: (client: TestClient) => Promise<unknown>): Promise<void> {
  process.env.TAGMETRY_STATE = state;
  try {
    const client = await TestClient.start('', { folder: root });
    await ask(client);
    await client.stop();
  } finally {
    delete process.env.TAGMETRY_STATE;
  }
}

/** Every way in which the product changes captions, and those in which it asks an editor to. */
export const writers: readonly Writer[] = [
  { name: 'edit', prepare: (place) => dataset(place, many, tagsOf), start: command('edit', '--add', 'new tag') },
  {
    name: 'verify',
    prepare: (place) => dataset(place, many, tagsOf),
    start: server((client) =>
      client.connection.sendRequest(protocol.bulkApply, {
        uri: client.uri('c0.txt'),
        filter: '',
        files: Array.from({ length: many - 4 }, (_, n) => `c${n}.txt`),
        operation: { kind: 'toggle', tag: 'tag 1 1' },
      }),
    ),
  },
  {
    name: 'fix of one rule, with renames',
    prepare(place) {
      dataset(place, many / 2, (n) => `${tagsOf(n)}, tag ${n} 1`);
      for (let n = 0; n < many / 2; n++)
        put(place, { [`r${n}.png`]: greyPng(64, 64, 100 + n), [`r${n}.TXT`]: `r${n}` });
    },
    start: command('audit', '--fix-rule', 'duplicate-tag', 'orphan-caption', '--fail-on', 'never', '--images', 'off'),
  },
  {
    name: 'fix all',
    prepare: (place) => dataset(place, many, (n) => `${tagsOf(n)},,  a ,`),
    start: command('audit', '--fix', '--fail-on', 'never', '--images', 'off'),
  },
  {
    name: 'save again as UTF-8',
    prepare: (place) => dataset(place, few, (n) => Buffer.from(`${tagsOf(n)}, caf\u00e9`, 'latin1')),
    start: server((client) =>
      forEach(few, (n) =>
        client.connection.sendRequest(protocol.resave, { uri: client.uri(`c${n}.txt`), from: 'windows-1252' }),
      ),
    ),
  },
  {
    name: 'one tag per line',
    prepare: (place) => dataset(place, few, tagsOf),
    start: server((client) =>
      forEach(few, (n) =>
        client.connection.sendRequest(protocol.writeTagLines, {
          uri: client.uri(`c${n}.txt`),
          text: tagsOf(n),
          lines: [...tagsOf(n).split(', '), 'new tag'],
        }),
      ),
    ),
  },
  {
    name: 'move aside',
    prepare: (place) => dataset(place, many, tagsOf),
    start: server(moveAway),
  },
  {
    name: 'prune',
    prepare(place) {
      for (let n = 0; n < many; n++)
        put(place, {
          [`10_ohwx girl/c${n}.png`]: greyPng(64, 64, n + 1),
          [`10_ohwx girl/c${n}.txt`]: `ohwx, 1girl, blue eyes, long hair, tag ${n}`,
        });
    },
    start: command('binding', '--concept', 'character', '--apply'),
  },
  {
    name: 'cure: captions and moves in one',
    prepare(place) {
      const tags = 'ohwx, 1girl, masterpiece, best quality, simple background, white background, blue eyes';
      for (let n = 0; n < many; n++)
        put(place, { [`c${n}.png`]: greyPng(512, 512, n < 8 ? 1 : n), [`c${n}.txt`]: `${tags}, tag ${n}` });
    },
    start: command('cure', '--apply', '--trials', '12'),
  },
  {
    name: 'undo',
    async prepare(place) {
      dataset(place, many, tagsOf);
      await beforehand(place, addTag);
    },
    start: command('undo'),
  },
  {
    name: 'undo of moves',
    async prepare(place) {
      dataset(place, many, tagsOf);
      await beforehand(place, moveAway);
    },
    start: server((client) =>
      client.connection.sendRequest(protocol.undoMoveAside, { uri: client.uri(`c${many - 1}.txt`) }),
    ),
  },
  {
    name: 'rename of a tag',
    prepare: (place) => dataset(place, many, (n) => `shared, ${tagsOf(n)}`),
    start: server(async (client) => {
      const uri = await client.open('c0.txt', `shared, ${tagsOf(0)}`);
      const position = { line: 0, character: 1 };
      await client.request('textDocument/rename', { textDocument: { uri }, position, newName: 'other' });
    }),
    writesNothing: true,
  },
  {
    name: 'fix folder',
    prepare: (place) => dataset(place, many, (n) => `${tagsOf(n)},,`),
    start: server((client) =>
      client.connection.sendRequest(protocol.fixFolder, { uri: client.uri('c0.txt'), rule: 'empty-tag' }),
    ),
    writesNothing: true,
  },
];
