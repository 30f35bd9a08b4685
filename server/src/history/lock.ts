import { z } from 'zod';
import { riskLevels } from '../advice/assess.ts';
import type { SettingValue } from '../advice/facts.ts';
import { failureModes } from '../ground/finding.ts';
import { once } from '../ground/once.ts';
import { imageLevels } from '../images/survey.ts';
import { MODEL_FAMILIES } from '../trainers/families.ts';
import { TRAINER_PROFILES } from '../trainers/profiles.ts';
import type { SeenExposure } from './exposure-changes.ts';
import type { RecordSubset, TrainingRecord } from './record.ts';

/** Name of the lock in a dataset's folder. */
export const lockName = 'tagmetry.lock.json';

const count = once(() => z.number().int().nonnegative());
const known = once(() => z.number().nonnegative().nullable());
type Value = string | number | boolean | null | Value[];
const value: () => z.ZodType<Value> = once(() =>
  z.lazy(() =>
    z.union([
      z.string(),
      z.number(),
      z.boolean(),
      z.null(),
      z.array(z.union([z.string(), z.number(), z.boolean(), z.null()])),
    ]),
  ),
);
/** Pairs instead of keys: tags and options can have any name. */
const options = once(() => z.array(z.tuple([z.string(), value()])));
const ids = <T extends string>(all: readonly { readonly id: T }[]) => z.enum(all.map(({ id }) => id) as [T, ...T[]]);

const imageSchema = once(() =>
  z.object({
    /** Relative to the folder, "/" between names. */
    file: z.string().min(1),
    /** Bytes, and SHA-256 of them; null where the file could not be read. */
    size: count(),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .nullable(),
    caption: z.string().nullable(),
    /** Tags of the caption as it trains, in its order. */
    tags: z.array(z.string()),
  }),
);

const pieceSchema = once(() =>
  z.object({
    kind: z.enum(['rule', 'metric']),
    id: z.string(),
    about: z.string(),
    level: z.enum(['low', 'elevated', 'high']),
    value: z.number(),
    unit: z.enum(['share', 'count', 'number']),
  }),
);

const lockSchema = once(() =>
  z.object({
    version: z.literal(1),
    tool: z.literal('tagmetry'),
    kind: z.literal('dataset-lock'),
    model: ids(MODEL_FAMILIES).nullable(),
    trainer: ids(TRAINER_PROFILES).nullable(),
    trigger: z.string().nullable(),
    trainsTextEncoder: z.boolean().nullable(),
    run: z.object({ steps: known(), epochs: known(), samplesPerEpoch: known(), samplesPerStep: known() }),
    settings: options(),
    subsets: z.array(
      z.object({
        name: z.string(),
        regularization: z.boolean(),
        repeats: known(),
        images: known(),
        classTokens: z.string().nullable(),
        options: options(),
        tags: z.array(z.tuple([z.string(), count()])).nullable(),
      }),
    ),
    buckets: z.array(z.tuple([count(), count(), z.number().nonnegative()])).nullable(),
    /** What reaches the encoder over the run; null where nothing would be fed, or it was not worked out. */
    exposure: z
      .object({
        shows: z.number().nonnegative(),
        cut: z.number().nonnegative(),
        tags: z.array(z.tuple([z.string(), z.number().nonnegative(), z.number().nonnegative()])),
      })
      .nullable()
      .default(null),
    /** How far the images were looked into for the risks. */
    imageLevel: z.enum(imageLevels),
    risks: z.array(
      z.object({
        mode: z.enum(failureModes),
        level: z.enum(riskLevels),
        evidence: z.array(pieceSchema()),
      }),
    ),
    numbers: z.array(z.tuple([z.string(), z.number().nullable()])),
    /** Names of the findings about the folder as a whole. */
    folderFindings: z.array(z.string()),
    images: z.array(imageSchema()),
  }),
);

/** What a dataset was when somebody locked it. Version 1; fields are added, never changed or removed, within a version. */
export type DatasetLock = z.infer<ReturnType<typeof lockSchema>>;
export type LockedImage = z.infer<ReturnType<typeof imageSchema>>;

/** Reads a lock; null when the text is none of this version. */
export function parseLock(text: string): DatasetLock | null {
  try {
    const parsed = lockSchema().safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Whether a text is a lock of this tool, of any version: only such a file is written over. */
export function isLock(text: string): boolean {
  try {
    const value = JSON.parse(text);
    return value?.tool === 'tagmetry' && value.kind === 'dataset-lock';
  } catch {
    return false;
  }
}

/** Writes a lock: one image, tag and option on a line each, so that version control shows what changed. */
export function writeLock(lock: DatasetLock): string {
  const lines: string[] = [];
  for (const [key, part] of Object.entries(lock)) {
    const name = JSON.stringify(key);
    if (key === 'exposure' && lock.exposure) lines.push(`  ${name}: ${exposureLines(lock.exposure)}`);
    else if (key === 'subsets')
      lines.push(`  ${name}: [${(part as DatasetLock['subsets']).map(subsetLines).join(',')}\n  ]`);
    else if (Array.isArray(part) && part.length > 0)
      lines.push(`  ${name}: [\n${part.map((item) => `    ${JSON.stringify(item)}`).join(',\n')}\n  ]`);
    else lines.push(`  ${name}: ${JSON.stringify(part)}`);
  }
  return `{\n${lines.join(',\n')}\n}\n`;
}

function exposureLines({ tags, ...rest }: SeenExposure): string {
  const head = JSON.stringify(rest).slice(0, -1);
  if (tags.length === 0) return `${head},"tags":[]}`;
  return `${head},"tags":[\n${tags.map((tag) => `    ${JSON.stringify(tag)}`).join(',\n')}\n  ]}`;
}

function subsetLines({ tags, ...rest }: DatasetLock['subsets'][number]): string {
  const head = JSON.stringify(rest).slice(0, -1);
  if (!tags || tags.length === 0) return `\n    ${head},"tags":${JSON.stringify(tags)}}`;
  return `\n    ${head},"tags":[\n${tags.map((tag) => `      ${JSON.stringify(tag)}`).join(',\n')}\n    ]}`;
}

/** A lock as a training to compare. @param name as the user calls it */
export function lockRecord(lock: DatasetLock, name: string): TrainingRecord {
  return {
    kind: 'lock',
    name,
    trainer: lock.trainer,
    family: lock.model,
    subsets: lock.subsets.map(
      (subset): RecordSubset => ({
        ...subset,
        options: new Map(subset.options as [string, SettingValue][]),
        tags: subset.tags && new Map(subset.tags),
      }),
    ),
    settings: new Map(lock.settings as [string, SettingValue][]),
    buckets: lock.buckets?.map(([width, height, samples]) => ({ bucket: { width, height }, samples })) ?? null,
    run: lock.run,
    trainsTextEncoder: lock.trainsTextEncoder,
    trigger: lock.trigger,
  };
}
