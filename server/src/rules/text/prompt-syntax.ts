import type { Tag } from '../../caption/parse.ts';
import { removeTags } from '../../caption/remove-tags.ts';
import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import { once } from '../../ground/once.ts';
import type { TextEdit, TextRange } from '../../ground/text.ts';
import { isEmoticon } from '../../tags/emoticons.ts';
import { isNote } from '../../tags/unfinished.ts';
import { flag } from '../../tags/word.ts';
import { parseWeights } from '../../trainers/captions/weights.ts';
import type { CaptionContext } from '../context.ts';
import { captionRule } from '../define.ts';

/** `(x:1.2)`, weights that span tags included; brackets of the text inside may be escaped. */
const weight = /\((?<inner>(?:\\.|[^()\\])*?)\s*:\s*[+-]?(?:\d+\.?\d*|\.\d+)\s*\)/g;
/** `((x))`, `[[x]]`. */
const doubled = /\(\((?<inner>[^()\\]+)\)\)|\[\[(?<inner2>[^[\]\\]+)\]\]/g;
const network = /<(?:lora|lyco|hypernet|embedding):[^<>]*>/gi;
/** What Midjourney takes for options, at the end of a prompt: `--ar 2:3 --v 6`. */
const option = once(
  () =>
    /(?<![\p{L}\p{N}-])--(?:(?:ar|aspect|v|version|s|stylize|q|quality|c|chaos|seed|stop|iw|sw|cw|sref|cref|no|niji|style|weird|w|h|p|profile)(?: +(?!--)[\p{L}\p{N}:./-]+)?|tile|raw|hd|uplight|upbeta|fast|relax|turbo)(?=[\s,.]|$)/gu,
);
const choice = /\{[^{}]*\|[^{}]*\}/g;
const wildcardFile = once(
  () => /(?<![\p{L}\p{N}_])__[\p{L}\p{N}][\p{L}\p{N}/ -]*(?:_[\p{L}\p{N}/ -]+)*__(?![\p{L}\p{N}_])/gu,
);
const keyword = once(() => /(?<![\p{L}\p{N}_'"“‘-])(?:BREAK|ADDCOMM|ADDBASE|ADDCOL|ADDROW)(?![\p{L}\p{N}_'"”’-])/gu);

/** Brackets that stand beside a word; those of emoticons stand beside marks. */
const bracket = once(() => /\((?=[\p{L}\p{N}])|(?<=[\p{L}\p{N}.!?"'\]]\s*\\?)\)/gu);
const isUneven = flag(({ written }) => {
  if (!/[()]/.test(written) || isEmoticon(written)) return false;
  let open = 0;
  for (const [mark] of written.matchAll(bracket())) open += mark === '(' ? 1 : -1;
  return open !== 0;
});

/** Where a bracket stands that has no other one in a text; null when all have theirs. */
function loneBracket(text: string): number | null {
  const open: number[] = [];
  for (const { 0: mark, index } of text.matchAll(bracket())) {
    // "1)" counts.
    if (mark === '(') open.push(index);
    else if (open.pop() === undefined) return /(?:^|[\s,])\w$/.test(text.slice(0, index)) ? null : index;
  }
  return open[0] ?? null;
}

/** Texts that some trainers replace by the trigger. */
const PLACEHOLDERS = ['[trigger]', '[name]'];

export default captionRule({
  id: 'prompt-syntax',
  group: 'text',
  severity: 'warning',
  fix: 'suggested',
  summary: 'Syntax of prompts, such as weights or wildcards, which the trainer reads as plain text.',
  why: 'Without weighted_captions the brackets, colons and numbers of `(x:1.2)` train as words, and BREAK, `<lora:…>` and `__name__` always do; `{a|b}` is a choice only with enable_wildcard (sd-scripts library/strategy_base.py, library/train_util.py).',
  // Most captions have none of the marks: asking for one costs far less than an expression.
  mayFind: ({ letters, flags, caption: { text }, settings }) =>
    settings.weightedCaptions ||
    (flags & isUneven) !== 0 ||
    letters.hasAny('[{<:') ||
    text.includes('((') ||
    text.includes('__') ||
    text.includes('--') ||
    /BREAK|ADD/.test(text),
  *check(context: CaptionContext): Iterable<Draft> {
    const { file, caption, settings } = context;
    const canWeigh = settings.trainer.weights !== 'never';
    const edit = (range: TextRange, newText: string) => [{ file, edits: [{ range, newText }] }];
    for (const [number, line] of caption.trained.entries()) {
      const text = caption.text.slice(line.start, line.end);
      const at = (match: RegExpExecArray | RegExpMatchArray): TextRange => ({
        start: line.start + (match.index ?? 0),
        end: line.start + (match.index ?? 0) + match[0].length,
      });
      if (settings.weightedCaptions && parseWeights(text).error !== null)
        yield {
          range: line,
          severity: 'error',
          message: t(
            'A weight in this caption is not a number: with weighted_captions training stops here. Correct it.',
          ),
        };
      if (!settings.weightedCaptions) {
        for (const match of text.includes(':') ? text.matchAll(weight) : [])
          yield weighted(match[0], match.groups?.inner ?? '', at(match), edit, canWeigh);
        for (const match of text.includes('((') || text.includes('[[') ? text.matchAll(doubled) : []) {
          const inner = match.groups?.inner ?? match.groups?.inner2 ?? '';
          if (!/:\s*[\d.]+\s*$/.test(inner)) yield weighted(match[0], inner, at(match), edit, canWeigh);
        }
        for (const tag of text.includes('[') ? caption.tags : []) {
          const inner = tag.line === number && context.style === 'tags' ? squareInner(tag) : null;
          // "[color]" is a blank to be filled, and told as one.
          if (inner !== null && !PLACEHOLDERS.includes(tag.text) && !isNote(tag.text))
            yield weighted(tag.text, inner, tag.range, edit, canWeigh);
        }
      }
      const lone = (context.flags & isUneven) === 0 ? null : loneBracket(text);
      if (lone !== null)
        yield {
          range: { start: line.start + lone, end: line.start + lone + 1 },
          severity: 'info',
          message:
            text[lone] === '('
              ? t('"{0}" is opened and never closed, and trains as text. Close it or take it out.', '(')
              : t('"{0}" closes nothing and trains as text. Open it or take it out.', ')'),
        };
      for (const match of text.includes('[') ? text.matchAll(/\[(?:trigger|name)\]/g) : [])
        if (!settings.trainer.placeholders.includes(match[0]))
          yield {
            range: at(match),
            message: t('"{0}" trains as text: this trainer puts no trigger in its place. Write the trigger.', match[0]),
          };
      if (!settings.captionOptions.enableWildcard)
        for (const match of text.includes('{') ? text.matchAll(choice) : [])
          yield {
            range: at(match),
            message:
              settings.trainer.wildcards === 'never'
                ? t('"{0}" is read as plain text: the trainer knows no choices. Write one of them.', match[0])
                : t('"{0}" is read as plain text: choices need enable_wildcard. Write one of them.', match[0]),
            fixes: match[0]
              .slice(1, -1)
              .split('|')
              .filter((part) => part.trim() !== '')
              .slice(0, 4)
              .map((part) => ({
                title: t('Replace with "{0}"', part.trim()),
                safety: 'suggested' as const,
                edits: edit(at(match), part.trim()),
              })),
          };
      for (const match of text.includes('--') ? text.matchAll(option()) : [])
        yield literal(match[0], at(match), file, [
          { range: { ...at(match), start: at(match).start - blanksBefore(text, match) }, newText: '' },
        ]);
      for (const match of text.includes('__') ? text.matchAll(wildcardFile()) : []) {
        if (isEmoticon(match[0])) continue;
        yield {
          range: at(match),
          message: t(
            '"{0}" is read as plain text: the trainer has no wildcard files. Write out what it stands for.',
            match[0],
          ),
        };
      }
      for (const match of text.includes('<') ? text.matchAll(network) : []) {
        const range = at(match);
        const tag = caption.tags.find((piece) => piece.range.start === range.start && piece.range.end === range.end);
        yield literal(match[0], range, file, tag ? removeTags(caption, new Set([tag])) : [{ range, newText: '' }]);
      }
    }
    for (const tag of /BREAK|ADD/.test(caption.text) ? caption.tags : []) {
      // Asked once per tag, which may be the whole of a long caption.
      let speaks: boolean | undefined;
      for (const match of tag.text.matchAll(keyword())) {
        const [word] = match;
        if (word === tag.text) {
          yield literal(word, tag.range, file, removeTags(caption, new Set([tag])));
          continue;
        }
        // "COFFEE BREAK" on a sign, or a caption that shouts.
        speaks ??= /\p{Ll}/u.test(tag.text.replaceAll(keyword(), ''));
        if (!speaks || isShouted(tag.text, match.index, word.length)) continue;
        const start = tag.range.start + match.index;
        const range = { start, end: start + word.length };
        const { separator } = settings.syntax;
        yield literal(word, range, file, [{ range: withBlanks(caption.text, range), newText: `${separator.trim()} ` }]);
      }
    }
  },
});

function weighted(
  written: string,
  inner: string,
  range: TextRange,
  edit: (range: TextRange, newText: string) => { file: string; edits: TextEdit[] }[],
  canWeigh: boolean,
): Draft {
  const bare = inner.trim();
  return {
    range,
    habit: canWeigh
      ? t('Brackets and numbers are read as plain text: weights need weighted_captions.')
      : t('Brackets and numbers are read as plain text: the trainer knows no weights.'),
    message: canWeigh
      ? t('"{0}" is read as plain text, brackets and number included: weights need weighted_captions.', written)
      : t('"{0}" is read as plain text, brackets and number included: the trainer knows no weights.', written),
    fixes: bare === '' ? [] : [{ title: t('Replace with "{0}"', bare), safety: 'suggested', edits: edit(range, bare) }],
  };
}

function literal(written: string, range: TextRange, file: string, edits: TextEdit[]): Draft {
  return {
    range,
    message: t('"{0}" has no meaning in a caption: it trains as plain text. Remove it.', written),
    fixes: [{ title: t('Remove "{0}"', written), safety: 'suggested', edits: [{ file, edits }] }],
  };
}

/** The text of a tag that is nothing but `[text]`; null for other tags, emoticons and doubled brackets. */
function squareInner(tag: Tag): string | null {
  const match = /^\[(?<inner>[^[\]\\:|]+)\]$/.exec(tag.text);
  return match && /\p{L}{2}/u.test(match.groups?.inner ?? '') && !isEmoticon(tag.text)
    ? (match.groups?.inner ?? null)
    : null;
}

/** Whether a word in capitals stands beside another one: a text that the picture shows. */
const isShouted = (text: string, at: number, length: number): boolean =>
  /\p{Lu}{2,}['’"\s]*$/u.test(text.slice(Math.max(0, at - nearby), at)) ||
  /^['’"\s]*\p{Lu}{2,}/u.test(text.slice(at + length, at + length + nearby));

/** Characters on either side of a keyword that are looked at for shouting: more than marks and blanks between two words are. */
const nearby = 40;

/** A range with the blanks on both sides of it. */
function withBlanks(text: string, { start, end }: TextRange): TextRange {
  let [from, to] = [start, end];
  while (from > 0 && text[from - 1] === ' ') from--;
  while (text[to] === ' ') to++;
  return { start: from, end: to };
}

/** Blanks in front of a match, which go with it. */
const blanksBefore = (text: string, match: RegExpExecArray): number =>
  text.slice(0, match.index).length - text.slice(0, match.index).trimEnd().length;
