import { pythonStrip } from '../python/python-text.ts';

/** Tags with a place of their own in tag dropout. */
export interface Special {
  /** The tag never drops. */
  stays(tag: string): boolean;
}

interface Written {
  readonly mode: string;
  /** The option's text: tags, or the path of a file. */
  readonly written: string;
  readonly isRegex: boolean;
  readonly delimiter: string;
  /** What the file holds, where the text is the path of one. */
  readonly lines: readonly string[] | null;
}

/** Characters that make an entry a regular expression. */
const REGEX = /[.^$*+?{}[\]|()\\]/;

/** The special tags of a concept (mgds pipelineModules/DropTags.py). Modes other than these two make none special. */
export function compileSpecial({ mode, written, isRegex, delimiter, lines }: Written): Special {
  const entries = lines ?? (delimiter === '' ? [written] : written.split(delimiter).map(pythonStrip));
  const tests = entries.map((entry) => (isRegex ? matcher(entry) : (tag: string) => tag === entry));
  const isListed = (tag: string): boolean => tests.some((test) => test(tag));
  if (mode === 'WHITELIST') return { stays: isListed };
  if (mode === 'BLACKLIST') return { stays: (tag) => !isListed(tag) };
  return { stays: () => false };
}

/** An entry as an expression over the whole tag, with and without brackets around it; one that is none is compared. */
function matcher(entry: string): (tag: string) => boolean {
  const bare = (tag: string): string => tag.replace(/^[()]+|[()]+$/g, '');
  const equal = (tag: string): boolean => tag === entry || bare(tag) === entry;
  if (!REGEX.test(entry)) return equal;
  const expression = pythonExpression(entry);
  return expression ? (tag) => expression.test(tag) || expression.test(bare(tag)) : equal;
}

/** A Python expression for `fullmatch`; null where it is invalid. */
function pythonExpression(source: string): RegExp | null {
  const flags = /^\(\?([aims]+)\)/.exec(source);
  const body = source
    .slice(flags?.[0].length ?? 0)
    .replaceAll('(?P<', '(?<')
    .replaceAll(/\(\?P=(\w+)\)/g, '\\k<$1>')
    .replaceAll('\\A', '^')
    .replaceAll('\\Z', '$');
  const wanted = [...(flags?.[1] ?? '')].filter((flag) => 'ims'.includes(flag)).join('');
  try {
    return new RegExp(`^(?:${body})$`, wanted);
  } catch {
    return null;
  }
}

/** The entries of a file of special tags: lines, or the first column; a blank line of a table stops the trainer. */
export function specialLines(path: string, text: string): string[] | null {
  const lines = text.split(/\r\n|\r|\n/);
  if (lines.at(-1) === '') lines.pop();
  if (!path.endsWith('.csv')) return lines;
  if (lines.includes('')) return null;
  return lines.map(firstColumn);
}

/** The first field of a line of comma-separated values; quotation marks around it are taken off. */
function firstColumn(line: string): string {
  if (!line.startsWith('"')) return line.split(',')[0] as string;
  const match = /^"((?:[^"]|"")*)"/.exec(line);
  return match ? (match[1] as string).replaceAll('""', '"') : line;
}
