import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Concept } from '../../server/src/concepts/concepts.ts';
import { DatasetIndex } from '../../server/src/dataset/index.ts';
import type { ConfigHint } from '../../server/src/ground/config-hint.ts';
import { resolveSettings } from '../../server/src/settings/settings.ts';
import { MemoryWorkspace } from '../../server/src/workspace/memory.ts';
import { judge } from '../bench/triggers.bench.ts';
import { sharedPath } from '../shared.ts';
import { labelledSet, layouts } from '../support/labelled.ts';

async function conceptsOf(captions: Readonly<Record<string, string>>, layer = {}): Promise<readonly Concept[]> {
  const workspace = new MemoryWorkspace();
  for (const [file, text] of Object.entries(captions)) workspace.set(`/set/${file}`, text);
  return (await DatasetIndex.open(workspace, '/set', resolveSettings(layer))).concepts.all;
}

const numbered = (texts: readonly string[], folder = ''): Record<string, string> =>
  Object.fromEntries(texts.map((text, at) => [`${folder}${at}.txt`, text]));

function filesOf(folder: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const full = path.join(folder, name);
    if (name.endsWith('.txt') && statSync(full).isFile())
      found[name.split(path.sep).join('/')] = readFileSync(full, 'utf8');
  }
  return found;
}

const things = ['hat', 'smile', 'night', 'sitting', 'dress', 'rain'];

