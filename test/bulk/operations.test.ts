import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type BulkOperation, bulkEdits, bulkText, operationProblem } from '../../server/src/bulk/operations.ts';
import { planBulkEdit } from '../../server/src/bulk/plan.ts';
import { defaultSyntax, parseCaption } from '../../server/src/caption/parse.ts';
import { DatasetIndex } from '../../server/src/dataset/index.ts';
import { resolveSettings } from '../../server/src/settings/settings.ts';
import { normalTag } from '../../server/src/tags/normal.ts';
import { MemoryWorkspace } from '../../server/src/workspace/memory.ts';

const run = (text: string, operation: BulkOperation): string => bulkText(text, defaultSyntax, operation);

describe('bulk operations', () => {
  it('add tags in front, at the end and after another', () => {
    assert.equal(run('a, b', { kind: 'add', tags: ['x', 'y'], at: 'front' }), 'x, y, a, b');
    assert.equal(run('a, b', { kind: 'add', tags: ['x'], at: 'end' }), 'a, b, x');
    assert.equal(run('a,b,c', { kind: 'add', tags: ['x'], at: 'end' }), 'a,b,c,x');
    assert.equal(run('a, b,', { kind: 'add', tags: ['x'], at: 'end' }), 'a, b, x');
    assert.equal(run('a, b', { kind: 'add', tags: ['x'], at: 'after', after: 'A' }), 'a, x, b');
    assert.equal(run('', { kind: 'add', tags: ['x', 'y'], at: 'end' }), 'x, y');
    assert.equal(run('a\nignored', { kind: 'add', tags: ['x'], at: 'end' }), 'a, x\nignored');
  });
  it('add no tag twice, in any spelling', () => {
    assert.equal(run('Long_Hair, b', { kind: 'add', tags: ['long hair'], at: 'end' }), 'Long_Hair, b');
    assert.equal(run('b', { kind: 'add', tags: ['x', 'X'], at: 'end' }), 'b, x');
    assert.equal(run('a, b', { kind: 'add', tags: ['x'], at: 'after', after: 'c' }), 'a, b');
  });
  it('remove tags with their separators', () => {
    assert.equal(run('a, b_c, d', { kind: 'remove', tags: ['b c'] }), 'a, d');
    assert.equal(run('a, b', { kind: 'remove', tags: ['a', 'b'] }), '');
  });
  it('replace whole tags, text and patterns', () => {
    assert.equal(run('cat, cat ears', { kind: 'replace', tag: 'cat', with: 'dog' }), 'dog, cat ears');
    const text = { kind: 'replace-text', find: 'cat', with: '$1', regex: false, matchCase: false } as const;
    assert.equal(run('Cat, cat ears\ncat', text), '$1, $1 ears\ncat');
    const pattern = { ...text, find: '(\\w+) ears', with: '$1_ears', regex: true };
    assert.equal(run('a, cat ears', pattern), 'a, cat_ears');
    assert.match(operationProblem({ ...pattern, find: '(' }, defaultSyntax) ?? '', /regular expression/i);
  });
  it('want tags with a name and a text to look for', () => {
    for (const operation of [
      { kind: 'add', tags: [''], at: 'end' },
      { kind: 'remove', tags: [' '] },
      { kind: 'replace', tag: '', with: 'x' },
      { kind: 'replace-text', find: '', with: 'x', regex: false, matchCase: false },
    ] satisfies BulkOperation[])
      assert.notEqual(operationProblem(operation, defaultSyntax), null, operation.kind);
  });
  it('bring tags to the front and into a stated order; separators stay', () => {
    assert.equal(run('a,b ,  c', { kind: 'move-front', tags: ['c'] }), 'c,a ,  b');
    assert.equal(run('c, x, a, b', { kind: 'sort', order: ['a', 'b', 'c'] }), 'a, b, c, x');
  });
  it('take out repeated tags', () => {
    assert.equal(run('a b, c, A_b', { kind: 'deduplicate' }), 'a b, c');
  });
  it('put one text in the place of another', () => {
    assert.equal(run('a, b\nc', { kind: 'set-text', text: 'x, y\n' }), 'x, y\n');
    assert.equal(run('', { kind: 'set-text', text: 'x' }), 'x');
    assert.deepEqual(bulkEdits('x', defaultSyntax, { kind: 'set-text', text: 'x' }), []);
  });
  it('keep the other tags and everything that does not train', () => {
    const tag = fc.constantFrom('a', 'b c', 'D_e', 'x', '', '(f:1.2)', ':d', '猫');
    const text = fc
      .tuple(fc.array(tag), fc.constantFrom(', ', ',', ' ,  '), fc.constantFrom('', '\n', '\r\nmore, x\r\n'))
      .map(([tags, joint, end]) => tags.join(joint) + end);
    fc.assert(
      fc.property(text, fc.constantFrom('front', 'end') as fc.Arbitrary<'front' | 'end'>, (before, at) => {
        const after = run(before, { kind: 'add', tags: ['new tag'], at });
        const norms = (t: string): string[] => parseCaption(t).tags.map((one) => normalTag(one.text));
        assert.deepEqual(
          norms(after).filter((norm) => norm !== 'new tag'),
          norms(before),
        );
        assert.equal(norms(after).filter((norm) => norm === 'new tag').length, 1);
        assert.equal(run(after, { kind: 'remove', tags: ['new tag'] }).split(/\r?\n/)[1], before.split(/\r?\n/)[1]);
        assert.deepEqual(norms(run(before, { kind: 'sort', order: ['x', 'a'] })).sort(), norms(before).sort());
      }),
    );
  });
});

