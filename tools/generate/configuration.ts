import { z } from 'zod';
import { imageLevels } from '../../server/src/images/survey.ts';
import type { Rule } from '../../server/src/rules/rule.ts';
import {
  captionSettingsSchema,
  familyIds,
  profileIds,
  settingsSchema,
  tagStyles,
  trainerVersions,
  trainingSettingsSchema,
} from '../../server/src/settings/schema.ts';
import { rulesSchema } from './rule-schema.ts';

type Schema = Record<string, unknown>;

const text = { type: 'string', default: '' };
const texts = { type: 'array', items: { type: 'string' }, default: [] };
const shown = { type: 'boolean', default: true };

/** A choice of a few words; `described` ones have a text of their own in package.nls.json. */
function choice(values: readonly (string | number)[], initial: string | number, key?: string): Schema {
  return {
    type: [...new Set(values.map((value) => typeof value))].length === 1 ? typeof values[0] : ['string', 'number'],
    enum: values,
    ...(key ? { markdownEnumDescriptions: values.map((value) => `%config.${key}.${value}%`) } : {}),
    default: initial,
  };
}

/** JSON schema of a zod object's properties, in the form of settings: what may be unset is null. */
function propertiesOf(schema: z.ZodObject): Record<string, Schema> {
  return (z.toJSONSchema(schema, { io: 'input' }) as { properties: Record<string, Schema> }).properties;
}

/** The forms a value may have, without null. */
function formsOf({ anyOf, type, ...rest }: Schema): Schema[] {
  if (anyOf) return (anyOf as Schema[]).flatMap(formsOf);
  if (type === 'null') return [];
  if (rest.maximum === Number.MAX_SAFE_INTEGER) delete rest.maximum;
  // Editors know lists of one form, with a length.
  if (rest.prefixItems)
    return [{ type, ...rest, prefixItems: undefined, items: formsOf((rest.prefixItems as Schema[])[0])[0] }];
  return [{ ...rest, type: Array.isArray(type) ? type.filter((each) => each !== 'null')[0] : type }];
}

/** Options of the trainer that a user may leave unset, as null: the settings editor shows them as a field. */
function captionOptions(): Record<string, Schema> {
  return Object.fromEntries(
    Object.entries(propertiesOf(captionSettingsSchema())).map(([key, schema]) => {
      const [form] = formsOf(schema);
      return [`caption.${key}`, { ...form, type: [form.type, 'null'], default: null }];
    }),
  );
}

/** The trainer's bucket and batch options; one that is unset is not there. */
function trainingProperties(): Record<string, Schema> {
  return Object.fromEntries(
    Object.entries(propertiesOf(trainingSettingsSchema())).map(([key, schema]) => {
      const forms = formsOf(schema);
      return [key, forms.length === 1 ? forms[0] : { anyOf: forms }];
    }),
  );
}

/** What each group of settings holds, in the order in which the settings editor shows them. Keys without "tagmetry.". */
function sections(): readonly (readonly [title: string, settings: Record<string, Schema>])[] {
  const { captionExtensions, tokenLimit } = propertiesOf(settingsSchema()) as Record<string, Schema>;
  const limits = (tokenLimit.anyOf as { const: string | number }[]).map((each) => each.const);
  const describe = ({ id }: Rule): string => `%rules.${id}%`;
  return [
    [
      'model',
      {
        model: choice(['auto', ...familyIds], 'auto'),
        profile: choice(['auto', ...profileIds], 'auto'),
        trainerVersion: choice(['auto', ...trainerVersions], 'auto'),
        config: text,
        tokenizerFile: text,
        tokenLimit: choice(limits, 'auto'),
        training: { type: 'object', default: {}, properties: trainingProperties(), additionalProperties: false },
      },
    ],
    [
      'captions',
      {
        captionExtensions: { ...captionExtensions, minItems: undefined, default: [] },
        captionFiles: texts,
        separator: text,
        tagList: texts,
        'format.tagStyle': choice(tagStyles, 'auto'),
        ...captionOptions(),
      },
    ],
    [
      'findings',
      {
        diagnosticMode: choice(['openFiles', 'folder'], 'openFiles', 'diagnosticMode'),
        rules: { ...rulesSchema(describe), default: {} },
      },
    ],
    ['images', { 'images.scan': choice(imageLevels, 'headers') }],
    [
      'editor',
      {
        'codeLens.enabled': shown,
        'inlayHints.enabled': shown,
        'semanticTokens.enabled': shown,
        'completion.enabled': shown,
        'hover.enabled': shown,
        autoDetect: choice(['on', 'ask', 'off'], 'on'),
        'workbench.saveOnMove': shown,
      },
    ],
    ['advanced', { 'trace.server': choice(['off', 'messages', 'verbose'], 'off') }],
  ];
}

/** `contributes.configuration` of the manifest: groups in order, each setting with its place in the group. */
export function configuration(): object[] {
  return sections().map(([title, settings], order) => ({
    title: `%config.section.${title}%`,
    order,
    properties: Object.fromEntries(
      Object.entries(settings).map(([key, schema], place) => [
        `tagmetry.${key}`,
        {
          markdownDescription: `%config.${textKey(key)}%`,
          scope: key === 'trace.server' ? 'window' : 'resource',
          order: place,
          ...schema,
        },
      ]),
    ),
  }));
}

/** Keys of texts: switches are named by the feature, the log by "trace". */
function textKey(key: string): string {
  return key.replace(/\.enabled$/, '').replace(/^trace\.server$/, 'trace');
}
