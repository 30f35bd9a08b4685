const FUNCTION_WORDS = new Set(
  (
    'a an the is are was were be of in on at by with and or near under over above below between during from to into ' +
    'his her their its this that which who as while through across along against beside behind has have it he she they'
  ).split(' '),
);

/** Whether a word (lower case) only joins others: a sentence has many, a list of tags hardly any. */
export const isFunctionWord = (word: string): boolean => FUNCTION_WORDS.has(word);

/** Small words of other languages, beside which a word is one of theirs: "chef de partie", "mise en place", "en garde". */
const foreignSmallWord =
  /^(?:de|du|des|d'|la|le|les|l'|et|en|au|aux|à|del|della|di|da|do|dos|von|van|der|den|und|el|al|los|las|y|sous|ex)$/;

/** Whether a word (lower case) joins words of French, Spanish, Portuguese, Italian, German or Dutch, and is none of English. */
export const isForeignSmallWord = (word: string): boolean => foreignSmallWord.test(word);
