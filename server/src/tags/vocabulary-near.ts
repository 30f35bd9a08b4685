import { NearWords } from './near-words.ts';
import { vocabularyWords } from './vocabulary.ts';

/** How many words are looked for by walking over the vocabulary: taking its words apart costs as much as thirty walks. */
const walks = 20;
let walked = 0;
let ofVocabulary: NearWords | undefined;

/** The words of the vocabulary, taken apart; undefined as long as few have asked. */
export function vocabularyNear(): NearWords | undefined {
  if (ofVocabulary !== undefined || walked++ < walks) return ofVocabulary;
  ofVocabulary = new NearWords();
  for (const word of vocabularyWords()) ofVocabulary.add(word);
  return ofVocabulary;
}
