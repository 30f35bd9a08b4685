import type { TextRange } from '../../../ground/text.ts';
import type { ConfigPath } from '../../documents/document.ts';
import type { ConfigStage } from './resolve.ts';
import type { SchemaProblemKind } from './schema.ts';

/** Something in a configuration that stops the training, or is not what it seems. */
export interface ConfigProblem {
  /** Where the trainer stops for it; null: it does not stop, the value is only not what it seems. */
  readonly stage: ConfigStage | null;
  readonly kind: SchemaProblemKind | 'syntax' | 'unknown-option' | 'left-by-form' | 'not-a-choice' | 'idle' | 'refused';
  readonly path: ConfigPath;
  readonly message: string;
  /** UTF-16 offsets; null for an empty document. */
  readonly range: TextRange | null;
}
