import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { TypoIndex } from '../../server/src/tags/typos.ts';
import { sharedPath } from '../shared.ts';
import { findTypos } from '../support/typos.ts';

function typos(counts: Record<string, number>): string[] {
  return findTypos(new Map(Object.entries(counts))).map((t) => `${t.tag} → ${t.suggestion}`);
}

describe('tags/typos', () => {
  it('of four letters beside another word, and of a word that two others are near, where letters have changed places', () => {
    assert.deepEqual(typos({ 'pinstripe siut': 1, 'pinstripe suit': 2 }), ['pinstripe siut → pinstripe suit']);
    assert.deepEqual(typos({ sapphier: 1, ruby: 9 }), ['sapphier → sapphire']);
    assert.deepEqual(typos({ 'en garde': 1, lunge: 4 }), []);
    // A tag of another caption with the word of English is enough; of two words that no dictionary has nobody knows.
    assert.deepEqual(typos({ 'holding grimorie': 1, 'holding grimoire': 1 }), ['holding grimorie → holding grimoire']);
    assert.deepEqual(typos({ 'thurster flames': 1 }), ['thurster flames → thruster flames']);
    assert.deepEqual(typos({ 'holding zorvexa': 1, 'holding zorvxea': 1 }), []);
    // How many there are is none.
    assert.deepEqual(typos({ '3people': 1, '4people': 9 }), []);
  });
  it('finds a rare misspelling of a frequent tag', () => {
    assert.deepEqual(typos({ white_backgrond: 1, white_background: 30 }), ['white backgrond → white background']);
    assert.deepEqual(typos({ 'red stormborn': 1, 'red stormbron': 2, 'x stormborn': 5 }), []);
    assert.deepEqual(typos({ 'blue stormborn': 40, 'blue stormbron': 1 }), ['blue stormbron → blue stormborn']);
  });

  it('finds a misspelling of a vocabulary tag that the folder does not have', () => {
    assert.deepEqual(typos({ 'singel braid': 1, 'looking at veiwer': 1, masterpeice: 2 }), [
      'looking at veiwer → looking at viewer',
      'masterpeice → masterpiece',
      'singel braid → single braid',
    ]);
  });

  for (const [slip, right] of [
    ['pointy eras', 'pointy ears'],
    ['red lisp', 'red lips'],
    ['bear feet', 'bare feet'],
    ['angle wings', 'angel wings'],
    ['grey bread', 'grey beard'],
    ['clam water', 'calm water'],
    ['quite street', 'quiet street'],
    ['blue sacrf', 'blue scarf'],
  ])
    it(`finds a word of the same letters where ten captions have the other one: ${slip}`, () => {
      assert.deepEqual(typos({ [slip]: 1, [right]: 10 }), [`${slip} → ${right}`]);
    });

  for (const [slip, right, count] of [
    ['hat witch', 'witch hat', 3],
    ["witch's hat", 'witch hat', 3],
    ['red long dress', 'long red dress', 4],
    ['cheery blossoms', 'cherry blossoms', 1],
    ['hair long', 'long hair', 5],
    ['scales red', 'red scales', 5],
    ['phalaenopsiss', 'phalaenopsis', 3],
    ['phalenopsis', 'phalaenopsis', 2],
  ] as const)
    it(`finds the words of another tag: ${slip}`, () => {
      assert.deepEqual(typos({ [slip]: 1, [right]: count }), [`${slip} → ${right}`]);
    });

  const silent: [string, Record<string, number>][] = [
    ['two real words', { 'red bow': 1, 'red cow': 20 }],
    ['singular and plural', { 'blue gizmo': 1, 'blue gizmos': 20 }],
    ['forms of one word', { 'hoverboarding man': 1, 'hoverboards man': 20 }],
    ['numbers', { 'score 9': 1, 'score 8': 50, '2girls': 1, '3girls': 20 }],
    ['left and right', { 'left hand': 1, 'light hand': 20 }],
    ['colours', { 'brown hair': 1, 'grown hair': 20 }],
    // Another order is another thing, and so is who does something to whom.
    ['words in another order', { 'garden rose': 1, 'rose garden': 9, 'dress shirt': 1, 'shirt dress': 9 }],
    ['a tag that everybody knows beside whose it is', { 'witch hat': 1, "witch's hat": 9 }],
    ['words around a small one', { 'cat on dog': 1, 'dog on cat': 9 }],
    ['words in another order of few', { 'red long dress': 1, 'long red dress': 2 }],
    ['names by another ending', { dendrobiums: 1, dendrobium: 9, christina: 1, christine: 9 }],
    ['everyday words', { towel: 1, tower: 30, beans: 1, jeans: 20 }],
    ['a misspelling used often', { 'logn hair': 8, 'long hair': 90 }],
    ['a word that two tags share', { 'red kenku': 1, 'kenku mask': 1, 'red kanku': 40 }],
    ['emoticons', { ':d': 1, ';d': 40, o_o: 1, '0_0': 40 }],
    [
      'two words of the same letters, each in its own tags',
      { 'cute angel': 1, 'dutch angle': 20, 'grey beard': 9, 'fresh bread': 1 },
    ],
    [
      'a word of the same letters beside few of the other',
      { 'lemon slice': 1, 'melon slice': 20, 'lone bread': 1, 'lone beard': 9 },
    ],
    ['a word of the same letters in two tags', { 'pine eras': 1, 'lost eras': 1, 'pine ears': 30 }],
    ['names', { 'asuka langley': 1, 'misato katsuragi': 40 }],
  ];
  for (const [what, counts] of silent) it(`is silent on ${what}`, () => assert.deepEqual(typos(counts), []));

  it("trusts the user's tag list", () => {
    const counts = new Map([['white backgrond', 1]]);
    assert.equal(findTypos(counts, { isKnown: (tag) => tag === 'white backgrond' }).length, 0);
  });

  it('gives the same by difference as from scratch', () => {
    const tag = fc.constantFrom(
      'long hair',
      'logn hair',
      'white backgrond',
      'blue stormborn',
      'blue stormbron',
      'x stormbron',
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(tag, fc.integer({ min: 0, max: 40 })), { maxLength: 40 }), (edits) => {
        const index = new TypoIndex();
        const counts = new Map<string, number>();
        for (const [name, count] of edits) {
          index.set(name, count);
          if (count > 0) counts.set(name, count);
          else counts.delete(name);
        }
        assert.deepEqual(index.all(), findTypos(counts));
      }),
    );
  });

  it('believes a word of many tags that a tag nobody else has is a slip', () => {
    const places = ['forest', 'harbor', 'tavern', 'castle', 'village', 'market'];
    const folder = (known: number, odd: string) =>
      typos(Object.fromEntries([...places.slice(0, known).map((place) => [`isometric ${place}`, 1]), [odd, 1]]));
    assert.deepEqual(folder(4, 'isometirc bakery'), ['isometirc bakery → isometric bakery']);
    // A dictionary says the same.
    assert.deepEqual(folder(0, 'isometirc bakery'), ['isometirc bakery → isometric bakery']);
    // Names are made of what they are made of.
    assert.deepEqual(folder(6, 'isomara bakery'), []);
  });

  it('believes a short word by itself to have two letters swapped, and nothing else', () => {
    assert.deepEqual(typos({ simle: 1, slot: 1 }), ['simle → smile']);
    assert.deepEqual(typos({ oslo: 1, sloo: 1, boox: 1, ohwx: 1 }), ['sloo → solo']);
  });

  it('asks a dictionary about words that no tag list has, where one letter makes them one word', () => {
    const usual = { smile: 9, rain: 7, tree: 6 };
    assert.deepEqual(typos({ ...usual, umbrela: 1 }), ['umbrela → umbrella']);
    assert.deepEqual(typos({ ...usual, bycicle: 1, siting: 1 }), ['bycicle → bicycle', 'siting → sitting']);
    assert.deepEqual(typos({ ...usual, 'studio lightning': 1 }), ['studio lightning → studio lighting']);
    for (const real of [
      'lightning',
      'strappy',
      'frieren',
      'yukkuri',
      'sarashi',
      'hakama',
      'forrest gump',
      'construction siting',
    ])
      assert.deepEqual(typos({ ...usual, [real]: 1 }), [], real);
  });
  it('never throws on any tags', () => {
    fc.assert(fc.property(fc.dictionary(fc.string({ unit: 'binary' }), fc.nat(30)), (counts) => void typos(counts)));
  });

  it('finds none in real tagger output', function () {
    const root = sharedPath('captions');
    if (root === null) return this.skip();
    const folders = new Map<string, Map<string, number>>();
    for (const file of readdirSync(root, { recursive: true }).map(String)) {
      if (!file.endsWith('.txt')) continue;
      const folder = folders.get(path.dirname(file)) ?? new Map<string, number>();
      folders.set(path.dirname(file), folder);
      for (const tag of readFileSync(path.join(root, file), 'utf8').split(',')) {
        folder.set(tag.trim(), (folder.get(tag.trim()) ?? 0) + 1);
      }
    }
    const found = [...folders.values()].flatMap((counts) => findTypos(counts).map(({ tag }) => tag));
    // Those that are.
    assert.deepEqual(found.sort(), [
      'aeriel view of gray city buildings',
      'architectural photography of city buildinga',
      'mickey and minni',
      'scrarf',
      'smokin',
    ]);
  });
});
