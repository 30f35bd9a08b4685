import assert from 'node:assert/strict';
import iconv from 'iconv-lite';
import { fixAll, fixesOf } from '../../server/src/engine/fix-all.ts';
import { applyEdits } from '../../server/src/ground/edits.ts';
import { auditMarked, check } from '../support/check.ts';

const only = (rule: string, settings = {}) => ({ rule, settings });
const wildcards = { caption: { wildcards: true } };
const weighted = { caption: { weighted: true } };

/** The caption after the first fix of every finding of a rule. */
async function fixed(rule: string, text: string, settings = {}): Promise<string> {
  const checked = await check(`// a.txt\n${text}`, { rule: 'none', settings });
  return fixAll(checked.index, 'a.txt', text, checked.settings, fixesOf(rule)).text;
}

describe('undecodable-caption', () => {
  it('is silent for UTF-8 of any script', () =>
    check('// a.txt\nohwx, 猫, café, 😀, ภาพ', only('undecodable-caption')));
  it('names the encoding and offers it first', async () => {
    const checked = await check('// a.txt\n//! undecodable-caption: Not UTF-8', {
      ...only('undecodable-caption'),
      bytes: { 'a.txt': iconv.encode('1girl, 猫耳, ソファー', 'shift_jis') },
    });
    const [finding] = checked.findings.filter(({ rule }) => rule === 'undecodable-caption');
    assert.match(finding.message, /looks like Shift_JIS/);
    assert.equal(finding.severity, 'error');
    assert.deepEqual(finding.fixes?.[0].resave, { file: 'a.txt', from: 'shift_jis' });
  });
  it('sees UTF-16 without a mark, which happens to be valid UTF-8', () =>
    check('// a.txt\n//! undecodable-caption: UTF-16 without a mark', {
      ...only('undecodable-caption'),
      bytes: { 'a.txt': iconv.encode('ohwx man, night', 'utf-16le') },
    }));
});

describe('mojibake', () => {
  it('is silent for real text of many scripts', () =>
    check(
      '// a.txt\ncafé, naïve, Ångström, São Paulo, 東京, ずんだもん, 汉服, Ελλάδα, привет, 한복, “quoted”, 5 €, ±1, ½',
      only('mojibake'),
    ));
  it('repairs UTF-8 that was read as Shift_JIS or GB18030', async () => {
    for (const [encoding, text] of [
      ['shift_jis', '東北ずん子'],
      ['gb18030', '汉服美女'],
    ]) {
      const garbled = iconv.decode(Buffer.from(text), encoding);
      if (garbled.includes('\ufffd')) continue;
      assert.equal(await fixed('mojibake', `ohwx, ${garbled}, night`), `ohwx, ${text}, night`, encoding);
    }
  });
  it('marks what was lost for good, without a fix', async () => {
    const { findings } = await check('// a.txt\nohwx, caf\ufffd\n//@9-10 mojibake: U+FFFD', only('mojibake'));
    assert.equal(findings.find(({ rule }) => rule === 'mojibake')?.fixes, undefined);
  });
});

describe('invisible-character', () => {
  it('is silent for emoji sequences and for scripts that need joiners', () =>
    check('// a.txt\n👩\u200d💻, ❤\ufe0f, می\u200cخواهم, क्\u200dष, שלום\u200f', only('invisible-character')));
  it('is silent for tabs and full-width spaces, which can be seen', () =>
    check('// a.txt\nohwx,\tnight, 東　京', only('invisible-character')));
  it('puts a space where one was meant', async () => {
    assert.equal(await fixed('invisible-character', 'long\u00a0hair, \u200bnight\u200e'), 'long hair, night');
  });
  it('mends very many of them, and calls none safe where together they change the tags', async () => {
    for (const count of [64, 65, 3000])
      for (const [piece, separator, safety] of [
        ['a\u200b, ', ',', 'safe'],
        ['a,\u200b,', ',,', 'suggested'],
      ]) {
        const { findings } = await auditMarked(`// a.txt\n${piece.repeat(count)}b`, { settings: { separator } });
        const found = findings.filter(({ rule }) => rule === 'invisible-character');
        assert.equal(found.length, 1);
        assert.equal(found[0].fixes?.[0].edits[0].edits.length, count);
        assert.deepEqual([...new Set(found.map(({ fixes }) => fixes?.[0]?.safety))], [safety]);
      }
  });
});

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

