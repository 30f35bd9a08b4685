import type { FolderFacts } from '../facts/facts.ts';
import type { CaptionRecord } from '../facts/record.ts';
import type { SubsetFacts } from '../facts/subset-facts.ts';
import { t } from '../ground/l10n.ts';
import { folderOf } from '../ground/paths.ts';
import { normalTag } from '../tags/normal.ts';
import { holdsTrigger, isClassWord, isCoinedTag, isCoinedWord, splitPhrase } from '../tags/trigger-words.ts';
import type { Evidence } from './concepts.ts';
import { sureEnough } from './concepts.ts';

/** Captions below which nothing is inferred from counts. */
const fewest = 5;
/** Share of the captions that a trigger stands in; real triggers are in all of them in 27 of 29 sets. */
const nearlyAll = 0.95;
/** Share of the captions with the trigger that hold its class word. */
const classShare = 0.9;
/** Text that ends the kept head of a caption (sd-scripts keep_tokens_separator, by custom). */
const customaryHeadEnd = '|||';

const nothing = (reason: string): Evidence => ({
  trigger: null,
  candidates: [],
  triggerNorm: null,
  classWord: null,
  source: 'none',
  confidence: 0,
  reasons: [reason],
});

interface Candidate {
  readonly trigger: string;
  readonly norm: number | null;
  readonly classWord: string | null;
  readonly score: number;
  readonly reasons: readonly string[];
}

/**
 * The trigger by counts: a made-up word that stands in nearly all captions, surer when always at one end, or always before
 * the same class word. Heuristic, and silent by design: with few captions, without a made-up word or with two equally
 * good ones there is no answer, only reasons.
 */
export function triggerByStatistics(facts: FolderFacts, folder: string): Evidence {
  const subset = facts.subset(folder);
  if (!subset || subset.captions < fewest)
    return nothing(t('{0} captions are too few to tell a trigger by counting', subset?.captions ?? 0));
  const candidates = tagCandidates(facts, subset);
  if (candidates.length === 0) candidates.push(...phraseCandidates(facts, subset));
  candidates.sort((a, b) => b.score - a.score);
  const [best, second] = candidates;
  if (!best) return nothing(t('No made-up word stands in nearly all of the {0} captions', subset.captions));
  const rival = second !== undefined && best.score - second.score < 0.1;
  const confidence = rival ? Math.min(best.score, 0.5) : best.score;
  if (confidence < sureEnough)
    return {
      ...nothing(t('Unsure: "{0}" could be the trigger', best.trigger)),
      candidates: candidates.slice(0, 3).map(({ trigger }) => trigger),
      confidence,
      reasons: [
        t('Unsure: "{0}" could be the trigger', best.trigger),
        ...best.reasons,
        ...(rival ? [t('"{0}" fits as well', second.trigger)] : []),
      ],
    };
  return {
    trigger: best.trigger,
    candidates: [],
    triggerNorm: best.norm,
    classWord: best.classWord,
    source: 'statistics',
    confidence,
    reasons: best.reasons,
  };
}

/** Fewer captions than this may miss the trigger by mistake. */
function enough(subset: SubsetFacts): number {
  return Math.min(subset.captions, Math.max(subset.captions * nearlyAll, subset.captions >= 10 ? 0 : subset.captions));
}

function tagCandidates(facts: FolderFacts, subset: SubsetFacts): Candidate[] {
  const found: Candidate[] = [];
  const n = subset.captions;
  for (const [norm, frequency] of subset.entries()) {
    if (frequency < enough(subset) || !isCoinedTag(facts.vocabulary.norm(norm))) continue;
    const { trigger, classWord } = splitPhrase(facts.vocabulary.norm(norm));
    if (trigger === null) continue;
    const reasons = [
      t('"{0}" stands in {1} of {2} captions', trigger, frequency, n),
      t('no tag list or common English has it'),
    ];
    let score = 0.3 + common(frequency, n);
    if (subset.firstCount(norm) >= frequency * nearlyAll) {
      score += 0.35;
      reasons.push(t('it is first in {0} of them', subset.firstCount(norm)));
    } else if (subset.lastCount(norm) >= frequency * nearlyAll) {
      score += 0.25;
      reasons.push(t('it is last in {0} of them', subset.lastCount(norm)));
    }
    if (classWord !== null) {
      score += 0.2;
      reasons.push(t('it goes with the class word "{0}"', classWord));
    }
    found.push({ trigger, norm, classWord, score: Math.min(score, 0.95), reasons });
  }
  return found;
}

function common(frequency: number, n: number): number {
  return (frequency === n ? 0.1 : 0) + (n >= 10 ? 0.1 : 0);
}

