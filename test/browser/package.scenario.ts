// The universal package installs, activates, and its image library works without native binaries.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { root, runScript } from '../../tools/setup.mjs';
import type { ScenarioContext } from './scenario.ts';
import type { Workbench } from './workbench.ts';

export async function run(context: ScenarioContext): Promise<void> {
  const out = path.join(root, '.out', 'vsix');
  let vsix = '';
  await context.step('the package is made', async () => {
    rmSync(out, { recursive: true, force: true });
    assert.equal(runScript('tools/package.mjs', ['--target', 'universal', '--out', out]), 0);
    vsix = path.join(out, readdirSync(out).find((name) => /^tagmetry-\d.*\.vsix$/.test(name)) ?? '');
  });

  let workbench: Workbench | undefined;
  await context.step('it installs and activates', async () => {
    const folder = context.copyFolder('test/vscode/workspace');
    workbench = await context.openWorkbench({ folder, file: '10_ohwx woman/0001.txt', vsix: [vsix] });
    await workbench.command('Tagmetry: Show Output');
    await workbench.page
      .locator('.output-view')
      .getByText(/Tagmetry\s\d/)
      .first()
      .waitFor();
  });

  await context.step('its sharp draws with WebAssembly', async () => {
    const extensions = workbench?.extensions ?? '';
    const installed = readdirSync(extensions).find((name) => name.startsWith('tagmetry.')) ?? '';
    const modules = path.join(extensions, installed, 'dist', 'node_modules');
    assert.ok(existsSync(path.join(modules, '@img', 'sharp-wasm32')));
    const script = `const sharp = require(${JSON.stringify(path.join(modules, 'sharp'))});
      sharp({ create: { width: 2, height: 2, channels: 3, background: 'red' } }).raw().toBuffer()
        .then((pixels) => console.log(JSON.stringify([...pixels])));`;
    const pixels = execFileSync(process.execPath, ['-e', script], { encoding: 'utf8', cwd: extensions });
    assert.deepEqual(JSON.parse(pixels), [255, 0, 0, 255, 0, 0, 255, 0, 0, 255, 0, 0]);
  });
}
