/** A file of a configuration. */
export interface ConfigText {
  /** Without folders. */
  readonly name: string;
  readonly text: string;
}

/** A configuration like that of a training, in the form of its trainer. */
export interface ConfigLike {
  /** The one that was asked for first; a dataset_config beside it where the trainer wants one. */
  readonly files: readonly [ConfigText, ...ConfigText[]];
}
