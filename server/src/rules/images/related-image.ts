import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import type { DuplicatePair } from '../../images/scan-types.ts';
import type { FolderContext } from '../context.ts';
import { folderRule } from '../define.ts';

/** Tags that a caption needs before its repetition says anything. */
const LEAST_TAGS = 3;

export default folderRule({
  id: 'related-image',
  group: 'images',
  severity: 'hint',
  fix: 'none',
  summary: 'The image is a part of another one, or the next moment of its scene.',
  why: 'A face cut from a full picture, or two frames of a burst, are pictures of their own and often wanted; but they share a motif, and a caption that was copied along names what the part does not show (heuristic).',
  *check({ related, index }: FolderContext): Iterable<Draft> {
    for (const pair of related) {
      const { part, whole, percent } = roles(pair);
      const link = [{ file: whole, range: null, message: t('The other image') }];
      if (pair.kinds.includes('burst')) {
        yield {
          file: part,
          range: null,
          message: t(
            'The next moment of the scene in {0}: keep both only where something that matters changed.',
            whole,
          ),
          related: link,
        };
        continue;
      }
      const copied = namesAll(index, part, whole);
      yield {
        file: part,
        range: null,
        message: copied
          ? t(
              'A part of {0} ({1} % of it), with a caption that names all {0} shows. Take out what was cut away.',
              whole,
              percent,
            )
          : t('A part of {0} ({1} % of it): both train. Fine where the part is wanted for itself.', whole, percent),
        ...(copied ? { severity: 'info' as const } : {}),
        related: link,
      };
    }
  },
});

/** Which image of a pair is the part, and what share of the other it shows. */
function roles({ a, b, shared, whole }: DuplicatePair): { part: string; whole: string; percent: number } {
  const [left, top, right, bottom] = shared ?? [0, 0, 1, 1];
  const percent = Math.round(100 * (right - left) * (bottom - top));
  return whole === b ? { part: a, whole: b, percent } : { part: b, whole: a, percent };
}

/** Whether the caption of the part names everything that the caption of the whole does. */
function namesAll(index: FolderContext['index'], part: string, whole: string): boolean {
  const tagsOf = (image: string): Set<string> => {
    const file = index.image(image)?.caption;
    const record = file == null ? undefined : index.record(file);
    return new Set(record?.source.kind === 'text' ? [...record.norms].map((norm) => index.vocabulary.norm(norm)) : []);
  };
  const own = tagsOf(part);
  const all = tagsOf(whole);
  return all.size >= LEAST_TAGS && [...all].every((tag) => own.has(tag));
}
