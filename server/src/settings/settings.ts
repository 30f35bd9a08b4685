import { z } from 'zod';
import type { ClipOptions } from '../caption/clip/index.ts';
import type { CaptionSyntax } from '../caption/parse.ts';
import { type Severity, severities } from '../rules/rule.ts';
import { MODEL_FAMILIES, type ModelFamily, type ModelFamilyId, modelFamily } from '../trainer/families.ts';
import { TRAINER_PROFILES, type TrainerId, type TrainerProfile, trainerProfile } from '../trainer/profiles.ts';
import type { SidecarData } from './sidecar-data.ts';

/** Ids of the model families and trainers, the default first. */
export const familyIds = MODEL_FAMILIES.map((family) => family.id) as [ModelFamilyId, ...ModelFamilyId[]];
export const profileIds = TRAINER_PROFILES.map((profile) => profile.id) as [TrainerId, ...TrainerId[]];

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

/** One layer of settings; what only a sidecar can say may be missing. */
export type SettingsLayer = SettingsInput & Partial<SidecarData>;

/** Settings of one dataset folder, complete. */
export interface FolderSettings {
  readonly model: ModelFamilyId;
  readonly profile: TrainerId;
  readonly trainer: TrainerProfile;
  readonly family: ModelFamily;
  /** CLIP content tokens that train; null where another encoder, which is not counted, reads further (SD3, Flux …). */
  readonly tokenLimit: number | null;
  /** Which CLIP tokenizer counts. */
  readonly clip: ClipOptions;
  readonly syntax: CaptionSyntax;
  readonly captionExtensions: readonly string[];
  /** Target resolution of the family in pixels (side of the square). */
  readonly resolution: number;
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
  readonly ruleOptions: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** What only the dataset's sidecar says. */
  readonly sidecar: SidecarData;
}

/** Lays settings over each other, the first layer that says something wins, and fills the rest with defaults. */
export function resolveSettings(...layers: readonly SettingsLayer[]): FolderSettings {
  const first = <K extends keyof SettingsLayer>(key: K): SettingsLayer[K] =>
    layers.find((layer) => layer[key] !== undefined)?.[key];
  const model = first('model') ?? 'sdxl';
  const profileId = first('profile') ?? 'sd-scripts';
  const trainer = trainerProfile(profileId);
  const family = modelFamily(model);
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
    trainer,
    family,
    tokenLimit: limit === 'auto' ? clipLimit(family) : limit,
    clip: { padToken: model === 'sd2' ? '!' : 'eos' },
    syntax: { separator: first('separator') ?? trainer.defaultSeparator, lines: trainer.lines },
    captionExtensions: (first('captionExtensions') ?? trainer.captionExtensions).map((e) => e.toLowerCase()),
    resolution: family.resolution ?? 1024,
    severities: severitiesById,
    ruleOptions: optionsById,
    sidecar: {
      concepts: first('concepts') ?? [],
      suppressions: first('suppressions') ?? [],
      baseline: first('baseline') ?? [],
      verdicts: first('verdicts') ?? [],
      exclusiveGroups: first('exclusiveGroups') ?? [],
      synonyms: first('synonyms') ?? [],
    },
  };
}

/** Content tokens of a family read by CLIP alone; null where an encoder that is not counted reads further than CLIP. */
function clipLimit(family: ModelFamily): number | null {
  const [first] = family.encoders;
  return family.encoders.every((encoder) => encoder.tokenizer === 'clip') ? first.contentTokens : null;
}
