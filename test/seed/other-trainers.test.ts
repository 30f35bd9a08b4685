import assert from 'node:assert/strict';
import type { RiskLevel } from '../../server/src/advice/assess.ts';
import type { Advice } from '../../server/src/advice/index.ts';
import { wordsFor } from '../../server/src/advice/playbook.ts';
import type { FailureMode } from '../../server/src/ground/finding.ts';
import { greyPng } from '../support/png.ts';
import { auditSet, type SeedSet, subjectFolder } from './sets.ts';

/** What differs between runs, as each trainer writes it. */
interface Run {
  readonly rank?: number;
  readonly alpha?: number;
  /** Times each of 32 images is trained. */
  readonly uses?: number;
  readonly rate?: number;
  /** 0: the text encoder does not train. */
  readonly encoderRate?: number;
  readonly varies?: boolean;
}

const sound = { rank: 16, alpha: 16, uses: 60, rate: 1e-4, encoderRate: 1e-5, varies: true };

const aiToolkit = (run: Run): SeedSet => {
  const { rank, alpha, uses, rate, encoderRate, varies } = { ...sound, ...run };
  return {
    regularization: null,
    files: {
      'job.yaml': `job: extension
config:
  name: made
  process:
    - type: sd_trainer
      training_folder: output
      network:
        type: lora
        linear: ${rank}
        linear_alpha: ${alpha}
      datasets:
        - folder_path: "/set/${subjectFolder}"
          caption_ext: txt
          resolution: 1024
          token_dropout_rate: ${varies ? 0.1 : 0}
          num_repeats: 2
      train:
        batch_size: 2
        steps: ${16 * uses}
        lr: ${rate}
        train_text_encoder: ${encoderRate > 0}
        text_encoder_lr: ${encoderRate}
      model:
        name_or_path: base
        arch: sdxl
`,
    },
  };
};

const oneTrainer = (run: Run, encoders: readonly number[] = []): SeedSet => {
  const { rank, alpha, uses, rate, encoderRate, varies } = { ...sound, ...run };
  const [first, second] = encoders.length > 0 ? encoders : [encoderRate, encoderRate];
  return {
    regularization: null,
    files: {
      'config.json': JSON.stringify({
        __version: 11,
        training_method: 'LORA',
        model_type: 'STABLE_DIFFUSION_XL_10_BASE',
        resolution: '1024',
        batch_size: 2,
        epochs: uses,
        learning_rate: rate,
        lora_rank: rank,
        lora_alpha: alpha,
        text_encoder: { train: first > 0, learning_rate: first },
        text_encoder_2: { train: (second ?? 0) > 0, learning_rate: second },
        concepts: [
          {
            __version: 2,
            path: `/set/${subjectFolder}`,
            seed: 1,
            balancing: 1,
            text: { prompt_source: 'sample', enable_tag_shuffling: varies },
          },
        ],
      }),
    },
  };
};

const makers = { 'ai-toolkit': aiToolkit, onetrainer: oneTrainer };

const faults: readonly {
  readonly says: string;
  readonly run: Run;
  readonly mode: FailureMode;
  readonly evidence: string;
  readonly level: RiskLevel;
  /** The step that answers, in the words of each trainer. */
  readonly y: string;
  readonly words: Readonly<Record<keyof typeof makers, RegExp>>;
}[] = [
  {
    says: 'each image seen too often',
    run: { uses: 2000 },
    mode: 'memorization',
    evidence: 'image-exposure',
    level: 'high',
    y: 'stop-earlier',
    words: { 'ai-toolkit': /^train\.steps: 1600$/, onetrainer: /^epochs = 100, save/ },
  },
  {
    says: 'training too short',
    run: { uses: 3 },
    mode: 'identity-collapse',
    evidence: 'training-samples',
    level: 'elevated',
    y: 'train-longer',
    words: { 'ai-toolkit': /^train\.steps: 1600/, onetrainer: /^epochs = 100/ },
  },
  {
    says: 'a rank too large',
    run: { rank: 512, alpha: 512 },
    mode: 'memorization',
    evidence: 'rank-per-image',
    level: 'high',
    y: 'lower-rank',
    words: { 'ai-toolkit': /^network\.linear: 16/, onetrainer: /^lora_rank = 16/ },
  },
  {
    says: 'a rank too small',
    run: { rank: 1, alpha: 1 },
    mode: 'identity-collapse',
    evidence: 'network-rank',
    level: 'elevated',
    y: 'raise-rank',
    words: { 'ai-toolkit': /^network\.linear: 8/, onetrainer: /^lora_rank = 8/ },
  },
  {
    says: 'an alpha far below the rank',
    run: { alpha: 0.1 },
    mode: 'identity-collapse',
    evidence: 'alpha-share',
    level: 'elevated',
    y: 'raise-rank',
    words: { 'ai-toolkit': /linear_alpha/, onetrainer: /lora_alpha/ },
  },
  {
    says: 'a text encoder trained harder than the model',
    run: { encoderRate: 1e-3 },
    mode: 'concept-bleed',
    evidence: 'text-encoder-rate-ratio',
    level: 'high',
    y: 'spare-text-encoder',
    words: { 'ai-toolkit': /train_text_encoder: false/, onetrainer: /text_encoder\.learning_rate = 1e-5/ },
  },
  {
    says: 'a new trigger without a text encoder that trains',
    run: { encoderRate: 0 },
    mode: 'identity-collapse',
    evidence: 'untrained-text-encoder',
    level: 'low',
    y: 'train-text-encoder-lightly',
    words: { 'ai-toolkit': /train_text_encoder: true/, onetrainer: /text_encoder\.train = true/ },
  },
  {
    says: 'captions that never vary',
    run: { varies: false },
    mode: 'memorization',
    evidence: 'fixed-captions',
    level: 'low',
    y: 'shuffle-and-drop',
    words: { 'ai-toolkit': /token_dropout_rate: 0\.1/, onetrainer: /enable_tag_shuffling = true/ },
  },
];

