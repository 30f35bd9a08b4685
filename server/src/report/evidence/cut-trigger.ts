import type { KnownConcept } from '../../concepts/concepts.ts';
import type { DatasetIndex } from '../../dataset/index.ts';
import type { CaptionRecord } from '../../facts/record.ts';
import { folderOf } from '../../ground/paths.ts';
import { isLimitDoubtful } from '../../rules/tokens/doubtful-limit.ts';
import { affixesFor, type FolderSettings, settingsFor } from '../../settings/settings.ts';
import { captionTokens } from '../../trainers/caption-tokens.ts';
import { effectiveCaption } from '../../trainers/captions/effective-caption.ts';

/**
 * Whether a trigger reaches the model in fewer than so many of the captions that hold it, because it stands behind the token limit: what stands
 * beside it there is not learnt with it. False where the trainer moves tags or puts the trigger in front, and where the limit is in doubt.
 */
export function isTriggerCut(
  index: DatasetIndex,
  settings: FolderSettings,
  { folder, trigger }: KnownConcept,
  fewest: number,
): boolean {
  const own = settingsFor(settings, `${folder}/`);
  const { tokenLimit: limit, captionOptions, trainer, clip } = own;
  if (limit === null || captionOptions.shuffleCaption || isLimitDoubtful(index, own)) return false;
  const word = trigger.toLowerCase();
  const { triggerWord, captionPrefix } = affixesFor(settings, `${folder}/`);
  if ([triggerWord, captionPrefix ?? ''].some((text) => text.toLowerCase().includes(word))) return false;
  const reaches = ({ source, tokens }: CaptionRecord): boolean => {
    if (tokens <= limit || source.kind !== 'text') return true;
    const { text, cutAt, alternatives } = effectiveCaption(source.text, trainer, captionOptions, (whole) =>
      captionTokens(whole, clip).offsetOf(limit),
    );
    return alternatives.length > 1 || text.slice(0, cutAt).toLowerCase().includes(word);
  };
  let [held, reached] = [0, 0];
  for (const record of index.facts.records()) {
    if (folderOf(record.file) !== folder || !record.trained.toLowerCase().includes(word)) continue;
    held++;
    if (reaches(record) && ++reached >= fewest) return false;
  }
  return held >= fewest;
}
