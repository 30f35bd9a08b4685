import { t } from '../ground/l10n.ts';
import { ruleById } from '../rules/registry.ts';
import { normalTag } from '../tags/normal.ts';
import {
  type Comparison,
  comparisons,
  type Filter,
  type FilterProblem,
  type ImageField,
  imageFields,
  type ParsedFilter,
} from './filter.ts';
import { type FilterWord, scanFilter } from './scan.ts';

/** Characters of a filter, and brackets or nots within each other, that are read. */
const longest = 10_000;
const deepest = 100;

/**
 * Reads a filter: `has:"tag"`, `lacks:`, `text:`, `tokens>75`, `tags<5`, `rule:id`, `image:short<512`, `dup:`,
 * `file:glob`, joined by `and` (which may be left out), `or`, `not` and brackets; a bare word is `has:`. `and` binds
 * more than `or`. Never fails: what is not understood is told and left out. An empty text means every caption.
 */
export function parseFilter(text: string): ParsedFilter {
  if (text.length > longest)
    return {
      filter: { kind: 'all' },
      problems: [
        {
          range: { start: longest, end: text.length },
          message: t('A filter has {0} characters at the most.', longest),
        },
      ],
    };
  const parser = new FilterParser(text);
  return { filter: parser.all(), problems: parser.problems };
}

class FilterParser {
  readonly problems: FilterProblem[] = [];
  readonly #words: readonly FilterWord[];
  readonly #length: number;
  #at = 0;
  #depth = 0;

  constructor(text: string) {
    this.#words = scanFilter(text);
    this.#length = text.length;
  }

  all(): Filter {
    const parts: Filter[] = [];
    while (this.#at < this.#words.length) {
      const part = this.#or();
      if (part) parts.push(part);
      const word = this.#words[this.#at];
      if (word?.kind === 'close') {
        this.#problem(word, t('Unmatched ")".'));
        this.#at++;
      }
    }
    return joined('and', parts) ?? { kind: 'all' };
  }

  #or(): Filter | null {
    const parts: Filter[] = [];
    do {
      const part = this.#and();
      if (part) parts.push(part);
    } while (this.#take('or'));
    return joined('or', parts);
  }

  #and(): Filter | null {
    const parts: Filter[] = [];
    for (;;) {
      const part = this.#unary();
      if (part) parts.push(part);
      const next = this.#words[this.#at];
      if (next?.kind === 'and') this.#at++;
      else if (next === undefined || next.kind === 'or' || next.kind === 'close') break;
    }
    return joined('and', parts);
  }

  #unary(): Filter | null {
    const word = this.#words[this.#at];
    if (word === undefined) {
      const before = this.#words[this.#at - 1];
      const range = before?.range ?? { start: 0, end: this.#length };
      this.problems.push({ range, message: t('Expected something here.') });
      return null;
    }
    if ((word.kind === 'not' || word.kind === 'open') && this.#depth >= deepest) {
      this.#problem(word, t('The filter is nested too deeply.'));
      this.#at = this.#words.length;
      return null;
    }
    if (word.kind === 'not') {
      this.#at++;
      const part = this.#deeper(() => this.#unary());
      return part && { kind: 'not', part };
    }
    if (word.kind === 'open') {
      this.#at++;
      const inner = this.#deeper(() => this.#or());
      if (!this.#take('close')) this.#problem(word, t('Missing ")".'));
      return inner;
    }
    if (word.kind === 'term') {
      this.#at++;
      return this.#term(word);
    }
    this.#problem(word, t('Expected something before this.'));
    // "and" and "or" are stepped over by the caller, a closing bracket ends the group.
    return null;
  }

  #deeper(read: () => Filter | null): Filter | null {
    this.#depth++;
    const found = read();
    this.#depth--;
    return found;
  }

  #term(word: FilterWord): Filter | null {
    if (word.unclosed) this.#problem(word, t('Missing closing quote.'));
    switch (word.key) {
      case '':
      case 'has':
        return this.#tag(word);
      case 'lacks': {
        const part = this.#tag(word);
        return part && { kind: 'not', part };
      }
      case 'text':
        return word.value === '' ? this.#missing(word) : { kind: 'text', text: word.value.toLowerCase() };
      case 'tokens':
      case 'tags': {
        const { key } = word;
        return this.#number(word, word.operator, word.value, (is, value) => ({ kind: key, is, value }));
      }
      case 'image':
        return this.#image(word);
      case 'rule':
        if (word.value !== '' && !ruleById(word.value)) this.#problem(word, t('There is no rule "{0}".', word.value));
        return word.value === '' ? this.#missing(word) : { kind: 'rule', rule: word.value };
      case 'dup':
        if (word.value !== '') this.#problem(word, t('Expected a value after "{0}".', 'dup:'));
        return { kind: 'duplicate' };
      case 'file':
        return word.value === '' ? this.#missing(word) : { kind: 'file', glob: word.value };
      default:
        this.#problem(word, t('"{0}" is not a filter. Put a tag with a colon in quotes.', word.key));
        return null;
    }
  }

  #tag(word: FilterWord): Filter | null {
    if (word.key !== '' && word.operator !== ':') {
      this.#problem(word, t('Write it as {0}.', `${word.key}:"tag"`));
      return null;
    }
    const tag = normalTag(word.value);
    return tag === '' ? this.#missing(word) : { kind: 'has', tag };
  }

  #image(word: FilterWord): Filter | null {
    const match = /^([a-z]+)(<=|>=|<|>|=)(.*)$/i.exec(word.operator === ':' ? word.value : '');
    const field = match?.[1].toLowerCase() as ImageField | undefined;
    if (!match || field === undefined || !imageFields.includes(field)) {
      this.#problem(word, t('Write it as {0}.', `image:short<512 (${imageFields.join(', ')})`));
      return null;
    }
    return this.#number(word, match[2], match[3], (is, value) => ({ kind: 'image', field, is, value }));
  }

  #number(
    word: FilterWord,
    operator: string,
    text: string,
    make: (is: Comparison, value: number) => Filter,
  ): Filter | null {
    const is = operator === ':' ? '=' : (operator as Comparison);
    const value = Number(text);
    if (text !== '' && Number.isFinite(value) && comparisons.includes(is)) return make(is, value);
    this.#problem(word, t('Expected a number, as in {0}.', `${word.key}>75`));
    return null;
  }

  #missing(word: FilterWord): null {
    this.#problem(word, t('Expected something here.'));
    return null;
  }

  #take(kind: FilterWord['kind']): boolean {
    if (this.#words[this.#at]?.kind !== kind) return false;
    this.#at++;
    return true;
  }

  #problem({ range }: FilterWord, message: string): void {
    this.problems.push({ range, message });
  }
}

function joined(kind: 'and' | 'or', parts: readonly Filter[]): Filter | null {
  return parts.length < 2 ? (parts[0] ?? null) : { kind, parts };
}
