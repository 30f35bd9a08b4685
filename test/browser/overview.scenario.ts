// The Folder Overview in a real workbench: its numbers are the command line's, it is usable by keyboard and screen
// reader, and names of files stay text.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FrameLocator } from 'playwright-core';
import { tabIds as tabs } from '../../media/overview/context.ts';
import type { PlanDocument } from '../../server/src/report/plan-text.ts';
import type { AuditReport } from '../../server/src/report/report.ts';
import { root } from '../../tools/setup.mjs';
import { greyPng } from '../support/png.ts';
import { seriousViolations } from './axe.ts';
import type { ScenarioContext } from './scenario.ts';
import type { Theme, Workbench } from './workbench.ts';

const evilName = '<img src=x onerror=document.title=1>.png';
/** Tabs that show more of a selected row. The binding of tags is asked for live: the one-file report has no such tab. */
const withDetails = ['findings', 'tags', 'duplicates'];

/** A dataset with something for every tab. */
function fillDataset(folder: string): void {
  const put = (name: string, content: string | Buffer): void => writeFileSync(path.join(folder, name), content);
  for (let i = 3; i <= 60; i++) {
    const name = String(i).padStart(4, '0');
    const tags = ['ohwx woman', ...Array.from({ length: 4 + ((i * 7) % 34) }, (_, n) => `tag number ${(i * n) % 40}`)];
    put(`${name}.txt`, `${tags.join(', ')}\n`);
    put(`${name}.png`, greyPng(512 + ((i * 131) % 12) * 64, 576 + ((i * 57) % 14) * 64, i));
  }
  put('0061.txt', 'ohwx woman, smile\n');
  put('0062.png', greyPng(832, 1216, 62));
  for (const name of ['copy.png', evilName]) put(name, greyPng(1024, 1024, 3));
  put('original.png', greyPng(1024, 1024, 3));
  put('original.txt', 'ohwx woman, smile, red hat\n');
  put('copy.txt', 'ohwx woman, smile\n');
}

function runAudit(folder: string, format: string): string {
  // The overview compares the images.
  const options = ['--images', 'standard', '--format', format, '--fail-on', 'never'];
  const args = [path.join(root, 'dist', 'cli.cjs'), 'audit', folder, ...options];
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  assert.equal(status, 0, stderr);
  return stdout;
}

/** `tagmetry plan` on the same folder. */
function planJson(folder: string): PlanDocument {
  const args = [path.join(root, 'dist', 'cli.cjs'), 'plan', folder, '--format', 'json'];
  const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  assert.equal(stderr, '');
  return JSON.parse(stdout);
}

function effectiveImages({ summary, clusters }: AuditReport): { images: number; duplicates: number } {
  return { images: summary.images, duplicates: clusters.reduce((sum, { files }) => sum + files.length - 1, 0) };
}

const datasetConfig = `[general]
caption_extension = '.txt'
shuffle_caption = false
enable_bucket = true

[[datasets]]
resolution = 1024
batch_size = 2

  [[datasets.subsets]]
  image_dir = '10_ohwx woman'
  num_repeats = 10
`;

const auditJson = (folder: string): AuditReport => JSON.parse(runAudit(folder, 'json'));

async function openTab(view: FrameLocator, id: string): Promise<void> {
  await view.locator(`#tab-${id}`).click();
  await view.locator(`#tab-${id}[aria-selected=true]`).waitFor();
}

async function openOverview(workbench: Workbench): Promise<FrameLocator> {
  await workbench.command('Tagmetry: Open Folder Overview');
  const view = workbench.webview();
  await view.locator('[role=tab]').first().waitFor();
  return view;
}

