import assert from 'node:assert/strict';
import { assess } from '../../server/src/advice/assess.ts';
import { dataAdvice } from '../../server/src/advice/data/index.ts';
import type { TrainingFacts } from '../../server/src/advice/facts.ts';
import type { Advice } from '../../server/src/advice/index.ts';
import { playbook } from '../../server/src/advice/playbook.ts';
import { rules } from '../../server/src/rules/registry.ts';
import { auditSet, type SeedSet, soundSubset, trained } from '../seed/sets.ts';
import { factsOf } from './facts.ts';

const adviceOn = async (set: SeedSet): Promise<Advice> => (await auditSet(set)).report.advice;
const only = (kind: RegExp, word: string): SeedSet => ({
  tags: (_, tags) => [word, ...tags.filter((tag) => !kind.test(tag))],
});
const poses = /^(?:sitting|standing|walking|running|lying|kneeling|jumping)$/;
const framings = /^(?:portrait|upper body|full body|cowboy shot|close-up)$/;
const actionOf = ({ playbook: { x } }: Advice, id: string) => x.find((step) => step.id === id)?.action;
const whyOf = ({ playbook: { x } }: Advice): string => x.find(({ id }) => id === 'vary-framing')?.why ?? '';
const copies: SeedSet = {
  text: (n, text) => (n % 2 ? 'qvzt, woman, garden, portrait, smile' : text),
  image: (n) => (n % 2 ? ['near:10_qvzt woman/0000.png:resized'] : ['opaque']),
};

describe('what a step of the playbook starts', () => {
  it('is about what the evidence is about', async () => {
    const sitting = await adviceOn(only(poses, 'sitting'));
    assert.deepEqual(actionOf(sitting, 'vary-framing'), { kind: 'filter', expression: 'has:sitting' });
    assert.match(whyOf(sitting), /"sitting" is in 32 of 32/);
    const near = await adviceOn(only(framings, 'close-up'));
    assert.deepEqual(actionOf(near, 'vary-framing'), { kind: 'filter', expression: 'has:close-up' });
    assert.match(whyOf(near), /"close-up" is in 32 of 32 captions: swap 13 images, or add 22 others/);
  });

  it('counts one framing under several words as one', async () => {
    const near = await adviceOn({
      tags: (n, tags) => [n % 3 === 0 ? 'face focus' : 'close-up', ...tags.filter((tag) => !framings.test(tag))],
    });
    assert.match(whyOf(near), /"close-up", "face focus": one framing in 32 of 32 captions: swap 13 images, or add 22/);
  });

  it('lists the captions whose colours the pictures do not have', async () => {
    const advice = await adviceOn({
      image: () => ['rgb:20:40:230'],
      tags: (n, tags) => [...tags, n % 9 === 8 ? 'hat' : 'red dress'],
    });
    const action = actionOf(advice, 'correct-colours');
    assert.ok(action?.kind === 'files' || (action?.kind === 'rules' && action.rules.includes('colour-contradiction')));
    assert.equal(actionOf(advice, 'resolve-contradictions'), undefined);
  });

  it('is the findings of each rule that calls for it, for every step and rule', () => {
    const known = new Set(rules.map(({ id }) => id));
    for (const entry of dataAdvice)
      for (const rule of entry.because.filter((id) => known.has(id))) {
        const files = ['a.txt'];
        const facts = factsOf({ rules: { [rule]: { findings: 1, files } } });
        const action = entry.action(facts, [rule]);
        if (action.kind === 'rules') assert.ok(action.rules.includes(rule), `${entry.id}: ${rule}`);
        if (action.kind === 'files') assert.deepEqual(action.files, files, `${entry.id}: ${rule}`);
      }
  });

  it('asks for words where no caption names the light, and for other light where it is one', async () => {
    const unnamed = await adviceOn({
      tags: (_, tags) => tags.filter((tag) => !/day|night|sunset|rain|snow|backlighting|brown/.test(tag)),
    });
    const ids = unnamed.playbook.x.map(({ id }) => id);
    assert.ok(ids.includes('name-light') && !ids.includes('vary-lighting'), ids.join());
  });
});

describe('what speaks for a risk', () => {
  it('is no option that merely has no effect, but one that leaves data out', async () => {
    const { report } = await auditSet(trained({}, `${soundSubset}\ntoken_warmup_min = 2`));
    assert.ok(report.findings.some(({ rule: id }) => id === 'ignored-config-option'));
    const idle = report.advice;
    const ofIdle = idle.risks.flatMap(({ evidence }) => evidence.map(({ id }) => id));
    assert.ok(!ofIdle.includes('ignored-config-option'));
    assert.ok(!idle.playbook.x.some(({ id }) => id === 'correct-configuration'));
    const rule = { findings: 2, warnings: 1, files: ['dataset.toml'] };
    const risks = assess(factsOf({ rules: { 'ignored-config-option': rule } }));
    assert.deepEqual(
      risks.flatMap(({ mode, evidence }) => evidence.map(({ value }) => [mode, value])),
      [['identity-collapse', 1]],
    );
  });

  it('says which finding tells it, where it is told once by another rule', async () => {
    const { report } = await auditSet(
      only(/^(?:forest|beach|street|kitchen|library|garden|bedroom|office)$/, 'bedroom'),
    );
    const told = new Set(report.findings.map(({ rule }) => rule));
    const pieces = report.advice.risks.flatMap(({ evidence }) => evidence);
    for (const { id, kind, text } of pieces) {
      if (kind !== 'rule' || told.has(id)) continue;
      const teller = /; (\S+) tells it$/.exec(text)?.[1];
      assert.ok(teller !== undefined && told.has(teller), text);
    }
    assert.ok(pieces.some(({ id }) => id === 'low-diversity'));
  });
});

