import assert from 'node:assert/strict';
import { describeEffective, tagChances } from '../../server/src/language/effective-caption.ts';
import { effectiveOf } from '../../server/src/rules/caption-context.ts';
import type { SettingsInput } from '../../server/src/settings/schema.ts';
import { resolveSettings } from '../../server/src/settings/settings.ts';

function describeText(text: string, input: SettingsInput = {}, line = 0): string {
  const settings = resolveSettings(input);
  return describeEffective('1.txt', effectiveOf(text, settings, line), settings).text;
}

const long = `ohwx man, ${Array.from({ length: 40 }, (_, n) => `thing ${n}`).join(', ')}`;

describe('the effective caption in words', () => {
  it('says that all of a short caption trains, in its order', () => {
    const text = describeText('ohwx man, night\nsecond');
    assert.match(text, /^1\.txt as sd-scripts reads it\n=+\n/);
    assert.match(text, /of 75 tokens: all of it trains/);
    assert.match(text, /\nohwx man, night\n/);
    assert.match(text, /1 further line is never read/);
    assert.match(text, /order stays as written/);
    assert.match(text, /fixed +100 % +ohwx man/);
  });
  it('shows where the limit cuts', () => {
    const text = describeText(long);
    assert.match(text, /──── cut here ────/);
    assert.match(text, /cut +0 % +thing 39/);
    assert.ok(text.indexOf('cut here') < text.indexOf(', thing 39'));
  });
  it('shows the head that stays and the chance of what moves', () => {
    const text = describeText(long, { caption: { shuffle: true, keepTokens: 1 } });
    assert.match(text, /fixed +100 % +ohwx man/);
    assert.match(text, /moves +\d+(\.\d)? % +thing 0/);
  });
  it('tells what settings add, choose and drop', () => {
    const text = describeText('a {b|c}\nd', {
      caption: { wildcards: true, prefix: 'P', suffix: 'S', dropoutRate: 0.1, tagDropoutRate: 0.25 },
    });
    assert.match(text, /Line 1 of 2/);
    assert.match(text, /1 choice like/);
    assert.match(text, /caption_prefix: P/);
    assert.match(text, /In 10 % of samples the whole caption is left out/);
    assert.match(text, /left out of 25 % of samples/);
  });
  it('says what stops training, and that nothing trains', () => {
    assert.match(describeText(''), /trains without words/);
    assert.match(describeText('\nx'), /trains without words/);
  });
  it('knows no limit where the longer encoder is not counted', () => {
    assert.match(describeText(long, { model: 'flux' }), /T5-XXL tokens are not counted\. It reads 511/);
    const settings = resolveSettings({ model: 'flux' });
    assert.equal(tagChances(effectiveOf(long, settings), settings), null);
  });
  it('gives every tag a chance between 0 and 1, and the same to tags of one length', () => {
    const settings = resolveSettings({ caption: { shuffle: true } });
    const chances = tagChances(effectiveOf(long, settings), settings) ?? [];
    assert.equal(chances.length, 41);
    for (const { chance } of chances) assert.ok(chance > 0 && chance < 1);
    assert.equal(chances[1].chance, chances[2].chance);
  });
});