describe('byte-order-mark', () => {
  it('is silent without one, and for one inside the text', async () => {
    await check('// a.txt\nohwx man', only('byte-order-mark'));
    await check('// a.txt\nohwx \ufeffman', only('byte-order-mark'));
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

describe('fused-tags', () => {
  it('takes no tag apart at its underscores', async () => {
    const folder = Array.from({ length: 12 }, (_, n) => `// ${n}.txt\n1boy, hat, lying, on_back, scarf ${n}`).join(
      '\n',
    );
    const { findings } = await auditMarked(`${folder}\n// 12.txt\n1boy, hat_on_back, cowboy_hat`);
    assert.deepEqual(
      findings.filter(({ rule }) => rule === 'fused-tags'),
      [],
    );
  });
  it('takes no name apart, in a form neither', async () => {
    const folder = Array.from(
      { length: 12 },
      (_, n) => `// ${n}.txt\nqvzt boat, view: side, place: Mars ${n}, worth`,
    ).join('\n');
    const { findings } = await auditMarked(`${folder}\n// 12.txt\nqvzt boat, view: side, place: Marsworth`);
    assert.deepEqual(
      findings.filter(({ rule }) => rule === 'fused-tags'),
      [],
    );
  });
  it('takes a word that nearly all captions have as a tag for one, beside a tag without a comma', async () => {
    const folder = (elves: number, odd: string): string =>
      [...Array.from({ length: 12 }, (_, n) => `${n < elves ? 'elf' : 'orc'}, pointy ears, hat ${n}`), odd]
        .map((text, n) => `// ${n}.txt\n${text}`)
        .join('\n');
    const told = async (elves: number) =>
      (await auditMarked(folder(elves, 'elf pointy ears, hat 12'))).findings
        .filter(({ rule }) => rule === 'fused-tags')
        .map(({ severity }) => severity);
    assert.deepEqual(await told(11), ['warning']);
    // That other captions have both says that they are likely two.
    assert.deepEqual(await told(9), ['info']);
  });
  for (const [fused, apart] of [
    ['seatbelt aviator sunglasses', 'seatbelt, aviator sunglasses'],
    ['earrings looking at viewer', 'earrings, looking at viewer'],
    ['gloves red dress', 'gloves, red dress'],
    ['beach long hair', 'beach, long hair'],
    ['apron half-closed eyes', 'apron, half-closed eyes'],
    ['kitchen open mouth', 'kitchen, open mouth'],
  ])
    it(`tells a word that no tag begins with from the tag behind it: ${fused}`, async () =>
      assert.equal(
        await fixed('fused-tags', `1girl, solo, hat, ${fused}, smile`),
        `1girl, solo, hat, ${apart}, smile`,
      ));
  for (const [fused, apart] of [
    ['puffy sleevescorset', 'puffy sleeves, corset'],
    ['corsetgold trim', 'corset, gold trim'],
    ['gold trimpuffy sleeves', 'gold trim, puffy sleeves'],
    ['long hairpuffy sleeves', 'long hair, puffy sleeves'],
  ])
    it(`tells two tags of the folder that have lost blank and comma: ${fused}`, async () => {
      const others = Array.from({ length: 3 }, (_, at) => `// ${at}.txt\nhat ${at}, puffy sleeves, gold trim, corset`);
      const { findings } = await auditMarked([...others, `// odd.txt\nhat, ${fused}, scarf`].join('\n'));
      assert.deepEqual(
        findings.filter(({ rule }) => rule === 'fused-tags').map(({ fixes }) => fixes?.[0].edits[0].edits[0].newText),
        [apart],
      );
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

describe('characters that look like others', () => {
  const told = async (text: string): Promise<string[]> =>
    (await auditMarked(`// a.txt\n${text}`)).findings
      .filter(({ rule }) => rule === 'invisible-character')
      .map(({ message }) => message.slice(0, message.indexOf(' and is')));
  it('are told with what they look like', async () => {
    assert.deepEqual(await told('ohwx, ｓｏｌｏ, night'), ['"ｓｏｌｏ" looks like "solo"']);
    assert.deepEqual(await told('ohwx, \u0430rmor, night'), ['"\u0430rmor" looks like "armor"']);
    assert.deepEqual(await told('ohwx, red \ufb02ower'), [
      '"red \ufb02ower" looks like "red flower"'.replace(/red /g, ''),
    ]);
    assert.deepEqual(await told('ohwx, \u{1d41b}\u{1d428}\u{1d425}\u{1d41d}'), [
      '"\u{1d41b}\u{1d428}\u{1d425}\u{1d41d}" looks like "bold"',
    ]);
    assert.equal(await fixed('invisible-character', 'ohwx, \u0430rmor'), 'ohwx, armor');
  });
  it('are left alone in text of their own script', async () => {
    assert.deepEqual(await told('ｏｈｗｘ、夜の街、ＡＢＣ'), []);
    assert.deepEqual(await told('кошка сидит на окне, сок'), []);
    assert.deepEqual(await told('α-lipoic, naïve, café, ½'), []);
  });
});
