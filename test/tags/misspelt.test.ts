import assert from 'node:assert/strict';
import { misspeltAs, slipBeside } from '../../server/src/tags/misspelt.ts';
import { findTypos } from '../support/typos.ts';

describe('misspelt words', () => {
  for (const [word, meant] of [
    ['sunet', 'sunset'],
    ['abov', 'above'],
    ['leavs', 'leaves'],
    ['steet', 'street'],
    ['rivr', 'river'],
    ['curld', 'curled'],
    ['detaild', 'detailed'],
    ['botton', 'bottom'],
    ['whte', 'white'],
    ['drss', 'dress'],
    ['treee', 'tree'],
    ['chait', 'chair'],
    ['embroidary', 'embroidery'],
    ['hydrolic', 'hydraulic'],
    ['translusent', 'translucent'],
    ['turquise', 'turquoise'],
    ['orcherd', 'orchard'],
    ['exosceleton', 'exoskeleton'],
    ['delicous', 'delicious'],
    // No captions have the word, and two letters changed places.
    ['crsut', 'crust'],
    ['thred', 'thread'],
    // Forms that follow the rule where English does not, and endings that no word has.
    ['holded', 'held'],
    ['catched', 'caught'],
    ['childs', 'children'],
    ['womans', 'women'],
    ['umberella', 'umbrella'],
    ['playes', 'plays'],
    ['carryed', 'carried'],
    ['berrys', 'berries'],
    ['tomatos', 'tomatoes'],
    ['fishermans', 'fishermen'],
    ['torchs', 'torches'],
  ])
    it(`${word} is ${meant}`, () => assert.equal(misspeltAs(word)[0], meant));
  for (const word of [
    'regality',
    'zorvexa',
    'kanna',
    'shiro',
    'mclm',
    'krsm',
    'haru',
    'hana',
    'sunset',
    'grey',
    'regal',
    'nitrile',
    'elastane',
    // Of other languages, and two words of English in one, with a rarer word of English beside each.
    'minimi',
    'partia',
    'duckfly',
    // Six letters, and rare words beside them.
    'burnet',
    'celadon',
    'basinet',
    'merlon',
    'kromet',
    'terrestris',
    // Words of botany, music, ships, limestone and Scots that general dictionaries lack.
    'arils',
    'rackett',
    'cringle',
    'clints',
    'dirling',
    'wainscotting',
    'pierogi',
    'crema',
    'airag',
    'hoar',
    // Forms of their own.
    'leaved',
    'singed',
    'dyes',
    'canes',
    'machines',
    'photos',
  ])
    it(`${word} is none`, () => assert.deepEqual(misspeltAs(word), []));
});

describe('words of English beside others', () => {
  for (const [before, word, after, meant] of [
    ['studio', 'lightning', '', 'lighting'],
    ['', 'brow', 'hair', 'brown'],
    ['', 'stripped', 'shirt', 'striped'],
    ['', 'areal', 'view', 'aerial'],
    ['', 'withe', 'dress', 'white'],
    ['', 'wooded', 'table', 'wooden'],
    ['open', 'month', '', 'mouth'],
    ['', 'form', 'above', 'from'],
    ['', 'learning', 'against', 'leaning'],
    ['', 'starring', 'at', 'staring'],
    ['', 'waking', 'down', 'walking'],
    ['', 'bear', 'feet', 'bare'],
  ])
    it(`${before} ${word} ${after}`, () => assert.equal(slipBeside(before, word, after), meant));
  for (const [before, word, after] of [
    ['cloud', 'lightning', ''],
    ['', 'read', 'book'],
    ['', 'wooded', 'hill'],
    ['a', 'sliver', 'of'],
    ['', 'brow', 'bone'],
    ['', 'form', 'of'],
    ['', 'learning', 'on'],
    ['', 'waking', 'up'],
    ['', 'bear', 'costume'],
    ['', 'sanding', 'a'],
  ])
    it(`${before} ${word} ${after} is right`, () => assert.equal(slipBeside(before, word, after), null));
});

describe('known tags with a letter or a blank lost', () => {
  const found = (tag: string): string | undefined =>
    findTypos(
      new Map([
        [tag, 1],
        ['1girl', 20],
        ['solo', 20],
      ]),
    )[0]?.suggestion;
  for (const [tag, meant] of [
    ['sunet', 'sunset'],
    ['dres', 'dress'],
    ['swim suit', 'swimsuit'],
    ['openmouth', 'open mouth'],
    ['brow hair', 'brown hair'],
    ['from abov', 'from above'],
  ])
    it(`${tag} is ${meant}`, () => assert.equal(found(tag), meant));
  for (const tag of ['shiro', 'kanna', 'sora', 'mika', 'rinne', 'hat trick', 'sea side bench', 'zorvexa'])
    it(`${tag} is none`, () => assert.equal(found(tag), undefined));
});