export async function run(context: ScenarioContext): Promise<void> {
  const folder = context.copyFolder('test/vscode/workspace');
  const dataset = path.join(folder, '10_ohwx woman');
  fillDataset(dataset);
  const workbench = await context.openWorkbench({ folder, file: '10_ohwx woman/0001.txt' });
  const refused: string[] = [];
  workbench.page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) refused.push(message.text());
  });
  let view = await openOverview(workbench);

  await context.step('shows the numbers of the command line', async () => {
    const report = auditJson(folder);
    const { summary, metrics, findings, images, captions, clusters, tags, cooccurrence, advice } = report;
    const tile = async (label: string): Promise<string> =>
      (await view.locator('.tile').filter({ hasText: label }).locator('.value').textContent()) ?? '';
    assert.equal(await tile('Images'), String(summary.images));
    assert.equal(await tile('Captions'), String(summary.captions));
    assert.equal(await tile('Pairs'), String(summary.pairs));
    assert.equal(await tile('Different tags'), String(metrics.vocabulary));
    assert.equal(Number(await tile('Median tokens')), metrics.tokens.median);
    const rules = await view.locator('.rules li').evaluateAll((items) =>
      items.map((item) => ({
        rule: item.querySelector('.rule')?.textContent,
        count: Number(item.querySelector('.count')?.textContent),
      })),
    );
    assert.deepEqual(
      rules,
      summary.rules.map(({ rule, count }) => ({ rule, count })),
    );
    const risks = await view
      .locator('risk-cards .risk')
      .evaluateAll((cards) =>
        cards.map((card) => `${card.querySelector('.title')?.textContent}: ${card.classList[1]}`),
      );
    assert.deepEqual(risks.sort(), advice.risks.map(({ title, level }) => `${title}: ${level}`).sort());
    const rows = async (tab: string): Promise<number> => {
      await openTab(view, tab);
      return Number(await view.locator('[role=grid]').getAttribute('aria-rowcount')) - 1;
    };
    // Findings are asked for when they are shown.
    await openTab(view, 'findings');
    await view.locator(`[role=grid][aria-rowcount="${findings.length + 1}"]`).waitFor();
    assert.equal(await rows('tags'), tags.length);
    assert.equal(await rows('co-occurrence'), cooccurrence.pairs.length);
    assert.equal(await rows('tokens'), captions.length);
    assert.equal(await rows('images'), images.length);
    assert.equal(await rows('duplicates'), clusters.length);
  });

  await context.step('shows names of files as text', async () => {
    await openTab(view, 'images');
    const filter = view.getByRole('searchbox', { name: 'Filter images' });
    await filter.fill('onerror');
    await view.locator('[role=gridcell]').filter({ hasText: evilName }).first().waitFor();
    assert.equal(await view.locator('img').count(), 0);
    await filter.fill('');
  });

  await context.step('goes from a rule to its findings and on to the place', async () => {
    await openTab(view, 'summary');
    await view.locator('.rules button').filter({ hasText: 'token-truncation' }).click();
    const grid = view.locator('[role=grid]');
    await grid.focus();
    await workbench.page.keyboard.press('ArrowDown');
    await view.locator('[role=row][aria-selected=true]').waitFor();
    await view.locator('.details').waitFor();
    await workbench.page.keyboard.press('Enter');
    const opened = workbench.page.locator('.editor-group-container .monaco-editor[data-uri$=".txt"] .selected-text');
    await opened.first().waitFor();
    await workbench.command('View: Close All Editor Groups');
    await workbench.openFile('0001.txt');
    view = await openOverview(workbench);
  });

  await context.step('goes from a risk to its evidence and to what can be done', async () => {
    const { advice } = auditJson(folder);
    const risk = advice.risks.find(({ evidence }) => evidence.length > 0);
    assert.ok(risk);
    await openTab(view, 'summary');
    await view.locator('.risk').filter({ hasText: risk.title }).click();
    assert.equal(await view.locator('.evidence li').count(), risk.evidence.length);
    await view.getByRole('button', { name: 'What to do about it' }).click();
    await view.locator('playbook-view article').first().waitFor();
    await view.getByRole('button', { name: 'Untick all' }).click();
    const steps = await view.locator('playbook-view article').count();
    assert.equal(steps, advice.playbook.x.length + advice.playbook.y.length);
  });

  await context.step('lists the captions of a tag', async () => {
    const [, tag] = auditJson(folder).tags;
    await openTab(view, 'tags');
    await view.getByRole('searchbox', { name: 'Filter tags' }).fill(tag.tag);
    await view.locator('[role=row]').filter({ hasText: tag.tag }).first().click();
    await view.locator(`hit-list [role=grid][aria-rowcount="${tag.captions + 1}"]`).waitFor();
    await view.getByRole('searchbox', { name: 'Filter tags' }).fill('');
  });

  await context.step('is moved through by keys', async () => {
    await view.locator('#tab-co-occurrence').click();
    await workbench.page.keyboard.press('ArrowRight');
    await view.locator('#tab-tokens[aria-selected=true]').waitFor();
    await workbench.page.keyboard.press('/');
    await workbench.page.keyboard.type('0060');
    await view.locator('[role=grid][aria-rowcount="2"]').waitFor();
    await workbench.page.keyboard.press('Control+a');
    await workbench.page.keyboard.press('Delete');
    await view.locator('[role=grid]').focus();
    await workbench.page.keyboard.press('End');
    const rows = Number(await view.locator('[role=grid]').getAttribute('aria-rowcount'));
    await view.locator(`[role=row][aria-rowindex="${rows}"][aria-selected=true]`).waitFor();
  });

  await context.step('comes back to where a list was left', async () => {
    await openTab(view, 'summary');
    await openTab(view, 'tokens');
    await view.locator('[role=row][aria-selected=true]').waitFor();
  });

  await context.step('compares the captions of duplicates', async () => {
    await openTab(view, 'duplicates');
    await view.locator('[role=row][aria-rowindex="2"]').click();
    await view.getByText('In all captions: ohwx woman, smile').waitFor();
    await view.getByText('Only here: red hat').waitFor();
  });

  await context.step('remembers what was decided about duplicates, and takes it back', async () => {
    const keep = view.getByRole('button', { name: 'Keep both' });
    await keep.click();
    await view.locator('button[aria-pressed=true]').filter({ hasText: 'Keep both' }).waitFor();
    await keep.click();
    await view.locator('button[aria-pressed=false]').filter({ hasText: 'Keep both' }).waitFor();
    assert.equal(await workbench.page.locator('.tab.dirty').count(), 0);
  });

  await context.step('makes captions of duplicates alike after showing what changes', async () => {
    await view.getByRole('button', { name: 'Merge their tags…' }).click();
    const row = workbench.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: 'copy.txt' });
    await row.first().waitFor();
    await row.filter({ hasText: 'ohwx woman, smile, red hat' }).first().waitFor();
    await workbench.page.keyboard.press('Escape');
    await row.first().waitFor({ state: 'hidden' });
  });

  await context.step('tries changes on the numbers', async () => {
    await openTab(view, 'playbook');
    await view.getByText('Keep one image of each group of duplicates').click();
    const { images, duplicates } = effectiveImages(auditJson(folder));
    const cells = view.locator('what-if tr').filter({ hasText: 'Effective images' }).locator('td');
    await cells.first().waitFor();
    assert.deepEqual(await cells.allTextContents(), [images - duplicates, images - duplicates].map(String));
    await view.getByText('Drop tags by chance').click();
    const entropy = view.locator('what-if tr.changed').filter({ hasText: 'Tags of a caption that reach the model' });
    await entropy.waitFor();
  });

  await context.step('shows the plan of the trainer', async () => {
    await openTab(view, 'config');
    await view.locator('training-plan dd').first().waitFor();
    const { plan } = planJson(folder);
    const totals = await view.locator('training-plan dd:not(.note)').allTextContents();
    const samples = plan.datasets[0].subsets.reduce((sum, { samplesPerEpoch }) => sum + samplesPerEpoch, 0);
    const numbers = [
      samples,
      plan.batchesPerEpoch ?? 0,
      plan.stepsPerEpoch ?? 0,
      plan.totalSteps,
      plan.tokensCut?.tokensCut,
    ];
    assert.deepEqual(
      totals.map((text) => Number(text.replaceAll(',', ''))),
      numbers,
    );
    const buckets = view.locator('training-plan table').nth(1).locator('tbody tr');
    assert.equal(await buckets.count(), plan.datasets[0].buckets.length);
  });

  await context.step('writes advised settings into the configuration', async () => {
    writeFileSync(path.join(folder, 'train.toml'), datasetConfig);
    await view.getByRole('button', { name: 'Refresh' }).click();
    await view.getByText('By train.toml').waitFor();
    const step = view.locator('advised-settings article').filter({ hasText: 'shuffle_caption' });
    const setting = step.locator('tr.change').filter({ hasText: 'shuffle_caption' });
    await setting.getByText('false').waitFor();
    await step.getByRole('button', { name: 'Apply' }).click();
    await workbench.page.locator('.tab.dirty').filter({ hasText: 'train.toml' }).waitFor();
    // What the configuration says already is to be changed no more.
    await setting.waitFor({ state: 'detached' });
    const tab = workbench.page.locator('.tab').filter({ hasText: 'train.toml' });
    await tab.click();
    await workbench.page.keyboard.press('Control+s');
    await workbench.page.locator('.tab:not(.dirty)').filter({ hasText: 'train.toml' }).waitFor();
    await tab.click({ button: 'middle' });
    await tab.waitFor({ state: 'detached' });
  });

  await context.step('starts the renaming of a tag', async () => {
    const [, tag] = auditJson(folder).tags;
    await openTab(view, 'tags');
    await view.locator('[role=row]').filter({ hasText: tag.tag }).first().click();
    await view.getByRole('button', { name: 'Rename…' }).click();
    await workbench.page.locator('.quick-input-widget:visible').getByText(`New name of "${tag.tag}"`).first().waitFor();
    await workbench.page.keyboard.press('Escape');
  });

  await context.step('shows a chart as a table', async () => {
    await openTab(view, 'tokens');
    await view.getByRole('button', { name: 'Show as table' }).click();
    const { metrics } = auditJson(folder);
    const cells = await view.locator('data-chart td').allTextContents();
    assert.equal(
      cells.reduce((sum, cell) => sum + Number(cell), 0),
      metrics.tokens.histogram.reduce((sum, [, captions]) => sum + captions, 0),
    );
    await view.getByRole('button', { name: 'Show as chart' }).click();
  });

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

  for (const theme of ['dark', 'light', 'high-contrast'] as Theme[]) {
    await context.step(`has no serious accessibility fault (${theme})`, async () => {
      await workbench.setTheme(theme);
      for (const tab of tabs) {
        await openTab(view, tab);
        if (withDetails.includes(tab)) await view.locator('[role=row][aria-rowindex="2"]').first().click();
        await workbench.screenshot(`overview-${tab}-${theme}`);
        assert.deepEqual(await seriousViolations(view), [], tab);
      }
    });
  }

  await context.step('fits into 400 pixels', async () => {
    await workbench.command('View: Close Primary Side Bar').catch(() => {});
    await workbench.page.setViewportSize({ width: 448, height: 800 });
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

  await context.step('asks for nothing its policy forbids', async () => {
    assert.deepEqual(refused, []);
    assert.deepEqual(workbench.pageErrors, []);
  });
}