describe('what a step sets', () => {
  it('is what it says: a rank and precision that hold already are not told to be unstable', async () => {
    const { y } = (await adviceOn({ ...trained({}), ...copies })).playbook;
    const steps = y.filter(({ id }) => id === 'stable-numbers' || id === 'damp-outliers');
    assert.deepEqual(
      steps.map(({ id, settings }) => [id, settings.map(({ key }) => key)]),
      [['damp-outliers', ['min_snr_gamma']]],
    );
  });

  it('says how many images need another colour, and how many regularization images train', async () => {
    const red = await adviceOn({ tags: (n, tags) => [['red dress', 'red coat'][n % 2] ?? '', ...tags] });
    const [colour] = red.playbook.x.filter(({ id }) => id === 'free-colour');
    assert.match(colour?.why ?? '', /It is in 32 of 32 captions: 13 images in another colour/);
    const [classes] = (await adviceOn({ ...trained({}), regularization: null })).playbook.x.filter(
      ({ id }) => id === 'add-regularization',
    );
    assert.match(classes?.why ?? '', /Up to \d+ of them train in an epoch/);
  });

  it('weighs no signal over noise where a model matches a flow, and trains no encoder there', async () => {
    const settings = { model: 'flux', profile: 'ai-toolkit' } as const;
    const { y } = (await adviceOn({ ...copies, settings })).playbook;
    const lines = y.flatMap(({ equivalents }) => equivalents['ai-toolkit']);
    assert.ok(lines.includes('train.max_grad_norm: 1.0'), lines.join('; '));
    assert.ok(!lines.some((line) => /min_snr|train_text_encoder: true/.test(line)), lines.join('; '));
  });

  it('says nothing of the length of a run that is stopped, and no reason that is not the run’s', async () => {
    const stopped = await adviceOn({
      ...only(/^(?:forest|beach|street|kitchen|library|garden|bedroom|office)$/, 'forest'),
      ...trained({ max_train_epochs: '4' }),
      image: (n) => (n === 3 ? ['empty'] : []),
    });
    const [step] = stopped.playbook.y.filter(({ id }) => id === 'stop-earlier');
    assert.ok(!step?.settings.some(({ key }) => key === 'max_train_epochs'));
    assert.doesNotMatch(step?.why ?? '', /epochs of/);
  });

  it('counts the steps of a regularization set that takes turns with the subject', () => {
    const training = (stepShare: number): TrainingFacts => ({
      values: new Map(),
      knowsOptions: true,
      stops: false,
      images: 30,
      samplesPerEpoch: 30,
      samplesPerStep: 1,
      stepShare,
      epochs: 1000,
      ratesPerEncoder: false,
    });
    const steps = [1, 0.5].map((share) => {
      const facts = factsOf({
        images: 30,
        samplesPerEpoch: 30,
        training: training(share),
        metrics: { 'image-exposure': 1000 },
      });
      const { y } = playbook(assess(facts), facts);
      return y.find(({ id }) => id === 'stop-earlier')?.equivalents['ai-toolkit'][0];
    });
    assert.deepEqual(steps, ['train.steps: 3000', 'train.steps: 6000']);
  });
});

describe('alpha and rank', () => {
  const levelOf = async (dim: number, alpha: number): Promise<string> => {
    const { risks } = await adviceOn(trained({ network_dim: String(dim), network_alpha: String(alpha) }));
    return risks.find(({ mode }) => mode === 'training-instability')?.level ?? '';
  };
  it('that do not go together speak for unstable numbers, faintly below the rank and clearly above it', async () => {
    assert.deepEqual(
      [await levelOf(16, 16), await levelOf(16, 8), await levelOf(16, 6), await levelOf(16, 1), await levelOf(16, 32)],
      ['none', 'none', 'low', 'low', 'elevated'],
    );
  });
  it('are told with what is set now, and what to set', async () => {
    const { y } = (await adviceOn(trained({ network_dim: '32', network_alpha: '1' }))).playbook;
    const step = y.find(({ id }) => id === 'stable-numbers');
    assert.match(step?.why ?? '', /Now: network_dim 32, network_alpha 1, mixed_precision bf16\./);
    assert.deepEqual(
      step?.settings.map(({ key, value }) => [key, value]),
      [['network_alpha', '32']],
    );
  });
});
