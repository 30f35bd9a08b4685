// A LoRA file opens as a document: what its header says, compared with version 1, with a configuration like it.

import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { aiToolkitLayers, aiToolkitMetadata, kohyaFolders, safetensors, sdxlLayers } from '../support/safetensors.ts';
import { seriousViolations } from './axe.ts';
import type { ScenarioContext } from './scenario.ts';
import type { Theme, Workbench } from './workbench.ts';

/** Tags of 48 captions, from one on all of them to some that stand once. */
const tags = Object.fromEntries([
  ['ohwx woman', 48],
  ['simple background', 46],
  ['upper body', 30],
  ['red scarf', 22],
  ['masterpiece', 45],
  ...Array.from({ length: 60 }, (_, at) => [`tag number ${at}`, 1 + ((at * 7) % 20)]),
  ['<img src=x onerror=document.title=1>', 3],
]);

const version = (dim: number, steps: number, more: Record<string, string> = {}): Uint8Array =>
  safetensors(
    kohyaFolders({
      ss_dataset_dirs: JSON.stringify({ '10_ohwx woman': { n_repeats: 10, img_count: 48 } }),
      ss_tag_frequency: JSON.stringify({ '10_ohwx woman': tags }),
      ss_num_batches_per_epoch: '240',
      ss_network_dim: String(dim),
      ss_network_alpha: String(dim / 2),
      ss_steps: String(steps),
      ss_max_train_steps: String(steps),
      ...more,
    }),
    sdxlLayers(dim),
  );

function fill(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const put = (name: string, bytes: Uint8Array | string): void => writeFileSync(path.join(folder, name), bytes);
  put('scarf-v1.safetensors', version(16, 2400));
  put('scarf-v2.safetensors', version(128, 14400, { ss_text_encoder_lr: '0.0001', ss_learning_rate: '0.0005' }));
  put('flux.safetensors', safetensors(aiToolkitMetadata(), aiToolkitLayers(16)));
  put('broken.safetensors', 'this is no model at all');
}

/** No text editor comes: the file opens in the product's own. */
const openLora = (workbench: Workbench, name: string): Promise<void> => workbench.pick('Control+p', name);

async function show(workbench: Workbench, name: string) {
  await openLora(workbench, name);
  const view = workbench.webview('editor');
  await view.locator('h1').getByText(name).waitFor();
  return view;
}

export async function run(context: ScenarioContext): Promise<void> {
  const folder = context.copyFolder('test/vscode/workspace');
  fill(path.join(folder, 'loras'));
  const workbench = await context.openWorkbench({ folder });
  let view = workbench.webview('editor');

  await context.step('opens a LoRA file and tells what its header says', async () => {
    view = await show(workbench, 'scarf-v2.safetensors');
    const text = (await view.locator('main').textContent()) ?? '';
    for (const part of ['sd-scripts 0010c81', 'Pony Diffusion (SDXL)', 'rank 128, alpha 64', '10_ohwx woman'])
      assert.ok(text.includes(part), part);
    await view.locator('data-table').getByText('simple background').waitFor();
    assert.equal(await view.locator('img').count(), 0);
  });

  await context.step('shows the evidence of a risk and filters the tags', async () => {
    await view.locator('#memorization summary').click();
    await view.locator('#memorization li').first().waitFor();
    await view.locator('vscode-textfield input').fill('scarf');
    await view.locator('data-table').getByText('red scarf').waitFor();
    await view.locator('data-table').getByText('simple background').waitFor({ state: 'detached' });
    await view.locator('vscode-textfield input').fill('');
  });

  await context.step('compares it with the version before', async () => {
    await view.locator('vscode-button').getByText('Compare').click();
    const choice = workbench.page.locator('.quick-input-list').getByText('scarf-v1.safetensors');
    await choice.waitFor();
    await choice.click();
    const card = view.locator('.comparison');
    await card.getByText('network_dim: 16 → 128').waitFor();
    await card.getByText('Risks that moved').waitFor();
  });

  for (const theme of ['dark', 'light', 'high-contrast'] as Theme[])
    await context.step(`has no serious fault of accessibility (${theme})`, async () => {
      await workbench.setTheme(theme);
      assert.deepEqual(await seriousViolations(view), []);
      await workbench.screenshot(`lora-${theme}`);
    });

  await context.step('fits into 400 pixels', async () => {
    await workbench.setTheme('dark');
    await view.locator('.comparison').getByText('Close').click();
    await workbench.command('View: Close Primary Side Bar').catch(() => {});
    await workbench.page.setViewportSize({ width: 448, height: 800 });
    const wide = await view.locator('main').evaluate((main) => main.scrollWidth - main.clientWidth);
    assert.ok(wide <= 0, `${wide} pixels stand out`);
    await workbench.screenshot('lora-narrow');
    await workbench.page.setViewportSize({ width: 1280, height: 800 });
  });

  await context.step('says what a file does not tell, and why another one cannot be read', async () => {
    await workbench.command('View: Close All Editors');
    for (const name of ['flux.safetensors', 'broken.safetensors']) {
      await openLora(workbench, name);
      const shown = workbench.webview('editor');
      if (name === 'flux.safetensors') await shown.getByText('does not note tags').first().waitFor();
      else await shown.locator('[role=alert]').getByText('no safetensors file').waitFor();
      await workbench.screenshot(`lora-${name.split('.')[0]}`);
      await workbench.command('View: Close All Editors');
    }
  });

  await context.step('opens a configuration like it as new documents', async () => {
    view = await show(workbench, 'scarf-v2.safetensors');
    await view.locator('vscode-button').getByText('Configuration like it').click();
    await workbench.page.locator('.view-line').getByText('network_dim').first().waitFor();
    await workbench.screenshot('lora-configuration');
  });
}
