import assert from 'node:assert/strict';
import { applyEdits } from '../../server/src/ground/edits.ts';
import type { Finding } from '../../server/src/ground/finding.ts';
import { auditMarked } from '../support/check.ts';

const poses = 'standing,sitting,running,kneeling,waving,jumping,lying,reading,dancing,climbing,sleeping'.split(',');
const lights = 'softbox,overcast,neon,lamp light,harsh sun'.split(',');
const inLines = (pose: string, at: number): string =>
  `Subject: qvzt robot\nPose: ${pose}\nSetting: hall ${at}\nLight: ${lights[at % 5]}`;
const inOneLine = (pose: string, at: number): string => inLines(pose, at).replaceAll('\n', ', ').toLowerCase();

/** What is said of a caption among eleven others of a form, by rules of forms. */
async function said(form: (pose: string, at: number) => string, odd: string): Promise<readonly Finding[]> {
  const texts = [...poses.map(form), odd];
  const source = texts.map((text, at) => `// ${at}.txt\n${text}`).join('\n');
  return (await auditMarked(source)).findings.filter(
    ({ file, rule }) => file === '11.txt' && /^(?:missing-field|foreign-separator|fused-tags)$/.test(rule),
  );
}

/** The last caption of a form after the first fix of what is said of it. */
async function mended(form: (pose: string, at: number) => string, odd: string): Promise<string> {
  const [found, ...more] = await said(form, odd);
  assert.deepEqual(more, []);
  return applyEdits(odd, found.fixes?.[0].edits[0].edits ?? []);
}

describe('a form of several lines, of which the first trains', () => {
  const whole = inLines('bowing', 3);
  for (const [odd, message] of [
    [whole.replace(/\nSetting.*/, ''), 'No line for "setting" here, which 11 captions have'],
    [whole.replace(/Setting:.*/, 'Setting:'), '"setting" has no value here'],
    [whole.replace(/Setting:.*/, 'Setting: N/A'), '"setting" has no value yet, "N/A" stands in for it'],
    [whole.replace(/Pose:.*/, 'Pose: TODO'), '"pose" has no value yet, "TODO" stands in for it'],
    [whole.replace('Setting', 'Settign'), '"settign:" is "setting:" in 11 captions'],
    [whole.replaceAll(': ', ' = '), '"=" stands behind the names of the fields here, and ":" in 11 captions'],
    [whole.replaceAll(': ', ' - '), '"-" stands behind the names of the fields here'],
    [whole.replace('Setting: ', 'Setting = '), '"=" stands behind "setting" here, and ":" in 11 captions'],
    [`${whole}\nPose: sitting`, '"pose:" stands here 2 times: "bowing", "sitting"'],
  ] as const)
    it(`says as a hint: ${message}`, async () => {
      const [found, ...more] = await said(inLines, odd);
      assert.ok(found?.message.includes(message), found?.message);
      assert.equal(found.severity, 'hint');
      assert.deepEqual(more, []);
    });
  it('says nothing of a whole one, of other values, and of one written as sentences', async () => {
    assert.deepEqual(await said(inLines, whole), []);
    assert.deepEqual(await said(inLines, whole.replace(/Light:.*/, 'Light: none')), []);
    assert.deepEqual(await said(inLines, 'A qvzt robot bows.\nThe hall is bright.\nIts arms hang.'), []);
    assert.deepEqual(await said(inLines, `${whole}\nMood: calm`), []);
  });
  it('writes its marks like the others', async () =>
    assert.equal(await mended(inLines, whole.replaceAll(': ', '=')), whole));
  it('writes one mark like the others', async () =>
    assert.equal(await mended(inLines, whole.replace('Pose: ', 'Pose = ')), whole));
  it('tells a word that stands twice in a line, as a hint', async () => {
    const texts = [...poses.map(inLines), whole.replace('hall', 'wooden wooden hall')];
    const { findings } = await auditMarked(texts.map((text, at) => `// ${at}.txt\n${text}`).join('\n'));
    const told = findings.filter(({ rule }) => rule === 'repeated-word');
    assert.deepEqual(
      told.map(({ file, severity }) => [file, severity]),
      [['11.txt', 'hint']],
    );
  });
  it('does not ask whether the name of a field is the trigger', async () => {
    const photos = (file: string): string =>
      poses.map((pose, at) => `// ${at}.txt\n${file}\nsubject: brk bread ${pose}\nview: top ${at}`).join('\n');
    const asked = async (head: string): Promise<number> =>
      (await auditMarked(photos(head))).findings.filter(({ rule }) => rule === 'unconfirmed-trigger').length;
    assert.equal(await asked('type: photo'), 0);
  });
});

