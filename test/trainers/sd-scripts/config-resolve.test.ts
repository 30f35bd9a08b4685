import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseConfig } from '../../../server/src/trainers/documents/document.ts';
import { toPlain } from '../../../server/src/trainers/documents/python-value.ts';
import { TRAINER_ARGUMENTS } from '../../../server/src/trainers/sd-scripts/config/arguments.ts';
import { parseCommandLine } from '../../../server/src/trainers/sd-scripts/config/command-line.ts';
import { DATASET_OPTIONS } from '../../../server/src/trainers/sd-scripts/config/dataset-options.ts';
import { changedArguments, resolveConfig } from '../../../server/src/trainers/sd-scripts/config/resolve.ts';
import { validateConfigFile, validateDatasetConfig } from '../../../server/src/trainers/sd-scripts/config/validate.ts';
import { sharedPath } from '../../shared.ts';
import { failuresIn } from './fixture-rows.ts';

const toml = (text: string) => parseConfig(text, 'toml');
const SUBSET = '[[datasets]]\nresolution = 512\n[[datasets.subsets]]\nimage_dir = "/a"\n';

describe('resolved configuration', () => {
  it('agrees with the trainer on every recorded configuration', async function () {
    const file = sharedPath('trainer/fixtures/config.jsonl');
    if (!file) this.skip();
    assert.deepEqual(await failuresIn(file, (await import('../../../tools/conformance/config.ts')).default), []);
  });

  it('takes a value from the nearest level that has one', () => {
    const levels = fc.record({
      subset: fc.option(fc.nat(9)),
      dataset: fc.option(fc.nat(9)),
      general: fc.option(fc.nat(9)),
      option: fc.option(fc.nat(9)),
    });
    fc.assert(
      fc.property(levels, fc.boolean(), ({ subset, dataset, general, option }, inFile) => {
        const line = (value: number | null) => (value === null ? '' : `keep_tokens = ${value}\n`);
        const text = `[general]\n${line(general)}[[datasets]]\nresolution = 512\n${line(dataset)}[[datasets.subsets]]\nimage_dir = "/a"\n${line(subset)}`;
        const resolved = resolveConfig({
          datasetConfig: toml(text),
          configFile: inFile ? toml(line(option)) : null,
          argv: inFile || option === null ? [] : ['--keep_tokens', String(option)],
        });
        assert.equal(resolved.error, null);
        const params = resolved.datasets?.[0]?.subsets[0];
        assert.equal(params?.values.keep_tokens, subset ?? dataset ?? general ?? option ?? 0);
        const from =
          subset !== null ? 'subset' : dataset !== null ? 'dataset' : general !== null ? 'general' : 'option';
        assert.equal(params?.sources.keep_tokens?.from, from);
      }),
    );
  });

  it('reads the command line as argparse does', () => {
    const parse = (...words: string[]) => parseCommandLine(words);
    assert.equal(toPlain(parse('--min_snr', '5').value!.get('min_snr_gamma')!), 5);
    assert.equal(toPlain(parse('--keep_tokens=-1').value!.get('keep_tokens')!), -1);
    assert.deepEqual(toPlain(parse('--text_encoder_lr', '1e-5', '5e-6').value!.get('text_encoder_lr')!), [1e-5, 5e-6]);
    assert.equal(toPlain(parse('--lr_warmup_steps', '10%').value!.get('lr_warmup_steps')!), 0.1);
    for (const words of [
      ['--keep_tok', '2'],
      ['--max_token_length', '75'],
      ['--shuffle_caption', 'true'],
      ['--shuffle_caption=true'],
      ['--keep_tokens'],
      ['--keep_tokens', '1.5'],
      ['--text_encoder_lr1', '1e-5'],
      ['folder'],
      ['--caption_prefix', '--', 'x'],
    ]) {
      assert.equal(parse(...words).error?.exception, 'SystemExit', words.join(' '));
    }
  });

  it('keeps unknown keys of a config_file and lets the command line win', () => {
    const resolved = resolveConfig({
      configFile: toml('[a]\nkeep_tokens = 1\nkeep_tokns = 2\n'),
      argv: ['--keep_tokens', '3'],
    });
    assert.equal(resolved.error, null);
    assert.deepEqual(resolved.unknown, ['keep_tokns']);
    assert.deepEqual(changedArguments(resolved.args!), { keep_tokens: 3 });
  });

  it('never throws on any command line', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string(), fc.constantFrom('--resolution', '--', '-1', '--net', '-h', '=')), {
          maxLength: 8,
        }),
        (argv) => {
          resolveConfig({ argv });
        },
      ),
    );
  });
});