const adviceOf = async (set: SeedSet): Promise<Advice> => (await auditSet(set)).report.advice;
const levelOf = ({ risks }: Advice, mode: FailureMode, evidence: string): RiskLevel =>
  risks.find((risk) => risk.mode === mode)?.evidence.find(({ id }) => id === evidence)?.level ?? 'none';

for (const [trainer, make] of Object.entries(makers))
  describe(`Settings as evidence: ${trainer}`, () => {
    it('a sound run is none, and nothing of it is unmeasured', async () => {
      const advice = await adviceOf(make({}));
      for (const { mode, evidence } of faults) assert.equal(levelOf(advice, mode, evidence), 'none', evidence);
      const needs = advice.risks.flatMap(({ unmeasured }) => unmeasured.map(({ need }) => need));
      assert.ok(!needs.includes('configuration') && !needs.includes('options'), needs.join(', '));
    });
    for (const { says, run, mode, evidence, level, y, words } of faults)
      it(says, async () => {
        const advice = await adviceOf(make(run));
        assert.equal(levelOf(advice, mode, evidence), level);
        const step = advice.playbook.y.find(({ id, evidence: because }) => id === y && because.includes(evidence));
        assert.ok(step, advice.playbook.y.map(({ id }) => id).join(', '));
        assert.match(wordsFor(step, trainer).join(', '), words[trainer as keyof typeof makers]);
      });
  });

/** The job of a trainer with a word of its own for the trigger. */
const withWord = (word: string, own: SeedSet = {}): SeedSet => {
  const made = aiToolkit({});
  const job = String(made.files?.['job.yaml']).replace(
    '      network:',
    `      trigger_word: "${word}"\n      network:`,
  );
  return { ...made, ...own, files: { 'job.yaml': job } };
};

