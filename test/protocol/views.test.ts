import assert from 'node:assert/strict';
import type { FindingFilter, FindingsPage } from '../../server/src/ground/finding-filter.ts';
import { type Live, type LiveAnswer, takeAnswer } from '../../server/src/ground/live-answer.ts';
import { allRows } from '../../server/src/ground/row-pages.ts';
import type { CaptionInfo, CaptionList, WorkingItemEntry, WorkingSetState } from '../../server/src/lsp/protocol.ts';
import type { HeadRows, ReportHead } from '../../server/src/report/live-report.ts';
import type { ReportFinding } from '../../server/src/report/report.ts';
import { type TestClient, withClient } from './client.ts';

const words = [
  'smile',
  'red hat',
  'beach',
  'night',
  'sitting',
  'upper body',
  'open mouth',
  'long_hair',
  'tree',
  'book',
];
const textOf = (at: number): string =>
  ['ohwx woman', ...words.filter((_, word) => (at * 7 + word * 13) % 3 === 0), at % 9 === 0 ? 'smile' : ''].join(', ');
const fileOf = (at: number): string => `${String(at).padStart(4, '0')}.txt`;
const folderOf = (count: number): string =>
  Array.from(
    { length: count },
    (_, at) => `// ${fileOf(at)}\n${textOf(at)}\n// ${String(at).padStart(4, '0')}.png 64x64\n`,
  ).join('');

const overview = (client: TestClient, since?: number): Promise<LiveAnswer<ReportHead>> =>
  client.request('tagmetry/overview', { uri: client.uri(''), ...(since === undefined ? {} : { since }) });
const captions = (client: TestClient, params: object = {}): Promise<LiveAnswer<CaptionList>> =>
  client.request('tagmetry/captionList', { uri: client.uri(''), filter: '', ...params });
const plain = ({ revision: _, ...rest }: Live<ReportHead>): unknown => rest;

describe('tokens of an encoder that is not counted', () => {
  it('are told by no view: lists, the working set, what is said of a caption', () =>
    withClient(folderOf(3), { transport: 'memory', settings: { model: 'flux' } }, async (client) => {
      const uri = await client.open(fileOf(0), textOf(0));
      await client.ready(uri);
      const list = takeAnswer(null, await captions(client));
      assert.deepEqual(
        list?.captions.map(({ tokens }) => tokens),
        [null, null, null],
      );
      const state = await client.request<WorkingSetState>('tagmetry/workingSet', { kind: 'use', uri, filter: '' });
      const page = { revision: state.revision, offset: 0, limit: 10 };
      const items = await client.request<WorkingItemEntry[]>('tagmetry/workingItems', page);
      assert.deepEqual(
        items.map(({ tokens }) => tokens),
        [null, null, null],
      );
      const info = await client.request<CaptionInfo>('tagmetry/captionInfo', { uri });
      assert.deepEqual([info.model, info.tokens, info.tokenLimit], ['flux', null, null]);
      const head = takeAnswer(null, await overview(client));
      assert.ok(head?.tags.every(({ tokens }) => tokens === null));
    }));
});

