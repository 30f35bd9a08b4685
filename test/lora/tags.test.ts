import assert from 'node:assert/strict';
import { parseHeader } from '../../server/src/lora/header.ts';
import { loraOf } from '../../server/src/lora/lora-file.ts';
import { loraReport, tagsInBreaths } from '../../server/src/lora/lora-report.ts';
import { headerText, sdxlLayers } from '../support/safetensors.ts';

describe('tags of a LoRA file', () => {
  it('are gone through in breaths, however many a header holds, with the same result', async () => {
    const counts = Object.fromEntries(
      Array.from({ length: 15_000 }, (_, n) => [`tag number ${n}`, 1 + ((n * 7919) % 97)]),
    );
    const metadata = {
      ss_network_dim: '8',
      ss_sd_model_name: 'x.safetensors',
      ss_dataset_dirs: JSON.stringify({ '10_a': { n_repeats: 10, img_count: 100 } }),
      ss_tag_frequency: JSON.stringify({ '10_a': counts }),
    };
    const bytes = new TextEncoder().encode(headerText(metadata, sdxlLayers(4)));
    const file = loraOf(parseHeader(bytes, 1 << 30), '/a', 'a');
    let others = 0;
    const timer = setInterval(() => others++, 0);
    const tags = await tagsInBreaths(file);
    clearInterval(timer);
    assert.ok(others > 0, 'nothing else had a turn');
    assert.equal(tags?.length, 15_000);
    assert.deepEqual(tags, loraReport(file).tags);
    assert.equal(loraReport(file, tags).tags, tags);
  });
});
