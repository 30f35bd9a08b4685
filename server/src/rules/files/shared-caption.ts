import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import { baseName } from '../../ground/paths.ts';
import type { FolderContext } from '../context.ts';
import { folderRule } from '../define.ts';

export default folderRule({
  id: 'shared-caption',
  group: 'files',
  severity: 'warning',
  fix: 'none',
  summary: 'Two images of one name share a caption.',
  why: 'The caption is found by name without extension, so a.png and a.jpg train the same words, and share one latent cache; often one is a left-over copy (sd-scripts library/train_util.py, read_caption).',
  *check({ index, images }: FolderContext): Iterable<Draft> {
    for (const folder of index.folders) {
      const byCaption = new Map<string, string[]>();
      for (const { file, caption } of folder.images) {
        if (caption === null) continue;
        const files = byCaption.get(caption);
        if (files) files.push(file);
        else byCaption.set(caption, [file]);
      }
      for (const [caption, [first, ...others]] of byCaption) {
        for (const file of others) {
          const sizes = [first, file].map((one) => images?.get(one ?? '')?.header);
          const same = sizes[0] && sizes[1] && sizes[0].width === sizes[1].width && sizes[0].height === sizes[1].height;
          yield {
            file,
            range: null,
            message: same
              ? t(
                  '{0} has the same name and size: both train with {1} and share one latent cache. Rename or remove one.',
                  baseName(first ?? ''),
                  baseName(caption),
                )
              : t(
                  '{0} has the same name: both train with {1}. Rename or remove one.',
                  baseName(first ?? ''),
                  baseName(caption),
                ),
            related: [{ file: first ?? '', range: null, message: t('The image of the same name') }],
          };
        }
      }
    }
  },
});
