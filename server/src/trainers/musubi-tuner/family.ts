import { ARCHITECTURES, type Architecture, architecture } from './architectures.ts';
import type { ResolvedDataset } from './resolve.ts';

/** Our name of the model a family is; null for one without a name of its own here. */
const FAMILIES: Readonly<Record<string, string>> = {
  hv: 'hunyuan-video',
  wan: 'wan',
  qi: 'qwen-image',
  qie: 'qwen-image-edit',
  qil: 'qwen-image',
  zi: 'z-image',
  f2d: 'flux2',
  f2k4b: 'flux2-klein',
  f2k9b: 'flux2-klein',
  fk: 'flux',
  kr2: 'krea2',
};

/** The family a run would have: of our name of the model, else one that its keys hint at, else Qwen-Image. */
export function architectureFor(family: string, datasets: readonly ResolvedDataset[]): Architecture {
  const named = Object.entries(FAMILIES).find(([, name]) => name === family)?.[0];
  const hint = datasets.some(({ kind }) => kind === 'video') ? 'wan' : 'qi';
  const fits = (one: Architecture | null) =>
    one !== null && (one.video || !datasets.some(({ kind }) => kind === 'video'));
  const found = named === undefined ? null : architecture(named);
  return (fits(found) ? found : architecture(hint)) ?? (ARCHITECTURES[0] as Architecture);
}

/** True for a model of ours that this trainer trains. */
export function knowsFamily(family: string): boolean {
  return Object.values(FAMILIES).includes(family);
}
