import assert from 'node:assert/strict';
import fc from 'fast-check';
import { IMPLICATIONS } from '../../server/src/tags/data/implications.ts';
import { normalTag } from '../../server/src/tags/normal.ts';
import { findRedundant, impliedTags } from '../../server/src/tags/redundant.ts';
import { canonicalTag } from '../../server/src/tags/synonyms.ts';

function redundant(caption: string): string[] {
  const tags = caption.split(', ');
  return findRedundant(tags).map((r) => `${tags[r.index]} < ${tags[r.impliedBy]}`);
}

describe('tags/redundant', () => {
  const loud: [string, string[]][] = [
    ['long_hair, very_long_hair', ['long_hair < very_long_hair']],
    ['1girl, dress, (white dress:1.1)', ['dress < (white dress:1.1)']],
    ['skirt, blue pleated skirt', ['skirt < blue pleated skirt']],
    ['smile, open mouth, :d', ['smile < :d', 'open mouth < :d']],
    ['2girls, multiple girls', ['multiple girls < 2girls']],
    ['animal ears, cat ears, tail', ['animal ears < cat ears']],
    ['sitting, seiza', ['sitting < seiza']],
    ['clouds, sky, blue sky', ['sky < blue sky']],
  ];
  for (const [caption, found] of loud)
    it(`finds ${found.join('; ')}`, () => assert.deepEqual(redundant(caption), found));

  const silent = [
    'bow, hair bow',
    'flower, hair flower',
    'collar, sailor collar',
    'collar, white collar',
    'ribbon, hair ribbon',
    'bow, bow (weapon)',
    'hair, long hair',
    'long hair, short hair',
    'dress, dress shirt',
    'jacket, coat',
    'eyes, blue eyes',
    'suit, black suit jacket',
    'dress, dress',
    'smile, smiling',
    'solo, 1girl',
    'bear, bear ears',
  ];
  for (const caption of silent) it(`is silent on ${caption}`, () => assert.deepEqual(redundant(caption), []));

  it('has a table in canonical form, without circles', () => {
    for (const line of IMPLICATIONS.trim().split('\n')) {
      const [tag = '', general = ''] = line.split(': ');
      for (const name of [tag, ...general.split(', ')]) assert.equal(canonicalTag(normalTag(name)), name);
      assert.ok(!impliedTags(tag).includes(tag), tag);
      for (const name of impliedTags(tag)) assert.ok(!impliedTags(name).includes(tag), `${tag} and ${name}`);
    }
  });

  it('never throws and never names a tag as implied by itself', () => {
    const tag = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('dress', 'red dress', 'long hair', ':d', 'smile'),
    );
    fc.assert(
      fc.property(fc.array(tag), (tags) => {
        for (const r of findRedundant(tags)) assert.notEqual(r.index, r.impliedBy);
      }),
    );
  });
});
