// The packages for this machine install, activate and find a fault: the universal one with sharp's WebAssembly, the one for
// Linux with its native build as well.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { root, runAside } from '../../tools/setup.mjs';
import type { ScenarioContext } from './scenario.ts';
import type { Workbench } from './workbench.ts';

export async function run(context: ScenarioContext): Promise<void> {
  const out = path.join(root, '.out', 'vsix');
  const targets = { universal: /^tagmetry-\d.*\.vsix$/, 'linux-x64': /^tagmetry-linux-x64-.*\.vsix$/ };
  await context.step('the packages are made', async () => {
    rmSync(out, { recursive: true, force: true });
    const args = ['--no-build', '--target', Object.keys(targets).join(','), '--out', out];
    const { code, output } = await runAside('tools/package.mjs', args);
    assert.equal(code, 0, output);
  });

  for (const [target, name] of Object.entries(targets)) {
    const vsix = path.join(out, readdirSync(out).find((file) => name.test(file)) ?? '');
    let workbench: Workbench | undefined;
    await context.step(`the one for ${target} installs, activates and finds a fault`, async () => {
      const folder = context.copyFolder('test/vscode/workspace');
      workbench = await context.openWorkbench({ folder, file: '10_ohwx woman/0001.txt', vsix: [vsix] });
      await workbench.command('Tagmetry: Show Output');
      await workbench.page
        .locator('.output-view')
        .getByText(/Tagmetry\s\d/)
        .first()
        .waitFor();
      const editor = workbench.editor('0001.txt');
      await editor.click();
      await workbench.page.keyboard.press('Control+End');
      await workbench.page.keyboard.type(', hat, hat');
      await editor.locator('.squiggly-warning').first().waitFor({ state: 'attached' });
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
