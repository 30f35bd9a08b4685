import assert from 'node:assert/strict';
import { assess, type Risk } from '../../server/src/advice/assess.ts';
import { dataAdvice } from '../../server/src/advice/data/index.ts';
import { evidenceTable, failureModesOf } from '../../server/src/advice/evidence.ts';
import { explainMode } from '../../server/src/advice/explain.ts';
import { playbookFor } from '../../server/src/advice/filter.ts';
import { advise } from '../../server/src/advice/index.ts';
import { metricIds } from '../../server/src/advice/metrics.ts';
import { symptoms } from '../../server/src/advice/modes.ts';
import { advisedEpochs } from '../../server/src/advice/numbers.ts';
import { playbook } from '../../server/src/advice/playbook.ts';
import { settingsAdvice } from '../../server/src/advice/settings/index.ts';
import { failureModes } from '../../server/src/ground/finding.ts';
import { ruleById, rules } from '../../server/src/rules/registry.ts';
import { TRAINER_ARGUMENTS } from '../../server/src/trainers/sd-scripts/config/arguments.ts';
import { DATASET_OPTIONS } from '../../server/src/trainers/sd-scripts/config/dataset-options.ts';
import { factsOf } from './facts.ts';

const riskOf = (risks: readonly Risk[], mode: string): Risk => {
  const found = risks.find((risk) => risk.mode === mode);
  assert.ok(found);
  return found;
};

describe('assess', () => {
  it('takes what was not measured for neither good nor bad', () => {
    for (const risk of assess(factsOf({}))) {
      assert.equal(risk.level, 'none');
      assert.deepEqual(risk.evidence, []);
      assert.ok(risk.notEvaluated.length > 0);
    }
    const measured = assess(factsOf({ metrics: { 'over-limit-share': 0 } }));
    assert.ok(!riskOf(measured, 'prompt-sensitivity').notEvaluated.includes('over-limit-share'));
  });

  it('reaches each level at its threshold, not before', () => {
    const levelAt = (share: number): string =>
      riskOf(assess(factsOf({ metrics: { 'over-limit-share': share } })), 'prompt-sensitivity').level;
    assert.deepEqual([0, 0.009, 0.01, 0.099, 0.1, 0.299, 0.3, 1].map(levelAt), [
      'none',
      'none',
      'low',
      'low',
      'elevated',
      'elevated',
      'high',
      'high',
    ]);
    const effective = (share: number): string =>
      riskOf(assess(factsOf({ metrics: { 'effective-image-share': share } })), 'memorization').level;
    assert.deepEqual([1, 0.95, 0.85, 0.7].map(effective), ['none', 'low', 'elevated', 'high']);
  });

  it('adds up evidence about different things only', () => {
    const same = assess(factsOf({ metrics: { 'background-top-share': 0.95, 'background-effective-tags': 1 } }));
    assert.equal(riskOf(same, 'memorization').level, 'elevated');
    const two = assess(factsOf({ metrics: { 'background-top-share': 0.95, 'framing-top-share': 0.96 } }));
    assert.equal(riskOf(two, 'memorization').level, 'high');
    const three = assess(
      factsOf({ metrics: { 'background-top-share': 0.75, 'framing-top-share': 0.85, 'pose-top-share': 0.85 } }),
    );
    assert.equal(riskOf(three, 'memorization').level, 'low');
  });

  it('names value, threshold and files of each piece', () => {
    const files = Array.from({ length: 25 }, (_, n) => `${n}.txt`);
    const rules = { 'contradictory-tags': { findings: 40, files, captions: { files, of: 100 } } };
    const [evidence] = riskOf(assess(factsOf({ rules })), 'prompt-sensitivity').evidence;
    assert.equal(evidence.text, 'contradictory-tags: 25 % of the captions (counts from 10 %)');
    assert.equal(evidence.value, 0.25);
    assert.equal(evidence.threshold, 0.1);
    assert.equal(evidence.fileCount, 25);
    assert.deepEqual(evidence.files, files.slice(0, 20));
    assert.equal(evidence.heuristic, true);
  });

  it('takes no share of fewer than 20 images for more than low, and what holds for any set as it is', () => {
    const metrics = { 'background-top-share': 1, 'framing-top-share': 1, 'effective-image-share': 0.8 };
    const level = (images: number, of: typeof metrics | { 'background-top-share': number }): string =>
      riskOf(assess(factsOf({ images, captions: images, metrics: of })), 'memorization').level;
    assert.equal(level(20, metrics), 'high');
    assert.equal(level(19, { 'background-top-share': 1 }), 'low');
    assert.equal(level(19, metrics), 'elevated');
    assert.ok(assess(factsOf({ images: 19 })).every(({ tooFew }) => tooFew));
    assert.ok(assess(factsOf({ images: 20 })).every(({ tooFew }) => !tooFew));
  });

  it('says what was not measured, by reason, and how to measure it', () => {
    const risk = riskOf(assess(factsOf({})), 'memorization');
    assert.deepEqual(risk.unmeasured.flatMap(({ ids }) => ids).sort(), risk.notEvaluated);
    const options = risk.unmeasured.find(({ need }) => need === 'configuration');
    assert.ok(options?.ids.includes('image-exposure'));
    assert.match(options?.how ?? '', /beside the dataset/);
  });

  it('calls sets of fewer than 30 images indicative', () => {
    assert.ok(assess(factsOf({ images: 29 })).every(({ indicative }) => indicative));
    assert.ok(assess(factsOf({ images: 30 })).every(({ indicative }) => !indicative));
    assert.ok(assess(factsOf({ images: 0, captions: 12 })).every(({ indicative }) => indicative));
  });

  it('names the failure modes of a rule from the same table, in one order', () => {
    for (const { id } of rules) {
      const modes = failureModesOf(id);
      assert.ok(modes.length > 0, `${id} is evidence for nothing`);
      for (const mode of failureModes)
        assert.equal(
          modes.includes(mode),
          evidenceTable[mode].some(({ from }) => 'rule' in from && from.rule === id),
          `${id}, ${mode}`,
        );
    }
    assert.deepEqual(failureModesOf('no-such-rule'), []);
  });

  it('weighs only rules that exist', () => {
    const rows = Object.values(evidenceTable).flat();
    for (const { from } of rows) if ('rule' in from) assert.ok(ruleById(from.rule), from.rule);
  });
});

