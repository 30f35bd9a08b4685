import assert from 'node:assert/strict';
import type { Finding } from '../../server/src/ground/finding.ts';
import { auditMarked } from './check.ts';

/** What changes from caption to caption. */
export const scenes = 'smile,hat,rain,garden,sword,book,cat,parasol,beach,street,cup,tree'.split(',');
/** What is said in the last caption of a folder of twelve like each other and that one, and how much of the others. */
export async function said(
  rule: string,
  usual: (scene: string) => string,
  odd: string,
  name = 'set',
): Promise<{ odd: readonly Finding[]; others: number }> {
  const source = [...scenes.map(usual), odd].map((text, at) => `// ${name}/${at}.txt\n${text}`).join('\n');
  const found = (await auditMarked(source)).findings.filter((finding) => finding.rule === rule && finding.file);
  const own = found.filter(({ file }) => file.endsWith(`/${scenes.length}.txt`));
  return { odd: own, others: found.length - own.length };
}

/** The rule tells the odd caption once, and no other. */
export async function finds(...args: Parameters<typeof said>): Promise<void> {
  const { odd, others } = await said(...args);
  assert.deepEqual([odd.length, others], [1, 0], args[2]);
}

/** The rule is silent on all. */
export async function passes(...args: Parameters<typeof said>): Promise<void> {
  const { odd, others } = await said(...args);
  assert.deepEqual([odd.map(({ message }) => message), others], [[], 0], args[2]);
}
