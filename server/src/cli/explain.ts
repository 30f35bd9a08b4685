import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { distance } from 'fastest-levenshtein';
import { explainMode } from '../advice/explain.ts';
import { type FailureMode, failureModes } from '../ground/finding.ts';
import { t } from '../ground/l10n.ts';
import { ruleById, rules } from '../rules/registry.ts';
import { CannotRun } from './cannot-run.ts';

/** Pages of the rules, beside the folder of the built files. */
const pages = (): string => path.resolve(__dirname, '..', 'docs', 'rules');

/** `tagmetry explain <rule | failure mode>`: the page of a rule, or what a failure mode rests on and what to do. */
export async function runExplain(id: string): Promise<void> {
  const name = id.trim().toLowerCase();
  if ((failureModes as readonly string[]).includes(name)) {
    process.stdout.write(`${explainMode(name as FailureMode)}\n`);
    return;
  }
  const rule = ruleById(name);
  if (!rule) {
    const alike = similar(name, [...rules.map((known) => known.id), ...failureModes]);
    const message = t('There is no rule or failure mode "{0}".', id);
    throw new CannotRun(alike.length === 0 ? message : `${message} ${t('Similar: {0}', alike.join(', '))}`);
  }
  const page = await readFile(path.join(pages(), `${rule.id}.md`), 'utf8').catch(() => null);
  process.stdout.write(page === null ? `# ${rule.id}\n\n${rule.summary}\n\n${rule.why}\n` : withoutComments(page));
}

const withoutComments = (page: string): string => page.replace(/<!--.*?-->\n*/gs, '');

/** Ids that hold the text, or differ from it by a slip or two. */
export function similar(text: string, ids: readonly string[]): string[] {
  const reach = Math.max(2, Math.floor(text.length / 3));
  return ids
    .map((id) => ({ id, far: id.includes(text) || (text.length > 3 && text.includes(id)) ? 0 : distance(id, text) }))
    .filter(({ far }) => far <= reach)
    .sort((a, b) => a.far - b.far || (a.id < b.id ? -1 : 1))
    .slice(0, 5)
    .map(({ id }) => id);
}
