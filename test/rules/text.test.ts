import assert from 'node:assert/strict';
import { fixAll, fixesOf } from '../../server/src/engine/fix-all.ts';
import { applyEdits } from '../../server/src/ground/edits.ts';
import { auditMarked, check } from '../support/check.ts';
import { fixed, only } from '../support/one-rule.ts';

const wildcards = { caption: { wildcards: true } };

describe('foreign-separator', () => {
  it('leaves semicolons of sentences alone', () =>
    check(
      '// a.txt\nSkyscrapers line a busy street; pedestrians cross at the lights, near a park.',
      only('foreign-separator'),
    ));
  it('leaves emoticons and HTML entities alone', () =>
    check(
      '// a.txt\n1girl, ;d, ;), rock &amp; roll, ;_;, steins;gate, makise kurisu (steins;gate)',
      only('foreign-separator'),
    ));
  it('leaves a separator that is configured alone', () =>
    check('// a.txt\nohwx、night', only('foreign-separator', { separator: '、' })));
  it('makes tags of what was glued', async () => {
    assert.equal(await fixed('foreign-separator', 'ohwx，night； city、rain'), 'ohwx, night, city, rain');
  });
});

describe('empty-tag', () => {
  it('is silent beside group separators and for separators alone', async () => {
    await check('// a.txt\nohwx man ||| night, city', only('empty-tag', { caption: { keepTokensSeparator: '|||' } }));
    await check('// a.txt\n,,,', only('empty-tag'));
    await check('//!<a.txt> empty-caption: Separators alone\n// a.txt\n, ,,', only('empty-caption'));
  });
  it('cleans both ends and the middle', async () => {
    assert.equal(await fixed('empty-tag', ', ohwx,, , night , ,'), 'ohwx, night');
  });
});

describe('ignored-line', () => {
  it('is silent where every line trains, and for blank lines', async () => {
    await check('// a.txt\nohwx\nnight', only('ignored-line', wildcards));
    await check('// a.txt\nohwx\nnight', only('ignored-line', { profile: 'onetrainer' }));
    await check('// a.txt\nohwx\nnight', only('ignored-line', { profile: 'ai-toolkit' }));
    await check('// a.txt\nohwx\n\n  \n', only('ignored-line'));
  });
  it('says of a folder once that lines are not read, and nothing of what the first lines have in common', async () => {
    const form = (at: number): string =>
      `// ${at}.txt\nsubject: qvzt fox\nhair: red\npose: way ${at}${at < 3 ? '' : '\nlight: soft'}`;
    const { findings } = await auditMarked(Array.from({ length: 12 }, (_, at) => form(at)).join('\n'));
    const ofForm = ['ignored-line', 'template-captions', 'missing-field', 'identical-captions'];
    assert.deepEqual(
      findings.filter(({ rule }) => ofForm.includes(rule)).map(({ rule, file }) => `${rule} ${file}`),
      ['ignored-line '],
    );
  });
  it('joins without making empty tags', async () => {
    assert.equal(await fixed('ignored-line', 'ohwx\n, night,\n\ncity'), 'ohwx, night, city');
  });
  it('takes out what is said to whoever asked', async () => {
    for (const remark of [
      '**Note:** I cannot tell who painted this.',
      'Note that the title is a guess.',
      'Unfortunately, I am unable to say more.',
    ])
      assert.equal(await fixed('ignored-line', `ohwx, night\n\n${remark}`), 'ohwx, night');
    assert.equal(await fixed('ignored-line', 'ohwx, night\nnote on a desk'), 'ohwx, night, note on a desk');
  });
});

describe('empty-caption', () => {
  it('is an error for 0 bytes under sd-scripts only', async () => {
    const empty = { bytes: { 'a.txt': new Uint8Array() } };
    const severity = async (settings = {}) =>
      (await check('// a.txt\n//! empty-caption', { ...only('empty-caption', settings), ...empty })).findings.find(
        ({ rule }) => rule === 'empty-caption',
      )?.severity;
    assert.equal(await severity(), 'error');
    assert.equal(await severity({ profile: 'onetrainer' }), 'warning');
  });
});

describe('underscore-tag', () => {
  it('is silent in a folder of one mind', async () => {
    await check('// a.txt\nlong_hair, blue_eyes\n// b.txt\nopen_mouth', only('underscore-tag'));
    await check('// a.txt\nlong hair, blue eyes\n// b.txt\nopen mouth', only('underscore-tag'));
  });
  it('is silent for faces, scores, triggers and a folder without a majority', async () => {
    await check('// a.txt\nlong hair, blue eyes, ^_^, o_o, score_9, __hair__', only('underscore-tag'));
    await check('// a.txt\nlong hair, blue_eyes', only('underscore-tag'));
    const triggers = [1, 2, 3, 4, 5, 6].map((n) => `// ${n}.txt\nmy_trigger, long hair, blue eyes`).join('\n');
    await check(triggers, only('underscore-tag'));
  });
  it('tells of a folder of two minds what it writes both ways, and nothing else', async () => {
    await check('// a.txt\nlong hair, blue eyes\n// b.txt\nopen_mouth, red_dress', only('underscore-tag'));
    const both =
      '// a.txt\nlong hair, blue eyes\n// b.txt\nlong_hair, red_dress\n//@0-9 underscore-tag: "long_hair" is 3 tokens, "long hair" in other captions is 2';
    await check(both, only('underscore-tag'));
  });
  it('follows the style that is asked for', () =>
    check(
      '// a.txt\n1girl, long hair\n//     ~~~~~~~~~ underscore-tag',
      only('underscore-tag', { rules: { 'underscore-tag': { style: 'underscore' } } }),
    ));
  it('keeps the brackets of a series', async () => {
    const text = 'saber_(fate), long hair, blue eyes, open mouth';
    assert.equal(await fixed('underscore-tag', text), text.replace('_', ' '));
  });
});

describe('duplicate-tag', () => {
  it('is silent across lines that are alternatives', () =>
    check('// a.txt\nohwx, night\nohwx, day', only('duplicate-tag', wildcards)));
  it('removes repeats around a group separator without joining the groups', async () => {
    const settings = { caption: { keepTokensSeparator: '|||' } };
    assert.equal(await fixed('duplicate-tag', 'ohwx ||| night, Ohwx, city', settings), 'ohwx ||| night, city');
    assert.equal(await fixed('duplicate-tag', 'ohwx ||| ohwx, city', settings), 'ohwx ||| city');
  });
});

describe('fixes', () => {
  it('touch only what they name', async () => {
    const text = '  ohwx,, night\r\nsecond line\r\n';
    const { index, settings } = await check(`// a.txt\nx`, { rule: 'none' });
    const { text: after } = fixAll(index, 'a.txt', text, settings, fixesOf('empty-tag'));
    assert.equal(after, '  ohwx, night\r\nsecond line\r\n');
    assert.equal(applyEdits(text, []), text);
  });
});
