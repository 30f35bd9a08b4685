import assert from 'node:assert/strict';
import { parseCaption } from '../../server/src/caption/parse.ts';
import { DatasetIndex } from '../../server/src/dataset/index.ts';
import { fixAll, safeFixes } from '../../server/src/engine/fix-all.ts';
import { applyEdits } from '../../server/src/ground/edits.ts';
import { formatCaption, formatOptionsOf } from '../../server/src/language/format.ts';
import { captionOver, checkCaption } from '../../server/src/rules/run.ts';
import { resolveSettings } from '../../server/src/settings/settings.ts';
import { normalTag } from '../../server/src/tags/normal.ts';
import { nodeWorkspace } from '../../server/src/workspace/node.ts';
import { sharedPath } from '../shared.ts';

const settings = resolveSettings({});
const tagsOf = (text: string): string[] => parseCaption(text, settings.syntax).tags.map((tag) => normalTag(tag.text));

for (const set of ['tohoku', 'cities', 'wikipetan', 'lineart']) {
  describe(`real captions: ${set}`, () => {
    let index: DatasetIndex;
    const texts = new Map<string, string>();

    before(async function () {
      const folder = sharedPath(`captions/${set}`);
      if (folder === null) this.skip();
      index = await DatasetIndex.open(nodeWorkspace, folder, settings);
      for (const { file } of index.captions) {
        const source = index.record(file)?.source;
        if (source?.kind === 'text') texts.set(file, source.text);
      }
      assert.ok(texts.size > 0);
    });

    it('keep their tags and the order when all safe fixes are made, and a second run changes nothing', () => {
      for (const [file, text] of texts) {
        for (const written of [text, spoilt(text)]) {
          const { text: fixed } = fixAll(index, file, written, settings, safeFixes);
          assert.deepEqual(tagsOf(fixed), tagsOf(written), file);
          assert.equal(fixAll(index, file, fixed, settings, safeFixes).text, fixed, file);
        }
      }
    });

    it('keep their tags when formatted, and a second run changes nothing', () => {
      for (const style of [null, 'underscore', 'space'] as const) {
        const options = { ...formatOptionsOf(settings, index), ...(style === null ? {} : { tagStyle: style }) };
        for (const [file, text] of texts) {
          for (const written of [text, spoilt(text)]) {
            const formatted = applyEdits(written, formatCaption(written, options));
            assert.deepEqual(tagsOf(formatted), tagsOf(written), file);
            assert.deepEqual(formatCaption(formatted, options), [], file);
          }
        }
      }
    });

    it('carry few contradictions', () => {
      let contradictory = 0;
      for (const [file, text] of texts) {
        const record = captionOver(index, file, text, settings);
        assert.ok(record);
        if (checkCaption(index, record, settings).some(({ rule }) => rule === 'contradictory-tags')) contradictory++;
      }
      assert.ok(contradictory <= texts.size / 100, `${contradictory} of ${texts.size}`);
    });
  });
}

/** The same caption as a careless hand leaves it: doubled separators, blanks, an invisible character, a trailing comma. */
function spoilt(text: string): string {
  return ` ${text.replace(', ', ',, \u200b').replace(/, (?=[^,]*$)/, ' ,  ')}, `;
}
