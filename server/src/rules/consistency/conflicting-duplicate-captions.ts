import { z } from 'zod';
import type { DatasetIndex } from '../../dataset/index.ts';
import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import { folderOf, withoutExtension } from '../../ground/paths.ts';
import { normalTag } from '../../tags/normal.ts';
import type { CaptionContext } from '../context.ts';
import { captionRule } from '../define.ts';
import { ruleOptions } from '../rule-options.ts';
import { compareCaptions, contradicts, differingTags } from './compare-captions.ts';

const options = ruleOptions({ share: 0.4 }, () => ({
  /** Share of the tags of both captions that may differ between versions of a picture, 0 to 1; copies may not differ. */
  share: z.number().min(0).max(1),
}));

export default captionRule({
  id: 'conflicting-duplicate-captions',
  group: 'consistency',
  severity: 'warning',
  fix: 'suggested',
  summary: 'Duplicates of one image, or two caption files of it, have different tags.',
  why: 'One picture under different words gives the model contradictory targets; tags that come and go with no visible reason teach that they mean nothing (seed: captions of duplicates that disagree).',
  options,
  mayFind: ({ pairing, index }) => pairing.image !== null && (index.mayHaveRivals || index.duplicates !== null),
  *check(context: CaptionContext, { share }: typeof options.defaults): Iterable<Draft> {
    const { index, pairing, caption } = context;
    const rival = rivalOf(context);
    if (rival) yield rival;
    const { duplicates } = index;
    const { image } = pairing;
    const own = index.record(context.file);
    if (!duplicates || image === null || own === undefined) return;
    // Only one line: alternatives of a caption differ on purpose.
    if (caption.trained.length !== 1 || duplicates.clusterOf(image)?.verdict === 'alternate') return;
    for (const twin of duplicates.twinsOf(image)) {
      // A regularization set says other things on purpose.
      if (isRegularization(index, twin.file) !== isRegularization(index, image)) continue;
      const file = index.image(twin.file)?.caption;
      const record = file == null || file === context.file ? undefined : index.record(file);
      if (record?.source.kind !== 'text' || record.trained.includes('\n')) continue;
      const found = compareCaptions(context, twin, record, own, share);
      if (found === null) continue;
      yield found;
      // The surest twin says enough.
      return;
    }
  },
});

const isRegularization = (index: DatasetIndex, file: string): boolean =>
  index.conceptOf(folderOf(file))?.regularization ?? false;

/** A second caption file of this very image (`1.caption` beside `1.txt`), of which the trainer reads one, with other tags. */
function rivalOf(context: CaptionContext): Draft | null {
  const { file, index, pairing, settings, norms, style } = context;
  if (pairing.image === null || style !== 'tags' || !index.mayHaveRivals) return null;
  const stem = withoutExtension(file);
  for (const extension of settings.captionExtensions) {
    const other = `${stem}${extension}`;
    const record = other === file ? undefined : index.record(other);
    if (!record || record.prose || record.trained === '') continue;
    const theirs = [...record.norms].map((norm) => index.vocabulary.norm(norm));
    const onlyHere = [...new Set(norms)].filter((tag) => !theirs.includes(tag));
    const onlyThere = theirs.filter((tag) => !norms.includes(tag));
    const isContradiction = contradicts(norms, context, onlyHere, onlyThere);
    if (!isContradiction && onlyHere.length + onlyThere.length < differingTags) continue;
    const first = context.caption.tags.find((tag) => onlyHere.includes(normalTag(tag.text)));
    return {
      range: first?.range ?? null,
      message: t(
        'Two captions for {0}, and they disagree: {1} is read, {2} is not. Keep what the image shows in one file.',
        pairing.image,
        file,
        other,
      ),
      ...(isContradiction ? {} : { severity: 'info' }),
      related: [{ file: other, range: null, message: t('The other caption') }],
    };
  }
  return null;
}
