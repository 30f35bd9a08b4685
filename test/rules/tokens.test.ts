import assert from 'node:assert/strict';
import { countTokens } from '../../server/src/caption/clip/index.ts';
import { fixAll, fixesOf } from '../../server/src/engine/fix-all.ts';
import { auditMarked, check } from '../support/check.ts';

const common = 'ohwx man, long hair, very long hair, solo, green eyes, hat';
const rare = Array.from({ length: 40 }, (_, n) => `thing ${n}`).join(', ');
const folder = (last: string): string =>
  [1, 2, 3, 4, 5, 6]
    .map((n) => `// ${n}.txt\n${common}`)
    .join('\n')
    .concat(`\n// 7.txt\n${last}`);

async function trimmed(text: string, settings = {}): Promise<string> {
  const checked = await auditMarked(folder(text), { settings });
  return fixAll(checked.index, '7.txt', text, checked.settings, fixesOf('token-truncation')).text;
}

describe('token-truncation', () => {
  it('is silent at the limit and for models that read further', async () => {
    const full = `${'a, '.repeat(37)}a`;
    assert.equal(countTokens(full), 75);
    await check(`// a.txt\n${full}`, { rule: 'token-truncation' });
    await check(`// a.txt\n${full}, b`, { rule: 'token-truncation', settings: { tokenLimit: 150 } });
    await check(`// a.txt\n${full}, b`, { rule: 'token-truncation', settings: { model: 'flux' } });
  });
  it('counts what a prefix takes', async () => {
    const settings = { caption: { prefix: 'ohwx man,' } };
    const full = `${'a, '.repeat(37)}a`;
    await check(`// a.txt\n${full}\n//@108-112 token-truncation: 78 tokens, 75 train`, {
      rule: 'token-truncation',
      settings,
    });
  });
  it('trims repeats first, then implied tags, then the rarest, and never the trigger', async () => {
    const after = await trimmed(`${rare}, Long_Hair, ${common}`);
    assert.ok(countTokens(after) <= 75);
    assert.ok(after.endsWith('ohwx man, very long hair, solo, green eyes, hat'), after);
    assert.equal(after.match(/long hair/gi)?.length, 1);
    assert.ok(!after.includes('thing 39') && after.includes('thing 0,'), after);
  });
  it('takes no more than it must', async () => {
    const full = `${'a b, '.repeat(24)}ohwx man, c`;
    assert.equal(countTokens(full), 76);
    const text = `${Array.from({ length: 24 }, (_, n) => `${'abcdefghijklmnopqrstuvwxyz'[n]} b`).join(', ')}, ohwx man, c`;
    const after = await trimmed(text);
    assert.ok(countTokens(after) <= 75 && countTokens(after) > 71, after);
  });
  it('keeps a declared trigger within a phrase', async () => {
    const text = `${rare}, photo of zwx man`;
    const checked = await auditMarked(folder(text));
    checked.index.declare([{ trigger: 'zwx' }]);
    const after = fixAll(checked.index, '7.txt', text, checked.settings, fixesOf('token-truncation')).text;
    assert.ok(after.endsWith('photo of zwx man') && countTokens(after) <= 75, after);
  });
  it('does not grey the tail where captions are shuffled', async () => {
    const { findings } = await auditMarked(folder(rare), { settings: { caption: { shuffle: true } } });
    const [finding] = findings.filter(({ rule }) => rule === 'token-truncation');
    assert.equal(finding.mark, undefined);
  });
  it('keeps what keep_tokens protects', async () => {
    const after = await trimmed(`thing 99, ${rare}, ${common}`, { caption: { keepTokens: 1 } });
    assert.ok(after.startsWith('thing 99, '), after);
  });
});

describe('late-key-tag', () => {
  const late = `${rare}, ohwx man`;
  const rule = 'late-key-tag';
  it('is silent where the key tag stands in front, and in short captions', async () => {
    await check(folder(`ohwx man, ${rare}`), { rule });
    await check(folder('thing 1, ohwx man'), { rule });
    await check(folder('thing 1, ohwx man'), { rule, settings: { caption: { shuffle: true } } });
  });
  it('tells many of them in one finding, the trigger apart', async () => {
    const keys = ['hat', 'coat', 'scarf', 'boots', 'gloves'];
    const filler = Array.from({ length: 40 }, (_, n) => `thing ${n}`).join(', ');
    const captions = Array.from({ length: 12 }, (_, n) =>
      n === 0 ? `${filler}, ohwx, ${keys.join(', ')}` : `ohwx, ${keys.join(', ')}, thing ${n}`,
    );
    const source = captions.map((text, n) => `// ${n}.txt\n${text}`).join('\n');
    const settings = { concepts: [{ trigger: 'ohwx' }] };
    const { findings } = await auditMarked(source, { settings });
    const late = findings.filter(({ rule, file }) => rule === 'late-key-tag' && file === '0.txt');
    assert.equal(late.length, 2, late.map(({ message }) => message).join('\n'));
    assert.ok(late.some(({ message }) => message.startsWith('"ohwx"')));
    assert.ok(late.some(({ message }) => message.startsWith('5 tags of nearly every caption')));
  });
  it('offers to move it to the front', async () => {
    const { findings, index, settings } = await auditMarked(folder(late));
    const [finding] = findings.filter((found) => found.rule === rule);
    assert.match(finding.message, /behind token 75/);
    assert.equal(fixAll(index, '7.txt', late, settings, fixesOf(rule)).text, `ohwx man, ${rare}`);
  });
  it('gives the chance with shuffling, and is silent for what keep_tokens holds', async () => {
    const shuffled = await auditMarked(folder(late), { settings: { caption: { shuffle: true } } });
    const [finding] = shuffled.findings.filter((found) => found.rule === rule);
    const share = Number(/in (\d+) % of shuffles/.exec(finding.message)?.[1]);
    assert.ok(share > 40 && share < 75, finding.message);
    await check(folder(`ohwx man, ${rare}`), { rule, settings: { caption: { shuffle: true, keepTokens: 1 } } });
  });
});
