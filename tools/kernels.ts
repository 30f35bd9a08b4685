// Writes kernel.generated.ts beside each kernel.as: the WebAssembly that it is compiled to, as base64.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '../server/src');

/** Folders of kernels, with the pages of memory (64 KB) and what of WebAssembly each needs beside the first version. */
const KERNELS = {
  'caption/clip/kernel': { pages: 23, enable: ['bulk-memory'] },
  'images/compare/kernel': { pages: 13, enable: ['bulk-memory', 'simd'] },
  'images/jpeg/kernel': { pages: 4, enable: ['bulk-memory', 'simd'] },
} as const;

export type KernelFolder = keyof typeof KERNELS;
export const kernelFolders = Object.keys(KERNELS) as KernelFolder[];

/** The file that holds a compiled kernel. */
export const kernelFile = (folder: KernelFolder): string => path.join(root, folder, 'kernel.generated.ts');

/** The source text of a generated module. Throws what the compiler complains about. */
export async function kernelSource(folder: KernelFolder): Promise<string> {
  const source = readFileSync(path.join(root, folder, 'kernel.as'), 'utf8');
  const { pages, enable } = KERNELS[folder];
  let binary: Uint8Array | null = null;
  const options = ['kernel.ts', '--outFile', 'kernel.wasm', '--runtime', 'stub', '-O3', '--noAssert'];
  const features = enable.flatMap((feature) => ['--enable', feature]);
  const { error, stderr } = await asc.main([...options, ...features, '--initialMemory', String(pages)], {
    readFile: (name: string) => (name === 'kernel.ts' ? source : null),
    writeFile: (name: string, contents: string | Uint8Array) => {
      if (name === 'kernel.wasm') binary = contents as Uint8Array;
    },
  });
  if (error || !binary) throw new Error(`${error?.message ?? 'no output'}\n${stderr.toString()}`);
  return [
    '// Written by tools/kernels.ts from kernel.as. Do not edit.',
    `export const KERNEL = '${Buffer.from(binary).toString('base64')}';`,
    '',
  ].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const folder of kernelFolders) {
    writeFileSync(kernelFile(folder), await kernelSource(folder));
    console.log(`${folder}: ${readFileSync(kernelFile(folder)).length} bytes`);
  }
}
