import assert from 'node:assert/strict';
import type { PlanAnswer } from '../../server/src/lsp/protocol.ts';
import { withClient } from './client.ts';

const images = `
// 10_qvzt woman/0001.txt
qvzt, beach, hat
// 10_qvzt woman/0001.png 1024x1024
// 10_qvzt woman/0002.png 832x1216
// 10_qvzt woman/0003.gif 832x1216
// 10_qvzt woman/stray.txt
qvzt
`;
const config = `${images}
// set.toml
[general]
caption_extension = '.txt'
enable_bucket = true

[[datasets]]
resolution = 1024
batch_size = 2

  [[datasets.subsets]]
  image_dir = '10_qvzt woman'
  num_repeats = 3
`;

describe('the plan of a training over the protocol', () => {
  it('follows the configuration that names the dataset', () =>
    withClient(config, { transport: 'memory' }, async (client) => {
      const uri = await client.open('10_qvzt woman/0001.txt', 'qvzt, beach, hat');
      await client.ready(uri);
      const { configs, assumed, plan } = await client.request<PlanAnswer>('tagmetry/plan', { uri });
      assert.match(configs[0] ?? '', /set\.toml$/);
      assert.deepEqual(assumed, []);
      assert.equal(plan.error, null);
      const [dataset] = plan.datasets;
      assert.equal(dataset.batchSize, 2);
      assert.deepEqual(
        dataset.subsets.map(({ images, repeats, samplesPerEpoch, captions }) => [
          images,
          repeats,
          samplesPerEpoch,
          captions.fromFile,
          captions.missing,
        ]),
        [[2, 3, 6, 1, 1]],
      );
      assert.deepEqual(
        dataset.subsets[0].uncaptioned.files.map(({ file }) => file),
        ['10_qvzt woman/0002.png'],
      );
      assert.equal(dataset.buckets.length, 2);
      assert.equal(plan.batchesPerEpoch, 4);
      assert.equal(plan.unseenImages.count, 1);
      assert.equal(plan.unseenImages.files[0].file, '10_qvzt woman/0003.gif');
      assert.deepEqual(
        plan.unreadCaptions.files.map(({ file }) => file),
        ['10_qvzt woman/stray.txt'],
      );
      assert.deepEqual(plan.tokensCut && [plan.tokensCut.captions, plan.tokensCut.captionsOverLimit], [1, 0]);
    }));

  it('says what is assumed where no configuration is, and counts open texts', () =>
    withClient(images, { transport: 'memory' }, async (client) => {
      const long = Array.from({ length: 90 }, () => 'hat').join(', ');
      const uri = await client.open('10_qvzt woman/0001.txt', long);
      await client.ready(uri);
      const { configs, assumed, plan } = await client.request<PlanAnswer>('tagmetry/plan', { uri });
      assert.deepEqual(configs, []);
      assert.equal(new Map(assumed).get('caption_extension'), '.txt');
      assert.equal(plan.tokensCut?.captionsOverLimit, 1);
    }));
});
