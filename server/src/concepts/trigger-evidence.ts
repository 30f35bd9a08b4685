import type { FolderFacts } from '../facts/facts.ts';
import type { SubsetFacts } from '../facts/subset-facts.ts';
import type { WordCounts } from '../facts/subset-words.ts';
import { t } from '../ground/l10n.ts';
import { folderOf } from '../ground/paths.ts';
import { editDistance } from '../tags/edit-distance.ts';
import { normalTag } from '../tags/normal.ts';
import { type TriggerKind, triggerKind } from '../tags/trigger-kinds.ts';
import { holdsTrigger, isClassWord } from '../tags/trigger-words.ts';
import { type Category, vocabulary } from '../tags/vocabulary.ts';
import type { Evidence } from './concepts.ts';
import { sureEnough } from './concepts.ts';

/** Captions below which nothing is inferred from counts alone, and where the folder's name says the same. */
const fewest = 5;
const fewestNamed = 3;
/** Captions from which a count says somewhat more. */
const many = 10;
const plenty = 20;
/** Captions in sentences, and the share of them, from which a made-up word is what they are about. */
const enoughProse = 12;
const proseShare = 0.85;
/** Share of the captions that must hold a word for it to be the trigger. */
const leastShare = 0.5;
/** Share of its captions in which a word stands at its place for the place to be its own. */
const mostly = 0.8;
/** Share of the captions that further triggers of a folder stand in, and that all of them together do. */
const companionShare = 0.15;
/** Share of the captions that a further trigger must name without the first. */
const ownShare = 0.1;
const allShare = 0.85;
/** A word that differs by no more letters is a slip, no concept of its own. */
const slipEdits = 2;
/** Share of the captions, and so many of them, that a part of a name goes for the whole in where that is meant; fewer have lost the rest. */
const partShare = 0.1;
const fewestParts = 2;
/** Share of the captions of a part of a name that hold the whole name. */
const wholeShare = 0.5;
/** Captions of a dataset up to which their texts are searched for a name. */
const mostSearched = 2000;
/** Score from which a word is worth a question. */
const worthAsking = 0.4;
/** Scores that differ by less are equally good. */
const asGood = 0.3;

/** What a word is worth by its looks alone. Made by measuring labelled folders (test/bench/triggers.bench.ts). */
const byLooks: Readonly<Record<TriggerKind, number>> = {
  placeholder: 0.7,
  identifier: 0.5,
  coined: 0.5,
  joined: 0.45,
  'full name': 0.45,
  name: 0.3,
  ordinary: 0.15,
};

/** Words for how a picture is taken or looks: whatever the folder is called, they name nothing. */
const saysHow: ReadonlySet<Category | null> = new Set<Category | null>([
  ...(['framing', 'lighting', 'quality', 'gaze', 'expression'] as const),
]);

/** Nothing is known, for a reason. */
export function nothing(reason: string): Evidence {
  return {
    trigger: null,
    candidates: [],
    companions: [],
    held: 0,
    triggerNorm: null,
    classWord: null,
    source: 'none',
    confidence: 0,
    reasons: [reason],
  };
}

interface Candidate {
  readonly word: string;
  readonly counts: WordCounts;
  readonly score: number;
  readonly named: boolean;
}

/**
 * The trigger by counts: the word or name that stands in most captions and nothing else explains. How it looks, its place, the
 * class word behind it and the folder's name speak for it; captions without it count against it, but do not rule it out: they
 * are what is to be found. Heuristic; below {@link sureEnough} there is no answer, only candidates.
 * @param name what the folder is called, without its repeats
 */
