// The Folder Overview in a real workbench: its numbers are the command line's, it leads from one thing to the next by mouse and by keys, and
// names of files stay text.

import assert from 'node:assert/strict';
import type { TabId } from '../../media/overview/context.ts';
import { assertOrderly, auditJson, evilName, openOverview, openOverviewWindow, openTab } from './overview-window.ts';
import type { ScenarioContext } from './scenario.ts';

export async function run(context: ScenarioContext): Promise<void> {
  const window = await openOverviewWindow(context);
  const { folder, workbench } = window;
  let { view } = window;

  await context.step('shows the numbers of the command line', async () => {
    const report = await auditJson(folder);
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
    const rows = async (tab: TabId): Promise<number> => {
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

  await context.step('shows the image of a name that the pointer rests on', async () => {
    const picture = view.locator('file-peek img');
    for (const tab of ['images', 'tokens'] as const) {
      await openTab(view, tab);
      await view.locator('[role=gridcell] .link').first().hover();
      await picture.waitFor();
      await workbench.page.keyboard.press('Escape');
      await picture.waitFor({ state: 'detached' });
    }
  });

  await context.step('goes from a rule to its findings and on to the place', async () => {
    const placed = (await auditJson(folder)).findings.find(
      ({ file, range }) => file.endsWith('.txt') && range !== null,
    );
    assert.ok(placed);
    await openTab(view, 'summary');
    await view.locator('.rules button').filter({ hasText: placed.rule }).first().click();
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
    const { advice } = await auditJson(folder);
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
    const [, tag] = (await auditJson(folder)).tags;
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

  await context.step('shows a chart as a table', async () => {
    await openTab(view, 'tokens');
    await view.getByRole('button', { name: 'Show as table' }).click();
    const { metrics } = await auditJson(folder);
    const cells = await view.locator('data-chart td').allTextContents();
    assert.equal(
      cells.reduce((sum, cell) => sum + Number(cell), 0),
      metrics.tokens.histogram.reduce((sum, [, captions]) => sum + captions, 0),
    );
    await view.getByRole('button', { name: 'Show as chart' }).click();
  });

  await assertOrderly(context, window);
}
