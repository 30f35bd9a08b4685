import { fixedClip, t5, windowedClip } from './encoders.ts';
import type { ModelFamily, ModelFamilyId } from './model-family.ts';
import { PAD_EOS, PAD_ZERO } from './windows.ts';

/** What most families have. */
export const OWN = { video: false, variantOf: null, qualityWords: [] } as const;

const SDXL_ENCODERS = [windowedClip('CLIP-L', PAD_EOS), windowedClip('OpenCLIP bigG', PAD_ZERO)];

/** Stable Diffusion and what is made of it, in the order they are offered. */
export const STABLE_DIFFUSION: readonly ModelFamily[] = [
  {
    // library/sdxl_train_util.py, library/strategy_sdxl.py: pooled text comes from the first window only.
    id: 'sdxl',
    name: 'SDXL',
    encoders: SDXL_ENCODERS,
    resolution: 1024,
    otherResolutions: [],
    bucketStepMultiple: 32,
    weightedCaptions: true,
    ...OWN,
  },
  variant('pony', 'Pony Diffusion (SDXL)', [
    'score_9',
    'score_8_up',
    'score_7_up',
    'score_6_up',
    'score_5_up',
    'score_4_up',
  ]),
  variant('illustrious', 'Illustrious / NoobAI (SDXL)', [
    'masterpiece',
    'best quality',
    'amazing quality',
    'very aesthetic',
    'absurdres',
    'newest',
  ]),
  {
    id: 'sd15',
    name: 'SD 1.5',
    encoders: [windowedClip('CLIP-L', PAD_EOS)],
    resolution: 512,
    otherResolutions: [768],
    bucketStepMultiple: 64,
    weightedCaptions: true,
    ...OWN,
  },
  {
    // Released as 2.x-base (512) and 2.x (768); tokenizer of its own that pads with 0 (library/strategy_sd.py).
    id: 'sd2',
    name: 'SD 2.x',
    encoders: [{ ...windowedClip('OpenCLIP-H', PAD_ZERO), padIsExclamation: true }],
    resolution: 768,
    otherResolutions: [512],
    bucketStepMultiple: 64,
    weightedCaptions: true,
    ...OWN,
  },
  {
    id: 'sd3',
    name: 'SD 3 / 3.5',
    encoders: [fixedClip('CLIP-L', PAD_EOS), fixedClip('CLIP-G', PAD_ZERO), t5(256)],
    resolution: 1024,
    otherResolutions: [],
    bucketStepMultiple: 32,
    weightedCaptions: false,
    ...OWN,
  },
];

/** A family that differs from SDXL in what it was trained on only. */
function variant(id: ModelFamilyId, name: string, qualityWords: readonly string[]): ModelFamily {
  return {
    id,
    name,
    encoders: SDXL_ENCODERS,
    resolution: 1024,
    otherResolutions: [],
    bucketStepMultiple: 32,
    weightedCaptions: true,
    video: false,
    variantOf: 'sdxl',
    qualityWords,
  };
}
