import type { TextRange } from '../ground/text.ts';
import type { CaptionContext } from '../rules/context.ts';

/** What "expand selection" takes one after the other: the tag, the piece with its white space, the line, the text. */
export function selectionSteps(context: CaptionContext, offset: number): TextRange[] {
  const { caption } = context;
  const steps: TextRange[] = [];
  const add = (range: TextRange | undefined): void => {
    if (!range || range.start > offset || range.end < offset) return;
    const last = steps.at(-1);
    if (last && last.start === range.start && last.end === range.end) return;
    if (!last || (range.start <= last.start && range.end >= last.end)) steps.push(range);
  };
  const tag = context.tagAt(offset);
  add(tag?.range);
  add(tag?.slot);
  add(caption.trained.find((range) => range.start <= offset && offset <= range.end));
  add({ start: 0, end: caption.text.length });
  return steps;
}
