import assert from 'node:assert/strict';
import { tellsOfOther } from '../../server/src/tags/other-picture.ts';

describe('texts of two pictures', () => {
  const words = (letters: string): string => [...letters].map((letter) => letter.repeat(5)).join(' ');
  const none = (): boolean => false;
  it('have at most one of eight words in common', () => {
    assert.equal(tellsOfOther(words('abcdefgh'), words('aklmnopq'), none), true);
    assert.equal(tellsOfOther(words('abcdefg'), words('aklmnop'), none), false);
    assert.equal(tellsOfOther(words('abcdefghij'), words('abklmnopqr'), none), false);
  });
  it('say six things each that are not in all captions', () => {
    assert.equal(tellsOfOther(words('abcdef'), words('klmnop'), none), true);
    assert.equal(tellsOfOther(words('abcde'), words('klmnop'), none), false);
    assert.equal(
      tellsOfOther(words('abcdefg'), words('aklmnop'), (word) => word === 'aaaaa'),
      true,
    );
    assert.equal(
      tellsOfOther(words('abcdef'), words('aklmno'), (word) => word === 'aaaaa'),
      false,
    );
    // What only one of them says counts, though all captions say it.
    assert.equal(
      tellsOfOther(words('abcdef'), words('klmnop'), (word) => word === 'aaaaa'),
      true,
    );
  });
  it('take two forms of a word for one', () =>
    assert.equal(
      tellsOfOther('horses galloping across muddy fields', 'horse gallops through grass beside fence posts', none),
      false,
    ));
});
