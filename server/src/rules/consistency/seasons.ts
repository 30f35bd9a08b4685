const differ = 'They name different seasons.';

/**
 * Whether what is said of two seasons is said of a text that names more of them: "in spring, summer, autumn and winter" is a row of pictures.
 * @param why what the two are told by, in English
 */
export const isOfSeasons = (why: string, text: string): boolean =>
  why === differ && new Set(text.toLowerCase().match(/\b(?:spring|summer|autumn|fall|winter)\b/g)).size > 2;
