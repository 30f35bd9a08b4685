import { failureModesOf } from '../../server/src/advice/evidence.ts';
import { rules } from '../../server/src/rules/registry.ts';
import { type Rule, ruleGroups } from '../../server/src/rules/rule.ts';
import type { GeneratedFiles } from './files.ts';

const groupNames: Record<(typeof ruleGroups)[number], string> = {
  text: 'Caption text',
  tokens: 'Tokens',
  consistency: 'Consistency',
  trigger: 'Trigger and concepts',
  files: 'Files',
  images: 'Images',
  distribution: 'Distribution',
  config: 'Training configuration',
};

const headEnd = '<!-- The lines above are generated from the rule. -->';

/** Heads of docs/rules/*.md and their index. A page that does not exist yet is made with its head alone. */
export function rulePages(files: GeneratedFiles): void {
  for (const rule of rules) {
    const file = `docs/rules/${rule.id}.md`;
    const old = files.read(file);
    const at = old.indexOf(headEnd);
    const body = at >= 0 ? old.slice(at + headEnd.length) : `\n\n${old}`;
    files.put(file, `${head(rule)}${body.endsWith('\n') ? body : `${body}\n`}`);
  }
  files.put('docs/rules/README.md', index());
}

function head(rule: Rule): string {
  const modes = failureModesOf(rule.id).join(', ') || '–';
  return [
    `# ${rule.id}`,
    '',
    rule.summary,
    '',
    '| Group | Severity | Fix | Evidence for |',
    '|---|---|---|---|',
    `| ${groupNames[rule.group]} | ${rule.severity} | ${rule.fix} | ${modes} |`,
    '',
    headEnd,
  ].join('\n');
}

function index(): string {
  const lines = [
    '# Rules',
    '',
    'Severity can be set per folder with `tagmetry.rules`. Fixes marked *safe* change neither the tags nor their order.',
    '',
  ];
  for (const group of ruleGroups) {
    const own = rules.filter((rule) => rule.group === group);
    if (own.length === 0) continue;
    lines.push(`## ${groupNames[group]}`, '', '| Rule | Severity | Fix | What it reports |', '|---|---|---|---|');
    for (const rule of own)
      lines.push(`| [${rule.id}](${rule.id}.md) | ${rule.severity} | ${rule.fix} | ${rule.summary} |`);
    lines.push('');
  }
  return lines.join('\n');
}
