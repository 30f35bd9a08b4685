const FUNCTION_WORDS = new Set(
  (
    'a an the is are was were be of in on at by with and or near under over above below between during from to into ' +
    'his her their its this that which who as while through across along against beside behind has have it he she they'
  ).split(' '),
);

/** Whether a word (lower case) only joins others: a sentence has many, a list of tags hardly any. */
export const isFunctionWord = (word: string): boolean => FUNCTION_WORDS.has(word);
