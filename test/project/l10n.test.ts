import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { rules } from '../../server/src/rules/registry.ts';
import { projectRoot } from '../shared.ts';

function sources(folder: string): string[] {
  const full = path.join(projectRoot, folder);
  if (!existsSync(full)) return [];
  return readdirSync(full).flatMap((name) => {
    const relative = path.join(folder, name);
    if (statSync(path.join(projectRoot, relative)).isDirectory()) return sources(relative);
    return name.endsWith('.ts') && !name.includes('.generated.') ? [relative] : [];
  });
}

/** Texts given to `t(…)` or `l10n.t(…)` as a literal. */
function keysOf(file: string): string[] {
  const text = readFileSync(path.join(projectRoot, file), 'utf8');
  return [
    ...text.matchAll(/(?<![\w.$])(?:vscode\.)?(?:l10n\.)?t\(\s*(?:'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)")/g),
  ].map((match) => (match[1] ?? match[2]).replace(/\\(['"\\])/g, '$1').replaceAll('\\n', '\n'));
}

const japanese = new Map<string, string>();
for (const name of readdirSync(path.join(projectRoot, 'l10n', 'ja')))
  for (const [key, value] of Object.entries(
    JSON.parse(readFileSync(path.join(projectRoot, 'l10n', 'ja', name), 'utf8')),
  ))
    japanese.set(key, value as string);

const placeholders = (text: string): string[] => [...new Set(text.match(/\{\d+\}/g) ?? [])].sort();

describe('Japanese', () => {
  it('has a translation of every text the product shows', () => {
    const keys = new Set([...sources('server/src'), ...sources('client/src'), ...sources('media')].flatMap(keysOf));
    for (const rule of rules) keys.add(rule.summary);
    assert.ok(keys.size > 0);
    assert.deepEqual(
      [...keys].filter((key) => !japanese.has(key)),
      [],
    );
  });
  it('keeps the placeholders of every text', () => {
    for (const [key, value] of japanese) assert.deepEqual(placeholders(value), placeholders(key), key);
  });
  it('has no exclamation marks, in either language', () => {
    for (const [key, value] of japanese) assert.doesNotMatch(`${key}${value}`, /[!！]/, key);
  });
  it('has the same keys in package.nls.json and package.nls.ja.json', () => {
    const read = (name: string) => Object.keys(JSON.parse(readFileSync(path.join(projectRoot, name), 'utf8'))).sort();
    assert.deepEqual(read('package.nls.ja.json'), read('package.nls.json'));
  });
});
