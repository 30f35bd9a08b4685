import { type Compared, changeParts, sideText } from '../history/compare-text.ts';
import type { ComparisonInWords } from './protocol.ts';

/** Lines of each part that a view is given. */
const listed = 200;

/** A comparison as views show it: the lines that the command line prints. */
export function inSections(diff: Compared): ComparisonInWords {
  return {
    before: sideText(diff.before),
    after: sideText(diff.after),
    sections: changeParts(diff).flatMap(({ title, count, rows, isChange, isList }) => {
      if (count === 0) return [];
      const shown = rows(isList ? listed : count);
      return { title, rows: shown, more: count - shown.length, isChange };
    }),
  };
}
