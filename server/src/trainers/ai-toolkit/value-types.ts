import { t } from '../../ground/l10n.ts';
import type { ConfigPath } from '../documents/document.ts';
import type { PyValue } from '../documents/python-value.ts';
import { type Problems, plainTypeName } from '../option-help.ts';
import type { TrainerProblem } from '../trainer.ts';
import type { JobOption, OptionType } from './options.ts';

/** Values that stop the trainer, or count for other than they look. */
export function typeProblems(
  table: PyValue,
  options: ReadonlyMap<string, JobOption>,
  path: string[],
  found: Problems,
): void {
  if (table.type !== 'dict') return;
  for (const [key, { value }] of table.entries) {
    const option = options.get(key);
    if (!option) continue;
    const place = [...path, key];
    if (option.type === 'bool' && found.quotedBoolean(place, value)) continue;
    if (isRefused(key, value, option.type))
      found.mustBe(place, typeName(option.type), key, numberFix(found, place, value));
    else if (option.values && value.type === 'str' && !option.values.includes(value.value))
      found.refused(place, t('{0} must be one of {1}: training stops.', key, option.values.join(', ')));
  }
}

function numberFix(found: Problems, path: ConfigPath, value: PyValue): TrainerProblem['fixes'] {
  const isNumber = value.type === 'str' && /^\d+(?:\.\d+)?$/.test(value.value);
  return isNumber ? found.writeFix(path, value.value) : [];
}

/** Values whose type ends in an exception; everything else is used as it is. */
function isRefused(key: string, value: PyValue, type: OptionType): boolean {
  const isNumber = value.type === 'int' || value.type === 'float' || value.type === 'bool';
  switch (key) {
    case 'resolution':
      return value.type === 'list'
        ? value.items.some((item) => item.type !== 'int' && item.type !== 'float')
        : !isNumber;
    case 'num_repeats':
      return !isNumber || (value.type === 'float' && value.value > 1);
    case 'batch_size':
    case 'scale':
      return !isNumber && value.type !== 'none';
    case 'gradient_accumulation':
    case 'gradient_accumulation_steps':
      return !isNumber;
    case 'caption_dropout_rate':
    case 'token_dropout_rate':
    case 'network_weight':
      return !isNumber && !(value.type === 'str' && Number.isFinite(Number(value.value)) && value.value.trim() !== '');
    case 'trigger_word':
      return value.type !== 'none' && value.type !== 'str';
    case 'caption_ext':
      return value.type !== 'str';
    case 'augments':
    case 'controls':
      return value.type === 'none';
    default:
      return type === 'table' && value.type !== 'dict';
  }
}

/** A type in words. */
export function typeName(type: OptionType): string {
  switch (type) {
    case 'bool':
    case 'int':
    case 'float':
    case 'list':
    case 'table':
    case 'str':
      return plainTypeName(type);
    case 'path':
      return plainTypeName('str');
    case 'resolution':
      return t('a number or a list of numbers');
    case 'paths':
      return t('a text or a list of texts');
    default:
      return t('any value');
  }
}
