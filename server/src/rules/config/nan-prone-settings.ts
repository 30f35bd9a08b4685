import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import { pathOfOption } from '../../trainers/documents/sections.ts';
import { isOrVariantOf } from '../../trainers/families.ts';
import { isTrue } from '../../trainers/python/truth.ts';
import type { ConfigContext } from '../context.ts';
import { configRule } from '../define.ts';
import { fixesFrom, setFix } from './edits.ts';
import { numberOption, optionRange } from './subsets.ts';

/** Built-in rank and alpha (sd-scripts networks/lora.py, train_network.py). */
const defaultDim = 4;
const defaultAlpha = 1;

export default configRule({
  id: 'nan-prone-settings',
  group: 'config',
  severity: 'warning',
  fix: 'suggested',
  summary:
    'Settings that are reported to end in NaN: alpha and rank, precision, or caption length that do not go together.',
  why: 'Users of the trainer report NaN losses with alpha that does not fit the rank, with longer max_token_length, and with half precision (seed: training instability; reports, not proof).',
  *check(context: ConfigContext): Iterable<Draft> {
    const { args, settings } = context;
    if (context.role !== 'config_file' || !args) return;
    const dim = numberOption(context, 'network_dim') ?? (optionRange(context, 'network_dim') ? null : defaultDim);
    // What a faulty rank would come to is not known.
    if (dim === null || dim < 1) return;
    const alpha = numberOption(context, 'network_alpha') ?? defaultAlpha;
    const precision = textOf(context, 'mixed_precision');
    const isHalf = precision === 'fp16' || isTrue(args.get('full_fp16'));
    const alphaRange = optionRange(context, 'network_alpha');
    const dimRange = optionRange(context, 'network_dim');
    const setAlpha = () => {
      const table = pathOfOption(context.document, 'network_alpha').slice(0, -1);
      return fixesFrom(setFix(context, t('Set {0} to {1}', 'network_alpha', dim), table, 'network_alpha', dim));
    };
    if (alphaRange && alpha > dim) {
      yield {
        range: alphaRange,
        message: t(
          'network_alpha {0} is above network_dim {1}: updates are scaled up {2} times; NaN is reported for it.',
          alpha,
          dim,
          (alpha / dim).toFixed(1),
        ),
        fixes: setAlpha(),
      };
    } else if ((alphaRange ?? dimRange) && alpha !== dim && alpha !== dim / 2 && (isHalf || longCaptions(context))) {
      yield {
        range: alphaRange ?? dimRange,
        severity: 'info',
        message: t(
          'network_alpha {0} does not match network_dim {1}, together with {2}: NaN is reported for it. Use alpha = dim or dim / 2.',
          alpha,
          dim,
          isHalf ? 'fp16' : 'max_token_length',
        ),
        fixes: setAlpha(),
      };
    }
    if (!isHalf) return;
    const place = optionRange(context, 'mixed_precision') ?? optionRange(context, 'full_fp16');
    if (
      isOrVariantOf(settings.family, 'sdxl') &&
      settings.origins.model.from !== 'default' &&
      precision === 'fp16' &&
      !isTrue(args.get('no_half_vae')) &&
      !args.get('vae')?.range
    ) {
      const table = pathOfOption(context.document, 'mixed_precision').slice(0, -1);
      yield {
        range: place,
        message: t("SDXL's VAE gives NaN in fp16: add no_half_vae, or train in bf16."),
        fixes: fixesFrom(setFix(context, t('Set {0} to {1}', 'no_half_vae', 'true'), table, 'no_half_vae', true)),
      };
    }
    if (isTrue(args.get('full_fp16')))
      yield {
        range: optionRange(context, 'full_fp16') ?? place,
        message: t(
          'full_fp16 keeps gradients in half precision: small ones vanish and NaN is reported. Use full_bf16.',
        ),
      };
  },
});

function textOf({ args }: ConfigContext, name: string): string | null {
  const value = args?.get(name);
  return value?.type === 'str' ? value.value : null;
}

const longCaptions = (context: ConfigContext): boolean => (numberOption(context, 'max_token_length') ?? 0) > 75;
