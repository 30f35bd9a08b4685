import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  configFormat,
  findInConfig,
  parseConfig,
  pathAt,
  rangeOfPath,
} from '../../../server/src/trainers/documents/document.ts';
import { toPlain } from '../../../server/src/trainers/documents/python-value.ts';
import { recognizeConfig } from '../../../server/src/trainers/sd-scripts/config/recognize.ts';
import { recogniseConfigText } from '../../../server/src/trainers/trainers.ts';

const toml = (text: string) => parseConfig(text, 'toml');
const json = (text: string) => parseConfig(text, 'json');

describe('configuration documents', () => {
  it('reads TOML with types and ranges', () => {
    const text =
      '[general]\nkeep_tokens = 1\n[[datasets]]\nresolution = [512, 768]\n  [[datasets.subsets]]\n  image_dir = "a"\n';
    const { root, errors } = toml(text);
    assert.deepEqual(errors, []);
    assert.deepEqual(toPlain(root), {
      general: { keep_tokens: 1 },
      datasets: [{ resolution: [512, 768], subsets: [{ image_dir: 'a' }] }],
    });
    const range = rangeOfPath(root, ['datasets', '0', 'subsets', '0', 'image_dir']);
    assert.equal(range && text.slice(range.start, range.end), 'image_dir');
    const value = findInConfig(root, ['datasets', '0', 'resolution'])?.value;
    assert.equal(value?.range && text.slice(value.range.start, value.range.end), '[512, 768]');
  });

  it('marks the parent when a key is missing', () => {
    const text = '[[datasets]]\n[[datasets.subsets]]\nnum_repeats = 1\n';
    const range = rangeOfPath(toml(text).root, ['datasets', '0', 'subsets', '0', 'image_dir']);
    assert.equal(range && text.slice(range.start, range.end), 'datasets.subsets');
  });

  it('tells what stands under the cursor', () => {
    const text = '[general]\nkeep_tokens = 1\n';
    assert.deepEqual(pathAt(toml(text).root, text.indexOf('tokens')), { path: ['general', 'keep_tokens'], on: 'key' });
    assert.deepEqual(pathAt(toml(text).root, text.indexOf('1')), { path: ['general', 'keep_tokens'], on: 'value' });
    assert.equal(pathAt(toml(text).root, 0), null);
  });

  for (const [name, text] of [
    ['a Windows path in double quotes', 'image_dir = "C:\\path"\n'],
    ['a repeated key', 'a = 1\na = 2\n'],
    ['a repeated table', '[general]\n[general]\n'],
    ['an array of two types', 'a = [1, 2.0]\n'],
    ['a byte-order mark before a table', '\uFEFF[general]\n'],
  ] as const) {
    it(`reports ${name} as the trainer's parser does`, () => {
      const { errors } = toml(text);
      assert.equal(errors.length, 1);
      assert.equal(errors[0]?.exception, 'TomlDecodeError');
    });
  }

  it('tells which error of Python a name used for two kinds ends with', () => {
    // Answers of `toml` 0.10.2.
    const cases: [string, string][] = [
      ['[x]\n[[x]]\n', 'AttributeError'],
      ["x = 'a'\n[[x]]\n", 'AttributeError'],
      ['datasets = {a=1}\n[[datasets]]\n', 'AttributeError'],
      ['[[datasets]]\nsubsets = 1\n[[datasets.subsets]]\n', 'AttributeError'],
      ['x = 1\n[x.y]\n', 'TypeError'],
      ['x=[1]\n[x.y]\n', 'TypeError'],
      ['[x.y]\n[[x]]\n', 'TomlDecodeError'],
      ['x=1.5\n[x]\n', 'TomlDecodeError'],
      ['[[x]]\n[x]\n', 'TomlDecodeError'],
      ['x=1\nx=2\n', 'TomlDecodeError'],
    ];
    for (const [text, exception] of cases) {
      assert.deepEqual(
        toml(text).errors.map((error) => error.exception),
        [exception],
        text,
      );
    }
  });

  it('takes keys of any letters without quotes, at their places', () => {
    const text = '日本 = 1\n[general]\né = "日本"\nkeep_tokens = 1\n日本 = 2\n';
    const { root, errors } = toml(text);
    assert.deepEqual(errors, []);
    assert.deepEqual(toPlain(root), { 日本: 1, general: { é: '日本', keep_tokens: 1, 日本: 2 } });
    const range = rangeOfPath(root, ['general', '日本']);
    assert.deepEqual(range, { start: text.lastIndexOf('日本'), end: text.lastIndexOf('日本') + 2 });
    assert.equal(toml('日本 = 1\n日本 = 2\n').errors.length, 1);
  });

  it('refuses a hexadecimal number right after the equals sign, as the trainer does', () => {
    assert.equal(toml('a =0x1F\n').errors.length, 1);
    assert.deepEqual(toml('a = 0x1F\n').errors, []);
  });

  it('goes on after a line with a fault', () => {
    const { root, errors } = toml('[general]\nkeep_tokens =\nflip_aug = tru\nshuffle_caption = true\n');
    assert.equal(errors.length, 2);
    assert.deepEqual(toPlain(root), { general: { shuffle_caption: true } });
  });

  it('reads JSON as Python does', () => {
    const { root, errors } = json('{"a": 1.0, "b": [true, null], "a": -Infinity, "c": NaN, "d": 10}');
    assert.deepEqual(errors, []);
    assert.equal(findInConfig(root, ['a'])?.value.type, 'float');
    assert.equal(toPlain(findInConfig(root, ['a'])!.value), Number.NEGATIVE_INFINITY);
    assert.equal(toPlain(findInConfig(root, ['c'])!.value), Number.NaN);
    assert.equal(findInConfig(root, ['d'])?.value.type, 'int');
    for (const text of ['{"a": 1,}', '{"a": 1} // no', '\uFEFF{}', '{"a": "\t"}', '', '[1', '{"a": tru}']) {
      assert.ok(json(text).errors.length > 0, text);
    }
  });

  it('decides the format by the ending', () => {
    assert.equal(configFormat('my.TOML'), 'toml');
    assert.equal(configFormat('a/b.json'), 'json');
    assert.equal(configFormat('a.yaml'), null);
  });

  it('recognises configurations by content', () => {
    assert.equal(recognizeConfig(toml('[[datasets]]\nresolution = 512\n'), 'toml'), 'dataset_config');
    assert.equal(recognizeConfig(toml('[a]\nnetwork_module = "networks.lora"\n'), 'toml'), 'config_file');
    assert.equal(recognizeConfig(toml('[package]\nname = "x"\nversion = "1"\nseed = 1\n'), 'toml'), null);
    for (const key of ['image_directory', 'video_jsonl_file'])
      for (const general of ['', '[general]\nresolution = [960, 544]\nbatch_size = 1\nenable_bucket = true\n']) {
        const text = `${general}[[datasets]]\n${key} = "x"\nbatch_size = 2\n`;
        const found = recogniseConfigText('/set/data.toml', text);
        assert.equal(found?.kind === 'ours' ? found.config.trainer : null, 'musubi-tuner', text);
      }
    assert.equal(recognizeConfig(json('{"LoRA_type":"Standard","seed":1,"network_dim":8}'), 'json'), 'gui-preset');
    assert.equal(recognizeConfig(json('{"name":"x"}'), 'json'), null);
  });

  it('ends where blank lines stand before a fault', () => {
    for (const text of ['\n\uFEFF', '\n\n \uFEFF=', '\n', '\uFEFF\n\uFEFF', '\n\n\n[', ' \n\u2028x'])
      assert.ok(parseConfig(text, 'toml').errors.every(({ range }) => range.end <= text.length));
  });

  it('never throws, and every range lies inside the text', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom(
        '[',
        ']',
        '[[datasets]]',
        '\n',
        '=',
        '"',
        "'",
        '{',
        '}',
        '\r',
        '\uFEFF',
        'a',
        '1',
        '.',
        '#',
        '\\',
        '"""',
        ',',
        ':',
      ),
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 30 }),
        fc.constantFrom('toml' as const, 'json' as const),
        (pieces, format) => {
          const text = pieces.join('');
          const { root, errors } = parseConfig(text, format);
          for (const { range } of errors) {
            assert.ok(0 <= range.start && range.start <= range.end && range.end <= text.length);
          }
          recognizeConfig({ root, errors }, format);
          pathAt(root, 0);
        },
      ),
      { numRuns: 500 },
    );
  });
});
