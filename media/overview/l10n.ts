import { inNumber } from '../../server/src/ground/plural.ts';
import type { Texts } from './messages.ts';

let texts: Texts = {};
let language = 'en';

/** Sets the display language of everything drawn after this call. */
export function setLanguage(tag: string, translations: Texts): void {
  language = tag;
  texts = translations;
  document.documentElement.lang = tag;
}

/** A text in the display language. The key is the English text; `{0}`, `{1}` … are filled with the arguments. */
export function t(message: string, ...args: (string | number)[]): string {
  const text = Object.hasOwn(texts, message) ? texts[message] : inNumber(message, args);
  return text.replace(/\{(\d+)\}/g, (hole, index) => (index in args ? String(args[index]) : hole));
}

/** A number as the display language writes it, with at most `digits` decimals. */
export function number(value: number, digits = 0): string {
  // Nothing is less than nothing: "-0" is what rounding leaves.
  const style = { maximumFractionDigits: digits, signDisplay: 'negative' } as const;
  return new Intl.NumberFormat(language, style).format(value);
}

/** A share from 0 to 1 as a percentage, with the space that findings write too. */
export function percent(share: number, digits = 1): string {
  return `${number(100 * share, digits)} %`;
}

/** A file size, in the units file managers use (1 KB = 1024 bytes). */
export function fileSize(bytes: number): string {
  if (bytes < 1024) return `${number(bytes)} B`;
  if (bytes < 1024 ** 2) return `${number(bytes / 1024, bytes < 10240 ? 1 : 0)} KB`;
  return `${number(bytes / 1024 ** 2, 1)} MB`;
}

/** A moment, given as ISO 8601, as the display language writes it, in the time of the reader. */
export function moment(iso: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short' }).format(new Date(iso));
}
