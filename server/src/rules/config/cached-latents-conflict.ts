import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import { isTrue } from '../../trainers/python/truth.ts';
import type { ConfigContext } from '../context.ts';
import { configRule } from '../define.ts';
import { replaceFix } from './edits.ts';
import { datasetsOf, ownRange } from './subsets.ts';

export default configRule({
  id: 'cached-latents-conflict',
  group: 'config',
  severity: 'error',
  fix: 'suggested',
  summary: 'cache_latents is combined with an augmentation that changes the image at every step.',
  why: 'Images are encoded once; color_aug and random_crop would need them anew each time, and the trainer stops (sd-scripts library/train_util.py, is_latent_cacheable).',
  *check(context: ConfigContext): Iterable<Draft> {
    const { args } = context;
    if (!args || !(isTrue(args.get('cache_latents')) || isTrue(args.get('cache_latents_to_disk')))) return;
    const said = new Set<number>();
    for (const { subsets } of datasetsOf(context)) {
      for (const { params } of subsets) {
        for (const name of ['color_aug', 'random_crop']) {
          const range = ownRange(context, params, name);
          if (params.values[name] !== true || !range || said.has(range.start)) continue;
          said.add(range.start);
          yield {
            range,
            message: t('{0} stops training together with cache_latents.', name),
            fixes: [replaceFix(context, t('Set {0} to {1}', name, 'false'), range, 'false')],
          };
        }
      }
    }
  },
});
