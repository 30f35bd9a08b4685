// How well triggers are told, and the captions without one, in folders made with gaps and slips of the pen (../support/labelled.ts).
// Set TAGMETRY_VERBOSE to see the sets that fail.
import { DatasetIndex } from '../../server/src/dataset/index.ts';
import { checkCaption } from '../../server/src/rules/run.ts';
import { resolveSettings } from '../../server/src/settings/settings.ts';
import { MemoryWorkspace } from '../../server/src/workspace/memory.ts';
import { type LabelledSet, labelledSet, layouts } from '../support/labelled.ts';
import { greyPng } from '../support/png.ts';
import type { Figure } from './figure.ts';

const sizes = [10, 12, 15, 20, 30, 40, 60, 100];
const png = greyPng(8, 8, 1);

/** What was said of one set: faulty captions named, captions named in all, and whether the trigger is the right one. */
export async function judge(
  set: LabelledSet,
): Promise<{ named: number; wrong: string[]; missed: string[]; right: boolean; told: boolean }> {
  const workspace = new MemoryWorkspace();
  for (const [file, text] of Object.entries(set.captions)) {
    workspace.set(`/set/${file}`, text);
    workspace.set(`/set/${file.replace('.txt', '.png')}`, png);
  }
  const settings = resolveSettings({});
  const index = await DatasetIndex.open(workspace, '/set', settings);
  const named = new Set<string>();
  for (const { file } of index.captions) {
    const record = index.record(file);
    if (!record) continue;
    for (const { rule } of checkCaption(index, record, settings))
      if (rule === 'missing-trigger' || rule === 'misspelt-trigger') named.add(file);
  }
  const [concept] = index.concepts.known;
  return {
    named: [...named].filter((file) => set.faulty.has(file)).length,
    wrong: [...named].filter((file) => !set.faulty.has(file)),
    missed: [...set.faulty].filter((file) => !named.has(file)),
    told: concept !== undefined,
    right: concept?.trigger === set.trigger,
  };
}

export default async function triggers(): Promise<Figure[]> {
  const figures: Figure[] = [];
  const verbose = process.env.TAGMETRY_VERBOSE !== undefined;
  let [allFaulty, allNamed, allWrong, sets, told, right] = [0, 0, 0, 0, 0, 0];
  for (const layout of layouts) {
    let [faulty, named] = [0, 0];
    for (const [at, size] of sizes.entries()) {
      for (let round = 0; round < 6; round++) {
        const gaps = Math.min(round === 0 ? 0 : 1 + ((round * 2 + at) % 9), Math.floor(size * 0.4));
        const set = labelledSet(layout, size, gaps, 1000 * at + 17 * round + layout.length);
        const result = await judge(set);
        faulty += set.faulty.size;
        named += result.named;
        allWrong += result.wrong.length;
        sets++;
        told += Number(result.told);
        right += Number(result.right);
        if (verbose && (result.missed.length > 0 || result.wrong.length > 0 || !result.right))
          console.log(set.name, { ...result, missed: result.missed.map((file) => set.captions[file]).slice(0, 2) });
      }
    }
    figures.push({ name: `${layout}: faulty captions named`, value: (100 * named) / faulty, unit: '%', atLeast: 95 });
    allFaulty += faulty;
    allNamed += named;
  }
  figures.push(
    {
      name: `all: faulty captions named, of ${allFaulty}`,
      value: (100 * allNamed) / allFaulty,
      unit: '%',
      atLeast: 95,
    },
    { name: 'other captions named', value: allWrong, unit: 'captions', atMost: 0 },
    { name: `right triggers, of ${sets} sets`, value: (100 * right) / sets, unit: '%', atLeast: 85 },
    { name: 'wrong triggers that rules rely on', value: told - right, unit: 'sets', atMost: 0 },
  );
  return figures;
}
