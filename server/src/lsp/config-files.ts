import type { DatasetSetup } from '../engine/open-dataset.ts';

/** The configuration files a dataset follows, absolute. */
export function configFiles({ config }: Pick<DatasetSetup, 'config'>): string[] {
  const others = config?.pair.other?.configs ?? [];
  return [config?.pair.datasetConfig, config?.pair.configFile, ...others].flatMap((file) => (file ? [file.path] : []));
}

/** Folders above a dataset whose sidecar or configuration can become its own. */
const levelsAbove = 4;

/** The folders above a dataset in which a file could become relevant to it, absolute, the nearest first. */
export function foldersAbove(root: string): string[] {
  const found: string[] = [];
  for (let at = root.lastIndexOf('/'); at > 0 && found.length < levelsAbove; at = root.lastIndexOf('/', at - 1))
    found.push(root.slice(0, at));
  return found;
}

/** Whether a file is, or could become, a configuration or sidecar above a dataset. */
export function mayConfigure(path: string, dataset: Pick<DatasetSetup, 'root' | 'config'>): boolean {
  if (configFiles(dataset).includes(path)) return true;
  return (
    /\.(?:toml|json|ya?ml)$/i.test(path) && foldersAbove(dataset.root).includes(path.slice(0, path.lastIndexOf('/')))
  );
}