describe('regular expressions', () => {
  const replace = (text: string, find: string, by: string, matchCase = true): string =>
    bulkText(text, defaultSyntax, { kind: 'replace-text', find, with: by, regex: true, matchCase });

  it('replace as JavaScript does where both know the pattern', () => {
    const cases: [text: string, find: string, by: string][] = [
      ['long hair, hair', '(\\w+) hair', 'hair $1'],
      ['aaa, b', 'a', '[$&]'],
      ['a1b2', '([a-z])(\\d)', '$2$1'],
      ['price', 'price', '$$1'],
      ['abc', '(?<x>b)', '<$<x>>'],
      ['abc', '(a)(x)?', '[$1|$2]'],
      ['abc', '', '-'],
      ['猫, 犬', '.', '\u{1f600}'],
      ['abc', '(b)', '$10'],
      ['abc', 'b', '$1'],
    ];
    for (const [text, find, by] of cases)
      assert.equal(replace(text, find, by), text.replace(new RegExp(find, 'gu'), by), `${find} → ${by}`);
    assert.equal(replace('A cat', 'CAT', 'dog', false), 'A dog');
  });
  it('say which of their kind are not understood', () => {
    for (const find of ['(', '[', 'a{2000}', '(?=x)', '(?<!x)y', '(a)\\1']) {
      const operation = { kind: 'replace-text' as const, find, with: '', regex: true, matchCase: true };
      assert.match(operationProblem(operation, defaultSyntax) ?? '', /not understood/, find);
    }
  });
  it('that would take for ever elsewhere take no time, and leave a text alone that they take long for', async () => {
    assert.equal(replace(`${'a'.repeat(200)}b`, '(a+)+$', 'x'), `${'a'.repeat(200)}b`);
    assert.equal(replace('x'.repeat(2000), '(x+x+)+y', ''), 'x'.repeat(2000));
    for (const find of ['(a?){500}a{500}b', '.*b|a']) {
      const operation = { kind: 'replace-text' as const, find, with: 'x', regex: true, matchCase: true };
      const [record] = await recordsOf('a'.repeat(200_000));
      const plan = await planBulkEdit([record], () => defaultSyntax, operation);
      assert.deepEqual(plan.untouchable, [{ file: '1.txt', reason: 'pattern too slow' }], find);
    }
  });
});

async function recordsOf(text: string) {
  const workspace = new MemoryWorkspace();
  workspace.set('/set/1.txt', text);
  workspace.set('/set/1.png', '');
  const index = await DatasetIndex.open(workspace, '/set', resolveSettings({}));
  return [...index.captions].flatMap(({ file }) => index.record(file) ?? []);
}
