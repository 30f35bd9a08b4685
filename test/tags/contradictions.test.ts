import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { findContradictions } from '../../server/src/tags/contradictions.ts';
import { proseContradictions } from '../../server/src/tags/prose-contradictions.ts';
import { subjectCount } from '../../server/src/tags/subjects.ts';
import { sharedPath } from '../shared.ts';

function pairsIn(caption: string, hints = false): string[] {
  const tags = caption.split(',');
  return findContradictions(tags, { hints }).map((c) => `${c.level}: ${tags[c.a]?.trim()} / ${tags[c.b]?.trim()}`);
}

describe('tags/contradictions', () => {
  const loud: [string, string][] = [
    ['solo, 2girls', 'error: solo / 2girls'],
    ['1girl, multiple girls', 'warning: 1girl / multiple girls'],
    ['2boys, 3boys', 'warning: 2boys / 3boys'],
    ['no humans, 1girl', 'warning: no humans / 1girl'],
    ['1girl, indoors, smile, outdoors', 'warning: indoors / outdoors'],
    ['day, night', 'warning: day / night'],
    ['1girl, solo, open_mouth, Closed_Mouth', 'warning: open_mouth / Closed_Mouth'],
    ['1girl, (open mouth:1.2), [closed mouth]', 'warning: (open mouth:1.2) / [closed mouth]'],
    ['1girl, eyes closed, looking at camera', 'warning: eyes closed / looking at camera'],
    ['1girl, gray hair, red hair', 'warning: gray hair / red hair'],
    ['1girl, blue eyes, red eyes', 'warning: blue eyes / red eyes'],
    ['1boy, standing, sitting', 'warning: standing / sitting'],
    ['1girl, long hair, short hair', 'warning: long hair / short hair'],
    ['full body, upper body', 'warning: full body / upper body'],
    ['masterpiece, worst quality', 'warning: masterpiece / worst quality'],
    ['rating:general, rating_explicit', 'error: rating:general / rating_explicit'],
    ['white background, black background', 'warning: white background / black background'],
    ['1girl, long sleeves, short sleeves', 'warning: long sleeves / short sleeves'],
  ];
  for (const [caption, finding] of loud) {
    it(`reports ${caption}`, () => assert.deepEqual(pairsIn(caption), [finding]));
  }

  const silent = [
    'solo, 1girl, long hair, very long hair',
    '2girls, multiple girls',
    '1girl, 1boy, open mouth, closed mouth',
    'open mouth, closed mouth',
    '2girls, blonde hair, black hair, standing, sitting',
    '1girl, solo, multiple views, full body, upper body, standing, sitting',
    '1girl, comic, day, night',
    '1girl, 4koma, open mouth, closed mouth',
    '1girl, reference sheet, from above, from below',
    '1girl, solo, multicolored hair, black hair, red hair',
    '1girl, blonde hair, pink streaked hair, green hair',
    '1girl, two-tone hair, black hair, white hair',
    '1girl, black hair, red highlights, red hair',
    '1girl, brown hair, blonde tips, green hair',
    '1girl, portrait, full body',
    '1girl, green eyes, different colored eyes, red eyes',
    '1girl, black hair, grey hair',
    '1girl, white hair, grey hair',
    '1girl, brown hair, red hair',
    '1girl, blue hair, green hair',
    '1girl, heterochromia, blue eyes, red eyes',
    '1girl, blue eyes, purple eyes',
    '1girl, multicolored eyes, yellow eyes, blue eyes',
    '1girl, indoors, window, outdoors',
    '1girl, indoors, pool, outdoors',
    '1girl, day, sunset',
    '1girl, smile, open mouth, :d',
    '1girl, smile, closed mouth',
    '1girl, smile, closed eyes',
    '1girl, closed eyes, one eye closed, multiple views',
    '1girl, sitting, seiza',
    '1girl, standing, walking',
    '1girl, lying, on back',
    '1girl, from behind, looking at viewer, looking back',
    '1girl, facing away, mirror, looking at viewer',
    'white background, transparent background, simple background',
    'white background, black background, checkered background',
    '1girl, long sleeves, short sleeves, blue jacket',
    '1girl, long sleeves, sleeveless, detached sleeves',
    '1girl, barefoot, holding shoes, shoes',
    '1girl, barefoot, socks, toeless legwear',
    '1girl, short hair with long locks, short hair, long hair',
    '1girl, upper body, portrait',
    'solo, crowd',
    'solo, no humans',
    '1girl, smile, smiling',
    'rating:general, general',
  ];
  for (const caption of silent) it(`is silent on ${caption}`, () => assert.deepEqual(pairsIn(caption), []));

  it('keeps weak pairs for those who ask', () => {
    assert.deepEqual(pairsIn('1girl, dress, skirt'), []);
    assert.deepEqual(pairsIn('1girl, dress, skirt', true), ['hint: dress / skirt']);
  });

  it('names a pair once however often its tags occur', () => {
    assert.deepEqual(findContradictions(['1girl', 'day', 'night', 'day', 'Night']).length, 1);
  });

  it("judges a folder's own exclusive groups", () => {
    const found = findContradictions(['arm_a', 'x', 'arm b'], { ownGroups: [['arm a', 'arm b', 'arm c']] });
    assert.deepEqual(
      found.map((c) => [c.a, c.b, c.group]),
      [[0, 2, 'own']],
    );
  });

  it('counts subjects only by count tags', () => {
    assert.equal(subjectCount(['1girl']), 'one');
    assert.equal(subjectCount(['solo', '1girl', '1boy']), 'one');
    assert.equal(subjectCount(['1girl', '1boy']), 'several');
    assert.equal(subjectCount(['1girl', 'crowd']), 'several');
    assert.equal(subjectCount(['one girl']), 'one');
    assert.equal(subjectCount(['no humans']), 'none');
    assert.equal(subjectCount(['long hair']), 'unknown');
  });

  it('never throws and points into the caption', () => {
    const tag = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('solo', '2girls', 'day', 'night', 'rating:safe'),
    );
    fc.assert(
      fc.property(fc.array(tag), (tags) => {
        for (const c of findContradictions(tags, { hints: true })) assert.ok(c.a < c.b && c.b < tags.length);
      }),
    );
  });

  it('fires on few real captions', function () {
    const root = sharedPath('captions');
    if (root === null) return this.skip();
    const files = readdirSync(root, { recursive: true })
      .map(String)
      .filter((file) => file.endsWith('.txt'));
    let found = 0;
    for (const file of files) {
      const text = readFileSync(path.join(root, file), 'utf8');
      if (findContradictions(text.split(',')).length + proseContradictions(text).length > 0) found++;
    }
    assert.ok(found <= files.length * 0.01, `${found} of ${files.length}`);
  });
});

describe('tags/prose contradictions', () => {
  const loud = [
    'A busy street at night in broad daylight.',
    'A house photographed during daytime, the sky dark at night',
    'A close-up shot of a man, full body shot',
    'A portrait of a woman with her eyes closed, looking at the camera',
    'A black and white photo with vibrant colors',
    'High-angle shot of a street, seen from below',
  ];
  for (const text of loud) {
    it(`reports "${text}"`, () => {
      const found = proseContradictions(text);
      assert.equal(found.length, 1);
      for (const side of [found[0]!.a, found[0]!.b])
        assert.equal(text.slice(side.start, side.end).toLowerCase(), side.phrase);
    });
  }
  const silent = [
    'city skyline under blue sky during night time',
    'A split image of the street at night and during the day',
    'The left half shows the city at night, the right half at noon',
    'A time-lapse from day to night at noon and at midnight',
    'Two women, one with her eyes closed, one looking at the camera',
    'A knight at nightfall, a lamp that looks like daylight',
    'A woman looking at the camera with her mouth open',
    '',
  ];
  for (const text of silent) it(`is silent on "${text}"`, () => assert.deepEqual(proseContradictions(text), []));

  it('never throws on any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void proseContradictions(text)));
  });
});
