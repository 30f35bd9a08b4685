import assert from 'node:assert/strict';
import { auditMarked, type CheckOptions } from '../support/check.ts';

const places = ['beach', 'forest', 'kitchen', 'street', 'library'];
const times = (count: number, caption: (n: number) => string, folder: string): string =>
  Array.from({ length: count }, (_, n) => `// ${folder}/${n}.txt\n${caption(n)}\n`).join('');
const subject = times(
  12,
  (n) => `A photo of ohwx woman who is standing in the ${places[n % 5]} with bag ${n}.`,
  'images',
);

describe('a folder of the class without the trigger', () => {
  const rulesOf = async (other: (n: number) => string, classWord = 'woman'): Promise<string[]> => {
    const source = subject.replaceAll('woman', classWord) + times(3, other, 'general');
    const sidecar = `// .tagmetry.json\n${JSON.stringify({ concepts: [{ folders: ['images'], trigger: 'ohwx', classWord }] })}\n`;
    const { report } = await auditMarked(`\n${sidecar}${source}`, { settings: { model: 'sdxl' } });
    return report.findings.map(({ rule }) => rule);
  };
  const asked = ['missing-regularization', 'class-hijack'];

  it('shows the class as a regularization set does', async () => {
    const rules = await rulesOf((n) => `A woman in a red coat walks through the ${places[n]}.`);
    assert.ok(!rules.some((rule) => asked.includes(rule)), rules.join());
    const girls = await rulesOf((n) => `A girl in a red coat walks through the ${places[n]}.`, '1girl');
    assert.ok(!girls.some((rule) => asked.includes(rule)), girls.join());
  });

  it('is none where it shows something else, or the subject', async () => {
    for (const other of ['A dog runs through the', 'A photo of ohwx woman who sits in the'])
      assert.ok(
        (await rulesOf((n) => `${other} ${places[n]}.`)).some((rule) => asked.includes(rule)),
        other,
      );
  });

  it('is no concept that has to be as large as the subject', async () => {
    const folder = (of: (n: number) => string) =>
      `\n${subject.replaceAll('images/', '10_ohwx woman/')}${times(4, of, '2_x')}`;
    const rules = async (of: (n: number) => string): Promise<string[]> =>
      (await auditMarked(folder(of))).report.findings.map(({ rule }) => rule);
    const woman = await rules((n) => `A woman in a red coat walks through the ${places[n]}.`);
    assert.ok(!woman.includes('unbalanced-concepts'), woman.join());
    const dog = await rules((n) => `A dog runs through the ${places[n]}.`);
    assert.ok(dog.includes('unbalanced-concepts'), dog.join());
  });
});

describe('a set of the class that is not declared as one', () => {
  const named = (folder: string, count: number, of = (n: number) => `woman, ${places[n % 5]}, bag ${n}`) =>
    times(8, (n) => `ohwx woman, ${places[n % 5]}, hat ${n}`, '10_ohwx woman') + times(count, of, folder);
  const told = async (source: string, options: CheckOptions = {}): Promise<string[]> => {
    const { report } = await auditMarked(`\n${source}`, { settings: { model: 'sdxl' }, ...options });
    return report.findings.filter(({ rule }) => rule === 'undeclared-regularization').map(({ message }) => message);
  };

  it('is told from three images on', async () => {
    assert.deepEqual(await told(named('1_woman', 2)), []);
    assert.deepEqual(await told(named('1_woman', 3)), [
      '3 images of "woman" train as a subject of their own: this looks like a regularization set that is not declared as one (is_reg, reg_data_dir).',
    ]);
  });

  it('goes by the names a class has, and by captions without the trigger', async () => {
    for (const folder of ['1_women', '2_ohwx', '1_woman in a hat', 'woman', '1_man'])
      assert.deepEqual(await told(named(folder, 4)), [], folder);
    for (const folder of ['1_Woman', '1_a woman', '5_1woman', '1_womans'])
      assert.equal((await told(named(folder, 4))).length, 1, folder);
    assert.deepEqual(await told(named('1_woman', 4, (n) => `ohwx woman, ${places[n % 5]}, bag ${n}`)), []);
    assert.deepEqual(await told(named('1_woman', 4, (n) => `dog, ${places[n % 5]}, bag ${n}`)), []);
  });

  it('is none where it lies among regularization sets, or the trainer has none', async () => {
    assert.deepEqual(await told(named('reg/1_woman', 4)), []);
    assert.deepEqual(
      await told(named('1_woman', 4), { settings: { model: 'qwen-image', profile: 'musubi-tuner' } }),
      [],
    );
  });

  it('may be called one, where the configuration trains it as any other', async () => {
    const config = (declared: string): string =>
      `// set.toml\n[general]\ncaption_extension = ".txt"\n[[datasets]]\nresolution = 1024\n${['10_ohwx woman', 'reg']
        .map((folder) => `[[datasets.subsets]]\nimage_dir = "/set/${folder}"\n${folder === 'reg' ? declared : ''}`)
        .join('\n')}\n`;
    assert.equal((await told(named('reg', 4) + config(''))).length, 1);
    assert.deepEqual(await told(named('reg', 4) + config('is_reg = true\nclass_tokens = "woman"')), []);
  });
});
