import { pythonStrip } from '../python/python-text.ts';
import type { RandomSource } from '../python/random-source.ts';
import { answer, type Outcome, stops } from '../trainer-error.ts';
import type { Values } from './concepts.ts';
import { compileSpecial, type Special } from './special-tags.ts';

/** The `text` of a concept, ready to be used. */
export interface CaptionOptions {
  readonly delimiter: string;
  readonly keep: number;
  readonly shuffle: boolean;
  /** Null when nothing drops. */
  readonly dropout: { readonly mode: string; readonly probability: number; readonly special: Special } | null;
  /** Null when the case stays. */
  readonly caps: { readonly modes: readonly string[]; readonly probability: number } | null;
  readonly lowercase: boolean;
}

/**
 * Reads the options of a concept.
 * @param lines lines of the file that holds the special tags; null where there is no such file
 */
export function captionOptions(text: Values, lines: readonly string[] | null): CaptionOptions {
  const flag = (name: string) => isSet(text.get(name));
  const number = (name: string) => Number(text.get(name) ?? 0);
  const delimiter = String(text.get('tag_delimiter'));
  const drop = number('tag_dropout_probability');
  const caps = number('caps_randomize_probability');
  return {
    delimiter,
    keep: number('keep_tags_count'),
    shuffle: flag('enable_tag_shuffling'),
    dropout:
      flag('tag_dropout_enable') && drop > 0
        ? {
            mode: String(text.get('tag_dropout_mode')),
            probability: drop,
            special: compileSpecial({
              mode: String(text.get('tag_dropout_special_tags_mode')),
              written: String(text.get('tag_dropout_special_tags')),
              isRegex: flag('tag_dropout_special_tags_regex'),
              delimiter,
              lines,
            }),
          }
        : null,
    caps:
      flag('caps_randomize_enable') && caps > 0
        ? { modes: String(text.get('caps_randomize_mode')).split(',').map(pythonStrip), probability: caps }
        : null,
    lowercase: flag('caps_randomize_lowercase'),
  };
}

/** Python's truth of a plain value. */
export function isSet(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  if (value !== null && typeof value === 'object') return Object.keys(value).length > 0;
  return Boolean(value) || Number.isNaN(value);
}

/** A line of a caption after all steps, each with chances of its own: tags drop, change their case, are shuffled. */
export function trainedCaption(
  line: string,
  options: CaptionOptions,
  chances: { readonly drop: RandomSource; readonly caps: RandomSource; readonly shuffle: RandomSource },
): Outcome<string> {
  const splits = options.shuffle || options.dropout !== null || options.caps !== null;
  if (splits && options.delimiter === '') return stops('ValueError', 'empty separator');
  let text = line;
  if (options.dropout) text = dropTags(text, options, options.dropout, chances.drop);
  if (options.lowercase) text = text.toLowerCase();
  if (options.caps) text = changeCase(text, options.delimiter, options.caps, chances.caps);
  if (options.shuffle) {
    const { kept, rest } = splitTags(text, options);
    chances.shuffle.shuffle(rest);
    text = [...kept, ...rest].join(`${options.delimiter} `);
  }
  return answer(text);
}

/** Tags without blanks around them and without empty ones; a negative number keeps all but the last. */
function splitTags(text: string, { delimiter, keep }: CaptionOptions): { kept: string[]; rest: string[] } {
  const tags = text
    .split(delimiter)
    .map(pythonStrip)
    .filter((tag) => tag !== '');
  return { kept: tags.slice(0, keep), rest: keep === 0 ? tags : tags.slice(keep) };
}

function dropTags(
  text: string,
  options: CaptionOptions,
  { mode, probability, special }: NonNullable<CaptionOptions['dropout']>,
  chance: RandomSource,
): string {
  const { kept, rest } = splitTags(text, options);
  let left = rest;
  if (mode === 'FULL') {
    if (chance.random() < probability) left = rest.filter((tag) => special.stays(tag));
  } else if (mode.startsWith('RANDOM')) {
    left = rest.filter((tag, i) => {
      const limit = mode === 'RANDOM WEIGHTED' ? (probability * (i + 1)) / rest.length : probability;
      return special.stays(tag) || chance.random() > limit;
    });
  }
  return [...kept, ...left].join(`${options.delimiter} `);
}

function changeCase(
  text: string,
  delimiter: string,
  { modes, probability }: NonNullable<CaptionOptions['caps']>,
  chance: RandomSource,
): string {
  return text
    .split(delimiter)
    .map(pythonStrip)
    .map((tag) => (chance.random() < probability ? inCase(tag, modes[chance.choice(modes.length)] ?? '', chance) : tag))
    .join(delimiter);
}

const capital = (word: string): string => {
  const [first = ''] = word;
  return first.toUpperCase() + word.slice(first.length).toLowerCase();
};

function inCase(tag: string, mode: string, chance: RandomSource): string {
  switch (mode) {
    case 'capslock':
      return tag.toUpperCase();
    case 'title':
      return tag
        .split(/\s+/)
        .filter((word) => word !== '')
        .map(capital)
        .join(' ');
    case 'first': {
      const [first = ''] = tag;
      return first.toUpperCase() + tag.slice(first.length);
    }
    case 'random': {
      // Letter by letter of both spellings: where one is longer (ß is SS), its end is lost.
      const lower = [...tag.toLowerCase()];
      const upper = [...tag.toUpperCase()].slice(0, lower.length);
      return upper.map((letter, i) => (chance.choice(2) === 0 ? letter : lower[i])).join('');
    }
    default:
      return tag;
  }
}
