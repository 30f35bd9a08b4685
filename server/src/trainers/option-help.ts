import { t } from '../ground/l10n.ts';
import { lineAround, type TextRange } from '../ground/text.ts';
import { type ConfigPath, configFormat, findInConfig, rangeOfPath } from './documents/document.ts';
import { parseJsonConfig } from './documents/json-document.ts';
import type { PyValue } from './documents/python-value.ts';
import { contentTokens, MODEL_FAMILIES, type ModelFamily, type ModelFamilyId } from './families.ts';
import type { TrainerFiles } from './files/files.ts';
import { directoryName } from './files/paths.ts';
import { meantValue, nearName } from './near-value.ts';
import type { ProblemRule, TextLength, TrainerConfig, TrainerProblem } from './trainer.ts';
import type { TrainerProfile } from './trainer-profile.ts';

/** A configuration made up for a folder, as if it lay there. */
export function assumedConfig(
  trainer: TrainerConfig['trainer'],
  role: TrainerConfig['role'],
  path: string,
  content: unknown,
): TrainerConfig {
  const text = JSON.stringify(content);
  return { trainer, role, path, text, document: parseJsonConfig(text) };
}

/** The id of a family, where there is one of that name. */
export function familyId(id: string | null | undefined): ModelFamilyId | null {
  return MODEL_FAMILIES.find((family) => family.id === id)?.id ?? null;
}

/**
 * The content tokens of a main encoder whose positions a file sets: what template and marks take of the usual positions, they take of any.
 * Null where the file sets nothing, or nobody knows the usual number.
 * @param usual positions without the option, template and marks among them
 */
export function lengthOf(
  family: ModelFamily,
  profile: TrainerProfile,
  option: string,
  usual: number | null,
  given: unknown,
): TextLength | null {
  const content = contentTokens(family, profile);
  if (typeof given !== 'number' || !(given > 0) || usual === null || content === null) return null;
  return { option, contentTokens: Math.max(0, given - (usual - content)) };
}

/** Collects the problems of one configuration, each with the range of its path. */
export class Problems {
  readonly #config: TrainerConfig;
  readonly found: TrainerProblem[] = [];

  constructor(config: TrainerConfig) {
    this.#config = config;
  }

  /** Notes a problem at a path: at its key for the key itself, else at its value. */
  add(
    rule: ProblemRule,
    severity: TrainerProblem['severity'],
    path: ConfigPath,
    message: string,
    fixes: TrainerProblem['fixes'] = [],
  ): void {
    this.found.push({ rule, severity, message, range: this.range(path, rule === 'unknown-config-key'), fixes });
  }

  /** A value that stops the trainer. */
  refused(path: ConfigPath, message: string, fixes: TrainerProblem['fixes'] = []): void {
    this.add('config-refused-value', 'error', path, message, fixes);
  }

  /** A value that is taken, and for other than it looks. */
  doubtful(path: ConfigPath, message: string, fixes: TrainerProblem['fixes'] = []): void {
    this.add('config-refused-value', 'warning', path, message, fixes);
  }

  /** An option that has no effect. */
  idle(path: ConfigPath, message: string): void {
    this.add('ignored-config-option', 'info', path, message);
  }

  /** A value of a type that stops the trainer. */
  wrongType(path: ConfigPath, message: string, fixes: TrainerProblem['fixes'] = []): void {
    this.add('config-wrong-type', 'error', path, message, fixes);
  }

  /** A key without which the trainer stops. */
  missing(path: ConfigPath, message: string): void {
    this.add('missing-config-key', 'error', path, message);
  }

  /** An option without which the trainer stops. */
  lacks(path: ConfigPath, name: string): void {
    this.missing(path, t('{0} is missing: training stops.', name));
  }

  /** A value of a type that stops the trainer, with the type that is meant. */
  mustBe(path: ConfigPath, type: string, name = path.at(-1) ?? '', fixes: TrainerProblem['fixes'] = []): void {
    this.wrongType(path, t('{0} must be {1}: training stops.', name, type), fixes);
  }

  /** A count below 1. */
  least(path: ConfigPath, name = path.at(-1) ?? ''): void {
    this.refused(path, t('{0} must be at least 1.', name));
  }

  /** An option that has no effect without another one. */
  without(path: ConfigPath, other: string, name = path.at(-1) ?? ''): void {
    this.idle(path, t('{0} does nothing without {1}.', name, other));
  }

  /** An option that has no effect beside another one. */
  beside(path: ConfigPath, other: string): void {
    this.idle(path, t('{0} does nothing beside {1}.', path.at(-1) ?? '', other));
  }

  /** An option that another one goes against. */
  against(path: ConfigPath, other: string): void {
    this.refused(path, t('{0} and {1} together stop the trainer.', other, path.at(-1) ?? ''));
  }

  /** A value that counts for other than it looks. */
  note(path: ConfigPath, message: string, fixes: TrainerProblem['fixes'] = []): void {
    this.add('config-refused-value', 'info', path, message, fixes);
  }

  /** A number that is a share, outside of 0 to 1. */
  share(path: ConfigPath, share: number | null): void {
    const message = share === null ? null : shareFault(path.at(-1) ?? '', share);
    if (message !== null) this.doubtful(path, message);
  }

