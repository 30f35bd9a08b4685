// `npm run new-rule <id> -- --group text --scope caption`: makes the files of a new rule and says what is left to write.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { RuleGroup, RuleScope } from '../../server/src/rules/rule.ts';
import { projectRoot } from '../generate/files.ts';
import { registryFile, scaffold, whatIsLeft } from './scaffold.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { group: { type: 'string', default: 'text' }, scope: { type: 'string', default: 'caption' } },
});
const wish = { id: positionals[0] ?? '', group: values.group as RuleGroup, scope: values.scope as RuleScope };
try {
  for (const [file, text] of scaffold(wish, readFileSync(path.join(projectRoot, registryFile), 'utf8'))) {
    const full = path.join(projectRoot, file);
    mkdirSync(path.dirname(full), { recursive: true });
    writeFileSync(full, text);
    console.log(`wrote ${file}`);
  }
  console.log(
    ['', 'Left to write, with what fails until then:', ...whatIsLeft(wish).map((line) => `- ${line}`)].join('\n'),
  );
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
