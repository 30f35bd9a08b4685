// Typing beside open views, over the built server by JSON-RPC: the requests that the extension sends, when it sends them. A made folder
// of 50,000 captions for what waits and how long, one of 5,000 for what an edit sends. Pictures are judged by their headers only, as in a
// workspace that is not trusted.
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { greyPng } from '../support/png.ts';
import { EditorBesideViews, keyTime, pauseTime, wait } from './editor-beside-views.ts';
import type { Figure } from './figure.ts';
import { Random } from './random.ts';

const large = 50_000;
const small = 5_000;
const subset = '10_ohwx woman';

/** How often a series of keys is typed. */
const bursts = 16;

const p95 = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[Math.floor(times.length * 0.95)]!;

const syllables = 'ka mi ro sen tal vor ne li du pash gre on ti bel hu arc so wen fi lor'.split(' ');
const real = 'smile,long hair,blue eyes,outdoors,sky,night,beach,sitting,standing,upper body,red hat,white dress'.split(
  ',',
);

/** Captions whose tags follow Zipf's law, in a folder of the name that declares the trigger. Gives their texts. */
function write(folder: string, count: number): string[] {
  const random = new Random(count);
  const word = (): string => random.pick(syllables) + random.pick(syllables);
  const tags = [...real, ...new Set(Array.from({ length: 15_000 }, () => `${word()} ${word()}`))];
  const root = path.join(folder, String(count), subset);
  mkdirSync(root, { recursive: true });
  return Array.from({ length: count }, (_, n) => {
    const own = new Set(['ohwx', '1girl', 'solo']);
    while (own.size < 22) own.add(tags[Math.floor(tags.length ** random.next()) - 1] ?? real[0]!);
    const text = [...own].join(', ');
    writeFileSync(path.join(root, `${n}.txt`), text);
    writeFileSync(path.join(root, `${n}.png`), greyPng(64, 64, n));
    return text;
  });
}

function opened(folder: string, count: number, text: string): Promise<EditorBesideViews> {
  const [root, file] = [path.join(folder, String(count)), path.join(subset, '7.txt')];
  return EditorBesideViews.open({ root, file, text, state: path.join(folder, 'state') });
}

async function inLargeFolder(folder: string, text: string): Promise<Figure[]> {
  const editor = await opened(folder, large, text);
  try {
    await editor.key();
    let isRead = false;
    void editor.read.then(() => {
      isRead = true;
    });
    const indexing: number[] = [];
    while (!isRead) {
      const one = await editor.key();
      if (!isRead) indexing.push(one);
      await wait(Math.max(0, keyTime - one));
    }
    await wait(2000);
    const listed = performance.now();
    const first = editor.captions().then(() => performance.now() - listed);
    const hovers: number[] = [await editor.hover()];
    const firstPage = await first;
    await editor.type(2);
    const alone = await editor.type(bursts);
    // The first report judges every caption; a hover meanwhile waits no longer than beside the list.
    let isShown = false;
    const shown = editor.show().then(() => {
      isShown = true;
    });
    while (!isShown) {
      hovers.push(await editor.hover());
      await wait(100);
    }
    await shown;
    await editor.type(2);
    const answers = editor.answers;
    const beside = await editor.type(bursts);
    return [
      { name: `first page of the list of ${large} captions`, value: firstPage, unit: 'ms', atMost: 150 },
      { name: 'hover asked meanwhile', value: hovers[0]!, unit: 'ms', atMost: 50 },
      { name: 'hover while the first report is made, longest', value: Math.max(...hovers), unit: 'ms', atMost: 50 },
      { name: `findings after a key among ${large} captions, p95`, value: p95(alone), unit: 'ms' },
      { name: 'the same with Captions, Tags and Overview open, p95', value: p95(beside), unit: 'ms' },
      { name: 'reports made meanwhile', value: editor.answers - answers, unit: '' },
      { name: 'with the views open ÷ without, p95', value: p95(beside) / p95(alone), unit: '×', atMost: 1.5 },
      { name: 'findings after a key while they are read, p95', value: p95(indexing), unit: 'ms' },
      { name: 'while they are read ÷ when they are', value: p95(indexing) / p95(alone), unit: '×', atMost: 4 },
    ];
  } finally {
    await editor.stop();
  }
}

async function inSmallFolder(folder: string, text: string): Promise<Figure[]> {
  const editor = await opened(folder, small, text);
  try {
    await editor.read;
    await editor.show();
    await editor.edit();
    const edits: { readonly took: number; readonly sent: number }[] = [];
    for (let round = 0; round < 20; round++) {
      await wait(pauseTime);
      edits.push(await editor.edit());
    }
    const [took, sent] = [edits.map((edit) => edit.took), edits.map((edit) => edit.sent / 1000)];
    return [
      {
        name: `an edit among ${small} captions sends the Overview, most`,
        value: Math.max(...sent),
        unit: 'kB',
        atMost: 50,
      },
      { name: 'from the edit to its numbers, longest', value: Math.max(...took), unit: 'ms', atMost: 1000 },
    ];
  } finally {
    await editor.stop();
  }
}

export default async function measure(): Promise<Figure[]> {
  const folder = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'tagmetry-bench-')));
  try {
    const few = write(folder, small);
    const many = write(folder, large);
    return [...(await inSmallFolder(folder, few[7] ?? '')), ...(await inLargeFolder(folder, many[7] ?? ''))];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
