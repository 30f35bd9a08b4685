import missingCaption from './files/missing-caption.ts';
import orphanCaption from './files/orphan-caption.ts';
import exactDuplicate from './images/exact-duplicate.ts';
import lowResolution from './images/low-resolution.ts';
import type { Rule } from './rule.ts';
import byteOrderMark from './text/byte-order-mark.ts';
import duplicateTag from './text/duplicate-tag.ts';
import emptyCaption from './text/empty-caption.ts';
import emptyTag from './text/empty-tag.ts';
import foreignSeparator from './text/foreign-separator.ts';
import ignoredLine from './text/ignored-line.ts';
import undecodableCaption from './text/undecodable-caption.ts';
import tokenTruncation from './tokens/token-truncation.ts';

/** Every rule of the product, in the order of the documentation. Only a list. */
export const rules: readonly Rule[] = [
  undecodableCaption,
  byteOrderMark,
  emptyTag,
  emptyCaption,
  ignoredLine,
  foreignSeparator,
  duplicateTag,
  tokenTruncation,
  missingCaption,
  orphanCaption,
  exactDuplicate,
  lowResolution,
];

const byId = new Map(rules.map((rule) => [rule.id, rule]));

export function ruleById(id: string): Rule | undefined {
  return byId.get(id);
}
