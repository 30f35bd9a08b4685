// Filter, select, edit, undo: whichever view an edit starts in, no caption outside of the selection is touched.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { clearSettings, exampleSubset, makeExample } from './example.ts';
import type { ScenarioContext } from './scenario.ts';
import { onceOnDisk } from './until.ts';

/** All but a few captions have it. */
const tag = 'red scarf';

export async function run(context: ScenarioContext): Promise<void> {
  const folder = makeExample(context);
  const workbench = await context.openWorkbench({
    folder,
    file: `${exampleSubset}/01.txt`,
    settings: clearSettings,
    size: { width: 1440, height: 900 },
  });
  const { page } = workbench;
  const names = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '12', '13', '14'].map(
    (name) => `${name}.txt`,
  );
  const all = (): string[] => names.map((name) => readFileSync(path.join(folder, exampleSubset, name), 'latin1'));
  const quickInput = page.locator('.quick-input-widget:visible');
  const view = workbench.webview('editor');
  const row = (text: string | RegExp) => quickInput.locator('.monaco-list-row').filter({ hasText: text }).first();
  /** Answers the question of scope with what comes first, and the preview with all. */
  const confirm = async (captions: number): Promise<void> => {
    await quickInput.getByText('in which captions?').waitFor();
    await quickInput.locator('.monaco-list-row.focused').getByText('Selected captions').waitFor();
    await page.keyboard.press('Enter');
    await quickInput.getByText(new RegExp(`: ${captions} captions`)).waitFor();
    await page.keyboard.press('Enter');
  };
  const start: Record<string, () => Promise<void>> = {
    'the workbench': async () => {
      await view.locator('.grid').focus();
      await page.keyboard.press('Alt+x');
      await quickInput.getByText('Remove tags: 3 selected captions').waitFor();
      await page.keyboard.type('red sc');
      await quickInput.locator('.monaco-list-row.focused').getByText(tag).waitFor();
      await page.keyboard.press('Enter');
    },
    'the pencil of the Captions view': async () => {
      await workbench.ask('Tagmetry: Edit Captions…', 'Edit captions: which ones?');
      await quickInput.locator('.monaco-list-row.focused').getByText('3 selected captions').waitFor();
      await page.keyboard.press('Enter');
      await quickInput.getByText('Edit captions: what to change?').waitFor();
      await page.keyboard.type('Remove tags');
      await quickInput.locator('.monaco-list-row.focused').getByText('Remove tags').waitFor();
      await page.keyboard.press('Enter');
      await quickInput.getByText('Tags to remove').waitFor();
      await page.keyboard.type(tag);
      await page.keyboard.press('Enter');
      await quickInput.getByText(/: 3 captions/).waitFor();
      await page.keyboard.press('Enter');
    },
    'the Tags view': async () => {
      await workbench.ask('Tagmetry: Find Tags…', 'Show tags that hold');
      await page.keyboard.type(tag);
      await page.keyboard.press('Enter');
      await page.locator('.activitybar').getByLabel('Tagmetry').first().click();
      const listed = page.locator('.pane .monaco-list-row[aria-level="2"]').filter({ hasText: tag }).first();
      await listed.click({ button: 'right' });
      const menu = page.locator('.monaco-menu');
      await menu.getByText('Remove Tag…').waitFor();
      // A menu takes no click so soon after the one that opened it: the key of the entry it marks is the same.
      await page.keyboard.press('Escape');
      await menu.waitFor({ state: 'detached' });
      // The list is drawn anew when the dataset is looked at, and a press meanwhile is of no row.
      for (let tries = 0; tries < 10 && !(await quickInput.isVisible()); tries++) {
        await listed.click();
        await page.locator('.pane .monaco-list-row.focused').filter({ hasText: tag }).first().waitFor();
        await page.keyboard.press('Delete');
        await quickInput.waitFor({ timeout: 4000 }).catch(() => {});
      }
      await confirm(3);
    },
    'the Overview': async () => {
      await workbench.command('Tagmetry: Open Folder Overview');
      await view.locator('#tab-tags').click();
      await view.getByRole('searchbox', { name: 'Filter tags' }).fill(tag);
      await view.locator('[role=row]').filter({ hasText: tag }).first().click();
      await view.getByRole('button', { name: 'Remove…' }).click();
      await confirm(3);
    },
    'the grid that verifies a tag': async () => {
      await workbench.ask('Tagmetry: Verify a Tag…', 'Verify which tag?');
      await page.keyboard.type(tag);
      await row(tag).waitFor();
      await page.keyboard.press('Enter');
      const cells = view.locator('.cell');
      await cells.nth(2).locator('img').waitFor();
      assert.equal(await cells.count(), 3);
      await cells.first().focus();
      for (const key of ['Space', 'ArrowRight', 'Space', 'ArrowRight', 'Space', 'Control+Enter'])
        await page.keyboard.press(key);
    },
  };

  await context.step('filters, and selects three of what the filter shows', async () => {
    await page.locator('.codelens-decoration').first().waitFor();
    await workbench.command('Tagmetry: Open Workbench');
    await view.locator('.thumbnail[src]').nth(4).waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type(`has:"${tag}"`);
    await page.keyboard.press('Enter');
    await view.getByText(/filtered from 14/).waitFor();
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Shift+ArrowRight');
    await view.getByText('3 selected').waitFor();
  });

  const before = all();
  const without = (text: string): string => text.replace(`, ${tag}`, '');
  for (const [place, act] of Object.entries(start))
    await context.step(`an edit from ${place} touches the selected captions alone, and is undone`, async () => {
      await act();
      await onceOnDisk(() => all().filter((text, at) => text !== before[at]).length >= 3);
      const changed = names.filter((_, at) => all()[at] !== before[at]);
      assert.deepEqual(changed, ['01.txt', '02.txt', '03.txt']);
      assert.deepEqual(all().slice(0, 3), before.slice(0, 3).map(without));
      await workbench.command('Tagmetry: Undo Last Bulk Edit');
      await onceOnDisk(() => all().every((text, at) => text === before[at]));
    });
}
