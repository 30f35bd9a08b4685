// The workbench and the grid that verifies a tag, as everybody sees and reaches them: four themes, three widths, two languages. Each theme
// is looked at whole at a width of its turn, so that every width meets every language, and every theme two widths.

import { makeExample } from './example.ts';
import {
  assertAccessible,
  assertReachable,
  fillWindow,
  fitPage,
  languages,
  openPage,
  showTheme,
  widths,
} from './looks.ts';
import type { ScenarioContext } from './scenario.ts';
import { type Theme, themeNames } from './workbench.ts';

export async function run(context: ScenarioContext): Promise<void> {
  const folder = makeExample(context);
  for (const [turn, language] of languages.entries()) {
    const widthOf = (theme: Theme): number => widths[(themeNames.indexOf(theme) + turn) % widths.length] as number;
    const { workbench, view } = await openPage(
      context,
      folder,
      language,
      'Tagmetry: Open Workbench',
      ':nth-match(.thumbnail[src], 5)',
    );
    const { page } = workbench;

    for (const theme of themeNames)
      await context.step(`workbench, ${language}, ${theme}`, async () => {
        await showTheme(workbench, view, theme);
        const width = widthOf(theme);
        const place = `looks-workbench-${language}-${theme}-${width}`;
        await fitPage(workbench, view, width);
        await workbench.screenshot(place);
        await assertAccessible(view, place);
        await page.keyboard.press('Shift');
        await view.locator('.bar button').first().focus();
        await assertReachable(workbench, view, place);
      });

    await context.step(`filter that finds nothing, and its proposals, ${language}`, async () => {
      await fitPage(workbench, view, 400);
      await view.locator('.grid').focus();
      await page.keyboard.press('/');
      await view.locator('.proposal').first().waitFor();
      await workbench.screenshot(`looks-proposals-${language}`);
      await assertAccessible(view, 'proposals');
      await page.keyboard.type('has:nothing');
      await page.keyboard.press('Enter');
      await view.locator('.grid .empty').waitFor();
      await workbench.screenshot(`looks-no-match-${language}`);
      await assertAccessible(view, 'no match');
      await page.keyboard.press('/');
      await page.keyboard.press('Control+a');
      await page.keyboard.press('Delete');
      await page.keyboard.press('Enter');
      await view.locator('.thumbnail[src]').nth(1).waitFor();
      await page.setViewportSize({ width: 1280, height: 800 });
    });

    await context.step(`grid of a tag, ${language}`, async () => {
      await workbench.command('View: Close All Editor Groups');
      await workbench.openFile('01.txt');
      await workbench.command('Tagmetry: Verify a Tag…');
      await page.locator('.quick-input-list .monaco-list-row').getByText('solo').first().waitFor();
      await page.keyboard.type('solo');
      await page.locator('.quick-input-list .monaco-list-row.focused').getByText('solo').waitFor();
      await page.keyboard.press('Enter');
      await view.locator('.cell img').first().waitFor();
      await fillWindow(workbench);
      for (const theme of themeNames) {
        await showTheme(workbench, view, theme);
        const width = widthOf(theme);
        const place = `looks-verify-${language}-${theme}-${width}`;
        await fitPage(workbench, view, width);
        await workbench.screenshot(place);
        await assertAccessible(view, place);
        await page.keyboard.press('Shift');
        await view.locator('.choices button, .choices input').first().focus();
        await assertReachable(workbench, view, place);
      }
    });
    await workbench.close();
  }
}
