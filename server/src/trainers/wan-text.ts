import { fixText } from '../caption/clip/clean.ts';
import { unescapeHtml } from './python/html-unescape.ts';
import { collapseSpace, pythonStrip } from './python/python-text.ts';

/** Wan's clean-up: text repair, HTML entities twice, white space (musubi-tuner wan/modules/tokenizers.py). */
export function wanText(caption: string): string {
  const repaired = fixText(caption);
  return pythonStrip(collapseSpace(pythonStrip(unescapeHtml(unescapeHtml(repaired)))));
}
