import type { TrainerConfig } from './config-text.ts';
import type { ConfigPath } from './documents/document.ts';

/** What options do, by option, in tables of names of their trainer's own. English; translated through `t()`. */
export type OptionMeanings = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** An option as completion and hover show it. */
export interface OptionWords {
  readonly name: string;
  /** In words, display language. */
  readonly type: string;
  /** As the file writes it; null when there is none. */
  readonly default: string | null;
  /** What else is known of it: where it may stand, its other name. Markdown, display language. */
  readonly remarks?: readonly string[];
  /** Tables of meanings that may have it, the first that does counts. */
  readonly tables: readonly string[];
  /** Values to choose from, as the file writes them. */
  readonly values: readonly string[];
}

/** The options of a trainer in words, apart from what judges and plans with them. */
export interface OptionDictionary {
  /** Options that may stand in the table at a path. */
  optionsIn(config: TrainerConfig, path: ConfigPath): readonly OptionWords[];
  /** Headers of tables that a TOML file may have. */
  headers(config: TrainerConfig): readonly string[];
}
