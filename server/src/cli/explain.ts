import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { distance } from 'fastest-levenshtein';
import { explainMode, explainSymptoms } from '../advice/explain.ts';
import { symptomById, symptoms } from '../advice/modes.ts';
import { type FailureMode, failureModes } from '../ground/finding.ts';
import { t } from '../ground/l10n.ts';
import { ruleById, rules } from '../rules/registry.ts';
import { CannotRun } from './cannot-run.ts';
import { print } from './print.ts';

/** Pages of the rules, beside the folder of the built files. */
const pages = (): string => path.resolve(__dirname, '..', 'docs', 'rules');

/**
 * `tagmetry explain <rule | failure mode | symptom>`: the page of a rule, or what a failure mode, or that of a symptom, rests on and
 * what to do. `--symptoms` lists the symptoms.
 */
export async function runExplain(id: string | undefined, flags: { readonly symptoms?: boolean } = {}): Promise<void> {
  if (flags.symptoms) {
    print(`${explainSymptoms()}\n`);
    return;
  }
  if (id === undefined)
    throw new CannotRun(t('Name a rule, a failure mode or a symptom; --symptoms lists the symptoms.'));
  const known = id.trim().toLowerCase();
  const name = symptomById(known)?.mode ?? known;
  if ((failureModes as readonly string[]).includes(name)) {
    print(`${explainMode(name as FailureMode)}\n`);
    return;
  }
  const rule = ruleById(name);
  if (!rule) {
    const alike = similar(name, [
      ...rules.map((rule) => rule.id),
      ...failureModes,
      ...symptoms.map((symptom) => symptom.id),
    ]);
    const message = t('There is no rule, failure mode or symptom "{0}".', id);
    throw new CannotRun(alike.length === 0 ? message : `${message} ${t('Similar: {0}', alike.join(', '))}`);
  }
  const page = await readFile(path.join(pages(), `${rule.id}.md`), 'utf8').catch(() => null);
  print(page === null ? `# ${rule.id}\n\n${rule.summary}\n\n${rule.why}\n` : withoutComments(page));
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
