// The views beside the editor: the picture of the caption, the captions of the folder, its tags.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { clearSettings, exampleSubset, makeExample } from './example.ts';
import type { ScenarioContext } from './scenario.ts';
import { onceOnDisk, until } from './until.ts';
import type { Theme } from './workbench.ts';

const themes: readonly Theme[] = ['light', 'high-contrast', 'dark'];

export async function run(context: ScenarioContext): Promise<void> {
  const folder = makeExample(context);
  const workbench = await context.openWorkbench({ folder, file: `${exampleSubset}/01.txt`, settings: clearSettings });
  const { page } = workbench;
  const pane = (name: string) =>
    page.locator('.pane').filter({ has: page.getByRole('button', { name: new RegExp(`^${name}\\b.*Section$`) }) });
  const rows = (name: string) => pane(name).locator('.monaco-list-row');
  const preview = workbench.webview('view');
  const onDisk = (name: string): string => readFileSync(path.join(folder, exampleSubset, name), 'utf8');

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
    await rows('Tags').first().waitFor();
    await rows('Tags').first().click();
    await workbench.screenshot('tags-view');
    assert.ok((await rows('Tags').count()) > 3);
  });

  await context.step('verifies a tag on all images, by key, in one bulk edit', async () => {
    await workbench.command('Tagmetry: Verify a Tag…');
    await page.locator('.quick-input-widget').getByText('Verify which tag?').waitFor();
    await page.keyboard.type('solo');
    await page.locator('.quick-input-list .monaco-list-row.focused').getByText('solo').waitFor();
    await page.keyboard.press('Enter');
    const grid = workbench.webview('editor');
    const cells = grid.locator('.cell');
    await cells.first().locator('img').waitFor();
    await cells.first().focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Space');
    await grid.getByText('1 changed').waitFor();
    for (const theme of themes) {
      await workbench.setTheme(theme);
      await workbench.screenshot(`verify-${theme}`);
    }
    const before = onDisk('02.txt');
    await cells.first().focus();
    await page.keyboard.press('Control+Enter');
    // The window under test shows no notifications: what counts is the file.
    await onceOnDisk(() => onDisk('02.txt') !== before);
    assert.equal(onDisk('02.txt'), before.replace(' solo,', ''));
    await workbench.openFile('02.txt');
    await workbench.command('Tagmetry: Undo Last Bulk Edit');
    await onceOnDisk(() => onDisk('02.txt') === before);
    assert.equal(onDisk('02.txt'), before);
  });

  await context.step('edits one tag per line', async () => {
    await workbench.openFile('02.txt');
    await workbench.command('Tagmetry: Edit One Tag per Line');
    const list = page.locator('.monaco-editor[data-uri^="tagmetry-lines"]');
    await list.locator('.view-line').getByText('running').waitFor();
    // Colours, findings and proposals are those of the caption itself.
    const colourOf = (line: string): Promise<string> =>
      list
        .locator('.view-line')
        .filter({ hasText: line })
        .locator('span span')
        .first()
        .evaluate((span) => String(span.computedStyleMap().get('color')));
    await list.locator('.squiggly-warning, .squiggly-info').first().waitFor({ state: 'attached' });
    // Colours come when the editor next asks for them.
    await until(
      'the trigger has no colour of its own',
      async () => (await colourOf('mrafox')) !== (await colourOf('running')),
    );
    await page.keyboard.press('Control+End');
    await page.keyboard.type('si');
    await page.locator('.suggest-widget .monaco-list-row').filter({ hasText: 'sitting' }).first().waitFor();
    await workbench.screenshot('tag-lines');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+s');
    await onceOnDisk(() => onDisk('02.txt').includes(', sitting'));
  });

  await context.step('goes from the image to its caption', async () => {
    await workbench.pick('Control+p', '03.png');
    await page.locator('.tab.active').getByText('03.png').waitFor();
    await workbench.command('Tagmetry: Open Caption');
    await workbench.editor('03.txt').waitFor();
  });
}
