import {
  findNodeAtLocation,
  getNodeValue,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser';
import { z } from 'zod';
import { t } from '../ground/l10n.ts';
import { tooDeepAt } from '../ground/nesting.ts';
import { once } from '../ground/once.ts';
import type { TextRange } from '../ground/text.ts';
import { ruleSettingSchema, settingsSchema } from './schema.ts';
import type { SettingsLayer } from './settings.ts';
import { sidecarDataSchema } from './sidecar-data.ts';
import { wrongValue } from './wrong-value.ts';

/** The whole sidecar: settings of the folder and facts about it. Also the source of its JSON schema. */
export const sidecarSchema = once(() =>
  z.strictObject({
    $schema: z.string().optional(),
    ...settingsSchema().shape,
    ...sidecarDataSchema().partial().shape,
  }),
);

/** Something in a sidecar that cannot be used. Ranges in UTF-16 offsets of its text. */
export interface SidecarProblem {
  readonly range: TextRange;
  readonly message: string;
}

export interface ParsedSidecar {
  readonly layer: SettingsLayer;
  readonly problems: readonly SidecarProblem[];
}

/**
 * Reads a sidecar's text (JSON; comments and trailing commas are accepted). Never fails: a key whose value is wrong is
 * left out, so that the default counts, and is told with its place; the other keys count.
 */
export function parseSidecar(text: string): ParsedSidecar {
  if (text.trim() === '') return { layer: {}, problems: [] };
  const deep = tooDeepAt(text);
  if (deep !== null)
    return {
      layer: {},
      problems: [{ range: { start: deep, end: deep + 1 }, message: t('Nested too deeply; the file is left out.') }],
    };
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  const problems: SidecarProblem[] = errors.map(({ error, offset, length }) => ({
    range: { start: offset, end: offset + Math.max(1, length) },
    message: t('This is not valid JSON ({0}).', printParseErrorCode(error)),
  }));
  if (root?.type !== 'object') {
    if (errors.length === 0)
      problems.push({ range: rangeOf(root), message: t('A sidecar is an object: {"model": "sdxl", …}.') });
    return { layer: {}, problems };
  }
  const value = getNodeValue(root) as Record<string, unknown>;
  const layer: Record<string, unknown> = {};
  for (const [key, part] of Object.entries(value)) {
    const schema = Object.hasOwn(sidecarSchema().shape, key)
      ? (sidecarSchema().shape as Record<string, z.ZodType>)[key]
      : undefined;
    if (!schema) {
      const property = root.children?.find((child) => child.children?.[0]?.value === key);
      problems.push({ range: rangeOf(property?.children?.[0]), message: t('"{0}" is not a Tagmetry setting.', key) });
      continue;
    }
    const take = (into: Record<string, unknown>, path: readonly string[], schema: z.ZodType, part: unknown): void => {
      const name = path.at(-1) ?? '';
      const parsed = schema.safeParse(part);
      if (parsed.success) into[name] = parsed.data;
      else
        for (const issue of parsed.error.issues) {
          const { path: within, message } = wrongValue(issue, part);
          const place = [...path, ...within];
          problems.push({
            range: rangeOf(nearestNode(root, place)),
            message: t('{0}: {1}. The default is used for "{2}".', place.join('.'), message, name),
          });
        }
    };
    if (key !== 'rules' || typeof part !== 'object' || part === null || Array.isArray(part)) {
      take(layer, [key], schema, part);
      continue;
    }
    // One slip costs one rule's setting, not those of all.
    const rules: Record<string, unknown> = {};
    for (const [id, setting] of Object.entries(part)) take(rules, [key, id], ruleSettingSchema(), setting);
    layer[key] = rules;
  }
  delete layer.$schema;
  return { layer: layer as SettingsLayer, problems };
}

/** The place of a value in a sidecar's text, or of the nearest one above it that is there. */
export function placeInSidecar(text: string, path: readonly PropertyKey[]): TextRange {
  const root = parseTree(text, [], { allowTrailingComma: true });
  return root ? rangeOf(nearestNode(root, path)) : { start: 0, end: 1 };
}

function nearestNode(root: Node, path: readonly PropertyKey[]): Node | undefined {
  for (let length = path.length; length > 0; length--) {
    const node = findNodeAtLocation(root, path.slice(0, length) as (string | number)[]);
    if (node) return node;
  }
  return root;
}

function rangeOf(node: Node | undefined): TextRange {
  return node ? { start: node.offset, end: node.offset + node.length } : { start: 0, end: 1 };
}
