// A page of ours as everybody sees and reaches it: in every theme, at every width.

import assert from 'node:assert/strict';
import type { FrameLocator } from 'playwright-core';
import { seriousViolations } from './axe.ts';
import { clearSettings, exampleSubset } from './example.ts';
import { focusFaults, frameOf } from './focus-order.ts';
import type { ScenarioContext } from './scenario.ts';
import { until } from './until.ts';
import type { Theme, Workbench } from './workbench.ts';

/** Pixels of a page, not of the window. */
export const widths = [400, 800, 1600] as const;
export const languages = ['en', 'ja'] as const;
const height = 900;

/**
 * Opens a window on the example dataset, and in it a page of ours that fills it.
 * @param command full title of the command that opens the page
 * @param ready a selector of what the page shows once it is filled
 */
export async function openPage(
  context: ScenarioContext,
  folder: string,
  language: (typeof languages)[number],
  command: string,
  ready: string,
): Promise<{ readonly workbench: Workbench; readonly view: FrameLocator }> {
  const file = `${exampleSubset}/01.txt`;
  const workbench = await context.openWorkbench({ folder, file, settings: clearSettings, language });
  const view = workbench.webview('editor');
  await workbench.page.locator('.codelens-decoration').first().waitFor();
  await workbench.command('View: Toggle Primary Side Bar Visibility');
  await workbench.command(command);
  await view.locator(ready).first().waitFor();
  assert.equal(await view.locator('html').getAttribute('lang'), language);
  await fillWindow(workbench);
  return { workbench, view };
}

/** One group fills the window, so that the page can be as narrow as the window. */
export async function fillWindow(workbench: Workbench): Promise<void> {
  if ((await workbench.page.locator('.editor-group-container').count()) > 1)
    await workbench.command('View: Toggle Maximize Editor Group');
}

/** Changes the theme of window and page: the page hears of it later. */
export async function showTheme(workbench: Workbench, view: FrameLocator, theme: Theme): Promise<void> {
  await workbench.setTheme(theme);
  await view.locator(`body.vscode-${theme}`).waitFor();
}

/** Makes the window as wide as lets the page have so many pixels. */
export async function fitPage({ page }: Workbench, view: FrameLocator, width: number): Promise<void> {
  const frame = await frameOf(view);
  const now = (): Promise<number> => frame.evaluate('innerWidth');
  let asked: number | null = null;
  await until(`the page does not become ${width} pixels wide`, async () => {
    const has = await now();
    if (asked !== null && has === width) return true;
    // Asked for once for each width that the page comes to: the window may still be arranging itself.
    if (has !== asked) await page.setViewportSize({ width: (page.viewportSize()?.width ?? 0) + width - has, height });
    asked = has;
    return false;
  });
}

/** Nothing serious that axe-core finds: names, roles and contrast, or contrast alone. */
export async function assertAccessible(view: FrameLocator, place: string, only?: 'color-contrast'): Promise<void> {
  assert.deepEqual(await seriousViolations(view, only), [], place);
}

/** No control sticks out of the page, and Tab goes through all in the order in which they lie. */
export async function assertReachable({ page }: Workbench, view: FrameLocator, place: string): Promise<void> {
  assert.deepEqual(await cutControls(view), [], place);
  assert.deepEqual(await focusFaults(page, view), [], place);
}

/** Controls that lie partly outside of the page and cannot be scrolled to, and labels that their control cuts; as readable lines. */
async function cutControls(view: FrameLocator): Promise<string[]> {
  const frame = await frameOf(view);
  return frame.evaluate<string[]>(`(() => {
    const found = [];
    const above = (element) => element.parentElement ?? element.getRootNode().host ?? null;
    const visit = (root) => {
      for (const element of root.querySelectorAll('*')) {
        if (element.shadowRoot) visit(element.shadowRoot);
        if (!element.matches('button, input, select, a, [role=tab]')) continue;
        const { left, right, width, height } = element.getBoundingClientRect();
        if (width === 0 || height === 0) continue;
        let scrolls = false;
        for (let parent = above(element); parent; parent = above(parent))
          scrolls ||= ['auto', 'scroll'].includes(getComputedStyle(parent).overflowX);
        const isOut = !scrolls && (right > innerWidth + 0.5 || left < -0.5);
        const isCut = element.localName === 'button' && element.scrollWidth > element.clientWidth + 1 && !element.title;
        if (isOut || isCut)
          found.push(element.localName + ' "' + element.textContent.trim().slice(0, 40) + '" ' + (isOut ? left + '–' + right : 'is cut'));
      }
    };
    visit(document);
    return found;
  })()`);
}
