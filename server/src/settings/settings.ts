import { z } from 'zod';
import type { CaptionSyntax } from '../caption/parse.ts';
import { type Severity, severities } from '../rules/rule.ts';
import { type FamilyId, families, familyIds } from '../trainer/families.ts';
import { type ProfileId, profileIds, profiles } from '../trainer/profiles.ts';

const severityOrOff = z.enum([...severities, 'off']);

/** What a user may set, in any layer: editor settings, sidecar, command line. Everything is optional. */
export const settingsSchema = z.object({
  /** Model family that will be trained: token limits and target resolution follow from it. */
  model: z.enum(familyIds).optional(),
  /** Trainer whose way of reading captions counts. */
  profile: z.enum(profileIds).optional(),
  /** Content tokens of CLIP that train (max_token_length): 75, 150 or 225; "auto" takes the family's. */
  tokenLimit: z.union([z.literal('auto'), z.literal(75), z.literal(150), z.literal(225)]).optional(),
  /** Text between two tags. */
  separator: z.string().min(1).optional(),
  /** Caption extensions with dot; the first that exists beside an image is its caption. */
  captionExtensions: z
    .array(z.string().regex(/^\.[^./\\]+$/))
    .min(1)
    .optional(),
  /** Severity per rule, or an object with `severity` and the rule's options. */
  rules: z
    .record(z.string(), z.union([severityOrOff, z.looseObject({ severity: severityOrOff.optional() })]))
    .optional(),
});
export type SettingsInput = z.infer<typeof settingsSchema>;

/** Settings of one dataset folder, complete. */
export interface FolderSettings {
  readonly model: FamilyId;
  readonly profile: ProfileId;
  /** CLIP content tokens that train; null where the family reads captions with no encoder that can be counted. */
  readonly tokenLimit: number | null;
  readonly syntax: CaptionSyntax;
  readonly captionExtensions: readonly string[];
  /** Target resolution of the family in pixels (side of the square). */
  readonly resolution: number;
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
  readonly ruleOptions: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** Lays settings over each other, the first layer that says something wins, and fills the rest with defaults. */
export function resolveSettings(...layers: readonly SettingsInput[]): FolderSettings {
  const first = <K extends keyof SettingsInput>(key: K): SettingsInput[K] =>
    layers.find((layer) => layer[key] !== undefined)?.[key];
  const model = first('model') ?? 'sdxl';
  const profileId = first('profile') ?? 'sd-scripts';
  const profile = profiles[profileId];
  const family = families[model];
  const limit = first('tokenLimit') ?? 'auto';
  const severitiesById: Record<string, Severity | 'off'> = {};
  const optionsById: Record<string, Record<string, unknown>> = {};
  for (const layer of [...layers].reverse()) {
    for (const [id, value] of Object.entries(layer.rules ?? {})) {
      const { severity, ...options } = typeof value === 'string' ? { severity: value } : value;
      if (severity !== undefined) severitiesById[id] = severity;
      optionsById[id] = { ...optionsById[id], ...options };
    }
  }
  return {
    model,
    profile: profileId,
    tokenLimit: limit === 'auto' ? family.clipLimit : limit,
    syntax: { separator: first('separator') ?? profile.separator, lines: profile.lines },
    captionExtensions: (first('captionExtensions') ?? profile.captionExtensions).map((e) => e.toLowerCase()),
    resolution: family.resolution,
    severities: severitiesById,
    ruleOptions: optionsById,
  };
}
