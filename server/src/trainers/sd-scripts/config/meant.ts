import { editDistance } from '../../../tags/edit-distance.ts';
import type { TrainerFileRole } from '../../config-text.ts';
import type { ConfigPath } from '../../documents/document.ts';
import { type PyValue, toPlain } from '../../documents/python-value.ts';
import { DATASET_OPTIONS, type OptionType } from './dataset-options.ts';
import { argumentNames, argumentOf, isKnownArgument } from './script-arguments.ts';
import { levelOf } from './validate.ts';

/** The key that was probably meant: the same option's other name, else the nearest spelling. Null when nothing is near. */
export function likelyKey(role: TrainerFileRole, path: ConfigPath): string | null {
  const key = path.at(-1) ?? '';
  let names: string[];
  if (role === 'dataset_config') {
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

/** The same value in the type that is wanted, as TOML and JSON write it; null where its meaning is not plain. */
export function converted(value: PyValue, key: string, isOption: boolean): string | null {
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
