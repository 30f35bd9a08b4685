import { question } from '../../dataset/question.ts';
import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import type { TextRange } from '../../ground/text.ts';
import { normalTag } from '../../tags/normal.ts';
import { alike, isNoun, spellingVariantsIn } from '../../tags/prose-variants.ts';
import { singular } from '../../tags/singular.ts';
import { spellingKey } from '../../tags/spelling.ts';
import type { CaptionContext, FolderContext } from '../context.ts';
import { folderRule } from '../define.ts';
import { retag } from '../retag.ts';
import { isToldAsMisspelt } from '../trigger/misspelt-trigger.ts';
import { evenWritings, oddWritings, writtenAnywhere } from './apart-or-solid.ts';
import { seldomWritten } from './seldom-written.ts';
import { toldPairs } from './told-pairs.ts';
import { twoWords } from './two-words.ts';
import { toldOf, usualForm } from './usual-form.ts';

/** Captions, times the other spelling's, from which a spelling is the folder's own and the other one a slip. */
const timesOwn = 2;
/** Captions with the rarer spelling from which a folder has two habits. */
const fewestHabit = 3;
/** Captions up to which a folder is looked through for two words. */
const mostCaptions = 1000;
/** Captions of a folder from which two words may be told of it. */
const fewestOfTwo = 4;
/** Captions with either of two nouns from which it is asked whether they are one thing. */
const fewestAsked = 2;
/** Words named in the message of the folder. */
const named = 5;

export default folderRule({
  id: 'synonym-drift',
  group: 'consistency',
  severity: 'warning',
  fix: 'suggested',
  summary: 'The folder writes one thing in several ways.',
  why: 'Each spelling becomes tokens of its own, so what one tag could teach is split over several; label noise of this kind weakens a conditional diffusion model (seed: inconsistent captions).',
  *check(context: FolderContext): Iterable<Draft> {
    const { facts } = context;
    const found: string[] = [];
    const rare: (readonly [string, string])[] = [];
    const asked: (readonly [string, string])[] = [];
    const ofTags = spelledByTags(context);
    const told = toldPairs(context);
    for (const [, forms] of facts.sentences.drifting()) {
      const [[most, often], [other, seldom]] = [...forms].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
      if (often >= seldom * timesOwn) continue;
      if (seldom >= fewestHabit) found.push(`${most} ${often} / ${other} ${seldom}`);
      // Two words for one thing are style where they are few; two spellings of a word are not.
      else if (spellingKey(other) === spellingKey(most) && !ofTags.has(other) && !ofTags.has(most))
        rare.push([most, other]);
      else if (isNoun(most) && isNoun(other) && seldom >= fewestAsked) asked.push([most, other]);
    }
    if (found.length > 0)
      yield {
        file: '',
        range: null,
        severity: 'info',
        message: t(
          'Sentences write one thing in two ways: {0}. Each way learns its part; choose one.',
          found.sort().slice(0, named).join(', '),
        ),
      };
    const spelled = writtenAnywhere(context.index, '').filter(
      (pair) => !pair.some((word) => ofTags.has(word)) && !told.names(...pair),
    );
    const written = [...rare, ...onceEach(context), ...evenWritings(context.index), ...spelled];
    yield* seldomWritten(context, written);
    if (facts.captions >= fewestOfTwo && facts.captions <= mostCaptions) yield* twoWords(context, asked, written);
  },
  mayFindInCaption(context) {
    const { index, style, settings } = context;
    if (!index.complete) return false;
    const drifts = index.drift(settings.sidecar.synonyms);
    return style !== 'tags' || context.isForm || context.someNorm((norm) => drifts.of(norm) !== null);
  },
  *checkCaption(context: CaptionContext): Iterable<Draft> {
    const { file, caption, norms, index, settings } = context;
    const language = index.record(file)?.language ?? null;
    // What another language calls a thing is no other spelling of it.
    if (!index.complete || (language !== null && language !== 'English')) return;
    const told: TextRange[] = [];
    const drifts = index.drift(settings.sidecar.synonyms);
    let declared: ReadonlySet<string> | null = null;
    for (const [at, tag] of caption.tags.entries()) {
      const norm = norms[at];
      const id = context.normId(at);
      const drift = id === undefined ? null : drifts.of(id);
      if (!drift) continue;
      const { form: usual, captions } = usualForm(index, drift);
      if (usual === norm) continue;
      const own = drift.forms.find(({ form }) => form === norm)?.count ?? 0;
      const most = drift.forms.find(({ form }) => form === usual)?.count ?? 0;
      declared ??= new Set(settings.sidecar.synonyms.flat().map(normalTag));
      // Written once each: nobody can tell which is the folder's way, and little is split. Sidecar and tag list can tell.
      if (own < 2 && most < 2 && !declared.has(norm) && (index.knownTags?.canonicalOf(norm) ?? null) === null) continue;
      // Both forms in this caption: then the writer means two things, or duplicate-tag is the better word for it.
      if (norms.includes(usual) || isToldAsMisspelt(context, tag.range)) continue;
      if (isOneOfViews(norm, norms)) continue;
      // Another mark behind the name of a field is foreign-separator's.
      if (tag.text.includes('：') && !usual.includes('：')) continue;
      // A mark of a list before it is captioner-artifact's.
      if (/^[-*•–]\s/.test(tag.text)) continue;
      const newText = retag(usual, tag.text);
      told.push(tag.range);
      yield {
        range: tag.range,
        tag: norm,
        message: toldOf(tag.text, newText, {
          own,
          most,
          captions,
          isSpelling: spellingKey(singular(norm)) === spellingKey(singular(usual)),
        }),
        replaceTag: { norm, by: usual },
        fixes: [
          {
            title: t('Write "{0}"', newText),
            safety: 'suggested',
            edits: [{ file, edits: [{ range: tag.range, newText }] }],
          },
        ],
      };
    }
    if (context.style === 'tags' && !context.isForm) return;
    // What is said of a whole tag is not said of a word of it again.
    for (const draft of inSentences(context))
      if (!told.some(({ start, end }) => start <= draft.range.start && draft.range.end <= end)) yield draft;
  },
});

