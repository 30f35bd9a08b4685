import { CHAT, CHAT_WITHOUT_THINKING, FIXED, fixedClip, qwen, t5 } from './encoders.ts';
import type { ModelFamily } from './model-family.ts';
import { OWN, STABLE_DIFFUSION } from './stable-diffusion-families.ts';
import { PAD_EOS, PAD_ZERO } from './windows.ts';

/** The families, in the order they are offered. Limits are those of sd-scripts' own defaults. */
export const MODEL_FAMILIES: readonly ModelFamily[] = [
  ...STABLE_DIFFUSION,
  {
    // CLIP-L gives the pooled vector only. flux_train_network.py: 512 tokens for dev, 256 for schnell.
    id: 'flux',
    name: 'FLUX.1 dev',
    encoders: [fixedClip('CLIP-L', PAD_EOS), t5(512)],
    resolution: 1024,
    otherResolutions: [512, 768],
    bucketStepMultiple: 64,
    weightedCaptions: false,
    ...OWN,
  },
  {
    id: 'flux-schnell',
    name: 'FLUX.1 schnell',
    encoders: [fixedClip('CLIP-L', PAD_EOS), t5(256)],
    resolution: 1024,
    otherResolutions: [512, 768],
    bucketStepMultiple: 64,
    weightedCaptions: false,
    ...OWN,
  },
  {
    id: 'chroma',
    name: 'Chroma',
    encoders: [t5(512)],
    resolution: 1024,
    otherResolutions: [512],
    bucketStepMultiple: 64,
    weightedCaptions: false,
    ...OWN,
  },
  {
    // library/strategy_lumina.py: 256 with the begin mark and the system prompt inside.
    id: 'lumina2',
    name: 'Lumina Image 2.0',
    encoders: [
      {
        ...FIXED,
        name: 'Gemma 2',
        tokenizer: 'gemma',
        contentTokens: 255,
        sharesWithSystemPrompt: true,
        limitOption: 'gemma2_max_token_length',
      },
    ],
    resolution: 1024,
    otherResolutions: [],
    bucketStepMultiple: 64,
    weightedCaptions: false,
    ...OWN,
  },
  {
    // library/strategy_hunyuan_image.py: the glyph encoder sees double-quoted text only; the chat template is not counted.
    id: 'hunyuan-image',
    name: 'HunyuanImage 2.1',
    encoders: [
      qwen('Qwen2.5-VL', 1024),
      { ...FIXED, name: 'ByT5', tokenizer: 'byt5', contentTokens: 128, quotedTextOnly: true },
    ],
    resolution: null,
    otherResolutions: [],
    bucketStepMultiple: 64,
    weightedCaptions: false,
    ...OWN,
  },
  {
    // library/strategy_anima.py
    id: 'anima',
    name: 'Anima',
    encoders: [
      { ...qwen('Qwen3', 512), limitOption: 'qwen3_max_token_length' },
      { ...FIXED, name: 'T5 ids', tokenizer: 't5', contentTokens: 511 },
    ],
    resolution: null,
    otherResolutions: [],
    bucketStepMultiple: 16,
    weightedCaptions: false,
    ...OWN,
  },
  {
    // Mistral reads a system message too; how long it is, nobody counts here (musubi-tuner flux_2/flux2_utils.py).
    id: 'flux2',
    name: 'FLUX.2 dev',
    encoders: [{ ...FIXED, name: 'Mistral 3', tokenizer: 'mistral', contentTokens: 512, sharesWithSystemPrompt: true }],
    resolution: 1024,
    otherResolutions: [],
    bucketStepMultiple: 16,
    weightedCaptions: false,
    ...OWN,
  },
  {
    // 512 with the chat template, thinking off (musubi-tuner flux_2/flux2_utils.py).
    id: 'flux2-klein',
    name: 'FLUX.2 klein',
    encoders: [qwen('Qwen3', 512 - CHAT_WITHOUT_THINKING)],
    resolution: 1024,
    otherResolutions: [],
    bucketStepMultiple: 16,
    weightedCaptions: false,
    ...OWN,
  },
  {
    // 1024 behind the fixed 34 of the template, whose 5 last tokens are inside (musubi-tuner qwen_image/qwen_image_utils.py).
    id: 'qwen-image',
    name: 'Qwen-Image',
    encoders: [qwen('Qwen2.5-VL', 1024 - 5)],
    resolution: 1328,
    otherResolutions: [512, 768, 1024],
    bucketStepMultiple: 16,
    weightedCaptions: false,
    ...OWN,
  },
  {
    id: 'qwen-image-edit',
    name: 'Qwen-Image-Edit',
    encoders: [qwen('Qwen2.5-VL', null)],
    resolution: 1024,
    otherResolutions: [512, 768, 1328],
    bucketStepMultiple: 16,
    weightedCaptions: false,
    ...OWN,
  },
  {
    // 512 with the chat template, thinking on (musubi-tuner zimage/zimage_utils.py).
    id: 'z-image',
    name: 'Z-Image',
    encoders: [qwen('Qwen3', 512 - CHAT)],
    resolution: 1024,
    otherResolutions: [512, 768],
    bucketStepMultiple: 16,
    weightedCaptions: false,
    ...OWN,
  },
  {
    // 128 for each of the four; the Llama states carry the text (ai-toolkit hidream_model.py).
    id: 'hidream',
    name: 'HiDream-I1',
    encoders: [
      { ...FIXED, name: 'Llama 3.1', tokenizer: 'llama', contentTokens: 127 },
      { ...FIXED, name: 'T5-XXL', tokenizer: 't5', contentTokens: 127 },
      fixedClip('CLIP-L', PAD_EOS),
      fixedClip('CLIP-G', PAD_ZERO),
    ],
    resolution: 1024,
    otherResolutions: [],
    bucketStepMultiple: 16,
    weightedCaptions: false,
    ...OWN,
  },
  {
    // Prefix and suffix of the template are not in it (musubi-tuner krea2/krea2_encoder.py).
    id: 'krea2',
    name: 'Krea 2',
    encoders: [qwen('Qwen3-VL', 507)],
    resolution: 1024,
    otherResolutions: [],
    bucketStepMultiple: 16,
    weightedCaptions: false,
    ...OWN,
  },
  {
    // The end mark is inside (musubi-tuner wan/configs/shared_config.py).
    id: 'wan',
    name: 'Wan 2.1 / 2.2',
    encoders: [{ ...FIXED, name: 'umT5-XXL', tokenizer: 'umt5', contentTokens: 511 }],
    resolution: null,
    otherResolutions: [],
    bucketStepMultiple: 16,
    weightedCaptions: false,
    ...OWN,
    video: true,
  },
  {
    // Behind a template of 95 tokens (musubi-tuner hunyuan_model/text_encoder.py).
    id: 'hunyuan-video',
    name: 'HunyuanVideo',
    encoders: [{ ...FIXED, name: 'Llama 3', tokenizer: 'llama', contentTokens: 256 }, fixedClip('CLIP-L', PAD_EOS)],
    resolution: null,
    otherResolutions: [],
    bucketStepMultiple: 16,
    weightedCaptions: false,
    ...OWN,
    video: true,
  },
];
