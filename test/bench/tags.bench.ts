// The user's own tag list: reading 140,000 rows, beside merely splitting the same text in the same run, and asking it.
import type { TagList } from '../../server/src/tags/tag-list.ts';
import { parseTagList } from '../../server/src/tags/tag-list-csv.ts';
import { type Figure, median } from './figure.ts';

const ROWS = 140_000;

/** A list of the real one's shape: two-word tags, falling counts, aliases on every third. Always the same. */
function syntheticList(): string {
  let seed = 7;
  const random = (): number => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const word = (): string =>
    Array.from({ length: 3 + Math.floor(random() * 8) }, () =>
      String.fromCharCode(97 + Math.floor(random() * 26)),
    ).join('');
  const rows = Array.from({ length: ROWS }, (_, i) => {
    const series = i % 10 === 0 ? `_(${word()})` : '';
    const aliases = i % 3 === 0 ? `"${word()}_${word()},${word()}"` : '';
    return `${word()}_${word()}${series},${[0, 1, 3, 4, 5][i % 5]},${Math.floor(7e6 / (i + 1))},${aliases}`;
  });
  return rows.join('\n');
}

function milliseconds(runs: number, work: () => void): number {
  return median(
    Array.from({ length: runs }, () => {
      const start = performance.now();
      work();
      return performance.now() - start;
    }),
  );
}

export default async function bench(): Promise<Figure[]> {
  const text = syntheticList();
  let list: TagList = parseTagList('');
  const parse = milliseconds(7, () => {
    list = parseTagList(text);
  });
  const split = milliseconds(7, () => void text.split('\n').map((row) => row.split(',')));
  const aliases = milliseconds(1, () => void list.canonicalOf('no such tag'));
  const first = milliseconds(1, () => void list.complete('lo'));
  const complete = milliseconds(50, () => void list.complete('lon'));
  const mean = milliseconds(20, () => void list.didYouMean('long hiar'));
  return [
    { name: `tag list, ${list.size} rows: read`, value: parse, unit: 'ms', atMost: 300 },
    { name: 'tag list: read, against splitting its text', value: parse / split, unit: '×' },
    { name: 'tag list: aliases, once', value: aliases, unit: 'ms' },
    { name: 'tag list: first completion, once', value: first, unit: 'ms' },
    { name: 'tag list: completion', value: complete, unit: 'ms', atMost: 3 },
    { name: 'tag list: did you mean', value: mean, unit: 'ms', atMost: 30 },
  ];
}
