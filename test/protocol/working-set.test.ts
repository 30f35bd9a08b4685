import assert from 'node:assert/strict';
import { readFile, rename } from 'node:fs/promises';
import path from 'node:path';
import { FileChangeType } from 'vscode-languageserver/node';
import {
  type BulkApplied,
  type TagChoice,
  type WorkingImage,
  type WorkingItemEntry,
  type WorkingSetChange,
  type WorkingSetState,
  type WorkingTargets,
  type WorkingThumbnail,
  workingSetChanged,
} from '../../server/src/lsp/protocol.ts';
import { type TestClient, withClient } from './client.ts';

const folder = `// 1.txt
ohwx woman, red hat, smile
// 1.png 64x64
// 2.txt
ohwx woman, red hat
// 2.png 64x64
// 3.txt
ohwx woman, blue coat, smile
// 3.png 96x64
// 10.txt
ohwx woman, red hat, night
// 10.png 64x64
// 11.png 32x32
`;

async function change(client: TestClient, asked: WorkingSetChange): Promise<WorkingSetState> {
  const state = await client.request<WorkingSetState | null>('tagmetry/workingSet', asked);
  assert.ok(state);
  return state;
}
const items = (client: TestClient, { revision }: WorkingSetState, offset = 0, limit = 100) =>
  client.request<WorkingItemEntry[]>('tagmetry/workingItems', { revision, offset, limit });
const keys = async (client: TestClient, state: WorkingSetState): Promise<string[]> =>
  (await items(client, state)).map(({ key }) => key);
const use = (client: TestClient, filter = ''): Promise<WorkingSetState> =>
  change(client, { kind: 'use', uri: client.uri(''), filter });

const read = (client: TestClient, file: string): Promise<string> => readFile(path.join(client.root, file), 'utf8');

