// The Folder Overview as a page that lasts: it follows the files, is there again after a reload, fits where it is narrow, and is one file on
// disk.

import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { tabIds } from '../../media/overview/context.ts';
import { untilKept } from './kept-state.ts';
import { fitPage } from './looks.ts';
import { assertOrderly, auditJson, openOverviewWindow, openTab, runAudit } from './overview-window.ts';
import type { ScenarioContext } from './scenario.ts';

/** Tabs of a report that is a file: the others ask the editor. */
const tabs = tabIds.filter((tab) => tab !== 'binding' && tab !== 'history');

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
    await untilKept(workbench.page, 'mainThreadWebview-tagmetry.overview');
    await workbench.page.goto(address.href);
    view = workbench.webview();
    await openTab(view, 'summary');
    const tile = view.locator('.tile').filter({ hasText: 'Captions' }).locator('.value');
    assert.equal(await tile.textContent(), String((await auditJson(folder)).summary.captions));
  });

  await context.step('is one file that opens from disk', async () => {
    const file = path.join(folder, 'report.html');
    writeFileSync(file, await runAudit(folder, 'html'));
    const page = await workbench.page.context().newPage();
    const requests: string[] = [];
    // Pictures of its own are made from the data in it.
    page.on('request', (request) => request.url().startsWith('blob:') || requests.push(request.url()));
    page.on('console', (message) => refused.push(message.text()));
    page.on('pageerror', (error) => refused.push(String(error)));
    await page.goto(pathToFileURL(file).href);
    for (const tab of tabs) await page.locator(`#tab-${tab}`).click();
    await page.locator('#tab-summary').click();
    const tile = page.locator('.tile').filter({ hasText: 'Captions' }).locator('.value');
    const { summary, tool } = await auditJson(folder);
    assert.equal(await tile.textContent(), String(summary.captions));
    assert.deepEqual(requests, [pathToFileURL(file).href]);
    const { version } = tool;
    const made = await page.locator('header .made').textContent();
    assert.ok(made?.includes(version) && made.includes(String(new Date().getFullYear())), String(made));
    await page.locator('#tab-findings').click();
    await page.locator('findings-view [role=gridcell] .rule, findings-view [role=gridcell]').first().waitFor();
    assert.ok(((await page.locator('findings-view [role=row][aria-rowindex="2"]').textContent()) ?? '').trim() !== '');
    await page.locator('#tab-duplicates').click();
    await page.locator('duplicate-group img').first().waitFor();
    await page.locator('#tab-images').click();
    await page.locator('images-view [data-file]').first().hover();
    await page.locator('file-peek img').waitFor();
    // On paper: every tab, whole.
    await page.emulateMedia({ media: 'print' });
    await page.evaluate("dispatchEvent(new Event('beforeprint'))");
    const sections = page.locator('tagmetry-overview main > section');
    const shown = await sections.evaluateAll((all) =>
      all.map(({ clientHeight, scrollHeight }) => scrollHeight <= clientHeight),
    );
    assert.equal(shown.length, tabs.length);
    assert.ok(!shown.includes(false));
    assert.equal(await page.locator('images-view [role=row]').count(), 1 + (await auditJson(folder)).images.length);
    await workbench.screenshot('report-on-paper', page.locator('tagmetry-overview'));
    await page.evaluate("dispatchEvent(new Event('afterprint'))");
    await page.emulateMedia({ media: 'screen' });
    assert.equal(await sections.count(), 0);
    await page.close();
    rmSync(file);
  });

  await context.step('tells no number of tokens that are not counted', async () => {
    const file = path.join(folder, 'report.html');
    writeFileSync(file, await runAudit(folder, 'html', '--model', 'flux'));
    const page = await workbench.page.context().newPage();
    await page.goto(pathToFileURL(file).href);
    const tile = page.locator('.tile').filter({ hasText: 'Median tokens' });
    assert.equal(await tile.locator('.value').textContent(), '–');
    assert.match((await tile.locator('.note').textContent()) ?? '', /^T5.* tokens are not counted$/);
    for (const [tab, view, title] of [
      ['tokens', 'tokens-view', 'Tokens'],
      ['tags', 'tags-view', 'Tokens'],
    ] as const) {
      await page.locator(`#tab-${tab}`).click();
      const table = page.locator(`${view} [role=grid]`);
      const column = (await table.locator('[role=columnheader]').allTextContents()).findIndex(
        (head) => head.trim().replace(/[▲▼↑↓]$/, '') === title,
      );
      assert.ok(column >= 0);
      const cells = await table
        .locator('.body [role=row]')
        .evaluateAll(
          (rows, at) => rows.map((row) => row.querySelectorAll('[role=gridcell]')[at]?.textContent?.trim()),
          column,
        );
      assert.ok(cells.length > 5 && cells.every((cell) => cell === '–'), `${tab}: ${cells.join(' ')}`);
    }
    for (const tab of tabs) {
      await page.locator(`#tab-${tab}`).click();
      const nothing = page.locator('[role=tabpanel]').getByText(/^(?:NaN.*|.*\bundefined\b.*|null|unreadable)$/);
      assert.deepEqual(await nothing.allTextContents(), [], tab);
    }
    await page.close();
    rmSync(file);
  });

  await context.step('fits into 400 pixels', async () => {
    await fitPage(workbench, view, 400);
    for (const tab of tabIds) {
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
