import assert from 'node:assert/strict';
import { applyEdits } from '../../server/src/ground/edits.ts';
import type { SettingsLayer } from '../../server/src/settings/settings.ts';
import { auditMarked } from '../support/check.ts';

const oneTrainer: SettingsLayer = { model: 'sdxl', profile: 'onetrainer' };

/** What is said of the lines of one caption, and the text after the fix. */
async function told(text: string, settings = oneTrainer): Promise<{ messages: string[]; fixed: string | null }> {
  const { findings } = await auditMarked(`\n// 1.txt\n${text}\n// 2.txt\nkaelith, 1girl, smile, forest`, { settings });
  const own = findings.filter(({ rule, file }) => rule === 'foreign-separator' && file === '1.txt');
  const [edit] = own[0]?.fixes?.[0]?.edits ?? [];
  return {
    messages: own.map(({ message }) => message),
    fixed: edit ? applyEdits(text, edit.edits) : null,
  };
}

describe('one tag on each line', () => {
  it('is told where the trainer draws a line, and put on one', async () => {
    const { messages, fixed } = await told('kaelith\n1girl\nlong hair\n\nsmile');
    assert.deepEqual(messages, [
      'Each of the 4 lines is a caption of its own, and trains one tag alone. Put the tags on one line, with "," between them.',
    ]);
    assert.equal(fixed, 'kaelith, 1girl, long hair, smile');
  });
  it('takes three lines, of up to four words, and six of ten that are tags', async () => {
    assert.deepEqual((await told('1girl\nsmile')).messages, []);
    assert.equal((await told('1girl\nsmile\nforest')).messages.length, 1);
    assert.equal((await told('1girl\nsmile\nhands in both pockets')).messages.length, 1);
    assert.deepEqual((await told('1girl\nsmile\nher hands in both pockets')).messages, []);
    assert.equal((await told('1girl\nsmile\nforest\nqqz\nzzq')).messages.length, 1);
    assert.deepEqual((await told('1girl\nsmile\nqqz\nzzq')).messages, []);
  });
  it('is none of captions that are alternatives', async () => {
    for (const text of [
      'kaelith, smile\n1girl, forest\nkaelith, 1girl',
      'kaelith smiles\nkaelith laughs\nkaelith cries',
    ])
      assert.deepEqual((await told(text)).messages, [], text);
  });
  it('is asked where sd-scripts draws lines too, and where none is drawn something else is told', async () => {
    const lines = '1girl\nsmile\nforest';
    const drawn = await told(lines, { model: 'sdxl', caption: { wildcards: true } });
    assert.equal(drawn.messages.length, 1);
    assert.deepEqual((await told(lines, { model: 'sdxl' })).messages, []);
  });
});
