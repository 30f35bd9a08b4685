import type { FailureMode } from '../../ground/finding.ts';
import type { Source } from '../evidence.ts';
import type { AdviceFacts } from '../facts.ts';
import type { MetricId } from '../metrics.ts';
import { presentNumber } from '../numbers.ts';

/** One option of sd-scripts as written in a TOML file. */
export interface TrainerSetting {
  /** `dataset_config`: under [general], [[datasets]] or [[datasets.subsets]]. `config_file`: an argument of the script. */
  readonly file: 'dataset_config' | 'config_file';
  readonly key: string;
  /** As written in TOML. */
  readonly value: string;
}

/** One thing to change in the training settings (Y). */
export interface SettingsAdvice {
  readonly id: string;
  readonly modes: readonly FailureMode[];
  /** Rules and metrics that call for it. */
  readonly because: readonly (MetricId | (string & {}))[];
  readonly title: () => string;
  /** Why it helps. */
  readonly why: (facts?: AdviceFacts) => string;
  /** The numbers of this set that its values come from, in a sentence; '' where there are none. */
  readonly numbers?: (facts: AdviceFacts) => string;
  /**
   * Values follow the dataset and the configuration. Empty: not applicable, or done already. What the configuration has anyway is
   * left out by the playbook.
   */
  readonly settings: (facts: AdviceFacts) => readonly TrainerSetting[];
  /** The same in OneTrainer (names of its concept and training configuration); empty where it has no such setting. */
  readonly onetrainer: (facts: AdviceFacts) => readonly string[];
  /** The same in ai-toolkit (names of its configuration file). */
  readonly aiToolkit: (facts: AdviceFacts) => readonly string[];
  readonly source: Source;
  /** The value is a starting point, not a measured one. */
  readonly heuristic: boolean;
}

export const dataset = (key: string, value: string): TrainerSetting => ({ file: 'dataset_config', key, value });
export const script = (key: string, value: string): TrainerSetting => ({ file: 'config_file', key, value });

/** A setting that is advised only where the configuration has less. */
export const atLeast = (facts: AdviceFacts, setting: TrainerSetting, value: number): readonly TrainerSetting[] =>
  (presentNumber(facts, setting.key) ?? Number.NEGATIVE_INFINITY) >= value ? [] : [setting];
