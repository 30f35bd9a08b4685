import { z } from 'zod';
import type { Tag } from '../../caption/parse.ts';
import { removeTags } from '../../caption/remove-tags.ts';
import { isKnown, isStyle } from '../../concepts/concepts.ts';
import { hasManyLooks } from '../../dataset/looks.ts';
import { question } from '../../dataset/question.ts';
import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import type { TextRange } from '../../ground/text.ts';
import { ownFields, valuesIn } from '../../tags/caption-style.ts';
import { type ContradictionLevel, findContradictions } from '../../tags/contradictions.ts';
import { mixedTags } from '../../tags/exclusive.ts';
import { groupsOfWord, mayBeAtOdds } from '../../tags/exclusive-groups.ts';
import { isFunctionWord } from '../../tags/function-words.ts';
import { twoOfOneThing } from '../../tags/garments.ts';
import { normalTag } from '../../tags/normal.ts';
import { proseContradictions } from '../../tags/prose-contradictions.ts';
import { canonicalTag } from '../../tags/synonyms.ts';
import { classKind } from '../../tags/trigger-words.ts';
import { type Word, wordsOf } from '../../tags/word.ts';
import type { CaptionContext } from '../context.ts';
import { captionRule } from '../define.ts';
import { ruleOptions } from '../rule-options.ts';
import { againstSentences } from './against-sentences.ts';
import { hasOneHairEach, mayBeOddThing, oddThing } from './odd-things.ts';
import { mayBeOpposed, opposedDrafts } from './opposed-drafts.ts';
import { isOfSeasons } from './seasons.ts';
import { twiceNamed } from './twice-named.ts';

const options = ruleOptions({ hints: false, groups: [] }, () => ({
  hints: z.boolean().describe('Also report pairs that are only odd together, such as night with blue sky.'),
  groups: z
    .array(z.array(z.string()).min(2))
    .describe('Exclusive groups of your own: a caption may have one tag of each.'),
}));

/** Captions and share of the folder's captions that must say "multicolored hair" for two colours to be its mixture. */
const fewestMixed = 2;
const mixedShare = 0.1;

export default captionRule({
  id: 'contradictory-tags',
  group: 'consistency',
  severity: 'warning',
  fix: 'suggested',
  summary: 'Two tags of one caption cannot both be true.',
  why: 'The picture shows one of the two, so the other word is learnt from a picture that does not show it. Pairs and exceptions come from counts over 788 real captions, in which they fire on 21.',
  options,
  mayFind: (context, { groups }) =>
    context.style !== 'tags' ||
    context.isForm ||
    groups.length > 0 ||
    context.settings.sidecar.exclusiveGroups.length > 0 ||
    mayBeAtOdds(context.numbers(groupsOfWord)) ||
    mayBeOddThing(context) ||
    mayBeOpposed(context),
  *check(context: CaptionContext, { hints, groups }: typeof options.defaults): Iterable<Draft> {
    const { file, caption, norms, settings, style } = context;
    // A list of phrases has pieces that are tags, though it is none of tags.
    const record = context.index.record(file);
    const isSentence = style === 'prose' && record?.clearStyle === 'prose';
    const { isForm } = context;
    const isOne = (): boolean => isForm || isOfOne(context);
    for (let line = 0; line < caption.trained.length; line++) {
      /** Pairs of tags that were told: their words are not told again as those of a sentence. */
      const told: (readonly [TextRange, TextRange])[] = [];
      const { at, words: all } = context.tagsOf(line);
      const words = isSentence ? headOf(all) : all;
      if (words.length > 0) {
        const said = isForm ? valuesIn(words.map(({ written }) => written)) : words;
        for (const { a, b, level, group, why } of findContradictions(said, {
          hints,
          isOne,
          ownGroups: [...groups, ...settings.sidecar.exclusiveGroups],
        })) {
          // "In spring, summer, autumn and winter": a row of pictures.
          if (isOfSeasons(why, caption.text)) continue;
          if ((group === 'hair colour' || group === 'eye colour') && siblingsAreMixed(context, group)) continue;
          const odd = level === 'info' ? oddLevel(context, wordsOf(said), at[a], at[b], group) : null;
          if (level === 'info' && odd === null) continue;
          told.push([caption.tags[at[a]].range, caption.tags[at[b]].range]);
          const [one, other] = group === 'count' ? oddLast(context, at[a], at[b]) : [at[a], at[b]];
          yield contradiction(context, one, other, odd ?? level, why);
        }
      }
      if (isForm) yield* twiceNamed(context, line);
      const { start, end } = caption.trained[line];
      if (style === 'tags' && !isForm) {
        yield* opposedDrafts(context, start, end, told);
        continue;
      }
      if (style === 'mixed' && !isForm)
        for (const draft of againstSentences(context)) {
          const tag = draft.related?.[0]?.range;
          if (draft.range && tag) told.push([tag, draft.range]);
          yield draft;
        }
      for (const { a, b, why } of proseContradictions(
        isForm ? ownFields(caption.text.slice(start, end)) : caption.text.slice(start, end),
      )) {
        if (isOfSeasons(why, caption.text)) continue;
        const [first, second] = [a, b].map((word) => ({ start: start + word.start, end: start + word.end }));
        if (told.some((pair) => pair.some((tag) => holds(tag, first)) && pair.some((tag) => holds(tag, second))))
          continue;
        told.push([first, second]);
        yield {
          range: second,
          message: t('"{0}" contradicts "{1}". {2} Keep what the image shows.', b.phrase, a.phrase, t(why)),
          related: [{ file, range: first, message: t('Contradicts this') }],
        };
      }
      yield* opposedDrafts(context, start, end, told);
    }
    function contradiction(
      { file: own }: CaptionContext,
      a: number,
      b: number,
      level: ContradictionLevel,
      why: string,
    ): Draft {
      const [first, second] = [caption.tags[a], caption.tags[b]];
      return {
        range: second.range,
        tag: norms[b],
        // Errors are kept for what stops training: a false statement does not.
        severity: level === 'error' ? 'warning' : level,
        message: t('"{0}" contradicts "{1}". {2} Keep what the image shows.', second.text, first.text, t(why)),
        related: [{ file: own, range: first.range, message: t('Contradicts this') }],
        fixes: [removal(second), removal(first)],
      };
    }
    /** Takes the tag out, repeats and other spellings of it included. */
    function removal(tag: Tag) {
      const canonical = canonicalTag(normalTag(tag.text));
      const same = caption.tags.filter((_, at) => canonicalTag(norms[at]) === canonical);
      return {
        title: t('Remove "{0}"', tag.text),
        safety: 'suggested' as const,
        edits: [{ file, edits: removeTags(caption, new Set(same)) }],
      };
    }
  },
});

