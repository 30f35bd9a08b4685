import { createHash } from 'node:crypto';
import type { Finding } from '../ground/finding.ts';

/** The text of a caption or training configuration, "" for a file that is none or could not be decoded. */
export type SourceOf = (file: string) => string;

/**
 * A name for each finding that outlives edits elsewhere: rule, file, tag and the text it marks, and a number where the
 * same is said of the same text more than once. Neither line nor message: a finding that moves, or is told in another
 * language or with other counts, is the same finding.
 */
export function fingerprints(findings: readonly Finding[], sourceOf: SourceOf): string[] {
  const seen = new Map<string, number>();
  return findings.map(({ rule, file, tag, range }) => {
    const text = range ? sourceOf(file).slice(range.start, range.end) : '';
    const key = JSON.stringify([rule, file, tag ?? '', text]);
    const number = seen.get(key) ?? 0;
    seen.set(key, number + 1);
    return createHash('sha256').update(`${key}${number}`).digest('hex').slice(0, 32);
  });
}
