// Writes what follows from the rule registry: the settings schema in package.json, the heads of docs/rules/*.md, their
// index. `npm run generate -- --check` changes nothing and fails when something is out of date.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { failureModesOf } from '../server/src/advice/evidence.ts';
import { severities } from '../server/src/ground/finding.ts';
import { rules } from '../server/src/rules/registry.ts';
import { type Rule, ruleGroups } from '../server/src/rules/rule.ts';
import { sidecarSchema } from '../server/src/settings/sidecar.ts';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const checkOnly = process.argv.includes('--check');
const stale: string[] = [];

function put(file: string, content: string): void {
  const full = path.join(root, file);
  if (existsSync(full) && readFileSync(full, 'utf8') === content) return;
  stale.push(file);
  if (!checkOnly) writeFileSync(full, content);
}

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

/** Schema of one rule's setting: a severity, or an object with it and the rule's options. */
function ruleSchema(rule: Rule): object {
  const severity = { type: 'string', enum: [...severities, 'off'] };
  const options = rule.options
    ? ((z.toJSONSchema(rule.options, { io: 'input' }) as { properties?: object }).properties ?? {})
    : {};
  return {
    markdownDescription: `%rules.${rule.id}%`,
    default: rule.severity,
    anyOf: [severity, { type: 'object', properties: { severity, ...options }, additionalProperties: false }],
  };
}

function manifest(): void {
  const file = 'package.json';
  const json = JSON.parse(readFileSync(path.join(root, file), 'utf8'));
  const properties = json.contributes.configuration.properties;
  properties['tagmetry.rules'].properties = Object.fromEntries(rules.map((rule) => [rule.id, ruleSchema(rule)]));
  put(file, `${JSON.stringify(json, null, 2)}\n`);
  for (const [name, translate] of [
    ['package.nls.json', (rule: Rule) => rule.summary],
    ['package.nls.ja.json', (rule: Rule) => japanese()[rule.summary] ?? rule.summary],
  ] as const) {
    const texts = JSON.parse(readFileSync(path.join(root, name), 'utf8')) as Record<string, string>;
    for (const key of Object.keys(texts)) if (key.startsWith('rules.')) delete texts[key];
    for (const rule of rules) texts[`rules.${rule.id}`] = translate(rule);
    put(name, `${JSON.stringify(texts, null, 2)}\n`);
  }
}

let bundle: Record<string, string> | null = null;
function japanese(): Record<string, string> {
  bundle ??= JSON.parse(readFileSync(path.join(root, 'l10n', 'bundle.l10n.ja.json'), 'utf8')) as Record<string, string>;
  return bundle;
}

const fixNames = { safe: 'safe', suggested: 'suggested', none: 'none' };

function head(rule: Rule): string {
  return [
    `# ${rule.id}`,
    '',
    rule.summary,
    '',
    '| Group | Severity | Fix | Evidence for |',
    '|---|---|---|---|',
    `| ${groupNames[rule.group]} | ${rule.severity} | ${fixNames[rule.fix]} | ${failureModesOf(rule.id).join(', ') || '–'} |`,
    '',
    '<!-- The lines above are generated from the rule. -->',
  ].join('\n');
}

/** Replaces the generated head of a page; a page that does not exist yet is made with empty sections for a writer. */
function page(rule: Rule): void {
  const file = `docs/rules/${rule.id}.md`;
  const full = path.join(root, file);
  const end = '<!-- The lines above are generated from the rule. -->';
  const old = existsSync(full) ? readFileSync(full, 'utf8') : '';
  const at = old.indexOf(end);
  const body = at >= 0 ? old.slice(at + end.length) : `\n\n${old}`;
  put(file, `${head(rule)}${body.endsWith('\n') ? body : `${body}\n`}`);
}

function index(): void {
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
      lines.push(`| [${rule.id}](${rule.id}.md) | ${rule.severity} | ${fixNames[rule.fix]} | ${rule.summary} |`);
    lines.push('');
  }
  put('docs/rules/README.md', lines.join('\n'));
}

function sidecar(): void {
  const schema = z.toJSONSchema(sidecarSchema, { io: 'input' }) as { properties: Record<string, unknown> };
  schema.properties.rules = {
    type: 'object',
    description: 'Severity per rule, or an object with `severity` and the rule’s options.',
    properties: Object.fromEntries(
      rules.map((rule) => {
        const { markdownDescription: _, ...rest } = ruleSchema(rule) as { markdownDescription: string };
        return [rule.id, { description: rule.summary, ...rest }];
      }),
    ),
    additionalProperties: false,
  };
  put('media/sidecar.schema.json', `${JSON.stringify(schema, null, 2)}\n`);
}

manifest();
sidecar();
for (const rule of rules) page(rule);
index();
if (checkOnly && stale.length > 0) {
  console.error(`Out of date, run "npm run generate": ${stale.join(', ')}`);
  process.exitCode = 1;
} else for (const file of stale) console.log(`wrote ${file}`);
