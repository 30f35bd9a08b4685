import type { TextRange } from '../../ground/text.ts';
import type { PyValue } from './python-value.ts';

/** Something that keeps the trainer from reading the file at all. */
export interface ConfigSyntaxError {
  readonly message: string;
  /** UTF-16 offsets in the document, never beyond its end. */
  readonly range: TextRange;
  /** The Python exception class the trainer ends with. */
  readonly exception:
    | 'TomlDecodeError'
    | 'JSONDecodeError'
    | 'ValueError'
    | 'AttributeError'
    | 'TypeError'
    | 'ScannerError'
    | 'ParserError'
    | 'ComposerError'
    | 'ConstructorError'
    | 'ReaderError'
    | 'RecursionError';
}

/**
 * A configuration file of the trainer with positions. With errors the trainer reads nothing; `root` then holds what could still be
 * understood, so that an editor can help with the rest of the file.
 */
export interface ConfigDocument {
  readonly root: PyValue;
  readonly errors: readonly ConfigSyntaxError[];
  /** Keys of one table that stand there again below: the last one counts, without a word. */
  readonly repeated?: readonly { readonly name: string; readonly range: TextRange }[];
}
