import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import { bucketStepError } from '../../trainers/families.ts';
import type { ConfigContext } from '../context.ts';
import { configRule } from '../define.ts';
import { fixesFrom, setFix } from './edits.ts';
import { datasetsOf, placeOf } from './subsets.ts';

export default configRule({
  id: 'refused-bucket-step',
  group: 'config',
  severity: 'error',
  fix: 'suggested',
  summary: 'bucket_reso_steps is not a multiple of what the model needs: training stops.',
  why: 'SD 1.x, SD 2.x, Flux and others need steps of 64, SDXL and SD3 of 32, Anima of 16 (sd-scripts library/train_util.py, verify_bucket_reso_steps).',
  *check(context: ConfigContext): Iterable<Draft> {
    const { family } = context.settings;
    for (const dataset of datasetsOf(context)) {
      const step = Number(dataset.params.values.bucket_reso_steps);
      if (dataset.params.values.enable_bucket !== true || !(step > 0) || !bucketStepError(family, step)) continue;
      const better = Math.max(1, Math.round(step / family.bucketStepMultiple)) * family.bucketStepMultiple;
      yield {
        range: placeOf(context, dataset, 'bucket_reso_steps', 'enable_bucket'),
        message: t(
          'bucket_reso_steps {0} stops training: {1} needs a multiple of {2}.',
          step,
          family.name,
          family.bucketStepMultiple,
        ),
        fixes: fixesFrom(
          setFix(context, t('Set {0} to {1}', 'bucket_reso_steps', better), dataset.table, 'bucket_reso_steps', better),
        ),
      };
    }
  },
});
