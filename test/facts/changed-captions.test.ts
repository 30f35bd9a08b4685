import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ChangedCaptions } from '../../server/src/facts/changed-captions.ts';

describe('captions that changed', () => {
  it('are those since any earlier look, or nobody knows any more', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(3000), { maxLength: 12 }), (bursts) => {
        const changed = new ChangedCaptions();
        const all: number[] = [];
        const looks: number[] = [];
        for (const burst of bursts) {
          looks.push(changed.count);
          for (let change = 0; change < burst; change++) {
            all.push(change % 7);
            changed.note(change % 7);
          }
        }
        assert.equal(changed.count, all.length);
        for (const look of looks) {
          const since = changed.since(look);
          if (since) assert.deepEqual(since, all.slice(look));
          // What was changed a moment ago is always known.
          else assert.ok(all.length - look > 4096);
        }
      }),
    );
  });
});
