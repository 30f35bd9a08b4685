import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import type { ConfigContext } from '../context.ts';
import { configRule } from '../define.ts';
import { fixesFrom, setFix } from './edits.ts';
import { datasetsOf, placeOf } from './subsets.ts';

export default configRule({
  id: 'unused-regularization',
  group: 'config',
  severity: 'warning',
  fix: 'suggested',
  summary: 'More regularization samples than training samples: the surplus images never train.',
  why: 'The trainer takes regularization images in order until they match the training samples and never touches the rest (sd-scripts library/train_util.py, DreamBoothDataset; docs: choose repeats so that training samples are not fewer).',
  *check(context: ConfigContext): Iterable<Draft> {
    for (const dataset of datasetsOf(context)) {
      const { planned } = dataset;
      if (!planned || planned.regSamples <= planned.trainSamples) continue;
      const regular = dataset.subsets.filter((subset) => subset.params.values.is_reg === true && subset.planned);
      const [first] = regular;
      if (!first) continue;
      const all = regular.reduce((sum, subset) => sum + (subset.planned?.imageCount ?? 0), 0);
      const used = regular.reduce((sum, subset) => sum + subset.images.length, 0);
      if (used >= all) continue;
      const training = dataset.subsets.filter(
        (subset) => subset.params.values.is_reg !== true && subset.images.length > 0,
      );
      const images = training.reduce((sum, subset) => sum + subset.images.length, 0);
      const repeats = Math.ceil(planned.regSamples / Math.max(1, images));
      const regRepeats = regular.some((subset) => (subset.planned?.repeats ?? 1) > 1);
      const single = training.length === 1 && context.role === 'dataset_config' ? training[0] : undefined;
      const fix = regRepeats
        ? setFix(context, t('Set num_repeats of {0} to {1}', first.directory ?? '', 1), first.table, 'num_repeats', 1)
        : single
          ? setFix(
              context,
              t('Set num_repeats of {0} to {1}', single.directory ?? '', repeats),
              single.table,
              'num_repeats',
              repeats,
            )
          : null;
      yield {
        range: placeOf(context, first, 'num_repeats', 'is_reg', 'image_dir'),
        message: t(
          '{0} of {1} regularization images never train: {2} regularization samples for {3} training samples.',
          all - used,
          all,
          planned.regSamples,
          planned.trainSamples,
        ),
        fixes: context.role === 'dataset_config' ? fixesFrom(fix) : [],
      };
    }
  },
});
