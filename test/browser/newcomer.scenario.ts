// Somebody who has the package and a folder, and nothing else: finds the first fault, its fix, the workbench and the report without reading
// a page. Nothing is done here that what is on the screen does not offer.

import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { exampleSubset, makeExample } from './example.ts';
import { madePackages } from './packages.ts';
import type { ScenarioContext } from './scenario.ts';
import { until } from './until.ts';

export async function run(context: ScenarioContext): Promise<void> {
  let vsix = '';
  await context.step('has the package', async () => {
    vsix = (await madePackages(['universal'], 'newcomer')).universal;
  });
  // Images and captions alone, as deep as training folders lie.
  const example = makeExample(context);
  const folder = path.join(path.dirname(example), 'my training');
  const subset = path.join(folder, 'img', exampleSubset);
  mkdirSync(path.dirname(subset), { recursive: true });
  cpSync(path.join(example, exampleSubset), subset, { recursive: true });

  const workbench = await context.openWorkbench({ folder, vsix: [vsix] });
  const { page } = workbench;
  const row = (name: string) =>
    page.locator('.explorer-folders-view .monaco-list-row').filter({ hasText: name }).first();
  const status = page.locator('.statusbar-item');
  const lens = (text: string) => page.locator('.codelens-decoration a').filter({ hasText: text }).first();

  await context.step('is told that the folder holds captions, and how to begin', async () => {
    await status.filter({ hasText: `Captions of ${exampleSubset}` }).waitFor();
    await page.locator('.activitybar [aria-label^="Tagmetry"]').first().click();
    await page.locator('.welcome-view-content').getByText('first steps').first().waitFor();
    await workbench.screenshot('newcomer-1-folder');
    await page.locator('.activitybar [aria-label^="Explorer"]').first().click();
  });

  await context.step('opens a caption and is led to the first fault', async () => {
    await row('img').click();
    await row('01.txt').click();
    await lens('tokens').waitFor();
    await workbench.screenshot('newcomer-2-caption');
    await lens('Next finding').click();
    await page.locator('.squiggly-error, .squiggly-warning').first().waitFor({ state: 'attached' });
    await page.locator('.monaco-hover').getByText('Quick Fix').first().waitFor();
    await workbench.screenshot('newcomer-3-fault');
  });

  await context.step('takes its fix', async () => {
    const caption = (await page.locator('.tab.active').getAttribute('data-resource-name')) ?? '';
    const before = (await workbench.editorText()).join('\n');
    await page.keyboard.press('Escape');
    const menu = await workbench.openMenu('Control+Period', page.locator('.action-widget .monaco-list-row.action'));
    await workbench.screenshot('newcomer-4-fixes');
    await menu.click();
    await until(`${caption} does not change`, async () => (await workbench.editorText()).join('\n') !== before);
    // Nothing is written before it is saved.
    assert.equal(await page.locator('.tab.active.dirty').count(), 1);
    await page.keyboard.press('Control+z');
  });

  await context.step('finds the workbench over the caption', async () => {
    await lens('Workbench').click();
    await workbench.webview('editor').locator('.frame .large').waitFor();
    await workbench.screenshot('newcomer-5-workbench');
    await workbench.command('View: Close All Editors');
  });

  await context.step("finds the report in the folder's menu", async () => {
    await row(exampleSubset).click({ button: 'right' });
    await page.locator('.monaco-menu').getByText('Tagmetry', { exact: true }).hover();
    const item = page.locator('.monaco-menu').getByText('Open Folder Overview');
    await item.waitFor();
    await workbench.screenshot('newcomer-6-menu');
    await item.click();
    const view = workbench.webview('editor');
    await view.getByText('What this training risks').waitFor();
    await view.getByText('Export…').waitFor();
    await workbench.screenshot('newcomer-7-report');
  });

  await context.step('is led by the first steps to the next finding', async () => {
    await workbench.command('View: Close All Editors');
    await workbench.pick('F1', 'Welcome: Open Walkthrough', '>Welcome: Open Walkthrough');
    await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: 'Begin with Tagmetry' }).click();
    await page.locator('.getting-started-step').getByText('Take the first fix').click();
    await page.getByText('Go to the next finding').waitFor();
    await workbench.screenshot('newcomer-8-walkthrough');
    await page.getByText('Go to the next finding').click();
    await page.locator('.monaco-hover').getByText('Quick Fix').first().waitFor();
  });
  for (const name of readdirSync(subset))
    assert.deepEqual(
      readFileSync(path.join(subset, name)),
      readFileSync(path.join(example, exampleSubset, name)),
      name,
    );
}
