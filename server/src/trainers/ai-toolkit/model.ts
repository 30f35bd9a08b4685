import { NONE, type PyValue, pyFloat, pyInt, pyStr } from '../documents/python-value.ts';
import { isTrue } from '../python/truth.ts';
import { answer, type Outcome, stops } from '../trainer-error.ts';

/** What `model` comes to. */
export interface ModelChoice {
  /** `arch`, or what the older `is_*` flags stand for. */
  readonly arch: PyValue;
  readonly nameOrPath: PyValue;
  /** The `is_*` flags that are on, from the file or because of `arch`. */
  readonly flags: ReadonlyMap<string, PyValue>;
  /** `model_kwargs`, which hold limits of some text encoders. */
  readonly kwargs: PyValue;
}

export interface NetworkChoice {
  readonly values: ReadonlyMap<string, PyValue>;
}

/** Older flags and the architecture they stand for, in the order the trainer asks. */
const FLAGS: readonly (readonly [flag: string, arch: string])[] = [
  ['is_v2', 'sd2'],
  ['is_v3', 'sd3'],
  ['is_xl', 'sdxl'],
  ['is_pixart', 'pixart'],
  ['is_pixart_sigma', 'pixart_sigma'],
  ['is_auraflow', 'auraflow'],
  ['is_flux', 'flux'],
  ['is_lumina2', 'lumina2'],
  ['is_vega', 'vega'],
  ['is_ssd', 'ssd'],
];

/** Reads `model` (ai-toolkit toolkit/config_modules.py, ModelConfig). */
export function resolveModel(given: PyValue | undefined): Outcome<ModelChoice> {
  if (given && given.type !== 'dict') return stops('TypeError', 'model is no table');
  const value = (name: string): PyValue => given?.entries.get(name)?.value ?? NONE;
  const nameOrPath = value('name_or_path');
  if (nameOrPath.type === 'none') return stops('ValueError', 'model.name_or_path must be specified');
  const flags = new Map(FLAGS.flatMap(([flag]) => (isTrue(value(flag)) ? [[flag, value(flag)] as const] : [])));
  let arch = value('arch');
  if (flags.has('is_ssd')) flags.set('is_xl', { type: 'bool', value: true, range: null });
  if (arch.type === 'str') {
    const [base] = arch.value.split(':') as [string];
    arch = { ...arch, value: base === 'flex1' ? 'flux' : base };
    const flag = FLAGS.find(([, name]) => arch.type === 'str' && name === arch.value)?.[0];
    if (flag) flags.set(flag, { type: 'bool', value: true, range: null });
  } else if (arch.type === 'none') {
    const flag = FLAGS.find(([name]) => isTrue(value(name)));
    arch = pyStr(flag?.[1] ?? 'sd1');
  }
  return answer({ arch, nameOrPath, flags, kwargs: value('model_kwargs') });
}

/** The rank LoKr uses for "as large as the layer". */
const FULL_RANK = 9999999999;

/** Reads `network`: `rank` wins over `linear`, alpha is 1.0 unless given, and LoKr ignores the rank. */
export function resolveNetwork(given: PyValue | undefined): Outcome<NetworkChoice | null> {
  if (!given || given.type === 'none') return answer(null);
  if (given.type !== 'dict') return stops('TypeError', 'network is no table');
  const value = (name: string): PyValue | undefined => given.entries.get(name)?.value;
  const set = (name: string): PyValue | undefined => (value(name)?.type === 'none' ? undefined : value(name));
  const type = value('type') ?? pyStr('lora');
  const rank = set('rank') ?? set('linear') ?? pyInt(4);
  const alpha = value('alpha') ?? pyFloat(1);
  const conv = value('conv') ?? NONE;
  const full = pyInt(FULL_RANK);
  const isLokr = type.type === 'str' && type.value.toLowerCase() === 'lokr';
  const isFull = isLokr && (value('lokr_full_rank') === undefined || isTrue(value('lokr_full_rank')));
  return answer({
    values: new Map<string, PyValue>([
      ['type', type],
      ['linear', isFull ? full : rank],
      ['linear_alpha', isFull ? full : (value('linear_alpha') ?? alpha)],
      ['conv', isFull ? full : conv],
      ['conv_alpha', isFull ? full : (value('conv_alpha') ?? conv)],
      ['rank', rank],
      ['alpha', alpha],
    ]),
  });
}
