import assert from 'node:assert/strict';
import { applyEdits } from '../../server/src/ground/edits.ts';
import { readSidecar } from '../../server/src/settings/read-sidecar.ts';
import { resolveSettings } from '../../server/src/settings/settings.ts';
import { parseSidecar } from '../../server/src/settings/sidecar.ts';
import { addSuppression, confirmConcept, newSidecar } from '../../server/src/settings/sidecar-edits.ts';
import { MemoryWorkspace } from '../../server/src/workspace/memory.ts';
import { auditMarked } from '../support/check.ts';

describe('sidecar', () => {
  it('is read as a layer of settings between command line and editor', () => {
    const { layer, problems } = parseSidecar('{ "model": "sd15", "concepts": [{ "trigger": "tk" }] } // note');
    assert.deepEqual(problems, []);
    const settings = resolveSettings({ profile: 'onetrainer' }, layer, { model: 'flux', profile: 'ai-toolkit' });
    assert.deepEqual([settings.model, settings.profile], ['sd15', 'onetrainer']);
    assert.equal(settings.sidecar.concepts[0]?.trigger, 'tk');
  });
  it('a wrong value is told at its place, the rest counts', () => {
    const text = '{\n  "model": "sd16",\n  "tokenLimit": 150,\n  "colour": 1\n}';
    const { layer, problems } = parseSidecar(text);
    assert.deepEqual(layer, { tokenLimit: 150 });
    assert.deepEqual(
      problems.map(({ range }) => text.slice(range.start, range.end)),
      ['"sd16"', '"colour"'],
    );
  });
  it('broken JSON is told and gives defaults; no text is an empty sidecar', () => {
    assert.ok(parseSidecar('{ "model": ').problems.length > 0);
    assert.ok(parseSidecar('[1]').problems.length > 0);
    assert.deepEqual(parseSidecar(''), { layer: {}, problems: [] });
  });
  it('a file that is not there or not UTF-8 leaves the defaults', async () => {
    const workspace = new MemoryWorkspace();
    workspace.set('/a/1.txt', '');
    assert.deepEqual((await readSidecar(workspace, '/a')).problems, []);
    workspace.set('/a/.tagmetry.json', Uint8Array.of(0xff, 0xfe, 0x7b));
    const { layer, problems } = await readSidecar(workspace, '/a');
    assert.deepEqual([layer, problems.length], [{}, 1]);
  });
});

describe('changes of a sidecar', () => {
  const suppression = { rule: 'duplicate-tag', file: 'a.txt', tag: 'hat' };
  it('keep its formatting and comments', () => {
    const text = '{\n\t// mine\n\t"model": "sd15"\n}\n';
    const changed = applyEdits(text, addSuppression(text, suppression));
    assert.ok(changed.startsWith('{\n\t// mine\n\t"model": "sd15"'));
    assert.deepEqual(parseSidecar(changed).layer.suppressions, [suppression]);
    assert.match(changed, /\n\t"suppressions"/);
  });
  it('come once', () => {
    const once = applyEdits(newSidecar, addSuppression(newSidecar, suppression));
    assert.deepEqual(addSuppression(once, suppression), []);
    const twice = applyEdits(once, addSuppression(once, { rule: 'duplicate-tag' }));
    assert.equal(parseSidecar(twice).layer.suppressions?.length, 2);
  });
  it('a confirmed trigger replaces the one of its folder', () => {
    const concept = { trigger: 'tk', classWord: '1girl', folder: '5_a' };
    const once = applyEdits(newSidecar, confirmConcept(newSidecar, concept));
    const twice = applyEdits(once, confirmConcept(once, { ...concept, trigger: 'tq' }));
    assert.deepEqual(parseSidecar(twice).layer.concepts, [{ trigger: 'tq', classWord: '1girl', folders: ['5_a'] }]);
    const other = applyEdits(twice, confirmConcept(twice, { ...concept, folder: '' }));
    assert.equal(parseSidecar(other).layer.concepts?.length, 2);
  });
});

describe('suppressions', () => {
  const folder = '// a.txt\nhat, hat, cap, cap\n// b/c.txt\nhat, hat';
  const found = async (layer: object): Promise<string[]> =>
    (await auditMarked(folder, { settings: layer })).findings
      .filter(({ rule }) => rule === 'duplicate-tag')
      .map(({ file, tag }) => `${file} ${tag}`);
  it('leave out a rule by file, folder and tag', async () => {
    const rule = 'duplicate-tag';
    assert.deepEqual(await found({}), ['a.txt hat', 'a.txt cap', 'b/c.txt hat']);
    assert.deepEqual(await found({ suppressions: [{ rule }] }), []);
    assert.deepEqual(await found({ suppressions: [{ rule, file: 'a.txt' }] }), ['b/c.txt hat']);
    assert.deepEqual(await found({ suppressions: [{ rule, file: 'b' }] }), ['a.txt hat', 'a.txt cap']);
    assert.deepEqual(await found({ suppressions: [{ rule, tag: 'Hat' }] }), ['a.txt cap']);
    assert.deepEqual(await found({ suppressions: [{ rule: 'other' }] }), ['a.txt hat', 'a.txt cap', 'b/c.txt hat']);
  });
  it('a baseline leaves out what was there', async () => {
    assert.deepEqual(await found({ baseline: ['duplicate-tag a.txt hat'] }), ['a.txt cap', 'b/c.txt hat']);
  });
});
