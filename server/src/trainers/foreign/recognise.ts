import { rootDict } from '../documents/document.ts';
import type { ConfigDocument } from '../documents/parsed.ts';
import type { PyDictValue, PyValue } from '../documents/python-value.ts';

/** A trainer, or a version of one, that is known by its files and by nothing else: they are named, and neither judged nor changed. */
export interface ForeignTrainer {
  /** Product names are not translated. */
  readonly name: string;
  /** The keys that tell. */
  readonly because: readonly string[];
}

const keysOf = (value: PyValue | undefined): string[] => (value?.type === 'dict' ? [...value.entries.keys()] : []);
const entryOf = (root: PyDictValue, key: string): PyValue | undefined => root.entries.get(key)?.value;

/** Keys of SimpleTuner: of a data backend, and of a run. */
const BACKEND_KEYS = ['instance_data_dir', 'dataset_type', 'caption_strategy', 'cache_dir_vae', 'metadata_backend'];
const RUN_KEYS = ['model_family', 'data_backend_config', 'model_type', 'lora_rank', 'pretrained_model_name_or_path'];

/** Patterns of words one of which stands in every file of theirs. */
export const FOREIGN_TELLING = [
  ...[String.raw`\[\[directory\]\]`, 'data_backend_config', '_args', String.raw`\.args\]`, 'output_dir'],
  ...BACKEND_KEYS,
  ...RUN_KEYS.map((key) => `--${key}`),
];

/** Whether a configuration is that of a trainer this product does not model; null when it is none of them. */
export function recogniseForeign(document: ConfigDocument): ForeignTrainer | null {
  if (document.root.type === 'list') return simpleTunerBackends(document.root.items);
  const root = rootDict(document);
  return diffusionPipe(root) ?? simpleTuner(root) ?? easyScripts(root);
}

/** `[[directory]]` with a path, or a run with `[model]`, `[adapter]` and a dataset file. */
function diffusionPipe(root: PyDictValue): ForeignTrainer | null {
  const name = 'diffusion-pipe';
  const directory = entryOf(root, 'directory');
  if (directory?.type === 'list' && directory.items.some((item) => keysOf(item).includes('path')))
    return { name, because: ['[[directory]] path'] };
  const dataset = entryOf(root, 'dataset');
  const model = keysOf(entryOf(root, 'model'));
  const isRun = dataset?.type === 'str' && model.includes('type') && keysOf(root).includes('output_dir');
  return isRun ? { name, because: ['dataset', '[model] type'] } : null;
}

/** A list of data backends. */
function simpleTunerBackends(items: readonly PyValue[]): ForeignTrainer | null {
  const isBackend = (item: PyValue): boolean => {
    const keys = keysOf(item);
    return keys.includes('id') && keys.includes('type') && BACKEND_KEYS.some((key) => keys.includes(key));
  };
  return items.some(isBackend) ? { name: 'SimpleTuner', because: ['id', 'type', 'instance_data_dir'] } : null;
}

/** Options of the command line as keys, as its form saves them too, or the family beside the kind of model. */
function simpleTuner(root: PyDictValue): ForeignTrainer | null {
  const keys = [...keysOf(root), ...(root.entries.has('_metadata') ? keysOf(entryOf(root, 'config')) : [])];
  const found = RUN_KEYS.filter((key) => keys.includes(`--${key}`));
  if (found.length >= 2) return { name: 'SimpleTuner', because: found.map((key) => `--${key}`) };
  return keys.includes('model_family') && keys.includes('data_backend_config')
    ? { name: 'SimpleTuner', because: ['model_family', 'data_backend_config'] }
    : null;
}

/** Sections with `args` inside, as this front end of sd-scripts writes them. */
function easyScripts(root: PyDictValue): ForeignTrainer | null {
  const sections = [...root.entries].filter(([, { value }]) => {
    const keys = keysOf(value);
    return keys.includes('args') || keys.includes('dataset_args');
  });
  const names = sections.map(([key]) => key);
  const own = ['subsets', 'train_mode', 'general_args', 'network_args', 'optimizer_args', 'saving_args', 'bucket_args'];
  const known = names.filter((key) => own.includes(key));
  return known.length >= 2
    ? { name: 'LoRA_Easy_Training_Scripts', because: known.map((key) => `[${key}.args]`) }
    : null;
}
