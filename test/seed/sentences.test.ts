import assert from 'node:assert/strict';
import { isColourAt } from '../../server/src/tags/colour-words.ts';
import { lights } from './makers.ts';
import { auditSet, type SeedSet } from './sets.ts';

const places = ['market hall', 'bedroom', 'city street', 'snowy field', 'cafe', 'rooftop', 'kitchen', 'library'];
const links = ['in a', 'inside a', 'near the', 'by the', 'at a', 'on the'];
const acts = ['sitting', 'dancing', 'crouching', 'lying down', 'walking', 'leaning on a railing', 'standing up'];
const moods = ['laughing', 'with a calm expression', 'looking away', 'with closed eyes', 'in a pensive mood'];
const shots = ['A close-up in candlelight', 'A full body shot in blue hour', 'A view from behind in overcast sky'];
const at = (list: readonly string[], n: number): string => list[n % list.length];

/** One sentence with slots, whose fillings differ in their prepositions and in what kind of word they are. */
const slots = (n: number): string =>
  `Qvzt woman wearing ${n % 2 ? 'a coat' : 'an apron'} is ${at(acts, n)} ${at(links, n)} ${at(places, n * 3)}, ${at(moods, n)}. ${at(shots, n)}.`;
/** The same said in other ways. */
const varied = (n: number): string =>
  [
    `${at(shots, n)} of qvzt woman ${at(acts, n)} ${at(links, n)} ${at(places, n * 3)}.`,
    `In this ${at(places, n * 3)} a qvzt woman has been ${at(acts, n)} for a while, ${at(moods, n)}.`,
    `Someone photographed a qvzt woman ${at(links, n)} ${at(places, n * 3)}; her coat is wet and she keeps ${at(acts, n)}.`,
    `Rain outside, ${at(moods, n)}: qvzt woman ${at(links, n)} ${at(places, n * 3)}. She prefers ${at(acts, n)}.`,
    `There she goes, a qvzt woman from the ${at(places, n * 3)}, now ${at(acts, n)} and ${at(moods, n)}.`,
  ][n % 5];

const templateOf = async (text: (n: number) => string): Promise<string | undefined> => {
  const { report } = await auditSet({ text: (n) => text(n) });
  return report.findings.find(({ rule }) => rule === 'template-captions')?.message;
};

describe('Sentences of one form', () => {
  it('are seen where only their slots differ, whatever fills them', async () => {
    const message = await templateOf(slots);
    assert.match(message ?? 'none', /^32 of 32 captions have the form "qvzt woman wearing … is …, …\. ….": /);
  });
  it('are seen where tags stand behind a sentence', async () => {
    const tags = (n: number): string =>
      `a photo of qvzt woman wearing ${n % 2 ? 'a coat' : 'an apron'}, ${at(acts, n)}, ${at(links, n)} ${at(places, n * 3)}, ${at(moods, n)}, with ${at(places, n)} light`;
    assert.match(
      (await templateOf(tags)) ?? 'none',
      /^32 of 32 captions have the form "a photo of qvzt woman wearing …/,
    );
  });
  it('are none where it is said in several ways', async () => {
    assert.equal(await templateOf(varied), undefined);
  });
  it('are none where they share name and full stop', async () => {
    const free = ['sits', 'dances', 'waits', 'reads', 'sings', 'runs', 'jumps'];
    assert.equal(
      await templateOf((n) => `${n % 2 ? 'The ' : ''}qvzt woman ${at(free, n)} ${at(links, n)} ${at(places, n)}.`),
      undefined,
    );
  });
});

