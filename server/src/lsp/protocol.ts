/** Messages between the extension and the server beyond LSP, by subject. Plain data only. */
export * from './protocol/changes.ts';
export * from './protocol/dataset.ts';
export * from './protocol/history.ts';
export * from './protocol/images.ts';
export * from './protocol/lists.ts';
export * from './protocol/lora.ts';
export * from './protocol/overview.ts';
export * from './protocol/planning.ts';
export * from './protocol/training.ts';
export * from './protocol/working-set.ts';
