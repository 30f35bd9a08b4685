import { t } from '../../ground/l10n.ts';
import type { NearKind } from '../../images/compare/kinds.ts';

/** How two versions of one picture differ, in words that go after a colon. */
export function kindText(kind: NearKind): string {
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
      return t('in another size');
    case 'recompressed':
      return t('saved again');
  }
}

/** The ways of a pair, the two most telling ones. */
export const kindsText = (kinds: readonly NearKind[]): string => kinds.slice(0, 2).map(kindText).join(t(' and '));
