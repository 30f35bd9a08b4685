import { type RuleGroup, type RuleScope, ruleGroups } from '../../server/src/rules/rule.ts';

export interface NewRule {
  /** Names the bad pattern: lower case words with hyphens. */
  readonly id: string;
  readonly group: RuleGroup;
  readonly scope: RuleScope;
}

export const registryFile = 'server/src/rules/registry.ts';
const scopes: readonly RuleScope[] = ['caption', 'caption-file', 'folder', 'image', 'config'];

/**
 * The files of a new rule, by path from the project's root: the rule, its page, and the registry with it.
 * @param registry the present text of the registry
 * @throws Error with what is wrong with the wish
 */
export function scaffold({ id, group, scope }: NewRule, registry: string): Map<string, string> {
  if (!/^[a-z]+(?:-[a-z]+)*$/.test(id)) throw new Error(`"${id}" is not a rule id: use lower case words with hyphens.`);
  if (!ruleGroups.includes(group)) throw new Error(`There is no group "${group}". Groups: ${ruleGroups.join(', ')}.`);
  if (!scopes.includes(scope)) throw new Error(`There is no scope "${scope}". Scopes: ${scopes.join(', ')}.`);
  if (registry.includes(`/${id}.ts'`)) throw new Error(`There is a rule "${id}" already.`);
  return new Map([
    [`server/src/rules/${group}/${id}.ts`, ruleFile(id, group, scope)],
    [`docs/rules/${id}.md`, page()],
    [registryFile, withRule(registry, id, group)],
  ]);
}

/** What is left to write, and the test that fails until it is there. */
export function whatIsLeft({ id, group }: NewRule): string[] {
  return [
    `server/src/rules/${group}/${id}.ts: what it finds, its summary, and why with the source (types fail until then)`,
    'server/src/advice/evidence.ts: a row for each failure mode it is evidence for (test/advice/assess.test.ts)',
    `docs/rules/${id}.md: sections and examples, also of text that looks alike and is right (test/rules/docs.test.ts)`,
    'l10n/ja: its summary and messages (test/project/l10n.test.ts)',
    'test/rules: each threshold from both sides (npm run mutants:thresholds)',
    'npm run generate: its settings, and the head of its page (npm run check)',
  ];
}

const camel = (id: string): string => id.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

function ruleFile(id: string, group: RuleGroup, scope: RuleScope): string {
  const name = camel(scope);
  const context = `${name[0].toUpperCase()}${name.slice(1)}Context`;
  return `import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import type { ${context} } from '../context.ts';
import { ${name}Rule } from '../define.ts';

export default ${name}Rule({
  id: '${id}',
  group: '${group}',
  severity: 'info',
  fix: 'none',
  summary: ,
  why: ,
  *check(context: ${context}): Iterable<Draft> {
  },
});
`;
}

function page(): string {
  const sections = ['What', 'Why', 'Example', 'Use instead', 'Fix', 'Options'];
  return `\n\n${sections.map((title) => `## ${title}\n`).join('\n')}`;
}

/** The registry with one more rule: its import in the order of the paths, its place behind the last rule of its group. */
function withRule(registry: string, id: string, group: RuleGroup): string {
  const name = camel(id);
  const lines = registry.split('\n');
  const pathOf = (line: string): string | null => /^import \w+ from '(\.\/[^']+)';$/.exec(line)?.[1] ?? null;
  const path = `./${group}/${id}.ts`;
  const imports = lines.flatMap((line, at) => (pathOf(line)?.split('/').length === 3 ? [at] : []));
  const before = imports.find((at) => (pathOf(lines[at]) as string) > path) ?? imports[imports.length - 1] + 1;
  const inGroup = imports
    .filter((at) => pathOf(lines[at])?.startsWith(`./${group}/`))
    .map((at) => /^import (\w+)/.exec(lines[at])?.[1]);
  const last = lines.findLastIndex((line) => inGroup.includes(/^ {2}(\w+),$/.exec(line)?.[1]));
  if (last < 0) throw new Error(`${registryFile} lists no rule of the group "${group}".`);
  return [
    ...lines.slice(0, before),
    `import ${name} from '${path}';`,
    ...lines.slice(before, last + 1),
    `  ${name},`,
    ...lines.slice(last + 1),
  ].join('\n');
}
