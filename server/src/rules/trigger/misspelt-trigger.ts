import { distance } from 'fastest-levenshtein';
import type { Tag } from '../../caption/parse.ts';
import { question } from '../../dataset/question.ts';
import { shownTag } from '../../facts/usual-spelling.ts';
import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import type { TextRange } from '../../ground/text.ts';
import { isEnglish, isName } from '../../tags/english.ts';
import { normalTag } from '../../tags/normal.ts';
import { wordsIn } from '../../tags/text-words.ts';
import { opensAt, startOfTags } from '../../tags/trigger-uses.ts';
import { holdsTrigger } from '../../tags/trigger-words.ts';
import type { CaptionContext } from '../context.ts';
import { captionRule } from '../define.ts';
import { tagOfTrigger, triggerApart } from '../text/lost-marks.ts';
import { absentNames, holdsName, isHidden, type JudgedConcept, judgedConcept, triggerTag } from './find-trigger.ts';
import { isMisspelt, isWrittenOut, unmarked } from './misspelling.ts';
import { otherCase } from './other-case.ts';
import { runTogether } from './run-together.ts';
import { captionsNaming, captionsWithClass, triggerHabits } from './trigger-habits.ts';

export default captionRule({
  id: 'misspelt-trigger',
  group: 'trigger',
  severity: 'warning',
  fix: 'suggested',
  summary: 'A word is a misspelling of the trigger.',
  why: 'A trigger is a made-up word: one wrong letter makes other tokens of it, and the image does not count for the concept.',
  *check(context: CaptionContext): Iterable<Draft> {
    const concept = judgedConcept(context);
    if (!concept) return;
    const own = triggerTag(context, concept);
    if (own) {
      const turned = turnedIn(context, own);
      const cut = turned === null ? withoutClass(context, concept, own) : null;
      const whole = qualified(context, concept) ?? turned ?? cut;
      if (whole !== null && normalTag(own.text) !== whole && isSlipOfWhole(normalTag(own.text), whole)) {
        const newText = shownTag(context.facts, whole);
        yield {
          range: own.range,
          tag: normalTag(own.text),
          ...(cut !== null && { severity: 'info' as const }),
          message: t('"{0}" is written "{1}" in nearly all captions. Write it alike.', own.text, newText),
          fixes: [
            {
              title: t('Write "{0}"', newText),
              safety: 'suggested',
              edits: [{ file: context.file, edits: [{ range: own.range, newText }] }],
            },
          ],
        };
      }
    }
    const joint = runTogether(context, concept) ?? otherNumber(context, concept) ?? otherCase(context, concept);
    if (joint !== null) yield joint;
    // Whoever has the only trigger has all.
    if (own && concept.companions.length === 0) return;
    for (const { tag, range, name } of misspeltNames(context, concept)) {
      yield {
        range,
        tag: normalTag(tag.text),
        message: messageOf(context, wordAt(context, range), name),
        fixes: [
          {
            title: t('Write "{0}"', name),
            safety: 'suggested',
            edits: [{ file: context.file, edits: [{ range, newText: name }] }],
          },
        ],
      };
    }
  },
});

/** What is said of a slip: one that has all the letters is not misspelt, it is joined otherwise. */
function messageOf(context: CaptionContext, written: string, name: string): string {
  const usual = captionsNaming(context, name).captions;
  return usual > 1 && unmarked(written).toLowerCase() === unmarked(name).toLowerCase()
    ? t('"{0}" is "{1}" in {2} captions, which makes other tokens. Write it alike.', written, name, usual)
    : t('"{0}" is a misspelt trigger: "{1}" is the one of this folder. Correct it.', written, name);
}

/** A plural of English, with the singular in front of its ending. */
const plural = /^(.*[^sui])s$/i;

/**
 * The trigger with its class word in the singular, where nearly all captions have the plural: `vlx sneaker` beside `vlx sneakers`. Not the
 * other way round, for there can be two of a thing, and not where a word before it says that there is one
 * or a noun behind it makes it a part of another word.
 */
