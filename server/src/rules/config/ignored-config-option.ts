import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import { splitsIntoTags } from '../../trainers/captions/caption-options.ts';
import { pathAt, rangeOfPath } from '../../trainers/documents/document.ts';
import { pathOfOption } from '../../trainers/documents/sections.ts';
import { normalizePath } from '../../trainers/files/paths.ts';
import type { ConfigContext } from '../context.ts';
import { configRule } from '../define.ts';
import { fixesFrom, problemDrafts, removeFix } from './edits.ts';
import { type ConfigDataset, type ConfigSubset, datasetsOf, ownRange } from './subsets.ts';

export default configRule({
  id: 'ignored-config-option',
  group: 'config',
  severity: 'warning',
  fix: 'suggested',
  summary: 'An option is accepted and has no effect, because another one decides.',
  why: 'The trainer says nothing, or one line in its log, and trains with other settings than the file seems to give (sd-scripts library/train_util.py, library/config_util.py).',
  *check(context: ConfigContext): Iterable<Draft> {
    const said = new Set<number>();
    const datasets = datasetsOf(context);
    for (const dataset of datasets) {
      for (const [holder, name, message, loses] of inert(dataset)) {
        const range = ownRange(context, holder.params, name);
        if (!range || said.has(range.start)) continue;
        // A value in [general] may count for another dataset.
        const from = holder.params.sources[name]?.from;
        if (from === 'general' && datasets.length > 1) continue;
        said.add(range.start);
        const path = pathAt(context.document.root, range.start)?.path ?? [];
        yield {
          range,
          message,
          ...(loses ? {} : { severity: 'info' as const }),
          mark: 'unnecessary',
          fixes: fixesFrom(removeFix(context, t('Remove {0}', name), path.slice(0, path.lastIndexOf(name) + 1))),
        };
      }
    }
    yield* ignoredFolders(context);
    // The form fills in every field.
    for (const draft of problemDrafts(context, 'ignored-config-option')) yield { ...draft, mark: 'unnecessary' };
  },
});

type Inert = readonly [
  holder: { readonly params: ConfigSubset['params'] },
  option: string,
  message: string,
  /** Data or options that somebody wrote are lost; else the option is merely idle. */
  loses?: 'loses',
];

function* inert(dataset: ConfigDataset): Iterable<Inert> {
  const { values } = dataset.params;
  const bucketOptions = ['min_bucket_reso', 'max_bucket_reso', 'bucket_reso_steps', 'bucket_no_upscale'];
  if (values.enable_bucket !== true) {
    for (const name of bucketOptions) yield [dataset, name, t('{0} has no effect: enable_bucket is off.', name)];
  } else if (values.bucket_no_upscale === true) {
    for (const name of ['min_bucket_reso', 'max_bucket_reso'])
      yield [dataset, name, t('{0} has no effect: with bucket_no_upscale the images make their own buckets.', name)];
  }
  if (values.validation_split === 0)
    yield [dataset, 'validation_seed', t('{0} has no effect without validation_split.', 'validation_seed')];
  const seen = new Set<string>();
  for (const subset of dataset.subsets) {
    const repeats = Number(subset.params.values.num_repeats);
    if (repeats < 1)
      yield [
        subset,
        'num_repeats',
        t('num_repeats {0}: the whole subset is left out with a warning only.', repeats),
        'loses',
      ];
    const folder = subset.directory === null ? null : normalizePath(subset.directory);
    if (folder !== null && seen.has(folder))
      yield [
        subset,
        'image_dir',
        t('{0} is named twice in one dataset: its options here do not count as they seem to.', subset.directory ?? ''),
        'loses',
      ];
    else if (folder !== null) seen.add(folder);
    const { options } = subset;
    if (!splitsIntoTags(options) && options.keepTokens > 0)
      yield [subset, 'keep_tokens', t('keep_tokens has no effect: nothing is shuffled or dropped.')];
    const captions = subset.images.filter(
      (image) => image.caption !== '' && image.captionSource.from !== 'class-tokens',
    );
    if (captions.length > 0 && captions.length === subset.images.length)
      yield [subset, 'class_tokens', t('class_tokens has no effect: every image has a caption.')];
    const { secondarySeparator } = options;
    if (
      secondarySeparator &&
      captions.length > 0 &&
      !captions.some(({ caption }) => caption.includes(secondarySeparator))
    )
      yield [
        subset,
        'secondary_separator',
        t('{0} has no effect: no caption contains "{1}".', 'secondary_separator', secondarySeparator),
      ];
    if (options.tokenWarmupStep === 0)
      yield [subset, 'token_warmup_min', t('{0} has no effect without token_warmup_step.', 'token_warmup_min')];
  }
}

function* ignoredFolders(context: ConfigContext): Iterable<Draft> {
  if (context.role !== 'config_file' || !context.training.resolved.datasets) return;
  for (const name of ['train_data_dir', 'reg_data_dir', 'in_json']) {
    const path = pathOfOption(context.document, name);
    if (path.length === 0) continue;
    yield {
      range: rangeOfPath(context.document.root, path),
      ...(context.isPreset ? { severity: 'info' as const } : {}),
      message: t('{0} has no effect: dataset_config decides about the data.', name),
      mark: 'unnecessary',
      fixes: fixesFrom(removeFix(context, t('Remove {0}', name), path)),
    };
  }
}
