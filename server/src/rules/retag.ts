import { displayForm } from '../tags/normal.ts';

/** A tag in normal form written as the tag it stands in for is written: with underscores or spaces, brackets escaped or not. */
export function retag(norm: string, written: string): string {
  const text = displayForm(norm, /[^\s_]_[^\s_]/.test(written) ? 'underscore' : 'space');
  return /\\[()]/.test(written) ? text.replace(/[()]/g, '\\$&') : text;
}
