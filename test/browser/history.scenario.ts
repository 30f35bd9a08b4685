// Locking a dataset in the Overview, and what changed since: the tab that tells it, in every theme, narrow and in Japanese.

import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { exampleSubset, makeExample } from './example.ts';
import { assertAccessible, assertReachable, fitPage, languages, openPage, showTheme } from './looks.ts';
import type { ScenarioContext } from './scenario.ts';
import { themeNames } from './workbench.ts';

export async function run(context: ScenarioContext): Promise<void> {
  const folder = makeExample(context);
  const lock = path.join(folder, 'tagmetry.lock.json');
  const inSubset = (name: string): string => path.join(folder, exampleSubset, name);
  for (const language of languages) {
    const command = 'Tagmetry: Open Folder Overview';
    const { workbench, view } = await openPage(context, folder, language, command, '[role=tab]');
    const { page } = workbench;
    const button = (name: RegExp) => view.locator('history-view').getByRole('button', { name });
    const compared = view.locator('history-view section section');

    if (language === 'en') {
      await context.step('says that there is no lock, and writes one when asked', async () => {
        await view.locator('#tab-history').click();
        await view.getByText('There is no lock yet.').waitFor();
        assert.equal(existsSync(lock), false);
        await workbench.screenshot('history-empty');
        await button(/Lock now/).click();
        await view.getByText('Nothing has changed since the lock.').waitFor();
        assert.ok(existsSync(lock));
      });

      await context.step('tells what changed since, and opens a changed caption', async () => {
        writeFileSync(inSubset('02.txt'), 'mrafox, fox, red scarf, night, forest');
        for (const name of ['03.txt', '03.png']) rmSync(inSubset(name));
        await view.getByText('The dataset was changed meanwhile.').waitFor();
        await button(/Compare again/).click();
        await compared.getByText('Captions changed (1)').waitFor();
        await compared.getByText('Images gone (1)').waitFor();
        await compared.getByRole('button', { name: '02.txt' }).click();
        await page.locator('.editor-group-container .monaco-editor[data-uri$="02.txt"]').waitFor();
      });

      await context.step('asks before a lock is replaced', async () => {
        const before = readFileSync(lock);
        await button(/Lock now/).click();
        const question = page.locator('.monaco-dialog-box');
        await question.getByText('is there. Replace it?').waitFor();
        await page.keyboard.press('Escape');
        await question.waitFor({ state: 'detached' });
        assert.deepEqual(readFileSync(lock), before);
        await workbench.command('View: Close All Editors');
        await workbench.command('Tagmetry: Show Changes Since the Lock');
        await compared.getByText('Captions changed (1)').waitFor();
      });
    }

    for (const [at, theme] of themeNames.entries()) {
      if (language !== 'en' && at > 0) continue;
      await context.step(`looks, ${language}, ${theme}`, async () => {
        await showTheme(workbench, view, theme);
        // By key, so that the focus is drawn as for one who uses keys.
        await view.locator('[role=tab][aria-selected=true]').focus();
        await page.keyboard.press('Home');
        await page.keyboard.press('End');
        await view.locator('#tab-history[aria-selected=true]').waitFor();
        await compared.first().waitFor();
        for (const width of [1230, 400]) {
          await fitPage(workbench, view, width);
          const place = `history-${language}-${theme}-${width}`;
          await workbench.screenshot(place);
          await assertAccessible(view, place);
          if (at === 0) await assertReachable(workbench, view, place);
        }
      });
    }
    await workbench.close();
  }
}