function otherNumber(context: CaptionContext, concept: JudgedConcept): Draft | null {
  const { caption, file } = context;
  const { trigger, classWord } = concept;
  const single = plural.exec(classWord ?? '')?.[1];
  if (classWord === null || single === undefined || !triggerHabits(context, concept).isJoinedToClass) return null;
  const pattern = new RegExp(
    String.raw`(?<![\p{L}\p{N}_-])(?<!\b(?:an?|one|single|lone|each|left|right|other|another) )(${escaped(trigger)}[ _])${escaped(single)}(s?)(?=\s*(?:[,.;:|]|$)|\s+(?:on|in|with|at|from|is|are|against|and|by|under|near|beside|next)\b)`,
    'giu',
  );
  const found = caption.trained.flatMap((line) =>
    [...caption.text.slice(line.start, line.end).matchAll(pattern)].map((match) => ({
      match,
      start: line.start + match.index,
    })),
  );
  const [first] = found;
  if (first === undefined || found.some(({ match }) => match[2] !== '')) return null;
  const range = { start: first.start, end: first.start + first.match[0].length };
  const newText = first.match[1] + classWord;
  const usual = captionsWithClass(context, concept, classWord.toLowerCase());
  return {
    range,
    severity: 'info',
    message: t(
      '"{0}" is "{1}" in {2} captions, which makes other tokens. Write it alike.',
      first.match[0],
      newText,
      usual,
    ),
    fixes: [{ title: t('Write "{0}"', newText), safety: 'suggested', edits: [{ file, edits: [{ range, newText }] }] }],
  };
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '[ _]');

/** The tag that the trigger stands in in nearly all captions, where it goes on in brackets: `name (series)`. Normal form; null for others. */
export function qualified({ index, facts }: CaptionContext, { triggerNorm, trigger }: JudgedConcept): string | null {
  if (triggerNorm === null || !index.complete) return null;
  const whole = facts.vocabulary.norm(triggerNorm);
  return whole.includes(' (') && !trigger.includes('(') ? whole : null;
}

/** The tag that nearly all captions have the trigger in, where one has the same words in another order: "tsubame hina". */
function turnedIn({ index, folder }: CaptionContext, own: Tag): string | null {
  const whole = tagOfTrigger(index, folder.folder);
  const sorted = (tag: string): string => tag.split(' ').sort().join(' ');
  return whole?.includes(' ') && sorted(normalTag(own.text)) === sorted(whole) ? whole : null;
}

/** Captions with a tag, and their share of those with the trigger, from which the trigger by itself has lost a word. */
const fewestWhole = 10;
const wholeShare = 0.9;

/** The tag that nearly all captions of a list have the trigger in, where one has it without its class word: "grx" beside "grx style". */
function withoutClass(context: CaptionContext, { trigger }: JudgedConcept, own: Tag): string | null {
  const usual = context.style === 'tags' ? triggerApart(context.index, context.folder.folder) : null;
  const norm = normalTag(trigger);
  if (usual === null || normalTag(own.text) !== norm || !usual.tag.startsWith(`${norm} `)) return null;
  const { captions } = captionsNaming(context, trigger);
  return usual.captions >= fewestWhole && usual.captions >= captions * wholeShare ? usual.tag : null;
}

/** Letters that a word of a tag may differ in from the one that is meant. */
const mostLetters = 2;

/**
 * Whether a tag is a name with its brackets written otherwise, and nothing more: each of its words stands for one of the name.
 * What holds other words as well is more than the name, and to write the name in its place would lose them. Both in normal form.
 */
