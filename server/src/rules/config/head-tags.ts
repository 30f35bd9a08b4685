import { normalTag } from '../../tags/normal.ts';
import { triggerKind } from '../../tags/trigger-kinds.ts';
import { splitTags, withPrefixAndSuffix } from '../../trainers/captions/process-caption.ts';
import { traced } from '../../trainers/captions/traced-text.ts';
import type { ConfigSubset } from './subsets.ts';

/** Captions below this number say nothing about a trigger. */
const fewest = 3;
/** Share of the captions a tag must be in to be taken for the trigger. */
const share = 0.8;
/** The same of a made-up word: some captions may be without the trigger, as examples of the class. */
const coinedShare = 0.5;
const madeUp: ReadonlySet<string | null> = new Set(['coined', 'identifier', 'placeholder']);
/** Tags from the start that a trigger is looked for in. */
const depth = 6;

/** The tags of each caption of a subset as the trainer splits them, prefix and suffix included. */
export function splitCaptions(subset: ConfigSubset): string[][] {
  const { options, images } = subset;
  if (options.captionSeparator === '') return [];
  return images
    .filter((image) => image.caption !== '' && image.captionSource.from !== 'class-tokens')
    .map((image) => {
      const [line = ''] = image.caption.split('\n');
      const { fixed, flexible } = splitTags(withPrefixAndSuffix(traced(line), options), { ...options, keepTokens: 0 });
      return [...fixed, ...flexible].map((tag) => tag.text);
    });
}

/**
 * The tag that is probably the trigger of a subset: what class_tokens begins with if captions have it, else a made-up word in half of the
 * captions, wherever it stands, else the tag in most captions that stands nearest to the start. Heuristic; null when no tag stands out.
 */
export function likelyTrigger(subset: ConfigSubset, captions: readonly (readonly string[])[]): string | null {
  if (captions.length < fewest) return null;
  const counts = new Map<string, { count: number; places: number }>();
  for (const tags of captions) {
    const seen = new Set<string>();
    for (const [place, tag] of tags.entries()) {
      const norm = normalTag(tag);
      if (norm === '' || seen.has(norm)) continue;
      seen.add(norm);
      const entry = counts.get(norm) ?? { count: 0, places: 0 };
      counts.set(norm, { count: entry.count + 1, places: entry.places + place });
    }
  }
  const common = [...counts].filter(([, { count }]) => count >= share * captions.length);
  const classTokens = normalTag(String(subset.params.values.class_tokens ?? ''));
  const named = common.find(([tag]) => tag !== '' && (tag === classTokens || tag === classTokens.split(' ')[0]));
  if (named) return named[0];
  const coined = [...counts]
    .filter(([tag, { count }]) => count >= coinedShare * captions.length && madeUp.has(triggerKind(tag)))
    .sort(([, a], [, b]) => b.count - a.count || a.places / a.count - b.places / b.count);
  if (coined[0]) return coined[0][0];
  const near = common
    .map(([tag, { count, places }]) => ({ tag, place: places / count }))
    .filter(({ place }) => place < depth)
    .sort((a, b) => a.place - b.place);
  return near[0]?.tag ?? null;
}
