import type { z } from 'zod';
import { t } from '../ground/l10n.ts';

type Issue = z.core.$ZodIssue;

/** What is wrong with a setting, in words of our own: those of the schema library are English and speak of its types. */
export interface WrongValue {
  /** Leads to the value from what was checked. */
  readonly path: readonly PropertyKey[];
  /** Goes on after the value's name: `must be a number`. */
  readonly message: string;
}

/**
 * The place and the words of an issue.
 * @param given what was checked
 */
export function wrongValue(issue: Issue, given: unknown): WrongValue {
  const within = closest(issue);
  const message = isMissing(within.path, given) ? t('is missing') : wordsOf(within);
  return { path: within.path, message };
}

/** Of a value that fits none of several schemas, what is wrong with it by the one that it comes nearest to. */
function closest(issue: Issue): Issue {
  if (issue.code !== 'invalid_union') return issue;
  const firsts = issue.errors.flatMap(([first]) => (first ? [first] : []));
  // A value of the right kind fails inside, or by its size.
  const near = firsts.find(
    ({ code, path }) => path.length > 0 || (code !== 'invalid_type' && code !== 'invalid_value'),
  );
  return near ? closest({ ...near, path: [...issue.path, ...near.path] }) : issue;
}

function isMissing(path: readonly PropertyKey[], given: unknown): boolean {
  const last = path.at(-1);
  if (last === undefined) return given === undefined;
  let holder = given;
  for (const key of path.slice(0, -1)) holder = isObject(holder) ? holder[key] : undefined;
  return isObject(holder) && holder[last] === undefined;
}

const isObject = (value: unknown): value is Record<PropertyKey, unknown> => typeof value === 'object' && value !== null;

function wordsOf(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
    case 'invalid_value':
    case 'invalid_union': {
      const wanted = wantedBy(issue);
      if (wanted.length === 0) return t('cannot be used');
      return wanted.length === 1 ? t('must be {0}', wanted[0]) : t('must be one of: {0}', wanted.join(', '));
    }
    case 'too_small':
      return tooSmall(issue.origin, Number(issue.minimum), issue.inclusive !== false);
    case 'too_big':
      return tooBig(issue.origin, Number(issue.maximum), issue.inclusive !== false);
    case 'invalid_format':
      return t('must be an extension with its dot, such as ".txt"');
    case 'unrecognized_keys':
      return t('has entries that are not known: {0}', issue.keys.join(', '));
    default:
      return t('cannot be used');
  }
}

/** The kinds of values and the values that would do. */
function wantedBy(issue: Issue): string[] {
  switch (issue.code) {
    case 'invalid_type':
      return [kindOf(issue.expected)];
    case 'invalid_value':
      return issue.values.map((value) => (typeof value === 'string' ? `"${value}"` : String(value)));
    case 'invalid_union':
      return [...new Set(issue.errors.flatMap(([first]) => (first ? wantedBy(first) : [])))];
    default:
      return [];
  }
}

function kindOf(expected: string): string {
  switch (expected) {
    case 'string':
      return t('text');
    case 'number':
      return t('a number');
    case 'int':
      return t('a whole number');
    case 'boolean':
      return t('true or false');
    case 'array':
    case 'tuple':
      return t('a list');
    case 'object':
    case 'record':
      return t('an object');
    default:
      return expected;
  }
}

function tooSmall(origin: string, least: number, isAllowed: boolean): string {
  if (origin === 'number' || origin === 'int')
    return isAllowed ? t('must be {0} or more', least) : t('must be more than {0}', least);
  if (least === 1) return t('must not be empty');
  return t('must have {0} entries or more', least);
}

function tooBig(origin: string, most: number, isAllowed: boolean): string {
  if (origin === 'number' || origin === 'int')
    return isAllowed ? t('must be {0} or less', most) : t('must be less than {0}', most);
  return t('must have {0} entries or fewer', most);
}
