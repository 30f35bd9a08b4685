import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import { once } from '../../ground/once.ts';
import { listOf } from '../../tags/data/list.ts';
import { isEnglish } from '../../tags/english.ts';
import { isFunctionWord } from '../../tags/function-words.ts';
import { normalTag } from '../../tags/normal.ts';
import { vocabulary } from '../../tags/vocabulary.ts';
import { flag } from '../../tags/word.ts';
import type { CaptionContext } from '../context.ts';
import { captionRule } from '../define.ts';
import { usualLines } from './form-lines.ts';

/** Words that are doubled on purpose: for weight, as a sound, as a name of a thing. */
const doubled = new Set(
  listOf(`very, really, so, much, many, far, way, long, big, old, too, bye, no, yes, ha, haha, choo, tut, knock, yum, boo, cha,
pom, dum, can, tom, aye, hush, chop, hip, goody, go, there, well, now, please, more, less, blah, wee, bling, had, that, bun, chin,
super, extra, ultra, ever, deep, dark, tiny, little, red, low, high, half, half, bang, beep, tick, ding, woof, meow, quack, moo,
night, win, zip, bon, tip, hot, mini, couscous, dik, pai, yo, ta, la, na, da, pa, ma, ya, he, hi, ho, chow, dim, fifty, one, two, piece`),
);
/** Small words of other languages that no sentence has twice: prepositions and articles, none of those that stand for a person or a thing. */
const small = new Set(
  listOf(
    'mit, und, auf, ein, eine, einem, einen, einer, im, von, zu, vor, con, del, el, en, una, un, avec, dans, le, les, et, sur, une, di, il, nel, com, em, do',
  ),
);
/** A word that stands so often in a row is a loop of the captioning model, whatever it is. */
const loop = 3;

const repeated = once(() => /(?<![\p{L}\p{N}'’_-])(\p{L}[\p{L}\p{N}_'’]*)(?: +\1)+(?![\p{L}\p{N}'’_-])/giu);
/** The same and a little more in a text of ASCII: takes a tenth of the time to compile, and nearly no tag has it. */
const mayRepeat = /\b([a-z][\w']*) +\1(?![a-z])|[^\x00-\x7f]/i;
const holdsRepeat = flag(({ written }) => mayRepeat.test(written) && written.search(repeated()) >= 0);

export default captionRule({
  id: 'repeated-word',
  group: 'text',
  severity: 'warning',
  fix: 'suggested',
  summary: 'A word stands twice in a row.',
  why: 'The second one spends a token and says nothing; captioning models fall into such loops (BLIP: "a bald bald bald …", paulo-coronado/comfy_clip_blip_node, issue 4).',
  // No repeat reaches over a comma.
  mayFind: ({ isCommaList, flags, caption, index }) =>
    !isCommaList || (flags & holdsRepeat) !== 0 || (caption.ignored.length > 0 && isOfLines(index)),
  *check({ file, caption, style, concept, index }: CaptionContext): Iterable<Draft> {
    const trigger = concept?.trigger?.toLowerCase();
    // Lines of a form are meant to be read, and will be once they are joined.
    const unread = caption.ignored.length > 0 && isOfLines(index) ? caption.ignored : [];
    for (const range of [...caption.trained, ...unread]) {
      const line = caption.text.slice(range.start, range.end);
      for (const match of line.matchAll(repeated())) {
        const [all, word] = match;
        const times = all.split(/ +/).length;
        const isTag = style === 'tags' && isOnceATag(line, word, match.index, all.length);
        if (times < loop && word.toLowerCase() !== trigger && !isTag && !isSlip(all, word, line, match.index)) continue;
        if (times >= loop && doubled.has(word.toLowerCase()) && times < loop + 2) continue;
        const ends = style === 'tags' && times === 2 ? tagsAround(line, word, match.index, all.length) : null;
        const areTags = ends?.every((norm) => isTagOf(index, norm));
        // Two tags that have lost their comma are fused-tags'.
        if (areTags) continue;
        const start = range.start + match.index;
        const end = start + all.length;
        yield {
          range: { start, end },
          ...(unread.includes(range) && { severity: 'hint' as const }),
          message: t('"{0}" stands {1} times in a row. Keep one.', word, times),
          // "bowler hat hat box": without the second word one of two tags is broken.
          fixes: ends?.some((norm) => isTagOf(index, norm))
            ? []
            : [
                {
                  title: t('Write "{0}" once', word),
                  safety: 'suggested',
                  edits: [{ file, edits: [{ range: { start: start + word.length, end }, newText: '' }] }],
                },
              ],
        };
      }
    }
  },
});

/** The tags that end and begin with a doubled word, in normal form, where both have other words: "bowler hat" and "hat box"; null elsewhere. */
function tagsAround(line: string, word: string, at: number, length: number): readonly [string, string] | null {
  const start = line.lastIndexOf(',', at) + 1;
  const comma = line.indexOf(',', at);
  const end = comma < 0 ? line.length : comma;
  const [left, right] = [line.slice(start, at + word.length), line.slice(at + length - word.length, end)].map(
    normalTag,
  );
  return left.includes(' ') && right.includes(' ') ? [left, right] : null;
}

const isTagOf = ({ facts }: CaptionContext['index'], norm: string): boolean => {
  const id = facts.vocabulary.normId(norm);
  return vocabulary().has(norm) || (id !== undefined && facts.frequency(id) > 0);
};

/** Whether the captions of a folder are forms with a line for each field. */
const isOfLines = (index: CaptionContext['index']): boolean => usualLines(index, '').fields.length > 0;

/** Whether the tag that holds a doubled word is a known one without the second: "long long hair". */
function isOnceATag(line: string, word: string, at: number, length: number): boolean {
  const start = line.lastIndexOf(',', at) + 1;
  const end = line.indexOf(',', at);
  const tag = line.slice(start, end < 0 ? undefined : end);
  const once = `${line.slice(start, at)}${word}${line.slice(at + length, start + tag.length)}`;
  return vocabulary().has(normalTag(once)) && !vocabulary().has(normalTag(tag));
}

/** Whether a doubled word is a slip: a small word, or one of English that is no sound, no name and no text in quotes. */
function isSlip(all: string, word: string, line: string, at: number): boolean {
  const lower = word.toLowerCase();
  if (doubled.has(lower) || vocabulary().has(all.toLowerCase())) return false;
  // "reads 'GO GO'", "Duran Duran".
  if (/["“”'‘`«]\s*[^"“”]{0,20}$/.test(line.slice(0, at)) && /^[^"“”]{0,20}["“”'’`»]/.test(line.slice(at + all.length)))
    return false;
  if (small.has(lower) && all === all.toLowerCase() && !isEnglish(lower)) return true;
  // "What it is is a lamp."
  if (lower === 'is') return !/\b(?:what|all)\b[^.,;]*$/i.test(line.slice(0, at));
  if (isFunctionWord(lower)) return !/^(?:had|that|in|on)$/.test(lower) || all === all.toLowerCase();
  const isTitle = all.split(/ +/).every((one) => /^\p{Lu}/u.test(one));
  return !isTitle && word.length > 2 && isEnglish(lower);
}
