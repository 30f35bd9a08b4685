import type { TextEncoder } from './encoders.ts';

export type ModelFamilyId =
  | 'sd15'
  | 'sd2'
  | 'sdxl'
  | 'pony'
  | 'illustrious'
  | 'sd3'
  | 'flux'
  | 'flux-schnell'
  | 'chroma'
  | 'lumina2'
  | 'hunyuan-image'
  | 'anima'
  | 'flux2'
  | 'flux2-klein'
  | 'qwen-image'
  | 'qwen-image-edit'
  | 'z-image'
  | 'hidream'
  | 'krea2'
  | 'wan'
  | 'hunyuan-video';

/** What the choice of a model decides about a dataset. */
export interface ModelFamily {
  readonly id: ModelFamilyId;
  /** As shown to the user; names are not translated. */
  readonly name: string;
  readonly encoders: readonly TextEncoder[];
  /** Side of the square the model was made for, in pixels; null where neither the trainer nor its documents say. */
  readonly resolution: number | null;
  /** Other sides the family was released for, in pixels. */
  readonly otherResolutions: readonly number[];
  /** `bucket_reso_steps` must be a multiple of this, else training stops (sd-scripts train_network.py and its siblings). */
  readonly bucketStepMultiple: number;
  /** Trained with a video as the "image". */
  readonly video: boolean;
  /** The family whose encoders and sizes it has; null for one of its own. */
  readonly variantOf: ModelFamilyId | null;
  /** Words that its users put in front of every prompt to ask for quality; they are no description of a picture. */
  readonly qualityWords: readonly string[];
  /** `weighted_captions` has an effect; elsewhere it is refused (Flux, SD3) or ignored (Lumina). */
  readonly weightedCaptions: boolean;
}
