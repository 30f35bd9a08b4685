/** Made on first use: a collator takes milliseconds to load. */
let collator: Intl.Collator | undefined;

/** Characters of ASCII in the order of a collator for English: blank, marks, digits, letters without regard to case. */
const order = ' _-,;:!?.\'"()[]{}@*/\\&#%`^+<=>|~$0123456789abcdefghijklmnopqrstuvwxyz';
/** By character code; 0 for control characters, which a collator passes over. */
const weights = new Uint8Array(128);
for (let at = 0; at < order.length; at++) {
  weights[order.charCodeAt(at)] = at + 1;
  weights[order[at].toUpperCase().charCodeAt(0)] = at + 1;
}
const plain = /^[ -~]*$/;
const lastAscii = 0x7f;
/** Digits of a number that is compared as one. */
const mostDigits = 15;

/**
 * Orders "2.txt" before "10.txt", as people list files, and as a collator for English does, which is asked where names are not of ASCII
 * alone: it takes ten times as long. Names that look the same (é in one or two characters, "1" and "01") stay apart.
 */
export function naturalOrder(a: string, b: string): number {
  if (a === b) return 0;
  return compareNumbers(a, b) || comparePlain(a, b) || (a < b ? -1 : 1);
}

/** Compares two names that are the same up to a number, as most files of a large folder are; 0 where the number does not decide. */
function compareNumbers(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  while (at > 0 && isDigit(a.charCodeAt(at - 1))) at--;
  if (a.charCodeAt(at - 1) > lastAscii) return 0;
  const [endA, endB] = [digitsEnd(a, at), digitsEnd(b, at)];
  if (endA === at || endB === at || Math.max(endA, endB) - at > mostDigits) return 0;
  // Digits of other scripts go on with it.
  if (a.charCodeAt(endA) > lastAscii || b.charCodeAt(endB) > lastAscii) return 0;
  return Number(a.slice(at, endA)) - Number(b.slice(at, endB));
}

/** Compares names as the collator does. */
function comparePlain(a: string, b: string): number {
  if (!plain.test(a) || !plain.test(b)) {
    collator ??= new Intl.Collator('en', { numeric: true });
    return collator.compare(a, b);
  }
  let byCase = 0;
  let [i, k] = [0, 0];
  while (i < a.length && k < b.length) {
    const [left, right] = [a.charCodeAt(i), b.charCodeAt(k)];
    if (isDigit(left) && isDigit(right)) {
      const [endA, endB] = [digitsEnd(a, i), digitsEnd(b, k)];
      const number = compareDigits(a.slice(i, endA), b.slice(k, endB));
      if (number !== 0) return number;
      [i, k] = [endA, endB];
      continue;
    }
    if (weights[left] !== weights[right]) return weights[left] - weights[right];
    // The first letter in another case decides between names of the same letters: the small one comes first.
    if (byCase === 0) byCase = right - left;
    i++;
    k++;
  }
  return a.length - i - (b.length - k) || byCase;
}

/** Compares two numbers of any length, given as their digits. */
function compareDigits(a: string, b: string): number {
  const [left, right] = [a.replace(/^0+/, ''), b.replace(/^0+/, '')];
  if (left === right) return 0;
  return left.length - right.length || (left < right ? -1 : 1);
}

/** Where the digits that begin at a place end. */
function digitsEnd(text: string, start: number): number {
  let at = start;
  while (at < text.length && isDigit(text.charCodeAt(at))) at++;
  return at;
}

const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57;
