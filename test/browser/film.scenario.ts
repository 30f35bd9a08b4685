// Half a minute of tagging as an animated picture: the presses of somebody at work, and what the window shows after each.

import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { clearSettings, exampleSubset, makeExample } from './example.ts';
import type { ScenarioContext } from './scenario.ts';
import { screenshots } from './workbench.ts';

/** Pixels of the window, and of the picture's width. */
const size = { width: 1280, height: 760 };
const width = 1000;
/** Most bytes: a page that shows it stays quick. */
const mostBytes = 3e6;

export async function run(context: ScenarioContext): Promise<void> {
  const folder = makeExample(context);
  const workbench = await context.openWorkbench({
    folder,
    file: `${exampleSubset}/01.txt`,
    settings: clearSettings,
    size,
  });
  const { page } = workbench;
  const view = workbench.webview('editor');
  const frames: { readonly picture: Buffer; readonly delay: number }[] = [];
  /** Takes what the window shows now, to be looked at for so many milliseconds. */
  const take = async (delay: number): Promise<void> => {
    await page.waitForTimeout(350);
    frames.push({ picture: await page.screenshot({ animations: 'disabled' }), delay });
  };
  const shown = (name: string) => view.locator(`body[data-shown$="${name}"]`).waitFor({ state: 'attached' });
  const typed = async (text: string, delay = 180): Promise<void> => {
    for (const letter of text) {
      await page.keyboard.type(letter);
      await take(delay);
    }
  };
  const offered = (text: string) =>
    page.locator('.quick-input-list .monaco-list-row.focused').filter({ hasText: text }).first().waitFor();

  await context.step('goes through the captions', async () => {
    await page.locator('.codelens-decoration').first().waitFor();
    await workbench.command('View: Toggle Primary Side Bar Visibility');
    await workbench.command('Tagmetry: Open Workbench');
    await view.locator('.thumbnail[src]').nth(9).waitFor();
    await shown('01.png');
    await view.locator('.grid').focus();
    await take(2800);
    for (const name of ['02.png', '03.png', '04.png', '05.png', '06.png', '07.png']) {
      await page.keyboard.press('Control+ArrowDown');
      await shown(name);
      await workbench.editor(name.replace('png', 'txt')).waitFor();
      await take(name === '07.png' ? 1800 : 550);
    }
    await page.keyboard.press('Home');
    await shown('01.png');
    await workbench.editor('01.txt').waitFor();
    await take(700);
  });

  await context.step('adds a tag to three captions', async () => {
    for (let press = 0; press < 2; press++) {
      await page.keyboard.press('Shift+ArrowRight');
      await take(600);
    }
    await view.getByText('3 selected').waitFor();
    await page.keyboard.press('Alt+a');
    await page.locator('.quick-input-widget:visible').getByText('Add tags: 3 selected captions').waitFor();
    await take(900);
    await typed('gre');
    await offered('green eyes');
    await take(1300);
    await page.keyboard.press('Enter');
    await view.getByText(/3 captions changed/).waitFor();
    await take(3000);
    await page.keyboard.press('Control+z');
    await view.getByText(/Undone/).waitFor();
    await take(2000);
    await page.keyboard.press('Escape');
    await take(500);
  });

  await context.step('filters, and fixes', async () => {
    await page.keyboard.press('/');
    await view.locator('.proposal').first().waitFor();
    await take(1400);
    await typed('ni');
    await view.locator('.proposal').getByText('night').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await take(900);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await view.getByText(/filtered from 14/).waitFor();
    await take(2200);
    await page.keyboard.press('/');
    await page.keyboard.press('Delete');
    await page.keyboard.press('Enter');
    await view.getByText(/filtered from/).waitFor({ state: 'hidden' });
    await page.keyboard.press('Home');
    for (let press = 0; press < 5; press++) await page.keyboard.press('Control+ArrowDown');
    await shown('06.png');
    await workbench.editor('06.txt').waitFor();
    await take(1200);
    await page.keyboard.press('Enter');
    await page.locator('.monaco-editor.focused').first().waitFor();
    await page.locator('.squiggly-info').first().waitFor({ state: 'attached' });
    await workbench.quickFix('Remove the empty tag');
    await take(2200);
    await page.keyboard.press('Enter');
    await page.locator('.squiggly-info').first().waitFor({ state: 'detached' });
    await take(3800);
  });

  await context.step('is half a minute long and small', async () => {
    const pictures = await Promise.all(
      frames.map(({ picture }) => sharp(picture).resize(width).removeAlpha().png().toBuffer()),
    );
    const file = path.join(screenshots, 'film.webp');
    await sharp(pictures, { join: { animated: true } })
      .webp({ quality: 72, effort: 4, delay: frames.map(({ delay }) => delay), loop: 0 })
      .toFile(file);
    const length = frames.reduce((sum, { delay }) => sum + delay, 0);
    assert.ok(length >= 25_000 && length <= 35_000, `${length} milliseconds`);
    assert.ok(statSync(file).size <= mostBytes, `${statSync(file).size} bytes`);
  });
}
