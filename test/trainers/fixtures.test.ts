import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import aitkBuckets from '../../tools/conformance/aitk_buckets.ts';
import aitkCaptions from '../../tools/conformance/aitk_captions.ts';
import aitkConfig from '../../tools/conformance/aitk_config.ts';
import aitkDatasets from '../../tools/conformance/aitk_datasets.ts';
import musubiBuckets from '../../tools/conformance/musubi_buckets.ts';
import musubiCaptions from '../../tools/conformance/musubi_captions.ts';
import musubiConfig from '../../tools/conformance/musubi_config.ts';
import musubiDatasets from '../../tools/conformance/musubi_datasets.ts';
import onetrainerBuckets from '../../tools/conformance/onetrainer_buckets.ts';
import onetrainerCaptions from '../../tools/conformance/onetrainer_captions.ts';
import onetrainerConfig from '../../tools/conformance/onetrainer_config.ts';
import onetrainerDatasets from '../../tools/conformance/onetrainer_datasets.ts';
import type { RowCheck } from '../../tools/conformance.ts';
import { sharedPath } from '../shared.ts';
import { failuresIn } from './sd-scripts/fixture-rows.ts';

const checks: Record<string, Record<string, RowCheck>> = {
  'musubi-tuner': {
    musubi_buckets: musubiBuckets,
    musubi_captions: musubiCaptions,
    musubi_config: musubiConfig,
    musubi_datasets: musubiDatasets,
  },
  'ai-toolkit': {
    aitk_buckets: aitkBuckets,
    aitk_captions: aitkCaptions,
    aitk_config: aitkConfig,
    aitk_datasets: aitkDatasets,
  },
  onetrainer: {
    onetrainer_buckets: onetrainerBuckets,
    onetrainer_captions: onetrainerCaptions,
    onetrainer_config: onetrainerConfig,
    onetrainer_datasets: onetrainerDatasets,
  },
};

for (const [trainer, files] of Object.entries(checks)) {
  describe(`answers of ${trainer}'s own code`, () => {
    for (const [name, check] of Object.entries(files)) {
      it(`${name} are reproduced`, async function () {
        const file = sharedPath(`trainer/${trainer}/fixtures/${name}.jsonl`);
        if (!file) this.skip();
        assert.deepEqual(await failuresIn(file, check), []);
      });
    }

    it('have a check for every file', function () {
      const folder = sharedPath(`trainer/${trainer}/fixtures`);
      if (!folder) this.skip();
      const names = readdirSync(folder).flatMap((name) =>
        name.endsWith('.jsonl') ? [path.basename(name, '.jsonl')] : [],
      );
      assert.deepEqual(names.sort(), Object.keys(files).sort());
    });
  });
}
