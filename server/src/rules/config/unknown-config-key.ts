import type { Draft, Fix } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import { editDistance } from '../../tags/edit-distance.ts';
import { type ConfigPath, findInConfig } from '../../trainers/documents/document.ts';
import { DATASET_OPTIONS } from '../../trainers/sd-scripts/config/dataset-options.ts';
import { argumentNames, isKnownArgument } from '../../trainers/sd-scripts/config/script-arguments.ts';
import { levelOf } from '../../trainers/sd-scripts/config/validate.ts';
import type { ConfigContext } from '../context.ts';
import { configRule } from '../define.ts';
import { fixesFrom, removeFix, replaceFix } from './edits.ts';

export default configRule({
  id: 'unknown-config-key',
  group: 'config',
  severity: 'error',
  fix: 'suggested',
  summary: 'The trainer does not know a key of the configuration, or does not allow it there.',
  why: 'In a dataset_config an unknown key stops training; in a config_file it is kept without a word, so a slip of the pen silently loses the option (sd-scripts library/config_util.py; library/train_util.py, read_config_from_file).',
  *check(context: ConfigContext): Iterable<Draft> {
    for (const { kind, path, range, message, stage } of context.problems) {
      if (kind === 'left-by-form') yield { range, severity: 'info', message };
      if (kind !== 'unknown-key' && kind !== 'unknown-option') continue;
      const better = likelyKey(context, path);
      const hint = better === null ? '' : ` ${t('Did you mean {0}?', better)}`;
      yield {
        range,
        message: message + hint,
        severity: stage === null ? 'warning' : 'error',
        fixes: fixesFrom(better === null ? null : renameFix(context, path, better), remove(context, path)),
      };
    }
    yield* laterOptions(context);
  },
});

/** Options that only later versions of the trainer have. */
function* laterOptions({ role, document }: ConfigContext): Iterable<Draft> {
  if (role !== 'dataset_config') return;
  const datasets = findInConfig(document.root, ['datasets'])?.value;
  const tables = datasets?.type === 'list' ? datasets.items.map((_, i) => ['datasets', String(i)]) : [];
  for (const [name, { since }] of Object.entries(DATASET_OPTIONS)) {
    if (since === undefined) continue;
    for (const table of [['general'], ...tables]) {
      const range = findInConfig(document.root, [...table, name])?.keyRange;
      if (range)
        yield {
          range,
          severity: 'info',
          message: t('{0} is known from version {1} on: older ones stop.', name, since),
        };
    }
  }
}

function remove(context: ConfigContext, path: ConfigPath): Fix | null {
  return removeFix(context, t('Remove {0}', path.at(-1) ?? ''), path);
}

function renameFix(context: ConfigContext, path: ConfigPath, name: string): Fix | null {
  const range = findInConfig(context.document.root, path)?.keyRange;
  if (!range || findInConfig(context.document.root, [...path.slice(0, -1), name])) return null;
  const quote = /^["']/.exec(context.text.slice(range.start))?.[0] ?? '';
  return replaceFix(context, t('Rename to {0}', name), range, quote + name + quote);
}

/** The key that was probably meant: the same option's other name, else the nearest spelling. Null when nothing is near. */
function likelyKey(context: ConfigContext, path: ConfigPath): string | null {
  const key = path.at(-1) ?? '';
  let names: string[];
  if (context.role === 'dataset_config') {
    const level = levelOf(path);
    if (level === null || Object.hasOwn(DATASET_OPTIONS, key)) return null;
    const twin = Object.entries(DATASET_OPTIONS).find(([, option]) => option.argument === key);
    if (twin) return twin[1].levels.includes(level) ? twin[0] : null;
    if (key === 'interpolation_type') return 'resize_interpolation';
    names = Object.entries(DATASET_OPTIONS).flatMap(([name, option]) => (option.levels.includes(level) ? [name] : []));
    if (!names.includes(key) && isKnownArgument(key) && key !== 'caption_extention') return null;
  } else names = [...argumentNames(null)];
  const limit = key.length < 6 ? 1 : 3;
  let best: string | null = null;
  let least = limit + 1;
  for (const name of names) {
    const distance = editDistance(key.toLowerCase().replaceAll('-', '_'), name, limit);
    if (distance < least) [best, least] = [name, distance];
  }
  return best;
}