/** Whether a tag names one of the drawings of a sheet as the others are named: "front view, side view, back view". */
const isOneOfViews = (norm: string, norms: readonly string[]): boolean =>
  norm.endsWith(' view') && norms.some((other) => other !== norm && other.endsWith(' view'));

/** The words that captions are told of anyway, as tags of theirs are spelt otherwise. */
function spelledByTags({ index, settings }: FolderContext): ReadonlySet<string> {
  const words = new Set<string>();
  for (const drift of index.drift(settings.sidecar.synonyms).all()) {
    const { forms } = drift;
    const { form: usual } = usualForm(index, drift);
    for (const { form, count } of forms)
      if (form !== usual && (count > 1 || (forms[0]?.count ?? 0) > 1))
        for (const word of form.split(/[\s:]+/)) if (!usual.split(/[\s:]+/).includes(word)) words.add(word);
  }
  return words;
}

/** Tags that two captions spell in two ways, one each: nobody can tell which is the folder's. */
function* onceEach({ index, facts, settings }: FolderContext): Iterable<readonly [string, string]> {
  const drifting = new Set([...facts.sentences.drifting()].flatMap(([, forms]) => [...forms].map(([form]) => form)));
  const isDrifting = (word: string): boolean => drifting.has(word);
  for (const { forms } of index.drift(settings.sidecar.synonyms).all()) {
    if (forms.some(({ count }) => count > 1)) continue;
    const [first, second] = forms.filter(({ form }, _, all) =>
      all.some((other) => other.form !== form && spellingKey(other.form) === spellingKey(form)),
    );
    if (first === undefined || second === undefined || spellingKey(first.form) !== spellingKey(second.form)) continue;
    // Of a word that sentences spell in two ways it is said there.
    if (first.form.split(' ').some((word, at) => second.form.split(' ')[at] !== word && isDrifting(word))) continue;
    const [one, other] = [first, second].map(({ form }) => facts.vocabulary.normId(form));
    // Both in one caption are duplicate-tag's.
    // A slip of the other is near-identical-tag's.
    if ([one, other].some((id) => id !== undefined && index.typoOf(id) !== null)) continue;
    const isTwice = facts.captionsWith(one ?? -1).some(({ norms }) => norms.includes(other ?? -1));
    if (!isTwice) yield [first.form, second.form];
  }
}

/** The ways in which sentences write a word, with the captions that do: most captions first. */
const formsOf = question((index, key: string): readonly (readonly [form: string, captions: number])[] =>
  [...index.facts.sentences.formsOf(key)].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)),
);

/** Words of sentences that most captions spell in another way. */
function* inSentences(context: CaptionContext): Iterable<Draft & { readonly range: TextRange }> {
  const { caption, index } = context;
  for (const line of caption.trained) {
    const text = caption.text.slice(line.start, line.end);
    for (const { key, form, start, end } of spellingVariantsIn(text)) {
      const forms = formsOf(index, key);
      const own = forms.find(([other]) => other === form)?.[1] ?? 0;
      const [usual] = forms;
      // A caption that counts for none of its ways is one of tags: of those the folder is told.
      if (!usual || own === 0 || usual[0] === form || usual[1] < own * timesOwn) continue;
      const range = { start: line.start + start, end: line.start + end };
      yield otherWay(context, range, { usual: usual[0], captions: usual[1], isNoun: isNoun(form) });
    }
    for (const { start, end, usual, captions } of oddWritings(context, text))
      yield otherWay(context, { start: line.start + start, end: line.start + end }, { usual, captions, isNoun: false });
  }
}

/** A word that other captions write in another way, or another word for the same. */
function otherWay(
  { file, caption }: CaptionContext,
  range: TextRange,
  { usual, captions, isNoun: isOther }: { readonly usual: string; readonly captions: number; readonly isNoun: boolean },
): Draft & { readonly range: TextRange } {
  const written = caption.text.slice(range.start, range.end);
  const other = alike(usual, written.toLowerCase());
  const newText = /^\p{Lu}/u.test(written) ? other[0].toUpperCase() + other.slice(1) : other;
  return {
    range,
    severity: 'info',
    message: isOther
      ? t(
          '"{0}" is "{1}" in {2} captions: two words split what one could teach. Write "{1}".',
          written,
          newText,
          captions,
        )
      : t(
          '"{0}" is "{1}" in {2} captions: two spellings split what one word could teach. Write "{1}".',
          written,
          newText,
          captions,
        ),
    fixes: [{ title: t('Write "{0}"', newText), safety: 'suggested', edits: [{ file, edits: [{ range, newText }] }] }],
  };
}
