import { inNumber } from './plural.ts';

/** Translations of one display language: English text to its translation. */
export type Translations = Record<string, string>;

let current: { readonly language: string; readonly texts: Translations } = { language: 'en', texts: {} };

/** Sets the display language of every message made after this call; an empty table means English. */
export function setTranslations(contents: Translations, language = 'en'): void {
  current = { language, texts: contents };
}

/** The display language and its table, for documents that bring their texts along. */
export function translations(): { readonly language: string; readonly texts: Translations } {
  return current;
}

/** A user-visible text in the display language. The key is the English text; `{0}`, `{1}` … are filled with the arguments. */
export function t(message: string, ...args: (string | number | boolean)[]): string {
  return filled(Object.hasOwn(current.texts, message) ? current.texts[message] : inNumber(message, args), args);
}

/** Texts with the places of their arguments, cut once: a large folder has the same few in a hundred thousand messages. */
const cut = new Map<string, readonly (string | number)[]>();

function filled(text: string, args: readonly (string | number | boolean)[]): string {
  if (args.length === 0) return text;
  let parts = cut.get(text);
  if (!parts) {
    // Texts at even places, numbers of arguments at odd ones.
    parts = text.split(/\{(\d+)\}/).map((part, at) => (at % 2 === 0 ? part : Number(part)));
    cut.set(text, parts);
  }
  // Joined, a message is one text; put together piece by piece it would hold on to all of its pieces.
  return parts.map((part) => (typeof part === 'string' ? part : (args[part] ?? `{${part}}`))).join('');
}
