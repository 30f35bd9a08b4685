import assert from 'node:assert/strict';
import { auditMarked } from '../support/check.ts';

const at = (list: readonly string[], n: number): string => list[n % list.length];
const texts = (count: number, caption: (n: number) => string): string =>
  `\n${Array.from({ length: count }, (_, n) => `// ${n}.txt\n${caption(n)}\n`).join('')}`;

describe('the form of sentences', () => {
  it('is one whatever articles and prepositions go with what fills it', async () => {
    const worn = ['a coat', 'an apron', 'the uniform', 'a red dress'];
    const where = ['in a bedroom', 'on a beach', 'at the station'];
    const source = texts(
      30,
      (n) =>
        `This is a detailed photo of ohwx woman who is wearing ${at(worn, n)} and she is standing ${at(where, n)} in the picture.`,
    );
    const { report } = await auditMarked(source);
    assert.equal(report.metrics.template?.captions, 30, report.metrics.template?.form);
  });
  it('is another where the words are others', async () => {
    const source = texts(30, (n) =>
      n % 2
        ? `This is a detailed photo of ohwx woman who is wearing a coat number ${n} in the picture.`
        : `Here we can see how ohwx woman walks along the old street with bag ${n} in her hand.`,
    );
    const { report } = await auditMarked(source);
    assert.ok((report.metrics.template?.captions ?? 0) <= 15);
  });
});

describe('a phrase with the trigger at the end of sentences', () => {
  const things = ['a windmill', 'two owls', 'a coach', 'a fisherman', 'a storm', 'a girl', 'a skull', 'an abbey'];
  const told = async (end: string): Promise<boolean> => {
    const source = texts(24, (n) => `${at(things, n)} ${at(['on a hill', 'in a village', 'by the sea'], n)}, ${end}`);
    return (await auditMarked(source)).findings.some(({ rule }) => rule === 'template-captions');
  };
  it('is no template, and a longer one that all say is', async () => {
    assert.equal(await told('etched in vktone'), false);
    assert.equal(await told('seen from far away with a low sun behind it in vktone'), true);
  });
});

describe('what a lens blurs', () => {
  it('says nothing of framing', async () => {
    const source = texts(
      24,
      (n) => `ohwx, 1girl, ${at(['smile', 'frown'], n)}, blurry foreground, depth of field, hat ${n}`,
    );
    const { report } = await auditMarked(source);
    assert.equal(report.metrics.categories.framing.tags, 0);
    assert.ok(report.findings.some(({ rule, message }) => rule === 'missing-field' && message.includes('framing')));
  });
});