describe('triggers', () => {
  it('a made-up word that is always first is the trigger, with reasons', async () => {
    const [concept] = await conceptsOf(numbered(things.map((thing) => `zkqx, 1girl, ${thing}`)));
    assert.deepEqual([concept?.trigger, concept?.classWord, concept?.source], ['zkqx', '1girl', 'statistics']);
    assert.ok(concept && concept.confidence >= 0.7 && concept.reasons.length >= 2);
  });
  it('a word that names the folder and stands anywhere gives way to the made word that begins all captions', async () => {
    const places = ['back', 'arm', 'leg', 'chest', 'side', 'neck'];
    const triggerOf = async (caption: (at: number) => string): Promise<string | null> => {
      const texts = Array.from({ length: 24 }, (_, at) => caption(at));
      return (await conceptsOf(numbered(texts, 'irezumi/')))[0]?.trigger ?? null;
    };
    const tail = (at: number): string => `${at % 3 ? '1boy, ' : ''}${places[at % 6]} piece, irezumi, ${things[at % 4]}`;
    assert.equal(await triggerOf((at) => `horiyoshi_irz, ${tail(at)}`), 'horiyoshi_irz');
    assert.equal(await triggerOf((at) => `horiyoshi, ${tail(at)}`), null);
    assert.notEqual(await triggerOf((at) => `${at % 2 ? 'horiyoshi_irz, ' : ''}${tail(at)}`), 'horiyoshi_irz');
    assert.equal(await triggerOf((at) => `irezumi, horiyoshi_irz, ${places[at % 6]} piece, ${things[at % 4]}`), null);
  });
  it('a phrase for a style that begins nearly all captions is the trigger, one for a medium is none', async () => {
    const places = ['a steep street', 'a wide river', 'a busy square', 'a quiet harbour', 'an iron bridge', 'a depot'];
    const triggerOf = async (phrase: string, gaps = 1, all = 12): Promise<string | null> => {
      const texts = Array.from({ length: all }, (_, at) => {
        const rest = `a ${['red', 'blue', 'green'][at % 3]} tram crosses ${places[at % 6]} in ${things[at % 4]} light.`;
        return at < gaps ? rest.replace('a ', 'A ') : `${phrase}, ${rest}`;
      });
      return (await conceptsOf(numbered(texts, 'set/')))[0]?.trigger ?? null;
    };
    assert.equal(await triggerOf('In retro postcard style'), 'retro postcard style');
    assert.equal(await triggerOf('Faded enamel sign style', 2), 'faded enamel sign style');
    assert.equal(await triggerOf('In retro postcard style', 4), null);
    assert.equal(await triggerOf('In retro postcard style', 3), 'retro postcard style');
    assert.equal(await triggerOf('In retro postcard style', 0, 7), null);
    assert.equal(await triggerOf('In watercolor style'), null);
    assert.equal(await triggerOf('anime style'), null);
    assert.equal(await triggerOf('In the afternoon'), null);
  });
  it('letters that begin nearly all captions are the trigger beside a word that names the folder', async () => {
    const places = ['in a bowl', 'above gravel', 'on a leaf', 'in profile', 'in a cup', 'at night'];
    const triggerOf = async (caption: (at: number) => string): Promise<string | null> => {
      const texts = Array.from({ length: 24 }, (_, at) => caption(at));
      return (await conceptsOf(numbered(texts, 'plakat/')))[0]?.trigger ?? null;
    };
    const tail = (at: number): string =>
      `a ${['red', 'blue', 'white'][at % 3]} ${at % 8 ? 'plakat' : 'fish'} ${places[at % 6]}`;
    assert.equal(await triggerOf((at) => (at === 7 ? tail(at) : `bttfsh ${tail(at)}`)), 'bttfsh');
    assert.equal(await triggerOf((at) => (at % 3 ? `bttfsh ${tail(at)}` : tail(at))), null);
  });
  it('a suffix is found as well', async () => {
    const texts = [...things, 'beach', 'street', 'book', 'tree'].map((thing) => `1girl, ${thing}, zkqx`);
    const [concept] = await conceptsOf(numbered(texts));
    assert.equal(concept?.trigger, 'zkqx');
  });
  it('a trigger inside phrases is found with its class word', async () => {
    const ends = ['at night', 'in a forest', 'with a hat', 'on a horse', 'near a car', 'by the sea'];
    const texts = [...ends, 'in the rain', 'with a dog', 'at home', 'in the city'].map(
      (end) => `a photo of zkqx woman ${end}`,
    );
    const [concept] = await conceptsOf(numbered(texts));
    assert.deepEqual([concept?.trigger, concept?.classWord], ['zkqx', 'woman']);
  });
  const ends = ['at night', 'in a forest', 'with a hat', 'on a horse', 'near a car', 'by the sea', 'in the rain'];
  for (const folder of ['10_photo_of_zkqx/', '08_picture_of_zkqx/', '10_zkqx photos/'])
    it(`the words of a folder's name are its own: ${folder} says what is seen`, async () => {
      const [concept] = await conceptsOf(
        numbered(
          ends.map((end) => `a photo of zkqx woman ${end}`),
          folder,
        ),
      );
      assert.deepEqual([concept?.trigger, concept?.classWord], ['zkqx', 'woman']);
    });
  for (const [name, trigger] of [
    ['elyra', 'elyra_v1'],
    ['mara', 'mara-xl2'],
    ['aria_vale', 'aria_vale'],
    ['aria_vale', 'aria vale'],
  ])
    it(`captions that have ${trigger} decide it over the folder's name ${name}`, async () => {
      const texts = ends.map((end) => `${trigger}, 1girl, ${end}`);
      const [concept] = await conceptsOf(numbered(texts, `01_${name}/`));
      assert.equal(concept?.trigger?.replace('_', ' '), trigger?.replace('_', ' '));
      assert.equal(concept?.held, ends.length);
    });
  it('a tag that taggers write everywhere is none', async () => {
    const [concept] = await conceptsOf(numbered(things.map((thing) => `1girl, solo, blue hair, ${thing}`)));
    assert.deepEqual([concept?.trigger, concept?.source], [null, 'none']);
  });
  it('two equally good words give no answer but candidates', async () => {
    const [concept] = await conceptsOf(numbered(things.map((thing) => `1girl, zkqx, vbnw, ${thing}`)));
    assert.equal(concept?.trigger, null);
    assert.ok(concept && concept.candidates.length > 1 && concept.confidence < 0.7);
  });
  it('few captions give no answer', async () => {
    const [concept] = await conceptsOf({ '1.txt': 'zkqx, hat', '2.txt': 'zkqx, smile' });
    assert.equal(concept?.trigger, null);
  });
  it('a kohya folder name counts when captions use it, and its repeats always', async () => {
    const used = await conceptsOf(numbered(['ohwx, hat', 'ohwx, smile'], '10_ohwx woman/'));
    assert.deepEqual(
      used.map(({ trigger, classWord, repeats, source }) => [trigger, classWord, repeats, source]),
      [['ohwx', 'woman', 10, 'folder-name']],
    );
    const unused = await conceptsOf(numbered(['hat', 'smile'], '10_ohwx woman/'));
    assert.deepEqual([unused[0]?.trigger, unused[0]?.repeats], [null, 10]);
  });
  it("a folder's name with underscores is what its captions write apart", async () => {
    const of = async (written: string) =>
      (
        await conceptsOf(
          numbered(
            things.map((thing) => `${written}, ${thing}, no humans`),
            '10_danq_kchn/',
          ),
        )
      )[0]?.trigger;
    assert.equal(await of('danq kchn'), 'danq kchn');
    assert.equal(await of('danq_kchn'), 'danq_kchn');
  });
  it('what a folder of posters begins its captions with names no subject', async () => {
    const of = async (name: string) =>
      (
        await conceptsOf(
          numbered(
            things.map((thing) => `Poster of a ${thing} with a red border`),
            `${name}/`,
          ),
        )
      )[0];
    assert.deepEqual((await of('posters'))?.candidates, []);
  });
  it('a form says which word it is', async () => {
    const form = (value: string) => (thing: string) => `trigger: ${value}, sarth: ${thing}, view: front, sky: zkqxas`;
    const [concept] = await conceptsOf(numbered(things.map(form('vologda srf'))));
    assert.deepEqual([concept?.trigger, concept?.held], ['vologda srf', things.length]);
    const mixed = things.map((thing, at) => form(at % 2 === 0 ? 'vologda srf' : 'tver srf')(thing));
    assert.notEqual((await conceptsOf(numbered(mixed)))[0]?.trigger, 'vologda srf');
  });
  it('a kept head tells the trigger', async () => {
    const [concept] = await conceptsOf(numbered(['zkqx man ||| hat', 'zkqx man ||| smile, night']));
    assert.deepEqual([concept?.trigger, concept?.classWord, concept?.source], ['zkqx', 'man', 'kept-head']);
  });
  it('what the sidecar declares wins', async () => {
    const concepts = [{ trigger: 'alice', classWord: 'girl', folders: ['a'] }];
    const [concept] = await conceptsOf(
      numbered(
        things.map((thing) => `zkqx, ${thing}`),
        'a/',
      ),
      { concepts },
    );
    assert.deepEqual([concept?.trigger, concept?.classWord, concept?.confidence], ['alice', 'girl', 1]);
  });
  it('a folder named reg is a regularization set', async () => {
    const all = await conceptsOf({ 'img/10_ohwx man/1.txt': 'ohwx, hat', 'reg/1_man/1.txt': 'man, hat' });
    assert.deepEqual(
      all.map(({ folder, regularization }) => [folder, regularization]),
      [
        ['img/10_ohwx man', false],
        ['reg/1_man', true],
      ],
    );
  });
  it('captions without the trigger do not hide it, whatever it looks like', async () => {
    const doing = [
      'walking in the rain',
      'on a bench',
      'reading a book',
      'near a car',
      'at night',
      'by the sea',
      'with a dog',
    ];
    const ends = [...doing, 'in a red coat', 'in the snow', 'on a horse'];
    for (const trigger of ['zqxman', 'TOK', 'nora_wynn', 'blue-bowl', 'Mira Tolv', 'Anna Smith', '[trigger]']) {
      const texts = ends.map((end, at) => (at % 4 === 3 ? `a woman ${end}` : `${trigger} ${end}`));
      const [concept] = await conceptsOf(numbered(texts));
      assert.deepEqual([concept?.trigger, concept?.held], [trigger, 8], concept?.reasons.join());
    }
  });
  it("the folder's name proposes, the captions decide", async () => {
    const worn = things.map((thing) => `Mira Tolv, 1girl, uniform, ${thing}`);
    assert.equal((await conceptsOf(numbered(worn, '1_uniform/')))[0]?.trigger, 'Mira Tolv');
    const seen = [
      'A drawing of Fox with an animal',
      'Fox with an animal, barn',
      'Fox, running',
      'Fox at night',
      'Fox in a hat',
    ];
    assert.equal((await conceptsOf(numbered(seen, '20_Fox with an animal/')))[0]?.trigger, 'Fox');
  });
  it('a folder of two concepts has both, and one of them is enough', async () => {
    const texts = [
      'Hare chasing Fox',
      'Fox and Hare, barn',
      'Fox and Hare at sea',
      'Hare asleep',
      'Fox and Hare',
      'Fox running',
    ];
    const [concept] = await conceptsOf(numbered(texts, '20_Fox and Hare/'));
    assert.deepEqual([concept?.trigger, concept?.companions], ['Fox', ['Hare']]);
    const apart = things.flatMap((thing) => [`zkqx, 1girl, ${thing}`, `vbnwra, 1girl, ${thing}`]);
    const [first] = await conceptsOf(numbered(apart));
    assert.deepEqual([first?.trigger, ...(first?.companions ?? [])].sort(), ['vbnwra', 'zkqx']);
  });
  it('folders of one dataset share a trigger', async () => {
    const all = await conceptsOf({
      ...numbered(
        things.map((thing) => `zkqx, 1girl, ${thing}`),
        'a/',
      ),
      ...numbered(['1girl, zkqx', 'hat, zkqx, solo'], 'b/'),
    });
    assert.deepEqual(
      all.map(({ folder, trigger }) => [folder, trigger]),
      [
        ['a', 'zkqx'],
        ['b', 'zkqx'],
      ],
    );
  });
  it('words of pictures and phrases that all captions share are none', async () => {
    for (const head of [
      'A photograph of a man',
      'close-up of a flower',
      'The image shows a dog',
      'a long-haired cat',
      '1girl, solo, katana',
    ])
      assert.equal((await conceptsOf(numbered(things.map((thing) => `${head}, ${thing}`))))[0]?.trigger, null, head);
  });
  it('real sets: tk for wikipetan, none for tohoku', async function () {
    const [wikipetan, tohoku] = [sharedPath('captions/wikipetan'), sharedPath('captions/tohoku')];
    if (!wikipetan || !tohoku) return this.skip();
    const [concept] = await conceptsOf(filesOf(wikipetan));
    assert.deepEqual([concept?.trigger, concept?.classWord], ['tk', '1girl']);
    assert.ok(concept && concept.reasons.length > 0);
    for (const { folder, trigger } of await conceptsOf(filesOf(tohoku))) assert.equal(trigger, null, folder);
  });
});

