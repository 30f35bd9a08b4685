// The Overview as everybody sees and reaches it, in English and Japanese. Colours follow from the theme, places from the width, names and
// roles from neither: each tab is looked at in every theme, and at every width.

import assert from 'node:assert/strict';
import { tabIds } from '../../media/overview/context.ts';
import { clearSettings, exampleSubset, makeExample } from './example.ts';
import { assertAccessible, assertReachable, fillWindow, fitPage, languages, showTheme, widths } from './looks.ts';
import type { ScenarioContext } from './scenario.ts';
import { themeNames } from './workbench.ts';

export async function run(context: ScenarioContext): Promise<void> {
  const folder = makeExample(context);
  for (const language of languages) {
    const workbench = await context.openWorkbench({
      folder,
      file: `${exampleSubset}/01.txt`,
      settings: clearSettings,
      language,
    });
    const { page } = workbench;
    const view = workbench.webview('editor');
    const openTab = async (tab: (typeof tabIds)[number]): Promise<void> => {
      // By key, so that the focus is drawn as for one who uses keys.
      await view.locator('[role=tab][aria-selected=true]').focus();
      await page.keyboard.press('Home');
      for (let at = tabIds.indexOf(tab); at > 0; at--) await page.keyboard.press('ArrowRight');
      await view.locator(`#tab-${tab}[aria-selected=true]`).waitFor();
    };
    await page.locator('.codelens-decoration').first().waitFor();
    await workbench.command('View: Toggle Primary Side Bar Visibility');
    await workbench.command('Tagmetry: Open Folder Overview');
    await view.locator('[role=tab]').first().waitFor();
    await fillWindow(workbench);

    // Japanese words are the wider ones: where they fit the narrow page, they fit the others.
    for (const [at, width] of (language === 'en' ? widths : widths.slice(0, 1)).entries())
      await context.step(`every tab, ${language}, ${width} pixels`, async () => {
        await showTheme(workbench, view, themeNames[(at + 1) % themeNames.length]);
        await fitPage(workbench, view, width);
        for (const tab of tabIds) {
          await openTab(tab);
          const place = `looks-${tab}-${language}-${width}`;
          await workbench.screenshot(place);
          await assertReachable(workbench, view, place);
        }
      });

    // Colours do not follow from the language.
    for (const theme of language === 'en' ? themeNames : themeNames.slice(0, 1))
      await context.step(`every tab, ${language}, ${theme}`, async () => {
        assert.equal(await view.locator('html').getAttribute('lang'), language);
        await showTheme(workbench, view, theme);
        for (const tab of tabIds) {
          await openTab(tab);
          const only = theme === themeNames[0] ? undefined : 'color-contrast';
          await assertAccessible(view, `${tab}, ${language}, ${theme}`, only);
        }
      });
    await workbench.close();
  }
}
