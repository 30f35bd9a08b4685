import { t } from '../ground/l10n.ts';
import type { CaptionChange, ImageChanges } from './image-changes.ts';

/** A change on one line, with the file it is about where that is still there. */
export interface ChangeRow {
  readonly text: string;
  readonly file: string | null;
}

/** Changed images and captions as parts of a comparison. */
export function imageChangeParts({
  added,
  gone,
  renamed,
  changed,
  captions,
}: ImageChanges): { readonly title: string; readonly rows: readonly ChangeRow[] }[] {
  const there = (file: string): ChangeRow => ({ text: file, file });
  return [
    { title: t('Images added ({0})', added.length), rows: added.map(there) },
    { title: t('Images gone ({0})', gone.length), rows: gone.map((text) => ({ text, file: null })) },
    {
      title: t('Images renamed ({0})', renamed.length),
      rows: renamed.map(({ before, after }) => ({ text: `${before} → ${after}`, file: after })),
    },
    { title: t('Images with another content ({0})', changed.length), rows: changed.map(there) },
    {
      title: t('Captions changed ({0})', captions.length),
      rows: captions.map((change) => ({ text: captionLine(change), file: change.caption ?? change.image })),
    },
  ];
}

function captionLine({ image, caption, added, gone, reordered }: CaptionChange): string {
  const changes = [...gone.map((tag) => `-${tag}`), ...added.map((tag) => `+${tag}`)];
  return `${caption ?? image}: ${reordered ? t('another order') : changes.join(', ')}`;
}
