import assert from 'node:assert/strict';
import { likelyTags, writtenTags } from '../../server/src/tags/fused-written.ts';

describe('tags of other captions in one piece', () => {
  const counts: Record<string, number> = {
    armor: 9,
    kabuto: 5,
    katana: 4,
    idle: 1,
    'red cape': 3,
    gauntlets: 2,
    'green eyes': 14,
    'holding umbrella': 1,
    'brass legs': 4,
    'yellow plumage': 5,
    'white jacket': 6,
    glove: 4,
    foil: 8,
    stone: 1,
    wall: 1,
    'wooden floor': 2,
    dress: 3,
    velvet: 3,
    'red dress': 5,
    'blue wall': 5,
  };
  const found = (norm: string): readonly string[] | null =>
    writtenTags(norm, (tag) => counts[tag] ?? (tag === norm ? 1 : 0));
  for (const [norm, parts] of [
    ['armor kabuto katana', ['armor', 'kabuto', 'katana']],
    ['armor red cape gauntlets', ['armor', 'red cape', 'gauntlets']],
    // A tag that another caption has once, between two of the folder's own.
    ['white jacket katana idle', ['white jacket', 'katana', 'idle']],
    ['white jacket glove foil', ['white jacket', 'glove', 'foil']],
    ['green eyes holding umbrella', ['green eyes', 'holding umbrella']],
    ['gauntlets red cape', ['gauntlets', 'red cape']],
    ['mohair upholstery brass legs', ['mohair upholstery', 'brass legs']],
    ['torn nest lining yellow plumage', ['torn nest lining', 'yellow plumage']],
    // A thing that only this caption has, behind two tags.
    ['red cape brass legs hat box', ['red cape', 'brass legs', 'hat box']],
  ] as const)
    it(norm, () => assert.deepEqual(found(norm), parts));
  for (const norm of [
    // One word behind a tag may go on with it.
    'white jacket glove',
    // Tags that one other caption has are of one word, and so no sign.
    'stone wall katana',
    // A shade, a cloth or how a thing is before a colour.
    'velvet red dress',
    'pale sky blue wall',
    'long flowing red dress',
    'long heavy red dress',
    'armor with red cape',
    'armor of kabuto and katana',
    // Only two captions have what is behind words that nobody writes.
    'mohair upholstery wooden floor',
    'red cape',
    'armor kabuto',
    // One word behind two tags may go on with the second.
    'red cape brass legs lamp',
  ])
    it(`${norm} may be one`, () => assert.equal(found(norm), null));

  describe('one of them of one word', () => {
    const likely = (norm: string): readonly string[] | null =>
      likelyTags(norm, (tag) => counts[tag] ?? (tag === norm ? 1 : 0));
    for (const [norm, parts] of [
      ['katana red cape', ['katana', 'red cape']],
      ['brass legs foil', ['brass legs', 'foil']],
      ['foil holding umbrella', ['foil', 'holding umbrella']],
      // A thing behind a tag that one other caption has.
      ['holding umbrella wall', ['holding umbrella', 'wall']],
    ] as const)
      it(norm, () => assert.deepEqual(likely(norm), parts));
    for (const norm of [
      'idle red cape',
      'velvet red dress',
      'holding umbrella idle',
      'red cape',
      'stone with red cape',
    ])
      it(`${norm} may be one`, () => assert.equal(likely(norm), null));
  });
});