describe('working set', () => {
  it('has every image of the dataset in natural order, also those without caption', () =>
    withClient(folder, {}, async (client) => {
      const state = await use(client);
      assert.deepEqual(await keys(client, state), ['1.png', '2.png', '3.png', '10.png', '11.png']);
      assert.equal(state.total, 5);
      assert.equal(state.current?.place, 0);
      const last = (await items(client, state))[4];
      assert.deepEqual([last.caption, last.wordless, last.tokens], [null, true, null]);
    }));

  it('is gone with its folder, and says so', () =>
    withClient(
      '// set/1.txt\nohwx\n// set/1.png 64x64\n// set/2.txt\nohwx, hat\n// set/2.png 64x64',
      {},
      async (client) => {
        const told: (WorkingSetState | null)[] = [];
        client.connection.onNotification(workingSetChanged, (state) => void told.push(state));
        const uri = client.uri('set/1.png');
        assert.equal((await change(client, { kind: 'use', uri })).total, 2);
        await rename(path.join(client.root, 'set'), path.join(client.root, 'other'));
        await client.filesChanged([{ file: 'set', type: FileChangeType.Deleted }]);
        await client.until(() => told.includes(null));
        assert.equal(await client.request('tagmetry/workingSet', { kind: 'look' }), null);
        const other = await change(client, { kind: 'use', uri: client.uri('other/1.png') });
        assert.deepEqual(await keys(client, other), ['1.png', '2.png']);
      },
    ));

  it('says of a picture why it is not there, and of a caption that it cannot be decoded', () =>
    withClient(
      `${folder}// 12.txt\na\n// alone.caption\nb\n`,
      { bytes: { '1.txt': Buffer.from('caf\xe9, day', 'latin1'), '12.png': Buffer.from('no image') } },
      async (client) => {
        const { revision } = await use(client);
        const shown = await items(client, await use(client));
        const problemOf = async (key: string) => {
          const place = shown.findIndex((item) => item.key === key);
          const params = { revision, place, side: 64 };
          return (await client.request<WorkingThumbnail>('tagmetry/workingThumbnail', params)).problem;
        };
        assert.equal(await problemOf('1.png'), null);
        assert.equal(await problemOf('12.png'), 'unreadable');
        const linesAt = async (place: number) =>
          (await client.request<WorkingImage>('tagmetry/workingImage', { revision, place, side: 64 })).lines;
        assert.equal((await linesAt(0)).at(-1), 'The caption is not UTF-8.');
        assert.match((await linesAt(1)).at(-1) ?? '', /^\d+\/75 tokens$/);
        const alone = shown.find(({ image }) => image === null);
        assert.ok(!alone || (await problemOf(alone.key)) === 'no image');
      },
    ));

  it('says in which tags a caption differs from those beside it', () =>
    withClient(folder, {}, async (client) => {
      const shown = await items(client, await use(client));
      assert.deepEqual(
        shown.map(({ differs }) => differs),
        ['smile', 'red hat', 'blue coat, smile', 'red hat, night', ''],
      );
    }));

  it('a filter means captions, and images without one as captions without tags', () =>
    withClient(folder, {}, async (client) => {
      assert.deepEqual(await keys(client, await use(client, 'has:"red hat"')), ['1.png', '2.png', '10.png']);
      assert.deepEqual(await keys(client, await change(client, { kind: 'filter', filter: 'lacks:"red hat"' })), [
        '3.png',
        '11.png',
      ]);
      assert.deepEqual(await keys(client, await change(client, { kind: 'filter', filter: 'rule:missing-caption' })), [
        '11.png',
      ]);
      assert.deepEqual(await keys(client, await change(client, { kind: 'filter', filter: 'image:short<64' })), [
        '11.png',
      ]);
      await assert.rejects(change(client, { kind: 'filter', filter: 'has:"' }));
      assert.equal((await change(client, { kind: 'look' })).filter, 'image:short<64');
    }));

  it('can be ordered by tokens, findings and resolution', () =>
    withClient(folder, {}, async (client) => {
      await use(client);
      const byTokens = await change(client, { kind: 'order', order: 'tokens' });
      const tokens = (await items(client, byTokens)).map((item) => item.tokens ?? -1);
      assert.deepEqual(
        tokens,
        [...tokens].sort((a, b) => b - a),
      );
      const bySize = await change(client, { kind: 'order', order: 'resolution' });
      assert.deepEqual(await keys(client, bySize), ['11.png', '1.png', '2.png', '10.png', '3.png']);
      const byFindings = await items(client, await change(client, { kind: 'order', order: 'findings' }));
      const worth = byFindings.map(
        ({ errors, warnings, infos }) => (errors ?? 0) * 1e6 + (warnings ?? 0) * 1e3 + (infos ?? 0),
      );
      assert.deepEqual(
        worth,
        [...worth].sort((a, b) => b - a),
      );
    }));

  it('what is left out is shown no more, in whatever order, until the filter is asked again', () =>
    withClient(folder, {}, async (client) => {
      await use(client);
      const ordered = await change(client, { kind: 'order', order: 'resolution' });
      await change(client, { kind: 'select', revision: ordered.revision, ranges: [[1, 2]], mode: 'set' });
      const left = await change(client, { kind: 'leave-out' });
      assert.deepEqual(await keys(client, left), ['11.png', '10.png', '3.png']);
      assert.deepEqual([left.stale, left.current?.key], [2, '10.png']);
      const again = await change(client, { kind: 'filter', filter: '' });
      assert.deepEqual(await keys(client, again), ['11.png', '1.png', '2.png', '10.png', '3.png']);
    }));

  it('follows the file that is looked at, and goes on from it', () =>
    withClient(folder, {}, async (client) => {
      const opened = await change(client, { kind: 'follow', uri: client.uri('2.txt') });
      assert.equal(opened.current?.key, '2.png');
      assert.equal((await change(client, { kind: 'step', by: 2 })).current?.key, '10.png');
      assert.equal((await change(client, { kind: 'step', by: 9 })).current?.key, '11.png');
      const last = await change(client, { kind: 'look' });
      assert.equal(last.current?.hasCaption, false);
      assert.ok(last.current?.caption?.endsWith('/11.txt'));
      // A file that is no caption leaves it standing.
      assert.equal((await change(client, { kind: 'follow', uri: client.uri('notes.md') })).current?.key, '11.png');
      assert.equal((await change(client, { kind: 'next-untagged' })).current?.key, '11.png');
    }));

  it('goes to the next caption with a warning round the end, to a lesser finding where there is none, else nowhere', () => {
    const captions = (...texts: string[]): string =>
      texts.map((text, at) => `// ${at}.txt\n${text}\n// ${at}.png 64x64\n`).join('');
    const next = async (client: TestClient) => (await change(client, { kind: 'next-finding' })).current?.key;
    const clean = 'ohwx woman, red hat';
    const walk = (set: string, expected: readonly string[]) =>
      withClient(set, {}, async (client) => {
        await use(client);
        for (const key of expected) assert.equal(await next(client), key);
      });
    return walk(captions(clean, `${clean}, red hat`, `${clean},, smile`, 'ohwx woman, woman, night, day'), [
      '1.png',
      '3.png',
      '1.png',
    ])
      .then(() => walk(captions(clean, clean, `${clean},, smile`), ['2.png', '2.png']))
      .then(() => walk(captions(clean, 'ohwx woman, blue coat'), ['0.png']));
  });

  it('steps that are asked for at once are all taken', () =>
    withClient(folder, {}, async (client) => {
      await use(client);
      const states = await Promise.all([1, 1, 1].map((by) => change(client, { kind: 'step', by })));
      assert.deepEqual(
        states.map(({ current }) => current?.key),
        ['2.png', '3.png', '10.png'],
      );
    }));

  it('a bulk edit of the selection touches no caption outside it, and undo gives every byte back', () =>
    withClient(folder, {}, async (client) => {
      const state = await use(client, 'has:"red hat"');
      await change(client, { kind: 'select', revision: state.revision, ranges: [[1, 2]], mode: 'set' });
      const targets = await client.request<WorkingTargets>('tagmetry/workingTargets', { of: 'chosen' });
      assert.deepEqual(targets.captions, ['2.txt', '10.txt']);
      const before = await Promise.all(['1.txt', '2.txt', '3.txt', '10.txt'].map((file) => read(client, file)));
      const operation = { kind: 'add', tags: ['portrait'], at: 'end' };
      const applied = await client.request<BulkApplied>('tagmetry/bulkApply', {
        uri: client.uri(''),
        filter: '',
        operation,
        files: targets.captions,
      });
      assert.equal(applied.written, 2);
      assert.equal(await read(client, '1.txt'), before[0]);
      assert.match(await read(client, '2.txt'), /, portrait$/m);
      assert.equal(await read(client, '3.txt'), before[2]);
      assert.match(await read(client, '10.txt'), /, portrait$/m);
      await client.request('tagmetry/bulkUndo', { uri: client.uri('') });
      assert.deepEqual(
        await Promise.all(['1.txt', '2.txt', '3.txt', '10.txt'].map((file) => read(client, file))),
        before,
      );
    }));

  it('keeps what is edited until the filter is asked again, and says that it no longer fits', () =>
    withClient(folder, {}, async (client) => {
      await use(client, 'lacks:night');
      const uri = await client.open('1.txt', 'ohwx woman, red hat, smile');
      await client.ready(uri);
      await client.change(uri, 0, 0, 'night, ');
      await client.until(async () => (await change(client, { kind: 'look' })).stale > 0);
      let state = await change(client, { kind: 'look' });
      assert.deepEqual([state.stale, state.count], [1, 4]);
      state = await change(client, { kind: 'filter', filter: 'lacks:night' });
      assert.deepEqual([state.stale, state.count], [0, 3]);
    }));

  it('proposes tags of the dataset by count, the one typed in full first, and those present in the selection', () =>
    withClient(folder, {}, async (client) => {
      const state = await use(client);
      const ask = (typed: string, among: string) =>
        client.request<TagChoice[]>('tagmetry/tagChoices', { uri: client.uri(''), typed, among });
      assert.deepEqual((await ask('', 'dataset'))[0], { tag: 'ohwx woman', captions: 4, posts: null });
      assert.deepEqual(
        (await ask('h', 'dataset')).map(({ tag, captions }) => [tag, captions]),
        [['red hat', 3]],
      );
      await change(client, { kind: 'select', revision: state.revision, ranges: [[0, 1]], mode: 'set' });
      assert.deepEqual(
        (await ask('', 'present')).map(({ tag, captions }) => [tag, captions]),
        [
          ['ohwx woman', 2],
          ['red hat', 2],
          ['smile', 1],
        ],
      );
    }));

  it('places of another revision are refused', () =>
    withClient(folder, {}, async (client) => {
      const state = await use(client);
      await change(client, { kind: 'filter', filter: 'has:night' });
      await assert.rejects(items(client, state), /changed meanwhile/);
      await assert.rejects(change(client, { kind: 'go', revision: state.revision, place: 1 }), /changed meanwhile/);
    }));

  it('without a dataset there is no working set', () =>
    withClient(folder, {}, async (client) => {
      assert.equal(await client.request('tagmetry/workingSet', { kind: 'look' }), null);
      await assert.rejects(client.request('tagmetry/workingTargets', { of: 'all' }), /Open a caption/);
    }));
});
