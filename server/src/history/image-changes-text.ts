import { t } from '../ground/l10n.ts';
import type { CompareTextOptions } from './compare-text.ts';
import type { CaptionChange, ImageChanges } from './image-changes.ts';

/** Files of each kind of change that are listed unless all are asked for. */
const listed = 15;

/** Changed images and captions as parts of a comparison. */
export function writeImageChanges(
  { added, gone, renamed, changed, captions }: ImageChanges,
  { all = false }: Pick<CompareTextOptions, 'all'>,
): { readonly title: string; readonly lines: readonly string[] }[] {
  const some = <T>(items: readonly T[], line: (item: T) => string): string[] => {
    const shown = all ? items : items.slice(0, listed);
    const lines = shown.map(line);
    if (shown.length < items.length) lines.push(t('… {0} more. --all lists them.', items.length - shown.length));
    return lines;
  };
  return [
    { title: t('Images added ({0})', added.length), lines: some(added, String) },
    { title: t('Images gone ({0})', gone.length), lines: some(gone, String) },
    {
      title: t('Images renamed ({0})', renamed.length),
      lines: some(renamed, ({ before, after }) => `${before} → ${after}`),
    },
    { title: t('Images with another content ({0})', changed.length), lines: some(changed, String) },
    { title: t('Captions changed ({0})', captions.length), lines: some(captions, captionLine) },
  ];
}

function captionLine({ image, caption, added, gone, reordered }: CaptionChange): string {
  const changes = [...gone.map((tag) => `-${tag}`), ...added.map((tag) => `+${tag}`)];
  return `${caption ?? image}: ${reordered ? t('another order') : changes.join(', ')}`;
}
