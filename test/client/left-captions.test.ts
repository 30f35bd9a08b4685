import assert from 'node:assert/strict';
import { reasonsOf } from '../../client/src/left-captions.ts';

const left = (reason: string, ...names: string[]) => names.map((name) => ({ file: `${name}.txt`, reason }));
const counted = (captions: number) => `${captions} captions`;

describe('captions that were left as they are', () => {
  it('are told by reason, the most frequent first, by name while they are few', () => {
    assert.equal(
      reasonsOf([...left('read-only', 'a'), ...left('not UTF-8', 'b', 'c', '3/d')], counted),
      'not UTF-8 (b.txt, c.txt, 3/d.txt); read-only (a.txt)',
    );
    assert.equal(
      reasonsOf([...left('gone', 'x'), ...left('not UTF-8', 'b', 'c', 'd', 'e')], counted),
      'not UTF-8 (4 captions); gone (x.txt)',
    );
  });
  it('need no words where there are none', () => assert.equal(reasonsOf([], counted), ''));
});
