import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import { findInConfig, rangeOfPath } from '../../trainers/documents/document.ts';
import { liesElsewhere } from '../../trainers/option-help.ts';
import type { ConfigContext } from '../context.ts';
import { configRule } from '../define.ts';
import { datasetsOf } from './subsets.ts';

/** Where files name their data. */
const inDataset = ['datasets', '0', 'subsets', '0', 'image_dir'];
const inOptions = [['train_data_dir'], ['in_json']];

export default configRule({
  id: 'stops-training',
  group: 'config',
  severity: 'error',
  fix: 'none',
  summary: 'With this configuration and these files the trainer stops before the first step.',
  why: 'The datasets are built from the files as the trainer builds them; where it raises an error or finds no image, nothing is trained (sd-scripts library/config_util.py, library/train_util.py).',
  *check(context: ConfigContext): Iterable<Draft> {
    const { training, role, knowsOptions, document } = context;
    const { error } = training.report;
    // Said once, in the file that names the data. What is wrong in the configuration itself has rules of its own.
    if (!error || (role === 'config_file' && (training.resolved.datasets || !knowsOptions))) return;
    const { stage, exception, message } = error;
    const isData = stage === 'buckets' || stage === 'dataset' || (stage === 'training' && exception === '');
    // A caption at fault is told at the caption.
    if (!isData || /caption file|not UTF-8|resolution/.test(message)) return;
    const path = role === 'dataset_config' ? inDataset : inOptions.find((one) => findInConfig(document.root, one));
    yield {
      ...(namesNothingHere(context) ? { severity: 'info' as const } : {}),
      range: (path && findInConfig(document.root, path)?.value.range) ?? rangeOfPath(document.root, path ?? []),
      message: t('Training stops: {0}', [exception, message].filter((part) => part !== '').join(': ')),
    };
  },
});

/** True where all data that is named lies elsewhere, or a preset names none yet: the file was not written for what is here. */
function namesNothingHere(context: ConfigContext): boolean {
  const { files, role, args } = context;
  const texts = (values: readonly unknown[]) => values.filter((value) => typeof value === 'string' && value !== '');
  const named =
    role === 'dataset_config'
      ? datasetsOf(context).flatMap(({ subsets }) =>
          subsets.flatMap(({ params }) => texts([params.values.image_dir, params.values.metadata_file])),
        )
      : texts(
          ['train_data_dir', 'reg_data_dir', 'in_json'].map((name) => {
            const value = args?.get(name);
            return value?.type === 'str' ? value.value : null;
          }),
        );
  return named.every((path) => liesElsewhere(String(path), files));
}
