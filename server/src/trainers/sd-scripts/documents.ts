import { append } from '../../ground/append.ts';
import { t } from '../../ground/l10n.ts';
import { type ConfigPath, findInConfig, rootDict } from '../documents/document.ts';
import { entryRange } from '../documents/entry-range.ts';
import type { ConfigDocument } from '../documents/parsed.ts';
import { flattenSections } from '../documents/sections.ts';
import { Problems } from '../option-help.ts';
import { isTrue } from '../python/truth.ts';
import type { ProblemRule, TrainerConfig, TrainerDocuments, TrainerProblem } from '../trainer.ts';
import type { ConfigProblem } from './config/config-problem.ts';
import { DATASET_OPTIONS } from './config/dataset-options.ts';
import { presetOptions } from './config/gui-preset.ts';
import { converted, likelyKey } from './config/meant.ts';
import { resolveArguments } from './config/resolve.ts';
import { validateConfigFile, validateDatasetConfig } from './config/validate.ts';
import { habits } from './habits.ts';

/** Configurations of sd-scripts as documents. What rests on the files they name is judged by rules over their plan. */
export const SD_SCRIPTS_DOCUMENTS: TrainerDocuments = {
  // A preset of kohya_ss is the options that its form passes on.
  asRead: (config) => readDocument(config),

  problems(written, _files, beside = []) {
    const config = { ...written, document: readDocument(written) };
    const found = new Problems(config);
    found.syntax();
    for (const problem of validated(config, beside)) {
      if (problem.kind === 'syntax') continue;
      // The form fills in every field.
      if (problem.kind === 'idle' && config.role === 'gui-preset') continue;
      found.found.push(asTold(problem, config));
    }
    if (config.role === 'dataset_config') append(found.found, laterOptions(config));
    return found.found;
  },

  habits,
  companions: (config) => {
    const named = config.role === 'dataset_config' ? null : optionsOf(config).get('dataset_config');
    return named?.type === 'str' && named.value !== '' ? [named.value] : [];
  },
  named: ['dataset_config'],
};

const readDocument = ({ role, document }: TrainerConfig): ConfigDocument =>
  role === 'gui-preset' ? presetOptions(document) : document;

const optionsOf = (config: TrainerConfig) => flattenSections(rootDict(readDocument(config)));

function validated(config: TrainerConfig, beside: readonly TrainerConfig[]): ConfigProblem[] {
  if (config.role !== 'dataset_config') return validateConfigFile(config.document);
  const options = beside.find(({ role }) => role !== 'dataset_config');
  // Without the options nobody knows whether masks are used.
  if (!options) return validateDatasetConfig(config.document, true);
  const { args } = resolveArguments({ configFile: readDocument(options) });
  return validateDatasetConfig(config.document, isTrue(args?.get('masked_loss')));
}

const RULES: Readonly<Record<Exclude<ConfigProblem['kind'], 'syntax'>, ProblemRule>> = {
  'unknown-key': 'unknown-config-key',
  'unknown-option': 'unknown-config-key',
  'left-by-form': 'unknown-config-key',
  'missing-key': 'missing-config-key',
  'wrong-type': 'config-wrong-type',
  crash: 'config-wrong-type',
  'mixed-subsets': 'config-wrong-type',
  'not-a-choice': 'config-refused-value',
  refused: 'config-refused-value',
  idle: 'ignored-config-option',
};

function asTold(problem: ConfigProblem, config: TrainerConfig): TrainerProblem {
  const { kind, path, stage } = problem;
  const rule = RULES[kind as keyof typeof RULES];
  const told = { rule, message: problem.message, range: problem.range, fixes: [] };
  const value = findInConfig(config.document.root, path)?.value;
  switch (kind) {
    case 'left-by-form':
      return { ...told, severity: 'info' };
    case 'idle':
      return { ...told, severity: 'info', fixes: removal(config, path) };
    case 'unknown-key':
    case 'unknown-option': {
      const meant = likelyKey(config.role, path);
      const hint = meant === null ? '' : ` ${t('Did you mean {0}?', meant)}`;
      const fixes = [...(meant === null ? [] : rename(config, path, meant)), ...removal(config, path)];
      return { ...told, message: problem.message + hint, severity: stage === null ? 'warning' : 'error', fixes };
    }
    case 'wrong-type': {
      const range = value && value.type !== 'dict' ? (value.range ?? problem.range) : problem.range;
      const newText = value?.range && converted(value, path.at(-1) ?? '', config.role !== 'dataset_config');
      const fixes =
        newText && value.range ? [{ title: t('Write {0}', newText), range: value.range, newText }] : told.fixes;
      return { ...told, range, severity: stage === null ? 'warning' : 'error', fixes };
    }
    case 'not-a-choice':
      return { ...told, severity: 'warning' };
    default:
      return { ...told, severity: 'error' };
  }
}

function removal({ text, document }: TrainerConfig, path: ConfigPath): TrainerProblem['fixes'] {
  const range = entryRange(text, document.root, path);
  return range ? [{ title: t('Remove {0}', path.at(-1) ?? ''), range, newText: '' }] : [];
}

function rename({ text, document }: TrainerConfig, path: ConfigPath, name: string): TrainerProblem['fixes'] {
  const range = findInConfig(document.root, path)?.keyRange;
  if (!range || findInConfig(document.root, [...path.slice(0, -1), name])) return [];
  const quote = /^["']/.exec(text.slice(range.start))?.[0] ?? '';
  return [{ title: t('Rename to {0}', name), range, newText: quote + name + quote }];
}

/** Options that only later versions of the trainer have. */
function laterOptions({ document }: TrainerConfig): TrainerProblem[] {
  const datasets = findInConfig(document.root, ['datasets'])?.value;
  const tables = datasets?.type === 'list' ? datasets.items.map((_, i) => ['datasets', String(i)]) : [];
  return Object.entries(DATASET_OPTIONS).flatMap(([name, { since }]) => {
    if (since === undefined) return [];
    return [['general'], ...tables].flatMap((table): TrainerProblem[] => {
      const range = findInConfig(document.root, [...table, name])?.keyRange;
      const message = t('{0} is known from version {1} on: older ones stop.', name, since);
      return range ? [{ rule: 'unknown-config-key', severity: 'info', message, range, fixes: [] }] : [];
    });
  });
}
