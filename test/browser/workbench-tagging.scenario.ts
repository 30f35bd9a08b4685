// Tagging in the workbench as a person does it: picture, grid and caption side by side. Every press of a key is counted and compared
// with what docs/USING.md says of it and of TagGUI.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { clearSettings, exampleSubset, makeExample } from './example.ts';
import { CountedKeys, documentedPresses } from './keys.ts';
import type { ScenarioContext } from './scenario.ts';
import { onceOnDisk } from './until.ts';

export async function run(context: ScenarioContext): Promise<void> {
  const folder = makeExample(context);
  const workbench = await context.openWorkbench({
    folder,
    file: `${exampleSubset}/01.txt`,
    settings: clearSettings,
    size: { width: 1440, height: 900 },
  });
  const { page } = workbench;
  const view = workbench.webview('editor');
  const grid = view.locator('.grid');
  const keys = new CountedKeys(page);
  const documented = documentedPresses();
  const counted = new Set<string>();
  const names = Array.from({ length: 14 }, (_, at) => `${String(at + 1).padStart(2, '0')}.txt`);
  const onDisk = (name: string): string => {
    try {
      return readFileSync(path.join(folder, exampleSubset, name), 'utf8');
    } catch {
      return '';
    }
  };
  const all = (): string[] => names.map(onDisk);
  const shown = (name: string) => view.locator(`body[data-shown$="${name}"]`).waitFor({ state: 'attached' });
  const asked = (title: string | RegExp) =>
    page.locator('.quick-input-widget:visible').getByText(title).first().waitFor();
  const offered = (text: string | RegExp) =>
    page.locator('.quick-input-list .monaco-list-row.focused').filter({ hasText: text }).first().waitFor();
  /** Does something with the focus in the grid, and takes note of the presses it needed. */
  const operation = async (name: string, act: () => Promise<void>): Promise<void> => {
    await grid.focus();
    keys.take();
    await act();
    take(name);
  };
  /** Compares the presses since the last time with what docs/USING.md says of an operation. */
  const take = (name: string): void => {
    const count = keys.take();
    const row = documented.get(name);
    assert.ok(row, `docs/USING.md does not list "${name}"`);
    assert.equal(count, row.here, `presses of "${name}"`);
    assert.ok(count <= row.taggui, `"${name}" needs ${count} presses, TagGUI ${row.taggui}`);
    counted.add(name);
  };
  const undo = async (before: readonly string[]): Promise<void> => {
    await grid.focus();
    await page.keyboard.press('Control+z');
    await onceOnDisk(() => all().every((text, at) => text === before[at]));
  };

  await context.step('opens beside the caption', async () => {
    await page.locator('.codelens-decoration').first().waitFor();
    await workbench.command('View: Toggle Primary Side Bar Visibility');
    await workbench.command('Tagmetry: Open Workbench');
    await view.locator('.large').first().waitFor();
    await view.locator('.thumbnail[src]').nth(4).waitFor();
    await workbench.editor('01.txt').waitFor();
    await workbench.screenshot('workbench-first');
  });

  await context.step('goes from caption to caption, picture and text together', async () => {
    await operation('Next caption', () => keys.press('Control+ArrowDown'));
    await shown('02.png');
    await workbench.editor('02.txt').waitFor();
    await operation('Previous caption', () => keys.press('Control+ArrowUp'));
    await shown('01.png');
    await operation('Last caption', () => keys.press('End'));
    await shown('14.jpg');
    await page.keyboard.press('Home');
    await shown('01.png');
    await operation('Next caption without tags', () => keys.press('Alt+j'));
    await shown('11.png');
    await page.keyboard.press('Home');
    await shown('01.png');
    await workbench.editor('01.txt').waitFor();
  });

  await context.step('changes one caption', async () => {
    const before = all();
    await operation('Add a tag of the dataset by its first two letters', async () => {
      await keys.press('Alt+a');
      await asked('Add tags: 01.png');
      await keys.type('ni');
      await offered('night');
      await keys.press('Enter');
    });
    await onceOnDisk(() => onDisk('01.txt') === before[0].replace('day', 'day, night'));
    await undo(before);
    await operation('Add a new tag of five letters', async () => {
      await keys.press('Alt+a');
      await asked('Add tags: 01.png');
      await keys.type('vixen');
      await offered('New tag "vixen"');
      await workbench.screenshot('workbench-new-tag');
      await keys.press('Enter');
    });
    await onceOnDisk(() => onDisk('01.txt') === before[0].replace('day', 'day, vixen'));
    await undo(before);
    await operation('Remove a tag by its first two letters', async () => {
      await keys.press('Alt+x');
      await asked('Remove tags: 01.png');
      await keys.type('si');
      await offered('sitting');
      await keys.press('Enter');
    });
    await onceOnDisk(() => !onDisk('01.txt').includes('sitting'));
    await undo(before);
    await operation('Replace a tag by another of the dataset', async () => {
      await keys.press('Alt+r');
      await asked('Replace which tag: 01.png');
      await keys.type('si');
      await offered('sitting');
      await keys.press('Enter');
      await asked('Replace "sitting" with what?');
      await keys.type('ru');
      await offered('running');
      await keys.press('Enter');
    });
    await onceOnDisk(() => onDisk('01.txt').includes('running'));
    await grid.focus();
    await operation('Undo', () => keys.press('Control+z'));
    await onceOnDisk(() => onDisk('01.txt') === before[0]);
  });

  await context.step('changes what is selected and nothing else', async () => {
    const before = all();
    await operation('Select three captions', () => keys.press('Shift+ArrowRight', 'Shift+ArrowRight'));
    await view.getByText('3 selected').waitFor();
    await operation('Add a tag to the selected captions', async () => {
      await keys.press('Alt+a');
      await asked('Add tags: 3 selected captions');
      await keys.type('mo');
      await offered('moon');
      await view.locator('.notice:not(.shown)').waitFor({ state: 'attached' });
      await workbench.screenshot('workbench-add');
      await keys.press('Enter');
    });
    await onceOnDisk(() => [0, 1, 2].every((at) => onDisk(names[at]).includes('moon')));
    assert.deepEqual(all().slice(3), before.slice(3));
    await workbench.screenshot('workbench-added');
    await undo(before);
    await operation('Invert the selection', () => keys.press('Control+i'));
    await view.getByText('11 selected').waitFor();
    await page.keyboard.press('Escape');
    await view.getByText('11 selected').waitFor({ state: 'hidden' });
    await page.keyboard.press('Home');
    await shown('01.png');
    await operation('Copy the tags of a caption to the next', async () => {
      await keys.press('Control+c');
      await view.getByText(/tags copied/).waitFor();
      await keys.press('ArrowRight');
      await shown('02.png');
      await keys.press('Control+v');
    });
    await onceOnDisk(() => onDisk('02.txt').includes('tree'));
    await undo(before);
  });

  await context.step('filters, and works on what the filter shows', async () => {
    const before = all();
    await operation('Show the captions with a tag', async () => {
      await keys.type('ni');
      await view.locator('.proposal').first().waitFor();
      await view.locator('.notice:not(.shown)').waitFor({ state: 'attached' });
      await workbench.screenshot('workbench-filter');
      await keys.press('ArrowDown', 'Enter', 'Enter');
    });
    await view.getByText(/filtered from 14/).waitFor();
    await operation('Next caption of a filtered set', () => keys.press('ArrowRight'));
    await shown('03.png');
    await operation('Add a tag to everything the filter shows', async () => {
      await keys.press('Control+a', 'Alt+a');
      await asked(/Add tags: \d selected captions/);
      await keys.type('ru');
      await offered('running');
      await keys.press('Enter');
    });
    const meant = names.filter((_, at) => /\bnight(?! sky)/.test(before[at]));
    await onceOnDisk(() => meant.every((name) => onDisk(name).includes('running')));
    for (const [at, name] of names.entries()) if (!meant.includes(name)) assert.equal(onDisk(name), before[at], name);
    await undo(before);
    await page.keyboard.press('Escape');
    await operation('Show all captions again', () => keys.press('/', 'Delete', 'Enter'));
    await view.getByText(/filtered from/).waitFor({ state: 'hidden' });
    await operation('Show the captions without the trigger', async () => {
      await keys.press('/');
      await view.locator('.proposal').first().waitFor();
      await keys.press('ArrowDown', 'Enter', 'Enter');
    });
    await view.getByText(/filtered from 14/).waitFor();
    await workbench.screenshot('workbench-without-trigger');
    await operation('Show the captions that are too long', async () => {
      await keys.press('/', 'Delete');
      await view.locator('.proposal').nth(2).waitFor();
      await keys.press('ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter', 'Enter');
    });
    await shown('07.png');
    await grid.focus();
    await page.keyboard.press('/');
    await page.keyboard.press('Delete');
    await page.keyboard.press('Enter');
    await view.getByText(/filtered from/).waitFor({ state: 'hidden' });
  });

  await context.step('renames a tag in the whole dataset, and takes it back by one key', async () => {
    const before = all();
    // What cannot be decoded is never written.
    const renamed = before.map((text) =>
      text.includes('\ufffd')
        ? text
        : text
            .split(', ')
            .map((tag) => (tag === 'grass' ? 'lawn' : tag))
            .join(', '),
    );
    assert.ok(renamed.filter((text, at) => text !== before[at]).length > 3, 'several captions have the tag');
    await grid.focus();
    await page.keyboard.press('Home');
    await shown('01.png');
    await page.keyboard.press('Enter');
    await page.locator('.monaco-editor.focused').first().waitFor();
    // The cursor comes to the tag as the mouse would bring it there.
    await page.locator('.statusbar').getByText('Ln 1, Col 56').first().waitFor();
    for (let at = 0; at < 'grass, day'.length - 1; at++) await page.keyboard.press('ArrowLeft');
    await page.locator('.statusbar').getByText('Ln 1, Col 47').first().waitFor();
    keys.take();
    await keys.press('F2');
    await asked('New name of "grass"');
    await keys.type('lawn');
    await offered('New tag "lawn"');
    await workbench.screenshot('workbench-rename');
    await keys.press('Enter');
    take('Rename a tag in the whole dataset to one of four letters');
    await onceOnDisk(() => all().every((text, at) => text === renamed[at]));
    await page.locator('.view-line').getByText('lawn').first().waitFor();
    assert.equal(await page.locator('.tab.dirty').count(), 0);
    await page.locator('.monaco-editor.focused').first().waitFor();
    await page.keyboard.press('Alt+u');
    await onceOnDisk(() => all().every((text, at) => text === before[at]));
    await page.locator('.view-line').getByText('grass').first().waitFor();
    assert.equal(await page.locator('.tab.dirty').count(), 0);
  });

  await context.step('removes a tag from the whole dataset, starting in the Tags view', async () => {
    const before = all();
    await workbench.ask('Tagmetry: Find Tags…', 'Show tags that hold');
    await page.keyboard.type('moon');
    await page.keyboard.press('Enter');
    await workbench.command('Tagmetry: Focus on Tags View');
    await page.locator('.pane .monaco-list-row[aria-level="2"]').getByText('moon', { exact: true }).first().click();
    await view.getByText(/filtered from 14/).waitFor();
    keys.take();
    await keys.press('Delete');
    await page
      .locator('.quick-input-widget:visible')
      .getByText(/Remove "moon": \d captions/)
      .waitFor();
    await workbench.screenshot('tags-remove');
    await keys.press('Enter');
    take('Remove a tag from the whole dataset');
    const removed = before.map((text) =>
      text.includes('\ufffd')
        ? text
        : text
            .split(', ')
            .filter((tag) => tag !== 'moon')
            .join(', '),
    );
    assert.notDeepEqual(removed, before);
    await onceOnDisk(() => all().every((text, at) => text === removed[at]));
    await workbench.command('Tagmetry: Undo Last Bulk Edit');
    await onceOnDisk(() => all().every((text, at) => text === before[at]));
  });

  await context.step('counted every operation of the page', async () => {
    assert.deepEqual(
      [...documented.keys()].filter((name) => !counted.has(name)),
      [],
    );
  });
}
