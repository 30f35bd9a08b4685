import { once } from '../ground/once.ts';
import type { TextRange } from '../ground/text.ts';

/** Something that a program or a chat model left in a caption, and what should stand there; null where nobody knows. */
export interface Leftover {
  readonly range: TextRange;
  readonly instead: string | null;
}

/** What a chat model says to whom it answers, at the end of its answer. */
const closing =
  /(?:^|[.!?]\s+)((?:\(?note(?: that)?: |(?:please )?let me know (?:if|what|whether)\b|feel free to\b|(?:i )?hope this (?:helps|description|caption)\b|(?:overall|in summary|in conclusion|to sum up),? (?:the|this) (?:image|photo|photograph|picture|scene|composition|mood|atmosphere|painting|illustration) |if you (?:need|want|would like|have any)\b|would you like (?:me|to)\b|do you want me to\b|is there anything else\b|(?:this|the) (?:caption|description|prompt) (?:is|can be|should|aims|accurately|provides|captures|focuses|highlights|includes|avoids|follows)\b|(?:(?:this |the )?(?:image |photo )?(?:description|caption|alt[ -]text) )?(?:was |is )?(?:automatically )?(?:generated|written|created|produced) (?:by|with|using) (?:an? )?(?:ai|artificial intelligence|chatgpt|gpt|llm|language model)\b|(?:description|caption) automatically generated\b|ai[- ]generated content may be incorrect).*)$/is;

/** Words to the reader at the end of a text, the blank before them included. */
export function closingIn(text: string): Leftover | null {
  const match = closing.exec(text);
  if (match === null) return null;
  const start = match.index + match[0].length - match[1].length;
  return { range: { start: start > 0 && text[start - 1] === ' ' ? start - 1 : start, end: text.length }, instead: '' };
}

/** What image generators write beside a picture: what it should not show, and two and more of their settings. */
const parameters = once(() => {
  const setting = String.raw`(?:steps|sampler|schedule type|cfg scale|seed|clip skip|model(?: hash)?|size|denoising strength|hires upscale|version)\s*:\s*[^,:\n]+`;
  return new RegExp(
    String.raw`(?:^|[,.;]?\s+)(?:negative[ _]prompts?\s*:.*|(?:steps|sampler|cfg scale|seed)\s*:\s*[^,:\n]+,\s*${setting}.*)$`,
    'is',
  );
});

/** The settings of an image generator at the end of a text, with the mark before them. */
export function parametersIn(text: string): Leftover | null {
  if (!/negative|steps|sampler|cfg|seed/i.test(text)) return null;
  const match = parameters().exec(text);
  if (match === null) return null;
  // A full stop ends what stands before them.
  const start = match.index + (match[0].startsWith('.') ? 1 : 0);
  return { range: { start, end: text.length }, instead: '' };
}

const entities: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
  ['lt', '<'],
  ['gt', '>'],
  ['nbsp', ' '],
  ['rsquo', "'"],
  ['lsquo', "'"],
  ['ldquo', '"'],
  ['rdquo', '"'],
  ['ndash', '–'],
  ['mdash', '—'],
  ['hellip', '…'],
  ['deg', '°'],
  ['copy', '©'],
  ['reg', '®'],
  ['trade', '™'],
  ['times', '×'],
  ['middot', '·'],
  ['bull', '•'],
  ['euro', '€'],
  ['pound', '£'],
]);
const entity =
  /&(?:(amp|quot|apos|lt|gt|nbsp|[rl]squo|[rl]dquo|[nm]dash|hellip|deg|copy|reg|trade|times|middot|bull|euro|pound|szlig|[ao]elig|oslash|[a-z](?:acute|grave|circ|uml|tilde|cedil|ring))|#(\d{2,5})|#x([\da-f]{2,5}));/i;

/** A character as strings of programs write it: `\u00e9`, a line end as `\n`; or as addresses do: `%20`. */
const escaped = /\\u([\da-f]{4})|\\x([\da-f]{2})|\\[nrt](?=\\[nrt]|[\s.,!?"]|[A-Z]|$)|(?:%[\da-f]{2})+(?=[a-z])/i;

/** The first character that is written by its code, as programs do, and trains as it stands. */
export function escapeIn(text: string): Leftover | null {
  const match = escaped.exec(text);
  if (match === null || (match[0].startsWith('%') && !/%(?:20|2C|0A)/i.test(match[0]))) return null;
  const code = match[1] ?? match[2];
  const instead = code === undefined ? ' ' : String.fromCharCode(Number.parseInt(code, 16));
  const isShown = code === undefined || /[^\p{C}]/u.test(instead);
  return { range: { start: match.index, end: match.index + match[0].length }, instead: isShown ? instead : null };
}

/** The first character that is written as HTML does: `&amp;`, `&#39;`. */
export function entityIn(text: string): Leftover | null {
  const match = entity.exec(text);
  if (match === null) return null;
  const [all, name, decimal, hex] = match;
  const code = decimal === undefined ? Number.parseInt(hex ?? '0', 16) : Number(decimal);
  const instead =
    name === undefined
      ? code > 31
        ? String.fromCodePoint(code)
        : null
      : (entities.get(name.toLowerCase()) ?? letterOf(name));
  return { range: { start: match.index, end: match.index + all.length }, instead };
}

/** The marks of letters by the ends of their names in HTML: `&eacute;`, `&Uuml;`. */
const accents: Readonly<Record<string, string>> = {
  acute: '\u0301',
  grave: '\u0300',
  circ: '\u0302',
  uml: '\u0308',
  tilde: '\u0303',
  cedil: '\u0327',
  ring: '\u030a',
};
const letters: Readonly<Record<string, string>> = { szlig: 'ß', aelig: 'æ', oelig: 'œ', oslash: 'ø' };

/** The letter that an entity names; null for one that no language has. */
function letterOf(name: string): string | null {
  const plain = letters[name.toLowerCase()];
  if (plain !== undefined) return name[0] === name[0].toUpperCase() ? plain.toUpperCase() : plain;
  const letter = `${name[0]}${accents[name.slice(1).toLowerCase()] ?? ''}`.normalize('NFC');
  return letter.length === 1 && letter !== name[0] ? letter : null;
}

/** A name of more letters is none; without a limit each bracket of a row would look through the rest. */
const fileName = once(
  () =>
    /(?<![\p{L}\p{N}_()/\\.'"“-])[\p{L}\p{N}_()-]{1,80}\.(?:jpe?g|png|webp|gif|bmp|tiff?|avif|psd|mp4|safetensors)(?![\p{L}\p{N}_'"”])/iu,
);

/** The first name of a file in a text. */
export function fileNameIn(text: string): Leftover | null {
  const match = fileName().exec(text);
  return match && { range: { start: match.index, end: match.index + match[0].length }, instead: null };
}

/** Whether a text may hold something of these. */
export const mayHoldLeftovers = (written: string): boolean =>
  written.includes('&') ||
  /\\[unrtx]|%[\dA-F]{2}/i.test(written) ||
  (written.includes('.') && /\.(?:jp|png|webp|gif|bmp|tif|avif|psd|mp4|safe)/i.test(written));
