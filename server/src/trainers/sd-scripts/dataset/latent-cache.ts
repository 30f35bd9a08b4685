import type { TrainerFiles } from '../../files/files.ts';
import { compareCodePoints, joinPath, splitExtension } from '../../files/paths.ts';
import type { PixelSize } from '../../pixel-size.ts';
import { pythonInt } from '../../python/python-text.ts';
import { answer, type Outcome, stops } from '../../trainer-error.ts';
import { withoutTrailingSlashes } from './images.ts';

/** How the names of cached latents end, by the script that trains (sd-scripts library/strategy_*.py). */
export const LATENT_SUFFIXES = {
  sd15: '_sd.npz',
  sdxl: '_sdxl.npz',
  sd3: '_sd3.npz',
  flux: '_flux.npz',
  lumina: '_lumina.npz',
  hunyuan: '_hi.npz',
  anima: '_anima.npz',
} as const;

/** The latent caches of a folder, as paths. A folder whose own name is a pattern (`[1]`) finds none. */
export function listLatents(files: TrainerFiles, directory: string, suffix: string): string[] {
  if (/[[*?]/.test(directory)) return [];
  return files
    .list(directory)
    .filter((entry) => !entry.name.startsWith('.') && entry.name.endsWith(suffix))
    .map((entry) => joinPath(withoutTrailingSlashes(directory), entry.name));
}

/** Width and height a cache name claims: `x_0512x0768_sd.npz`. A name without them stops the trainer. */
export function sizeFromLatentName(path: string): Outcome<PixelSize> {
  const parts = splitExtension(path)[0].split('_');
  const [width, height, ...more] = (parts.at(-2) ?? '').split('x').map(pythonInt);
  if (width === undefined || height === undefined || more.length > 0) {
    return stops('ValueError', `not enough or too many values to unpack: ${path}`);
  }
  if (width === null || height === null) return stops('ValueError', `invalid literal for int(): ${path}`);
  return answer({ width, height });
}

/**
 * The cache the trainer believes to belong to each image, by image path (library/train_util.py, load_dreambooth_dir).
 * Both lists are walked once side by side and only the beginnings of the names are compared, so `ab_0512x0512_sd.npz` is also
 * taken for `a.png`.
 */
export function matchLatents(images: readonly string[], latents: readonly string[]): Map<string, string> {
  const sorted = latents
    .map((path) => ({ path, key: withoutLastTwoParts(path) }))
    .sort((a, b) => compareCodePoints(a.key, b.key))
    .map(({ path }) => path);
  const matches = new Map<string, string>();
  let next = 0;
  for (const image of images) {
    const stem = splitExtension(image)[0];
    while (next < sorted.length) {
      const candidate = sorted[next] as string;
      const order = compareCodePoints(candidate.slice(0, stem.length), stem);
      if (order === 0) matches.set(image, candidate);
      if (order >= 0) break;
      next++;
    }
  }
  return matches;
}

/** `path.rsplit("_", maxsplit=2)[0]` */
function withoutLastTwoParts(path: string): string {
  const parts = path.split('_');
  return parts.slice(0, Math.max(1, parts.length - 2)).join('_');
}
