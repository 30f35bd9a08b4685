import { lettersPattern } from '../ground/letters.ts';

/** Languages and scripts that captions are told apart by. */
export type TextLanguage =
  | 'English'
  | 'Spanish'
  | 'French'
  | 'German'
  | 'Italian'
  | 'Portuguese'
  | 'Japanese'
  | 'Chinese'
  | 'Korean'
  | 'Cyrillic'
  | 'Arabic';

const functionWords: readonly (readonly [TextLanguage, ReadonlySet<string>])[] = (
  [
    ['English', 'the a an of and with in on is are at by to from her his while wearing standing sitting looking'],
    ['Spanish', 'el la los las una de del al con en y un que por para sobre está son lleva mujer hombre junto'],
    ['French', 'le la les une des du avec dans et un qui sur est sont une au aux porte femme homme assis debout'],
    [
      'German',
      'der die das ein eine einer einem einen mit und im am auf aus ist sind von vom zum zur dem den neben trägt frau mann vor steht sitzt liegt',
    ],
    [
      'Italian',
      'il lo la gli una di del della con e un che su è sono nel nella sul sulla indossa donna uomo seduta accanto',
    ],
    ['Portuguese', 'o a os as uma de do da com em e um que no na está são veste mulher homem sentada ao'],
  ] as const
).map(([language, words]) => [language, new Set(words.split(' '))]);

const word = lettersPattern(String.raw`[\p{L}]+`, 'g');

/** Words that must speak for a language written in Latin letters, and how many more than for any other. */
const fewest = 3;
const margin = 2;
/** Letters of another script, and their share, that make a text one of it. */
const fewestLetters = 4;
const scriptShare = 0.5;

/** Letters of another script that a name or a sign in a picture rarely has. */
const fewestOfScript = 2;
const scripts: readonly (readonly [TextLanguage, () => RegExp])[] = [
  ['Japanese', () => /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['Chinese', () => /\p{Script=Han}/gu],
  ['Korean', () => /\p{Script=Hangul}/gu],
  ['Cyrillic', () => /\p{Script=Cyrillic}/gu],
  ['Arabic', () => /\p{Script=Arabic}/gu],
];

/** The script other than Latin of a part of a text, by a language that is written in it; null without. What stands in quotes is the picture's. */
export function otherScriptIn(text: string): TextLanguage | null {
  if (!/[\u0370-\uffff]/.test(text) || isUndecoded(text)) return null;
  const own = text.replace(/["“「『《][^"”」』》]{0,200}["”」』》]/gu, '');
  for (const [language, pattern] of scripts) if ((own.match(pattern())?.length ?? 0) >= fewestOfScript) return language;
  return null;
}

/** A text of two bytes for a letter that was read as one of single bytes has letters of any language. */
const isUndecoded = (text: string): boolean => text.includes('\0');

/** The language of a caption, by its script or its small words; null when they do not tell. A name in quotes is no language. */
export function languageOf(text: string): TextLanguage | null {
  if (isUndecoded(text)) return null;
  if (/[^\x00-\u024f]/.test(text)) {
    const letters = text.match(/\p{L}/gu)?.length ?? 0;
    const share = (pattern: RegExp): boolean => {
      const found = text.match(pattern)?.length ?? 0;
      return found >= fewestLetters && found >= letters * scriptShare;
    };
    if (share(/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/gu))
      return /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text) ? 'Japanese' : 'Chinese';
    if (share(/\p{Script=Hangul}/gu)) return 'Korean';
    if (share(/\p{Script=Cyrillic}/gu)) return 'Cyrillic';
    if (share(/\p{Script=Arabic}/gu)) return 'Arabic';
  }
  const lower = text.toLowerCase();
  const words = lower.match(word(lower)) ?? [];
  const counts = functionWords
    .map(([language, set]) => [language, words.filter((word) => set.has(word)).length] as const)
    .sort((a, b) => b[1] - a[1]);
  const [[best, count], [, second]] = counts;
  if (count < fewest) return null;
  if (best === 'English') return count - second >= margin ? best : null;
  // Languages that are near each other share their small words: between them the one with more of them will do.
  const english = counts.find(([language]) => language === 'English')?.[1] ?? 0;
  return count - english >= margin && count > second ? best : null;
}
