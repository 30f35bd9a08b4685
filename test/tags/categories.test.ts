import assert from 'node:assert/strict';
import fc from 'fast-check';
import { captionStyle, tellingStyle } from '../../server/src/tags/caption-style.ts';
import { categoryOf } from '../../server/src/tags/categories.ts';
import { normalTag } from '../../server/src/tags/normal.ts';
import { phrasesIn } from '../../server/src/tags/phrases.ts';
import { CATEGORIES, vocabulary } from '../../server/src/tags/vocabulary.ts';

describe('tags/categories', () => {
  const known: [string, string | null][] = [
    ['1girl', 'subject'],
    ['2 girls', 'subject'],
    ['white background', 'background'],
    ['mint background', 'background'],
    ['from above', 'framing'],
    ['knee shot', 'framing'],
    ['golden hour', 'lighting'],
    ['night', 'lighting'],
    ['watercolor (medium)', 'style'],
    ['toriyama akira (style)', 'style'],
    ['masterpiece', 'quality'],
    [':d', 'expression'],
    ['=_=', 'expression'],
    ['looking at viewer', 'gaze'],
    ['looking at moon', 'gaze'],
    ['sitting', 'pose'],
    ['holding spear', 'pose'],
    ["hand on another's ear", 'pose'],
    ['mint shirt', 'clothing'],
    ['hair ornament', 'clothing'],
    ['hair bow', 'clothing'],
    ['mint hair', 'hair'],
    ['hair between eyes', 'hair'],
    ['mint eyes', 'eyes'],
    ['fox ears', 'body'],
    ['red', 'colour'],
    ['showroom', 'background'],
    ['stockroom', 'background'],
    ['narrow mountain road', 'background'],
    ['old harbour', 'background'],
    ['digital media (artwork)', 'style'],
    ['hi res', 'quality'],
    ['bow (weapon)', null],
    ['mushroom', null],
    ['chocolate bar', null],
    ['hard rock', null],
    ['hatsune miku', null],
    ['constructor', null],
    ['', null],
  ];
  for (const [tag, category] of known)
    it(`${tag || '(empty)'} is ${category}`, () => assert.equal(categoryOf(tag), category));

  it('holds its vocabulary in normal form', () => {
    for (const tag of vocabulary().all.keys()) assert.equal(normalTag(tag), tag);
  });

  it('never throws on any tag', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (tag) => {
        const category = categoryOf(tag);
        assert.ok(category === null || CATEGORIES.includes(category));
      }),
    );
  });
});

describe('tags/phrases', () => {
  it('finds the phrases of a sentence with their places', () => {
    const text = 'A young woman with long blonde hair, wearing a red leather jacket, stands in a park at night.';
    const phrases = phrasesIn(text);
    assert.deepEqual(
      phrases.map((p) => [p.category, text.slice(p.start, p.end)]),
      [
        ['subject', 'young woman'],
        ['hair', 'long blonde hair'],
        ['clothing', 'red leather jacket'],
        ['pose', 'stands in'],
        ['background', 'park'],
        ['lighting', 'at night'],
      ],
    );
  });

  it('does not join words across a comma or inside a word', () => {
    assert.deepEqual(
      phrasesIn('blue, eyes of a carpenter').map((p) => p.phrase),
      ['eyes'],
    );
  });

  it('knows the plural of a place', () => {
    assert.deepEqual(
      phrasesIn('a snow globe and a rain coat in the snow').map((p) => p.phrase),
      ['coat', 'in the snow'],
    );
    assert.deepEqual(
      phrasesIn('busy streets near rivers').map((p) => p.phrase),
      ['busy streets', 'rivers'],
    );
  });

  it('gives ordered phrases inside any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        let end = 0;
        for (const p of phrasesIn(`${text} red dress`)) {
          assert.ok(p.start >= end && p.end > p.start && p.end <= text.length + 10);
          end = p.end;
        }
      }),
    );
  });
});

describe('tags/captionStyle', () => {
  const styles: [string, string][] = [
    ['1girl, solo, long_hair, blue_eyes', 'tags'],
    ['ohwx man', 'tags'],
    ['masterpiece, best quality, 1girl, hand on own hip, looking at viewer', 'tags'],
    ['a photo of ohwx man wearing a suit', 'prose'],
    ['Skyscrapers, glass facades, and office buildings overlook a city park.', 'prose'],
    ['cars on road in city during daytime', 'prose'],
    ['1girl, solo, long hair, blue eyes, A girl standing in front of a window looking out at the rain.', 'mixed'],
    ['', 'tags'],
  ];
  for (const [caption, style] of styles) {
    it(`${caption.slice(0, 40)} is ${style}`, () => assert.equal(captionStyle(caption.split(',')), style));
  }

  it('does not judge captions too short to tell', () => {
    assert.equal(tellingStyle(['CN Tower', ' Canada']), null);
    assert.equal(tellingStyle(['ohwx']), null);
    assert.equal(tellingStyle(['']), null);
    assert.equal(tellingStyle(['long_hair']), 'tags');
    assert.equal(tellingStyle(['a man on a bridge in the rain']), 'prose');
    assert.equal(tellingStyle(['x', 'y', 'z']), 'tags');
  });
});
