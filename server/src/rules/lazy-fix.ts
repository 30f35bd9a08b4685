import type { Fix } from '../ground/finding.ts';
import type { TextEdit } from '../ground/text.ts';

/** A suggested fix whose edits cost something: made when they are asked for, once. */
export function lazyFix(title: string, file: string, make: () => TextEdit[]): Fix {
  let edits: TextEdit[] | null = null;
  return {
    title,
    safety: 'suggested',
    get edits() {
      edits ??= make();
      return [{ file, edits }];
    },
  };
}