export function triggerByWords(facts: FolderFacts, folder: string, name: string): Evidence {
  const subset = facts.subset(folder);
  const captions = subset?.captions ?? 0;
  if (!subset || captions < fewestNamed)
    return nothing(t('{0} captions are too few to tell a trigger by counting', captions));
  const candidates = candidatesOf(facts, subset, name.toLowerCase());
  // What few captions hold is no trigger of the folder while another word may be.
  const best = candidates.find(({ counts }) => counts.captions >= captions * leastShare) ?? candidates[0];
  if (!best) return nothing(t('No made-up word or name stands in most of the {0} captions', captions));
  if (captions < fewest && !best.named)
    return nothing(t('{0} captions are too few to tell a trigger by counting', captions));
  const companions = companionsOf(facts, folder, best, candidates, subset);
  if (best.counts.captions < captions * leastShare && companions.length === 0)
    return nothing(t('No made-up word or name stands in most of the {0} captions', captions));
  // "frieren, sousou no frieren": what only stands in one tag with the trigger is no other one.
  const standsWith = (other: Candidate, trigger: Candidate): boolean => {
    const holder = holderOf(facts, folder, normalTag(other.word));
    return holder !== null && holdsTrigger(facts.vocabulary.norm(holder), normalTag(trigger.word));
  };
  // A slip of the trigger looks as good as the trigger, but is rare.
  const rival = candidates.find(
    (other) =>
      other !== best &&
      !companions.includes(other) &&
      best.score - other.score < asGood &&
      other.counts.captions >= best.counts.captions * leastShare &&
      !standsWith(other, best),
  );
  const confidence = rival ? Math.min(best.score, 0.5) : best.score;
  const trigger = writtenForm(best.counts);
  const reasons = reasonsFor(best, subset);
  if (confidence < sureEnough)
    return {
      ...nothing(''),
      candidates: candidates
        .filter(({ score }) => score >= worthAsking)
        .slice(0, 3)
        .map(({ counts }) => writtenForm(counts)),
      held: best.counts.captions,
      confidence,
      reasons: [
        t('Unsure: "{0}" could be the trigger', trigger),
        ...reasons,
        ...(rival ? [t('"{0}" fits as well', writtenForm(rival.counts))] : []),
      ],
    };
  return {
    trigger,
    candidates: [],
    companions: [...companions.map(({ counts }) => writtenForm(counts)), ...partsOf(best, subset)],
    held: best.counts.captions,
    triggerNorm: holderOf(facts, folder, normalTag(trigger)),
    classWord: classWordOf(best.counts),
    source: best.named ? 'folder-name' : 'statistics',
    confidence,
    reasons,
  };
}

/** The words that enough captions hold, the likeliest first. */
function candidatesOf(facts: FolderFacts, subset: SubsetFacts, name: string): Candidate[] {
  const found: Candidate[] = [];
  for (const [word, counts] of subset.words.frequent()) {
    const score = scoreOf(word, counts, facts, subset, name);
    if (score > 0) found.push({ word, counts, score, named: isNamed(word, name) });
  }
  // Of a name and its parts the longest counts that is not the rare one.
  const whole = found.filter(
    (one) =>
      !found.some(
        (other) =>
          other !== one &&
          ((isPart(one, other) && other.counts.captions >= one.counts.captions * wholeShare) ||
            (isPart(other, one) && one.counts.captions < other.counts.captions * wholeShare)),
      ),
  );
  return whole.sort(
    (a, b) =>
      b.score - a.score ||
      Number(b.named) - Number(a.named) ||
      (a.named && b.named ? name.indexOf(a.word) - name.indexOf(b.word) : 0) ||
      b.counts.captions - a.counts.captions ||
      (a.word < b.word ? -1 : 1),
  );
}

