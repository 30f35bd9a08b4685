import { shownTag } from '../../facts/usual-spelling.ts';
import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import { sharedBackdrop } from '../../metrics/backdrops.ts';
import { indicativeBelow } from '../../metrics/metrics.ts';
import { isNamesake } from '../../metrics/namesake.ts';
import { sharedKind } from '../../metrics/shared-kinds.ts';
import { categoryMetrics } from '../../metrics/spread.ts';
import { ofStyles, subjectTags, withoutGeneralPlaces } from '../../metrics/subject.ts';
import type { Category } from '../../tags/vocabulary.ts';
import type { FolderContext } from '../context.ts';
import { folderRule } from '../define.ts';

const judged = ['background', 'lighting', 'pose'] as const satisfies readonly Category[];
/** Captions below which nothing is said. */
const fewest = 10;
/** Share of the captions that must speak of the category; about the others nothing is known. */
const spoken = 0.5;
/** Share of the captions from which one backdrop is the only one. */
const fixed = 0.8;
/** Words for it that are named. */
const named = 4;
/** Equally frequent tags the category is worth, at the most. */
const fewTags = 2;

export default folderRule({
  id: 'low-diversity',
  group: 'distribution',
  severity: 'warning',
  fix: 'none',
  fewestCaptions: fewest,
  summary: 'Background, lighting or pose hardly vary over the captions.',
  why: 'With one background or pose in all images the model cannot tell it from the subject and repeats it (seed: low entropy of background, framing and lighting tags, a heuristic).',
  *check({ facts, index }: FolderContext): Iterable<Draft> {
    const subject = withoutGeneralPlaces(subjectTags(facts, index.concepts));
    const metrics = categoryMetrics(subject);
    const onlyStyles = ofStyles(index.concepts);
    for (const category of judged) {
      // Its light is part of a style.
      if (category === 'lighting' && onlyStyles) continue;
      const { occurrences, entropy, top } = metrics[category];
      // One backdrop, light or pose under several words is as fixed as under one.
      const shared =
        category === 'background' ? sharedBackdrop(facts, index.concepts) : sharedKind(category, facts, index.concepts);
      if (shared && shared.words.length > 1 && shared.captions > (top?.captions ?? 0)) {
        if (shared.captions < Math.max(fewest, subject.captions * fixed)) continue;
        if (shared.words.some((word) => isNamesake(word, category, index.concepts))) continue;
        const words = shared.words
          .slice(0, named)
          .map((word) => `"${word}"`)
          .join(', ');
        const isSmall = subject.captions < indicativeBelow;
        yield {
          file: '',
          range: null,
          tag: top?.tag ?? 'backdrop',
          ...(isSmall ? { severity: 'info' as const } : {}),
          message: ofSeveralWords(category, isSmall, words, shared.captions, subject.captions),
        };
        continue;
      }
      if (
        !top ||
        isNamesake(top.tag, category, index.concepts) ||
        top.captions < subject.captions * spoken ||
        Math.exp(entropy) > fewTags + 1e-9 ||
        occurrences < fewest
      )
        continue;
      const parts = [
        nameOf(category),
        shownTag(facts, top.tag),
        top.captions,
        subject.captions,
        Math.exp(entropy).toFixed(1),
      ] as const;
      yield {
        file: '',
        range: null,
        tag: top.tag,
        always: [top.tag],
        // Of few captions it is a guess.
        ...(subject.captions < indicativeBelow ? { severity: 'info' as const } : {}),
        message:
          subject.captions < indicativeBelow
            ? t(
                'Hardly any variety of {0} (few captions): "{1}" in {2} of {3} captions ({4} effective tags). Add images that differ.',
                ...parts,
              )
            : t(
                'Hardly any variety of {0}: "{1}" in {2} of {3} captions ({4} effective tags). Add images that differ.',
                ...parts,
              ),
      };
    }
  },
});

/** What is said of a backdrop, light or pose that captions have several words for. */
function ofSeveralWords(
  category: (typeof judged)[number],
  isSmall: boolean,
  ...parts: readonly [words: string, captions: number, all: number]
): string {
  switch (category) {
    case 'background':
      return isSmall
        ? t('{0}: one backdrop in {1} of {2} captions (a small set). Add images with other backgrounds.', ...parts)
        : t('{0}: one backdrop in {1} of {2} captions. Add images with other backgrounds.', ...parts);
    case 'lighting':
      return isSmall
        ? t('{0}: one light in {1} of {2} captions (a small set). Add images in other light.', ...parts)
        : t('{0}: one light in {1} of {2} captions. Add images in other light.', ...parts);
    case 'pose':
      return isSmall
        ? t('{0}: one pose in {1} of {2} captions (a small set). Add images with other poses.', ...parts)
        : t('{0}: one pose in {1} of {2} captions. Add images with other poses.', ...parts);
  }
}

function nameOf(category: Category): string {
  if (category === 'background') return t('background');
  return category === 'lighting' ? t('lighting') : t('pose');
}
