import type { ModelFamilyId } from '../trainers/families.ts';
import { familyOfModelName } from '../trainers/model-names.ts';

/**
 * What trainers call their models: `ss_base_model_version` of sd-scripts (`sd_v1`, `sdxl_base_v1-0`, `flux1`, …), musubi-tuner (full names of
 * dataset/architectures.py), ai-toolkit (`get_base_model_version`) and `modelspec.architecture`. The first that fits counts; what several
 * models share is left out.
 */
const versions: readonly (readonly [RegExp, ModelFamilyId])[] = [
  [/schnell/, 'flux-schnell'],
  [/chroma/, 'chroma'],
  [/flux[._-]?2.*klein/, 'flux2-klein'],
  [/^flux[._-]?2(?!\d)/, 'flux2'],
  [/^flux/, 'flux'],
  [/^qwen[._-]?image[._-]?edit/, 'qwen-image-edit'],
  [/^qwen/, 'qwen-image'],
  [/^z[._-]?image/, 'z-image'],
  [/^hidream/, 'hidream'],
  [/^krea[._-]?2/, 'krea2'],
  [/^lumina[._-]?2/, 'lumina2'],
  [/^hunyuan[._-]?image/, 'hunyuan-image'],
  [/^hunyuan[._-]?video/, 'hunyuan-video'],
  [/^anima/, 'anima'],
  [/^wan/, 'wan'],
  [/^(?:sd|stable[._-]?diffusion)[._-]?3/, 'sd3'],
  [/^(?:sd[._-]?xl|stable[._-]?diffusion[._-]?xl)/, 'sdxl'],
  [/^(?:sd|stable[._-]?diffusion)[._-]?v?2/, 'sd2'],
  [/^(?:sd|stable[._-]?diffusion)[._-]?v?1/, 'sd15'],
];

/** The family a trainer's name of a model stands for; null for one that is not known here. */
export function familyOfVersion(version: string): ModelFamilyId | null {
  const name = version.trim().toLowerCase();
  return versions.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}

/**
 * The family of a file: what the trainer says outright, what it calls the model, its architecture, then the layers of the network, then the
 * name of the model's file. Pony and Illustrious are SDXL to a trainer: there the file's name says more.
 */
export function familyOf(
  told: ModelFamilyId | null,
  names: readonly (string | null)[],
  ofLayers: ModelFamilyId | null,
  modelName: string | null,
): ModelFamilyId | null {
  const said = names.map((name) => (name === null ? null : familyOfVersion(name))).find((family) => family !== null);
  const family = told ?? said ?? ofLayers;
  const named = modelName === null ? null : familyOfModelName(modelName);
  if (family === 'sdxl' && (named === 'pony' || named === 'illustrious')) return named;
  return family ?? named;
}

/** Types of OneTrainer, whose words for models are its own. */
const types: readonly (readonly [RegExp, ModelFamilyId])[] = [
  [/^STABLE_DIFFUSION_15/, 'sd15'],
  [/^STABLE_DIFFUSION_2[01]/, 'sd2'],
  [/^STABLE_DIFFUSION_3/, 'sd3'],
  [/^STABLE_DIFFUSION_XL/, 'sdxl'],
  [/^FLUX_(?:FILL_)?DEV_1/, 'flux'],
  [/^FLUX_2/, 'flux2'],
  [/^HUNYUAN_VIDEO/, 'hunyuan-video'],
  [/^HI_DREAM/, 'hidream'],
  [/^CHROMA/, 'chroma'],
  [/^QWEN/, 'qwen-image'],
  [/^Z_IMAGE/, 'z-image'],
  [/^KREA_2/, 'krea2'],
  [/^ANIMA/, 'anima'],
];

/** The family of OneTrainer's `model_type`. */
export const familyOfType = (type: string): ModelFamilyId | null =>
  types.find(([pattern]) => pattern.test(type))?.[1] ?? null;
