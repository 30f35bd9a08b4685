import { largest } from '../../ground/append.ts';
import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import { lookTagsIn } from '../../metrics/constant-style.ts';
import { normalTag } from '../../tags/normal.ts';
import { type CaptionOptions, splitsIntoTags } from '../../trainers/captions/caption-options.ts';
import type { ConfigContext } from '../context.ts';
import { configRule } from '../define.ts';
import { fixesFrom, setFix } from './edits.ts';
import { likelyTrigger, splitCaptions } from './head-tags.ts';
import { datasetsOf, placeOf } from './subsets.ts';

/** A head longer than this is no fix: the captions should be reordered instead. */
const longestHead = 4;
/** Share of the captions with the trigger outside the head up to which they are to be mended, and not the head: it would keep a tag in all others. */
const strayShare = 0.2;
/** Share of the captions that begin with the trigger from which one that does not is told as misplaced-trigger. */
const firstShare = 0.8;

export default configRule({
  id: 'keep-tokens-mismatch',
  group: 'config',
  severity: 'warning',
  fix: 'suggested',
  summary: 'Tags are shuffled or dropped, and the trigger lies outside the head that keep_tokens protects.',
  why: 'A trigger that wanders behind the token limit or is dropped is not bound to its subject (seed: keep_tokens; sd-scripts library/train_util.py, process_caption).',
  *check(context: ConfigContext): Iterable<Draft> {
    for (const { subsets } of datasetsOf(context)) {
      for (const subset of subsets) {
        const { options } = subset;
        if (!splitsIntoTags(options) || subset.params.values.is_reg === true) continue;
        const all = splitCaptions(subset);
        const trigger = likelyTrigger(subset, all);
        if (trigger === null) continue;
        // Where the separator stands in a caption it decides, not keep_tokens.
        const separated = (image: { caption: string }) =>
          options.keepTokensSeparator !== '' && image.caption.includes(options.keepTokensSeparator);
        if (subset.images.some(separated)) continue;
        const places = all.map((tags) => tags.findIndex((tag) => normalTag(tag) === trigger)).filter((at) => at >= 0);
        const outside = places.filter((at) => at >= Math.max(0, options.keepTokens));
        if (outside.length === 0) continue;
        const isStray = options.keepTokens > 0 && outside.length <= places.length * strayShare;
        // Each is told where it stands.
        if (isStray && context.settings.severities['misplaced-trigger'] !== 'off' && usesFirst(places)) continue;
        const needed = largest(places) + 1;
        // Kept along with the trigger they would be switched on for good.
        const look = lookBefore(all, trigger);
        const isOfPrefix = look !== null && lookTagsIn(options.captionPrefix ?? '').includes(look);
        yield {
          // Where nothing is kept, nothing is kept instead of it.
          ...(options.keepTokens > 0 ? {} : { severity: 'info' as const }),
          range: placeOf(
            context,
            subset,
            'keep_tokens',
            'shuffle_caption',
            'caption_tag_dropout_rate',
            'token_warmup_step',
          ),
          message:
            look !== null && isOfPrefix
              ? t(
                  'keep_tokens {0}: "{2}" of caption_prefix stands before "{1}", which is not protected in {3} of {4} captions. Take it out of caption_prefix: to keep both would switch "{2}" on for good.',
                  options.keepTokens,
                  trigger,
                  look,
                  outside.length,
                  all.length,
                )
              : look !== null
                ? t(
                    'keep_tokens {0}: "{1}" stands behind "{2}" in {3} of {4} captions and is not protected. Put it first: to keep both would switch "{2}" on for good.',
                    options.keepTokens,
                    trigger,
                    look,
                    outside.length,
                    all.length,
                  )
                : unprotected(options, trigger, outside.length, all.length),
          fixes:
            needed > longestHead || look !== null || isStray
              ? []
              : fixesFrom(
                  setFix(context, t('Set {0} to {1}', 'keep_tokens', needed), subset.table, 'keep_tokens', needed),
                ),
        };
      }
    }
  },
});

const usesFirst = (places: readonly number[]): boolean =>
  places.filter((at) => at === 0).length >= places.length * firstShare;

/** That a trigger behind the head moves, drops or comes late, whichever of it is asked for. */
function unprotected(options: CaptionOptions, trigger: string, outside: number, all: number): string {
  const parts = [options.keepTokens, trigger, outside, all] as const;
  const drops = options.captionTagDropoutRate > 0;
  if (options.shuffleCaption && drops)
    return t(
      'keep_tokens {0}: "{1}" is not protected in {2} of {3} captions and moves or drops with the others (prefix counted).',
      ...parts,
    );
  if (options.shuffleCaption)
    return t(
      'keep_tokens {0}: "{1}" is not protected in {2} of {3} captions and moves with the others (prefix counted).',
      ...parts,
    );
  if (drops)
    return t(
      'keep_tokens {0}: "{1}" is not protected in {2} of {3} captions and may be dropped with the others (prefix counted).',
      ...parts,
    );
  return t(
    'keep_tokens {0}: "{1}" is not protected in {2} of {3} captions and is left out while the warm-up of tokens lasts (prefix counted).',
    ...parts,
  );
}

/** The style or quality tag that most captions have before the trigger; null where they have none there. */
function lookBefore(captions: readonly (readonly string[])[], trigger: string): string | null {
  const counts = new Map<string, number>();
  for (const tags of captions) {
    const norms = tags.map(normalTag);
    for (const tag of lookTagsIn(norms.slice(0, Math.max(0, norms.indexOf(trigger))).join(', ')))
      counts.set(tag, (counts.get(tag) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most && most[1] * 2 > captions.length ? most[0] : null;
}
