import { singular } from '../../tags/singular.ts';
import type { FolderContext } from '../context.ts';

/** What captions are told of anyway. */
export interface Told {
  /** Whether tags or sentences that have two words are told to write one of them. */
  names(usual: string, other: string): boolean;
  /** Whether one of two tags is told to be written as another one. */
  tags(usual: string, other: string): boolean;
}

const single = (text: string): string =>
  text
    .split(/[ :-]+/)
    .map(singular)
    .join(' ');
const has = (form: string, word: string): boolean => ` ${form} `.includes(` ${word} `);

/** The spellings and words of a folder that the rule about captions speaks of. */
export function toldPairs({ index, facts, settings }: FolderContext): Told {
  const drifts = [...index.drift(settings.sidecar.synonyms).all()].map(({ forms }) =>
    forms.map(({ form }) => ({ form, words: single(form) })),
  );
  const sentences = [...facts.sentences.drifting()].map(([, forms]) => [...forms.keys()].map(single));
  return {
    names: (usual, other) => {
      const [one, two] = [single(usual), single(other)];
      return (
        sentences.some((forms) => forms.includes(one) && forms.includes(two)) ||
        drifts.some((forms) => forms.some(({ words }) => has(words, one)) && forms.some(({ words }) => has(words, two)))
      );
    },
    tags: (usual, other) =>
      [usual, other].some(
        (tag) => facts.vocabulary.normId(tag) !== undefined && index.typoOf(facts.vocabulary.normId(tag)!) !== null,
      ) || drifts.some((forms) => forms.some(({ form }) => form === usual || form === other)),
  };
}
