// The packages for this machine install, activate and find a fault: the universal one with sharp's WebAssembly, the one for
// Linux with its native build as well.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { madePackages } from './packages.ts';
import type { ScenarioContext } from './scenario.ts';
import type { Workbench } from './workbench.ts';

export async function run(context: ScenarioContext): Promise<void> {
  const targets = ['universal', 'linux-x64'] as const;
  let packages = { universal: '', 'linux-x64': '' };
  await context.step('the packages are made', async () => {
    packages = await madePackages(targets, 'vsix');
  });

  for (const target of targets) {
    const vsix = packages[target];
    let workbench: Workbench | undefined;
    await context.step(`the one for ${target} installs, activates and finds a fault`, async () => {
      const folder = context.copyFolder('test/vscode/workspace');
      workbench = await context.openWorkbench({ folder, file: '10_ohwx woman/0001.txt', vsix: [vsix] });
      await workbench.editor('0001.txt').click();
      await workbench.page.keyboard.press('Control+End');
      await workbench.page.keyboard.type('This line never trains');
      await workbench.page.locator('.squiggly-warning').first().waitFor({ state: 'attached' });
    });

    await context.step(`the one for ${target} draws with its own sharp`, async () => {
      const extensions = workbench?.extensions ?? '';
      const installed = readdirSync(extensions).find((entry) => entry.startsWith('tagmetry.')) ?? '';
      const modules = path.join(extensions, installed, 'dist', 'node_modules');
      assert.ok(existsSync(path.join(modules, '@img', 'sharp-wasm32')));
      const script = `const sharp = require(${JSON.stringify(path.join(modules, 'sharp'))});
        const native = Object.keys(require.cache).some((file) => file.endsWith('.node'));
        sharp({ create: { width: 2, height: 1, channels: 3, background: 'red' } }).raw().toBuffer()
          .then((pixels) => console.log(JSON.stringify({ native, pixels: [...pixels] })));`;
      const answer = execFileSync(process.execPath, ['-e', script], { encoding: 'utf8', cwd: extensions });
      assert.deepEqual(JSON.parse(answer), { native: target !== 'universal', pixels: [255, 0, 0, 255, 0, 0] });
    });
    await workbench?.close();
  }
}
