import { z } from 'zod';
import { severities } from '../../server/src/ground/finding.ts';
import { rules } from '../../server/src/rules/registry.ts';
import type { Rule } from '../../server/src/rules/rule.ts';

/** Every severity that a setting may name. */
export const severitySchema = { type: 'string', enum: [...severities, 'off'] };

/** Schemas of a rule's options by name; empty for a rule without. */
function optionsOf(rule: Rule): Record<string, unknown> {
  if (!rule.options) return {};
  const { defaults, shape } = rule.options;
  const complete = Object.entries(shape()).map(([name, schema]) => [name, schema.default(defaults[name])]);
  const object = z.toJSONSchema(z.object(Object.fromEntries(complete)), { io: 'input' });
  return (object as { properties?: Record<string, unknown> }).properties ?? {};
}

/** A severity, or an object with it and the rule's options. */
function choice(options: Record<string, unknown>): object {
  const object = { type: 'object', properties: { severity: severitySchema, ...options }, additionalProperties: false };
  return { anyOf: [severitySchema, object] };
}

/**
 * The schema of "severity per rule". Rules without options share one form, so that the whole takes a line or two per rule: their
 * names are completed from `propertyNames`, with what they report beside them.
 * @param describe what a rule reports, or the key of a text that says so
 */
export function rulesSchema(describe: (rule: Rule) => string): object {
  const own = rules.filter((rule) => Object.keys(optionsOf(rule)).length > 0);
  return {
    type: 'object',
    propertyNames: { enum: rules.map(({ id }) => id), markdownEnumDescriptions: rules.map(describe) },
    properties: Object.fromEntries(
      own.map((rule) => [rule.id, { markdownDescription: describe(rule), ...choice(optionsOf(rule)) }]),
    ),
    additionalProperties: choice({}),
  };
}