describe('advised numbers', () => {
  it('counts epochs from the captions where no image trains yet', () => {
    assert.equal(advisedEpochs(factsOf({ subjects: 13, samplesPerEpoch: 0 })), 100);
    assert.equal(advisedEpochs(factsOf({ subjects: 13, samplesPerEpoch: 130 })), 10);
  });
});

describe('playbook', () => {
  const facts = factsOf({
    trigger: 'qvzt',
    classWord: 'woman',
    triggerCut: false,
    triggerPosition: 2,
    constantTags: ['masterpiece'],
    metrics: { 'constant-style-tags': 1, 'over-limit-share': 0.5, 'template-share': 0.95 },
  });
  const risks = assess(facts);

  it('follows the evidence when no symptom is ticked', () => {
    const { x, y } = playbook(risks, facts);
    assert.deepEqual(x[0].id, 'shorten-captions');
    assert.ok([...x, ...y].every(({ evidence }) => evidence.length > 0));
    assert.deepEqual(playbook(assess(factsOf({})), factsOf({})), { x: [], y: [] });
  });

  it('keeps to the failure modes of the ticked symptoms', () => {
    const { x, y } = playbook(risks, facts, ['style-sticks']);
    assert.equal(x[0].id, 'drop-style-tags');
    assert.ok([...x, ...y].every(({ modes }) => modes.includes('style-drift')));
    assert.deepEqual(playbook(risks, facts, ['no-such-symptom']), playbook(risks, facts));
  });

  it('has steps for every symptom, even without evidence', () => {
    const empty = factsOf({});
    for (const { id } of symptoms) {
      const { x, y } = playbook(assess(empty), empty, [id]);
      assert.ok(x.length > 0, id);
      assert.ok(y.length > 0, id);
    }
  });

  it('starts the work with what the dataset holds', () => {
    const { x, y } = playbook(risks, facts);
    const action = (id: string) => x.find((step) => step.id === id)?.action;
    assert.deepEqual(action('shorten-captions'), { kind: 'filter', expression: 'tokens>75' });
    assert.deepEqual(action('drop-style-tags'), {
      kind: 'bulk-edit',
      operation: { kind: 'remove', tags: ['masterpiece'] },
      filter: '',
    });
    const shuffle = y.find((step) => step.id === 'shuffle-and-drop');
    assert.equal(
      shuffle?.copy,
      '# dataset_config\nshuffle_caption = true\nkeep_tokens = 2\ncaption_tag_dropout_rate = 0.1',
    );
    assert.ok(shuffle?.equivalents.onetrainer.includes('text.keep_tags_count = 2'));
  });

  it('offers no longer limit where none is left', () => {
    const ids = (tokenLimit: number | null): string[] =>
      playbook(risks, { ...facts, tokenLimit, neededTokens: 190 }).y.map(({ id }) => id);
    assert.ok(ids(75).includes('longer-token-limit'));
    assert.ok(!ids(225).includes('longer-token-limit'));
  });

  it('can be filtered from the report alone', () => {
    const advice = advise(facts);
    assert.deepEqual(playbookFor(advice, new Set()), advice.playbook);
    const ticked = playbookFor(advice, new Set(['loss-nan']));
    assert.deepEqual(
      ticked.x.map(({ id }) => id).sort(),
      playbook(risks, facts, ['loss-nan'])
        .x.map(({ id }) => id)
        .sort(),
    );
  });
});

