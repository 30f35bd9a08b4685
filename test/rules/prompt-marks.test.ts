import assert from 'node:assert/strict';
import { auditMarked, check } from '../support/check.ts';
import { fixed, only } from '../support/one-rule.ts';

const wildcards = { caption: { wildcards: true } };
const weighted = { caption: { weighted: true } };

describe('prompt-syntax', () => {
  it('leaves the placeholders of a trainer alone, and names them where they train as text', async () => {
    await check('// a.txt\n[trigger], night', only('prompt-syntax', { profile: 'ai-toolkit' }));
    await check('// a.txt\nA photo of [name] at night.', only('prompt-syntax', { profile: 'ai-toolkit' }));
    await check('// a.txt\n[trigger], night\n//@0-9 prompt-syntax', only('prompt-syntax'));
    await check('// a.txt\nA photo of [trigger] at night.\n//@11-20 prompt-syntax', only('prompt-syntax'));
    await check('// a.txt\n[trigger], night\n//@0-9 prompt-syntax', only('prompt-syntax', { profile: 'onetrainer' }));
  });
  it('names no option that the trainer does not have', async () => {
    const { findings } = await check(
      '// a.txt\nohwx, (night:1.2), {a|b}\n//    ~~~~~~~~~~~ prompt-syntax\n//                 ~~~~~ prompt-syntax',
      only('prompt-syntax', { profile: 'musubi-tuner' }),
    );
    assert.ok(findings.every(({ message }) => !/weighted_captions|enable_wildcard/.test(message)));
  });
  it('is silent for names, emoticons, plain brackets and times', () =>
    check(
      '// a.txt\nsaber (fate), name_(series), :), ;(, (o)_(o), >:(, 10:30, ratio 3:2, [ ], {x}, a__b, hat (red)',
      only('prompt-syntax'),
    ));
  it('is silent for what the trainer was told to understand', async () => {
    await check('// a.txt\n(night:1.2), [city], ((rain))', only('prompt-syntax', weighted));
    await check('// a.txt\n{day|night}, ohwx', only('prompt-syntax', wildcards));
  });
  it('still reports weights where the model has none', () =>
    check(
      '// a.txt\nohwx, (night:1.2)\n//    ~~~~~~~~~~~ prompt-syntax',
      only('prompt-syntax', { ...weighted, model: 'flux' }),
    ));
  it('is an error where a weight stops training', async () => {
    const { findings } = await check(
      '// a.txt\nohwx, (night:1.2.3)\n//@0-19 prompt-syntax',
      only('prompt-syntax', weighted),
    );
    assert.equal(findings.find(({ rule }) => rule === 'prompt-syntax')?.severity, 'error');
  });
  it('takes the syntax off', async () => {
    assert.equal(
      await fixed('prompt-syntax', '(ohwx man, night:1.2), BREAK, <lora:a:0.8>, ((city)), {rain|snow}'),
      'ohwx man, night, city, rain',
    );
  });
});

describe('what other programs read', () => {
  it('options of Midjourney are told and taken off, with the blank before them', async () => {
    assert.equal(await fixed('prompt-syntax', 'a hat on a shelf --ar 2:3 --v 6 --niji'), 'a hat on a shelf');
    await check('// a.txt\na well-known hat, 1990--2000, pre--war, a -- b, x--y', only('prompt-syntax'));
  });
  it('answers without a picture are refusals, wherever the trigger stands; sentences about information are none', async () => {
    for (const text of [
      'qzwx, The image does not contain enough information.',
      'There is no image provided.',
      'Please upload an image so that I can describe it.',
    ]) {
      const { findings } = await auditMarked(`// a.txt\n${text}`);
      assert.ok(
        findings.some(({ rule }) => rule === 'captioner-artifact'),
        text,
      );
    }
    const { findings } = await auditMarked(
      '// a.txt\nA woman stands at an information desk, and there is no image on the wall.',
    );
    assert.ok(!findings.some(({ rule }) => rule === 'captioner-artifact'));
  });
});

describe('escaped-parenthesis', () => {
  it('is silent for bare brackets, and for escaped ones where they are undone', async () => {
    await check('// a.txt\nsaber (fate), \\o/, :\\', only('escaped-parenthesis'));
    await check('// a.txt\nsaber \\(fate\\)', only('escaped-parenthesis', weighted));
  });
  it('says of a folder that always escapes that it does, once', async () => {
    const of = async (escaped: number) => {
      const captions = Array.from({ length: escaped }, (_, n) => `// ${n}.txt\nsaber \\(fate\\), ${n}`);
      const { findings } = await auditMarked(captions.join('\n'), only('escaped-parenthesis'));
      return findings.map(({ file, severity }) => `${severity} ${file}`);
    };
    assert.deepEqual(await of(2), ['info 0.txt', 'info 1.txt']);
    assert.deepEqual(await of(3), ['info ', 'hint 0.txt', 'hint 1.txt', 'hint 2.txt']);
  });
  it('unescapes, and escapes where brackets weigh', async () => {
    assert.equal(await fixed('escaped-parenthesis', 'saber \\(fate\\), night'), 'saber (fate), night');
    assert.equal(await fixed('escaped-parenthesis', 'saber (fate), night', weighted), 'saber \\(fate\\), night');
  });
});
