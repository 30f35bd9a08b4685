import assert from 'node:assert/strict';
import { changeOf } from '../../server/src/bulk/plan.ts';
import { CaptionWriter } from '../../server/src/bulk/writer.ts';
import { DatasetIndex } from '../../server/src/dataset/index.ts';
import { openDataset } from '../../server/src/engine/open-dataset.ts';
import { resolveSettings } from '../../server/src/settings/settings.ts';
import { TagListStore } from '../../server/src/settings/tag-lists.ts';
import { MemoryWorkspace } from '../../server/src/workspace/memory.ts';
import { openShare, refuseForeignShare, shareOf } from '../../server/src/workspace/shares.ts';
import type { SimulatedSystem } from '../../server/src/workspace/simulated-system.ts';
import { greyPng } from '../support/png.ts';

const settings = resolveSettings({});
const roots: Readonly<Record<SimulatedSystem, string>> = {
  linux: '/data/set',
  macos: '/Users/me/set',
  windows: 'D:/data/set',
};

for (const system of ['linux', 'macos', 'windows'] as const)
  describe(`datasets on ${system}, simulated`, () => {
    const root = roots[system];
    const dataset = (...names: string[]): MemoryWorkspace => {
      const workspace = new MemoryWorkspace(system);
      for (const name of names) workspace.set(`${root}/${name}`, name.endsWith('.png') ? greyPng(8, 8) : 'ohwx, red');
      return workspace;
    };
    const captions = (index: DatasetIndex): string[] =>
      [...index.captions].map(({ file, image }) => `${file.normalize('NFC')} ${image?.normalize('NFC')}`).sort();

    it('pairs captions and images, edits them and takes it back', async () => {
      const workspace = dataset('1.png', '1.txt', 'sub/が é.png', 'sub/が é.txt', 'ohwx man/2.png', 'ohwx man/2.txt');
      const index = await DatasetIndex.open(workspace, root, settings);
      assert.deepEqual(captions(index), ['1.txt 1.png', 'ohwx man/2.txt ohwx man/2.png', 'sub/が é.txt sub/が é.png']);
      const writer = new CaptionWriter(workspace, '/state');
      const edits = [...index.captions].map(({ file }) =>
        changeOf({ file, before: 'ohwx, red', after: 'ohwx, red, hat', bom: false }),
      );
      assert.deepEqual((await writer.apply(root, 'x', edits)).failed, []);
      assert.equal(new TextDecoder().decode(await workspace.read(`${root}/sub/が é.txt`)), 'ohwx, red, hat');
      assert.equal((await writer.undo(root)).files.length, 3);
      assert.equal(new TextDecoder().decode(await workspace.read(`${root}/sub/が é.txt`)), 'ohwx, red');
    });
    it('leaves a file that another program holds, and edits the others', async () => {
      const workspace = dataset('1.png', '1.txt', '2.png', '2.txt');
      const writer = new CaptionWriter(workspace, '/state');
      const edits = ['1.txt', '2.txt'].map((file) =>
        changeOf({ file, before: 'ohwx, red', after: 'ohwx', bom: false }),
      );
      for (const code of ['EBUSY', 'EPERM']) {
        workspace.fail('write', `${root}/1.txt`, code);
        assert.deepEqual(await writer.apply(root, 'x', edits), {
          written: ['2.txt'],
          failed: [{ file: '1.txt', reason: code }],
        });
        assert.equal((await writer.undo(root)).kind, 'undone');
      }
    });
    it('asks no other machine for what a sidecar names', async () => {
      const workspace = dataset('1.png', '1.txt');
      const named = [
        '//tracker.example/share/tags.csv',
        '\\\\tracker.example\\share\\tags.csv',
        '\\\\?\\UNC\\t\\s\\x.csv',
      ];
      workspace.set(
        `${root}/.tagmetry.json`,
        JSON.stringify({ tagList: named, config: '//tracker.example/share/c.toml' }),
      );
      await openDataset(workspace, root, {
        tagLists: new TagListStore(workspace),
        paths: { home: '/home', folder: root },
        onTagListProblem: () => {},
      });
      assert.deepEqual(workspace.contacted, []);
    });
  });

describe('names on systems, simulated', () => {
  it('differ by case on Linux only, and keep the case they were made with', async () => {
    for (const system of ['linux', 'macos', 'windows'] as const) {
      const workspace = new MemoryWorkspace(system);
      workspace.set('/s/A.txt', 'a');
      workspace.set('/s/a.TXT', 'b');
      const names = (await workspace.list('/s')).map(({ name }) => name).sort();
      assert.deepEqual(names, system === 'linux' ? ['A.txt', 'a.TXT'] : ['A.txt']);
    }
  });
  it('of devices are no files on Windows, in any folder and with any extension', async () => {
    const workspace = new MemoryWorkspace('windows');
    for (const name of ['con.txt', 'NUL', 'sub/aux.png', 'COM1.caption'])
      await assert.rejects(workspace.read(`C:/set/${name}`), { reason: 'not a file' });
  });
  it('may be written with backslashes and drives on Windows', async () => {
    const workspace = new MemoryWorkspace('windows');
    workspace.set('C:\\set\\a.txt', 'a');
    assert.equal((await workspace.stat('c:/SET/A.txt')).kind, 'file');
    assert.deepEqual(await workspace.list('C:/set'), [{ name: 'a.txt', kind: 'file' }]);
  });
  it('lead to another machine only where the user opened something there', () => {
    assert.equal(shareOf('C:/a'), null);
    assert.equal(shareOf('/a/b'), null);
    for (const path of ['//Host/Share/x', '\\\\host\\share', '/\\host\\share/x'])
      assert.equal(shareOf(path), 'host/share');
    assert.throws(() => refuseForeignShare('//nas/data/x'), { reason: 'other machine' });
    openShare('//NAS/data/set');
    refuseForeignShare('\\\\nas\\data\\tags.csv');
    assert.throws(() => refuseForeignShare('//nas/other/x'), { reason: 'other machine' });
  });
});
