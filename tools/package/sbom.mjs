// The bill of materials beside a package: CycloneDX 1.6, JSON. Without date and serial number, so that the same sources
// give the same file.

import { locked } from './modules.mjs';

/** @typedef {import('./software.mjs').Software} Software */

/**
 * @param {{ name: string, version: string, license: string }} product
 * @param {readonly Software[]} software
 * @param {ReadonlySet<string>} whole names of the npm packages that are shipped whole; the others are parts of bundles
 */
export function sbom(product, software, whole) {
  const own = `${product.name}@${product.version}`;
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: {
        type: 'application',
        'bom-ref': own,
        name: product.name,
        version: product.version,
        licenses: [{ expression: product.license }],
      },
    },
    components: software.map((one) => ({
      type: 'library',
      'bom-ref': one.purl,
      name: one.name,
      version: one.version,
      licenses: [{ expression: one.license }],
      purl: one.purl,
      ...(whole.has(one.name) ? { hashes: [{ alg: 'SHA-512', content: digestOf(one.name) }] } : {}),
      ...(one.libraries.length > 0
        ? { components: one.libraries.map((inner) => ({ type: 'library', ...inner })) }
        : {}),
    })),
    dependencies: [{ ref: own, dependsOn: software.map(({ purl }) => purl) }],
  };
}

/** The SHA-512 of a package's archive, from package-lock.json, in hexadecimal. @param {string} name */
function digestOf(name) {
  const digest = /sha512-(\S+)/.exec(locked(name).integrity)?.[1];
  if (!digest) throw new Error(`package-lock.json has no SHA-512 of ${name}.`);
  return Buffer.from(digest, 'base64').toString('hex');
}
