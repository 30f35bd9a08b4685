import type { DatasetIndex } from '../../dataset/index.ts';
import { question } from '../../dataset/question.ts';
import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import type { TextRange } from '../../ground/text.ts';
import { articleMeant } from '../../tags/articles.ts';
import { artifactsIn } from '../../tags/artifacts.ts';
import { isEnglish, isName } from '../../tags/english.ts';
import { isForeignSmallWord } from '../../tags/function-words.ts';
import { wordsApart } from '../../tags/glued-words.ts';
import { isUsual, misspeltAs, slipBeside } from '../../tags/misspelt.ts';
import { normalTag } from '../../tags/normal.ts';
import { areSpellingsOfOne } from '../../tags/spelling.ts';
import { type TextWord, wordsIn } from '../../tags/text-words.ts';
import { isSwap } from '../../tags/word-slips.ts';
import type { CaptionContext } from '../context.ts';
import { captionRule } from '../define.ts';
import { gluedIn } from './glued-in.ts';
import { meantBySiblings, mostCaptions, sayings, twoWordsBySiblings, wordOfSiblings } from './odd-word.ts';
import { runOnSentences } from './run-on.ts';

/** Captions a slip stands in at the most; a word that more of them have is the folder's own. */
const mostOften = 2;
/** Times as many captions with the right word, from which more of them have a slip all the same. */
const timesMeant = 3;
/** Letters of the first word of a sentence from which it is taken for a slip: a name is no word of English either. */
const shortestFirst = 7;
/** Corrections that are offered. */
const offered = 2;

