import assert from 'node:assert/strict';
import { closeSync, mkdtempSync, openSync, rmSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { mostHeaderBytes, parseHeader, readHeader, UnreadableHeader } from '../../server/src/lora/header.ts';
import { loraOf, readLora } from '../../server/src/lora/lora-file.ts';
import { loraReport } from '../../server/src/lora/lora-report.ts';
import { writeLoraText } from '../../server/src/lora/lora-text.ts';
import { MemoryWorkspace } from '../../server/src/workspace/memory.ts';
import { nodeWorkspace } from '../../server/src/workspace/node.ts';
import type { FileReader, Workspace } from '../../server/src/workspace/workspace.ts';
import {
  aiToolkitLayers,
  aiToolkitMetadata,
  fileOf,
  headerText,
  kohyaDatasets,
  kohyaFolders,
  musubiLayers,
  musubiMetadata,
  oneTrainerLayers,
  oneTrainerMetadata,
  safetensors,
  sdxlLayers,
} from '../support/safetensors.ts';

/** Reads a file of bytes by the door of the workspace. */
async function read(bytes: Uint8Array) {
  const workspace = new MemoryWorkspace();
  workspace.set('/a.safetensors', bytes);
  return readHeader(workspace, '/a.safetensors');
}

/** A door that counts the bytes read through it. */
function counting(): { workspace: Pick<Workspace, 'open'>; bytes: () => number } {
  let bytes = 0;
  const open = async (file: string): Promise<FileReader> => {
    const reader = await nodeWorkspace.open(file);
    return {
      size: reader.size,
      read: async (offset, length) => {
        const part = await reader.read(offset, length);
        bytes += part.length;
        return part;
      },
      close: () => reader.close(),
    };
  };
  return { workspace: { open }, bytes: () => bytes };
}

describe('header of a safetensors file', () => {
  it('gives metadata and tensors', async () => {
    const header = await read(safetensors({ a: 'x' }, [['w', 'F16', [2, 3]]]));
    assert.deepEqual([...header.metadata], [['a', 'x']]);
    assert.deepEqual(header.tensors, [{ name: 'w', dtype: 'F16', shape: [2, 3] }]);
    assert.deepEqual(header.notes, []);
  });

  const refused: Record<string, [Uint8Array, RegExp]> = {
    'an empty file': [new Uint8Array(0), /has 0 bytes/],
    'a few bytes': [new Uint8Array(9), /has 9 bytes/],
    'a picture': [new TextEncoder().encode('\x89PNG\r\n\x1a\n and more of it'), /does not fit/],
    'a length beyond the file': [fileOf('{}', 0, 3n), /does not fit/],
    'a length beyond all files': [fileOf('{}', 0, 0xffffffffffffffffn), /does not fit/],
    'a header that is no JSON': [fileOf('{"a":'), /no JSON object/],
    'a list': [fileOf('[1]'), /no JSON object/],
    'a header of NaN': [fileOf('NaN'), /no JSON object/],
    'nesting without end': [fileOf(`{"a":${'['.repeat(100_000)}`), /nests too deeply/],
    'millions of values': [fileOf(`{"a":[${'0,'.repeat(1_000_001)}0]}`), /too many values/],
  };
  for (const [name, [bytes, message]] of Object.entries(refused))
    it(`refuses ${name} with a message`, async () => {
      await assert.rejects(read(bytes), (error) => error instanceof UnreadableHeader && message.test(error.message));
    });

  it('refuses a header over the limit before it is read', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'tagmetry-lora-'));
    try {
      const file = path.join(folder, 'big.safetensors');
      writeFileSync(file, fileOf('', 0, BigInt(mostHeaderBytes + 1)));
      truncateSync(file, 8 + mostHeaderBytes + 1);
      const { workspace, bytes } = counting();
      await assert.rejects(readHeader(workspace, file), /up to 32 MB are read/);
      assert.equal(bytes(), 8);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('notes what is odd and reads on', async () => {
    const odd = await read(
      fileOf(
        '{"__metadata__":{"a":"1","a":"2","n":3,"o":{"x":1}},"w":{"dtype":"F16","shape":[2],"data_offsets":[0,4]},"x":{"dtype":"F16","shape":[-1],"data_offsets":[0,4]},"y":7,"z":{"dtype":"F16","shape":[1],"data_offsets":[NaN,4]}}',
        2,
      ),
    );
    assert.deepEqual(
      [...odd.metadata],
      [
        ['a', '2'],
        ['n', '3'],
      ],
    );
    assert.equal(odd.tensors.length, 1);
    assert.equal(odd.notes.length, 5);
    assert.match(
      odd.notes.join('\n'),
      /stand twice.*: a\n.*\n1 entry of the metadata.*\n3 entries of the header.*\n.*not complete/s,
    );
  });

  it('says of a missing file, a folder and a pipe why they cannot be read', async () => {
    const workspace = new MemoryWorkspace();
    workspace.setOther('/pipe.safetensors');
    workspace.set('/folder/x', '');
    for (const name of ['/gone.safetensors', '/pipe.safetensors', '/folder'])
      await assert.rejects(readHeader(workspace, name), UnreadableHeader);
  });

  it('reads a file of 5 GB by its header alone', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'tagmetry-lora-'));
    try {
      const file = path.join(folder, 'large.safetensors');
      const text = headerText(kohyaFolders(), sdxlLayers(16));
      const handle = openSync(file, 'w');
      writeSync(handle, fileOf(text));
      closeSync(handle);
      truncateSync(file, 5 * 2 ** 30);
      const { workspace, bytes } = counting();
      const lora = await readLora(workspace, file);
      assert.equal(lora.header.size, 5 * 2 ** 30);
      assert.equal(lora.rank?.value, 16);
      assert.equal(bytes(), 8 + Buffer.byteLength(text));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('survives 10,000 mutated headers of all trainers, to the last view', function () {
    this.timeout(120_000);
    const texts = [
      headerText(kohyaFolders(), sdxlLayers(16)),
      headerText(kohyaDatasets(), sdxlLayers(8)),
      headerText(musubiMetadata(), musubiLayers(32)),
      headerText(aiToolkitMetadata(), aiToolkitLayers(16)),
      headerText(oneTrainerMetadata(), oneTrainerLayers(32)),
    ];
    const odd = [
      'NaN',
      '-1',
      '1e999',
      'null',
      '[[[]]]',
      '{"a":1,"a":2}',
      '"\\u0000"',
      '"\u202e"',
      '9007199254740993',
      '{"__proto__":{}}',
      '""',
    ];
    let read = 0;
    const place = fc.double({ min: 0, max: 1, noNaN: true });
    const change = fc.oneof(
      // Any bytes anywhere: most of these are no JSON any more.
      fc.tuple(place, fc.nat(20), fc.oneof(fc.constantFrom(...odd, '}', '[', '"'), fc.string({ maxLength: 8 }))),
      // A value becomes another one.
      fc.tuple(place, fc.constant(null), fc.oneof(fc.constantFrom(...odd), fc.json())),
    );
    const at = (changed: string, where: number): number => Math.floor(where * changed.length);
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.oneof(
          fc.array(change, { minLength: 1, maxLength: 4 }),
          fc.array(
            change.filter(([, cut]) => cut === null),
            { minLength: 1, maxLength: 6 },
          ),
        ),
        (text, changes) => {
          let changed = text;
          for (const [where, cut, put] of changes) {
            const start = at(changed, where);
            if (cut !== null) changed = changed.slice(0, start) + put + changed.slice(start + cut);
            else
              changed =
                changed.slice(0, start) +
                changed.slice(start).replace(/:\s*("(?:[^"\\]|\\.)*"|\[[^[\]{}]*\]|-?[\d.]+|\{\})/, () => `:${put}`);
          }
          const bytes = new TextEncoder().encode(changed);
          try {
            const report = loraReport(loraOf(parseHeader(bytes, bytes.length + 8), '/a', 'a'));
            JSON.stringify(report);
            if (read++ % 10 === 0)
              assert.doesNotMatch(writeLoraText(report, { colour: false }), /[\u0000-\u0009\u000b-\u001f\u202e]/);
          } catch (error) {
            if (!(error instanceof UnreadableHeader)) throw error;
          }
        },
      ),
      { numRuns: 10_000 },
    );
    assert.ok(read > 1000, `${read} were read`);
  });

  it('survives metadata whose values are anything, in place of what trainers write', function () {
    this.timeout(60_000);
    const anything = fc.oneof(
      fc.constantFrom(
        'NaN',
        'None',
        '[]',
        '{}',
        '[[]]',
        '{"a":null}',
        '"x"',
        '-5',
        '1e400',
        '(1,',
        "['",
        '[{"subsets":[{}]}]',
        '{"buckets":{"0":[]}}',
      ),
      fc.json(),
      fc.string(),
    );
    const bases = [kohyaFolders(), kohyaDatasets(), musubiMetadata(), aiToolkitMetadata(), oneTrainerMetadata()];
    fc.assert(
      fc.property(
        fc.constantFrom(...bases),
        fc.array(fc.tuple(fc.nat(), anything), { minLength: 1, maxLength: 12 }),
        (base, changes) => {
          const metadata = { ...base };
          const keys = Object.keys(metadata);
          for (const [at, value] of changes) metadata[keys[at % keys.length] as string] = value;
          const bytes = new TextEncoder().encode(headerText(metadata, sdxlLayers(4)));
          const report = loraReport(loraOf(parseHeader(bytes, 1 << 20), '/a', 'a'));
          writeLoraText(report, { colour: false });
          for (const { evidence } of report.risks)
            for (const { id, value } of evidence) assert.ok(Number.isFinite(value), `${id}: ${value}`);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
