import { append } from '../ground/append.ts';
import { type ConfigPath, findInConfig, rootDict } from '../trainers/documents/document.ts';
import type { ConfigDocument } from '../trainers/documents/parsed.ts';
import { type Plain, type PyValue, toPlain } from '../trainers/documents/python-value.ts';
import { parseTomlConfig } from '../trainers/documents/toml-document.ts';
import { DATASET_OPTIONS } from '../trainers/sd-scripts/config/dataset-options.ts';
import type { TrainerSetting } from './settings/index.ts';

/** The configuration of the user, as far as it was found. */
export interface UserConfig {
  readonly datasetConfig: ConfigDocument | null;
  readonly configFile: ConfigDocument | null;
}

/** One advised setting against what the configuration says. */
export interface SettingDiff extends TrainerSetting {
  /** Every place that sets it, with its value; empty when the trainer's default holds. */
  readonly current: readonly { readonly path: ConfigPath; readonly value: Plain }[];
  /**
   * `same`: set everywhere as advised. `change`: set otherwise somewhere. `add`: not set, to be put at `table`. `new-subset`: belongs
   * to a subset that has to be written first. `no-file`: there is no configuration of its kind.
   */
  readonly state: 'same' | 'change' | 'add' | 'new-subset' | 'no-file';
  /** Where a missing option goes: the path of a table that exists, [] for the top of the file; null when nowhere. */
  readonly table: ConfigPath | null;
}

/** Compares advised settings with a user's configuration, option by option. */
export function settingsDiff(settings: readonly TrainerSetting[], config: UserConfig): SettingDiff[] {
  return settings.map((setting) => {
    const document = setting.file === 'dataset_config' ? config.datasetConfig : config.configFile;
    if (!document) return { ...setting, current: [], state: 'no-file', table: null };
    const root = rootDict(document);
    const places = setting.file === 'dataset_config' ? datasetPlaces(root) : scriptPlaces(root);
    const current = places.flatMap((place) => {
      const entry = findInConfig(root, [...place, setting.key]);
      return entry && entry.value.type !== 'dict'
        ? [{ path: [...place, setting.key], value: toPlain(entry.value) }]
        : [];
    });
    const wanted = JSON.stringify(settingValue(setting));
    if (current.length > 0) {
      const same = current.every(({ value }) => JSON.stringify(value) === wanted);
      return { ...setting, current, state: same ? 'same' : 'change', table: null };
    }
    if (setting.file === 'config_file') return { ...setting, current, state: 'add', table: [] };
    const table = tableFor(setting.key, root);
    return { ...setting, current, state: table ? 'add' : 'new-subset', table };
  });
}

/** The value of a setting as the trainer would read it. */
export function settingValue({ key, value }: TrainerSetting): Plain {
  const plain = toPlain(parseTomlConfig(`${key} = ${value}\n`).root);
  return plain !== null && typeof plain === 'object' && !Array.isArray(plain) ? (plain[key] ?? null) : null;
}

/** [general], each dataset, each subset. */
function datasetPlaces(root: PyValue): ConfigPath[] {
  const places: ConfigPath[] = [['general']];
  for (const dataset of items(root, ['datasets'])) {
    places.push(dataset);
    append(places, items(root, [...dataset, 'subsets']));
  }
  return places;
}

/** The top of the file and its sections, which the trainer flattens (sd-scripts library/train_util.py, read_config_from_file). */
function scriptPlaces(root: PyValue): ConfigPath[] {
  if (root.type !== 'dict') return [[]];
  return [[], ...[...root.entries].filter(([, entry]) => entry.value.type === 'dict').map(([key]) => [key])];
}

function items(root: PyValue, path: ConfigPath): ConfigPath[] {
  const list = findInConfig(root, path)?.value;
  return list?.type === 'list' ? list.items.map((_, at) => [...path, String(at)]) : [];
}

/** The widest table that takes the option and is there; options of a single subset have none. */
function tableFor(key: string, root: PyValue): ConfigPath | null {
  const levels: readonly string[] = DATASET_OPTIONS[key]?.levels ?? [];
  if (levels.includes('general') && findInConfig(root, ['general'])) return ['general'];
  const [dataset] = items(root, ['datasets']);
  return dataset && levels.includes('dataset') ? dataset : null;
}
