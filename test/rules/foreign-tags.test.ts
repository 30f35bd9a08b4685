import assert from 'node:assert/strict';
import { isEnglish } from '../../server/src/tags/english.ts';
import { tellingWords } from '../../server/src/tags/foreign-tags.ts';
import { auditMarked } from '../support/check.ts';

const things = 'hat,sword,book,cat,tree,cup,rain,night,garden,smile'.split(',');
const usual = (thing: string): string =>
  `ashgryph, creature, gryphon, gray feathers, wings, flying, mountain, ${thing}`;

/** What is said of the last caption, and how often the rule speaks of others. */
async function told(odd: string, others = things.map(usual)) {
  const source = [...others, odd].map((text, at) => `// ${at}.txt\n${text}`).join('\n');
  const { findings } = await auditMarked(source);
  const rules = ['foreign-language', 'near-identical-tag', 'misspelt-word', 'synonym-drift'];
  const found = findings.filter(({ rule, file }) => rules.includes(rule) && file !== '');
  const own = found.filter(({ file }) => file === `${others.length}.txt`);
  assert.equal(found.length, own.length);
  return own.map(({ rule, message }) => `${rule}: ${message.slice(0, message.indexOf(', unlike'))}`);
}

describe('tags of another language in one caption', () => {
  it('are told by words that are none of English', () =>
    assert.deepEqual(
      [...tellingWords()].filter((word) => isEnglish(word)),
      [],
    ));
  for (const [odd, language] of [
    ['ashgryph, créature, griffon, plumes grises, ailes ouvertes, vol, montagne, ciel', 'French'],
    ['ashgryph, cheveux longs, yeux bleus, robe noire, forêt, debout', 'French'],
    ['ashgryph, pelo largo, ojos verdes, vestido rojo, bosque, sentada', 'Spanish'],
    ['ashgryph, lange haare, blaue augen, rotes kleid, wald, sitzend', 'German'],
    ['ashgryph, capelli lunghi, occhi verdi, vestito rosso, bosco, seduta', 'Italian'],
    ['ashgryph, cabelo longo, olhos azuis, vestido vermelho, floresta, sentada', 'Portuguese'],
  ])
    it(`${language}: ${odd}`, async () => {
      const [first, ...further] = await told(odd);
      assert.match(first, new RegExp(`^foreign-language: ".+" is ${language}$`));
      assert.deepEqual(further, []);
    });
  for (const odd of [
    'ashgryph, creature, crème brûlée, café, plate, table',
    'ashgryph, niño, flamenco, kimono, gray feathers, wings',
    'ashgryph, noir, film grain, rouge, decolletage, lingerie',
    'ashgryph, hanfu, yukata, obi, geta, engawa, tatami',
    'ashgryph, wald, wings, flying, mountain, gray feathers',
  ])
    it(`is silent for names and loan words: ${odd}`, async () =>
      assert.deepEqual(
        (await told(odd)).filter((said) => said.startsWith('foreign')),
        [],
      ));
  const french = (thing: string): string => `ashgryph, cheveux longs, yeux bleus, robe noire, ${thing}`;
  it('is silent where most captions are of it, and in a folder of few', async () => {
    assert.deepEqual(await told(french('forêt'), [...things.slice(2).map(usual), ...things.map(french)]), []);
    assert.deepEqual(await told(french('forêt'), things.slice(0, 6).map(usual)), []);
  });
  it('tells up to half of the captions, in tags of another script as well', async () => {
    const captions = [...things.map(usual), ...things.map((thing) => `ashgryph, 教室, 笑顔, 座っている, ${thing}`)];
    const count = async (texts: readonly string[]) => {
      const { findings } = await auditMarked(texts.map((text, at) => `// ${at}.txt\n${text}`).join('\n'));
      return findings
        .filter(({ rule }) => rule === 'foreign-language')
        .flatMap(({ related, file }) => (related?.length ? related.map((one) => one.file) : [file])).length;
    };
    assert.ok((await count(captions)) > 0);
    assert.equal(await count(captions.slice(1)), 0);
    assert.ok((await count([...things.map(usual), ...things.map(french)])) > 0);
    assert.equal(await count([...things.slice(1).map(usual), ...things.map(french)]), 0);
    // A name and a sign in another script are no language.
    assert.equal(
      await count(things.map((thing, at) => (at % 3 ? usual(thing) : `${usual(thing)}, 初音ミク, 東方`))),
      0,
    );
  });
});
