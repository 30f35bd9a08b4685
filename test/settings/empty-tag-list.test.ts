import assert from 'node:assert/strict';
import { TagListStore } from '../../server/src/settings/tag-lists.ts';
import { MemoryWorkspace } from '../../server/src/workspace/memory.ts';
import { FileProblem } from '../../server/src/workspace/workspace.ts';

describe('tag lists without a tag', () => {
  for (const [name, bytes] of [
    ['an empty file', new Uint8Array()],
    ['blank lines', Buffer.from('\n\n \r\n')],
    ['a header alone', Buffer.from('tag,category,count,aliases\n')],
    ['commas', Buffer.from(',,,\n,,\n')],
  ] as const)
    it(`${name}: it is told, and no tag counts as unknown`, async () => {
      const workspace = new MemoryWorkspace();
      workspace.set('/lists/tags.csv', bytes);
      const problems: unknown[] = [];
      const store = new TagListStore(workspace);
      const known = await store.load(['/lists/tags.csv'], (problem) => problems.push(problem));
      const [problem] = problems;
      assert.equal(known, null);
      assert.ok(problem instanceof FileProblem && problem.reason === 'no tags');
      // A list beside it still counts.
      workspace.set('/lists/good.csv', '1girl,0,1\n');
      const both = await store.load(['/lists/tags.csv', '/lists/good.csv'], () => {});
      assert.ok(both?.has('1girl'));
    });
});
