// What the README shows: a caption with squiggles, a quick fix taken by keyboard, the lens that follows.

import assert from 'node:assert/strict';
import { exampleSubset, makeExample } from './example.ts';
import type { ScenarioContext } from './scenario.ts';

export async function run(context: ScenarioContext): Promise<void> {
  const workbench = await context.openWorkbench({
    folder: makeExample(context),
    file: `${exampleSubset}/06.txt`,
    settings: { 'editor.wordWrap': 'on', 'editor.fontSize': 16, 'editor.minimap.enabled': false },
  });
  const { page } = workbench;
  const lens = (text: string | RegExp) => page.locator('.codelens-decoration').getByText(text).first().waitFor();

  await context.step('shows squiggles and the lens', async () => {
    await lens(/19\/75 tokens · 8 tags · 1024×1024/);
    await page.locator('.squiggly-info').first().waitFor({ state: 'attached' });
    await workbench.screenshot('squiggles');
  });

  await context.step('explains a squiggle when the mouse rests on it', async () => {
    await workbench.hover(page.locator('.squiggly-info'));
    await page.locator('.monaco-hover').getByText('keep_tokens counts it as a tag').first().waitFor();
    await workbench.screenshot('hover');
    await page.mouse.move(640, 700);
  });

  await context.step('takes the quick fix by keyboard', async () => {
    await workbench.focusEditor();
    await page.keyboard.press('Control+End');
    const fix = await workbench.quickFix('Remove the empty tag');
    await workbench.screenshot('quick-fix');
    await fix.click();
    await page.locator('.squiggly-info').first().waitFor({ state: 'detached' });
    assert.deepEqual(await workbench.editorText(), ['mrafox, fox, solo, running, red scarf, grass, red scarf, day']);
    await lens(/18\/75 tokens · 8 tags/);
  });

  await context.step('greys the tail that never trains', async () => {
    await workbench.openFile('07.txt');
    await lens(/84\/75 tokens/);
    await page.locator('.squiggly-warning, .squiggly-unnecessary').first().waitFor({ state: 'attached' });
    await workbench.screenshot('cut-off');
  });
}
