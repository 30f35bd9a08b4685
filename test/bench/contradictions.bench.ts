// How many contradictions are found that were put into good captions, by axis, form and what stands around, and how many captions without
// one are called contradictory. TAGMETRY_HALF=1 looks at the rows that rules may be mended by, TAGMETRY_VERBOSE shows what is missed and what is wrong.

import { type Row, rows, type Saying, type Who } from '../support/contraries.ts';
import { saidOf } from './faults.bench.ts';
import type { Figure } from './figure.ts';
import { Random } from './random.ts';

const openings: Readonly<Record<Who, readonly string[]>> = {
  she: [
    'A woman waits by the gate',
    'zorvexa woman waits on a jetty',
    'A tall woman with freckles waits under the clock',
  ],
  he: [
    'A man waits by the gate',
    'zorvexa man waits in a doorway',
    'A photo of an old man with a limp who waits for the ferry',
  ],
  it: [
    'A dog waits by the gate',
    'zorvexa, a brown horse waits near the barn',
    'A large bird is seen beside the reeds',
  ],
  scene: ['A delivery cart waits', 'zorvexa, a stone bench', 'A photo of an old piano'],
};
/** An animal that a row is of, where only some have it. */
const animals: readonly (readonly [RegExp, string])[] = [
  [/wings|beak|plumage|perch/, 'A large bird is seen beside the reeds'],
  [/mane|dapple/, 'A stout horse is seen beside the barn'],
  [/tail|fur|ball|ears|eyes|mouth|swim/, 'A dog is seen near the gate'],
];
/** What stands between both: bystanders, numbers, relative clauses, places. */
const fillers: Readonly<Record<string, string>> = {
  none: '',
  number: 'Two crates of apples stand by the wall.',
  bystanders: 'Behind a fence two sailors share a newspaper.',
  relative: 'The bridge, which was built of granite, spans the canal.',
  place: 'Beyond the fence a path leads straight down to the mill.',
  change: 'A banner left over from the fair flutters while bells ring.',
  others: 'Another crate leans on the other side.',
};
/** Tags before sentences. */
const tagsOf: Readonly<Record<Who, string>> = {
  she: 'zorvexa, 1girl, solo',
  he: 'zorvexa, 1boy, solo',
  it: 'zorvexa, animal focus, animal',
  scene: 'zorvexa, still life',
};

interface Case {
  readonly row: Row;
  readonly form: string;
  readonly filler: string;
  readonly text: string;
}

function opening(row: Row, random: Random): string {
  const all = JSON.stringify(row);
  const animal = row.who === 'it' ? animals.find(([words]) => words.test(all)) : undefined;
  return animal?.[1] ?? random.pick(openings[row.who]);
}

/** Captions in which a value and a second one of the same row stand, in every form. */
function casesOf(row: Row, one: Saying, other: Saying, random: Random): Case[] {
  const found: Case[] = [];
  const add = (form: string, filler: string, text: string): void => void found.push({ row, form, filler, text });
  const open = opening(row, random);
  const names = Object.keys(fillers).filter((name) => row.axis !== 'people' || name !== 'bystanders');
  for (const [form, sentence] of Object.entries(other.sentences)) {
    const filler = random.pick(names);
    const between = fillers[filler] ? ` ${fillers[filler]}` : '';
    if (one.phrase) add(`phrase, then ${form}`, filler, `${open} ${one.phrase}.${between} ${sentence}.`);
    const [, first = ''] = random.pick(Object.entries(one.sentences));
    const next = random.pick(names);
    add(`sentence, then ${form}`, next, `${open}. ${first}. ${fillers[next]} ${sentence}.`.replace(/ {2}/g, ' '));
    if (one.tag) {
      add(`tag, then ${form}`, 'none', `${tagsOf[row.who]}, ${one.tag}, rope, wooden planks, ${sentence}.`);
      const then = random.pick(names.filter((name) => name !== 'none'));
      add(
        `tag, then ${form}`,
        then,
        `${tagsOf[row.who]}, ${one.tag}, rope, wooden planks, ${fillers[then]} ${sentence}.`,
      );
    }
    if (one.field) add(`field, then ${form}`, 'none', `zorvexa, ${one.field}, style: photo, note: ${sentence}`);
  }
  if (one.tag && other.tag)
    add('tag, then tag', 'none', `${tagsOf[row.who]}, ${one.tag}, rope, ${other.tag}, wooden planks`);
  return found;
}