function isSlipOfWhole(tag: string, whole: string): boolean {
  const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');
  const [own, meant] = [letters(tag), letters(whole)];
  if (own.length > meant.length + mostLetters || !holdsTrigger(whole, tag.split(' ')[0])) return false;
  if (distance(own, meant) <= mostLetters) return true;
  const left = wordsIn(whole).map(({ lower }) => lower);
  return wordsIn(tag).every(({ lower }) => {
    const at = left.findIndex((word) => word === lower || (word.length > 3 && distance(word, lower) <= mostLetters));
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}

/** Whether a tag is told as a slip of the trigger, so that no other rule says what it should be. */
export function isToldAsMisspelt(context: CaptionContext, { start, end }: TextRange): boolean {
  const concept = judgedConcept(context);
  if (!concept || context.settings.severities['misspelt-trigger'] === 'off') return false;
  const own = [...misspeltNames(context, concept), runTogether(context, concept), otherNumber(context, concept)];
  return own.some((told) => told?.range && told.range.start < end && start < told.range.end);
}

const wordAt = ({ caption }: CaptionContext, { start, end }: TextRange): string => caption.text.slice(start, end);

/** Share of its captions in which the trigger stands at its place. */
const mostly = 0.8;

/** The slips of triggers that a caption should hold and does not; of the first of them that has one. */
export function misspeltNames(
  context: CaptionContext,
  concept: JudgedConcept,
): readonly { readonly tag: Tag; readonly range: TextRange; readonly name: string }[] {
  for (const name of absentNames(context, concept)) {
    if (isHidden(context, name)) continue;
    const found = misspeltTags(context, { ...concept, trigger: name });
    if (found.length > 0) return found.map((slip) => ({ ...slip, name }));
  }
  return otherNames(context, concept);
}

/** A slip of another trigger of the folder, by a word that nothing else has: who is missing in a caption may rightly be. */
function otherNames(
  context: CaptionContext,
  concept: JudgedConcept,
): readonly { readonly tag: Tag; readonly range: TextRange; readonly name: string }[] {
  const { caption } = context;
  for (const name of concept.companions) {
    if (holdsName(context, name)) continue;
    for (const slip of misspeltTags(context, { ...concept, trigger: name })) {
      const word = caption.text.slice(slip.range.start, slip.range.end).toLowerCase();
      const others = captionsNaming(context, word).captions;
      const isOwn = [concept.trigger, ...concept.companions].some((own) => own.toLowerCase() === word);
      if (!isOwn && others <= 1 && !isEnglish(word) && !isName(word)) return [{ ...slip, name }];
    }
  }
  return [];
}

/** The words of a caption that look like the trigger with a slip, with their place; the nearest only. */
function misspeltTags(context: CaptionContext, { trigger }: JudgedConcept): { tag: Tag; range: TextRange }[] {
  const { caption, index, folder } = context;
  const own = trigger.toLowerCase();
  const length = own.split(' ').length;
  const { isFirst, isLast } = placeOf(index, `${own}\n${folder.folder}`);
  const [{ start: offset, end } = { start: 0, end: 0 }] = caption.trained;
  const line = caption.text.slice(offset, end);
  const head = startOfTags(line);
  let best: { tag: Tag; range: TextRange; edits: number } | null = null;
  for (const tag of caption.tags) {
    const words = wordsIn(tag.text);
    for (let from = 0; from < words.length; from++) {
      for (let to = from + Math.max(0, length - 2); to < Math.min(words.length, from + length + 1); to++) {
        const text = tag.text.slice(words[from].start, words[to].end).toLowerCase();
        const atPlace =
          (isFirst && opensAt(line, head, tag.range.start - offset + words[from].start)) ||
          (isLast && tag === caption.tags.at(-1) && to === words.length - 1);
        if (!isMisspelt(text, own, atPlace)) continue;
        // What stands beside the trigger elsewhere is a word of its own: "pprcut style, a papercut of a fox".
        if (isWrittenOut(text, own) && isOwnWord(index, text)) continue;
        // With all its letters, marks and blanks aside, it is the whole of the slip: "grbl 7", of which "grbl" is a part.
        const edits = unmarked(text) === unmarked(own) ? 0 : distance(text, own);
        if (best !== null && best.edits <= edits) continue;
        const start = tag.range.start + words[from].start;
        best = { tag, edits, range: { start, end: tag.range.start + words[to].end } };
      }
    }
  }
  return best === null ? [] : [best];
}

/** Whether several captions of a folder have a word, whatever it is. */
const isOwnWord = question((index, word: string): boolean => {
  const pattern = new RegExp(String.raw`(?<![\p{L}\p{N}_-])${escaped(word)}(?![\p{L}\p{N}_-])`, 'iu');
  let found = 0;
  for (const { trained } of index.facts.records()) if (pattern.test(trained) && ++found > 1) return true;
  return false;
});

/** Whether a word mostly begins or ends the captions of a folder. */
const placeOf = question((index, key: `${string}\n${string}`) => {
  const end = key.indexOf('\n');
  const counts = index.facts.subset(key.slice(end + 1))?.words.of(key.slice(0, end));
  return {
    isFirst: counts !== undefined && counts.first >= counts.captions * mostly,
    isLast: counts !== undefined && counts.last >= counts.captions * mostly,
  };
});
