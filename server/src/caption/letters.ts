/**
 * Which characters a text has. Most of what is looked for in a caption begins with a character that hardly any caption holds: one walk
 * over the text answers for all of that.
 */
export class Letters {
  /** The characters of ASCII as bits, 32 in each number. */
  readonly #ascii = new Uint32Array(4);
  /** No character beyond ASCII. */
  readonly isAscii: boolean;

  constructor(text: string) {
    let isAscii = true;
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (unit < 128) this.#ascii[unit >> 5] |= 1 << (unit & 31);
      else isAscii = false;
    }
    this.isAscii = isAscii;
  }

  /** Whether the text has one of some characters of ASCII. */
  hasAny(characters: string): boolean {
    for (let at = 0; at < characters.length; at++) {
      const unit = characters.charCodeAt(at);
      if ((this.#ascii[unit >> 5] & (1 << (unit & 31))) !== 0) return true;
    }
    return false;
  }

  /** Whether the text has control characters other than tabs and line ends. */
  get hasControls(): boolean {
    return (this.#ascii[0] & ~lines) !== 0 || (this.#ascii[3] & deleted) !== 0;
  }
}

/** Tab, line feed and carriage return among the first 32 characters; DEL among the last. */
const lines = (1 << 9) | (1 << 10) | (1 << 13);
const deleted = 1 << 31;
