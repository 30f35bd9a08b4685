/** What a training configuration says about one folder, as far as it tells of the concept there. Names as in sd-scripts. */
export interface ConfigHint {
  /** class_tokens: trained where an image has no caption; null when not given. */
  readonly classTokens: string | null;
  /** caption_prefix and caption_suffix; "" when not given. */
  readonly prefix: string;
  readonly suffix: string;
  readonly separator: string;
  readonly keepTokens: number;
  /** "" when not given. */
  readonly keepTokensSeparator: string;
  /** is_reg */
  readonly regularization: boolean;
  /** num_repeats */
  readonly repeats: number;
  /** The trigger that the trainer puts before captions without it (trigger_word of ai-toolkit), as written; "" without one. */
  readonly triggerWord: string;
  /** It holds for the folders inside as well. */
  readonly deep: boolean;
}

/** What a configuration says about a folder: of itself, or of the nearest one above that it holds for as a whole. */
export function hintFor(hints: ReadonlyMap<string, ConfigHint>, folder: string): ConfigHint | undefined {
  const own = hints.get(folder);
  if (own || hints.size === 0) return own;
  for (let above = folder; above !== ''; ) {
    above = above.slice(0, Math.max(0, above.lastIndexOf('/')));
    const hint = hints.get(above);
    if (hint?.deep) return hint;
  }
  return undefined;
}

/**
 * How many tags of the captions themselves keep_tokens holds at their place: the trainer counts those of caption_prefix too,
 * which it joins to the caption with a space (sd-scripts library/train_util.py, process_caption).
 */
export function keptTags({
  prefix,
  separator,
  keepTokens,
}: Pick<ConfigHint, 'prefix' | 'separator' | 'keepTokens'>): number {
  const before = prefix === '' || separator === '' ? 0 : prefix.split(separator).length - 1;
  return Math.max(0, keepTokens - before);
}
