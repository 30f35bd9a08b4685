import { NONE, type PyValue, pyBool, pyFloat, pyInt, pyList, pyStr } from '../../documents/python-value.ts';
import { pythonInt, pythonStrip, toAsciiDigits } from '../../python/python-text.ts';
import { answer, type Outcome, stops } from '../../trainer-error.ts';
import { TRAINER_ARGUMENTS, type TrainerArgument } from './arguments.ts';

/** What the parser leaves: options by name. A repeated option keeps its last value. */
export type ParsedArguments = Map<string, PyValue>;

/** The parser's default of an option. */
export function defaultOf(argument: TrainerArgument): PyValue {
  const value = argument.default;
  if (value === null) return NONE;
  if (typeof value === 'boolean') return pyBool(value);
  if (typeof value === 'string') return pyStr(value);
  return argument.type === 'float' ? pyFloat(value) : pyInt(value);
}

/**
 * Reads command line words as the trainer's `argparse` does (CPython 3.11, Lib/argparse.py): any unambiguous beginning of a name,
 * `--name=value`, negative numbers as values, everything else refused. The error is always SystemExit with the parser's message.
 */
export function parseCommandLine(words: readonly string[]): Outcome<ParsedArguments> {
  const parsed: ParsedArguments = new Map();
  const unrecognized: string[] = [];
  const classified: Word[] = [];
  for (const word of words) {
    const kind = classify(word);
    if (kind.error) return kind;
    classified.push(kind.value);
  }
  for (let i = 0; i < classified.length; ) {
    const word = classified[i++] as Word;
    if (word.kind === 'value' || word.kind === 'unknown') {
      unrecognized.push(word.text);
      continue;
    }
    if (word.name === 'help') return refuse('help is shown and nothing is trained');
    const argument = TRAINER_ARGUMENTS.get(word.name) as TrainerArgument;
    const texts: string[] = [];
    if (word.attached !== null) {
      if (argument.type === 'flag')
        return refuse(`argument --${word.name}: ignored explicit argument '${word.attached}'`);
      texts.push(word.attached);
    } else if (argument.type !== 'flag') {
      const most = argument.list ? Number.POSITIVE_INFINITY : 1;
      while (i < classified.length && texts.length < most) {
        const next = classified[i] as Word;
        if (next.kind !== 'value') break;
        texts.push(next.text);
        i++;
      }
      if (!argument.list && texts.length === 0) return refuse(`argument --${word.name}: expected one argument`);
    }
    const value = convertAll(word.name, argument, texts);
    if (value.error) return value;
    parsed.set(word.name, value.value);
  }
  return unrecognized.length > 0 ? refuse(`unrecognized arguments: ${unrecognized.join(' ')}`) : answer(parsed);
}

type Word =
  | { kind: 'option'; name: string; attached: string | null }
  | { kind: 'value'; text: string }
  | { kind: 'unknown'; text: string };

function refuse<T>(message: string): Outcome<T> {
  return stops('SystemExit', message);
}

const NAMES: readonly string[] = ['help', ...TRAINER_ARGUMENTS.keys()];

function classify(word: string): Outcome<Word> {
  if (!word.startsWith('-') || word === '-') return answer<Word>({ kind: 'value', text: word });
  // It ends the options, and what could follow has no place here.
  if (word === '--') return refuse('unrecognized arguments: --');
  if (word === '-h') return answer<Word>({ kind: 'option', name: 'help', attached: null });
  if (word.startsWith('--')) {
    const cut = word.indexOf('=');
    const typed = cut < 0 ? word.slice(2) : word.slice(2, cut);
    const attached = cut < 0 ? null : word.slice(cut + 1);
    const names = NAMES.includes(typed) ? [typed] : NAMES.filter((name) => name.startsWith(typed));
    if (names.length > 1) {
      const all = names.map((name) => `--${name}`).join(', ');
      return refuse(`ambiguous option: ${word} could match ${all}`);
    }
    if (names[0] !== undefined) return answer<Word>({ kind: 'option', name: names[0], attached });
  } else if (word.startsWith('-h')) {
    return refuse(`argument -h/--help: ignored explicit argument '${word.slice(2)}'`);
  }
  const isValue = /^-\d+$|^-\d*\.\d+$/.test(word) || word.includes(' ');
  return answer<Word>({ kind: isValue ? 'value' : 'unknown', text: word });
}

function convertAll(name: string, argument: TrainerArgument, texts: readonly string[]): Outcome<PyValue> {
  if (argument.type === 'flag') return answer(pyBool(true));
  const values: PyValue[] = [];
  for (const text of texts) {
    const value = convert(text, argument);
    if (value === null) return refuse(`argument --${name}: invalid ${typeNames[argument.type]} value: '${text}'`);
    const plain = value.type === 'str' || value.type === 'int' ? value.value : null;
    if (argument.choices && (plain === null || !argument.choices.includes(plain))) {
      return refuse(`argument --${name}: invalid choice: ${text} (choose from ${argument.choices.join(', ')})`);
    }
    values.push(value);
  }
  return answer(argument.list ? pyList(values) : (values[0] as PyValue));
}

const typeNames = { flag: 'bool', str: 'str', int: 'int', float: 'float', warmup: 'int_or_float' } as const;

function convert(text: string, argument: TrainerArgument): PyValue | null {
  switch (argument.type) {
    case 'int': {
      const value = pythonInt(text);
      return value === null ? null : pyInt(value);
    }
    case 'float': {
      const value = pythonFloat(text);
      return value === null ? null : pyFloat(value);
    }
    case 'warmup': {
      const percent = text.endsWith('%');
      const value = pythonFloat(percent ? text.slice(0, -1) : text);
      if (value === null) return null;
      if (percent) return pyFloat(value / 100);
      // Whole steps from 1 on: the trainer then reads the text again as an int, which "1.5" is not.
      if (value < 1 || Number.isNaN(value)) return pyFloat(value);
      const steps = pythonInt(text);
      return steps === null ? null : pyInt(steps);
    }
    default:
      return pyStr(text);
  }
}

/** `float(text)` of Python: null where it raises ValueError. */
export function pythonFloat(text: string): number | null {
  const ascii = toAsciiDigits(pythonStrip(text)).toLowerCase();
  const special = /^([+-]?)(?:(inf|infinity)|nan)$/.exec(ascii);
  if (special)
    return special[2] ? (special[1] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY) : Number.NaN;
  const digits = '\\d+(?:_\\d+)*';
  const number = new RegExp(`^[+-]?(?:${digits}\\.?(?:${digits})?|\\.${digits})(?:e[+-]?${digits})?$`);
  return number.test(ascii) ? Number(ascii.replaceAll('_', '')) : null;
}
