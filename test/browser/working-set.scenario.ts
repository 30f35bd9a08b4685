// One working set for all views: presses are never lost, and a bulk edit that starts in any view stays inside what the views show.

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { greyPng } from '../support/png.ts';
import { clearSettings } from './example.ts';
import type { ScenarioContext } from './scenario.ts';
import { onceOnDisk } from './until.ts';

const count = 5000;
const every = Math.floor(count / 300);
const isMarked = (at: number): boolean => at % every === 0 && at / every < 300;
const nameOf = (at: number): string => `p${at}.txt`;

export async function run(context: ScenarioContext): Promise<void> {
  const folder = context.copyFolder('test/vscode/workspace');
  const subset = path.join(folder, '10_ohwx woman');
  const picture = greyPng(64, 64, 1);
  for (let at = 0; at < count; at++) {
    writeFileSync(path.join(subset, `p${at}.png`), picture);
    writeFileSync(path.join(subset, nameOf(at)), `ohwx woman, number ${at}, ${isMarked(at) ? 'marked' : 'plain'}\n`);
  }
  const workbench = await context.openWorkbench({
    folder,
    file: '10_ohwx woman/p0.txt',
    settings: clearSettings,
  });
  const { page } = workbench;
  const onDisk = (at: number): string => readFileSync(path.join(subset, nameOf(at)), 'utf8');
  const quickInput = page.locator('.quick-input-widget');
  const status = (text: string | RegExp) => page.locator('.statusbar').getByText(text).first().waitFor();
  const wholeDataset = (): string[] => Array.from({ length: count }, (_, at) => onDisk(at));

  await context.step('filters 5,000 captions to 300', async () => {
    await page.locator('.codelens-decoration').first().waitFor({ timeout: 60_000 });
    await workbench.command('Tagmetry: Filter Captions…');
    await quickInput.getByText('Show which captions?').waitFor();
    await page.keyboard.type('has:marked');
    await quickInput.locator('.monaco-list-row').getByText('has:marked').first().waitFor();
    await page.keyboard.press('Enter');
    await status('300 of 5,00');
  });

  await context.step('moves exactly fifty captions by fifty presses at once', async () => {
    await workbench.focusEditor();
    for (let press = 0; press < 50; press++) void page.keyboard.press('Alt+PageDown', { delay: 0 });
    await workbench.editor(nameOf(50 * every)).waitFor();
    await page.waitForTimeout(1500);
    await page
      .locator('.tab.active')
      .getByText(nameOf(50 * every))
      .waitFor();
    await page.keyboard.press('Alt+PageUp');
    await workbench.editor(nameOf(49 * every)).waitFor();
  });

  for (const [place, start] of [
    ['the pencil of the Captions view', () => workbench.command('Tagmetry: Edit Captions…')],
    [
      'the workbench',
      async () => {
        await workbench.command('Tagmetry: Act on Selected Captions…');
        await quickInput.getByText('More operations…').first().waitFor();
        await page.keyboard.type('More op');
        await page.keyboard.press('Enter');
      },
    ],
  ] as const)
    await context.step(`a bulk edit from ${place} touches only what the views show, and is undone`, async () => {
      const before = wholeDataset();
      await start();
      await quickInput.getByText('Edit captions: which ones?').waitFor();
      await quickInput.locator('.monaco-list-row.focused').getByText('300 captions').first().waitFor();
      await workbench.screenshot('edit-scope');
      await page.keyboard.press('Enter');
      await quickInput.getByText('Edit captions: what to change?').waitFor();
      await page.keyboard.type('Add in front');
      await page.keyboard.press('Enter');
      await quickInput.getByText('Tags to add').waitFor();
      await page.keyboard.type('new one');
      await page.keyboard.press('Enter');
      await quickInput
        .getByText(/300 captions/)
        .first()
        .waitFor();
      await page.keyboard.press('Enter');
      // The files of one edit are written in no particular order.
      await onceOnDisk(() => wholeDataset().filter((text) => text.startsWith('new one, ')).length >= 300);
      for (const [at, text] of wholeDataset().entries())
        assert.equal(text, isMarked(at) ? `new one, ${before[at]}` : before[at], nameOf(at));
      await workbench.command('Tagmetry: Undo Last Bulk Edit');
      await onceOnDisk(() => !wholeDataset().some((text) => text.startsWith('new one, ')));
      assert.deepEqual(wholeDataset(), before);
    });
}