describe('The class that a folder is named after', () => {
  const scooter = (text: (n: number) => string): SeedSet => ({
    folder: '10_zkv scooter',
    regularization: null,
    text: (n) => text(n),
  });
  const said = (colour: (n: number) => string) => (n: number) =>
    [
      `A ${colour(n)}zkv scooter parked ${at(links, n)} ${at(places, n * 3)}, ${at(shots, n)}.`,
      `This ${colour(n)}zkv scooter stands ${at(links, n)} ${at(places, n * 3)}. ${at(shots, n)}.`,
      `${at(shots, n)}: someone left a ${colour(n)}zkv scooter ${at(links, n)} ${at(places, n * 3)}.`,
    ][n % 3];
  const rulesOf = async (set: SeedSet): Promise<readonly string[]> =>
    (await auditSet(set)).report.findings.map(({ rule }) => rule);

  it('is a class word where captions say it behind the trigger, though no list has it', async () => {
    assert.ok((await rulesOf(scooter(said(() => '')))).includes('class-hijack'));
    assert.ok(
      (await rulesOf(scooter((n) => `zkv scooter, ${at(places, n)}, ${at(acts, n * 3)}`))).includes('class-hijack'),
    );
    assert.ok(
      (await rulesOf(scooter((n) => `zkv, scooter, ${at(places, n)}, ${at(acts, n * 3)}`))).includes('class-hijack'),
    );
  });
  it('is none where captions do not say it, or the name says something else', async () => {
    assert.ok(
      !(await rulesOf(scooter((n) => `zkv parked ${at(links, n)} ${at(places, n)}, ${at(acts, n)}.`))).includes(
        'class-hijack',
      ),
    );
    const set = { ...scooter((n) => `zkv smiling, ${at(places, n)}, ${at(acts, n * 3)}`), folder: '10_zkv smiling' };
    assert.ok(!(await rulesOf(set)).includes('class-hijack'));
  });
  it('has colours that could be others: one of them always is evidence', async () => {
    const colourOf = async (colour: (n: number) => string): Promise<string> => {
      const { advice } = (await auditSet(scooter(said(colour)))).report;
      const risk = advice.risks.find(({ mode }) => mode === 'style-drift');
      return risk?.evidence.find(({ id }) => id === 'trigger-colour-probability')?.level ?? 'none';
    };
    assert.equal(await colourOf(() => 'red '), 'elevated');
    assert.equal(await colourOf((n) => `${at(['red', 'blue', 'green', 'white'], n)} `), 'none');
  });
});

describe('What most captions say of light and time', () => {
  it('is light whatever gives it', async () => {
    const light = async (tag: string): Promise<string> => {
      const { advice } = (await auditSet({ tags: (_, tags) => [...tags.filter((one) => !lights.includes(one)), tag] }))
        .report;
      const risk = advice.risks.find(({ mode }) => mode === 'memorization');
      return risk?.evidence.find(({ id }) => id === 'lighting-top-share')?.level ?? 'none';
    };
    for (const tag of ['lamplight', 'fluorescent light', 'torchlight', 'setting sun'])
      assert.equal(await light(tag), 'elevated', tag);
    assert.equal(await light('traffic light'), 'none');
  });
  it('is one time of day', async () => {
    const told = async (said: string): Promise<number> => {
      const { report } = await auditSet({ text: (n) => `${varied(n)}${n % 3 === 1 ? ` ${said}` : ''}` });
      return report.findings.filter(({ rule }) => rule === 'contradictory-tags').length;
    };
    assert.ok((await told('It is the middle of the night in bright sunshine.')) >= 8);
    assert.equal(await told('It is the middle of the night under the moon.'), 0);
    assert.equal(await told('The street lies in bright sunshine.'), 0);
  });
});

describe('The vocabulary of a set', () => {
  it('is that of the subject: the words of a regularization set are its own', async () => {
    const tags = [
      'forest',
      'smile',
      'standing',
      'coat',
      'close-up',
      'day',
      'hat',
      'scarf',
      'lamp',
      'book',
      'chair',
      'door',
    ];
    const set: SeedSet = {
      times: 2,
      tags: (n) => tags.slice(0, 11 + (n % 2)),
      regularization: (n) => `woman, place ${n}, thing ${n * 3}, coat ${n % 7}`,
    };
    const { report } = await auditSet(set);
    const without = await auditSet({ ...set, regularization: null });
    assert.deepEqual(report.metrics.distribution, without.report.metrics.distribution);
  });
});

describe('Colour words', () => {
  const isColour = (text: string, word: string): boolean => {
    const words: string[] = text.match(/[\p{L}-]+|[.,;:]/gu) ?? [];
    return isColourAt(words, words.indexOf(word));
  };
  it('are none as a part of another name', () => {
    for (const [text, word] of [
      ['ice cream', 'cream'],
      ['a cup of whipped cream', 'cream'],
      ['a glass of orange juice', 'orange'],
      ['holding an orange, smiling', 'orange'],
      ['eating an orange', 'orange'],
      ['gold medal', 'gold'],
      ['silver spoon', 'silver'],
      ['golden hour', 'golden'],
      ['blue hour', 'blue'],
      ['a golden retriever', 'golden'],
      ['green tea', 'green'],
      ['a lavender field', 'lavender'],
    ] as const)
      assert.equal(isColour(text, word), false, text);
  });
  it('are colours before what they colour, and alone', () => {
    for (const [text, word] of [
      ['cream sweater', 'cream'],
      ['an orange dress', 'orange'],
      ['orange', 'orange'],
      ['gold earrings', 'gold'],
      ['silver dress', 'silver'],
      ['a golden gown', 'golden'],
      ['blue jacket', 'blue'],
      ['green coat', 'green'],
    ] as const)
      assert.equal(isColour(text, word), true, text);
  });
});
