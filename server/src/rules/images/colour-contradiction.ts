import { parseCaption } from '../../caption/parse.ts';
import { removeTags } from '../../caption/remove-tags.ts';
import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import { type Contradiction, claimOf, contradiction, isSoftened } from '../../images/colour-truth.ts';
import { normalTag } from '../../tags/normal.ts';
import type { ImageContext } from '../context.ts';
import { imageRule } from '../define.ts';

export default imageRule({
  id: 'colour-contradiction',
  group: 'images',
  severity: 'info',
  fix: 'suggested',
  summary: 'A tag names a background colour, colour mode or time of day that the picture plainly does not have.',
  why: 'The word is trained with what the picture shows: a wrong one teaches its opposite, and asking for the background or the light then gives something else. Taggers make such slips on dark, tinted and cut-out pictures. Thresholds are heuristic, set for precision.',
  *check({ image, caption, index }: ImageContext): Iterable<Draft> {
    const record = caption === null ? undefined : index.record(caption);
    if (!image.look || caption === null || record?.source.kind !== 'text') return;
    // Most captions claim nothing: they are not cut again.
    if (![...record.norms].some((norm) => claimOf(index.vocabulary.norm(norm)))) return;
    const parsed = parseCaption(record.source.text, index.syntaxOf(caption));
    if (record.prose) return;
    const norms = parsed.tags.map(({ text }) => normalTag(text));
    for (const [at, tag] of parsed.tags.entries()) {
      const norm = norms[at] ?? '';
      const claim = claimOf(norm);
      if (
        !claim ||
        isSoftened(
          claim,
          norms.filter((other) => other !== norm),
        )
      )
        continue;
      const against = contradiction(claim, image.look);
      if (!against) continue;
      yield {
        file: caption,
        range: tag.range,
        tag: norm,
        message: t('"{0}" does not fit the picture: {1}.', tag.text, reasonText(against)),
        related: [{ file: image.file, range: null, message: t('The picture') }],
        fixes: [
          {
            title: t('Remove "{0}"', tag.text),
            safety: 'suggested',
            edits: [{ file: caption, edits: removeTags(parsed, new Set([tag])) }],
          },
        ],
      };
    }
  },
});

const percent = (share: number): number => Math.round(share * 100);

function reasonText(against: Contradiction): string {
  switch (against.by) {
    case 'background':
      return t('its plain background is {0}', `rgb(${against.rgb.join(', ')})`);
    case 'nowhere':
      return t('no part of it is that light or dark');
    case 'colours':
      return t('{0} % of it is in colour', percent(against.share));
    case 'hues':
      return t('{0} % of it has colours of other hues', percent(against.share));
    case 'no-colour':
      return t('it has no colour');
    case 'lightness':
      return t('its mean lightness is {0} %', percent(against.lightness));
  }
}
