// What the Folder Overview changes, or begins to change: duplicates, the configuration, tags; and what it tries on the numbers.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { PlanDocument } from '../../server/src/report/plan-text.ts';
import type { AuditReport } from '../../server/src/report/report.ts';
import { root } from '../../tools/setup.mjs';
import { assertOrderly, auditJson, openOverviewWindow, openTab } from './overview-window.ts';
import type { ScenarioContext } from './scenario.ts';

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

export async function run(context: ScenarioContext): Promise<void> {
  const window = await openOverviewWindow(context);
  const { folder, workbench, view } = window;

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
    const { images, duplicates } = effectiveImages(await auditJson(folder));
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
    const [, tag] = (await auditJson(folder)).tags;
    await openTab(view, 'tags');
    await view.locator('[role=row]').filter({ hasText: tag.tag }).first().click();
    await view.getByRole('button', { name: 'Rename…' }).click();
    await workbench.page.locator('.quick-input-widget:visible').getByText(`New name of "${tag.tag}"`).first().waitFor();
    await workbench.page.keyboard.press('Escape');
  });

  await assertOrderly(context, window);
}
