// The workbench in a real VS Code: from a key to the next image with its caption, beside opening a text file in the same window; frames
// while a long grid is scrolled, beside those of an empty page; what scrolling through all of it leaves in memory.

import { linkSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Browser, Frame, Page } from 'playwright-core';
import sharp from 'sharp';
import { launchBrowser } from '../../tools/vscode/browser.mjs';
import { installVscode } from '../../tools/vscode/install.mjs';
import { frameOf } from '../browser/focus-order.ts';
import { Windows } from '../browser/windows.ts';
import { Workbench } from '../browser/workbench.ts';
import type { Figure } from './figure.ts';
import { median } from './figure.ts';
import { Random } from './random.ts';

const COUNT = 10_000;
const STEPS = 60;
const FILES = 30;
/** Milliseconds between presses: somebody looks, and neighbours are read. */
const LOOK = 400;
/** Milliseconds that are scrolled, pixels of one frame, and how often: the best of a few is what the page can do. */
const SCROLL = { time: 3000, step: 40, times: 3 };
/** Promised: milliseconds of a step, the same beside opening a text file, share of an empty page's frames, MB that scrolling through everything adds. */
const STEP = 150;
const BESIDE_FILE = 1;
const FRAMES = 0.9;
const HEAP = 64;

export default async function workbenchBench(): Promise<Figure[]> {
  installVscode();
  const folder = mkdtempSync(path.join(os.tmpdir(), 'tagmetry-bench-'));
  const browser = await launchBrowser();
  try {
    await fill(folder);
    return await measure(browser, folder);
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const nameOf = (at: number): string => `p${String(at).padStart(5, '0')}`;

/** Photographs of 1024 pixels, each under many names, with captions; text files of another folder. */
async function fill(folder: string): Promise<void> {
  const dataset = path.join(folder, '10_ohwx woman');
  const notes = path.join(folder, 'notes');
  for (const each of [dataset, notes]) mkdirSync(each);
  const random = new Random(15);
  const pictures: string[] = [];
  for (let at = 0; at < 16; at++) {
    const small = Buffer.from(Array.from({ length: 48 * 48 * 3 }, () => Math.floor(random.next() * 256)));
    const file = path.join(folder, `.source-${at}.jpg`);
    await sharp(small, { raw: { width: 48, height: 48, channels: 3 } })
      .resize(1024, 1024)
      .jpeg({ quality: 80 })
      .toFile(file);
    pictures.push(file);
  }
  for (let at = 0; at < COUNT; at++) {
    linkSync(pictures[at % pictures.length], path.join(dataset, `${nameOf(at)}.jpg`));
    writeFileSync(
      path.join(dataset, `${nameOf(at)}.txt`),
      `ohwx woman, number ${at}, long hair, red dress, outdoors\n`,
    );
  }
  for (let at = 0; at < FILES; at++) writeFileSync(path.join(notes, `note${at}x.md`), `note number ${at}\n`);
}

async function measure(browser: Browser, folder: string): Promise<Figure[]> {
  const first = `10_ohwx woman/${nameOf(0)}.txt`;
  const size = { width: 1440, height: 900 };
  // The notes are found at once; the dataset needs no search.
  const settings = { 'search.exclude': { '10_ohwx woman/**': true } };
  const workbench = await Workbench.open(new Windows(browser, false), { folder, file: first, size, settings });
  try {
    const { page } = workbench;
    await page.locator('.codelens-decoration').first().waitFor({ timeout: 120_000 });
    const texts = await openingFiles(workbench);
    await workbench.command('Tagmetry: Open Workbench');
    const view = workbench.webview('editor');
    await view.locator('.thumbnail[src]').nth(4).waitFor({ timeout: 120_000 });
    await view.getByText(`1 of ${COUNT.toLocaleString('en')}`).waitFor({ timeout: 120_000 });
    await view.locator('.grid').focus();
    const frame = await frameOf(view);
    const steps = await stepping(page, frame);
    const before = await heapOf(page, frame);
    const frames = await scrollingBeside(page, frame);
    await page.bringToFront();
    await throughAll(frame);
    const grown = (await heapOf(page, frame)) - before;
    const cells = await view.locator('.cell').count();
    const shown = steps.map(({ image, text }) => Math.max(image, text));
    return [
      {
        name: 'key to image, neighbour read ahead, median',
        value: median(steps.map(({ image }) => image)),
        unit: 'ms',
      },
      {
        name: 'key to caption, neighbour read ahead, median',
        value: median(steps.map(({ text }) => text)),
        unit: 'ms',
      },
      { name: 'key to image and caption, p95', value: p95(shown), unit: 'ms', atMost: STEP },
      { name: 'opening a text file in the same window, median', value: median(texts), unit: 'ms' },
      { name: 'opening a text file in the same window, p95', value: p95(texts), unit: 'ms' },
      {
        name: 'key to image and caption ÷ opening a text file, p95',
        value: p95(shown) / p95(texts),
        unit: '×',
        atMost: BESIDE_FILE,
      },
      {
        name: `frames while ${COUNT} images scroll ÷ those of an empty page`,
        value: frames,
        unit: '×',
        atLeast: FRAMES,
      },
      { name: `cells in the page after all ${COUNT} were scrolled by`, value: cells, unit: '', atMost: 200 },
      { name: 'script memory that scrolling by all of them adds', value: grown, unit: 'MB', atMost: HEAP },
    ];
  } finally {
    await workbench.close();
  }
}

function p95(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1];
}

/** Notes when a key goes down, in milliseconds since 1970, so that frames can be compared. */
const noteKeys = `addEventListener('keydown', (event) => { globalThis.pressed = performance.timeOrigin + event.timeStamp; }, true)`;

/** Settles with the moment of the first frame in which something holds. */
const onceDrawn = (condition: string): string => `new Promise((resolve) => {
  const look = () => (${condition}) ? resolve(performance.timeOrigin + performance.now()) : requestAnimationFrame(look);
  requestAnimationFrame(look);
})`;

const textShown = (file: string, text: string): string =>
  `[...document.querySelectorAll('.monaco-editor[data-uri$="${file}"] .view-line')].some((line) => line.textContent.replaceAll('\\u00a0', ' ').includes('${text}'))`;

async function openingFiles(workbench: Workbench): Promise<number[]> {
  const { page } = workbench;
  await page.evaluate(noteKeys);
  const times: number[] = [];
  for (let at = 0; at < FILES; at++) {
    await page.keyboard.press('Control+p');
    await page.locator('.quick-input-widget:visible input').fill(`note${at}x`);
    await page
      .locator('.quick-input-list .monaco-list-row.focused')
      .getByText(`note${at}x.md`)
      .first()
      .waitFor({ timeout: 60_000 });
    await page.waitForTimeout(LOOK);
    const shown = page.evaluate<number>(onceDrawn(textShown(`note${at}x.md`, `note number ${at}`)));
    await page.keyboard.press('Enter');
    times.push((await shown) - (await page.evaluate<number>('pressed')));
  }
  return times;
}

/** Milliseconds from a key until something is drawn. */
interface Step {
  readonly image: number;
  readonly text: number;
}

async function stepping(page: Page, frame: Frame): Promise<Step[]> {
  await frame.evaluate(noteKeys);
  const steps: Step[] = [];
  for (let at = 1; at <= STEPS; at++) {
    await page.waitForTimeout(LOOK);
    const picture = `document.querySelector('.frame .large')`;
    const image = frame.evaluate<number>(
      onceDrawn(
        `document.body.dataset.shown?.endsWith('${nameOf(at)}.jpg') && ${picture}.complete && ${picture}.naturalWidth > 0`,
      ),
    );
    const text = page.evaluate<number>(onceDrawn(textShown(`${nameOf(at)}.txt`, `number ${at},`)));
    await page.keyboard.press('ArrowRight');
    const drawn = [await image, await text];
    const pressed = await frame.evaluate<number>('pressed');
    steps.push({ image: drawn[0] - pressed, text: drawn[1] - pressed });
  }
  return steps;
}

/** Frames while the grid is scrolled beside those of an empty page, by turns in the same window: the best of each. */
async function scrollingBeside(page: Page, frame: Frame): Promise<number> {
  const empty = await page.context().newPage();
  await empty.setContent('<div style="height:600px;overflow:scroll"><div style="height:1000000px"></div></div>');
  let [full, plain] = [0, 0];
  for (let turn = 0; turn < SCROLL.times; turn++) {
    await page.bringToFront();
    full = Math.max(full, await scrolling(frame, "document.querySelector('.grid')"));
    await empty.bringToFront();
    plain = Math.max(plain, await scrolling(empty.mainFrame(), "document.querySelector('div')"));
  }
  await empty.close();
  return full / plain;
}

/** Frames drawn while something is scrolled for some seconds. */
function scrolling(frame: Frame, scroller: string): Promise<number> {
  return frame.evaluate<number>(`new Promise((resolve) => {
    const scroller = ${scroller};
    const end = performance.now() + ${SCROLL.time};
    let frames = 0;
    const draw = () => {
      frames++;
      scroller.scrollTop += ${SCROLL.step};
      if (performance.now() < end) requestAnimationFrame(draw);
      else resolve(frames);
    };
    requestAnimationFrame(draw);
  })`);
}

/** Scrolls by everything, resting on each screen long enough that its pictures are asked for. */
async function throughAll(frame: Frame): Promise<void> {
  await frame.evaluate(`(async () => {
    const grid = document.querySelector('.grid');
    for (let top = 0; top < grid.scrollHeight; top += grid.clientHeight * 4) {
      grid.scrollTop = top;
      await new Promise((resolve) => setTimeout(resolve, 120));
    }
  })()`);
}

/** Script memory of a frame's process in MB, after a collection. */
async function heapOf(page: Page, frame: Frame): Promise<number> {
  const session = await page
    .context()
    .newCDPSession(frame)
    .catch(() => page.context().newCDPSession(page));
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize / 1e6;
}
