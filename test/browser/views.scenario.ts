// The views beside the editor: the picture of the caption, the captions of the folder, its tags.

import assert from 'node:assert/strict';
import { clearSettings, exampleSubset, makeExample } from './example.ts';
import type { ScenarioContext } from './scenario.ts';
import type { Theme } from './workbench.ts';

const themes: readonly Theme[] = ['light', 'high-contrast', 'dark'];

export async function run(context: ScenarioContext): Promise<void> {
  const folder = makeExample(context);
  const workbench = await context.openWorkbench({ folder, file: `${exampleSubset}/01.txt`, settings: clearSettings });
  const { page } = workbench;
  const pane = (name: string) =>
    page.locator('.pane').filter({ has: page.getByRole('button', { name: new RegExp(`^${name}\\b.*Section$`) }) });
  const rows = (name: string) => pane(name).locator('.monaco-list-row');
  const preview = workbench.webview();

  await context.step('shows the picture of the caption in the editor', async () => {
    await page.locator('.codelens-decoration').first().waitFor();
    await page.locator('.activitybar').getByLabel('Tagmetry').first().click();
    await preview.locator('img.picture').waitFor();
    await preview.getByText('01.png').waitFor();
    await rows('Captions').first().waitFor();
    for (const theme of themes) {
      await workbench.setTheme(theme);
      await workbench.screenshot(`views-${theme}`);
    }
  });

  await context.step('goes on with the editor, by key', async () => {
    await workbench.focusEditor();
    await page.keyboard.press('Alt+PageDown');
    await preview.getByText('02.png').waitFor();
    await workbench.openFile('10.txt');
    await preview.getByText('10.png').waitFor();
    await workbench.screenshot('preview-10');
  });

  await context.step('shows the captions that a filter means', async () => {
    await workbench.command('Tagmetry: Filter Captions…');
    await page.locator('.quick-input-widget').getByText('Show which captions?').waitFor();
    await page.keyboard.type('has:night');
    await page.locator('.quick-input-widget .monaco-list-row').getByText('has:night').first().waitFor();
    await page.keyboard.press('Enter');
    await pane('Captions')
      .getByText(/captions match/)
      .waitFor();
    await workbench.screenshot('captions-view');
    await workbench.command('Tagmetry: Show All Captions');
  });

  await context.step('shows the tags of the folder by category', async () => {
    await pane('Tags').locator('.pane-header').click();
    await rows('Tags').first().waitFor();
    await rows('Tags').first().click();
    await workbench.screenshot('tags-view');
    assert.ok((await rows('Tags').count()) > 3);
  });
}
