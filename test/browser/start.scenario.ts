// `npm start` on a machine without desktop VS Code: an address that opens the folder with the extension in it.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { statSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../tools/setup.mjs';
import type { ScenarioContext } from './scenario.ts';

export async function run(context: ScenarioContext): Promise<void> {
  const folder = context.copyFolder('test/vscode/workspace');
  const bundle = path.join(root, 'dist', 'client.cjs');
  const built = statSync(bundle).mtimeMs;
  const start = spawn(process.execPath, [path.join(root, 'tools', 'start.mjs'), '--server', folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<number | null>((resolve) => start.once('exit', resolve));
  try {
    let address = '';
    await context.step('prints an address', async () => {
      let said = '';
      start.stdout.setEncoding('utf8');
      for await (const text of start.stdout.iterator({ destroyOnReturn: false })) {
        said += text;
        address = /VS Code with Tagmetry: (\S+)\n/.exec(said)?.[1] ?? '';
        if (address) break;
      }
      assert.match(address, /^http:\/\/127\.0\.0\.1:\d+\//, said);
      // It builds: what has not changed is left alone, for programs that run from there meanwhile.
      assert.equal(statSync(bundle).mtimeMs, built);
    });

    await context.step('the folder is open and the extension answers', async () => {
      const workbench = await context.visitWorkbench(address, folder);
      await workbench.openFile('0001.txt');
      await workbench.showOutput();
      await workbench.screenshot('start');
    });

    await context.step('ends when interrupted', async () => {
      start.kill('SIGINT');
      assert.equal(await ended, 0);
    });
  } finally {
    start.kill('SIGTERM');
    await ended;
  }
}
