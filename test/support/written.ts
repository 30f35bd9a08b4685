import { auditMarked } from './check.ts';

/** What a rule writes in the last of some captions; null where it is silent there. */
export async function written(rule: string, texts: readonly string[]): Promise<string | null> {
  const source = texts.map((text, at) => `// set/${at}.txt\n${text}`).join('\n');
  const { findings } = await auditMarked(source);
  const found = findings.filter((one) => one.rule === rule && one.file === `set/${texts.length - 1}.txt`);
  return found[0]?.fixes?.[0].edits[0].edits[0].newText ?? null;
}