export default captionRule({
  id: 'misspelt-word',
  group: 'text',
  severity: 'info',
  fix: 'suggested',
  summary:
    'A word of a sentence is in no dictionary, and one letter makes it English; a and an stand for each other; or two sentences run together.',
  why: 'A misspelt word trains other tokens than the one that is meant. American and British spelling are both right; words are those of SCOWL (size 60). Silent for names, for words that several captions have, and for text in quotes.',
  mayFind: ({ style, isForm }) => style !== 'tags' || isForm,
  *check(context: CaptionContext): Iterable<Draft> {
    const { file, caption, style, folder, concept, index } = context;
    if (!index.complete || (style === 'tags' && !context.isForm)) return;
    const language = index.record(file)?.language ?? null;
    if (language !== null && language !== 'English') return;
    const own = [concept?.trigger ?? '', ...(concept?.companions ?? [])].join(' ').toLowerCase();
    const candidates = (concept?.candidates ?? []).join(' ').toLowerCase();
    // A word in a tag that is a slip of another tag is near-identical-tag's.
    const told = caption.tags.filter((_, at) => {
      const id = context.normId(at);
      return id !== undefined && index.typoOf(id) !== null;
    });
    for (const range of caption.trained) {
      const line = caption.text.slice(range.start, range.end);
      yield* runOnSentences(file, line, range);
      const quotes = [...line.matchAll(/["“”]/g)].map(({ index: at }) => at);
      let before = 0;
      const words = wordsIn(line);
      for (const [at, { lower, start, end }] of words.entries()) {
        const beside = slipBeside(joined(line, words, at - 1), lower, joined(line, words, at, 1));
        while (quotes[before] < start) before++;
        // What the picture says, in quotes, is not for us to correct.
        const isQuoted = before % 2 === 1 && (quotes.at(-1) ?? 0) >= end;
        const written = line.slice(start, end);
        const article = isQuoted ? null : articleAt(line, words, at);
        if (article !== null)
          yield draftOfArticle(
            file,
            written,
            article,
            { start: range.start + start, end: range.start + end },
            words[at + 1].lower,
          );
        const isFirst = written !== lower && isFirstOfSentence(line, written, words[at + 1]?.start ?? end, start);
        if ((written !== lower && !isFirst) || own.includes(lower)) continue;
        if (isQuoted || !/^[\s,.;:!?)("'’]|^$/.test(line.slice(end, end + 1))) continue;
        const meant = beside ?? meantBySiblings(context, words, at);
        const suggestions = meant === null ? slipsOf(context, words, at) : [meant];
        // British and American spelling are both right: which one a folder has is synonym-drift's.
        if (isEnglish(lower) && suggestions.some((word) => areSpellingsOfOne(lower, word))) continue;
        // A name may begin a sentence as well.
        if (suggestions.length === 0 || (isFirst && !isSureSlip(lower, suggestions[0]))) continue;
        const as = (word: string): string => (isFirst ? word[0].toUpperCase() + word.slice(1) : word);
        const place = { start: range.start + start, end: range.start + end };
        // The stump of a word that is cut off is told as that.
        if (at === words.length - 1 && isCut(context, line)) continue;
        if (told.some((tag) => tag.range.start <= place.start && place.end <= tag.range.end)) continue;
        // Two tags in one are fused-tags'.
        const piece = suggestions[0].includes(' ') ? caption.tags.findIndex((tag) => tag.range.end >= place.end) : -1;
        if (piece >= 0 && gluedIn(context, piece) !== null) continue;
        const isOwn = candidates.includes(lower) || isOftenWritten(index, `${lower}\n${folder.folder}`);
        if (isOwn && !isSlipOfMany(index, `${lower}\n${suggestions[0]}\n${folder.folder}`)) continue;
        const holders = context.isForm && /^\s*:/.test(line.slice(end)) ? holdersOf(index, suggestions[0]) : 0;
        yield {
          range: place,
          tag: normalTag(lower),
          message:
            holders > mostOften
              ? t(
                  '"{0}" is in no dictionary, and no "{1}" is here, which {2} captions have. Correct it.',
                  written,
                  as(suggestions[0]),
                  holders,
                )
              : isEnglish(lower) || isName(lower)
                ? t('"{0}" is likely to mean "{1}". Correct it.', written, as(suggestions[0]))
                : suggestions.length === 1 || isUsual(suggestions[0])
                  ? t('"{0}" is in no dictionary: "{1}"? Correct it.', written, as(suggestions[0]))
                  : t('"{0}" is in no dictionary: "{1}" or "{2}"? Correct it.', written, ...suggestions.map(as)),
          fixes: suggestions.map(as).map((newText) => ({
            title: t('Write "{0}"', newText),
            safety: 'suggested' as const,
            edits: [{ file, edits: [{ range: place, newText }] }],
          })),
        };
      }
    }
  },
});

/** The article that belongs at a place where the other one stands, before a word with nothing but a blank between; null elsewhere. */
function articleAt(line: string, words: readonly TextWord[], at: number): 'a' | 'an' | null {
  const { lower, start, end } = words[at];
  const next = words[at + 1];
  if ((lower !== 'a' && lower !== 'an') || next === undefined || line.slice(end, next.start) !== ' ') return null;
  const written = line.slice(start, end);
  // "Plan A", "AN": only the first word of a sentence has a capital.
  if (written !== lower && !isFirstOfSentence(line, written.padEnd(2, 'n'), next.start, start)) return null;
  if (line.slice(next.start, next.end) !== next.lower || /^[-'’&/]/.test(line.slice(next.end))) return null;
  return articleMeant(joined(line, words, at - 1), lower, next.lower);
}

function draftOfArticle(file: string, written: string, meant: string, range: TextRange, next: string): Draft {
  const newText = written[0] === 'A' ? `A${meant.slice(1)}` : meant;
  return {
    range,
    message: t('"{0}" before "{1}" should be "{2}". Correct it.', written, next, newText),
    fixes: [{ title: t('Write "{0}"', newText), safety: 'suggested', edits: [{ file, edits: [{ range, newText }] }] }],
  };
}

/** Whether so many captions of a folder write a word that it is one of theirs. */
const isOftenWritten = question((index, key: `${string}\n${string}`): boolean => holding(index, key) > mostOften);

/** Whether so many captions of a small folder write what a word of its own may be a slip of that it is one all the same. */
const isSlipOfMany = question((index, key: `${string}\n${string}\n${string}`): boolean => {
  const [word, meant, folder] = key.split('\n');
  if (index.facts.captions > mostCaptions) return false;
  const fewest = timesMeant * holding(index, `${word}\n${folder}`);
  return fewest > 0 && sayings(index, meant, fewest) >= fewest;
});

/** Captions of a folder that hold a word that could be its trigger. For questions only: the number moves with every caption. */
function holding(index: DatasetIndex, key: `${string}\n${string}`): number {
  const [word, folder] = key.split('\n');
  return index.facts.subset(folder)?.words.of(word)?.captions ?? 0;
}

/** How many captions in form have a field of a name. */
const holdersOf = question((index, name: string): number => index.facts.fields.get(name) ?? 0);

/** Whether captioner-artifact says of a line that it stops in the middle. */
const isCut = ({ settings, style }: CaptionContext, line: string): boolean =>
  settings.severities['captioner-artifact'] !== 'off' && artifactsIn(line, style).some(({ kind }) => kind === 'cut');

/** Whether a word in upper case begins a sentence, with a word in lower case behind it. */
const isFirstOfSentence = (line: string, written: string, next: number, start: number): boolean =>
  /^\p{Lu}\p{Ll}+$/u.test(written) &&
  /^\p{Ll}/u.test(line.slice(next)) &&
  /(?:^|[.!?]["”’')]?\s+)$/.test(line.slice(Math.max(0, start - 4), start));

/** Whether a word has two letters of another one swapped, one left out or one too many, and a length that no name has by chance. */
const isSureSlip = (word: string, meant: string): boolean =>
  word.length >= shortestFirst &&
  !isName(word) &&
  (meant.includes(' ') ||
    isDoubled(word, meant) ||
    isSwap(word, meant) ||
    (isUsual(meant) && word.length !== meant.length));

/** Whether one of two words has a letter twice that the other has once: "printted", "comuters". */
const isDoubled = (word: string, meant: string): boolean => isDoubledIn(word, meant) || isDoubledIn(meant, word);

const isDoubledIn = (long: string, short: string): boolean =>
  long.length === short.length + 1 &&
  [...short].some((letter, at) => long === short.slice(0, at) + letter + short.slice(at));

/** What a word of a line may be a slip of, the likeliest first; nothing for one of another language. */
function slipsOf(context: CaptionContext, words: readonly TextWord[], at: number): readonly string[] {
  const { lower } = words[at];
  if ([words[at - 1], words[at + 1]].some((beside) => beside !== undefined && isForeignSmallWord(beside.lower)))
    return [];
  // Two words in a row that no dictionary has are a name of another language: "doodh pati".
  if (
    [words[at - 1], words[at + 1]].some((beside) => beside !== undefined && isForeignBeside(context, words[at], beside))
  )
    return [];
  const found = misspeltAs(lower);
  if (found.length > 0) return found.slice(0, offered);
  const meant = wordsApart(lower) ?? wordOfSiblings(context, lower) ?? twoWordsBySiblings(context, lower);
  return meant === null ? [] : [meant];
}

/** Whether a word behind or before another one, with a blank between, is in no dictionary either and none that several captions have. */
const isForeignBeside = ({ index, folder, concept }: CaptionContext, word: TextWord, beside: TextWord): boolean =>
  (beside.start === word.end + 1 || word.start === beside.end + 1) &&
  Math.max(word.lower.length, beside.lower.length) <= longestForeign &&
  /^[a-z]{3,}$/.test(beside.lower) &&
  !isEnglish(beside.lower) &&
  !isName(beside.lower) &&
  !concept?.trigger?.toLowerCase().includes(beside.lower) &&
  !isOftenWritten(index, `${beside.lower}\n${folder.folder}`);
const longestForeign = 7;

/** The word before or behind a place of a line where only blanks lie between; empty where something else does. */
function joined(line: string, words: readonly TextWord[], at: number, step = 0): string {
  const [first, second] = [words[at], words[at + 1]];
  if (!first || !second || line.slice(first.end, second.start).trim() !== '') return '';
  return step === 1 ? second.lower : first.lower;
}
