// The workbench as the documentation shows it: image, thumbnails and caption side by side, in every theme, narrow, and in Japanese.

import assert from 'node:assert/strict';
import { clearSettings, exampleSubset, makeExample } from './example.ts';
import { fitPage, languages, showTheme } from './looks.ts';
import type { ScenarioContext } from './scenario.ts';
import { themeNames } from './workbench.ts';

export async function run(context: ScenarioContext): Promise<void> {
  const folder = makeExample(context);
  for (const language of languages) {
    const workbench = await context.openWorkbench({
      folder,
      file: `${exampleSubset}/01.txt`,
      settings: { ...clearSettings, 'editor.lineNumbers': 'off' },
      size: { width: 1440, height: 900 },
      language,
    });
    const { page } = workbench;
    const view = workbench.webview('editor');
    await page.locator('.codelens-decoration').first().waitFor();
    await workbench.command('View: Toggle Primary Side Bar Visibility');
    await workbench.command('Tagmetry: Open Workbench');
    await view.locator(':nth-match(.thumbnail[src], 12)').waitFor();
    await view.locator('.grid').focus();
    // The caption that the limit cuts.
    for (let press = 0; press < 6; press++) await page.keyboard.press('ArrowRight');
    const caption = page.locator('.editor-group-container .monaco-editor[data-uri$="07.txt"]');

    for (const theme of language === 'en' ? themeNames : themeNames.slice(0, 1))
      await context.step(`image, thumbnails and caption, ${language}, ${theme}`, async () => {
        await showTheme(workbench, view, theme);
        await caption.waitFor();
        await view.locator('.frame .large').waitFor();
        // What the page says over the picture is not said over the caption again.
        await caption.locator('.codelens-decoration').first().waitFor({ state: 'detached' });
        await workbench.screenshot(`workbench-${language}-${theme}`);
      });

    await context.step(`400 pixels, ${language}`, async () => {
      await workbench.command('View: Toggle Maximize Editor Group');
      await fitPage(workbench, view, 400);
      // Still in sight, where the grid has fewer columns.
      await view.locator('.cell.current').waitFor();
      const place = await view.locator('.cell.current').boundingBox();
      assert.ok(place && place.y + place.height <= (page.viewportSize()?.height ?? 0), JSON.stringify(place));
      assert.equal(await view.locator('body').evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth), 0);
      await workbench.screenshot(`workbench-${language}-narrow`);
    });
    await workbench.close();
  }
}
