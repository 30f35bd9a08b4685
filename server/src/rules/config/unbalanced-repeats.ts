import { z } from 'zod';
import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import type { ConfigContext } from '../context.ts';
import { configRule } from '../define.ts';
import { ruleOptions } from '../rule-options.ts';
import { fixesFrom, setFix } from './edits.ts';
import { type ConfigSubset, datasetsOf, placeOf } from './subsets.ts';

const options = ruleOptions({ ratio: 3 }, () => ({
  /** How many times the samples of the smallest subset the largest may have. */
  ratio: z.number().min(1),
}));

export default configRule({
  id: 'unbalanced-repeats',
  group: 'config',
  severity: 'info',
  fix: 'suggested',
  summary: 'Repeats × images give one subset several times the samples of another.',
  why: 'What is shown more often wins: the larger concept bleeds into the smaller and is memorized first (seed: concept balance; heuristic). Repeats are there to even out the number of images.',
  options,
  *check(context: ConfigContext, { ratio }: typeof options.defaults): Iterable<Draft> {
    const subsets = datasetsOf(context)
      .flatMap((dataset) => dataset.subsets)
      .filter(
        (subset) => subset.images.length > 0 && subset.params.values.is_reg !== true && subset.directory !== null,
      );
    // The same folder in two datasets is one concept at two resolutions.
    const byFolder = new Map(subsets.map((subset) => [subset.directory, subset]));
    const [small, ...rest] = [...byFolder.values()].sort((a, b) => samples(a) - samples(b));
    const large = rest.at(-1);
    if (!small || !large || samples(large) < ratio * samples(small)) return;
    const repeats = Math.max(1, Math.round(samples(small) / large.images.length));
    const more = Math.round(samples(large) / small.images.length);
    const [subset, value] = repeats < repeatsOf(large) ? [large, repeats] : [small, more];
    yield {
      range: placeOf(context, large, 'num_repeats', 'image_dir'),
      message: t(
        '{0}: {1} samples per epoch, {2} times those of {3} ({4}). Even them out with num_repeats.',
        large.directory ?? '',
        samples(large),
        (samples(large) / samples(small)).toFixed(1),
        small.directory ?? '',
        samples(small),
      ),
      fixes:
        context.role === 'config_file'
          ? []
          : fixesFrom(
              setFix(
                context,
                t('Set num_repeats of {0} to {1}', subset.directory ?? '', value),
                subset.table,
                'num_repeats',
                value,
              ),
            ),
    };
  },
});

const repeatsOf = (subset: ConfigSubset): number => subset.planned?.repeats ?? 1;
const samples = (subset: ConfigSubset): number => subset.images.reduce((sum, image) => sum + image.repeats, 0);
