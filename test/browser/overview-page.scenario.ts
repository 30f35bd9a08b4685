// The Folder Overview as a page that lasts: it follows the files, is there again after a reload, fits where it is narrow, and is one file on
// disk.

import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { tabIds as tabs } from '../../media/overview/context.ts';
import { fitPage } from './looks.ts';
import { assertOrderly, auditJson, openOverviewWindow, openTab, runAudit } from './overview-window.ts';
import type { ScenarioContext } from './scenario.ts';

export async function run(context: ScenarioContext): Promise<void> {
  const window = await openOverviewWindow(context);
  const { folder, dataset, workbench, refused } = window;
  let { view } = window;

  await context.step('follows the files, and keeps tab and filter', async () => {
    await openTab(view, 'images');
    const grid = view.locator('[role=grid]');
    const before = Number(await grid.getAttribute('aria-rowcount'));
    rmSync(path.join(dataset, '0062.png'));
    await view.locator(`[role=grid][aria-rowcount="${before - 1}"]`).waitFor();
    assert.equal(await view.locator('#tab-images').getAttribute('aria-selected'), 'true');
  });

  await context.step('is there again after a reload of the window', async () => {
    const address = new URL(workbench.page.url());
    // Without the file that the window was asked to open: it would be opened instead of what was there.
    const payload: string[][] = JSON.parse(address.searchParams.get('payload') ?? '[]');
    address.searchParams.set('payload', JSON.stringify(payload.filter(([name]) => name !== 'openFile')));
    await workbench.page.goto(address.href);
    view = workbench.webview();
    await openTab(view, 'summary');
    const tile = view.locator('.tile').filter({ hasText: 'Captions' }).locator('.value');
    assert.equal(await tile.textContent(), String(auditJson(folder).summary.captions));
  });

  await context.step('is one file that opens from disk', async () => {
    const file = path.join(folder, 'report.html');
    writeFileSync(file, runAudit(folder, 'html'));
    const page = await workbench.page.context().newPage();
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    page.on('console', (message) => refused.push(message.text()));
    page.on('pageerror', (error) => refused.push(String(error)));
    await page.goto(pathToFileURL(file).href);
    for (const tab of tabs.filter((tab) => tab !== 'binding')) await page.locator(`#tab-${tab}`).click();
    await page.locator('#tab-summary').click();
    const tile = page.locator('.tile').filter({ hasText: 'Captions' }).locator('.value');
    assert.equal(await tile.textContent(), String(auditJson(folder).summary.captions));
    assert.deepEqual(requests, [pathToFileURL(file).href]);
    await page.close();
    rmSync(file);
  });

  await context.step('fits into 400 pixels', async () => {
    await fitPage(workbench, view, 400);
    for (const tab of tabs) {
      await openTab(view, tab);
      await workbench.screenshot(`overview-${tab}-narrow`);
      for (const place of ['tagmetry-overview', '[role=tabpanel] > *']) {
        const overflow = await view.locator(place).evaluateAll((found) =>
          // An inline element has no width of its own.
          found.map(({ scrollWidth, clientWidth }) => (clientWidth === 0 ? 0 : scrollWidth - clientWidth)),
        );
        assert.ok(Math.max(...overflow) <= 0, `${tab} is ${overflow} pixels too wide`);
      }
    }
  });

  await assertOrderly(context, window);
}
