import { decodeHTML } from 'entities/decode';

/** Where Windows-1252 differs from Unicode between U+0080 and U+009F; HTML reads those numbers so. */
const WINDOWS: Readonly<Record<number, string>> = {
  0: '\uFFFD',
  13: '\r',
  ...Object.fromEntries([...'€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'].map((letter, i) => [0x80 + i, letter])),
};

/** Numbers that stand for nothing and are dropped (CPython's html/__init__.py follows the HTML 5 standard). */
function isNothing(code: number): boolean {
  return (
    (code >= 1 && code <= 8) ||
    code === 0xb ||
    (code >= 0xe && code <= 0x1f) ||
    (code >= 0x7f && code <= 0x9f) ||
    (code >= 0xfdd0 && code <= 0xfdef) ||
    (code & 0xfffe) === 0xfffe
  );
}

/** Python's `html.unescape`: named and numeric references, the semicolon may be missing where HTML 5 allows it. */
export function unescapeHtml(text: string): string {
  return text.replace(/&(#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\t\n\f <&#;]{1,32};?)/g, (all, name: string) => {
    if (!name.startsWith('#')) return decodeHTML(all);
    const digits = name.replace(/;$/, '').slice(1);
    const code = /^[xX]/.test(digits) ? Number.parseInt(digits.slice(1), 16) : Number.parseInt(digits, 10);
    const known = WINDOWS[code];
    if (known !== undefined) return known;
    if ((code >= 0xd800 && code <= 0xdfff) || code > 0x10ffff) return '\uFFFD';
    return isNothing(code) ? '' : String.fromCodePoint(code);
  });
}
