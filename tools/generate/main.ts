// Writes what follows from the code: settings of the manifest and their texts, the sidecar's schema, the heads of docs/rules/*.md with
// their index, and the drawing of the rooms, the tables of the failure map, the words that phrases of contradictions begin with. `npm run generate -- --check` changes nothing and fails when something is out of date.

import { z } from 'zod';
import { rules } from '../../server/src/rules/registry.ts';
import { sidecarSchema } from '../../server/src/settings/sidecar.ts';
import { drawing } from '../walls/rooms.ts';
import { configuration } from './configuration.ts';
import { failureModeTables } from './failure-modes.ts';
import { GeneratedFiles } from './files.ts';
import { firstWords } from './first-words.ts';
import { japaneseTexts } from './japanese.ts';
import { japaneseRules } from './japanese-pages.ts';
import { rulePages } from './pages.ts';
import { rulesSchema } from './rule-schema.ts';

const checkOnly = process.argv.includes('--check');
const files = new GeneratedFiles(checkOnly);

manifest();
sidecar();
rulePages(files);
files.put('server/src/tags/claims/data/first-words.generated.ts', firstWords());
japaneseRules(files);
files.putBetween(
  'docs/ARCHITECTURE.md',
  '<!-- rooms, the highest on top -->\n```',
  '```\n<!-- end of rooms -->',
  drawing(),
);
files.putBetween('docs/failure-modes.md', '<!-- statements -->\n', '\n<!-- end of statements -->', failureModeTables());
if (checkOnly && files.stale.length > 0) {
  console.error(`Out of date, run "npm run generate": ${files.stale.join(', ')}`);
  process.exitCode = 1;
} else for (const file of files.stale) console.log(`wrote ${file}`);

function manifest(): void {
  const json = JSON.parse(files.read('package.json'));
  json.contributes.configuration = configuration();
  files.put('package.json', `${JSON.stringify(json, null, 2)}\n`);
  const japanese = japaneseTexts();
  for (const [name, translate] of [
    ['package.nls.json', (summary: string) => summary],
    ['package.nls.ja.json', (summary: string) => japanese.get(summary) ?? summary],
  ] as const) {
    const texts = JSON.parse(files.read(name)) as Record<string, string>;
    for (const key of Object.keys(texts)) if (key.startsWith('rules.')) delete texts[key];
    for (const rule of rules) texts[`rules.${rule.id}`] = translate(rule.summary);
    files.put(name, `${JSON.stringify(texts, null, 2)}\n`);
  }
}

function sidecar(): void {
  const schema = z.toJSONSchema(sidecarSchema(), { io: 'input' }) as { properties: Record<string, unknown> };
  schema.properties.rules = {
    description: 'Severity per rule, or an object with `severity` and the rule’s options.',
    ...rulesSchema(({ summary }) => summary),
  };
  files.put('media/sidecar.schema.json', `${JSON.stringify(schema, null, 2)}\n`);
}
