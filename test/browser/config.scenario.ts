// A training configuration with five faults: squiggles, the meaning of an option, quick fixes, completion.

import assert from 'node:assert/strict';
import { makeExample } from './example.ts';
import type { ScenarioContext } from './scenario.ts';

export async function run(context: ScenarioContext): Promise<void> {
  const workbench = await context.openWorkbench({
    folder: makeExample(context),
    file: 'dataset.toml',
    settings: { 'editor.fontSize': 16, 'editor.minimap.enabled': false },
  });
  const { page } = workbench;
  const line = (text: string) => page.locator('.view-line').getByText(text).first();

  await context.step('shows the five faults', async () => {
    await page.locator('.squiggly-error').nth(3).waitFor({ state: 'attached' });
    await page.locator('.squiggly-warning').first().waitFor({ state: 'attached' });
    await workbench.screenshot('config-squiggles');
    // VS Code has no TOML of its own: more than one colour is ours.
    const colours = await workbench.page
      .locator('.monaco-editor .view-line span span')
      .evaluateAll((spans) => spans.map(({ className }) => className));
    assert.ok(new Set(colours).size > 2, [...new Set(colours)].join());
    await workbench.command('Problems: Focus on Problems View');
    await page.locator('.markers-panel').getByText('finds 0 captions').first().waitFor();
    await workbench.screenshot('config-problems');
    await workbench.command('View: Toggle Panel Visibility');
  });

  await context.step('explains an option and what is wrong with it', async () => {
    await workbench.hover(line('max_bucket_reso'));
    await page.locator('.monaco-hover').getByText('Longest side of a bucket').first().waitFor();
    await workbench.screenshot('config-hover');
    await page.mouse.move(640, 700);
  });

  await context.step('renames the unknown key by quick fix', async () => {
    await workbench.focusEditor();
    await page.keyboard.press('Control+Home');
    for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowDown');
    const fix = await workbench.quickFix('Rename to keep_tokens');
    await fix.click();
    await line('keep_tokens').waitFor();
    assert.ok((await workbench.editorText()).some((text) => text.startsWith('keep_tokens = 1')));
  });

  await context.step('completes the keys of the table', async () => {
    await page.keyboard.press('Control+End');
    await page.keyboard.type('caption_ex');
    await page.keyboard.press('Control+Space');
    await page.locator('.suggest-widget').getByText('caption_extension').first().waitFor();
    await workbench.screenshot('config-completion');
  });
}
