import type { Fix } from '../ground/finding.ts';
import type { TextEdit } from '../ground/text.ts';

/**
 * A suggested fix whose edits cost something: made when they are asked for, once.
 * @param keepsText whether some text of the caption is sure to stay, so that the edits need not be made to see it
 */
export function lazyFix(title: string, file: string, keepsText: boolean, make: () => TextEdit[]): Fix {
  let edits: TextEdit[] | null = null;
  return {
    title,
    safety: 'suggested',
    keepsText,
    get edits() {
      edits ??= make();
      return [{ file, edits }];
    },
  };
}
