import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import { isEnglish, isName } from '../../tags/english.ts';
import { misspeltAs, slipBehind } from '../../tags/misspelt.ts';
import { normalTag } from '../../tags/normal.ts';
import { wordsIn } from '../../tags/trigger-uses.ts';
import type { CaptionContext } from '../context.ts';
import { captionRule } from '../define.ts';

/** Captions a slip stands in at the most; a word that more of them have is the folder's own. */
const mostOften = 2;
/** Corrections that are offered. */
const offered = 2;

export default captionRule({
  id: 'misspelt-word',
  group: 'text',
  severity: 'info',
  fix: 'suggested',
  summary: 'A word of a sentence is in no dictionary, and one letter makes it English.',
  why: 'A misspelt word trains other tokens than the one that is meant. American and British spelling are both right; words are those of SCOWL (size 60). Silent for names, for words that several captions have, and for text in quotes.',
  mayFind: ({ style }) => style !== 'tags',
  *check(context: CaptionContext): Iterable<Draft> {
    const { file, caption, style, facts, folder, concept, index } = context;
    if (style === 'tags' || !index.complete) return;
    const language = index.record(file)?.language ?? null;
    if (language !== null && language !== 'English') return;
    const words = facts.subset(folder.folder)?.words;
    const own = [concept?.trigger ?? '', ...(concept?.companions ?? []), ...(concept?.candidates ?? [])]
      .join(' ')
      .toLowerCase();
    // A word in a tag that is a slip of another tag is near-identical-tag's.
    const told = caption.tags.filter((_, at) => {
      const id = context.normId(at);
      return id !== undefined && index.typoOf(id) !== null;
    });
    for (const range of caption.trained) {
      const line = caption.text.slice(range.start, range.end);
      const quotes = [...line.matchAll(/["“”]/g)].map(({ index: at }) => at);
      let before = 0;
      let last = '';
      for (const { lower, start, end } of wordsIn(line)) {
        const behind = slipBehind(last, lower);
        last = lower;
        while (quotes[before] < start) before++;
        // What the picture says, in quotes, is not for us to correct.
        const isQuoted = before % 2 === 1 && (quotes.at(-1) ?? 0) >= end;
        if (line.slice(start, end) !== lower || own.includes(lower) || (words?.of(lower)?.captions ?? 0) > mostOften)
          continue;
        if (isQuoted || !/^[\s,.;:!?)("'’]|^$/.test(line.slice(end, end + 1))) continue;
        const suggestions = behind === null ? misspeltAs(lower).slice(0, offered) : [behind];
        if (suggestions.length === 0) continue;
        const place = { start: range.start + start, end: range.start + end };
        if (told.some((tag) => tag.range.start <= place.start && place.end <= tag.range.end)) continue;
        yield {
          range: place,
          tag: normalTag(lower),
          message:
            isEnglish(lower) || isName(lower)
              ? t('"{0}" is likely to mean "{1}". Correct it.', lower, suggestions[0])
              : t('"{0}" is in no dictionary: "{1}"? Correct it.', lower, suggestions[0]),
          fixes: suggestions.map((newText) => ({
            title: t('Write "{0}"', newText),
            safety: 'suggested' as const,
            edits: [{ file, edits: [{ range: place, newText }] }],
          })),
        };
      }
    }
  },
});
