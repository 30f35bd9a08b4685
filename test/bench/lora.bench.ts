// A LoRA file of 5 GB, which has no bytes on disk but its header, opens as fast as a small one: the header alone is read.
import { closeSync, mkdtempSync, openSync, rmSync, truncateSync, writeSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { readLora } from '../../server/src/lora/lora-file.ts';
import { loraReport } from '../../server/src/lora/lora-report.ts';
import { nodeWorkspace } from '../../server/src/workspace/node.ts';
import { fileOf, headerText, kohyaFolders, kohyaLayer } from '../support/safetensors.ts';
import { type Bench, median } from './figure.ts';

/** Layers of an SDXL LoRA with its text encoders, and different tags of a large set. */
const layers = 800;
const tags = 5000;

const bench: Bench = async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'tagmetry-lora-bench-'));
  try {
    const file = path.join(folder, 'large.safetensors');
    const frequency = Object.fromEntries(Array.from({ length: tags }, (_, at) => [`tag number ${at}`, 1 + (at % 40)]));
    const header = headerText(
      kohyaFolders({ ss_tag_frequency: JSON.stringify({ '10_ohwx woman': frequency }) }),
      Array.from({ length: layers }, (_, at) =>
        kohyaLayer(`lora_unet_input_blocks_4_1_transformer_blocks_${at}_attn2_to_k`, 16, 2048),
      ).flat(),
    );
    const handle = openSync(file, 'w');
    writeSync(handle, fileOf(header));
    closeSync(handle);
    truncateSync(file, 5 * 2 ** 30);
    const times: number[] = [];
    for (let run = 0; run < 9; run++) {
      const start = performance.now();
      loraReport(await readLora(nodeWorkspace, file));
      times.push(performance.now() - start);
    }
    return [
      { name: 'header of a file of 5 GB', value: header.length / 1e3, unit: 'kB' },
      { name: 'opening it, the first time', value: times[0] ?? 0, unit: 'ms', atMost: 200 },
      { name: 'opening it again', value: median(times), unit: 'ms' },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
export default bench;
