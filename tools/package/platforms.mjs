// What each package is for and which builds of sharp it carries.

/** @typedef {keyof typeof platforms | 'universal'} Target */

/** VS Code's name of a platform and what sharp calls its binaries; on Windows libvips is part of the first. */
export const platforms = {
  'linux-x64': ['@img/sharp-linux-x64', '@img/sharp-libvips-linux-x64'],
  'linux-arm64': ['@img/sharp-linux-arm64', '@img/sharp-libvips-linux-arm64'],
  'alpine-x64': ['@img/sharp-linuxmusl-x64', '@img/sharp-libvips-linuxmusl-x64'],
  'alpine-arm64': ['@img/sharp-linuxmusl-arm64', '@img/sharp-libvips-linuxmusl-arm64'],
  'darwin-x64': ['@img/sharp-darwin-x64', '@img/sharp-libvips-darwin-x64'],
  'darwin-arm64': ['@img/sharp-darwin-arm64', '@img/sharp-libvips-darwin-arm64'],
  'win32-x64': ['@img/sharp-win32-x64'],
  'win32-arm64': ['@img/sharp-win32-arm64'],
};

const wasm = '@img/sharp-wasm32';

/** @type {Target[]} */
export const targets = [.../** @type {(keyof typeof platforms)[]} */ (Object.keys(platforms)), 'universal'];

/**
 * The npm packages that are shipped whole, without their dependencies. Packages for desktop Linux hold both builds:
 * sharp's native libvips and the GLib of Electron do not get along there. On Alpine there is no Electron, only servers.
 * @param {Target} target
 * @returns {string[]}
 */
export function modulesOf(target) {
  if (target === 'universal') return ['sharp', wasm];
  return ['sharp', ...platforms[target], ...(target.startsWith('linux') ? [wasm] : [])];
}