describe('configuration problems', () => {
  it('accepts a valid dataset_config', () => {
    assert.deepEqual(validateDatasetConfig(toml(SUBSET)), []);
  });

  it('marks every fault, also behind the first', () => {
    const text = `[general]\nkeep_token = 1\ntrain_batch_size = 2\n${SUBSET}is_reg = 1\n[[datasets.subsets]]\nbatch_size = 4\n[[datasets]]\nvalidation_split = 0\n`;
    const found = validateDatasetConfig(toml(text)).map(
      ({ kind, range }) => `${kind} ${text.slice(range!.start, range!.end)}`,
    );
    assert.deepEqual(found, [
      'unknown-key keep_token',
      'unknown-key train_batch_size',
      'wrong-type is_reg',
      'unknown-key batch_size',
      'missing-key datasets.subsets',
      'wrong-type validation_split',
    ]);
  });

  it('says where a misplaced key belongs', () => {
    const messages = validateDatasetConfig(toml(`${SUBSET}resolution = 768\nmax_token_length = 150\n`)).map(
      (p) => p.message,
    );
    assert.match(messages[0]!, /\[general\], \[\[datasets\]\]/);
    assert.match(messages[1]!, /command line/);
  });

  it('says nothing of values that work though the command line would refuse them', () => {
    const kinds = (text: string) =>
      validateConfigFile(parseConfig(text, 'toml')).map(({ kind, path }) => [kind, path[0]]);
    const common = 'network_dim = 8\nlearning_rate = 1e-4\n';
    for (const text of ['max_token_length = 75', 'dynamo_backend = "no"', 'cache_latents_to_disk = 1', 'xformers = 0'])
      assert.deepEqual(kinds(`${common}${text}\n`), [], text);
    for (const [text, kind] of [
      ['max_token_length = 76', 'not-a-choice'],
      ['dynamo_backend = "no"\ntorch_compile = true', 'not-a-choice'],
      ['cache_latents_to_disk = 2', 'wrong-type'],
      ['xformers = "yes"', 'wrong-type'],
    ] as const)
      assert.deepEqual(kinds(`${common}${text}\n`)[0], [kind, text.split(' ')[0]], text);
  });

  it('tells what the kohya_ss form leaves in its file from a slip of the pen', () => {
    const kinds = (text: string) =>
      validateConfigFile(parseConfig(text, 'toml')).map(({ kind, path }) => [kind, path[0]]);
    const mark = 'noise_offset_type = "Original"\nlearning_rate = 1e-4\nnetwork_dim = 8\n';
    assert.deepEqual(kinds(`${mark}epoch = 4\n`), [
      ['left-by-form', 'noise_offset_type'],
      ['left-by-form', 'epoch'],
    ]);
    assert.deepEqual(kinds('learning_rate = 1e-4\nnetwork_dim = 8\nepoch = 4\n'), [['unknown-option', 'epoch']]);
    assert.deepEqual(kinds(`${mark}epochs = 4\n`)[1], ['unknown-option', 'epochs']);
  });

  it('shows what a config_file hides', () => {
    const text =
      'keep_tokns = 2\nresolution = 1024\nbucket_reso_steps = "64"\nmax_token_length = 100\nseed = "x"\nt5xxl = "a"\nlearning_rate = 1\n';
    const found = validateConfigFile(toml(text)).map(({ stage, kind, path: at }) => [stage, kind, at.join('.')]);
    assert.deepEqual(found, [
      [null, 'unknown-option', 'keep_tokns'],
      ['prepare_dataset_args', 'wrong-type', 'resolution'],
      ['dataset_config', 'wrong-type', 'bucket_reso_steps'],
      [null, 'not-a-choice', 'max_token_length'],
      [null, 'wrong-type', 'seed'],
    ]);
  });
});

describe('tables of options', () => {
  it('agree where an option exists in both places', () => {
    for (const [key, option] of Object.entries(DATASET_OPTIONS)) {
      const argument = TRAINER_ARGUMENTS.get(option.argument ?? key);
      if (!argument) continue;
      assert.equal(
        argument.default || option.default ? argument.default : option.default,
        option.default || argument.default,
        key,
      );
    }
  });
});