/** How sure it is that two tags that may stand together are at odds here; null where it is not. */
function oddLevel(
  context: CaptionContext,
  words: readonly Word[],
  a: number,
  b: number,
  group: string,
): ContradictionLevel | null {
  if (group !== 'hair colour') return oddThing(context, twoOfOneThing(words), a, b);
  return hasOneHairEach(context.index, context.folder.folder) ? 'info' : null;
}

/** Tags that stand before sentences at the least, and words of one at the most. */
const fewestHead = 4;
const headWords = 3;

/** The tags before the sentences of a caption that has more of these: "denim jacket, blue denim, flat lay, wooden floor. The jacket …". */
function headOf(words: readonly Word[]): readonly Word[] {
  const end = words.findIndex(({ norm }) => {
    const own = norm.split(' ');
    return own.length > headWords || /[.!?]/.test(norm) || own.some(isFunctionWord);
  });
  return end < fewestHead ? [] : words.slice(0, end);
}

/**
 * The tags of a contradiction about how many are there, the one last that fewer captions of the folder have: of "1girl, 1boy, solo" among
 * captions of one boy it is the girl that is at odds.
 */
function oddLast(context: CaptionContext, a: number, b: number): readonly [number, number] {
  const { caption, words, index } = context;
  const frequency = (at: number): number => {
    const id = context.normId(at);
    return id === undefined ? 0 : index.facts.frequency(id);
  };
  const solo = [a, b].find((at) => words[at].canonical === 'solo');
  if (!index.complete || solo === undefined) return [a, b];
  const counts = caption.tags.flatMap((_, at) => (/^1(?:girl|boy|other)$/.test(words[at].canonical) ? [at] : []));
  if (counts.length < 2) return [a, b];
  // Whatever else says that there are several, "solo" is what is wrong.
  const other = a === solo ? b : a;
  if (!counts.includes(other)) return [other, solo];
  const [rarest, next] = counts.sort((x, y) => frequency(x) - frequency(y));
  return frequency(rarest) < frequency(next) ? [solo, rarest] : [a, b];
}

/** Whether all captions of a folder show one and the same subject, so that looks that differ in one of them are at odds. */
function isOfOne({ concept, index, folder }: CaptionContext): boolean {
  if (!index.complete || !isKnown(concept) || concept.companions.length > 0 || isStyle(concept)) return false;
  const kind = classKind(concept.classWord);
  return kind !== 'thing' && kind !== 'place' && !hasManyLooks(index, folder.folder);
}

const holds = (outer: TextRange, inner: TextRange): boolean => outer.start <= inner.start && inner.end <= outer.end;

/**
 * Whether other captions of the folder say that the hair (or the eyes) of the subject has several colours: then two colours in
 * this one are that mixture, with its name left out.
 */
function siblingsAreMixed({ folder, index }: CaptionContext, attribute: MixedAttribute): boolean {
  return areMixed(index, `${attribute}/${folder.folder}`);
}

type MixedAttribute = 'hair colour' | 'eye colour';

const areMixed = question((index, key: `${MixedAttribute}/${string}`): boolean => {
  const { facts } = index;
  const slash = key.indexOf('/');
  const attribute: MixedAttribute = key.startsWith('hair') ? 'hair colour' : 'eye colour';
  const subset = facts.subset(key.slice(slash + 1));
  if (!index.complete || !subset) return false;
  let captions = 0;
  for (const tag of mixedTags(attribute)) {
    const id = facts.vocabulary.normId(tag);
    if (id !== undefined) captions += subset.frequency(id);
  }
  return captions >= fewestMixed && captions >= subset.captions * mixedShare;
});
