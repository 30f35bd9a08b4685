import type { ModelFamilyId } from './families.ts';

/** What the names of model files say, the surest first. A heuristic: people rename files. */
const NAMES: readonly (readonly [RegExp, ModelFamilyId])[] = [
  [/schnell/i, 'flux-schnell'],
  [/chroma/i, 'chroma'],
  [/flux[._-]?(?:1|dev|1[._-]?dev|krea)?(?![._-]?2)/i, 'flux'],
  [/(?:sd|stable[._-]?diffusion)[._-]?3/i, 'sd3'],
  [/pony/i, 'pony'],
  [/illustrious|noob[._-]?ai/i, 'illustrious'],
  [/sd[._-]?xl|(?:^|[._-])xl(?:$|[._-])|animagine|juggernaut[._-]?x/i, 'sdxl'],
  [/(?:stable[._-]?diffusion|sd)[._-]?v?2(?![0-9])|v2-1|768-v-ema/i, 'sd2'],
  [/(?:stable[._-]?diffusion|sd)[._-]?v?1[._-]?[45]?(?![0-9])|v1-[45]|animefull|nai[._-]?full/i, 'sd15'],
];

/** What the name of a model file says of its family; null when nothing. Heuristic. */
export function familyOfModelName(path: string): ModelFamilyId | null {
  const parts = path
    .replaceAll('\\', '/')
    .split('/')
    .filter((part) => part !== '');
  // The file's own name first, then the folder or the owner above it.
  for (const part of parts.slice(-2).reverse())
    for (const [pattern, family] of NAMES) if (pattern.test(part)) return family;
  return null;
}
