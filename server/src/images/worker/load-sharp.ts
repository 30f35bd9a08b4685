import Module, { createRequire } from 'node:module';
import type Sharp from 'sharp';

export type SharpModule = typeof Sharp;

/** Loaders that stay allowed: raster formats only. SVG, PDF and whatever else a build can read stay refused. */
const RASTER_LOADERS = ['Jpeg', 'Png', 'Webp', 'Nsgif', 'Tiff', 'Heif'].map((name) => `VipsForeignLoad${name}`);

export interface LoadedSharp {
  readonly sharp: SharpModule;
  readonly build: 'native' | 'wasm';
}

/**
 * Loads sharp: its native build, or the WebAssembly build where the native one is missing. Inside Electron on Linux the
 * native build is not even tried, because its GLib clashes with the one Electron has loaded.
 * @throws when neither build can be loaded
 */
export function loadSharp(): LoadedSharp {
  const require = createRequire(__filename);
  const avoidNative = process.versions.electron !== undefined && process.platform === 'linux';
  if (avoidNative) refuseNativeBuilds();
  const sharp = require('sharp') as SharpModule;
  sharp.cache(false);
  // One thread per picture; several pictures are under way at once instead.
  sharp.concurrency(1);
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({ operation: RASTER_LOADERS });
  const native = Object.keys(require.cache).some((file) => file.endsWith('.node'));
  return { sharp, build: native && !avoidNative ? 'native' : 'wasm' };
}

/** Makes sharp's search for a native build fail, so that it goes on to the WebAssembly build. */
function refuseNativeBuilds(): void {
  const loader = Module as unknown as { _load(request: string, ...rest: unknown[]): unknown };
  const load = loader._load;
  loader._load = (request, ...rest) => {
    if (/^@img\/sharp-(?!wasm32)/.test(request)) {
      throw Object.assign(new Error(`not used here: ${request}`), { code: 'MODULE_NOT_FOUND' });
    }
    return load.call(loader, request, ...rest);
  };
}
