import assert from 'node:assert/strict';
import { selectCaptions } from '../../server/src/engine/select.ts';
import { parseFilter } from '../../server/src/filter/parse.ts';
import { tagHover } from '../../server/src/language/hover.ts';
import { writeMarkdown } from '../../server/src/report/markdown.ts';
import { writeText } from '../../server/src/report/text.ts';
import { captionContext } from '../../server/src/rules/caption-context.ts';
import { auditMarked } from '../support/check.ts';

describe('tokens of an encoder that is not counted', () => {
  const source = '// 1.txt\n,\n// 2.txt\nqvzt, a red house\n';
  for (const model of ['wan', 'flux', 'hidream'] as const)
    it(`are unknown, and said to be: ${model}`, async () => {
      const { report } = await auditMarked(source, { settings: { model } });
      const { tokens } = report.metrics;
      assert.deepEqual(tokens, { min: null, median: null, mean: null, max: null, overLimitShare: null, histogram: [] });
      assert.deepEqual(
        report.captions.map((caption) => caption.tokens),
        [null, null],
      );
      assert.ok(report.tags.length > 0 && report.tags.every((tag) => tag.tokens === null));
      assert.match(writeText(report, { colour: false }), /tokens are not counted/);
      assert.match(writeMarkdown(report), /not counted/);
    });
  for (const [model, told] of [
    ['flux', /^\d+ CLIP tokens: /m],
    ['wan', null],
  ] as const)
    it(`are told by no hover of a tag: ${model}`, async () => {
      const { index, settings } = await auditMarked(source, { settings: { model } });
      const record = index.record('2.txt');
      const context = record && captionContext(index, record, settings);
      const hover = (context && tagHover(context, 7)?.markdown) ?? '';
      assert.ok(hover.includes('a red house'));
      if (told === null) assert.doesNotMatch(hover, /[Tt]oken/);
      else assert.match(hover, told);
      assert.doesNotMatch(hover, /^Tokens? \d|^\d+ tokens/m);
    });
  it('are nothing that a filter could compare', async () => {
    const select = async (model: 'wan' | 'sdxl', text: string): Promise<number> => {
      const { workspace, dataset, settings } = await auditMarked(source, { settings: { model } });
      const options = { isDuplicate: () => false, countsTokens: settings.encoder.counted };
      return (await selectCaptions(workspace, dataset, parseFilter(text).filter, options)).length;
    };
    assert.equal(await select('wan', 'tokens<500'), 0);
    assert.equal(await select('wan', 'tokens>0'), 0);
    assert.equal(await select('sdxl', 'tokens<500'), 2);
  });
  it('are numbers where it is counted', async () => {
    const { report } = await auditMarked(source, { settings: { model: 'sdxl' } });
    assert.equal(report.metrics.tokens.min, 1);
    assert.ok((report.metrics.tokens.max ?? 0) > 3);
  });
});
