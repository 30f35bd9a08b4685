// Somebody in a hurry: keys that are faster than the window, and files that change under it. What is typed, shown and saved belongs together.

import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { greyPng } from '../support/png.ts';
import { clearSettings } from './example.ts';
import type { ScenarioContext } from './scenario.ts';
import { onceOnDisk } from './until.ts';

const count = 24;
const stemOf = (number: number): string => `h${String(number).padStart(2, '0')}`;

export async function run(context: ScenarioContext): Promise<void> {
  // A dataset of its own beside what is copied.
  const subset = path.join(path.dirname(context.copyFolder('test/vscode/workspace')), 'haste');
  mkdirSync(subset);
  for (let number = 1; number <= count; number++) {
    writeFileSync(path.join(subset, `${stemOf(number)}.png`), greyPng(64, 64, number));
    writeFileSync(path.join(subset, `${stemOf(number)}.txt`), `haste, number ${number}`);
  }
  const onDisk = (number: number): string => readFileSync(path.join(subset, `${stemOf(number)}.txt`), 'utf8');
  const workbench = await context.openWorkbench({
    folder: subset,
    file: `${stemOf(1)}.txt`,
    settings: clearSettings,
    size: { width: 1440, height: 900 },
  });
  const { page } = workbench;
  const view = workbench.webview('editor');
  const grid = view.locator('.grid');
  /** Picture, bar and text are those of one caption. */
  const together = async (number: number): Promise<void> => {
    await view.locator(`body[data-shown$="${stemOf(number)}.png"]`).waitFor({ state: 'attached' });
    await workbench.editor(`${stemOf(number)}.txt`).waitFor();
  };

  await context.step('shows picture and text of the last caption that was gone to', async () => {
    await page.locator('.codelens-decoration').first().waitFor();
    await workbench.command('Tagmetry: Open Workbench');
    await together(1);
    await grid.focus();
    for (let press = 0; press < 20; press++) void page.keyboard.press('ArrowRight', { delay: 0 });
    await together(21);
    for (let press = 0; press < 20; press++) void page.keyboard.press('ArrowLeft', { delay: 0 });
    await together(1);
    await page.keyboard.press('End');
    await together(count);
    await page.keyboard.press('Home');
    await together(1);
  });

  await context.step('saves what was typed in every caption that was left', async () => {
    for (const number of [1, 2, 3]) {
      await together(number);
      await grid.focus();
      await page.keyboard.press('Enter');
      await page.locator('.monaco-editor.focused').waitFor();
      await page.keyboard.type(`, typed ${number}`);
      await page.keyboard.press('Control+ArrowDown');
    }
    await together(4);
    await onceOnDisk(() => [1, 2, 3].every((number) => onDisk(number) === `haste, number ${number}, typed ${number}`));
  });

  await context.step('asks for tags of the captions that are written, while their text is still opened', async () => {
    await page.keyboard.press('Home');
    await grid.focus();
    await page.keyboard.press('Home');
    await together(1);
    // The caption that is left has text to be saved.
    await page.keyboard.press('Enter');
    await page.locator('.monaco-editor.focused').waitFor();
    await page.keyboard.type(', unsaved');
    await grid.focus();
    for (let press = 0; press < 7; press++) void page.keyboard.press('ArrowRight', { delay: 0 });
    await page.keyboard.press('Alt+a');
    await page
      .locator('.quick-input-widget:visible')
      .getByText(`Add tags: ${stemOf(8)}.png`)
      .waitFor();
    await together(8);
    await page.keyboard.type('zz one');
    await page.locator('.quick-input-list').getByText('New tag "zz one"').waitFor();
    await page.keyboard.press('Enter');
    await onceOnDisk(() => onDisk(8) === 'haste, number 8, zz one' && onDisk(1).endsWith(', unsaved'));
    for (let number = 4; number <= count; number++)
      if (number !== 8) assert.equal(onDisk(number), `haste, number ${number}`);
  });

  await context.step('goes on with picture and text where the image is deleted', async () => {
    await grid.focus();
    await together(8);
    rmSync(path.join(subset, `${stemOf(8)}.png`));
    await together(9);
    await page.keyboard.press('ArrowRight');
    await together(10);
  });

  await context.step('counts the picture that was clicked before the one with Control', async () => {
    await view.locator('.cell', { hasText: `${stemOf(10)}.png` }).click();
    await view.locator('.cell', { hasText: `${stemOf(12)}.png` }).click({ modifiers: ['Control'] });
    await view.locator('.cell[aria-selected=true]').nth(1).waitFor();
    assert.equal(await view.locator('.cell[aria-selected=true]').count(), 2);
  });
}
