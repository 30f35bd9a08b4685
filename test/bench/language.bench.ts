// Editor features over a folder of 50,000 captions and a tag list of 140,000 rows: what one question costs, 95 of 100
// times. The questions are asked of 300 captions in turn, and each is edited before it is asked, as in typing.
import { DatasetIndex } from '../../server/src/dataset/index.ts';
import { captionLens } from '../../server/src/language/code-lens.ts';
import { completeTag } from '../../server/src/language/completion.ts';
import { tagHover } from '../../server/src/language/hover.ts';
import { tagAtPlace } from '../../server/src/language/occurrences.ts';
import { captionContext } from '../../server/src/rules/caption-context.ts';
import { resolveSettings } from '../../server/src/settings/settings.ts';
import { KnownTags } from '../../server/src/tags/known-tags.ts';
import { parseTagList } from '../../server/src/tags/tag-list-csv.ts';
import { MemoryWorkspace } from '../../server/src/workspace/memory.ts';
import type { Figure } from './figure.ts';

const captions = 50_000;
const listRows = 140_000;
const asked = 300;

/** Numbers from 0 to 1, the same in every run (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const syllables = 'ka mi ro sen tal vor ne li du pash gre on ti bel hu arc so wen fi lor'.split(' ');
const word = (next: () => number): string =>
  Array.from({ length: 2 + Math.floor(next() * 2) }, () => syllables[Math.floor(next() * syllables.length)]).join('');

/** Captions whose tags follow Zipf's law, as real vocabularies do. */
async function folder(): Promise<DatasetIndex> {
  const next = random(7);
  const tags = [...new Set(Array.from({ length: 40_000 }, () => `${word(next)} ${word(next)}`))];
  const workspace = new MemoryWorkspace();
  for (let n = 0; n < captions; n++) {
    const own = Array.from({ length: 18 }, () => tags[Math.floor(tags.length ** next()) - 1] ?? tags[0]);
    workspace.set(`/set/${n}.txt`, ['ohwx', '1girl', 'solo', ...new Set(own)].join(', '));
    workspace.set(`/set/${n}.png`, '');
  }
  const index = await DatasetIndex.open(workspace, '/set', resolveSettings({}));
  const rows = Array.from(
    { length: listRows },
    (_, n) => `${word(next)}_${word(next)}${n},0,${listRows - n},alias_${n}`,
  );
  index.knownTags = new KnownTags([parseTagList(rows.join('\n'))]);
  // The server does this when the list is loaded.
  index.knownTags.complete('a', 1);
  return index;
}

function p95(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length * 0.95)];
}

export default async function language(): Promise<Figure[]> {
  const index = await folder();
  const settings = resolveSettings({});
  const times = {
    completion: [] as number[],
    empty: [] as number[],
    hover: [] as number[],
    rename: [] as number[],
    lens: [] as number[],
    edit: [] as number[],
  };
  const timed = (into: number[], work: () => unknown): void => {
    const start = performance.now();
    work();
    into.push(performance.now() - start);
  };
  const next = random(11);
  let firstCompletion = 0;
  for (let n = 0; n < asked; n++) {
    const file = `${Math.floor(next() * captions)}.txt`;
    const source = index.record(file)?.source;
    if (source?.kind !== 'text') throw new Error(`${file} was not read`);
    const { text } = source;
    const middle = text.indexOf(', ', Math.floor(text.length / 2)) + 3;
    let start = performance.now();
    await index.overlay(file, `${text}, ${text.slice(middle, middle + 2)}`);
    times.edit.push(performance.now() - start);
    const record = index.record(file);
    const context = record && captionContext(index, record, settings);
    if (!record || !context) throw new Error(`${file} is no caption`);
    start = performance.now();
    completeTag(context, context.caption.text.length, 100);
    if (n === 0) firstCompletion = performance.now() - start;
    else times.completion.push(performance.now() - start);
    await index.overlay(file, `${text}, `);
    const open = captionContext(index, index.record(file) ?? record, settings) ?? context;
    timed(times.empty, () => completeTag(open, open.caption.text.length, 100));
    timed(times.hover, () => tagHover(open, middle));
    timed(times.rename, () => tagAtPlace(open, middle));
    timed(times.lens, () => captionLens(index.record(file) ?? record, settings, { width: 1216, height: 832 }));
    await index.removeOverlay(file);
  }
  const figure = (name: string, values: readonly number[]): Figure => ({
    name: `${name}, p95 at ${captions.toLocaleString('en')} captions`,
    value: p95(values),
    unit: 'ms',
    atMost: 30,
  });
  return [
    figure('an edit reaches the folder', times.edit),
    figure('completion of two letters', times.completion),
    figure('completion of nothing typed', times.empty),
    { name: 'first completion', value: firstCompletion, unit: 'ms' },
    figure('hover on a tag', times.hover),
    figure('prepare rename', times.rename),
    figure('lens', times.lens),
  ];
}
