import { z } from 'zod';
import { severities } from '../ground/finding.ts';
import { once } from '../ground/once.ts';
import { MODEL_FAMILIES, type ModelFamilyId } from '../trainers/families.ts';
import { TRAINER_PROFILES, type TrainerId } from '../trainers/profiles.ts';

// Schemas are made on first use: an audit of a folder without settings needs none.

/** Ids of the model families and trainers, the default first. */
export const familyIds = MODEL_FAMILIES.map((family) => family.id) as [ModelFamilyId, ...ModelFamilyId[]];
export const profileIds = TRAINER_PROFILES.map((profile) => profile.id) as [TrainerId, ...TrainerId[]];

const severityOrOff = once(() => z.enum([...severities, 'off']));
/** What is set for one rule: its severity, or an object with it and the rule's options. */
export const ruleSettingSchema = once(() =>
  z.union([severityOrOff(), z.looseObject({ severity: severityOrOff().optional() })]),
);
const rate = () => z.number().min(0).max(1);

/** The trainer's options that shape a caption, as a user sets them; null means "not set", as editors send it. */
export const captionSettingsSchema = once(() =>
  z.object({
    /** shuffle_caption */
    shuffle: z.boolean().nullish(),
    /** keep_tokens */
    keepTokens: z.int().min(0).nullish(),
    /** keep_tokens_separator */
    keepTokensSeparator: z.string().nullish(),
    /** secondary_separator */
    secondarySeparator: z.string().nullish(),
    /** caption_prefix */
    prefix: z.string().nullish(),
    /** caption_suffix */
    suffix: z.string().nullish(),
    /** enable_wildcard */
    wildcards: z.boolean().nullish(),
    /** weighted_captions */
    weighted: z.boolean().nullish(),
    /** caption_tag_dropout_rate */
    tagDropoutRate: rate().nullish(),
    /** caption_dropout_rate */
    dropoutRate: rate().nullish(),
    /** token_warmup_min */
    tokenWarmupMin: z.int().min(0).nullish(),
    /** token_warmup_step */
    tokenWarmupStep: z.number().min(0).nullish(),
  }),
);
export type CaptionSettings = z.infer<ReturnType<typeof captionSettingsSchema>>;

/** How formatting writes the words of a tag: as the folder's clear majority, as they are, or one style. */
export const tagStyles = ['auto', 'keep', 'underscore', 'space'] as const;
export type TagStyleSetting = (typeof tagStyles)[number];

/** No image and no bucket has a longer side: formats end there, and tables over all sizes stay small. */
const pixels = once(() => z.int().min(1).max(65_536));
/** Counts beyond it mean nothing, and sums of them stay exact. */
const mostCount = 1_000_000;

/** The trainer's bucket and batch options, as a configuration or a user gives them; null means "not set". */
export const trainingSettingsSchema = once(() =>
  z.object({
    /** resolution: a side, or width and height */
    resolution: z.union([pixels(), z.tuple([pixels(), pixels()])]).nullish(),
    /** batch_size */
    batchSize: z.int().min(1).max(mostCount).nullish(),
    /** num_repeats */
    repeats: z.int().min(0).max(mostCount).nullish(),
    /** enable_bucket */
    enableBucket: z.boolean().nullish(),
    /** min_bucket_reso */
    minBucketReso: z.int().min(0).max(65_536).nullish(),
    /** max_bucket_reso */
    maxBucketReso: pixels().nullish(),
    /** bucket_reso_steps */
    bucketResoSteps: pixels().nullish(),
    /** bucket_no_upscale */
    bucketNoUpscale: z.boolean().nullish(),
    /** caption_extension: the only one the trainer looks for */
    captionExtension: z.string().nullish(),
  }),
);
export type TrainingSettingsInput = z.infer<ReturnType<typeof trainingSettingsSchema>>;

/** Versions of sd-scripts that differ in what they make of captions. */
export const trainerVersions = ['0.10', '0.11'] as const;

/** What a user may set, in any layer: editor settings, sidecar, command line. Everything is optional. */
export const settingsSchema = once(() =>
  z.object({
    /** Model family that will be trained: token limits and target resolution follow from it. */
    model: z.enum(familyIds).optional(),
    /** Version of the trainer, where versions differ. sd-scripts joins shuffled tags with the separator from 0.11 on. */
    trainerVersion: z.enum(trainerVersions).optional(),
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
    /** The trainer's caption options. */
    caption: captionSettingsSchema().optional(),
    /** The trainer's bucket and batch options. */
    training: trainingSettingsSchema().optional(),
    /** The trainer's dataset_config or config_file for this dataset: a path, absolute or from the dataset's folder. */
    config: z.string().min(1).optional(),
    /** How captions are formatted. */
    format: z.object({ tagStyle: z.enum(tagStyles).nullish() }).optional(),
    /** The tokenizer.json of a text encoder that is not built in (T5, umT5, Gemma, Llama), or a model folder that holds it: absolute, or from the dataset. */
    tokenizerFile: z.string().min(1).optional(),
    /** Tag lists in the layout of a1111-sd-webui-tagcomplete, as paths: absolute, from "~", or from the workspace folder. */
    tagList: z.array(z.string().min(1)).optional(),
    /** Severity per rule, or an object with `severity` and the rule's options. */
    rules: z.record(z.string(), ruleSettingSchema()).optional(),
  }),
);
export type SettingsInput = z.infer<ReturnType<typeof settingsSchema>>;
