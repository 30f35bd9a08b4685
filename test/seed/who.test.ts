import assert from 'node:assert/strict';
import { apposedTo } from '../../server/src/tags/apposed.ts';
import { auditSet, ordinaryTags, trained } from './sets.ts';

const places = ['kitchen', 'forest', 'library', 'street', 'garden', 'cafe', 'bedroom'];
const girl = 'a young woman with black hair';
const boy = 'a teenage boy with short blond hair';

/** A sentence about the subject, each in another form; `who` stands behind the trigger. */
const said = (n: number, who: string): string =>
  [
    `An upper body shot of qvzt, ${who}, laughing in the ${places[n % 7]}.`,
    `With a cat close by, qvzt, ${who}, kneels in a ${places[(n * 3) % 7]} at night.`,
    `qvzt is ${who} and stands near a window of the ${places[(n * 2) % 7]}.`,
    `In the ${places[n % 7]}, qvzt, ${who}, reads a book.`,
  ][n % 4];

describe('Who a trigger is in sentences', () => {
  const looksOf = async (text: (n: number) => string): Promise<string | undefined> => {
    const { report } = await auditSet({ text: (n) => text(n) });
    return report.findings.find(({ rule }) => rule === 'mixed-subjects')?.message;
  };
  it('is told where captions disagree, with every attribute and the captions that say it', async () => {
    const message = await looksOf((n) => said(n, n % 4 === 1 || n % 8 === 2 ? boy : girl));
    assert.match(message ?? 'none', /gender is female \(20\), male \(12\)/);
    assert.match(message ?? 'none', /hair colour is black \(20\), blonde \(12\)/);
    assert.match(message ?? 'none', /age is young adult \(20\), teenager \(12\)/);
    const gender = await looksOf((n) => said(n, n % 4 === 0 ? 'a boy' : 'a woman'));
    assert.match(gender ?? 'none', /gender is female \(24\), male \(8\)/);
  });
  it('is counted once for each caption of tags, however many of them say it', async () => {
    const who = (n: number): string => (n % 3 ? '1girl, young woman' : '1boy, teenage boy');
    const message = await looksOf((n) => `qvzt, ${who(n)}, ${ordinaryTags(n).slice(0, 5).join(', ')}`);
    assert.match(message ?? 'none', /gender is female \(21\), male \(11\); age is young adult \(21\), teenager \(11\)/);
  });
  it('is one throughout where others stand beside them', async () => {
    assert.equal(await looksOf((n) => said(n, girl)), undefined);
    assert.equal(
      await looksOf((n) => `${said(n, girl)} ${n % 2 ? 'A boy walks past.' : 'An old man sits there.'}`),
      undefined,
    );
    assert.equal(await looksOf((n) => said(n, n % 2 ? 'a young girl' : 'a young woman')), undefined);
  });
  it('is what stands behind the name, and nobody else', () => {
    const valuesOf = (text: string): string[] | undefined => apposedTo(text, 'qvzt')?.looks.map(({ value }) => value);
    assert.deepEqual(valuesOf('a photo of qvzt, an old man with grey hair, beside a girl'), ['male', 'old', 'grey']);
    assert.deepEqual(valuesOf('qvzt woman in a red coat'), ['female']);
    assert.equal(valuesOf('qvzt hugging a boy'), undefined);
    assert.equal(valuesOf('qvzt with a woman'), undefined);
    assert.equal(valuesOf('qvzt and a man'), undefined);
    assert.deepEqual(valuesOf('qvzt, a woman holding a baby'), ['female']);
  });
});