describe('advice tables', () => {
  it('write only options that the trainer has, with values of their type', () => {
    for (const entry of settingsAdvice) {
      for (const { file, key, value } of entry.settings(factsOf({}))) {
        const known = file === 'dataset_config' ? Object.hasOwn(DATASET_OPTIONS, key) : TRAINER_ARGUMENTS.has(key);
        assert.ok(known, `${entry.id}: ${key}`);
        const type = file === 'dataset_config' ? DATASET_OPTIONS[key].type : TRAINER_ARGUMENTS.get(key)?.type;
        if (type === 'int') assert.match(value, /^\d+$/, key);
        if (type === 'bool' || type === 'flag') assert.match(value, /^(true|false)$/, key);
        if (type === 'str') assert.match(value, /^"/, key);
      }
    }
  });
  it('are reached: every entry is called for by evidence of one of its modes, and every mode has X and Y', () => {
    for (const entry of [...dataAdvice, ...settingsAdvice]) {
      const ids = new Set(
        entry.modes.flatMap((mode) =>
          evidenceTable[mode].map(({ from }) => ('rule' in from ? from.rule : from.metric)),
        ),
      );
      for (const id of entry.because) assert.ok(ids.has(id), `${entry.id}: ${id} is no evidence for ${entry.modes}`);
      assert.ok(entry.because.length > 0, entry.id);
    }
    for (const mode of failureModes) {
      assert.ok(dataAdvice.some(({ modes }) => modes.includes(mode)));
      assert.ok(settingsAdvice.some(({ modes }) => modes.includes(mode)));
      assert.match(explainMode(mode), /## Evidence/);
    }
  });
  it('use every metric', () => {
    const used = new Set(
      Object.values(evidenceTable)
        .flat()
        .flatMap(({ from }) => ('metric' in from ? [from.metric] : [])),
    );
    assert.deepEqual(
      metricIds.filter((id) => !used.has(id)),
      [],
    );
  });
  it('have one row per rule and mode, and thresholds that rise', () => {
    for (const [mode, rows] of Object.entries(evidenceTable)) {
      const ids = rows.map(({ from }) => JSON.stringify(from));
      assert.equal(new Set(ids).size, ids.length, mode);
      for (const { from, at } of rows) {
        const given = [at.low, at.elevated, at.high].filter((value) => value !== undefined);
        const below = 'metric' in from && from.below;
        assert.deepEqual(
          given,
          [...given].sort((a, b) => (below ? b - a : a - b)),
          JSON.stringify(from),
        );
      }
    }
  });
});
