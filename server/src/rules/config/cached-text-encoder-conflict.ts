import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import type { Plain } from '../../trainers/documents/python-value.ts';
import { isOrVariantOf } from '../../trainers/families.ts';
import { isTrue } from '../../trainers/python/truth.ts';
import { trainsNetwork } from '../../training/default-trainer.ts';
import type { ConfigContext } from '../context.ts';
import { configRule } from '../define.ts';
import { fixesFrom, replaceFix, setFix } from './edits.ts';
import { datasetsOf, optionRange, ownRange } from './subsets.ts';

/** Options that stop training together with cached text encoder outputs, with the value that turns them off. */
const refused: Readonly<Record<string, string>> = {
  caption_dropout_rate: '0.0',
  shuffle_caption: 'false',
  token_warmup_step: '0',
  caption_tag_dropout_rate: '0.0',
};
/** Options that are silently skipped: the caption is encoded as it stands in the file. */
const ignored = [
  'caption_prefix',
  'caption_suffix',
  'enable_wildcard',
  'keep_tokens_separator',
  'secondary_separator',
  'caption_dropout_every_n_epochs',
];

export default configRule({
  id: 'cached-text-encoder-conflict',
  group: 'config',
  severity: 'error',
  fix: 'suggested',
  summary: 'cache_text_encoder_outputs is combined with caption options it refuses or silently ignores.',
  why: 'With cached outputs the raw caption is encoded once: shuffling and dropout stop training, prefix, suffix, wildcards and separators are skipped without a word (sd-scripts library/train_util.py; library/strategy_sdxl.py; sdxl_train_network.py).',
  *check(context: ConfigContext): Iterable<Draft> {
    const { args } = context;
    if (!args || !isTrue(args.get('cache_text_encoder_outputs'))) return;
    const said = new Set<number>();
    for (const { subsets } of datasetsOf(context)) {
      for (const { params } of subsets) {
        for (const [name, off] of Object.entries(refused)) {
          const range = ownRange(context, params, name);
          if (!isOn(params.values[name]) || !range || said.has(range.start)) continue;
          // Anima encodes again when the whole caption is dropped.
          if (name === 'caption_dropout_rate' && context.settings.model === 'anima') continue;
          said.add(range.start);
          yield {
            range,
            message: t('{0} stops training together with cache_text_encoder_outputs.', name),
            fixes: [replaceFix(context, t('Set {0} to {1}', name, off), range, off)],
          };
        }
        for (const name of ignored) {
          const range = ownRange(context, params, name);
          if (!isOn(params.values[name]) || !range || said.has(range.start)) continue;
          said.add(range.start);
          yield {
            range,
            severity: 'warning',
            mark: 'unnecessary',
            message: t(
              '{0} has no effect: cache_text_encoder_outputs encodes the caption as it stands in the file.',
              name,
            ),
          };
        }
      }
    }
    const range = optionRange(context, 'cache_text_encoder_outputs');
    const needsUnet = isOrVariantOf(context.settings.family, 'sdxl') && trainsNetwork(args);
    if (!range || !needsUnet || isTrue(args.get('network_train_unet_only'))) return;
    const table = tableOf(context);
    yield {
      range,
      message: t('SDXL: cache_text_encoder_outputs stops training without network_train_unet_only.'),
      fixes: fixesFrom(
        setFix(context, t('Set {0} to {1}', 'network_train_unet_only', 'true'), table, 'network_train_unet_only', true),
      ),
    };
  },
});

const isOn = (value: Plain | undefined): boolean =>
  value !== null && value !== undefined && value !== '' && value !== 0 && value !== false;

/** The section the option stands in. */
function tableOf({ document }: ConfigContext): string[] {
  if (document.root.type !== 'dict') return [];
  for (const [name, { value }] of document.root.entries) {
    if (value.type === 'dict' && value.entries.has('cache_text_encoder_outputs')) return [name];
  }
  return [];
}
