import { rootDict } from '../documents/document.ts';
import type { TrainerConfig } from '../trainer.ts';
import { ARCHITECTURES, type Architecture, architecture } from './architectures.ts';
import type { ResolvedDataset } from './resolve.ts';
import { architectureOfRun, runValues } from './run-options.ts';

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

/**
 * The family a run would have: what the training options say, unless the user names another model; else of our name of the model, else one
 * that keys of the datasets hint at, else Qwen-Image.
 */
export function architectureFor(
  family: string,
  datasets: readonly ResolvedDataset[],
  configs: readonly TrainerConfig[] = [],
): Architecture {
  const run = configs.find(({ role }) => role === 'config_file');
  const key = run ? architectureOfRun(runValues(rootDict(run.document))) : null;
  const said = key === null ? null : architecture(key);
  const name = familyOfArchitecture(key);
  if (said && (name === null || name === family)) return said;
  const named = Object.entries(FAMILIES).find(([, name]) => name === family)?.[0];
  const hint = datasets.some(({ kind }) => kind === 'video') ? 'wan' : 'qi';
  const fits = (one: Architecture | null) =>
    one !== null && (one.video || !datasets.some(({ kind }) => kind === 'video'));
  const found = named === undefined ? null : architecture(named);
  return (fits(found) ? found : architecture(hint)) ?? (ARCHITECTURES[0] as Architecture);
}

/** Our name of the model of an architecture; null for one without a name of its own here. */
export function familyOfArchitecture(key: string | null): string | null {
  return key !== null && Object.hasOwn(FAMILIES, key) ? (FAMILIES[key] as string) : null;
}

/** True for a model of ours that this trainer trains. */
export function knowsFamily(family: string): boolean {
  return Object.values(FAMILIES).includes(family);
}