/** Made-up words inside longer pieces: "a photo of ohwx woman". */
function phraseCandidates(facts: FolderFacts, subset: SubsetFacts): Candidate[] {
  const n = subset.captions;
  const bound = new Map<string, number>();
  for (const [norm, frequency] of subset.entries())
    for (const word of new Set(wordsOf(facts.vocabulary.norm(norm))))
      bound.set(word, (bound.get(word) ?? 0) + frequency);
  const found: Candidate[] = [];
  for (const [word, most] of bound) {
    if (most < enough(subset) || !isCoinedWord(word)) continue;
    const { captions, classWord, always } = phraseUse(facts, subset, word);
    if (captions < enough(subset)) continue;
    const reasons = [
      t('"{0}" stands in {1} of {2} captions', word, captions, n),
      t('no tag list or common English has it'),
    ];
    if (classWord !== null) reasons.push(t('it goes with the class word "{0}"', classWord));
    const score = 0.3 + common(captions, n) + (always ? 0.3 : 0);
    found.push({ trigger: word, norm: null, classWord, score, reasons });
  }
  return found;
}

/** In how many captions of the folder a word stands, and the class word that follows it in most of them. */
function phraseUse(facts: FolderFacts, subset: SubsetFacts, word: string) {
  const ids = new Set<number>();
  const after = new Map<string, number>();
  for (const [norm] of subset.entries()) {
    const text = facts.vocabulary.norm(norm);
    if (!holdsTrigger(text, word)) continue;
    const words = wordsOf(text);
    const next = words[words.indexOf(word) + 1] ?? '';
    for (const id of facts.captionIds(norm)) {
      if (ids.has(id) || folderOf(facts.recordOf(id)?.file ?? '') !== subset.folder) continue;
      ids.add(id);
      if (isClassWord(next)) after.set(next, (after.get(next) ?? 0) + 1);
    }
  }
  const [best] = [...after].sort((a, b) => b[1] - a[1]);
  const classWord = best && best[1] * 2 >= ids.size ? best[0] : null;
  return { captions: ids.size, classWord, always: best !== undefined && best[1] >= ids.size * 0.8 };
}

function wordsOf(norm: string): string[] {
  return norm.split(/[^\p{L}\p{N}'-]+/u).filter((word) => word !== '');
}

/**
 * The trigger by a kept head that is the same in all captions: `ohwx, woman ||| …`.
 * @param headEnd what ends the head (keep_tokens_separator)
 */
export function triggerByHead(facts: FolderFacts, folder: string, headEnd = customaryHeadEnd): Evidence | null {
  const subset = facts.subset(folder);
  if (!subset) return null;
  let head: string | null = null;
  // Every caption has the mark or none counts, so one caption tells whether to look at the others.
  if (!anyCaption(facts, subset)?.trained.includes(headEnd)) return null;
  for (const record of facts.records()) {
    if (folderOf(record.file) !== folder) continue;
    const end = record.trained.indexOf(headEnd);
    const own = record.trained.slice(0, Math.max(0, end)).trim();
    if (end < 0 || (head !== null && own !== head)) return null;
    head = own;
  }
  const [first, ...rest] = (head ?? '').split(',').map((piece) => piece.trim());
  if (head === null || !first) return null;
  const { trigger, classWord } = splitPhrase(first);
  if (trigger === null) return null;
  return {
    trigger,
    candidates: [],
    triggerNorm: facts.vocabulary.normId(normalTag(first)) ?? null,
    classWord: classWord ?? rest.find((piece) => isClassWord(normalTag(piece))) ?? null,
    source: 'kept-head',
    confidence: 0.9,
    reasons: [t('All captions keep the head "{0}" before {1}', head, headEnd)],
  };
}

/** The class word that stands beside a trigger in nearly all of its captions: the most frequent one. */
export function classWordBeside(facts: FolderFacts, folder: string, trigger: number | null): string | null {
  const subset = facts.subset(folder);
  if (!subset || trigger === null) return null;
  let best: number | null = null;
  const isBefore = (a: number, b: number): boolean => {
    const order = subset.frequency(b) - subset.frequency(a) || subset.firstCount(b) - subset.firstCount(a);
    return order < 0 || (order === 0 && facts.vocabulary.norm(a) < facts.vocabulary.norm(b));
  };
  for (const [norm, frequency] of subset.entries()) {
    if (frequency < subset.frequency(trigger) * classShare || !isClassWord(facts.vocabulary.norm(norm))) continue;
    if (best === null || isBefore(norm, best)) best = norm;
  }
  return best === null ? null : facts.vocabulary.norm(best);
}

function anyCaption(facts: FolderFacts, subset: SubsetFacts): CaptionRecord | undefined {
  for (const [norm] of subset.entries()) {
    for (const id of facts.captionIds(norm)) {
      const record = facts.recordOf(id);
      if (record && folderOf(record.file) === subset.folder) return record;
    }
  }
  return undefined;
}
