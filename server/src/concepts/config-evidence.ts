import type { FolderFacts } from '../facts/facts.ts';
import { type ConfigHint, keptTags } from '../ground/config-hint.ts';
import { t } from '../ground/l10n.ts';
import { categoryOf } from '../tags/categories.ts';
import { isClassWord, isCoinedTag, isCoinedWord, splitPhrase } from '../tags/trigger-words.ts';
import type { Evidence } from './concepts.ts';

/** Captions below which a tag that is always in the kept head may be there by chance. */
const fewest = 3;
/** Share of the captions that hold a kept trigger, and of those that have it in the head. */
const nearlyAll = 0.95;
/** A tag of more words is a phrase, not a trigger, unless it holds a made-up word. */
const mostWords = 2;

/** The trigger that the trainer puts before captions without it: its first words, up to a comma. */
export function triggerByWord({ triggerWord }: ConfigHint): Omit<Evidence, 'triggerNorm' | 'held'> | null {
  const [piece] = triggerWord.split(',');
  const { trigger, classWord } = splitPhrase(piece ?? '');
  if (trigger === null) return null;
  return {
    trigger,
    candidates: [],
    companions: [],
    classWord,
    source: 'config',
    confidence: 0.95,
    reasons: [t('trigger_word is "{0}": the trainer puts it before captions without it', triggerWord.trim())],
  };
}

/** The made-up words in the text that the trainer puts before or behind every caption. */
export function triggerByPrefix(hint: ConfigHint): Omit<Evidence, 'triggerNorm'> | null {
  for (const option of ['prefix', 'suffix'] as const) {
    const text = hint[option];
    for (const piece of text.split(hint.separator || ',')) {
      const { trigger, classWord } = coinedIn(piece);
      if (trigger === null) continue;
      return {
        trigger,
        candidates: [],
        companions: [],
        held: 0,
        classWord,
        source: 'config',
        confidence: 0.9,
        reasons: [
          option === 'prefix'
            ? t('caption_prefix puts "{0}" before every caption', text.trim())
            : t('caption_suffix puts "{0}" behind every caption', text.trim()),
        ],
      };
    }
  }
  return null;
}

/** "photo of ohwx woman" → ohwx, woman. Several made-up words that stand apart say nothing. */
function coinedIn(piece: string): ReturnType<typeof splitPhrase> {
  const words = piece.trim().split(/\s+/);
  const first = words.findIndex((word) => isCoinedWord(word.toLowerCase()));
  if (first < 0) return { trigger: null, classWord: null };
  let end = first + 1;
  while (end < words.length && isCoinedWord(words[end].toLowerCase())) end++;
  if (words.slice(end).some((word) => isCoinedWord(word.toLowerCase()))) return { trigger: null, classWord: null };
  const next = words[end]?.toLowerCase() ?? '';
  return { trigger: words.slice(first, end).join(' '), classWord: isClassWord(next) ? next : null };
}

/**
 * The trigger by keep_tokens: a tag that nearly all captions have within the head that stays at its place. A made-up word is
 * believed anywhere in it, another tag only when it is unknown and always first; class words never. Heuristic.
 */
export function triggerByKeptTags(facts: FolderFacts, folder: string, hint: ConfigHint): Evidence | null {
  const subset = facts.subset(folder);
  const kept = keptTags(hint);
  if (!subset || kept === 0 || subset.captions < fewest) return null;
  let best: { norm: number; place: number; coined: boolean } | null = null;
  for (const [norm, frequency] of subset.common()) {
    if (frequency < subset.captions * nearlyAll) continue;
    const text = facts.vocabulary.norm(norm);
    const isFirst = subset.firstCount(norm) >= frequency * nearlyAll;
    const place = isFirst ? 0 : facts.meanPosition(norm);
    if (place > kept - 1) continue;
    const coined = isCoinedTag(text);
    const plain = isFirst && !isClassWord(text) && categoryOf(text) === null && text.split(' ').length <= mostWords;
    if (!coined && !plain) continue;
    if (!best || Number(coined) - Number(best.coined) > 0 || (coined === best.coined && place < best.place))
      best = { norm, place, coined };
  }
  if (!best) return null;
  const { trigger, classWord } = splitPhrase(facts.vocabulary.norm(best.norm));
  if (trigger === null) return null;
  return {
    trigger,
    candidates: [],
    companions: [],
    held: subset.frequency(best.norm),
    triggerNorm: best.norm,
    classWord,
    source: 'config',
    confidence: best.coined ? 0.85 : 0.75,
    reasons: [
      t('keep_tokens {0} keeps "{1}" at the start', hint.keepTokens, trigger),
      t('"{0}" is in {1} of {2} captions', trigger, subset.frequency(best.norm), subset.captions),
    ],
  };
}