describe('triggers of a training configuration', () => {
  const hint: ConfigHint = {
    classTokens: null,
    prefix: '',
    suffix: '',
    separator: ',',
    keepTokens: 0,
    keepTokensSeparator: '',
    regularization: false,
    repeats: 3,
    triggerWord: '',
    deep: false,
  };
  const first = async (texts: readonly string[], own: Partial<ConfigHint>): Promise<Concept> => {
    const workspace = new MemoryWorkspace();
    for (const [at, text] of texts.entries()) workspace.set(`/set/${at}.txt`, text);
    const configHints = new Map([['', { ...hint, ...own }]]);
    const index = await DatasetIndex.open(workspace, '/set', { ...resolveSettings(), configHints });
    return index.concepts.all[0] as Concept;
  };
  const two = ['1girl, hat', '1girl, night'];
  it('trigger_word names it, whether captions use it or not, and its first piece only', async () => {
    for (const texts of [two, ['zkqx, hat', 'zkqx, night']]) {
      const concept = await first(texts, { triggerWord: 'zkqx woman, masterpiece' });
      assert.deepEqual([concept.trigger, concept.classWord, concept.source], ['zkqx', 'woman', 'config']);
    }
  });
  it('class_tokens name it when captions use it', async () => {
    const concept = await first(['zkqx, hat', 'zkqx, night'], { classTokens: 'zkqx girl' });
    assert.deepEqual([concept.trigger, concept.classWord, concept.source], ['zkqx', 'girl', 'config']);
    assert.match(concept.reasons.join(), /class_tokens is "zkqx girl", and 2 of 2/);
    assert.equal((await first(two, { classTokens: 'zkqx girl' })).trigger, null);
  });
  it('caption_prefix and caption_suffix put it before or behind every caption', async () => {
    const before = await first(two, { prefix: 'photo of zkqx woman, ' });
    assert.deepEqual([before.trigger, before.classWord, before.triggerNorm], ['zkqx', 'woman', null]);
    assert.equal((await first(two, { suffix: ', zkqx' })).trigger, 'zkqx');
    assert.equal((await first(two, { prefix: 'masterpiece, best quality, ' })).trigger, null);
  });
  it('the head before keep_tokens_separator holds it', async () => {
    const concept = await first(['zkqx, girl %% hat', 'zkqx, girl %% night'], { keepTokensSeparator: '%%' });
    assert.deepEqual([concept.trigger, concept.classWord], ['zkqx', 'girl']);
    assert.equal((await first(['zkqx %% hat', 'vbnw %% night'], { keepTokensSeparator: '%%' })).trigger, null);
  });
  it('keep_tokens holds it at its place', async () => {
    const kept = { keepTokens: 2 };
    assert.equal((await first(['1girl, zkqx, hat', '1girl, zkqx, night', '1girl, zkqx'], kept)).trigger, 'zkqx');
    assert.equal((await first(['1girl, solo, hat', '1girl, solo, night', '1girl, solo'], kept)).trigger, null);
    assert.equal((await first(['1girl, hat, zkqx', '1girl, night, zkqx', '1girl, a, zkqx'], kept)).trigger, null);
    // The prefix takes the first place of the two.
    const prefix = { keepTokens: 2, prefix: 'masterpiece, ' };
    assert.equal((await first(['1girl, zkqx', '1girl, zkqx, hat', '1girl, zkqx, rain'], prefix)).trigger, null);
  });
  it('regularization and repeats are those of the configuration', async () => {
    const concept = await first(two, { regularization: true });
    assert.deepEqual([concept.regularization, concept.repeats], [true, 3]);
  });
});

describe('folders with gaps and slips of the pen in the trigger', () => {
  for (const layout of layouts)
    it(`${layout}: the faulty captions are named, and no other`, async () => {
      for (const [size, gaps] of [
        [10, 0],
        [10, 3],
        [15, 2],
        [30, 9],
      ] as const) {
        const set = labelledSet(layout, size, gaps, size * 31 + gaps);
        const { missed, wrong, right } = await judge(set);
        assert.deepEqual([missed, wrong, right], [[], [], true], set.name);
      }
    });
});
