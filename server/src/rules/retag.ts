import { displayForm } from '../tags/normal.ts';

/**
 * A tag in normal form written as the tag it stands in for is written: with underscores or spaces, brackets escaped or not, and with its
 * capitals, word by word.
 */
export function retag(norm: string, written: string): string {
  const text = displayForm(norm, /[^\s_]_[^\s_]/.test(written) ? 'underscore' : 'space');
  const cased = withCapitals(text, written);
  return /\\[()]/.test(written) ? cased.replace(/[()]/g, '\\$&') : cased;
}

const word = /[^\s_()\\]+/g;

/** "mickey and minnie" for "Mickey and Minni" is "Mickey and Minnie": each word in the case of the one in its place. */
function withCapitals(text: string, written: string): string {
  if (written === written.toLowerCase()) return text;
  const models = written.match(word) ?? [];
  const words = text.match(word) ?? [];
  // With more words or fewer nobody knows which is in whose place: the first one tells.
  const modelOf = (at: number): string =>
    (models.length === words.length ? models[at] : at === 0 ? models[0] : '') ?? '';
  let at = 0;
  return text.replace(word, (own) => inCaseOf(own, modelOf(at++)));
}

function inCaseOf(own: string, model: string): string {
  if (model.toLowerCase() === own) return model;
  if (/\p{Lu}.*\p{Lu}/u.test(model) && model === model.toUpperCase()) return own.toUpperCase();
  return /^\p{Lu}/u.test(model) ? own.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()) : own;
}
