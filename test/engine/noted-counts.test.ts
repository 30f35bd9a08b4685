// Counts of the folder that findings rest on: an edit in one caption makes others be judged again, whatever door their rule reads by.

import assert from 'node:assert/strict';
import type { Dataset } from '../../server/src/engine/open-dataset.ts';
import { MemoryWorkspace } from '../../server/src/workspace/memory.ts';
import { open } from '../support/open.ts';

const times = (count: number, text: (n: number) => string): string[] =>
  Array.from({ length: count }, (_, n) => text(n));

interface Case {
  readonly what: string;
  readonly rule: string;
  readonly texts: readonly string[];
  /** New texts of captions, by number. */
  readonly edits: Readonly<Record<number, string>>;
  /** The caption that stays as it is and in which something else is found then. */
  readonly watched: number;
}

const things = ['a red house', 'two old dogs', 'the green hill', 'a white boat', 'some tall trees', 'an empty road'];
const sentence = (n: number): string =>
  `ohwx woman stands before ${things[n % things.length]} in the rain, number ${n}.`;

const cases: readonly Case[] = [
  {
    what: 'openers of sentences, which are a habit from a share on',
    rule: 'captioner-artifact',
    texts: [
      ...times(12, (n) => `The image shows ohwx woman before ${things[n % 6]} in the rain, number ${n}.`),
      ...times(24, sentence),
    ],
    edits: { 0: sentence(0), 1: sentence(1), 2: sentence(2), 3: sentence(3) },
    watched: 9,
  },
  {
    what: 'words of sentences, which several captions may have',
    rule: 'misspelt-word',
    texts: ['ohwx woman stands before a beautifull house in the rain.', ...times(9, sentence)],
    edits: Object.fromEntries([3, 4, 5, 6, 7, 8].map((n) => [n, `ohwx woman sees a beautifull road, number ${n}.`])),
    watched: 0,
  },
  {
    what: 'spellings of sentences, of which most captions have one',
    rule: 'synonym-drift',
    texts: [
      'ohwx woman wears a gray dress in the rain.',
      ...times(4, (n) => `ohwx woman holds a grey umbrella, number ${n}.`),
      ...times(6, sentence),
    ],
    edits: { 1: sentence(1), 2: sentence(2), 3: sentence(3), 4: sentence(4) },
    watched: 0,
  },
  {
    what: 'attributes of a person, of which one caption says another',
    rule: 'identity-conflict',
    texts: ['ohwx, 1girl, red eyes, smile, sky0', ...times(35, (n) => `ohwx, 1girl, blue eyes, smile, sky${n}`)],
    edits: Object.fromEntries(times(20, String).map((n) => [Number(n) + 1, `ohwx, 1girl, green eyes, smile, sky${n}`])),
    watched: 0,
  },
  {
    what: 'heads of captions, from which the trigger is told',
    rule: 'misplaced-trigger',
    texts: ['smile, 1girl, sky, zkqx', ...times(12, (n) => `zkqx, 1girl, smile, sky${n}`)],
    edits: Object.fromEntries(times(12, String).map((n) => [Number(n) + 1, `1girl, smile, sky${n}`])),
    watched: 0,
  },
];

const said = async ({ findings }: Dataset, file: string, rule: string): Promise<string[]> =>
  (await findings.of(file)).filter((finding) => finding.rule === rule).map(({ message }) => message);

describe('counts that findings rest on', () => {
  for (const { what, rule, texts, edits, watched } of cases)
    it(`are noted: ${what} (${rule})`, async () => {
      const workspace = new MemoryWorkspace('linux');
      const fileOf = (n: number | string): string => `1_set/${n}.txt`;
      for (const [n, text] of texts.entries()) {
        workspace.set(`/set/${fileOf(n)}`, text);
        workspace.set(`/set/1_set/${n}.png`, '');
      }
      const dataset = await open(workspace, '/set');
      const before = await said(dataset, fileOf(watched), rule);
      await dataset.findings.judgeAll();
      for (const [n, text] of Object.entries(edits)) {
        await dataset.index.overlay(fileOf(n), text);
        workspace.set(`/set/${fileOf(n)}`, text);
      }
      const after = await said(dataset, fileOf(watched), rule);
      assert.notDeepEqual(after, before, 'the edits should change what is found');
      assert.deepEqual(after, await said(await open(workspace, '/set'), fileOf(watched), rule));
    });

  it('are not taken for those of captions that are gone', async () => {
    const workspace = new MemoryWorkspace('linux');
    const fill = (trigger: string, from: number): void => {
      for (let n = from; n < from + 6; n++) {
        workspace.set(`/set/more/${n}.txt`, `${trigger}, 1girl, smile, sky${n % 6}`);
        workspace.set(`/set/more/${n}.png`, '');
      }
    };
    workspace.set('/set/0.txt', 'night');
    workspace.set('/set/0.png', '');
    fill('zkqx', 0);
    const { index } = await open(workspace, '/set');
    assert.equal(index.concepts.of('more')?.trigger, 'zkqx');
    for (let n = 0; n < 6; n++) await workspace.remove(`/set/more/${n}.txt`);
    await index.refresh();
    fill('wvyq', 0);
    await index.refresh();
    assert.equal(index.concepts.of('more')?.trigger, 'wvyq');
  });

  it('are not taken for those of the files before, whatever is asked while a configuration is', async () => {
    const workspace = new MemoryWorkspace('linux');
    for (const file of ['a/1.txt', 'b/2.txt']) {
      workspace.set(`/set/${file}`, 'ohwx, smile');
      workspace.set(`/set/${file.replace('txt', 'png')}`, '');
    }
    const { index } = await open(workspace, '/set');
    const answers = (): unknown => [
      index.concepts.all.map(({ folder }) => folder),
      index.sortedCaptions.map(({ file }) => file),
      index.captionCount,
    ];
    workspace.set('/set/c/3.txt', 'ohwx, hat');
    workspace.set('/set/c/3.png', '');
    await index.askAnew(async () => {
      // Somebody looks while the configuration is being read.
      answers();
      return null;
    });
    await index.readRest();
    const fresh = (await open(workspace, '/set')).index;
    assert.deepEqual(answers(), [fresh.concepts.all.map(({ folder }) => folder), ['a/1.txt', 'b/2.txt', 'c/3.txt'], 3]);
  });
});
