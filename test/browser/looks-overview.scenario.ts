// The Overview as everybody sees and reaches it: four themes, three widths, two languages. At each width and in each language every tab is
// looked at whole, in a theme of its turn, so that every theme meets every language and every width. Contrast follows from the theme alone,
// and is asked where it was not. The English pictures in a window of usual width are those of the documentation.

import { tabIds } from '../../media/overview/context.ts';
import { makeExample } from './example.ts';
import { assertAccessible, assertReachable, fitPage, languages, openPage, showTheme, widths } from './looks.ts';
import type { ScenarioContext } from './scenario.ts';
import { themeNames } from './workbench.ts';

/** Tabs that show more of a selected row. */
const withDetails = ['findings', 'tags', 'duplicates'] as const;
/** Pixels of a page in a window as most have it; the documentation shows it. */
const usualWidth = 1230;

export async function run(context: ScenarioContext): Promise<void> {
  const folder = makeExample(context);
  for (const [turn, language] of languages.entries()) {
    const { workbench, view } = await openPage(
      context,
      folder,
      language,
      'Tagmetry: Open Folder Overview',
      '[role=tab]',
    );
    const { page } = workbench;
    /** Goes to the next tab, or back to the first, by key, so that the focus is drawn as for one who uses keys. */
    const goOn = async (tab: (typeof tabIds)[number]): Promise<void> => {
      await focusTab();
      await page.keyboard.press(tab === tabIds[0] ? 'Home' : 'ArrowRight');
      await view.locator(`#tab-${tab}[aria-selected=true]`).waitFor();
    };
    const focusTab = async (): Promise<void> => {
      await page.keyboard.press('Shift');
      await view.locator('[role=tab][aria-selected=true]').focus();
    };
    for (const [at, width] of widths.entries()) {
      const theme = themeNames[(at + 2 * turn) % themeNames.length];
      await context.step(`every tab, ${language}, ${width} pixels, ${theme}`, async () => {
        await showTheme(workbench, view, theme);
        await fitPage(workbench, view, width);
        for (const tab of tabIds) {
          await goOn(tab);
          const place = `looks-${tab}-${language}-${width}`;
          await workbench.screenshot(place);
          await assertAccessible(view, place);
          await focusTab();
          await assertReachable(workbench, view, place);
        }
      });
    }
    const seen = new Set(widths.map((_, at) => themeNames[(at + 2 * turn) % themeNames.length]));
    for (const theme of language === 'en' ? themeNames : themeNames.filter((one) => !seen.has(one)))
      await context.step(`colours of every tab, ${language}, ${theme}`, async () => {
        await showTheme(workbench, view, theme);
        await fitPage(workbench, view, usualWidth);
        for (const tab of tabIds) {
          await goOn(tab);
          if (withDetails.some((one) => one === tab))
            await view.locator('[role=row][aria-rowindex="2"]').first().click();
          await workbench.screenshot(`overview-${tab}-${language}-${theme}`);
          await assertAccessible(view, `${tab}, ${language}, ${theme}`, 'color-contrast');
        }
      });
    await workbench.close();
  }
}
