import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import { baseName, splitExtension } from '../../trainers/files/paths.ts';
import type { ConfigContext } from '../context.ts';
import { configRule } from '../define.ts';
import { fixesFrom, setFix } from './edits.ts';
import { type ConfigSubset, datasetsOf, placeOf } from './subsets.ts';

/** Extensions people give captions. */
const usual = ['.txt', '.caption', '.tags', '.json'];

export default configRule({
  id: 'caption-extension-finds-nothing',
  group: 'config',
  severity: 'error',
  fix: 'suggested',
  summary: 'caption_extension finds no caption, though captions of another extension lie beside the images.',
  why: 'The trainer looks for one extension only, by default .caption, and trains every image without its words; it stops for nothing (sd-scripts library/train_util.py, read_caption).',
  *check(context: ConfigContext): Iterable<Draft> {
    for (const { subsets } of datasetsOf(context)) {
      for (const subset of subsets) {
        const { images, planned } = subset;
        if (!planned || images.length === 0 || planned.captionExtension === null) continue;
        if (images.some(({ captionSource: { from } }) => from !== 'class-tokens' && from !== 'nothing')) continue;
        const other = otherExtension(context, subset);
        if (!other) continue;
        const words = planned.classTokens
          ? t('"{0}" is trained instead', planned.classTokens)
          : t('no words are trained');
        yield {
          range: placeOf(context, subset, 'caption_extension', 'image_dir'),
          message: t(
            'caption_extension {0} finds 0 captions for {1} images; {2} {3} files lie there. Without a change {4}.',
            planned.captionExtension,
            images.length,
            other.count,
            other.extension,
            words,
          ),
          fixes: fixesFrom(
            setFix(
              context,
              t('Set {0} to {1}', 'caption_extension', other.extension),
              subset.table,
              'caption_extension',
              other.extension,
            ),
          ),
        };
      }
    }
  },
});

/** The extension that most images have a text file of. */
function otherExtension({ files }: ConfigContext, { directory, images }: ConfigSubset) {
  if (directory === null) return null;
  const stems = new Set(images.map((image) => splitExtension(baseName(image.path))[0]));
  const counts = new Map<string, number>();
  for (const { name, kind } of files.list(directory)) {
    const [stem, extension] = splitExtension(name);
    if (kind === 'file' && usual.includes(extension.toLowerCase()) && stems.has(stem))
      counts.set(extension, (counts.get(extension) ?? 0) + 1);
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return best ? { extension: best[0], count: best[1] } : null;
}
