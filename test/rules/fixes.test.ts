import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseCaption } from '../../server/src/caption/parse.ts';
import { removeTags } from '../../server/src/caption/remove-tags.ts';
import { fixesOf, safeFixes } from '../../server/src/engine/fix-all.ts';
import { fixFolder } from '../../server/src/engine/fix-folder.ts';
import { editsBetween } from '../../server/src/ground/diff.ts';
import { applyEdits } from '../../server/src/ground/edits.ts';
import { captionText } from '../support/captions.ts';
import { auditMarked } from '../support/check.ts';

describe('editsBetween', () => {
  it('makes one text of the other, for any two', () => {
    fc.assert(
      fc.property(captionText, captionText, (from, to) => {
        assert.equal(applyEdits(from, editsBetween(from, to)), to);
        assert.deepEqual(editsBetween(from, from), []);
      }),
    );
  });
  it('leaves what both have', () => {
    assert.deepEqual(editsBetween('a, b, c, d', 'a, c, d'), [{ range: { start: 3, end: 6 }, newText: '' }]);
    assert.equal(editsBetween('long_hair, a, blue_eyes', 'long hair, a, blue eyes').length, 2);
  });
});

describe('removeTags', () => {
  it('leaves the others with one separator between them, for any choice', () => {
    const tags = ['a', 'b c', 'd_e', ':d', 'f'];
    fc.assert(
      fc.property(fc.subarray(tags, { minLength: 1, maxLength: 4 }), (gone) => {
        const caption = parseCaption(tags.join(', '));
        const removed = new Set(caption.tags.filter((tag) => gone.includes(tag.text)));
        const left = tags.filter((tag) => !gone.includes(tag));
        assert.equal(applyEdits(caption.text, removeTags(caption, removed)), left.join(', '));
      }),
    );
  });
});

describe('fixFolder', () => {
  const folder = '// a.txt\nohwx,, night\n// b.txt\nohwx, night, Night\n// c.txt\nohwx';
  it('works out the safe fixes of all captions and writes nothing', async () => {
    const { index, settings, workspace } = await auditMarked(folder);
    const changed = await fixFolder(index, settings, safeFixes);
    assert.deepEqual(
      changed.map(({ file, after, fixed }) => [file, after, fixed]),
      [['a.txt', 'ohwx, night', 1]],
    );
    assert.equal(applyEdits(changed[0].before, changed[0].edits), changed[0].after);
    assert.equal(workspace.calls.write, 0);
  });
  it('works out the fixes of one rule, suggested ones too', async () => {
    const { index, settings } = await auditMarked(folder);
    const changed = await fixFolder(index, settings, fixesOf('duplicate-tag'));
    assert.deepEqual(
      changed.map(({ file, after }) => [file, after]),
      [['b.txt', 'ohwx, night']],
    );
  });
  it('stops when it is told to', async () => {
    const many = Array.from({ length: 120 }, (_, n) => `// ${n}.txt\na,, b`).join('\n');
    const { index, settings } = await auditMarked(many);
    await assert.rejects(fixFolder(index, settings, safeFixes, AbortSignal.abort()));
  });
});

describe('a fix that says it keeps some text', () => {
  it('does, for captions too long of pieces of any kind', async () => {
    const piece = fc.constantFrom(
      'a',
      'long hair',
      'very long hair',
      'hair',
      ' ',
      '',
      'red dress',
      'dress',
      'a',
      '|||',
      '\n',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { minLength: 25, maxLength: 60 }),
        fc.constantFrom('auto' as const, 75 as const),
        async (pieces, tokenLimit) => {
          const text = pieces.join(', ');
          const bytes = { 'a.txt': Buffer.from(text) };
          const { index, findings } = await auditMarked('// b.txt\nohwx', { bytes, settings: { tokenLimit } });
          const source = index.record('a.txt')?.source;
          if (source?.kind !== 'text') return;
          for (const { fixes = [] } of findings)
            for (const { keepsText, edits } of fixes)
              if (keepsText) for (const of of edits) assert.notEqual(applyEdits(source.text, of.edits).trim(), '');
        },
      ),
      { numRuns: 30 },
    );
  });
  it('is one that makes its edits only when they are asked for', async () => {
    const { findings } = await auditMarked(`// a.txt\n${Array.from({ length: 60 }, (_, n) => `tag ${n}`).join(', ')}`);
    const [trim, cut] = findings.find(({ rule }) => rule === 'token-truncation')?.fixes ?? [];
    assert.deepEqual([trim?.keepsText, cut?.keepsText], [true, true]);
  });
});
