// Which captions hold a tag is listed in steps while the folder is edited: what is listed is what the captions hold in the end.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { defaultSyntax } from '../../server/src/caption/parse.ts';
import { FolderFacts } from '../../server/src/facts/facts.ts';
import { type CaptionRecord, makeRecord } from '../../server/src/facts/record.ts';
import { Vocabulary } from '../../server/src/facts/vocabulary.ts';

const text = fc
  .array(fc.constantFrom('hat', 'smile', 'red dress', 'night', 'own', 'rain'), { maxLength: 5 })
  .map((tags) => tags.join(', '));

class Folder {
  readonly facts = new FolderFacts(new Vocabulary());
  readonly #records = new Map<number, CaptionRecord>();

  write(id: number, caption: string): void {
    const source = { kind: 'text', text: caption, bom: false, size: caption.length } as const;
    const reading = { syntax: defaultSyntax, clip: { weighted: false } };
    const record = makeRecord(id, `${id}.txt`, source, reading, this.facts.vocabulary);
    this.facts.replace(this.#records.get(id) ?? null, record);
    this.#records.set(id, record);
  }

  remove(id: number): void {
    const record = this.#records.get(id);
    if (record) this.facts.remove(record);
    this.#records.delete(id);
  }

  /** By tag: the captions that are listed, and those that hold it. */
  compare(): void {
    for (const [norm] of this.facts.entries())
      assert.deepEqual(
        [...this.facts.captionIds(norm)],
        [...this.facts.records()].filter(({ norms }) => norms.includes(norm)).map(({ id }) => id),
      );
  }
}

describe('the captions of each tag', () => {
  it('are listed in steps whatever is edited between them', () => {
    const edit = fc.record({ at: fc.nat(450), caption: fc.option(text) });
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 60 }), fc.boolean(), (edits, cannotWait) => {
        const folder = new Folder();
        for (let id = 0; id < 400; id++) folder.write(id, id % 2 === 0 ? 'hat, night' : 'smile, own');
        const left = [...edits];
        let steps = 0;
        for (const _ of folder.facts.listSteps()) {
          steps++;
          for (const { at, caption } of left.splice(0, 12)) {
            if (caption === null) folder.remove(at);
            else folder.write(at, caption);
          }
          if (cannotWait && steps === 2) for (let times = 0; times < 3; times++) folder.compare();
        }
        assert.ok(cannotWait || steps > 2);
        folder.compare();
        folder.write(3, 'rain, a new one');
        folder.remove(4);
        folder.compare();
        assert.deepEqual([...folder.facts.listSteps()], []);
      }),
      { numRuns: 15 },
    );
  });
});
