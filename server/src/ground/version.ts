import manifest from '../../../package.json' with { type: 'json' };

/** The product's version, from the manifest at build time. */
export const version: string = manifest.version;
