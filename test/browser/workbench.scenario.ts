// The frame itself: a folder and a caption open in a real workbench, and the extension answers.

import assert from 'node:assert/strict';
import type { ScenarioContext } from './scenario.ts';

export async function run(context: ScenarioContext): Promise<void> {
  const folder = context.copyFolder('test/vscode/workspace');
  const workbench = await context.openWorkbench({ folder, file: '10_ohwx woman/0001.txt' });

  await context.step('shows the caption', async () => {
    assert.deepEqual(await workbench.editorText(), ['ohwx woman, long hair, red dress, outdoors, smile', '']);
  });

  await context.step('shows the output of the extension', async () => {
    await workbench.showOutput();
    await workbench.screenshot('output');
  });

  await context.step('notices a folder with captions, and opens it in the workbench', async () => {
    // A folder of its own: two windows of one folder would answer to each other's settings.
    const quiet = await context.openWorkbench({ folder: context.copyFolder('test/vscode/workspace') });
    await quiet.page.locator('.statusbar-item').getByText('Captions of 10_ohwx woman').click();
    await quiet.webview('editor').locator('.thumbnail[src]').first().waitFor();
    await quiet.page.locator('.statusbar-item').getByText('Captions of 10_ohwx woman').waitFor({ state: 'hidden' });
    await quiet.close();
  });

  await context.step('opens another caption in the light theme', async () => {
    await workbench.openFile('0002.txt');
    await workbench.setTheme('light');
    assert.match((await workbench.editorText())[0] ?? '', /indoors$/);
    await workbench.screenshot('light');
  });
}
