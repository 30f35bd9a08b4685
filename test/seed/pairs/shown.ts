import type { RiskLevel } from '../../../server/src/advice/assess.ts';
import type { FailureMode } from '../../../server/src/ground/finding.ts';
import { aiToolkit, type Run, runsOfDog } from './runs.ts';
import { dog, type Pair, type Said } from './sets.ts';

/** One sentence of the failure map, shown on a set that has it beside the sound set of its subject. */
export interface Shown {
  readonly says: string;
  readonly mode: FailureMode;
  readonly evidence: string;
  readonly level: Exclude<RiskLevel, 'none'>;
  readonly has: Pair;
}

export const all =
  (change: Partial<Said>) =>
  (_: number, said: Said): Said => ({ ...said, ...change });
/** All but every `apart`-th picture. */
export const nearlyAll =
  (apart: number, change: Partial<Said>) =>
  (n: number, said: Said): Said =>
    n % apart === 0 ? said : { ...said, ...change };
export const every = (n: number, apart: number): boolean => n % apart === 0;
/** Every `apart`-th caption rewritten. */
export const some =
  (apart: number, rewrite: (text: string, n: number) => string | null) =>
  (n: number, text: string): string | null =>
    every(n, apart) ? rewrite(text, n) : text;
export const things = Array.from({ length: 30 }, (_, n) => `detail of thing ${n}`).join(', ');

/** Another folder of captions with their pictures. */
export const beside = (folder: string, text: (n: number) => string, count = 30, words: readonly string[] = []) => ({
  files: Object.fromEntries(Array.from({ length: count }, (_, n) => [`other/${folder}/${n}.txt`, text(n)])),
  pictures: Object.fromEntries(Array.from({ length: count }, (_, n) => [`other/${folder}/${n}.png`, { words }])),
});
/** The run of the dog with a regularization set beside it. */
export const withRegularization = (folder: string) => {
  const run = runsOfDog['sd-scripts']();
  const subset = `[[datasets.subsets]]\nimage_dir = "/set/other/${folder}"\nis_reg = true\n`;
  return { ...run, 'my_data.toml': `${run['my_data.toml']}${subset}` };
};
export const jobWithRegularization = (folder: string) => {
  const job = String(aiToolkit('img', { captions: '.caption' })['train_it.yaml']);
  const dataset = `        - folder_path: "/set/other/${folder}"\n          is_reg: true\n          caption_ext: txt\n          resolution: 1024\n`;
  return { 'train_it.yaml': job.replace('      train:', `${dataset}      train:`) };
};

export type Row = readonly [says: string, evidence: string, level: Shown['level'], has: Pair];
export const of = (mode: FailureMode, rows: readonly Row[]): Shown[] =>
  rows.map(([says, evidence, level, has]) => ({ says, mode, evidence, level, has }));

/** A fault of the run under each trainer that keeps its options in files. */
export const runs = (says: string, evidence: string, level: Shown['level'], run: Run): Row[] =>
  Object.entries(runsOfDog).map(([trainer, make]) => [
    `${says}: ${trainer}`,
    evidence,
    level,
    { subject: dog, run: make(run) },
  ]);

export const near = (n: number, from: number) => ({
  words: n === from ? ['opaque'] : [`near:${dog.stem(from)}.png:resized`],
});
