import { largest } from '../../ground/append.ts';
import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import { rangeOfPath } from '../../trainers/documents/document.ts';
import { pathOfOption } from '../../trainers/documents/sections.ts';
import { mainEncoder } from '../../trainers/families.ts';
import { contentLimit, WINDOW_CONTENT } from '../../trainers/windows.ts';
import { captionTokens } from '../../training/training-plan.ts';
import type { ConfigContext } from '../context.ts';
import { configRule } from '../define.ts';
import { cutTails } from '../tokens/cut.ts';
import { fixesFrom, removeFix, setFix } from './edits.ts';
import { numberOption, optionRange } from './subsets.ts';

const longest = 3 * WINDOW_CONTENT;

export default configRule({
  id: 'token-limit-mismatch',
  group: 'config',
  severity: 'warning',
  fix: 'suggested',
  summary: 'max_token_length does not fit the captions: it cuts some, or is longer than any needs.',
  why: 'Tokens behind the limit never train; a limit above 75 needs more data and steps and is advised only where captions are longer (seed: token length; sd-scripts library/strategy_base.py, docs/train_README).',
  *check(context: ConfigContext): Iterable<Draft> {
    if (context.role !== 'config_file') return;
    const value = numberOption(context, 'max_token_length');
    const path = pathOfOption(context.document, 'max_token_length');
    const range = optionRange(context, 'max_token_length');
    const remove = () => fixesFrom(removeFix(context, t('Remove {0}', 'max_token_length'), path));
    if (mainEncoder(context.settings.family).limitOption !== 'max_token_length') {
      if (value !== null && range)
        yield {
          range,
          // A form writes the field whatever the model.
          ...(context.isPreset ? { severity: 'info' as const } : {}),
          message: t('max_token_length has no effect for {0}.', context.settings.family.name),
          fixes: remove(),
        };
      return;
    }
    const anchor = range ?? folderOption(context);
    if (!anchor) return;
    const table = path.length > 0 ? path.slice(0, -1) : [];
    const set = (limit: number) =>
      fixesFrom(setFix(context, t('Set {0} to {1}', 'max_token_length', limit), table, 'max_token_length', limit));
    const limit = contentLimit(value);
    if (value !== null && value !== limit) {
      yield {
        range: anchor,
        message: t(
          'max_token_length {0}: only whole windows of 75 tokens reach the model, so {1} train.',
          value,
          limit,
        ),
        fixes: set(Math.min(longest, Math.max(2 * WINDOW_CONTENT, limit))),
      };
      return;
    }
    const { own, all } = tokenCounts(context);
    if (all.length === 0) return;
    const most = largest(all);
    const over = own.filter((count) => count > limit).length;
    if (over > 0) {
      const longestOwn = largest(own);
      const enough = Math.min(longest, Math.ceil(longestOwn / WINDOW_CONTENT) * WINDOW_CONTENT);
      yield {
        range: anchor,
        fact: cutTails,
        message: t(
          '{0} of {1} captions are over {2} tokens (longest {3}): their tails never train. Shorten them or raise max_token_length.',
          over,
          own.length,
          limit,
          longestOwn,
        ),
        fixes: enough > limit ? set(enough) : [],
      };
    } else if (value !== null && most <= limit - WINDOW_CONTENT) {
      const enough = Math.max(1, Math.ceil(most / WINDOW_CONTENT)) * WINDOW_CONTENT;
      yield {
        range: anchor,
        severity: 'info',
        message: t(
          'No caption is over {0} tokens (longest {1}): max_token_length {2} gains nothing.',
          enough,
          most,
          value,
        ),
        fixes: enough > WINDOW_CONTENT ? set(enough) : remove(),
      };
    }
  },
});

/** Tokens of the captions that train the subject, and of all of them. */
function tokenCounts({ training, settings }: ConfigContext): { own: number[]; all: number[] } {
  const own: number[] = [];
  const all: number[] = [];
  for (const dataset of training.plan.datasets) {
    for (const image of dataset.images) {
      const subset = dataset.subsets[image.subset];
      if (!subset || image.caption === '') continue;
      const tokens = captionTokens(image, subset, settings.clip);
      all.push(tokens);
      if (!image.isReg) own.push(tokens);
    }
  }
  return { own, all };
}

/** The option that names the data: where a limit that is not written is reported. */
function folderOption({ document }: ConfigContext) {
  for (const name of ['dataset_config', 'train_data_dir', 'in_json']) {
    const path = pathOfOption(document, name);
    if (path.length > 0) return rangeOfPath(document.root, path);
  }
  return null;
}