describe('Style words of a prefix', () => {
  it('are the prefix’s: no caption is told to lose them, and the trigger is told to stand behind it', async () => {
    const set = trained({}, 'shuffle_caption = true\nkeep_tokens = 1\ncaption_prefix = "masterpiece, best quality, "');
    const { report } = await auditSet({ ...set, head: () => ['qvzt woman'] });
    const { x, y } = report.advice.playbook;
    assert.ok(!x.some(({ id }) => id === 'drop-style-tags'));
    assert.ok(!y.some(({ id }) => id === 'drop-style-tags-by-chance'));
    const prefix = y.find(({ id }) => id === 'no-style-prefix');
    assert.deepEqual(
      prefix?.settings.map(({ key, value }) => `${key} = ${value}`),
      ['caption_prefix = ""'],
    );
    assert.deepEqual(prefix?.equivalents['ai-toolkit'], []);
    const mismatch = report.findings.find(({ rule }) => rule === 'keep-tokens-mismatch');
    assert.match(mismatch?.message ?? 'none', /"masterpiece" of caption_prefix stands before "qvzt woman"/);
    const inCaptions = await auditSet({
      ...set,
      subset: 'shuffle_caption = true\nkeep_tokens = 1',
      head: () => ['masterpiece', 'qvzt woman'],
    });
    const told = inCaptions.report.findings.find(({ rule }) => rule === 'keep-tokens-mismatch');
    assert.match(told?.message ?? 'none', /"qvzt woman" stands behind "masterpiece"/);
    assert.ok(inCaptions.report.advice.playbook.x.some(({ id }) => id === 'drop-style-tags'));
  });
});

describe('A trigger within a long sentence', () => {
  it('is what is told to stand behind the limit, once for the folder, and only where it does', async () => {
    const long = `Small pebbles and dry leaves cover the ground${', several benches stand along a path'.repeat(9)}.`;
    const told = async (text: (n: number) => string): Promise<string[]> => {
      const { report } = await auditSet({
        ...trained({ pretrained_model_name_or_path: '"/m/sd_xl_base_1.0.safetensors"' }, 'shuffle_caption = false'),
        text: (n) => text(n),
      });
      return report.findings.flatMap(({ rule, message }) => (rule === 'late-key-tag' ? [message] : []));
    };
    const behind = await told(
      (n) => `In a ${places[n % 7]}. ${long} And there, in the ${places[(n * 3) % 7]}, stands the qvzt woman.`,
    );
    assert.deepEqual(behind, [
      '32 of 32 captions: The trigger "qvzt" stands behind token 75 here and never trains. Move it forward.',
    ]);
    assert.deepEqual(await told((n) => `The qvzt woman stands in a ${places[n % 7]} while ${long}`), []);
  });
});

describe('Dropped captions', () => {
  it('are to be fewer where the trigger goes with them', async () => {
    const stepOf = async (subset: string): Promise<string[] | undefined> => {
      const { y } = (await auditSet(trained({}, subset))).report.advice.playbook;
      return y.find(({ id }) => id === 'drop-less')?.settings.map(({ key, value }) => `${key} = ${value}`);
    };
    assert.deepEqual(await stepOf('shuffle_caption = true\nkeep_tokens = 2\ncaption_dropout_rate = 0.5'), [
      'caption_dropout_rate = 0.05',
    ]);
    assert.deepEqual(await stepOf('shuffle_caption = true\ncaption_tag_dropout_rate = 0.5'), ['keep_tokens = 1']);
    assert.equal(await stepOf('shuffle_caption = true\nkeep_tokens = 2\ncaption_dropout_rate = 0.05'), undefined);
  });
});

describe('Tags that hardly ever stand apart', () => {
  it('are not said to never do', async () => {
    const apart = async (every: number): Promise<string | undefined> => {
      const { report } = await auditSet({
        times: 2,
        tags: (n) => (n % every === every - 1 ? ordinaryTags(n) : [...ordinaryTags(n), 'school uniform']),
      });
      return report.findings.find(({ rule }) => rule === 'trigger-lock-in')?.message;
    };
    assert.match((await apart(1000)) ?? 'none', /never comes without school uniform/);
    assert.match((await apart(64)) ?? 'none', /hardly ever comes without school uniform 63\/64/);
  });
});
