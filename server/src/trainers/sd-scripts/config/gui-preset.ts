import type { ConfigDocument } from '../../documents/parsed.ts';
import { type PyEntry, type PyValue, pyBool, pyStr, toPlain } from '../../documents/python-value.ts';
import { parseCommandLine } from './command-line.ts';
import { type FamilyOfOptions, familyOfOptions } from './family-of-options.ts';
import { MODULES, moduleOfType, ofPart, partOf, RENAMED, SAME, ZERO_IS_UNSET } from './gui-form.ts';
import { argumentOf } from './script-arguments.ts';

/** The model that a preset trains, as its checkboxes and `LoRA_type` say; else as its options do; null when nothing says it. */
export function familyOfPreset(preset: ConfigDocument): FamilyOfOptions | null {
  const part = partOf(preset);
  const options = presetOptions(preset).root;
  const values = new Map(options.type === 'dict' ? [...options.entries].map(([name, { value }]) => [name, value]) : []);
  // A network that fits any model tells none: the part of the form does.
  const ofItsPart = part && MODULES[part.script];
  if (ofItsPart) values.set('network_module', pyStr(ofItsPart));
  const found = familyOfOptions(values);
  if (part?.script === 'sdxl' && found?.certainty !== 'exact') {
    const variant = found?.family === 'pony' || found?.family === 'illustrious' ? found.family : 'sdxl';
    return { family: variant, script: 'sdxl', option: part.field, certainty: 'exact' };
  }
  if (part?.script === 'sd') return { family: 'sd15', script: 'sd', option: part.field, certainty: 'exact' };
  return found && part && found.option === 'network_module' ? { ...found, option: part.field } : found;
}

/**
 * A preset of the kohya_ss form as the options the form starts the trainer with: the fields that decide about captions, images and
 * precision, at their places in the file. Everything else is left out without a word. What an empty field or the form's
 * "not set" stands for is left out too, so that the trainer's own default counts.
 */
export function presetOptions(preset: ConfigDocument): ConfigDocument {
  if (preset.root.type !== 'dict') return preset;
  const entries = new Map<string, PyEntry>();
  const part = partOf(preset);
  for (const [field, entry] of preset.root.entries) {
    const name = RENAMED[field] ?? (SAME.has(field) ? field : ofPart(field, part?.script ?? null));
    if (name === null) continue;
    const value = passed(name, entry.value);
    // The trainer's name wins over an older one of the form.
    if (value && !(name !== field && entries.has(name))) entries.set(name, { ...entry, value });
  }
  // The form's own default, where a preset does not know the field; the trainer's would be `.caption`.
  const fields = preset.root.entries;
  if (!fields.has('caption_extension') && !fields.has('caption_file_extension'))
    entries.set('caption_extension', { value: pyStr('.txt'), keyRange: null });
  // A part of the form with a module of its own takes the usual networks.
  const type = fields.get('LoRA_type');
  const ofType = type?.value.type === 'str' ? moduleOfType(type.value.value) : null;
  const ofItsPart = (part && MODULES[part.script]) ?? null;
  const isOfPart = ofItsPart !== null && (ofType === null || ofType === 'networks.lora');
  const module = isOfPart ? ofItsPart : ofType;
  const decides = isOfPart ? part && fields.get(part.field) : type;
  if (module && decides && !entries.has('network_module'))
    entries.set('network_module', { ...decides, value: { ...pyStr(module), range: decides.value.range } });
  if (trainsUnetOnly(fields) && !entries.has('network_train_unet_only'))
    entries.set('network_train_unet_only', { value: pyBool(true), keyRange: null });
  for (const [name, value] of additional(fields)) entries.set(name, { value, keyRange: null });
  // Without a range of its own nothing is put into it: the form would not read the trainer's names.
  return { ...preset, root: { type: 'dict', entries, range: null } };
}

/** Whether the form tells the trainer to leave the text encoder alone: it has no rate of its own there, and the U-Net has one. */
function trainsUnetOnly(fields: ReadonlyMap<string, PyEntry>): boolean {
  const rate = (field: string): number => {
    const value = fields.get(field)?.value;
    return Number((value && toPlain(value)) ?? 0);
  };
  return (
    fields.has('LoRA_type') && fields.has('text_encoder_lr') && rate('text_encoder_lr') === 0 && rate('unet_lr') !== 0
  );
}

/**
 * The options of the form's field for more of them, which it puts behind its own; quotes go. They have no place that could be changed.
 * Nothing where one of them is unknown.
 */
function additional(fields: ReadonlyMap<string, PyEntry>): ReadonlyMap<string, PyValue> {
  const value = fields.get('additional_parameters')?.value;
  const text = value?.type === 'str' ? value.value.replaceAll('"', '').trim() : '';
  const parsed = parseCommandLine(text === '' ? [] : text.split(/\s+/));
  return parsed.error ? new Map() : parsed.value;
}

/** A field as the form passes it; null when it does not. Forms of different age write numbers as texts or the other way round. */
function passed(name: string, value: PyValue): PyValue | null {
  if (value.type === 'none' || (value.type === 'str' && value.value.trim() === '')) return null;
  const wanted = argumentOf(name, null)?.type;
  const typed = wanted === 'int' || wanted === 'float' ? asNumber(value, wanted) : value;
  const number = typed.type === 'int' || typed.type === 'float' ? typed.value : null;
  if (number === 0 && ZERO_IS_UNSET.has(name)) return null;
  // The encoder's own length, for which the trainer has no value.
  if (name === 'max_token_length' && number === 75) return null;
  if (wanted === 'str' && number !== null) return { type: 'str', value: String(number), range: value.range };
  return typed;
}

function asNumber(value: PyValue, wanted: 'int' | 'float'): PyValue {
  if (value.type !== 'str' && value.type !== 'int' && value.type !== 'float') return value;
  const number = Number(value.value);
  if (!Number.isFinite(number) || (wanted === 'int' && !Number.isInteger(number))) return value;
  return { type: wanted, value: number, range: value.range };
}
