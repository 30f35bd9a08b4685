const irregular: Readonly<Record<string, string>> = {
  knives: 'knife',
  scarves: 'scarf',
  shelves: 'shelf',
  loaves: 'loaf',
  leaves: 'leaf',
  wolves: 'wolf',
  geese: 'goose',
  mice: 'mouse',
  teeth: 'tooth',
  cookies: 'cookie',
  hoodies: 'hoodie',
  brownies: 'brownie',
  zombies: 'zombie',
  selfies: 'selfie',
  smoothies: 'smoothie',
  movies: 'movie',
};

/** A noun (lower case) in the singular. */
export const singular = (word: string): string =>
  word.length < 4 || /(?:ss|us|is)$/.test(word)
    ? word
    : (irregular[word] ??
      word
        .replace(/men$/, 'man')
        .replace(/(?<=[^aeiou])ies$/, 'y')
        .replace(/(?<=x|ch|sh|ss)es$|(?<=[^su'’])s$/, ''));
