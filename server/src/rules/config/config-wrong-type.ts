import type { Draft, Fix } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import { type ConfigPath, findInConfig } from '../../trainers/documents/document.ts';
import { type PyValue, toPlain } from '../../trainers/documents/python-value.ts';
import { DATASET_OPTIONS, type OptionType } from '../../trainers/sd-scripts/config/dataset-options.ts';
import { argumentOf } from '../../trainers/sd-scripts/config/script-arguments.ts';
import type { ConfigContext } from '../context.ts';
import { configRule } from '../define.ts';
import { fixesFrom, replaceFix } from './edits.ts';

export default configRule({
  id: 'config-wrong-type',
  group: 'config',
  severity: 'error',
  fix: 'suggested',
  summary: 'A value of the configuration has a type the trainer refuses.',
  why: 'The trainer checks types strictly: 1 is no float, "1024" no number, and a config_file wants resolution as text (sd-scripts library/config_util.py, ConfigSanitizer; library/train_util.py, prepare_dataset_args).',
  *check(context: ConfigContext): Iterable<Draft> {
    for (const { kind, path, range, message, stage } of context.problems) {
      if (kind !== 'wrong-type' && kind !== 'crash' && kind !== 'mixed-subsets') continue;
      const value = findInConfig(context.document.root, path)?.value;
      const severity = stage === null ? 'warning' : 'error';
      yield {
        range: value && value.type !== 'dict' && kind === 'wrong-type' ? (value.range ?? range) : range,
        message,
        severity,
        fixes: value && kind === 'wrong-type' ? fixesFrom(convertFix(context, path, value)) : [],
      };
    }
  },
});

/** The same value in the type that is wanted, where the meaning is plain. */
function convertFix(context: ConfigContext, path: ConfigPath, value: PyValue): Fix | null {
  const text = value.range && converted(value, path.at(-1) ?? '', context.role === 'config_file');
  if (!text || !value.range) return null;
  return replaceFix(context, t('Write {0}', text), value.range, text);
}

function converted(value: PyValue, key: string, isOption: boolean): string | null {
  if (isOption && (key === 'resolution' || key === 'face_crop_aug_range')) {
    const plain = toPlain(value);
    if (typeof plain === 'number') return JSON.stringify(String(plain));
    return Array.isArray(plain) ? JSON.stringify(plain.join(',')) : null;
  }
  const type = isOption ? argumentOf(key, null)?.type : DATASET_OPTIONS[key]?.type;
  return type ? inType(value, type) : null;
}

function inType(value: PyValue, type: OptionType | 'flag' | 'warmup'): string | null {
  const float = (n: number): string => (Number.isInteger(n) ? `${n}.0` : String(n));
  switch (type) {
    case 'bool':
    case 'flag': {
      if (value.type === 'str' && /^(true|false)$/i.test(value.value.trim())) return value.value.trim().toLowerCase();
      return value.type === 'int' && (value.value === 0 || value.value === 1) ? String(value.value === 1) : null;
    }
    case 'int':
    case 'float':
    case 'number':
    case 'warmup': {
      const number = value.type === 'str' ? Number(value.value.trim() || Number.NaN) : Number(toPlain(value) as number);
      if (!Number.isFinite(number) || value.type === 'list') return null;
      if (type === 'int') return Number.isInteger(number) ? String(number) : null;
      return type === 'float' ? float(number) : String(number);
    }
    case 'str':
      return value.type === 'int' || value.type === 'float' ? JSON.stringify(String(value.value)) : null;
    case 'size': {
      const parts = value.type === 'str' ? value.value.split(/\s*[,x×]\s*/).map(Number) : (toPlain(value) as number[]);
      if (!Array.isArray(parts) || !parts.every((part) => Number.isInteger(part) && part > 0)) return null;
      return parts.length === 1 ? String(parts[0]) : parts.length === 2 ? `[${parts.join(', ')}]` : null;
    }
    case 'float-pair': {
      const parts = toPlain(value);
      const isPair = Array.isArray(parts) && parts.length === 2 && parts.every((part) => typeof part === 'number');
      return isPair ? `[${parts.map((part) => float(part as number)).join(', ')}]` : null;
    }
    default:
      return null;
  }
}