/** 0 to 0.95; 0 when the word cannot be the trigger. Summed in hundredths, so that thresholds are met exactly. */
function scoreOf(word: string, counts: WordCounts, facts: FolderFacts, subset: SubsetFacts, name: string): number {
  const { captions } = counts;
  const share = captions / subset.captions;
  if (captions < 3 || share < companionShare) return 0;
  let kind = triggerKind(word);
  // In a folder of underscores a joined word is a tag like others.
  if (kind === 'joined' && word.includes('_') && facts.spelling.majority(0.5) === 'underscore') kind = 'ordinary';
  const named = isNamed(word, name);
  // A class word or a tag is a name where the folder's name has it among others.
  if ((isClassWord(word) || vocabulary().has(word)) && (!named || name.trim() === word)) return 0;
  if (saysHow.has(vocabulary().get(word) ?? null)) return 0;
  let score = byLooks[kind] * 100;
  const [first, last, second] = [counts.first, counts.last, counts.second].map((count) => count >= captions * mostly);
  if (first) score += 30;
  else if (last) score += 25;
  else if (second) score += 20;
  if (classWordOf(counts) !== null) score += first || last ? 10 : 20;
  if (named) score += 30;
  if (share === 1) score += 10;
  else if (share >= 0.9) score += 5;
  else if (share < 0.75) score -= 5;
  if (subset.captions >= many) score += 5;
  // No dictionary has it, and twenty captions agree on it: wherever it stands, it is what they share.
  if (share === 1 && subset.captions >= plenty && (kind === 'coined' || kind === 'identifier')) score += 5;
  // Sentences are made of words that dictionaries have: the one that none has, and nearly all captions, is what they are about.
  const isProse = Math.max(facts.proseCaptions, ...facts.fields.values()) * 2 > facts.captions;
  if (isProse && share >= proseShare && subset.captions >= enoughProse && (kind === 'coined' || kind === 'identifier'))
    score += 10;
  if (kind === 'ordinary' && !named && !first) return 0;
  if (kind === 'ordinary' && !named) score = Math.min(score, 60);
  return Math.min(Math.round(score), 95) / 100;
}

const isPart = (part: Candidate, whole: Candidate): boolean =>
  whole.word.length > part.word.length && holdsTrigger(whole.word, part.word);

/** The parts of a name that go for the whole in some captions: these hold the trigger too. */
function partsOf(best: Candidate, subset: SubsetFacts): string[] {
  return best.word.split(' ').flatMap((part) => {
    const counts = part === best.word ? undefined : subset.words.of(part);
    const alone = (counts?.captions ?? 0) - best.counts.captions;
    return counts && alone >= Math.max(fewestParts, subset.captions * partShare) ? [writtenForm(counts)] : [];
  });
}

/** Whether a folder's name holds a word, the word's marks aside: `10_aria vale` names `aria_vale`. */
function isNamed(word: string, name: string): boolean {
  return holdsTrigger(name.replaceAll('_', ' '), word.replaceAll('_', ' '));
}

/** Further triggers of the same folder: words like the best that stand where it does not, or that the folder's name gives too. */
function companionsOf(
  facts: FolderFacts,
  folder: string,
  best: Candidate,
  candidates: readonly Candidate[],
  { captions }: SubsetFacts,
): Candidate[] {
  const likely = candidates.filter(
    (other) =>
      other !== best &&
      other.score >= best.score - asGood - 1e-9 &&
      editDistance(other.word, best.word, slipEdits) > slipEdits,
  );
  // Nearly always: a keystroke shall not look through the folder for it.
  if (likely.length === 0) return [];
  const holders = holdersIn(facts, folder);
  const all = new Set(holders(best.word));
  const others = likely.filter((other) => {
    if (best.named && other.named) return true;
    const own = holders(other.word);
    // Seen apart they may be seen together too; a series or a class only ever comes with the name.
    const more = own.filter((id) => !all.has(id));
    if (
      own.length === 0
        ? best.counts.captions + other.counts.captions > captions * 1.1
        : more.length < captions * ownShare
    )
      return false;
    for (const id of more) all.add(id);
    return true;
  });
  const counted = others.reduce((sum, { counts }) => sum + counts.captions, best.counts.captions);
  const together = all.size > best.counts.captions ? all.size : Math.min(captions, counted);
  if (best.named && others.every(({ named }) => named)) return others;
  // One trigger with gaps is no two triggers: the others must be as frequent as a concept, and fill the gaps.
  return together >= captions * allShare && best.counts.captions <= captions * allShare
    ? others.filter(({ word, named }) => named || triggerKind(word) !== 'ordinary')
    : [];
}

/** Further triggers of a folder whose own is known from elsewhere, as written. */
export function companionsOfTrigger(facts: FolderFacts, folder: string, trigger: string, name: string): string[] {
  const subset = facts.subset(folder);
  if (!subset || subset.captions < fewest) return [];
  const candidates = candidatesOf(facts, subset, name.toLowerCase());
  const own = candidates.find(({ word }) => word === trigger.toLowerCase());
  return own ? companionsOf(facts, folder, own, candidates, subset).map(({ counts }) => writtenForm(counts)) : [];
}

