import { append } from '../ground/append.ts';
import { baseName, extensionOf } from '../ground/paths.ts';
import { parseConfig } from '../trainers/documents/document.ts';
import type { ModelFamily } from '../trainers/families.ts';
import { isImageName } from '../trainers/profiles.ts';
import { parseSubsetName } from '../trainers/subset-name.ts';
import { TRAINERS } from '../trainers/trainers.ts';
import { usualBuckets } from '../trainers/usual-buckets.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { ConfigSources } from './default-trainer.ts';
import { projectFolders } from './project-folders.ts';

/** How a folder without a configuration would be trained, and what was assumed for it. */
export interface FolderSources {
  readonly sources: ConfigSources;
  /** `train_data_dir`: sub-folders named REPEATS_CLASS. `image_dir`: the folder is one subset. */
  readonly mode: 'train_data_dir' | 'image_dir';
  /** Options nobody gave, as command line words without dashes: name and value. */
  readonly assumed: readonly (readonly [name: string, value: string])[];
}

/**
 * A command line for a folder that no configuration names: the given options, and for the rest those that guides use for the model.
 * Null when the folder holds neither images nor subset folders.
 * @param given options of the user by name; they are never assumed
 * @param buckets false leaves enable_bucket off
 */
export async function folderSources(
  workspace: Workspace,
  root: string,
  family: ModelFamily,
  given: ReadonlyMap<string, string | true>,
  buckets = true,
): Promise<FolderSources | null> {
  const entries = await workspace.list(root);
  const subsets = entries.filter((entry) => entry.kind === 'directory' && parseSubsetName(entry.name).accepted);
  const hasImages = entries.some((entry) => entry.kind === 'file' && isImageName(TRAINERS[0].profile, entry.name));
  const project = subsets.length > 0 || hasImages ? null : await projectFolders(workspace, root, entries);
  const mode = subsets.length > 0 || project ? 'train_data_dir' : 'image_dir';
  if (subsets.length === 0 && !hasImages && !project) return null;

  const usual = usualBuckets(family);
  const names = mode === 'image_dir' ? entries.map((entry) => entry.name) : [];
  const read = subsets.map(({ name }) => `${root}/${name}`).concat(project?.subsets ?? []);
  for (const subset of read) {
    const inside = await workspace.list(subset).catch(() => []);
    append(
      names,
      inside.map((entry) => entry.name),
    );
  }
  const bucketOptions: [string, string | true][] = [
    ['enable_bucket', true],
    ['min_bucket_reso', String(usual.minBucketReso)],
    ['max_bucket_reso', String(usual.maxBucketReso)],
    ['bucket_reso_steps', String(usual.bucketResoSteps)],
  ];
  const wished = new Map<string, string | true>([
    ['resolution', `${usual.resolution.width},${usual.resolution.height}`],
    ...(buckets ? bucketOptions : []),
    ['train_batch_size', '1'],
    ['caption_extension', likelyExtension(names)],
  ]);
  const assumed = [...wished].filter(([name]) => !given.has(name));
  const options = new Map([...wished, ...given]);
  const argv = [...options].flatMap(([name, value]) => (value === true ? [`--${name}`] : [`--${name}=${value}`]));
  const words = assumed.map(([name, value]) => [name, String(value)] as const);
  if (project) {
    const folders: [name: string, value: string][] = [['train_data_dir', project.train]];
    if (project.regularization !== null) folders.push(['reg_data_dir', project.regularization]);
    const more = folders.map(([name, value]) => `--${name}=${value}`);
    return { sources: { argv: [...argv, ...more] }, mode, assumed: [...words, ...folders] };
  }
  if (mode === 'train_data_dir')
    return { sources: { argv: [...argv, `--train_data_dir=${root}`] }, mode, assumed: words };

  const name = parseSubsetName(baseName(root));
  const subset = name.accepted
    ? { image_dir: root, num_repeats: name.repeats, class_tokens: name.classTokens }
    : { image_dir: root };
  const datasetConfig = parseConfig(JSON.stringify({ datasets: [{ subsets: [subset] }] }), 'json');
  return { sources: { argv, datasetConfig }, mode, assumed: words };
}

/** The caption extension most files have; `.txt` when there are none, as front ends of the trainer set it. */
function likelyExtension(names: readonly string[]): string {
  const count = (extension: string) => names.filter((name) => extensionOf(name) === extension).length;
  return count('.caption') > count('.txt') ? '.caption' : '.txt';
}
