// A window on a dataset with something for every tab of the Folder Overview, for the scenarios of the Overview.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import type { FrameLocator } from 'playwright-core';
import type { TabId } from '../../media/overview/context.ts';
import type { AuditReport } from '../../server/src/report/report.ts';
import { root } from '../../tools/setup.mjs';
import { greyPng } from '../support/png.ts';
import type { ScenarioContext } from './scenario.ts';
import type { Workbench } from './workbench.ts';

const runFile = promisify(execFile);

/** A name of a file that would be an element where names are taken for HTML. */
export const evilName = '<img src=x onerror=document.title=1>.png';

export interface OverviewWindow {
  /** The workspace, and its dataset. */
  readonly folder: string;
  readonly dataset: string;
  readonly workbench: Workbench;
  /** The page of the Overview. */
  readonly view: FrameLocator;
  /** What the content security policy of a page refused so far. */
  readonly refused: string[];
}

/** Opens a window on such a dataset, with the Overview in it. */
export async function openOverviewWindow(context: ScenarioContext): Promise<OverviewWindow> {
  const folder = context.copyFolder('test/vscode/workspace');
  const dataset = path.join(folder, '10_ohwx woman');
  fillDataset(dataset);
  const workbench = await context.openWorkbench({ folder, file: '10_ohwx woman/0001.txt' });
  const refused: string[] = [];
  workbench.page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) refused.push(message.text());
  });
  return { folder, dataset, workbench, view: await openOverview(workbench), refused };
}

export async function openOverview(workbench: Workbench): Promise<FrameLocator> {
  await workbench.command('Tagmetry: Open Folder Overview');
  const view = workbench.webview();
  await view.locator('[role=tab]').first().waitFor();
  return view;
}

export async function openTab(view: FrameLocator, id: TabId): Promise<void> {
  await view.locator(`#tab-${id}`).click();
  await view.locator(`#tab-${id}[aria-selected=true]`).waitFor();
}

/** The report of the command line on the same folder. */
export const auditJson = async (folder: string): Promise<AuditReport> => JSON.parse(await runAudit(folder, 'json'));

/** The policy of the page stood, and nothing was thrown in it. */
export async function assertOrderly(context: ScenarioContext, { refused, workbench }: OverviewWindow): Promise<void> {
  await context.step('asks for nothing its policy forbids', async () => {
    assert.deepEqual(refused, []);
    assert.deepEqual(workbench.pageErrors, []);
  });
}

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

/** What the command line prints. Windows of other scenarios are driven meanwhile. */
export async function runAudit(folder: string, format: string, ...more: readonly string[]): Promise<string> {
  // The Overview compares the images.
  const options = ['--images', 'standard', '--format', format, '--fail-on', 'never', ...more];
  const args = [path.join(root, 'dist', 'cli.cjs'), 'audit', folder, ...options];
  return (await runFile(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 28 })).stdout;
}