/** The captions of a folder that hold a word in a tag of at least a share of them. */
function holdersIn(facts: FolderFacts, folder: string): (word: string) => readonly number[] {
  return (word) => {
    const norm = holderOf(facts, folder, normalTag(word));
    // Counts that changed are told by the folder's shape.
    return facts.tracker.untracked(() => {
      if (norm !== null)
        return facts.captionsWith(norm).flatMap(({ id, file }) => (folderOf(file) === folder ? [id] : []));
      // Within changing phrases only the texts tell.
      if (facts.captions > mostSearched) return [];
      const found: number[] = [];
      for (const { id, file, trained } of facts.records())
        if (folderOf(file) === folder && holdsTrigger(trained.toLowerCase(), word)) found.push(id);
      return found;
    });
  };
}

function reasonsFor({ word, counts, named }: Candidate, subset: SubsetFacts): string[] {
  const { captions, first, last, second } = counts;
  const written = writtenForm(counts);
  const reasons = [t('"{0}" is in {1} of {2} captions', written, captions, subset.captions)];
  const looks = looksOf(triggerKind(word));
  if (looks !== null) reasons.push(looks);
  if (first >= captions * mostly) reasons.push(t('it is first in {0} of them', first));
  else if (last >= captions * mostly) reasons.push(t('it is last in {0} of them', last));
  else if (second >= captions * mostly) reasons.push(t('it is second in {0} of them', second));
  const classWord = classWordOf(counts);
  if (classWord !== null) reasons.push(t('it goes with the class word "{0}"', classWord));
  if (named) reasons.push(t('the folder is named after it'));
  return reasons;
}

/** What the looks of a word say, null when they say nothing. */
function looksOf(kind: TriggerKind): string | null {
  switch (kind) {
    case 'placeholder':
      return t('a trainer puts its trigger in that place');
    case 'identifier':
    case 'coined':
      return t('no dictionary or tag list has it');
    case 'joined':
      return t('it joins words that are otherwise written apart');
    case 'full name':
    case 'name':
      return t('it is a name');
    case 'ordinary':
      return null;
  }
}

/** The class word that follows a word in most of its captions. */
function classWordOf({ captions, classWords }: WordCounts): string | null {
  const [best] = [...classWords].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return best && best[1] >= captions * leastShare ? best[0] : null;
}

/** The most frequent way to write a word. */
export function writtenForm({ written }: WordCounts): string {
  return [...written].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? '';
}

/** The tag that is or holds a trigger (normal form) in nearly all captions that hold it; null when it stands within changing phrases. */
export function holderOf(facts: FolderFacts, folder: string, trigger: string): number | null {
  let best: { norm: number; frequency: number } | null = null;
  for (const [norm, frequency] of facts.subset(folder)?.common() ?? []) {
    if (!holdsTrigger(facts.vocabulary.norm(norm), trigger)) continue;
    if (best === null || frequency > best.frequency || (frequency === best.frequency && norm < best.norm))
      best = { norm, frequency };
  }
  const held = heldBy(facts, folder, trigger);
  return best !== null && best.frequency >= held * mostly ? best.norm : null;
}

/** In how many captions of a folder a trigger (as written) stands, as far as the folder's frequent words and tags tell. */
export function heldBy(facts: FolderFacts, folder: string, trigger: string): number {
  const subset = facts.subset(folder);
  if (!subset) return 0;
  const counted = subset.words.of(trigger.toLowerCase())?.captions ?? 0;
  const norm = normalTag(trigger);
  let tags = 0;
  for (const [id, frequency] of subset.common()) if (holdsTrigger(facts.vocabulary.norm(id), norm)) tags += frequency;
  const own = facts.vocabulary.normId(norm);
  return Math.min(subset.captions, Math.max(counted, tags, own === undefined ? 0 : subset.frequency(own)));
}
