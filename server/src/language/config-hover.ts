import type { TextRange } from '../ground/text.ts';
import { findInConfig, pathAt } from '../trainers/documents/document.ts';
import type { ConfigDocument } from '../trainers/documents/parsed.ts';
import type { ConfigRole } from '../trainers/sd-scripts/config/recognize.ts';
import { configOption, describeOption } from './config-option.ts';

/** What is known of the option at an offset: type, default, level, meaning. Markdown; null where no option stands. */
export function configHover(
  document: ConfigDocument,
  role: ConfigRole,
  offset: number,
): { markdown: string; range: TextRange } | null {
  const place = pathAt(document.root, offset);
  if (!place) return null;
  // Items of a list belong to the option that holds them.
  const path = [...place.path];
  while (path.length > 0 && /^\d+$/.test(path.at(-1) ?? '')) path.pop();
  const option = configOption(role, path.at(-1) ?? '');
  const entry = findInConfig(document.root, path);
  const range = entry?.keyRange ?? entry?.value.range;
  if (!option || !range) return null;
  return { markdown: describeOption(option), range };
}
