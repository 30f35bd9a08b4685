import assert from 'node:assert/strict';
import type { Advice } from '../../server/src/advice/index.ts';
import { conceptBleed } from './pairs/concepts.ts';
import { trainingInstability, weakSdxl } from './pairs/health.ts';
import { identityCollapse } from './pairs/identity.ts';
import { memorization } from './pairs/memorization.ts';
import { promptSensitivity } from './pairs/prompts.ts';
import { aiToolkit, musubi, oneTrainer, preset, runsOfDog, sdScripts } from './pairs/runs.ts';
import { auditPair, dog, girl, man, type Pair } from './pairs/sets.ts';
import type { Shown } from './pairs/shown.ts';
import { styleDrift } from './pairs/style.ts';

const pairs: readonly Shown[] = [
  ...memorization,
  ...conceptBleed,
  ...identityCollapse,
  ...promptSensitivity,
  ...styleDrift,
  ...trainingInstability,
  ...weakSdxl,
];

/** Sound sets: three subjects with words, layouts and captions of their own, and sound runs of each trainer over them. */
const sound: Readonly<Record<string, Pair>> = {
  'a dog': { subject: dog },
  ...Object.fromEntries(
    Object.entries(runsOfDog).map(([trainer, run]) => [`a dog, ${trainer}`, { subject: dog, run: run() }]),
  ),
  'a dog, musubi-tuner': { subject: dog, run: musubi('photos/trip 1', 'photos/trip 2', 'photos/trip 3') },
  'a man': { subject: man },
  'a man, sd-scripts': { subject: man, run: sdScripts(['img/12_tavrik man'], { captions: '.caption' }) },
  'a man, a preset of kohya_ss': { subject: man, run: preset('img', 5) },
  'a man, ai-toolkit': { subject: man, run: aiToolkit('img', { captions: '.caption' }) },
  'a girl': { subject: girl },
  'a girl, ai-toolkit': { subject: girl, run: aiToolkit('drawn') },
  'a girl, onetrainer': { subject: girl, run: oneTrainer('drawn') },
};

/** What holds of every set of one subject without a regularization set. */
const ofOneSubject = new Set([
  'class-hijack',
  'class-trigger-probability',
  'without-trigger-share',
  'missing-regularization',
]);

const levelOf = ({ risks }: Advice, { mode, evidence }: Shown) =>
  risks.find((risk) => risk.mode === mode)?.evidence.find(({ id }) => id === evidence)?.level ?? 'none';

describe('Failure map, on sets of other subjects, words, layouts and trainers', () => {
  for (const [name, pair] of Object.entries(sound))
    it(`${name}: a sound set has no risk above low, and no evidence but that of one subject alone`, async () => {
      const { report } = await auditPair(pair);
      for (const { mode, level, evidence } of report.advice.risks) {
        assert.ok(level === 'none' || level === 'low', `${mode} ${level}`);
        const more = evidence.filter(({ id }) => !ofOneSubject.has(id)).map(({ text }) => text);
        assert.deepEqual(more, [], mode);
      }
    });
  for (const shown of pairs)
    it(`${shown.mode}: ${shown.says}`, async () => {
      const { advice } = (await auditPair(shown.has)).report;
      const risk = advice.risks.find(({ mode }) => mode === shown.mode);
      assert.equal(
        levelOf(advice, shown),
        shown.level,
        risk?.evidence.map(({ level, text }) => `${level} ${text}`).join('; '),
      );
      assert.notEqual(risk?.level, 'none');
      // Something is to be done about it.
      const answers = [...advice.playbook.x, ...advice.playbook.y].some(({ evidence }) =>
        evidence.includes(shown.evidence),
      );
      assert.ok(answers || ofOneSubject.has(shown.evidence), `nothing answers ${shown.evidence}`);
    });
  it('what many share is no contradiction: cities, guests, several people, shades, framings that differ', async () => {
    const cities = ['new york', 'hong kong', 'san francisco'];
    const pairs: readonly Pair[] = [
      { subject: man, text: (n, text) => `${text}, ${cities[n % 3]}` },
      { subject: man, text: (n, text) => (n % 8 ? text : `${text}, oskar lindqvist`) },
      { subject: girl, said: (n, said) => (n % 2 ? said : { ...said, look: 'grey hair' }) },
      {
        subject: girl,
        text: (n, text) => (n % 3 ? text : text.replace('1girl', '2girls').replace('silver hair', 'black hair')),
      },
      { subject: girl, said: (n, said) => ({ ...said, view: ['portrait', 'upper body'][n % 2] ?? '' }) },
    ];
    for (const pair of pairs) {
      const { report } = await auditPair(pair);
      const told = report.findings.filter(({ rule }) => rule === 'mixed-subjects' || rule === 'framing-bias');
      assert.deepEqual(
        told.map(({ message }) => message),
        [],
      );
    }
  });
  it('places that are all outdoors are several backgrounds', async () => {
    const backgrounds = ({ advice }: { advice: Advice }): string[] =>
      advice.risks.flatMap(({ evidence }) => evidence.flatMap(({ about, id }) => (about === 'background' ? [id] : [])));
    const all = await auditPair({
      subject: girl,
      said: (_, said) => ({ ...said, place: `${said.place}, outdoors` }),
    });
    assert.deepEqual(backgrounds(all.report), []);
    const nowhere = await auditPair({ subject: girl, said: (_, said) => ({ ...said, place: 'outdoors' }) });
    assert.ok(backgrounds(nowhere.report).includes('background-top-share'));
  });
  it('a trigger in several folders is told once', async () => {
    const { report } = await auditPair({ subject: girl, said: (_, said) => ({ ...said, place: 'classroom' }) });
    for (const rule of ['class-hijack', 'trigger-lock-in'])
      assert.equal(report.findings.filter((finding) => finding.rule === rule).length, 1, rule);
  });
});
