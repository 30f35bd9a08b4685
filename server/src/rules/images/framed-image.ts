import { z } from 'zod';
import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import type { Bars } from '../../images/bars.ts';
import type { ImageContext } from '../context.ts';
import { imageRule } from '../define.ts';
import { ruleOptions } from '../rule-options.ts';

const options = ruleOptions({ share: 0.04 }, () => ({
  /** Least share of the picture that bars take, 0 to 1. */
  share: z.number().min(0).max(1),
}));

export default imageRule({
  id: 'framed-image',
  group: 'images',
  severity: 'info',
  fix: 'none',
  summary: 'Bars, a border or a line of text surround the picture.',
  why: 'Trainers cut nothing off: bars train as part of every picture that has them and come back as bars; text comes back as scribbles (heuristic).',
  options,
  *check({ image }: ImageContext, { share }: typeof options.defaults): Iterable<Draft> {
    const bars = image.look?.bars;
    if (!bars) return;
    const taken = 1 - (1 - bars.left - bars.right) * (1 - bars.top - bars.bottom);
    if (taken < share) return;
    const percent = Math.round(100 * taken);
    yield {
      range: null,
      habit: bars.text
        ? t('A bar with text trains with the picture. Cut it off.')
        : t('Bars train with the picture. Cut them off.'),
      message: bars.text
        ? t('A bar with text takes {0} % of the picture ({1}) and trains with it. Cut it off.', percent, sidesOf(bars))
        : t('Bars take {0} % of the picture ({1}) and train with it. Cut them off.', percent, sidesOf(bars)),
    };
  },
});

function sidesOf({ left, top, right, bottom }: Bars): string {
  if (Math.min(left, top, right, bottom) > 0) return t('all around');
  const sides = [top > 0 && t('top'), left > 0 && t('left'), right > 0 && t('right'), bottom > 0 && t('bottom')];
  return sides.filter((side) => side !== false).join(', ');
}
