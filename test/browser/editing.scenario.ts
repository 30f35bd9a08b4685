// Writing captions by keyboard: suggestions, hover with the picture, rename with its preview, a bulk edit and its undo.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { clearSettings, exampleSubset, makeExample } from './example.ts';
import type { ScenarioContext } from './scenario.ts';
import { onceOnDisk } from './until.ts';
import type { Theme } from './workbench.ts';

export async function run(context: ScenarioContext): Promise<void> {
  const folder = makeExample(context);
  const workbench = await context.openWorkbench({ folder, file: `${exampleSubset}/04.txt`, settings: clearSettings });
  const { page } = workbench;
  const onDisk = (name: string): string => readFileSync(path.join(folder, exampleSubset, name), 'utf8');
  const quickInput = page.locator('.quick-input-widget');
  const lens = (text: string | RegExp) => page.locator('.codelens-decoration').getByText(text).first().waitFor();
  const inThemes = async (name: string, themes: readonly Theme[] = ['light', 'high-contrast', 'dark']) => {
    for (const theme of themes) {
      await workbench.setTheme(theme);
      await workbench.screenshot(theme === 'dark' ? name : `${name}-${theme}`);
    }
  };

  await context.step('suggests tags of the folder with their counts', async () => {
    await lens(/tokens/);
    await workbench.focusEditor();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(', s');
    await page.keyboard.press('Control+Space');
    await page.locator('.suggest-widget .monaco-list-row').first().waitFor();
    await workbench.screenshot('completion');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Control+s');
  });

  await context.step('shows the picture where the caption begins', async () => {
    await workbench.openFile('01.txt');
    await lens(/tokens/);
    await page.keyboard.press('Control+Home');
    await workbench.command('Show or Focus Hover');
    const picture = page.locator('.monaco-hover img').first();
    await picture.waitFor();
    await page.waitForFunction('document.querySelector(".monaco-hover img")?.naturalWidth > 0');
    await workbench.screenshot('picture-hover');
    await page.keyboard.press('Escape');
  });

  await context.step('tells what it knows of a tag', async () => {
    await workbench.focusEditor();
    await page.keyboard.press('Control+Home');
    for (let i = 0; i < 10; i++) await page.keyboard.press('ArrowRight');
    await workbench.command('Show or Focus Hover');
    await page.locator('.monaco-hover').getByText('fox').first().waitFor();
    await workbench.screenshot('tag-hover');
    await page.keyboard.press('Escape');
  });

  await context.step('renames a tag with a preview of all captions', async () => {
    await workbench.focusEditor();
    await page.keyboard.press('Control+End');
    for (let i = 0; i < 22; i++) await page.keyboard.press('ArrowLeft');
    await workbench.openMenu('F2', page.locator('.rename-box input'));
    await page.locator('.rename-box input').fill('crimson scarf');
    await page.keyboard.press('Control+Enter');
    await page.locator('.panel').getByText('crimson scarf').first().waitFor();
    await workbench.screenshot('rename-preview');
    await page.locator('.panel').getByRole('button', { name: 'Discard' }).click();
    await page.locator('.panel').getByText('crimson scarf').first().waitFor({ state: 'hidden' });
    assert.match(onDisk('01.txt'), /red scarf/);
  });

  await context.step('edits captions over a filter by keyboard', async () => {
    await workbench.focusEditor();
    await workbench.command('Tagmetry: Edit Captions…');
    await quickInput.getByText('Edit captions: which ones?').waitFor();
    await page.keyboard.type('has:"re');
    await quickInput.locator('.monaco-list-row').getByText('red scarf').first().waitFor();
    await workbench.screenshot('edit-filter');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await quickInput.locator('.monaco-list-row').getByText('has:"red scarf"').first().waitFor();
    await page.keyboard.press('Enter');
    await quickInput.getByText('Edit captions: what to change?').waitFor();
    await workbench.screenshot('edit-operation');
    await page.keyboard.type('Replace a tag');
    await page.keyboard.press('Enter');
    await quickInput.getByText('Tag to replace').waitFor();
    await page.keyboard.type('red scarf');
    await page.keyboard.press('Enter');
    await quickInput.getByText('New tag').waitFor();
    await page.keyboard.type('crimson scarf');
    await page.keyboard.press('Enter');
    await quickInput
      .getByText(/with "crimson scarf": \d+ captions/)
      .first()
      .waitFor();
    await inThemes('edit-preview');
    await page.keyboard.press('Enter');
    // The window under test shows no notifications: what counts is the file.
    await onceOnDisk(() => onDisk('01.txt').includes('crimson scarf'));
    await workbench.screenshot('edit-done');
  });

  await context.step('takes the bulk edit back', async () => {
    await workbench.command('Tagmetry: Undo Last Bulk Edit');
    await onceOnDisk(() => !onDisk('01.txt').includes('crimson'));
    assert.match(onDisk('01.txt'), /red scarf/);
    assert.doesNotMatch(onDisk('01.txt'), /crimson/);
  });
}
