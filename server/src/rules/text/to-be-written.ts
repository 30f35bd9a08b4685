import type { TextRange } from '../../ground/text.ts';
import { artifactsIn, mayHoldArtifacts } from '../../tags/artifacts.ts';
import { isHeading, joinedLines } from '../../tags/headings.ts';
import type { CaptionContext } from '../context.ts';

/** Whether a caption may hold what a captioning model left: false is sure, and nearly always the answer where tags are written. */
export const mayHoldLeft = ({ style, isCommaList, caption, letters, flags }: CaptionContext): boolean =>
  style !== 'tags' ||
  !isCommaList ||
  caption.ignored.length > 0 ||
  caption.trained.some(({ start, end }) => mayHoldArtifacts(caption.text.slice(start, end), letters, flags));

/** The heading that the line which trains is, where the caption stands in lines below it that are not read, and what it should be. */
export function headingOf({ caption, settings }: CaptionContext): { range: TextRange; instead: string } | null {
  const { text, trained, ignored } = caption;
  if (settings.severities['captioner-artifact'] === 'off' || trained.length !== 1 || ignored.length === 0) return null;
  const [{ start, end }] = trained;
  if (!isHeading(text.slice(start, end))) return null;
  const lines = ignored.map((line) => text.slice(line.start, line.end));
  const instead = joinedLines(lines, settings.syntax.separator);
  return instead === '' ? null : { range: { start, end: ignored[ignored.length - 1].end }, instead };
}

/** Whether a captioning model left no caption at all, or one that is not read, which is said and has to be written anew. */
export function isToBeWritten(context: CaptionContext): boolean {
  const { caption, style, settings } = context;
  if (settings.severities['captioner-artifact'] === 'off' || !mayHoldLeft(context)) return false;
  if (headingOf(context) !== null) return true;
  return caption.trained.some(({ start, end }) =>
    artifactsIn(caption.text.slice(start, end), style).some(({ kind }) => kind === 'refusal' || kind === 'placeholder'),
  );
}
