import {
  closeSync,
  fstatSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import Module, { createRequire } from 'node:module';
import path from 'node:path';
import { Script } from 'node:vm';
import { version } from '../ground/version.ts';
import { makeFolderNow } from '../workspace/make-folder.ts';
import { stateFolder } from './state-folder.ts';

/** Bytes at the begin of a kept file that say what it was made of. */
const stampLength = 256;

/** Bytes of the second copy that are read and compared at a time. */
const pieceLength = 128 * 1024;

/** Milliseconds after which a kept file is removed by the next one written; one still in use is written again. */
const longestKept = 60 * 24 * 3600_000;

/** What of Node's module loader is used here and not in its types; before Node 22.1 `enableCompileCache` is absent. */
interface Loader {
  readonly enableCompileCache?: () => unknown;
  readonly wrap: (code: string) => string;
  readonly _extensions: Record<string, (module: Module, file: string) => void>;
}

/**
 * Lets V8's compiled code of this product's bundles be kept between starts: by Node itself where it can (22.1 and newer),
 * else below the state folder. Serves what is loaded afterwards, so the programs are small and load the rest by
 * `import()`. `NODE_DISABLE_COMPILE_CACHE` switches both off. Never throws: without a cache the code is compiled anew.
 */
export function useCompileCache(): void {
  const loader = Module as unknown as Loader;
  if (loader.enableCompileCache) loader.enableCompileCache();
  else if (!process.env.NODE_DISABLE_COMPILE_CACHE) keepCompiled(loader, `${stateFolder()}/compiled`);
}

/** Compiles the bundles beside this one with what `folder` holds of them, and writes down what it lacks at the end. */
function keepCompiled(loader: Loader, folder: string): void {
  loader._extensions['.cjs'] = (module, file) => {
    if (path.dirname(file) !== __dirname) return loader._extensions['.js'](module, file);
    const { size, mtimeMs } = statSync(file);
    // V8 itself refuses what another version or other flags made. Packages come with one time for all files, hence the version.
    const stamp = `${version} ${size} ${mtimeMs} ${encodeURI(file)}`.padEnd(stampLength).slice(0, stampLength);
    const kept = `${folder}/${path.basename(file)}-${process.version}-${process.arch}-${nameOf(file)}`;
    const cachedData = readKept(kept, stamp);
    const script = new Script(readWrapped(file, loader.wrap), { filename: file, cachedData });
    // At the end, because by then V8 has also compiled what a run really calls.
    if (!cachedData || script.cachedDataRejected) process.once('exit', () => writeKept(kept, stamp, script));
    const run = script.runInThisContext() as (...args: unknown[]) => unknown;
    run.call(module.exports, module.exports, createRequire(file), module, file, __dirname);
  };
}

/**
 * A bundle as the module that it is. Bundles are of ASCII: read as Latin-1 they are taken as they are, and the function around them stands there before they
 * are, because joining texts copies them; both save milliseconds.
 */
function readWrapped(file: string, wrap: Loader['wrap']): string {
  const [before = '', behind = ''] = wrap('\0').split('\0');
  const opened = openSync(file, 'r');
  try {
    const { size } = fstatSync(opened);
    const bytes = Buffer.allocUnsafeSlow(before.length + size + behind.length);
    bytes.write(before, 0, 'latin1');
    for (let at = 0; at < size; ) {
      const read = readSync(opened, bytes, before.length + at, size - at, at);
      if (read === 0) throw new Error(`${file} ended early`);
      at += read;
    }
    bytes.write(behind, before.length + size, 'latin1');
    return bytes.toString('latin1');
  } finally {
    closeSync(opened);
  }
}

/** A short name for a path, so that several installations do not take each other's place. */
function nameOf(file: string): string {
  let hash = 0;
  for (let at = 0; at < file.length; at++) hash = (Math.imul(hash, 31) + file.charCodeAt(at)) | 0;
  return (hash >>> 0).toString(36);
}

/**
 * A kept file is the stamp and twice what V8 made. V8 runs damaged code as it is, so damage has to be seen here: comparing
 * two copies is native and takes a tenth of a millisecond, a sum in code that nothing has warmed up yet takes four. The second
 * copy is read piece by piece into the same memory: new memory costs more than reading.
 */
function readKept(file: string, stamp: string): Buffer | undefined {
  try {
    const opened = openSync(file, 'r');
    try {
      const length = (fstatSync(opened).size - stampLength) / 2;
      const first = Buffer.allocUnsafeSlow(stampLength + length);
      if (readSync(opened, first, 0, first.length, 0) < first.length) return undefined;
      if (first.toString('latin1', 0, stampLength) !== stamp) return undefined;
      const code = first.subarray(stampLength);
      const piece = Buffer.allocUnsafeSlow(pieceLength);
      for (let at = 0; at < length; at += pieceLength) {
        const read = readSync(opened, piece, 0, pieceLength, first.length + at);
        if (!piece.subarray(0, read).equals(code.subarray(at, at + pieceLength))) return undefined;
      }
      return code;
    } finally {
      closeSync(opened);
    }
  } catch {
    return undefined;
  }
}

/** Written beside and renamed, so that another start never reads half of it. */
function writeKept(file: string, stamp: string, script: Script): void {
  const temporary = `${file}.${process.pid}`;
  try {
    const folder = path.dirname(file);
    makeFolderNow(folder);
    for (const name of readdirSync(folder)) {
      const other = path.join(folder, name);
      if (statSync(other).mtimeMs < Date.now() - longestKept) rmSync(other);
    }
    const code = script.createCachedData();
    writeFileSync(temporary, Buffer.concat([Buffer.from(stamp, 'latin1'), code, code]), { mode: 0o600 });
    renameSync(temporary, file);
  } catch {
    try {
      rmSync(temporary, { force: true });
    } catch {
      // Its folder is none: nothing was written there.
    }
  }
}
