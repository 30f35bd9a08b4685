import { t } from '../../ground/l10n.ts';
import type { NearKind } from '../../images/compare/kinds.ts';
import type { Box } from '../../images/compare/views.ts';
import type { DuplicatePair } from '../../images/scan-types.ts';

/**
 * How two versions of one picture differ, in words that go after a colon.
 * @param isSameSize whether both files have as many pixels each way
 */
export function kindText(kind: NearKind, isSameSize = false): string {
  switch (kind) {
    case 'burst':
      return t('the next moment of the same scene');
    case 'cut-from':
      return t('a part of it');
    case 'framed':
      return t('set into a larger picture');
    case 'mirrored':
      return t('mirrored');
    case 'rotated':
      return t('rotated');
    case 'cropped':
      return t('cropped');
    case 'border':
      return t('with a border or bars');
    case 'background-changed':
      return t('on another background');
    case 'overlay':
      return t('with something over it');
    case 'colour-changed':
      return t('in other colours');
    case 'stretched':
      return t('stretched');
    case 'resized':
      return isSameSize ? t('at another scale') : t('in another size');
    case 'recompressed':
      return t('saved again');
  }
}

/** The ways of a pair, the two most telling ones; of a mark it says where it lies. */
export function kindsText({ kinds, overlay }: Pick<DuplicatePair, 'kinds' | 'overlay'>, isSameSize = false): string {
  return kinds
    .slice(0, 2)
    .map((kind) =>
      kind === 'overlay' && overlay
        ? t('with something over it ({0})', placeText(overlay))
        : kindText(kind, isSameSize),
    )
    .join(t(' and '));
}

/** Share of a side from which on something covers it rather than lies at one end. */
const ACROSS = 0.6;

/** Where a box lies in a picture, in words. */
function placeText([left, top, right, bottom]: Box): string {
  const column = right - left > ACROSS ? 1 : Math.min(2, Math.floor(((left + right) / 2) * 3));
  const row = bottom - top > ACROSS ? 1 : Math.min(2, Math.floor(((top + bottom) / 2) * 3));
  if (right - left > ACROSS && bottom - top > ACROSS) return t('all over');
  return places()[row * 3 + column]!;
}

const places = (): string[] => [
  t('top left'),
  t('top'),
  t('top right'),
  t('left'),
  t('middle'),
  t('right'),
  t('bottom left'),
  t('bottom'),
  t('bottom right'),
];
