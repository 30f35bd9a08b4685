import { t } from '../../ground/l10n.ts';
import { rootDict } from '../documents/document.ts';
import { type PyValue, toPlain } from '../documents/python-value.ts';
import { placeOfOption } from '../documents/sections.ts';
import { nearName } from '../near-value.ts';
import { Problems, plainTypeName } from '../option-help.ts';
import { dropoutFault, lengthFault, nothingLearned, OPTIMIZERS, rateFault, SCHEDULERS } from '../run-values.ts';
import type { TrainerConfig, TrainerProblem } from '../trainer.ts';
import { optionsAt } from './options.ts';
import { NETWORK_MODULES, PRECISIONS, RUN_OPTIONS, type RunOptionType, runValues } from './run-options.ts';

/** Values that the programs know (musubi-tuner training/parser_common.py, networks/). */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  network_module: NETWORK_MODULES,
  lr_scheduler: SCHEDULERS,
  optimizer_type: OPTIMIZERS,
  timestep_sampling: ['sigma', 'uniform', 'sigmoid', 'shift', 'flux_shift', 'flux2_shift', 'qwen_shift', 'logsnr'],
};

/** Shorter names are near too many others. */
const shortest = 6;

/**
 * What is wrong in a file of training options, as far as it can be told: the programs check neither names nor types there, and each has
 * options of its own, so that a name counts as wrong only where it is a slip of the pen.
 */
export function runProblems(config: TrainerConfig): TrainerProblem[] {
  const found = new Problems(config);
  found.syntax();
  if (config.document.errors.length > 0) return found.found;
  const root = rootDict(config.document);
  const ofDatasets = optionsAt('general');
  const names = [...RUN_OPTIONS.keys()].filter((name) => name.length >= shortest);
  const values = runValues(root);
  for (const [name, value] of values) {
    const place = placeOfOption(root, name) ?? [name];
    if (ofDatasets.includes(name)) {
      found.add(
        'ignored-config-option',
        'warning',
        place,
        t('{0} belongs in the dataset file: from here training takes it and the caching programs do not.', name),
      );
      continue;
    }
    const type = RUN_OPTIONS.get(name);
    if (!type) {
      const meant = name.length >= shortest ? nearName(name, names) : null;
      if (meant !== null && !values.has(meant)) found.unknownKey(place, names, false);
      continue;
    }
    if (found.quotedBoolean(place, value) && type === 'bool') continue;
    if (!fits(value, type)) found.wrongType(place, t('{0} must be {1}.', name, plainTypeName(type)));
    else if (name === 'mixed_precision' && !PRECISIONS.includes(String(toPlain(value))))
      found.refused(place, t('{0} must be one of {1}.', name, PRECISIONS.join(', ')));
    else if (value.type === 'str') found.doubtfulValue(place, value.value, KNOWN[name] ?? []);
    else if (name === 'learning_rate' && rateFault(name, toPlain(value)))
      found.refused(place, rateFault(name, toPlain(value)) ?? '');
    else if (name === 'learning_rate' && toPlain(value) === 0) found.doubtful(place, nothingLearned());
    else if (name === 'network_dropout' && dropoutFault(name, toPlain(value)))
      found.refused(place, dropoutFault(name, toPlain(value)) ?? '');
    else if (name === 'max_train_epochs' && lengthFault(toPlain(value)))
      found.doubtful(place, lengthFault(toPlain(value)) ?? '');
    else if (name.startsWith('save_every_n_') && toPlain(value) === 0) found.least(place, name);
    else if (
      ['network_dim', 'max_train_steps', 'gradient_accumulation_steps'].includes(name) &&
      Number(toPlain(value)) < 1
    )
      found.least(place, name);
  }
  const epochs = placeOfOption(root, 'max_train_epochs');
  const steps = placeOfOption(root, 'max_train_steps');
  if (epochs && steps) found.beside(steps, 'max_train_epochs');
  return found.found;
}

/** Whether the programs can work with a value: an integer serves as a float. */
function fits(value: PyValue, type: RunOptionType): boolean {
  switch (type) {
    case 'float':
      return value.type === 'float' || value.type === 'int';
    default:
      return value.type === type;
  }
}
