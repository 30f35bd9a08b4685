import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { SettingsDiffResult } from '../../server/src/lsp/protocol.ts';
import { withClient } from './client.ts';

const folder = `
// 10_qvzt woman/0001.txt
qvzt, beach, hat
// 10_qvzt woman/0001.png 1024x1024
// set.toml
[general]
shuffle_caption = false

[[datasets]]
resolution = 1024

  [[datasets.subsets]]
  image_dir = '10_qvzt woman'
`;

describe('advised settings over the protocol', () => {
  it('are compared with the configuration that names the dataset, with edits', () =>
    withClient(folder, { transport: 'memory' }, async (client) => {
      const uri = await client.open('10_qvzt woman/0001.txt', 'qvzt, beach, hat');
      await client.ready(uri);
      const result = await client.request<SettingsDiffResult>('tagmetry/settingsDiff', {
        uri,
        settings: [
          { file: 'dataset_config', key: 'shuffle_caption', value: 'true' },
          { file: 'config_file', key: 'network_dim', value: '16' },
        ],
      });
      assert.match(result.datasetConfig ?? '', /set\.toml$/);
      assert.equal(result.configFile, null);
      assert.deepEqual(
        result.diffs.map(({ state }) => state),
        ['change', 'no-file'],
      );
      assert.equal(result.edits.length, 1);
      const range = { start: { line: 1, character: 18 }, end: { line: 1, character: 23 } };
      assert.deepEqual(result.edits[0].edits, [{ range, newText: 'true' }]);
      assert.match(await readFile(path.join(client.root, 'set.toml'), 'utf8'), /shuffle_caption = false/);
    }));
});
