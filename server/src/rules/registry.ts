import ambiguousAttribute from './consistency/ambiguous-attribute.ts';
import contradictoryTags from './consistency/contradictory-tags.ts';
import deprecatedTag from './consistency/deprecated-tag.ts';
import redundantTag from './consistency/redundant-tag.ts';
import unknownTag from './consistency/unknown-tag.ts';
import missingCaption from './files/missing-caption.ts';
import orphanCaption from './files/orphan-caption.ts';
import exactDuplicate from './images/exact-duplicate.ts';
import lowResolution from './images/low-resolution.ts';
import type { Rule } from './rule.ts';
import byteOrderMark from './text/byte-order-mark.ts';
import duplicateTag from './text/duplicate-tag.ts';
import emptyCaption from './text/empty-caption.ts';
import emptyTag from './text/empty-tag.ts';
import escapedParenthesis from './text/escaped-parenthesis.ts';
import foreignSeparator from './text/foreign-separator.ts';
import ignoredLine from './text/ignored-line.ts';
import invisibleCharacter from './text/invisible-character.ts';
import mojibake from './text/mojibake.ts';
import promptSyntax from './text/prompt-syntax.ts';
import undecodableCaption from './text/undecodable-caption.ts';
import underscoreTag from './text/underscore-tag.ts';
import lateKeyTag from './tokens/late-key-tag.ts';
import tokenTruncation from './tokens/token-truncation.ts';

/** Every rule of the product, in the order of the documentation. Only a list. */
export const rules: readonly Rule[] = [
  undecodableCaption,
  mojibake,
  byteOrderMark,
  invisibleCharacter,
  foreignSeparator,
  emptyTag,
  ignoredLine,
  emptyCaption,
  promptSyntax,
  escapedParenthesis,
  underscoreTag,
  duplicateTag,
  tokenTruncation,
  lateKeyTag,
  contradictoryTags,
  redundantTag,
  unknownTag,
  deprecatedTag,
  ambiguousAttribute,
  missingCaption,
  orphanCaption,
  exactDuplicate,
  lowResolution,
];

const byId = new Map(rules.map((rule) => [rule.id, rule]));

export function ruleById(id: string): Rule | undefined {
  return byId.get(id);
}
