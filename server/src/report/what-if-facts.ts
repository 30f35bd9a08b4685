import type { WhatIfCaption, WhatIfFacts } from '../advice/what-if.ts';
import type { DatasetIndex } from '../dataset/index.ts';
import { regularizationTest } from '../metrics/subject.ts';
import type { FolderSettings } from '../settings/settings.ts';
import { countCaptionTokens } from '../trainers/caption-tokens.ts';

/**
 * What a trial of changes needs, out of the dataset. Captions are those that train text.
 * @param clusters images that are the same or nearly so, as the audit found them; no image is in two
 */
export function whatIfFacts(
  index: DatasetIndex,
  settings: FolderSettings,
  clusters: readonly { readonly files: readonly string[] }[],
): WhatIfFacts {
  const captions: WhatIfCaption[] = [];
  const { vocabulary } = index;
  const isOther = regularizationTest(index.concepts);
  for (const { file, image } of index.captions) {
    const record = index.record(file);
    if (!record || record.trained === '') continue;
    const surfaces = Array.from(record.surfaces);
    captions.push({
      image,
      isOther: isOther(file),
      tags: surfaces.map((surface) => vocabulary.surface(surface)),
      norms: surfaces.map((surface) => vocabulary.norm(vocabulary.normOf(surface))),
      tokens: record.tokens,
    });
  }
  const [concept] = [...index.concepts.known].sort((a, b) => b.captions - a.captions);
  const norm = concept?.triggerNorm;
  const memo = new Map<string, number>();
  return {
    captions,
    images: index.imageCount,
    clusters: clusters.map(({ files }) => files),
    trigger: norm == null ? null : vocabulary.norm(norm),
    limit: settings.tokenLimit,
    count: (text) => {
      let tokens = memo.get(text);
      if (tokens === undefined) {
        tokens = countCaptionTokens(text, settings.clip);
        memo.set(text, tokens);
      }
      return tokens;
    },
  };
}
