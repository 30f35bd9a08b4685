import { type PyValue, toPlain } from '../../documents/python-value.ts';
import type { ModelFamilyId } from '../../families.ts';
import { familyOfModelName } from '../../model-names.ts';
import { argumentOf, type ScriptId, scriptsWith } from './script-arguments.ts';

/** The model that a set of options trains, and the option that says so. */
export interface FamilyOfOptions {
  readonly family: ModelFamilyId;
  /** The training script it takes; null where only the name of a model file tells the family. */
  readonly script: ScriptId | null;
  /** Name of the option that decided. */
  readonly option: string;
  /** `names`: only the file name of the model says so. */
  readonly certainty: 'exact' | 'names';
}

type Options = ReadonlyMap<string, PyValue>;

/** Network modules that fit one script only (sd-scripts networks/). */
const MODULES: Readonly<Record<string, ScriptId>> = {
  lora_flux: 'flux',
  oft_flux: 'flux',
  lora_sd3: 'sd3',
  lora_lumina: 'lumina',
  lora_hunyuan_image: 'hunyuan-image',
  lora_anima: 'anima',
};

const DEFAULT_FAMILY: Readonly<Record<ScriptId, ModelFamilyId>> = {
  sd: 'sd15',
  sdxl: 'sdxl',
  sd3: 'sd3',
  flux: 'flux',
  lumina: 'lumina2',
  'hunyuan-image': 'hunyuan-image',
  anima: 'anima',
};

/**
 * The family that the options of a `config_file`, a preset or a command line train. First what decides about the script (the network module,
 * options that one script alone has), then `v2`, then the name of the model file. Null where nothing says it.
 */
export function familyOfOptions(options: Options): FamilyOfOptions | null {
  const module = /^networks\.(\w+)$/.exec(text(options, 'network_module') ?? '')?.[1];
  const byModule = module && Object.hasOwn(MODULES, module) ? MODULES[module] : undefined;
  if (byModule) return ofScript(byModule, options, 'network_module');
  const candidates = narrowed(options, module);
  if (candidates) return ofScript(candidates.script, options, candidates.option);
  if (isOn(options, 'v2')) return { family: 'sd2', script: 'sd', option: 'v2', certainty: 'exact' };
  const model = text(options, 'pretrained_model_name_or_path');
  const named = model === null ? null : familyOfModelName(model);
  if (!named) return null;
  return { family: named, script: null, option: 'pretrained_model_name_or_path', certainty: 'names' };
}

/** The one script that has all options given which not every script has; null when several or none remain. */
function narrowed(options: Options, module: string | undefined): { script: ScriptId; option: string } | null {
  let scripts: readonly ScriptId[] | null = null;
  let option = '';
  for (const [name, value] of options) {
    if (value.type === 'none' || argumentOf(name, 'sd')) continue;
    const having = scriptsWith(name);
    if (having.length === 0) continue;
    const next: readonly ScriptId[] = scripts ? scripts.filter((script) => having.includes(script)) : having;
    // Options of two scripts in one file say nothing.
    if (next.length === 0) return null;
    if (scripts === null || next.length < scripts.length) option = name;
    scripts = next;
  }
  // networks.lora and its kin train SD and SDXL only.
  if (scripts && module === 'lora') scripts = scripts.filter((script) => script === 'sdxl');
  // `ae` alone is Flux's or Lumina's; the one-in-a-kind options decide.
  return scripts?.length === 1 ? { script: scripts[0] as ScriptId, option } : null;
}

function ofScript(script: ScriptId, options: Options, option: string): FamilyOfOptions {
  const model = text(options, 'pretrained_model_name_or_path') ?? '';
  if (script === 'flux') {
    if (text(options, 'model_type') === 'chroma')
      return { family: 'chroma', script, option: 'model_type', certainty: 'exact' };
    if (familyOfModelName(model) === 'flux-schnell')
      return { family: 'flux-schnell', script, option: 'pretrained_model_name_or_path', certainty: 'names' };
  }
  if (script === 'sdxl') {
    const named = familyOfModelName(model);
    if (named === 'pony' || named === 'illustrious')
      return { family: named, script, option: 'pretrained_model_name_or_path', certainty: 'names' };
  }
  if (script === 'sd' && isOn(options, 'v2')) return { family: 'sd2', script, option: 'v2', certainty: 'exact' };
  return { family: DEFAULT_FAMILY[script], script, option, certainty: 'exact' };
}

const text = (options: Options, name: string): string | null => {
  const value = options.get(name);
  return value?.type === 'str' && value.value.trim() !== '' ? value.value.trim() : null;
};

const isOn = (options: Options, name: string): boolean => {
  const value = options.get(name);
  return value !== undefined && toPlain(value) === true;
};
