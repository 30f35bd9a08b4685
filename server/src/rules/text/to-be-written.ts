import { artifactsIn, mayHoldArtifacts } from '../../tags/artifacts.ts';
import type { CaptionContext } from '../context.ts';

/** Whether a caption may hold what a captioning model left: false is sure, and nearly always the answer where tags are written. */
export const mayHoldLeft = ({ style, isCommaList, caption, letters, flags }: CaptionContext): boolean =>
  style !== 'tags' ||
  !isCommaList ||
  caption.trained.some(({ start, end }) => mayHoldArtifacts(caption.text.slice(start, end), letters, flags));

/** Whether a captioning model left no caption at all, which is said and has to be written anew. */
export function isToBeWritten(context: CaptionContext): boolean {
  const { caption, style, settings } = context;
  if (settings.severities['captioner-artifact'] === 'off' || !mayHoldLeft(context)) return false;
  return caption.trained.some(({ start, end }) =>
    artifactsIn(caption.text.slice(start, end), style).some(({ kind }) => kind === 'refusal' || kind === 'placeholder'),
  );
}
