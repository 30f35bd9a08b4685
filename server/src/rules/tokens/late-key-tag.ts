import { z } from 'zod';
import { isKeyTag } from '../../dataset/key-tags.ts';
import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import type { TextRange } from '../../ground/text.ts';
import { normalTag } from '../../tags/normal.ts';
import type { EffectiveTag } from '../../trainers/captions/effective-tag.ts';
import { keepChances } from '../../trainers/captions/keep-chance.ts';
import type { CaptionContext } from '../context.ts';
import { captionRule } from '../define.ts';
import { ruleOptions } from '../rule-options.ts';
import { cutOf, mayBeCut } from './cut.ts';
import { isLimitDoubtful } from './doubtful-limit.ts';

const options = ruleOptions({ minimumChance: 0.9 }, () => ({
  minimumChance: z
    .number()
    .min(0)
    .max(1)
    .describe('With shuffle_caption: report a key tag that reaches the model in a smaller share of samples than this.'),
}));

export default captionRule({
  id: 'late-key-tag',
  group: 'tokens',
  severity: 'info',
  fix: 'suggested',
  summary: 'A tag that the whole folder relies on sits where it is cut, or is often shuffled there.',
  why: 'The caption is cut after the token limit, in the shuffled order when shuffle_caption is on; a trigger behind the cut is not learnt from this image (sd-scripts library/train_util.py, library/strategy_base.py).',
  options,
  mayFind: mayBeCut,
  *check(context: CaptionContext, { minimumChance }: typeof options.defaults): Iterable<Draft> {
    const { settings, caption } = context;
    const limit = settings.tokenLimit;
    if (limit === null || isLimitDoubtful(context.index, settings)) return;
    for (let line = 0; line < caption.trained.length; line++) {
      const { count, cut } = cutOf(context, line, limit);
      if (count <= limit) continue;
      const { shuffleCaption } = settings.captionOptions;
      const keys: number[] = [];
      for (let at = 0; at < caption.tags.length; at++)
        // What stands before the cut stays there unless it is shuffled.
        if (
          (shuffleCaption || caption.tags[at].range.end > cut) &&
          caption.tags[at].line === line &&
          isKeyTag(context.index, context.normId(at)) &&
          (shuffleCaption || (triggerWithin(context, at) ?? caption.tags[at].range).end > cut)
        )
          keys.push(at);
      if (keys.length === 0) continue;
      if (shuffleCaption) yield* shuffled(context, line, keys, limit, minimumChance);
      else yield* inOrder(context, keys, limit);
    }
  },
});

/** Key tags behind the cut, in the order as written. */
function* inOrder(context: CaptionContext, late: readonly number[], limit: number): Iterable<Draft> {
  yield* inSum(context, late, (others) =>
    t(
      '{0} tags of nearly every caption stand behind token {1} here and never train: {2}. Shorten the caption.',
      others.length,
      limit,
      listOf(context, others),
    ),
  );
  for (const at of ownLines(context, late)) {
    const tag = context.caption.tags[at];
    const range = triggerWithin(context, at);
    if (range) {
      const name = context.caption.text.slice(range.start, range.end);
      yield {
        range,
        tag: context.norms[at],
        message: t('The trigger "{0}" stands behind token {1} here and never trains. Move it forward.', name, limit),
      };
      continue;
    }
    yield draft(
      context,
      at,
      t(
        '"{0}" is in nearly every caption, but here it stands behind token {1} and never trains. Move it forward.',
        tag.text,
        limit,
      ),
    );
  }
}