/** Captions that say the contrary of somebody else, of a picture in the picture, or of another time. */
function alikesOf(row: Row, one: Saying, other: Saying, random: Random): Case[] {
  const open = opening(row, random);
  const name =
    row.who === 'it'
      ? (/ (bird|horse|dog)\b/.exec(open)?.[1] ?? 'animal')
      : { she: 'woman', he: 'man', scene: 'place' }[row.who];
  const [, sentence = ''] = random.pick(Object.entries(other.sentences));
  const phrase = other.phrase ?? '';
  const texts: Readonly<Record<string, string>> =
    row.who === 'scene'
      ? {
          'picture in the picture': `${open} ${one.phrase}. A poster on the wall shows a scene ${phrase}.`,
          'another time': `${open} ${one.phrase}. Hours later, ${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}.`,
        }
      : {
          another: `${open} ${one.phrase}. Another ${name} is seen farther off ${phrase}.`,
          'a second one': `${open} ${one.phrase}, and a second ${name} ${phrase} goes past.`,
          'picture in the picture': `${open} ${one.phrase}. A poster on the wall shows a ${name} ${phrase}.`,
          'another time': `${open} ${one.phrase}. Moments later, ${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}.`,
        };
  return Object.entries(texts).map(([form, text]) => ({ row, form, filler: 'none', text }));
}

const folder = 50;

async function told(cases: readonly Case[]): Promise<(readonly string[])[]> {
  const found: (readonly string[])[] = [];
  for (let at = 0; at < cases.length; at += folder)
    for (const list of await saidOf(cases.slice(at, at + folder).map(({ text }) => text)))
      found.push(
        list
          .filter(({ rule }) => rule === 'contradictory-tags')
          .map(({ severity, message }) => `${severity} ${message}`),
      );
  return found;
}

export default async function contradictions(): Promise<Figure[]> {
  const verbose = process.env.TAGMETRY_VERBOSE !== undefined;
  const half = Number(process.env.TAGMETRY_HALF ?? 2);
  const own = rows().filter((row) => row.half === half);
  const random = new Random(half);
  const faulty = own.flatMap((row) => [
    ...casesOf(row, row.one, row.other, random),
    ...casesOf(row, row.other, row.one, random),
  ]);
  const good = own.flatMap((row) => [
    ...casesOf(row, row.one, row.one, random),
    ...casesOf(row, row.other, row.other, random),
  ]);
  const alike = own.flatMap((row) => [
    ...alikesOf(row, row.one, row.other, random),
    ...alikesOf(row, row.other, row.one, random),
  ]);
  const by = new Map<string, { all: number; found: number }>();
  const count = (name: string, isFound: boolean): void => {
    const one = by.get(name) ?? { all: 0, found: 0 };
    by.set(name, { all: one.all + 1, found: one.found + Number(isFound) });
  };
  let named = 0;
  for (const [at, list] of (await told(faulty)).entries()) {
    const { row, form, filler, text } = faulty[at]!;
    const isFound = list.length > 0;
    named += Number(isFound);
    for (const name of [`axis: ${row.axis}`, `form: ${form}`, `around: ${filler}`]) count(name, isFound);
    if (verbose && !isFound) console.log(`missed [${row.axis}; ${form}; ${filler}] ${text}`);
  }
  let wrong = 0;
  for (const [at, list] of (await told(good)).entries()) {
    wrong += Number(list.length > 0);
    if (verbose && list.length > 0) console.log(`wrong ${good[at]!.text}\n      ${list.join('\n      ')}`);
  }
  let mistaken = 0;
  for (const [at, list] of (await told(alike)).entries()) {
    mistaken += Number(list.length > 0);
    if (verbose && list.length > 0)
      console.log(`mistaken [${alike[at]!.form}] ${alike[at]!.text}\n      ${list.join('\n      ')}`);
  }
  return [
    ...[...by].map(([name, { all, found }]) => ({ name: `${name}, of ${all}`, value: (100 * found) / all, unit: '%' })),
    { name: `contradictions found, of ${faulty.length}`, value: (100 * named) / faulty.length, unit: '%', atLeast: 80 },
    { name: `captions without one that are called so, of ${good.length}`, value: wrong, unit: 'captions', atMost: 0 },
    {
      name: `look-alikes that are called so, of ${alike.length}`,
      value: (100 * mistaken) / alike.length,
      unit: '%',
      atMost: 2,
    },
  ];
}
