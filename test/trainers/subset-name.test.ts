import assert from 'node:assert/strict';
import fc from 'fast-check';
import { pythonInt, pythonStrip, pythonWeight } from '../../server/src/trainers/python/python-text.ts';
import { parseSubsetName } from '../../server/src/trainers/subset-name.ts';

describe('subset names', () => {
  const read = (folder: string) => {
    const name = parseSubsetName(folder);
    return name.accepted ? [name.repeats, name.classTokens] : name.reason;
  };

  it('are repeats, an underscore and the class, which stays unchanged', () => {
    assert.deepEqual(read('10_sks dog'), [10, 'sks dog']);
    assert.deepEqual(read('3_a_b_ '), [3, 'a_b_ ']);
    assert.deepEqual(read('10'), [10, '']);
    assert.deepEqual(read('10_'), [10, '']);
  });

  it('take their number as Python does', () => {
    assert.deepEqual(read(' +010 _x'), [10, 'x']);
    assert.deepEqual(read('１０_全角'), [10, '全角']);
    assert.deepEqual(read('٣_x'), [3, 'x']);
    for (const folder of ['10-sks', '1e1_x', '1.0_x', '_10', '', '²_x', '+-3_x', '\x1c3_x', '\ufeff3_x', 'log']) {
      assert.equal(read(folder), 'no-repeats', JSON.stringify(folder));
    }
  });

  it('below 1 are skipped without a word', () => {
    for (const folder of ['0_x', '-3_x', '+0_x', '-0']) assert.equal(read(folder), 'not-positive', folder);
  });

  it('are read without failing, whatever the text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (folder) => void parseSubsetName(folder)));
  });
});

describe("Python's text rules", () => {
  it('strip white space that JavaScript keeps and keep what JavaScript strips', () => {
    assert.equal(pythonStrip('\x1f\x85 \u3000a\u00a0\x1c'), 'a');
    assert.equal(pythonStrip('\ufeffa\u200b'), '\ufeffa\u200b');
    assert.equal(pythonStrip(' \u3000'), '');
  });

  it('read numbers of all scripts', () => {
    assert.equal(pythonInt('𝟗'), 9);
    assert.equal(pythonInt('1_000'), 1000);
    assert.equal(pythonInt('1__0'), null);
    assert.equal(pythonWeight('１.５'), 1.5);
    assert.equal(pythonWeight('.5'), 0.5);
    assert.equal(pythonWeight('5.'), 5);
    assert.equal(pythonWeight('.'), null);
    assert.equal(pythonWeight('1.2.3'), null);
  });
});
