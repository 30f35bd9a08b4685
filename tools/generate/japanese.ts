import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from './files.ts';

/** Japanese by English text, read from the rooms' own files in l10n/ja: never from what a build made of them. */
export function japaneseTexts(): ReadonlyMap<string, string> {
  const folder = path.join(projectRoot, 'l10n', 'ja');
  const texts = readdirSync(folder).map(
    (name) => JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as Record<string, string>,
  );
  return new Map(texts.flatMap((table) => Object.entries(table)));
}
