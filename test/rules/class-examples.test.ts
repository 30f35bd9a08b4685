import assert from 'node:assert/strict';
import { auditMarked } from '../support/check.ts';

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
