import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DatasetIndex } from '../../server/src/dataset/index.ts';
import { associations } from '../../server/src/facts/associations.ts';
import { completeTag } from '../../server/src/language/completion.ts';
import { partnersOf, togetherCount } from '../../server/src/language/partners.ts';
import { placeOf } from '../../server/src/language/typing-place.ts';
import { captionContext } from '../../server/src/rules/caption-context.ts';
import { resolveSettings } from '../../server/src/settings/settings.ts';
import { normalTag } from '../../server/src/tags/normal.ts';
import { MemoryWorkspace } from '../../server/src/workspace/memory.ts';

const settings = resolveSettings({});

async function folderOf(captions: readonly string[]): Promise<DatasetIndex> {
  const workspace = new MemoryWorkspace();
  for (const [at, text] of captions.entries()) {
    workspace.set(`/set/${at}.txt`, text);
    workspace.set(`/set/${at}.png`, '');
  }
  return DatasetIndex.open(workspace, '/set', settings);
}

const tag = fc.constantFrom('a', 'b c', 'D_e', 'long hair', 'long_hat', 'x', 'y', ':d');
const caption = fc
  .tuple(fc.array(tag, { minLength: 1, maxLength: 6 }), fc.constantFrom(', ', ','))
  .map(([tags, joint]) => tags.join(joint));

describe('partners of a tag', () => {
  it('are those of the folder’s kept counts', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(caption, { minLength: 1, maxLength: 12 }), async (captions) => {
        const { facts } = await folderOf(captions);
        for (const [norm] of facts.entries()) {
          const found = partnersOf(facts, norm, 2, 0.1).map((one) => [one.norm, one.together, one.npmi]);
          const kept = associations(facts, norm, 2)
            .filter(({ npmi }) => npmi >= 0.1)
            .map((one) => [one.norm, one.together, one.npmi]);
          assert.deepEqual(found.sort(), kept.sort());
          for (const [other] of facts.entries())
            if (other !== norm)
              assert.equal(togetherCount(facts, norm, other), facts.cooccurrence(norm).get(other) ?? 0);
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe('completion', () => {
  it('leaves every other tag as it is, wherever the cursor stands', async () => {
    const captions = ['a, b c, long hair', 'long hair, x', 'y, D_e'];
    await fc.assert(
      fc.asyncProperty(caption, fc.nat(), async (text, at) => {
        const index = await folderOf([...captions, text]);
        const record = index.record('3.txt');
        const context = record && captionContext(index, record, settings);
        assert.ok(context);
        const offset = at % (text.length + 1);
        const place = placeOf(context, offset);
        const found = completeTag(context, offset, 5);
        assert.ok(place && found);
        const rest = context.caption.tags.filter((one) => one !== place.tag).map((one) => normalTag(one.text));
        for (const { newText, label } of found.items) {
          const after: string = text.slice(0, found.range.start) + newText + text.slice(found.range.end);
          const tags: string[] = after.split(',').map((one) => normalTag(one));
          const added = tags.indexOf(normalTag(label));
          assert.ok(added >= 0, `${text} at ${offset}: ${after}`);
          assert.deepEqual(
            tags.filter((_, i) => i !== added),
            rest,
            `${text} at ${offset}: ${after}`,
          );
        }
      }),
    );
  });
});