  /** Errors of the text itself. */
  syntax(): void {
    for (const { message, range } of this.#config.document.errors)
      this.found.push({
        rule: 'unreadable-config',
        severity: 'error',
        message: t('The trainer cannot read this file: {0}.', message),
        range,
        fixes: backslashFix(this.#config, range),
      });
    for (const { name, range } of this.#config.document.repeated ?? [])
      this.found.push({
        rule: 'ignored-config-option',
        severity: 'warning',
        message: t('{0} stands here again below: the last one counts.', name),
        range,
        fixes: [],
      });
  }

  /** A key nobody knows: with the name that was meant where one is near. */
  unknownKey(path: ConfigPath, names: readonly string[], stops: boolean): void {
    const written = path.at(-1) ?? '';
    const meant = nearName(written, names);
    const range = this.range(path, true);
    const text = range ? this.#config.text.slice(range.start, range.end) : '';
    const fixes = meant !== null && range && text.includes(written) ? renamed(range, text, written, meant) : [];
    const message = stops
      ? t('No option is called {0}: training stops.', written)
      : t('No option is called {0}: nothing uses it, and nothing says so.', written);
    // A key the trainer passes over may be meant for a newer version: only a slip of the pen is sure.
    const severity = stops ? 'error' : meant !== null ? 'warning' : 'info';
    this.found.push({ rule: 'unknown-config-key', severity, message, range, fixes });
  }

  /** Whether a text stands where true or false is meant; Python takes any for true, and one that says no is noted. */
  quotedBoolean(path: ConfigPath, value: PyValue): boolean {
    if (!isQuotedBoolean(value)) return false;
    if (value.type === 'str' && !/^(?:true|yes|on|1)$/i.test(value.value)) {
      const fixes = this.writeFix(path, 'false');
      this.add('config-wrong-type', 'warning', path, t('A text counts as true, whatever it says.'), fixes);
    }
    return true;
  }

  /** A key under the name that another trainer has for it, with the rename where its own name is free. */
  otherName(path: ConfigPath, own: string, isTaken: boolean): void {
    const key = path.at(-1) ?? '';
    const range = this.range(path, true);
    const fixes = range && !isTaken ? renamed(range, this.textAt(range), key, own) : [];
    const message = t('{0} is called {1} here: as it is written nothing uses it.', key, own);
    this.found.push({ rule: 'unknown-config-key', severity: 'warning', message, range, fixes });
  }

  /** The change that writes another value at a path; `shown` is what its title says. */
  writeFix(path: ConfigPath, newText: string, shown = newText): TrainerProblem['fixes'] {
    const range = this.range(path);
    return range ? [{ title: t('Write {0}', shown), range, newText }] : [];
  }

  /** A value that is a slip of the pen from one that the trainer knows. */
  doubtfulValue(path: ConfigPath, written: string, known: readonly string[]): void {
    const meant = meantValue(written, known);
    if (meant === null) return;
    const range = this.range(path);
    const newText = range ? this.textAt(range).replace(written, meant) : meant;
    const message = t('No {0} is called {1}. Did you mean {2}?', path.at(-1) ?? '', written, meant);
    this.doubtful(path, message, this.writeFix(path, newText, meant));
  }

  /** What is written at a range. */
  textAt({ start, end }: TextRange): string {
    return this.#config.text.slice(start, end);
  }

  /** The range of a path; of its value where there is one and the key is not asked for. */
  range(path: ConfigPath, ofKey = false): TextRange | null {
    const entry = findInConfig(this.#config.document.root, path);
    if (entry && !ofKey && entry.value.range) return entry.value.range;
    return rangeOfPath(this.#config.document.root, path);
  }
}

/** TOML reads `\\` in double quotes as an escape: single quotes take a Windows path as it is. */
function backslashFix({ path, text }: TrainerConfig, range: TextRange): TrainerProblem['fixes'] {
  if (configFormat(path) !== 'toml') return [];
  const line = lineAround(text, range.start);
  const quoted = /"([^"'\n]*\\[^"'\n]*)"/.exec(text.slice(line.start, line.end));
  if (!quoted) return [];
  const start = line.start + quoted.index;
  const newText = `'${quoted[1]}'`;
  return [{ title: t('Write the path in single quotes'), range: { start, end: start + quoted[0].length }, newText }];
}

/** The change that gives a key another name. */
const renamed = (range: TextRange, text: string, from: string, to: string): TrainerProblem['fixes'] => [
  { title: t('Rename {0} to {1}', from, to), range, newText: text.replace(from, to) },
];

/** What is wrong with a share, in the display language; null for one from 0 to 1. */
export function shareFault(option: string, share: number): string | null {
  if (share >= 0 && share <= 1) return null;
  return share > 1
    ? t('{0} is a share from 0 to 1: {1} drops it always.', option, share)
    : t('{0} is a share from 0 to 1: {1} does nothing.', option, share);
}

/**
 * Notes a folder that is not there; quietly where it lies elsewhere.
 */
export function noteMissingFolder(
  found: Problems,
  path: ConfigPath,
  folder: string,
  files: TrainerFiles,
  message: string,
): void {
  found.add('missing-image-dir', liesElsewhere(folder, files) ? 'info' : 'warning', path, message);
}

/** True where not even the parent of a path exists: it was written for another machine, or is an example. */
export function liesElsewhere(path: string, files: TrainerFiles): boolean {
  const parent = directoryName(path.replaceAll('\\', '/').replace(/\/+$/, ''));
  return parent !== '' && files.kind(parent) === null;
}

/** A text that Python takes for true whatever it says: `"false"`, `"no"`. */
function isQuotedBoolean(value: PyValue | undefined): boolean {
  return value?.type === 'str' && /^(?:true|false|yes|no|on|off|0|1)$/i.test(value.value);
}

/** The types that all trainers know, in words. */
export function plainTypeName(type: 'bool' | 'int' | 'float' | 'str' | 'list' | 'table'): string {
  switch (type) {
    case 'bool':
      return t('true or false');
    case 'int':
      return t('an integer');
    case 'float':
      return t('a number');
    case 'list':
      return t('a list');
    case 'table':
      return t('a table');
    default:
      return t('a text');
  }
}