describe('Settings as evidence: what only one trainer has', () => {
  it('ai-toolkit puts trigger_word before captions without it: none lacks its trigger', async () => {
    const without: SeedSet = { folder: subjectFolder, head: (n) => (n % 8 === 3 ? ['woman'] : ['qvzt', 'woman']) };
    const rulesOf = async (set: SeedSet) => (await auditSet(set)).report.findings.map(({ rule }) => rule);
    assert.ok(
      (await rulesOf({ ...aiToolkit({}), ...without, files: aiToolkit({}).files ?? {} })).includes('missing-trigger'),
    );
    assert.ok(!(await rulesOf(withWord('qvzt', without))).includes('missing-trigger'));
    const { report } = await auditSet(withWord('mxkr', without));
    assert.deepEqual(
      report.concepts.map(({ trigger, source }) => [trigger, source]),
      [['mxkr', 'config']],
    );
  });
  it('ai-toolkit: style words in trigger_word are on every sample', async () => {
    const plain = await adviceOf(withWord('qvzt'));
    assert.equal(levelOf(plain, 'style-drift', 'constant-style-tags'), 'none');
    const { report } = await auditSet(withWord('qvzt, masterpiece, best quality'));
    assert.equal(levelOf(report.advice, 'style-drift', 'constant-style-tags'), 'elevated');
    const step = report.advice.playbook.y.find(({ id }) => id === 'no-style-prefix');
    assert.deepEqual(step && wordsFor(step, 'ai-toolkit'), ['trigger_word: "qvzt"']);
    assert.match(
      report.findings.find(({ rule }) => rule === 'constant-style-tags')?.message ?? '',
      /masterpiece \(trigger_word\)/,
    );
  });
  it('a dataset that is marked as regularization is judged as such, for ai-toolkit and OneTrainer', async () => {
    const job = String(aiToolkit({}).files?.['job.yaml']).replace(
      '      train:',
      '        - folder_path: "/set/others"\n          resolution: 1024\n          is_reg: true\n      train:',
    );
    const config = JSON.parse(String(oneTrainer({}).files?.['config.json']));
    config.concepts.push({ __version: 2, path: '/set/others', seed: 1, type: 'PRIOR_PREDICTION' });
    const others = Object.fromEntries(
      Array.from({ length: 20 }, (_, n) => [
        [`others/${n}.txt`, 'woman'],
        [`others/${n}.png`, greyPng(1024, 1024, 60 + n)],
      ]).flat(),
    );
    for (const files of [{ 'job.yaml': job }, { 'config.json': JSON.stringify(config) }]) {
      const { report } = await auditSet({ regularization: null, files: { ...others, ...files } });
      const found = report.concepts.find(({ folder }) => folder === 'others');
      assert.equal(found?.regularization, true, Object.keys(files).join());
    }
  });
  it('OneTrainer goes through the images of the subject as often beside a regularization set', async () => {
    const config = JSON.parse(String(oneTrainer({}).files?.['config.json']));
    config.epochs = 1;
    const samplesWith = async (concepts: unknown[]): Promise<unknown> => {
      const files = {
        'config.json': JSON.stringify({ ...config, concepts: [...config.concepts, ...concepts] }),
        'others/0.txt': 'woman',
        'others/0.png': greyPng(1024, 1024, 60),
      };
      const { report } = await auditSet({ regularization: null, files });
      const evidence = report.advice.risks.flatMap((risk) => risk.evidence);
      assert.ok(!evidence.some(({ id }) => id === 'trained-epochs'));
      return evidence.find(({ id }) => id === 'training-samples')?.value;
    };
    const alone = await samplesWith([]);
    assert.ok(alone !== undefined);
    assert.equal(await samplesWith([{ __version: 2, path: '/set/others', seed: 1, type: 'PRIOR_PREDICTION' }]), alone);
  });
  it('OneTrainer gives each text encoder of SDXL its own rate', async () => {
    const shared = await adviceOf(oneTrainer({}, [5e-5, 5e-5]));
    assert.equal(levelOf(shared, 'weak-sdxl', 'shared-encoder-rate'), 'low');
    const apart = await adviceOf(oneTrainer({}, [5e-5, 2e-5]));
    assert.equal(levelOf(apart, 'weak-sdxl', 'shared-encoder-rate'), 'none');
  });
  const musubi = (run: Record<string, string> | null): SeedSet => ({
    regularization: null,
    files: {
      'dataset.toml': `[general]\nresolution = [1024, 1024]\ncaption_extension = ".txt"\n[[datasets]]\nimage_directory = "/set/${subjectFolder}"\nnum_repeats = 10\n`,
      ...(run === null
        ? {}
        : {
            'train.toml': Object.entries({
              ...{ dataset_config: '"dataset.toml"', dit: '"qwen_image.safetensors"', max_train_epochs: '6' },
              ...{ network_module: '"networks.lora_qwen_image"', network_dim: '16', network_alpha: '16' },
              ...{ learning_rate: '1e-4', mixed_precision: '"bf16"' },
              ...run,
            })
              .map(([key, value]) => `${key} = ${value}`)
              .join('\n'),
          }),
    },
  });
  it('the dataset file of musubi-tuner holds no network and no length, which its training options would say', async () => {
    const { report } = await auditSet(musubi(null));
    assert.equal(report.settings.profile, 'musubi-tuner');
    const ids = report.advice.risks.flatMap(({ evidence }) => evidence.map(({ id }) => id));
    assert.ok(!ids.includes('fixed-captions') && !ids.includes('network-rank'), ids.join(', '));
    const needs = report.advice.risks.flatMap(({ unmeasured }) => unmeasured.map(({ need }) => need));
    // It neither shuffles nor drops; the rest lies in a file that is not here.
    assert.ok(!needs.includes('configuration') && needs.includes('options') && needs.includes('trainer'), needs.join());
  });
  it('the training options of musubi-tuner are evidence, and advice is in its words', async () => {
    const sound = await adviceOf(musubi({}));
    for (const { mode, evidence } of faults) assert.equal(levelOf(sound, mode, evidence), 'none', evidence);
    const long = await adviceOf(musubi({ max_train_epochs: '200' }));
    assert.equal(levelOf(long, 'memorization', 'image-exposure'), 'high');
    const stop = long.playbook.y.find(({ id }) => id === 'stop-earlier');
    assert.match(stop ? wordsFor(stop, 'musubi-tuner').join(', ') : '', /max_train_epochs = 10/);
    const large = await adviceOf(musubi({ network_dim: '512', network_alpha: '512' }));
    assert.equal(levelOf(large, 'memorization', 'rank-per-image'), 'high');
    // Its text encoders are read before training and never train.
    assert.equal(levelOf(sound, 'concept-bleed', 'text-encoder-rate-ratio'), 'none');
  });
  it('a configuration of OneTrainer that cannot be brought up to date is told, and names its folders all the same', async () => {
    const made = oneTrainer({});
    const config = JSON.parse(String(made.files?.['config.json']));
    const old = { ...made, files: { 'config.json': JSON.stringify({ ...config, __version: 6 }) } };
    const { report } = await auditSet(old);
    assert.equal(report.settings.profile, 'onetrainer');
    assert.ok(report.findings.some(({ file, message }) => file === 'config.json' && /KeyError/.test(message)));
  });
});