describe('views by difference', () => {
  it('the Overview gets what an edit changed, and has then what a first look would give', () =>
    withClient(folderOf(600), { transport: 'memory', settings: { images: { scan: 'off' } } }, async (client) => {
      const uri = await client.open(fileOf(3), textOf(3));
      await client.ready(uri);
      const first = takeAnswer(null, await overview(client));
      assert.ok(first);
      await client.change(uri, 0, 0, 'new tag, ');
      const answer = await overview(client, first.revision);
      assert.ok('difference' in answer);
      const [sent, whole] = [JSON.stringify(answer).length, JSON.stringify(first).length];
      assert.ok(sent * 5 < whole, `${sent} of ${whole} characters`);
      const second = takeAnswer(first, answer);
      assert.ok(second?.tags.some(({ tag }) => tag === 'new tag'));
      const fresh = takeAnswer(null, await overview(client));
      assert.ok(second && fresh);
      assert.deepEqual(plain(second), plain(fresh));
      // Who has another report than the last one gets the whole.
      assert.ok(!('difference' in (await overview(client, first.revision))));
    }));

  it('the Overview has the texts at once where images were not looked at yet, and then what a first look would give', () =>
    withClient(folderOf(40), { transport: 'memory', settings: { images: { scan: 'headers' } } }, async (client) => {
      const uri = client.uri('');
      const ask = (params: object) => client.request<LiveAnswer<ReportHead>>('tagmetry/overview', { uri, ...params });
      const texts = takeAnswer(null, await ask({ textsFirst: true }));
      assert.ok(texts);
      assert.deepEqual([texts.imageScan.level, texts.images[0].width, texts.captions.length], ['off', null, 40]);
      const looked = takeAnswer(texts, await ask({ since: texts.revision }));
      assert.ok(looked);
      assert.deepEqual([looked.imageScan.level, looked.images[0].width], ['headers', 64]);
      // What is known need not wait any more.
      const again = takeAnswer(null, await ask({ textsFirst: true }));
      const fresh = takeAnswer(null, await ask({}));
      assert.ok(again && fresh);
      assert.deepEqual(plain(again), plain(fresh));
      assert.deepEqual(plain(looked), plain(fresh));
    }));

  it('a report comes with its first rows, and the others in pages', () =>
    withClient(folderOf(70), { transport: 'memory', settings: { images: { scan: 'off' } } }, async (client) => {
      const uri = client.uri('');
      const whole = takeAnswer(null, await overview(client));
      const first = takeAnswer(
        null,
        await client.request<LiveAnswer<ReportHead>>('tagmetry/overview', { uri, rows: 30 }),
      );
      assert.ok(whole && first);
      assert.deepEqual([first.images.length, first.captions.length, whole.captions.length], [30, 30, 70]);
      const ask = (offset: number, revision = first.revision): Promise<HeadRows> =>
        client.request('tagmetry/overviewRows', { uri, revision, offset, limit: 30 });
      assert.deepEqual(plain({ ...first, ...(await allRows(first, 30, ask)) }), plain(whole));
      await assert.rejects(ask(0, first.revision + 1), /changed meanwhile/);
    }));

  it('findings come in pages, worst first, as a filter lets them through', () =>
    withClient(folderOf(200), { transport: 'memory', settings: { images: { scan: 'off' } } }, async (client) => {
      const head = takeAnswer(null, await overview(client));
      assert.ok(head);
      const page = (filter: Partial<FindingFilter>, offset: number, limit: number, revision = head.revision) =>
        client.request<FindingsPage<ReportFinding>>('tagmetry/findingsOfOverview', {
          uri: client.uri(''),
          revision,
          filter: { severity: '', rules: [], text: '', ...filter },
          offset,
          limit,
        });
      const all = await page({}, 0, 10_000);
      assert.equal(
        all.total,
        head.summary.rules.reduce((sum, { count }) => sum + count, 0),
      );
      assert.equal(all.rows.length, all.total);
      const order = [...new Set(all.rows.map(({ finding }) => finding.rule))];
      assert.deepEqual(
        order,
        head.summary.rules.map(({ rule }) => rule),
      );
      const some = await page({}, 5, 3);
      assert.deepEqual(some.rows, all.rows.slice(5, 8));
      const { rule } = head.summary.rules[0];
      const ofRule = await page({ rules: [rule] }, 0, 2);
      assert.equal(ofRule.total, head.summary.rules[0].count);
      assert.ok(ofRule.rows.every(({ finding }) => finding.rule === rule));
      const found = await page({ text: `${fileOf(9)} TAG` }, 0, 10);
      assert.ok(found.total > 0 && found.rows.every(({ finding }) => finding.file === fileOf(9)));
      await assert.rejects(page({}, 0, 1, head.revision + 1), /changed meanwhile/);
    }));

  it('the list of captions comes in pages and by difference', () =>
    withClient(folderOf(30), { transport: 'memory' }, async (client) => {
      const uri = await client.open(fileOf(3), textOf(3));
      await client.ready(uri);
      const first = takeAnswer(null, await captions(client, { limit: 10 }));
      assert.ok(first);
      assert.equal(first.total, 30);
      assert.deepEqual(
        first.captions.map(({ file }) => file),
        Array.from({ length: 10 }, (_, at) => fileOf(at)),
      );
      const next = takeAnswer(null, await captions(client, { limit: 10, offset: 10 }));
      assert.equal(next?.captions[0].file, fileOf(10));
      await client.change(uri, 0, 0, 'new tag, ');
      const answer = await captions(client, { limit: 10, since: first.revision });
      assert.ok('difference' in answer && JSON.stringify(answer).length * 3 < JSON.stringify(first).length);
      const second = takeAnswer(first, answer);
      assert.match(second?.captions[3].text ?? '', /^new tag/);
      assert.equal(second?.captions[3].tags, (first.captions[3].tags ?? 0) + 1);
    }));

  it('a long list comes before all of it is judged, and whole for who waits', () =>
    withClient(folderOf(300), { transport: 'memory' }, async (client) => {
      const [first, whole] = [
        takeAnswer(null, await captions(client, { limit: 300 })),
        takeAnswer(null, await captions(client, { limit: 300, judged: true })),
      ];
      assert.ok(first && whole);
      assert.ok(whole.captions.every(({ errors, warnings }) => errors !== null && warnings !== null));
      assert.ok(whole.captions.some(({ warnings }) => warnings !== 0));
      assert.ok(first.captions.slice(0, 64).every(({ warnings }) => warnings !== null));
      // What is known is right; the rest is the same but for the findings.
      for (const [at, entry] of first.captions.entries()) {
        const same: CaptionList['captions'][number] = whole.captions[at];
        const known = entry.errors === null ? { ...entry, errors: same.errors, warnings: same.warnings } : entry;
        assert.deepEqual(known, same);
      }
      const followed = takeAnswer(whole, await captions(client, { limit: 300, since: whole.revision }));
      assert.deepEqual(followed?.captions, whole.captions);
    }));
});
