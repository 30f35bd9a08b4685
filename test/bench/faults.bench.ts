// How many slips are found that were put into one caption of a good folder, and how many good captions are called faulty.
// Set TAGMETRY_VERBOSE to see what is missed and what is wrong.

import { DatasetIndex } from '../../server/src/dataset/index.ts';
import type { Finding } from '../../server/src/ground/finding.ts';
import { checkCaption } from '../../server/src/rules/run.ts';
import { resolveSettings } from '../../server/src/settings/settings.ts';
import { MemoryWorkspace } from '../../server/src/workspace/memory.ts';
import { drifts, encodingFaults, type Fault, goodCaptions, proseFaults, tagFaults } from '../support/faults.ts';
import { greyPng } from '../support/png.ts';
import type { Figure } from './figure.ts';

const png = greyPng(8, 8, 1);
const neighbours = 20;
/** Length and order are other rules' matter. */
const aside = new Set(['token-truncation', 'late-key-tag', 'redundant-tag', 'underscore-tag']);

/** What is said within the captions of a folder, by caption. */
export async function saidOf(captions: readonly (string | Uint8Array)[]): Promise<Finding[][]> {
  const workspace = new MemoryWorkspace();
  for (const [at, text] of captions.entries()) {
    workspace.set(`/set/${at}.txt`, text);
    workspace.set(`/set/${at}.png`, png);
  }
  const settings = resolveSettings({});
  const index = await DatasetIndex.open(workspace, '/set', settings);
  return captions.map((_, at) => {
    const record = index.record(`${at}.txt`);
    return record
      ? checkCaption(index, record, settings).filter(({ rule, severity }) => severity !== 'hint' && !aside.has(rule))
      : [];
  });
}

export default async function faults(): Promise<Figure[]> {
  const verbose = process.env.TAGMETRY_VERBOSE !== undefined;
  const counts = new Map<string, { all: number; found: number }>();
  let [good, loud, quiet] = [0, 0, 0];
  const judge = async (
    kind: string,
    captions: readonly (string | Uint8Array)[],
    isFound = (list: readonly Finding[]) => list.length > 0,
  ) => {
    const said = await saidOf(captions);
    const count = counts.get(kind) ?? { all: 0, found: 0 };
    count.all++;
    if (isFound(said.at(-1) ?? [])) count.found++;
    else if (verbose) console.log('missed', kind, captions.at(-1));
    counts.set(kind, count);
    for (const list of said.slice(0, -1)) {
      good++;
      if (list.some(({ severity }) => severity !== 'info')) loud++;
      else if (list.length > 0) quiet++;
      if (verbose) for (const finding of list) console.log('wrong', finding.severity, finding.rule, finding.message);
    }
  };
  const run = async (list: readonly Fault[], kind: 'tags' | 'prose'): Promise<void> => {
    for (const [at, { kind: what, caption }] of list.entries())
      await judge(`${kind}: ${what}`, [...goodCaptions(kind, neighbours, at * 13 + 7), caption]);
  };
  await run(tagFaults, 'tags');
  await run(proseFaults, 'prose');
  for (const kind of ['tags', 'prose'] as const)
    for (const [at, { name, caption }] of encodingFaults.entries())
      await judge(`${kind}: encoding, ${name}`, [...goodCaptions(kind, neighbours, at * 7 + 3), caption]);
  for (const [at, [usual, other]] of drifts.entries())
    await judge('tags: drift', [
      ...goodCaptions('tags', neighbours, at + 99).map((text, n) =>
        n % 2 && !text.includes(usual) ? `${text}, ${usual}` : text,
      ),
      `ohwxla, 1girl, solo, ${other}, beach`,
    ]);
  for (const [usual, other] of [
    ['grey', 'gray'],
    ['harbour', 'harbor'],
    ['colourful', 'colorful'],
  ])
    await judge('prose: drift', [
      ...goodCaptions('prose', neighbours, 5).map((text, n) => (n % 3 ? text : `${text} The ${usual} evening ends.`)),
      `ohwxla looks out over the valley in a plain white shirt. The ${other} evening ends.`,
    ]);
  const figures: Figure[] = [...counts].map(([name, { all, found }]) => ({
    name: `${name}, of ${all} found`,
    value: (100 * found) / all,
    unit: '%',
  }));
  const [all, found] = [...counts.values()].reduce(([a, f], count) => [a + count.all, f + count.found], [0, 0]);
  return [
    ...figures,
    { name: `slips found, of ${all}`, value: (100 * found) / all, unit: '%', atLeast: 92 },
    { name: `good captions with a warning or error, of ${good}`, value: loud, unit: 'captions', atMost: 0 },
    { name: 'good captions with an info', value: (100 * quiet) / good, unit: '%', atMost: 1 },
  ];
}
