import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ComparisonInWords, LoraAnswer } from '../../server/src/lsp/protocol.ts';
import { kohyaFolders, safetensors, sdxlLayers } from '../support/safetensors.ts';
import { withClient } from './client.ts';

const set = `
// 10_ohwx woman/0001.txt
ohwx woman, hat
// 10_ohwx woman/0001.png 832x1216
`;

describe('LoRA files over the protocol', () => {
  it('are told about, compared with another one and with the dataset, and give a configuration', () =>
    withClient(set, { transport: 'memory' }, async (client) => {
      const put = (name: string, bytes: Uint8Array): string => {
        const file = path.join(client.root, name);
        writeFileSync(file, bytes);
        return pathToFileURL(file).href;
      };
      const uri = put('v2.safetensors', safetensors(kohyaFolders({ ss_network_dim: '64' }), sdxlLayers(64)));
      const other = put('v1.safetensors', safetensors(kohyaFolders(), sdxlLayers(16)));
      const { report, facts, settings } = await client.request<LoraAnswer>('tagmetry/lora', { uri });
      assert.equal(report.network.rank?.value, 64);
      assert.ok(facts.some(({ value }) => value.includes('Pony')));
      assert.ok(settings.some(({ name, value }) => name === 'learning_rate' && value === '1e-4'));
      const versions = await client.request<ComparisonInWords>('tagmetry/loraCompare', { uri, other });
      assert.ok(versions.sections.some(({ rows }) => rows.some(({ text }) => text === 'network_dim: 16 → 64')));
      const folder = pathToFileURL(client.root).href;
      const now = await client.request<ComparisonInWords>('tagmetry/loraCompare', { uri, other: folder });
      assert.ok(now.sections.some(({ rows }) => rows.some(({ text }) => text.startsWith('smile: 12 → 0'))));
      assert.match(now.after, /1 image\b/);
      const files = await client.request<{ name: string }[]>('tagmetry/loraConfig', { uri });
      assert.deepEqual(
        files.map(({ name }) => name),
        ['v2.toml', 'v2.dataset.toml'],
      );
      const broken = put('broken.safetensors', new Uint8Array(20));
      await assert.rejects(
        client.request('tagmetry/lora', { uri: broken }),
        /no safetensors file|does not fit|no JSON/,
      );
      await assert.rejects(client.request('tagmetry/lora', { uri: 'untitled:x.safetensors' }), /on this machine/);
    }));
});
