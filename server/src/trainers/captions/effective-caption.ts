import type { TextRange } from '../../ground/text.ts';
import { NO_CHANCE, type RandomSource } from '../python/random-source.ts';
import { answer, type Outcome, type TrainerError } from '../trainer-error.ts';
import type { TrainerProfile } from '../trainer-profile.ts';
import { type LinePolicy, readCaptionLines } from './caption-lines.ts';
import { type CaptionOptions, withoutDrops } from './caption-options.ts';
import { type Layout, layInPlace, layOut, NO_SWAP, type Piece } from './effective-layout.ts';
import type { EffectiveTag, TagFate } from './effective-tag.ts';
import { processTraced, splitTags, withPrefixAndSuffix } from './process-caption.ts';
import { sourceRange, splitTraced, type TracedText, untraced } from './traced-text.ts';
import { wildcardSizes } from './wildcards.ts';

/** What the trainer makes of a caption file, for the reader: one of the possible results and what varies around it. */
export interface EffectiveCaption {
  /** The text fed to the text encoder when nothing random happens: first choices, order as written, nothing dropped. */
  readonly text: string;
  readonly tags: readonly EffectiveTag[];
  /** The lines training chooses from (one unless lines are alternatives), in the file; null for a line a setting made. */
  readonly alternatives: readonly (TextRange | null)[];
  /** Index into `alternatives` of the line shown. */
  readonly shown: number;
  /** Lines with text that never train. */
  readonly ignored: readonly TextRange[];
  /** How many parts each `{a|b}` of the shown line offers; empty unless wildcards are on. */
  readonly wildcards: readonly number[];
  /** Text put in front and behind by settings; empty where none or where it lands on another line than the one shown. */
  readonly prefix: string;
  readonly suffix: string;
  /** Offset in `text` where the token limit cuts; the length of `text` when nothing is cut. */
  readonly cutAt: number;
  /** What stops the trainer at this caption; the text is then empty. */
  readonly error: TrainerError | null;
}

/** Where a text is cut by the token limit: the UTF-16 length of what is kept. */
export type KeptLength = (text: string) => number;

/**
 * Describes what `profile` makes of the text of a caption file. `line` picks one of the alternatives, from 0, and is clamped.
 * `keptLength` comes from the tokenizer of the model; left out, nothing is cut. Never throws.
 */
export function effectiveCaption(
  fileText: string,
  profile: TrainerProfile,
  options: CaptionOptions,
  keptLength: KeptLength = (text) => text.length,
  line = 0,
): EffectiveCaption {
  // All options of this form count.
  const takesAll = profile.sameOptions === 'all';
  const wildcards = profile.linesWithWildcards !== null && options.enableWildcard;
  const policy: LinePolicy = wildcards ? 'random' : profile.lines;
  const read = readCaptionLines(fileText, policy);
  // Prefix and suffix are then added before a line is chosen, so that each lands on one line only.
  const ended = takesAll && policy === 'random' ? withPrefixAndSuffix(read.text, options) : null;
  const lines = ended ? splitTraced(ended, '\n') : read.alternatives;
  const last = lines.length - 1;
  const shown = Math.min(Math.max(0, Math.trunc(line) || 0), last);
  const base = {
    alternatives: lines.map(sourceRange),
    shown,
    ignored: read.ignored,
    wildcards: wildcards ? wildcardSizes((lines[shown] as TracedText).text) : [],
    prefix: ended && shown > 0 ? '' : (options.captionPrefix ?? ''),
    suffix: ended && shown < last ? '' : (options.captionSuffix ?? ''),
  };

  const laid = takesAll
    ? layoutByOptions(read.text, options, lines.length > 1 ? shown : null)
    : answer(otherLayout(lines[shown] ?? untraced(''), profile, options));
  if (laid.error) return { ...base, text: '', tags: [], cutAt: 0, error: laid.error };
  const { text, tags } = laid.value;
  const cutAt = Math.max(0, Math.min(text.length, keptLength(text)));
  return { ...base, text, tags: tags.map((tag) => ({ ...tag, fate: fateOf(tag.range, cutAt) })), cutAt, error: null };
}

function fateOf(range: TextRange, cutAt: number): TagFate {
  if (range.end <= cutAt) return 'kept';
  return range.start < cutAt ? 'partly-cut' : 'cut';
}

/** No chance, except that the first choice is the line; null when there is no line to choose. */
function showing(line: number | null): RandomSource {
  let next = line ?? 0;
  const choice = () => {
    const chosen = next;
    next = 0;
    return chosen;
  };
  return { ...NO_CHANCE, choice };
}

function layoutByOptions(caption: TracedText, options: CaptionOptions, line: number | null): Outcome<Layout> {
  // Tags are split as in training, but nothing drops; the secondary separator is swapped after their places are known.
  const still = withoutDrops(options);
  const outcome = processTraced(caption, still, showing(line));
  if (outcome.error) return outcome;
  const { text, tags } = outcome.value;
  const swap = { search: options.secondarySeparator ?? '', replacement: options.captionSeparator };
  if (!tags) return answer(layInPlace(text, options.captionSeparator, swap));
  const drops = options.captionTagDropoutRate > 0 || options.tokenWarmupStep > 0;
  const stays = { moves: false, drops: false };
  const pieces: Piece[] = [
    ...tags.fixed.map((tag) => ({ tag, role: 'fixed' as const, ...stays })),
    ...tags.flexible.map((tag) => ({ tag, role: 'flexible' as const, moves: options.shuffleCaption, drops })),
    ...tags.suffix.map((tag) => ({ tag, role: 'suffix' as const, ...stays })),
  ];
  return answer(layOut(pieces, options.joiner ?? ', ', swap));
}

/** OneTrainer and ai-toolkit: no keep-tokens separator and no wildcards; tags are only taken apart to be shuffled. */
function otherLayout(line: TracedText, profile: TrainerProfile, options: CaptionOptions): Layout {
  const text = withPrefixAndSuffix(line, options);
  const separator = options.captionSeparator || profile.defaultSeparator;
  if (!options.shuffleCaption) return layInPlace(text, separator, NO_SWAP);
  const tags = splitTags(text, { ...options, captionSeparator: separator, keepTokensSeparator: '' });
  const drops = options.captionTagDropoutRate > 0;
  const pieces: Piece[] = [
    ...tags.fixed.map((tag) => ({ tag, role: 'fixed' as const, moves: !profile.keepsHeadInShuffle, drops: false })),
    ...tags.flexible.map((tag) => ({ tag, role: 'flexible' as const, moves: true, drops })),
  ];
  const kept = profile.emptyTags === 'kept' ? pieces : pieces.filter((piece) => piece.tag.text !== '');
  return layOut(kept, profile.joiner === 'comma-space' ? ', ' : `${separator} `, NO_SWAP);
}
