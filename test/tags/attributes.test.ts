import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ambiguousAttributes, attributesIn, attributesOf } from '../../server/src/tags/attributes.ts';
import { isClassWord, isRareToken, looksLikeIdentifier, triggerOverload } from '../../server/src/tags/identifiers.ts';

function said(caption: string): string[] {
  return attributesOf(caption.split(',')).map((v) => `${v.attribute}: ${v.value} @${v.index}`);
}

describe('tags/attributes', () => {
  it('reads hair, eyes, gender and age out of tags', () => {
    assert.deepEqual(said('tk, 1girl, Gray_Hair, (blue eyes:1.1), female child'), [
      'gender: female @1',
      'hair colour: grey @2',
      'eye colour: blue @3',
      'gender: female @4',
      'age: child @4',
    ]);
    assert.deepEqual(said('light brown hair, dark blue eyes, golden eyes'), [
      'hair colour: brown @0',
      'eye colour: blue @1',
      'eye colour: yellow @2',
    ]);
  });

  it('reads mixed colours as mixed', () => {
    assert.deepEqual(said('black hair, multicolored hair, red hair, heterochromia, red eyes'), [
      'hair colour: mixed @1',
      'eye colour: mixed @3',
    ]);
  });

  it('is silent on tags that only sound like attributes', () => {
    assert.deepEqual(said('long hair, closed eyes, hair ornament, 2girls, boyish, red hair ribbon, man-eater'), []);
  });

  it('reads them out of a sentence with their places', () => {
    const text = 'An old man with long grey hair and a blue-eyed girl, a brunette';
    assert.deepEqual(
      attributesIn(text).map((v) => [v.attribute, v.value, text.slice(v.start, v.end)]),
      [
        ['gender', 'male', 'old man'],
        ['age', 'old', 'old man'],
        ['hair colour', 'grey', 'long grey hair'],
        ['eye colour', 'blue', 'blue-eyed'],
        ['gender', 'female', 'girl'],
        ['hair colour', 'brown', 'brunette'],
      ],
    );
    assert.deepEqual(attributesIn('a mandate, womanly manners, long hair, closed eyes'), []);
  });

  it('finds colours that several people share out', () => {
    const [one] = ambiguousAttributes(['2girls', 'blonde hair', 'smile', 'black hair', 'blue eyes']);
    assert.deepEqual(one, { attribute: 'hair colour', values: ['blonde', 'black'], indices: [1, 3] });
  });

  const silent = [
    '1girl, blonde hair, black hair',
    'blonde hair, black hair',
    '2girls, blonde hair, blue eyes',
    '2girls, multicolored hair, black hair, blonde hair',
    '1girl, multiple views, blonde hair, black hair',
    '2girls, comic, blonde hair, black hair',
    '1girl, solo focus, 1boy, blonde hair, black hair',
    '2girls, gray hair, grey hair',
  ];
  for (const caption of silent) {
    it(`is silent on ${caption}`, () => assert.deepEqual(ambiguousAttributes(caption.split(',')), []));
  }

  it('never throws on any text', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (tags) => {
        attributesOf(tags);
        ambiguousAttributes(tags);
        attributesIn(tags.join(', '));
      }),
    );
  });
});

describe('tags/identifiers', () => {
  it('knows class words in any spelling', () => {
    for (const word of ['man', '1girl', '1 girl', 'dog', 'style']) assert.ok(isClassWord(word), word);
    for (const word of ['ohwx', 'tk', 'long hair', '']) assert.ok(!isClassWord(word), word);
  });

  it('says what a trigger already means', () => {
    assert.deepEqual(triggerOverload('sks'), { kind: 'known meaning', detail: 'the SKS rifle' });
    assert.deepEqual(triggerOverload('dog'), { kind: 'class word', detail: 'dog' });
    assert.deepEqual(triggerOverload('long hair'), { kind: 'tag', detail: 'hair' });
    assert.deepEqual(triggerOverload('viewer'), { kind: 'word', detail: 'viewer' });
    for (const free of ['ohwx', 'tk', 'zkzx', 'myoc42', 'constructor', ''])
      assert.equal(triggerOverload(free), null, free);
  });

  it('knows made-up words by their look', () => {
    for (const word of ['ohwx', 'zkzx', 'myoc42', 'tk']) assert.ok(looksLikeIdentifier(word), word);
    for (const word of ['man', 'smile', 'long hair', '1girl', '2girls', 'shrine', '', 'a photo of']) {
      assert.ok(!looksLikeIdentifier(word), word);
    }
    assert.ok(isRareToken('ohwx') && !isRareToken('smile'));
  });
});
