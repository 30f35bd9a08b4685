/** A finding that a marked folder expects. */
export interface ExpectedFinding {
  readonly file: string;
  /** UTF-16 offsets in the file's text; null for a finding about the whole file. */
  readonly range: { readonly start: number; readonly end: number } | null;
  readonly rule: string;
  /** The message begins with, or contains, this; empty when not stated. */
  readonly message: string;
}

/** An image of a marked folder. */
export interface MarkedImage {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** What is special about it: see `pictures.ts`. */
  readonly words: readonly string[];
}

export interface MarkedFolder {
  readonly files: ReadonlyMap<string, string>;
  readonly images: ReadonlyMap<string, MarkedImage>;
  readonly expected: readonly ExpectedFinding[];
}

const header = /^\/\/ ([^~^@!]+?\.\w+)(?: (\d+)[x×](\d+)((?: [\w:./-]+)*))?$/;
const underline = /^\/\/( *)(~+) ([\w-]+)(?:: (.*))?$/;
const columns = /^\/\/@(\d+)-(\d+) ([\w-]+)(?:: (.*))?$/;
const whole = /^\/\/!(?:<([^>]*)>)? ([\w-]+)(?:: (.*))?$/;

/**
 * Reads a caption folder written inline:
 * ```
 * // 0001.txt
 * ohwx man, day, night
 * //        ~~~~~~~~~~ contradictory-tags: begins like this
 * // 0001.png 512x768
 * // 0002.png 512x768 near:0001.png:cropped
 * ```
 * Behind the size of an image stands what is special about it: `rgba`, `transparent`, `quality30` and `exif6` (JPEG),
 * `frames4` (animated), `empty`, `cut`, `text`, `same:<file>`, `near:<file>:<kind>`.
 * `~` stand under the text they mark, in the line above. `//@0-2 rule` marks characters 0 to 2 of the line above (for
 * places under the slashes), `//! rule` the whole file, `//!<folder> rule` a folder (`//!<>` the dataset). A text has no line end after its last line; write a blank line
 * to get one.
 */
export function parseMarked(source: string): MarkedFolder {
  const files = new Map<string, string>();
  const images = new Map<string, MarkedImage>();
  const expected: ExpectedFinding[] = [];
  let file: string | null = null;
  let lines: string[] = [];
  let lineStart = 0;
  const close = (): void => {
    if (file !== null && !images.has(file)) files.set(file, lines.join('\n'));
  };
  const mark = (from: number, to: number, rule: string, message: string | undefined): void => {
    if (file === null) throw new Error(`Mark before any file: ${rule}`);
    expected.push({ file, range: { start: lineStart + from, end: lineStart + to }, rule, message: message ?? '' });
  };
  for (const line of source
    .replace(/^\n/, '')
    .replace(/\n[ ]*$/, '')
    .split('\n')) {
    const named = header.exec(line);
    const under = underline.exec(line);
    const at = columns.exec(line);
    const all = whole.exec(line);
    if (named) {
      close();
      [, file] = named;
      lines = [];
      if (named[2]) {
        const words = named[4].split(' ').filter((word) => word !== '');
        images.set(file, { width: Number(named[2]), height: Number(named[3]), words });
      }
    } else if (under) mark(2 + under[1].length, 2 + under[1].length + under[2].length, under[3], under[4]);
    else if (at) mark(Number(at[1]), Number(at[2]), at[3], at[4]);
    else if (all) {
      const about = all[1] ?? file;
      if (about === null) throw new Error(`Mark before any file: ${line}`);
      expected.push({ file: about, range: null, rule: all[2], message: all[3] ?? '' });
    } else {
      if (file === null) throw new Error(`Text before any file: ${line}`);
      lineStart = lines.reduce((sum, l) => sum + l.length + 1, 0);
      lines.push(line);
    }
  }
  close();
  return { files, images, expected };
}