describe('a form of one line', () => {
  const whole = inOneLine('bowing', 3);
  for (const [odd, message] of [
    [whole.replace('setting: hall 3, ', ''), 'No "setting" here'],
    [whole.replace('setting: hall 3', 'setting:'), '"setting" has no value here'],
    [whole.replace('setting: hall 3', 'setting: '), '"setting" has no value here'],
    [whole.replace('pose: bowing', 'pose: bowing, pose: sitting'), '"pose:" stands here 2 times'],
    [whole.replaceAll(': ', '='), '"=" stands behind the names'],
    [
      whole.replace(', light:', ' light:'),
      'Nothing separates "light:" from the value before it. Write "," between them.',
    ],
  ] as const)
    it(`says: ${message}`, async () => {
      const [found, ...more] = await said(inOneLine, odd);
      assert.ok(found?.message.includes(message), found?.message);
      assert.deepEqual(more, []);
    });
  it('says nothing of a whole one', async () => assert.deepEqual(await said(inOneLine, whole), []));
  it('gets back its marks', async () => {
    assert.equal(await mended(inOneLine, whole.replaceAll(': ', '=')), whole);
    assert.equal(await mended(inOneLine, whole.replace(', light:', ' light:')), whole);
  });
});

describe('a field that other captions have', () => {
  const whole = (thing: string, at: number): string =>
    `qvzt motorcycle, view: front, tank: ${thing}, light: lamp ${at}`;
  const part = (thing: string, at: number): string =>
    `qvzt motorcycle, view: close-up, part: ${thing}, light: lamp ${at}`;
  const missing = async (texts: readonly string[]): Promise<string[]> =>
    (await auditMarked(texts.map((text, at) => `// ${at}.txt\n${text}`).join('\n'))).findings
      .filter(({ rule, file }) => rule === 'missing-field' && file !== '')
      .map(({ file }) => file);
  it('is not missing where several captions have another one instead of it', async () => {
    assert.deepEqual(await missing([...poses.map(whole), part('wheel', 1), part('saddle', 2)]), []);
  });
  it('is not missing where its value begins with a number, or has a colon in it', async () => {
    for (const value of ['1:87 scale', '3, worn', '"5:30"'])
      assert.deepEqual(await missing([...poses.map(whole), whole(value, 1)]), []);
  });
  it('that nobody knows the value of is an info, one to be written a warning', async () => {
    const severities = async (value: string): Promise<string[]> =>
      (
        await auditMarked([...poses.map(whole), whole(value, 1)].map((text, at) => `// ${at}.txt\n${text}`).join('\n'))
      ).findings
        .filter(({ rule }) => rule === 'captioner-artifact')
        .map(({ severity }) => severity);
    assert.deepEqual(await severities('unknown'), ['info']);
    assert.deepEqual(await severities('TBD'), ['warning']);
  });
  it('is left out where several captions have nothing to say of it', async () => {
    const detail = (at: number): string => `qvzt motorcycle, view: detail ${at}, light: lamp ${at}`;
    const forms = [...poses.map(whole), ...poses.map((pose, at) => whole(pose, at + 20))];
    assert.deepEqual(await missing([...forms, detail(1), detail(2)]), ['22.txt', '23.txt']);
    assert.deepEqual(await missing([...forms, detail(1), detail(2), detail(3), detail(4)]), []);
  });
  it('is another name of it where it only has an ending more, or forms call it so', async () => {
    const renamed = async (from: string, to: string): Promise<string[]> => {
      const texts = poses.map((pose, at) => whole(pose, at).replace(at < 2 ? `${from}:` : '-', `${to}:`));
      const { findings } = await auditMarked(texts.map((text, at) => `// ${at}.txt\n${text}`).join('\n'));
      return findings.filter(({ rule, file }) => rule === 'missing-field' && file !== '').map(({ message }) => message);
    };
    const told = '"tanking:" is "tank:" in 9 captions. Write it alike.';
    assert.deepEqual(await renamed('tank', 'tanking'), [told, told]);
    assert.equal((await renamed('view', 'camera angle')).length, 2);
    assert.deepEqual(await renamed('tank', 'saddle'), []);
  });
  it('is missing where nothing stands in its place, or what does stands beside it elsewhere', async () => {
    const without = (at: number): string => `qvzt motorcycle, view: close-up, light: lamp ${at}`;
    assert.deepEqual(await missing([...poses.map(whole), without(11)]), ['11.txt']);
    const both = (thing: string, at: number): string => whole(thing, at).replace('light', 'part: wheel, light');
    assert.deepEqual(await missing([...poses.map(both), part('saddle', 11), part('wheel', 12)]), ['11.txt', '12.txt']);
  });
});

describe('a form whose fields stand in different numbers of captions', () => {
  const at = (n: number): string =>
    `subject: qvzt robot, pose: ${poses[n]}, setting: hall ${n}${n < 9 ? `, light: ${lights[n % 5]}` : ''}, view: ${n % 2 ? 'side' : 'front'}`;
  it('counts those that have the missing one', async () => {
    const texts = [...poses.map((_, n) => at(n)), 'subject: qvzt robot, setting: hall 3, light: neon, view: side'];
    const { findings } = await auditMarked(texts.map((text, n) => `// ${n}.txt\n${text}`).join('\n'));
    const told = findings.filter(({ rule, file }) => rule === 'missing-field' && file === '11.txt');
    assert.deepEqual(
      told.map(({ message }) => message.split(':')[0]),
      ['No "pose" here, which 11 captions have'],
    );
  });
});
