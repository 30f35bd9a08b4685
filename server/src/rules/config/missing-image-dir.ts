import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import { editDistance } from '../../tags/edit-distance.ts';
import { baseName, directoryName, joinPath } from '../../trainers/files/paths.ts';
import { liesElsewhere } from '../../trainers/option-help.ts';
import type { ConfigContext } from '../context.ts';
import { configRule } from '../define.ts';
import { replaceFix, written } from './edits.ts';
import { datasetsOf, optionRange, ownRange } from './subsets.ts';

export default configRule({
  id: 'missing-image-dir',
  group: 'config',
  severity: 'error',
  fix: 'suggested',
  summary: 'A folder the configuration names does not exist, or holds no image.',
  why: 'The trainer warns in its log and trains without the subset (sd-scripts library/train_util.py, load_dreambooth_dir).',
  *check(context: ConfigContext): Iterable<Draft> {
    const seen = new Set<string>();
    for (const { subsets } of datasetsOf(context)) {
      for (const { params, directory } of subsets) {
        const range = ownRange(context, params, 'image_dir');
        if (!range || directory === null || seen.has(directory)) continue;
        seen.add(directory);
        yield* checkFolder(context, 'image_dir', directory, range);
      }
    }
    if (context.role !== 'config_file' || context.training.resolved.datasets) return;
    for (const name of ['train_data_dir', 'reg_data_dir']) {
      const value = context.args?.get(name);
      const range = optionRange(context, name);
      if (value?.type === 'str' && range && context.files.kind(value.value) !== 'directory')
        yield* checkFolder(context, name, value.value, range);
    }
  },
});

function* checkFolder(
  context: ConfigContext,
  name: string,
  directory: string,
  range: { start: number; end: number },
): Iterable<Draft> {
  const { files, training } = context;
  if (files.kind(directory) === 'directory') {
    const isEmpty = training.plan.warnings.some(
      (warning) => warning.code === 'no-images' && warning.subject === directory,
    );
    if (isEmpty)
      yield {
        range,
        message: t('{0} holds no image the trainer sees: the subset is left out. Sub-folders are not read.', directory),
      };
    return;
  }
  const near = nearFolder(context, directory);
  yield {
    range,
    ...(liesElsewhere(directory, files) ? { severity: 'info' as const } : {}),
    message: t('{0}: no such folder ({1}). The subset is left out with a warning only.', name, directory),
    fixes: near === null ? [] : [replaceFix(context, t('Change to {0}', near), range, written(near))],
  };
}

/** A folder beside the missing one with nearly its name; null when there is none. */
function nearFolder({ files }: ConfigContext, directory: string): string | null {
  const path = directory.replaceAll('\\', '/').replace(/\/+$/, '');
  const parent = directoryName(path);
  const name = baseName(path);
  let best: string | null = null;
  let least = 4;
  for (const entry of files.list(parent === '' ? '.' : parent)) {
    if (entry.kind !== 'directory') continue;
    const distance = editDistance(entry.name.toLowerCase(), name.toLowerCase(), 3);
    if (distance < least) [best, least] = [joinPath(parent, entry.name), distance];
  }
  return best;
}