/** Key tags whose chance to reach the model is too small. */
function* shuffled(
  context: CaptionContext,
  line: number,
  keys: readonly number[],
  limit: number,
  minimumChance: number,
): Iterable<Draft> {
  const { tags } = context.effective(line);
  const withRole = (role: EffectiveTag['role']): EffectiveTag[] => tags.filter((tag) => tag.role === role);
  const flexible = withRole('flexible');
  const chances = keepChances(
    {
      fixed: withRole('fixed').map((tag) => tag.text),
      flexible: flexible.map((tag) => tag.text),
      suffix: withRole('suffix').map((tag) => tag.text),
      limit,
      // Dropout takes any tag, wherever it stands; this is about the place.
      tagDropoutRate: 0,
      shuffled: true,
    },
    (text) => context.tokensOf(text),
  );
  const { keepTagsOption } = context.settings.trainer;
  const chanceOf = (at: number): number | null => {
    const place = flexible.findIndex((other) => other.source?.start === context.caption.tags[at].range.start);
    return place < 0 ? null : chances.flexible[place].chance;
  };
  const late = keys.filter((at) => (chanceOf(at) ?? 1) < minimumChance);
  yield* inSum(context, late, (others) =>
    t(
      '{0} tags of nearly every caption reach the model in {1} % of shuffles or less: {2}. Shorten the caption.',
      others.length,
      Math.floor(Math.max(...others.map((at) => chanceOf(at) ?? 0)) * 100),
      listOf(context, others),
    ),
  );
  for (const at of ownLines(context, late)) {
    const tag = context.caption.tags[at];
    const chance = chanceOf(at) ?? 0;
    yield draft(
      context,
      at,
      keepTagsOption === null
        ? t(
            '"{0}" reaches the model in {1} % of shuffles only: shorten the caption.',
            tag.text,
            Math.floor(chance * 100),
          )
        : t(
            '"{0}" reaches the model in {1} % of shuffles only: the caption is too long. Protect it with {2}.',
            tag.text,
            Math.floor(chance * 100),
            keepTagsOption,
          ),
    );
  }
}

/** Words from which what stands between commas is a piece of a sentence, among tags and in sentences. */
const pieceWords = { tags: 5, sentences: 3 };

/** Where the trigger stands in a piece of a sentence that holds it; null in a tag. */
function triggerWithin({ caption, concept, style }: CaptionContext, at: number): TextRange | null {
  const { text, range } = caption.tags[at];
  const trigger = concept?.trigger ?? '';
  if (trigger === '' || text.split(' ').length < pieceWords[style === 'tags' ? 'tags' : 'sentences']) return null;
  const place = text.toLowerCase().indexOf(trigger.toLowerCase());
  return place < 0 ? null : { start: range.start + place, end: range.start + place + trigger.length };
}

/** Late key tags up to which each is told by itself. */
const toldApart = 3;
/** Tags named in a sum. */
const named = 6;

const isConcept = ({ concept, norms }: CaptionContext, at: number): boolean =>
  concept?.trigger != null && [normalTag(concept.trigger), concept.classWord ?? ''].includes(norms[at]);

/** The key tags with a finding of their own: trigger and class word always, the others while they are few. */
const ownLines = (context: CaptionContext, late: readonly number[]): readonly number[] =>
  late.length <= toldApart ? late : late.filter((at) => isConcept(context, at));

/** One finding for many late key tags: they have one cause, and one cure. */
function* inSum(
  context: CaptionContext,
  late: readonly number[],
  message: (others: readonly number[]) => string,
): Iterable<Draft> {
  const own = new Set(ownLines(context, late));
  const others = late.filter((at) => !own.has(at));
  const [first] = others;
  if (first === undefined) return;
  yield { range: context.caption.tags[first].range, tag: context.norms[first], message: message(others) };
}

const listOf = ({ caption }: CaptionContext, tags: readonly number[]): string =>
  tags
    .slice(0, named)
    .map((at) => caption.tags[at].text)
    .join(', ') + (tags.length > named ? ' …' : '');

/** The fix moves the tag to the front of its line, in front of everything; one that is longer than the limit is cut there as well. */
function draft(context: CaptionContext, at: number, message: string): Draft {
  const { file, caption, norms, settings } = context;
  const tag = caption.tags[at];
  const { separator } = caption.syntax;
  const line = caption.trained[tag.line];
  const previous = caption.pieces.find((piece) => piece.line === tag.line && piece.index === tag.index - 1);
  // Across a group separator a move would join the groups.
  const isBehind = previous !== undefined && caption.text.slice(previous.slot.end, tag.slot.start) === separator;
  const movable = isBehind && context.tokensOf(tag.text) <= (settings.tokenLimit ?? Number.POSITIVE_INFINITY);
  return {
    range: tag.range,
    tag: norms[at],
    message,
    fixes: movable
      ? [
          {
            title: t('Move "{0}" to the front', tag.text),
            safety: 'suggested',
            edits: [
              {
                file,
                edits: [
                  { range: { start: line.start, end: line.start }, newText: `${tag.text}${separator} ` },
                  { range: { start: previous.slot.end, end: tag.slot.end }, newText: '' },
                ],
              },
            ],
          },
        ]
      : [],
  };
}
