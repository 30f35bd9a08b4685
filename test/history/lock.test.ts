import assert from 'node:assert/strict';
import fc from 'fast-check';
import { failureModes } from '../../server/src/ground/finding.ts';
import { exposureChanges } from '../../server/src/history/exposure-changes.ts';
import { imageChanges } from '../../server/src/history/image-changes.ts';
import { type DatasetLock, isLock, type LockedImage, parseLock, writeLock } from '../../server/src/history/lock.ts';
import { makeLock, putLock } from '../../server/src/history/make-lock.ts';
import { audit } from '../../server/src/report/audit.ts';
import { MemoryWorkspace } from '../../server/src/workspace/memory.ts';
import { FileProblem } from '../../server/src/workspace/workspace.ts';
import { open } from '../support/open.ts';
import { greyPng } from '../support/png.ts';

function workspaceOf(captions: Readonly<Record<string, string>>): MemoryWorkspace {
  const workspace = new MemoryWorkspace('linux');
  let seed = 0;
  for (const [name, text] of Object.entries(captions)) {
    workspace.set(`/set/${name}.txt`, text);
    workspace.set(`/set/${name}.png`, greyPng(512, 512, ++seed));
  }
  return workspace;
}

async function lockOf(workspace: MemoryWorkspace): Promise<DatasetLock> {
  const dataset = await open(workspace, '/set');
  return makeLock(workspace, dataset, await audit(workspace, dataset, 'set', { images: 'headers', withFixes: false }));
}

const captions = { b: 'ohwx, hat', a: 'ohwx, smile', 'c/__proto__': '__proto__, "quoted", ohwx' };

describe('lock of a dataset', () => {
  it('is read back as it was written, one image on a line, in the order of names', async () => {
    const lock = await lockOf(workspaceOf(captions));
    const text = writeLock(lock);
    assert.deepEqual(parseLock(text), lock);
    assert.deepEqual(
      lock.images.map(({ file, tags }) => [file, tags]),
      [
        ['a.png', ['ohwx', 'smile']],
        ['b.png', ['ohwx', 'hat']],
        ['c/__proto__.png', ['__proto__', '"quoted"', 'ohwx']],
      ],
    );
    assert.equal(text.split('\n').filter((line) => line.includes('sha256')).length, 3);
    assert.ok(lock.images.every(({ sha256 }) => /^[0-9a-f]{64}$/.test(sha256 ?? '')));
    assert.deepEqual(
      lock.risks.map(({ mode }) => mode),
      [...failureModes],
    );
  });
  it('is the same file for the same dataset, and changes by the lines of what changed', async () => {
    const before = writeLock(await lockOf(workspaceOf(captions)));
    assert.equal(writeLock(await lockOf(workspaceOf(captions))), before);
    const after = writeLock(await lockOf(workspaceOf({ ...captions, b: 'ohwx, hat, coat' })));
    const lines = new Set(before.split('\n'));
    const changed = after.split('\n').filter((line) => !lines.has(line) && line.includes('sha256'));
    assert.equal(changed.length, 1);
  });
  it('does not change what the audit of its folder says', async () => {
    const workspace = workspaceOf(captions);
    const findings = async () => {
      const dataset = await open(workspace, '/set');
      const { report } = await audit(workspace, dataset, 'set', { images: 'headers', withFixes: false });
      return { findings: report.findings, idle: report.idle };
    };
    const before = await findings();
    await putLock(workspace, '/set/tagmetry.lock.json', await lockOf(workspace));
    assert.deepEqual(await findings(), before);
  });
  it('is never written over what is not a lock, and not at all where nothing changed', async () => {
    const workspace = workspaceOf(captions);
    const lock = await lockOf(workspace);
    for (const other of ['', 'notes', '{"version":1}', '[]', '{"tool":"tagmetry","kind":"baseline"}']) {
      workspace.set('/set/mine.json', other);
      await assert.rejects(
        putLock(workspace, '/set/mine.json', lock),
        (error) => error instanceof FileProblem && error.reason === 'EEXIST',
      );
      assert.equal(new TextDecoder().decode(await workspace.read('/set/mine.json')), other);
    }
    assert.equal(await putLock(workspace, '/set/l.json', lock), true);
    const { write } = workspace.calls;
    assert.equal(await putLock(workspace, '/set/l.json', lock), false);
    assert.equal(workspace.calls.write, write);
    // One of a later version is ours too, and is replaced.
    workspace.set('/set/l.json', '{"tool":"tagmetry","kind":"dataset-lock","version":9}');
    assert.equal(await putLock(workspace, '/set/l.json', lock), true);
  });
  it('refuses anything else with null and never throws', async () => {
    const text = writeLock(await lockOf(workspaceOf(captions)));
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(8), fc.string({ maxLength: 4 }), (at, cut, put) => {
        const changed = text.slice(0, at) + put + text.slice(at + cut);
        parseLock(changed);
        isLock(changed);
      }),
      { numRuns: 500 },
    );
    for (const other of ['', '{}', 'null', '[1]', text.replace('"version": 1', '"version": 2')])
      assert.equal(parseLock(other), null);
  });
});

