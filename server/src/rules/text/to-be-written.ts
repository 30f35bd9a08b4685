import { artifactsIn } from '../../tags/artifacts.ts';
import type { CaptionContext } from '../context.ts';

/** Whether a captioning model left no caption at all, which is said and has to be written anew. */
export function isToBeWritten({ caption, style, settings }: CaptionContext): boolean {
  if (settings.severities['captioner-artifact'] === 'off') return false;
  return caption.trained.some(({ start, end }) =>
    artifactsIn(caption.text.slice(start, end), style).some(({ kind }) => kind === 'refusal' || kind === 'placeholder'),
  );
}
