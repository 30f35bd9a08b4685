import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../shared.ts';
import { greyPng } from '../support/png.ts';
import { tagmetry, withFolder } from './run.ts';

const trainers = ['sd-scripts', 'musubi-tuner', 'ai-toolkit', 'onetrainer'] as const;

/** Rows of the table "One folder, four trainers" of docs/trainers.md, by their first cell. */
function rows(): Map<string, string[]> {
  const page = readFileSync(path.join(projectRoot, 'docs', 'trainers.md'), 'utf8');
  const part = page.slice(page.indexOf('## One folder, four trainers'), page.indexOf('## What surprises'));
  const cells = part
    .split('\n')
    .filter((line) => line.startsWith('|') && !line.startsWith('|-'))
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    );
  return new Map(cells.map(([name, ...values]) => [name as string, values]));
}

/** What a plan says, in the words of the table. */
function planned(text: string): Record<string, string> {
  const number = (pattern: RegExp): string => pattern.exec(text)?.[1] ?? '';
  const buckets = [...text.matchAll(/^ +(\d+)×(\d+) +(\d+)/gm)].map(([, width, height]) => ({
    size: `${width}×${height}`,
    ratio: Number(width) / Number(height),
  }));
  // Each picture has a shape of its own, but for the square ones.
  const shaped = (ratio: number): string =>
    buckets.find((bucket) => Math.abs(Math.log(bucket.ratio / ratio)) < 0.09)?.size ?? '';
  const squares = buckets.filter(({ ratio }) => ratio === 1).map(({ size }) => size);
  return {
    'images that train': number(/: (\d+) images/),
    'captions read from files': number(/Captions: (\d+) from/),
    '1920×1080': shaped(1920 / 1080),
    '832×1216': shaped(832 / 1216),
    '400×400': squares.includes('400×400') ? '400×400' : (squares[0] ?? ''),
    'steps per epoch': number(/(\d+) steps per epoch/),
    'default length': number(/(\d+) steps in all/),
  };
}

describe('docs/trainers.md', () => {
  it('shows one folder under four trainers as the plan does', () => {
    const table = rows();
    const files = {
      'a.png': greyPng(1920, 1080, 1),
      'a.txt': '1girl, red hair\na girl with red hair',
      'b.png': greyPng(832, 1216, 2),
      'b.txt': '1girl, [trigger], red hair',
      'c.png': greyPng(400, 400, 3),
      'c.txt': ' ',
      'd.bmp.png': greyPng(64, 64, 4),
      'e.png': greyPng(1024, 1024, 5),
      'a-masklabel.png': greyPng(1920, 1080, 6),
      'sub/n.png': greyPng(512, 512, 7),
      'sub/n.txt': '1girl, hat',
    };
    withFolder(files, (folder) => {
      for (const [at, trainer] of trainers.entries()) {
        const { stdout: out } = tagmetry(['plan', folder, '--profile', trainer]);
        for (const [row, value] of Object.entries(planned(out))) {
          const shown = table.get(row)?.[at] ?? '';
          // Lengths are written in the trainer's own measure: epochs, or left to its command line.
          const same = row === 'default length' ? lengthOf(shown, out) : shown;
          assert.equal(same, value, `${trainer}: ${row}`);
        }
        const never = out.slice(out.indexOf('Images that never train')).split('\n\n')[0] ?? '';
        const trains = (name: string): boolean => !never.includes(name);
        assert.equal(/^trains$|^trains /.test(table.get('`sub/n.png`')?.[at] ?? ''), trainer === 'ai-toolkit');
        assert.equal(/^trains/.test(table.get('`a-masklabel.png`')?.[at] ?? ''), trains('a-masklabel.png'), trainer);
      }
    });
  });
});

/** The steps that a length such as "100 epochs" comes to in a plan. */
function lengthOf(shown: string, out: string): string {
  const epochs = /^(\d+) epochs$/.exec(shown)?.[1];
  const steps = /(\d+) steps in all: (\d+) epochs/.exec(out);
  if (epochs !== undefined) return steps?.[2] === epochs ? (steps[1] as string) : '';
  return /^(\d+) steps$/.exec(shown)?.[1] ?? '';
}