describe('what is fed since a lock', () => {
  it('tells tags whose share moves by 5 points, and the numbers of showings', () => {
    const before = {
      shows: 100,
      cut: 0,
      tags: [
        ['hat', 100, 100],
        ['scarf', 100, 100],
        ['gone', 10, 10],
      ] as const,
    };
    const after = {
      shows: 100,
      cut: 40,
      tags: [
        ['hat', 100, 96],
        ['scarf', 100, 95],
        ['new', 10, 1],
      ] as const,
    };
    assert.deepEqual(exposureChanges(before, after), {
      shows: { before: 100, after: 100 },
      cut: { before: 0, after: 40 },
      tags: [{ tag: 'scarf', before: 1, after: 0.95 }],
    });
    assert.equal(exposureChanges(before, before), null);
  });
  it('is in the lock: each image is shown, and each tag of it', async () => {
    const { exposure } = await lockOf(workspaceOf(captions));
    assert.ok((exposure?.shows ?? 0) > 0);
    const [, shows = 0, reached = 0] = exposure?.tags.find(([tag]) => tag === 'ohwx') ?? [];
    assert.ok(shows > 0 && reached === shows);
  });
});

describe('images since a lock', () => {
  const image = (file: string, content: string, tags: readonly string[]): LockedImage => ({
    file,
    size: 1,
    sha256: content.padEnd(64, '0'),
    caption: file.replace('.png', '.txt'),
    tags: [...tags],
  });
  it('are added, gone, renamed, of another content, with other tags', () => {
    const before = [
      image('a.png', 'a', ['x', 'y']),
      image('b.png', 'b', ['x']),
      image('c.png', 'c', []),
      image('d.png', 'd', ['x', 'x', 'z']),
    ];
    const after = [
      image('a.png', 'a2', ['y', 'x']),
      image('e.png', 'b', ['x', 'new']),
      image('f.png', 'f', []),
      image('d.png', 'd', ['x', 'z']),
    ];
    assert.deepEqual(imageChanges(before, after), {
      added: ['f.png'],
      gone: ['c.png'],
      renamed: [{ before: 'b.png', after: 'e.png' }],
      changed: ['a.png'],
      captions: [
        { image: 'a.png', caption: 'a.txt', added: [], gone: [], reordered: true },
        { image: 'd.png', caption: 'd.txt', added: [], gone: ['x'], reordered: false },
        { image: 'e.png', caption: 'e.txt', added: ['new'], gone: [], reordered: false },
      ],
    });
  });
  it('what could not be read is not another content', () => {
    const unread = { ...image('a.png', 'a', []), sha256: null };
    assert.deepEqual(imageChanges([unread], [image('a.png', 'b', [])]).changed, []);
    assert.deepEqual(imageChanges([{ ...unread, file: 'b.png' }], [unread]).renamed, []);
  });
});
