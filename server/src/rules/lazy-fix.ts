import type { FileEdits, Fix } from '../ground/finding.ts';
import type { TextEdit } from '../ground/text.ts';

/** A class: object literals with a getter are kept until the next full collection, and each of these holds a caption. */
class LazyFix implements Fix {
  readonly title: string;
  readonly safety = 'suggested';
  readonly keepsText: boolean;
  readonly #file: string;
  readonly #make: () => TextEdit[];
  #edits: readonly FileEdits[] | null = null;

  constructor(title: string, file: string, keepsText: boolean, make: () => TextEdit[]) {
    this.title = title;
    this.keepsText = keepsText;
    this.#file = file;
    this.#make = make;
  }

  get edits(): readonly FileEdits[] {
    this.#edits ??= [{ file: this.#file, edits: this.#make() }];
    return this.#edits;
  }
}

/**
 * A suggested fix whose edits cost something: made when they are asked for, once.
 * @param keepsText whether some text of the caption is sure to stay, so that the edits need not be made to see it
 */
export function lazyFix(title: string, file: string, keepsText: boolean, make: () => TextEdit[]): Fix {
  return new LazyFix(title, file, keepsText, make);
}
