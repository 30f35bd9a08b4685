// A tag that the picture's colours plainly deny, among the findings and in its caption, in every theme and in Japanese; the documentation
// shows it.

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { clearSettings, exampleSubset, makeExample } from './example.ts';
import { languages, showTheme } from './looks.ts';
import { openTab } from './overview-window.ts';
import type { ScenarioContext } from './scenario.ts';
import { themeNames } from './workbench.ts';

/** Tags that the coloured pictures of the example do not bear out, by caption. */
const wrong: Readonly<Record<string, string>> = { '02.txt': 'greyscale', '05.txt': 'sepia', '09.txt': 'monochrome' };

export async function run(context: ScenarioContext): Promise<void> {
  const folder = makeExample(context);
  for (const [name, tag] of Object.entries(wrong)) {
    const file = path.join(folder, exampleSubset, name);
    writeFileSync(file, `${readFileSync(file, 'utf8').trimEnd()}, ${tag}`);
  }
  for (const language of languages) {
    const workbench = await context.openWorkbench({
      folder,
      file: `${exampleSubset}/02.txt`,
      settings: { ...clearSettings, 'editor.lineNumbers': 'off', 'tagmetry.images.scan': 'standard' },
      size: { width: 1440, height: 900 },
      language,
    });
    const { page } = workbench;
    await page.locator('.codelens-decoration').first().waitFor();
    await workbench.command('View: Toggle Primary Side Bar Visibility');
    await workbench.command('Tagmetry: Open Folder Overview');
    const view = workbench.webview();
    await openTab(view, 'findings');
    const group = view.locator('.groups button', { hasText: 'colour-contradiction' });
    await group.click();
    await view.locator('[role=grid] [role=row][aria-rowindex="2"]').click();
    const said = await view.locator('.details .message').textContent();
    assert.match(String(said), /greyscale.* \d+ %/);
    await view.locator('.details dd[data-file] button').click();
    await page.locator('.monaco-editor[data-uri$="02.txt"] .selected-text').first().waitFor();
    for (const theme of language === 'en' ? themeNames : themeNames.slice(0, 1))
      await context.step(`is told, and leads to the tag, ${language}, ${theme}`, async () => {
        await showTheme(workbench, view, theme);
        await workbench.screenshot(`colours-${language}-${theme}`);
      });
    await workbench.close();
  }
}
