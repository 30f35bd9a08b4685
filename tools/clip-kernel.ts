// Writes server/src/caption/clip/kernel/kernel.generated.ts: the WebAssembly that kernel.as is compiled to, as base64.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const folder = path.join(path.dirname(fileURLToPath(import.meta.url)), '../server/src/caption/clip/kernel');
const outFile = path.join(folder, 'kernel.generated.ts');

/** The source text of the generated module. Throws what the compiler complains about. */
export async function kernelSource(): Promise<string> {
  const source = readFileSync(path.join(folder, 'kernel.as'), 'utf8');
  let binary: Uint8Array | null = null;
  const options = ['kernel.ts', '--outFile', 'kernel.wasm', '--runtime', 'stub', '-O3', '--noAssert'];
  const { error, stderr } = await asc.main([...options, '--enable', 'bulk-memory', '--initialMemory', '23'], {
    readFile: (name: string) => (name === 'kernel.ts' ? source : null),
    writeFile: (name: string, contents: string | Uint8Array) => {
      if (name === 'kernel.wasm') binary = contents as Uint8Array;
    },
  });
  if (error || !binary) throw new Error(`${error?.message ?? 'no output'}\n${stderr.toString()}`);
  return [
    '// Written by tools/clip-kernel.ts from kernel.as. Do not edit.',
    `export const KERNEL = '${Buffer.from(binary).toString('base64')}';`,
    '',
  ].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(outFile, await kernelSource());
  console.log(`${readFileSync(outFile).length} bytes`);
}
