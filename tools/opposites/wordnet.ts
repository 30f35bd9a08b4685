/** A set of words that mean one thing in WordNet. */
export interface Synset {
  readonly offset: string;
  /** Number of the lexicographer's file. */
  readonly file: number;
  readonly words: readonly string[];
  readonly pointers: readonly Pointer[];
}

/** A relation to another set. `source` and `target` are indices of words, -1 where the whole set is meant. */
export interface Pointer {
  readonly symbol: string;
  readonly offset: string;
  readonly part: string;
  readonly source: number;
  readonly target: number;
}

function* synsetsIn(data: string): Iterable<Synset> {
  for (const line of data.split('\n')) {
    if (!/^\d{8} /.test(line)) continue;
    const [offset = '', file = '', , count = '', ...rest] = (line.split(' | ')[0] ?? '').trim().split(' ');
    const words = Number.parseInt(count, 16);
    const pointers: Pointer[] = [];
    for (let at = words * 2 + 1; at + 3 < rest.length && pointers.length < Number(rest[words * 2]); at += 4) {
      const [symbol = '', to = '', part = '', between = '0000'] = rest.slice(at, at + 4);
      const [source = -1, target = -1] = [between.slice(0, 2), between.slice(2)].map(
        (hex) => Number.parseInt(hex, 16) - 1,
      );
      pointers.push({ symbol, offset: to, part, source, target });
    }
    const own = rest.slice(0, words * 2).filter((_, at) => at % 2 === 0);
    yield {
      offset,
      file: Number(file),
      words: own.map((word) => word.replace(/\(\w+\)$/, '').toLowerCase()),
      pointers,
    };
  }
}

/** One part of speech of WordNet. */
export interface WordNet {
  readonly synsets: readonly Synset[];
  readonly lemmas: readonly string[];
  synset(offset: string): Synset | undefined;
  /** The senses of a word, the commonest first. */
  senses(word: string): readonly Synset[];
  /** Which sense of a word a set is, 0 for the commonest. */
  rank(word: string, synset: Synset): number;
  /** How often the texts that WordNet counted have the word in this part of speech. */
  uses(word: string): number;
}

/**
 * Reads one part of speech from the texts of WordNet's files.
 * @param kind the number of the part in the keys of `index.sense`; adjectives that are like others have 5 there
 */
export function readWordNet(data: string, index: string, senses: string, kind: '1' | '3'): WordNet {
  const synsets = [...synsetsIn(data)];
  const byOffset = new Map(synsets.map((synset) => [synset.offset, synset]));
  const offsets = new Map<string, readonly string[]>();
  for (const line of index.split('\n')) {
    const [word = '', , count, pointers, ...rest] = line.trim().split(' ');
    if (!line.startsWith(' ') && word !== '')
      offsets.set(word, rest.slice(Number(pointers) + 2, Number(pointers) + 2 + Number(count)));
  }
  const used = new Map<string, number>();
  for (const [, word = '', part = '', uses] of senses.matchAll(/^([^%]+)%(\d)\S* \d+ \d+ (\d+)/gm))
    if (part === kind || (kind === '3' && part === '5')) used.set(word, (used.get(word) ?? 0) + Number(uses));
  return {
    synsets,
    lemmas: [...offsets.keys()],
    synset: (offset) => byOffset.get(offset),
    senses: (word) => (offsets.get(word) ?? []).flatMap((offset) => byOffset.get(offset) ?? []),
    rank: (word, { offset }) => {
      const at = offsets.get(word)?.indexOf(offset) ?? -1;
      return at < 0 ? Number.POSITIVE_INFINITY : at;
    },
    uses: (word) => used.get(word) ?? 0,
  };
}
