import type { TextEncoder } from './encoders.ts';
import { MODEL_FAMILIES } from './family-table.ts';
import type { ModelFamily, ModelFamilyId } from './model-family.ts';
import type { TrainerError } from './trainer-error.ts';
import type { TrainerProfile } from './trainer-profile.ts';

export { MODEL_FAMILIES } from './family-table.ts';
export type { ModelFamily, ModelFamilyId } from './model-family.ts';

/** The family of an id; SDXL, the default, for an id that is not known. */
export function modelFamily(id: string): ModelFamily {
  return MODEL_FAMILIES.find((family) => family.id === id) ?? (MODEL_FAMILIES[0] as ModelFamily);
}

/** Whether one of its text encoders is a CLIP. */
export const hasClip = ({ encoders }: ModelFamily): boolean => encoders.some(({ tokenizer }) => tokenizer === 'clip');

/** The encoder that carries the text: the one beside CLIP where there is one, else the first CLIP. */
export function mainEncoder(family: ModelFamily): TextEncoder {
  const others = family.encoders.filter(({ tokenizer, quotedTextOnly }) => tokenizer !== 'clip' && !quotedTextOnly);
  return (others[0] ?? family.encoders[0]) as TextEncoder;
}

/** Content tokens that the main encoder of a family reads under a trainer; null where there is no limit or none is known. */
export function contentTokens(
  family: ModelFamily,
  { encoderLimits }: Pick<TrainerProfile, 'encoderLimits'>,
): number | null {
  const own = encoderLimits[family.id];
  return own === undefined ? mainEncoder(family).contentTokens : own;
}

/** Whether a family is an id or a variant of it. */
export function isOrVariantOf(family: ModelFamily, id: ModelFamilyId): boolean {
  return family.id === id || family.variantOf === id;
}

/** What stops training for a `bucket_reso_steps` the model cannot use (library/train_util.py, verify_bucket_reso_steps); else null. */
export function bucketStepError(family: ModelFamily, step: number): TrainerError | null {
  if (step % family.bucketStepMultiple === 0) return null;
  const message = `bucket_reso_steps is ${step}. it must be divisible by ${family.bucketStepMultiple}.`;
  return { exception: 'AssertionError', message };
}
