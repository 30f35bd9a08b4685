import { settingsDiff } from '../advice/config-diff.ts';
import type { TrainerSetting } from '../advice/settings/index.ts';
import { applyEdits } from '../ground/edits.ts';
import { applySettings } from '../rules/config/apply-settings.ts';
import { type ConfigFile, type ConfigPair, configOfText } from '../training/find-config.ts';

/** Options that a step sets, and how many of them are new. */
export interface SettingStep {
  readonly settings: readonly TrainerSetting[];
  readonly options: number;
}

/** What would be written into a configuration; null where it has all of it, or no place for any. */
export function settingEdits(pair: ConfigPair, settings: readonly TrainerSetting[]): SettingStep | null {
  const diffs = settingsDiff(settings, {
    datasetConfig: pair.datasetConfig?.document ?? null,
    configFile: pair.configFile?.document ?? null,
  });
  const options = diffs.filter(({ state }) => state === 'change' || state === 'add').length;
  return options === 0 ? null : { settings, options };
}

/** The texts of a configuration with settings written into it, by absolute path; those that stay are left out. */
export function withSettings(pair: ConfigPair, steps: readonly SettingStep[]): Map<string, string> {
  const texts = new Map<string, string>();
  let { datasetConfig, configFile } = pair;
  for (const { settings } of steps) {
    const diffs = settingsDiff(settings, {
      datasetConfig: datasetConfig?.document ?? null,
      configFile: configFile?.document ?? null,
    });
    const written = (config: ConfigFile | null, file: TrainerSetting['file']): ConfigFile | null => {
      if (!config) return null;
      const own = diffs.filter((diff) => diff.file === file);
      const fix = applySettings({ ...config, file: config.path }, '', own);
      if (!fix) return config;
      const text = applyEdits(
        config.text,
        fix.edits.flatMap(({ edits }) => edits),
      );
      texts.set(config.path, text);
      return configOfText(config.path, text) ?? config;
    };
    datasetConfig = written(datasetConfig, 'dataset_config');
    configFile = written(configFile, 'config_file');
  }
  return texts;
}
