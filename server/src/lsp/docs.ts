import { existsSync } from 'node:fs';
import path from 'node:path';
import type { CodeDescription } from 'vscode-languageserver';
import { uriOf } from './locate.ts';

/** The pages about the rules, beside the folder of the built files. */
const pages = path.resolve(__dirname, '..', 'docs', 'rules');

let command: string | null = null;

/** Names the client's command that shows a rule's page; null where the client has none and opens the file itself. */
export function setDocsCommand(name: string | null): void {
  command = name;
}

/** What the code of a diagnostic links to: the page about the rule as it is installed. Nothing is fetched. */
export function docsOf(rule: string): CodeDescription | undefined {
  if (command !== null) return { href: `command:${command}?${encodeURIComponent(JSON.stringify([rule]))}` };
  const page = path.join(pages, `${rule}.md`);
  return existsSync(page) ? { href: uriOf(page) } : undefined;
}
