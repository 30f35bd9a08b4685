import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import { extensionOf } from '../../ground/paths.ts';
import { settingsFor } from '../../settings/settings.ts';
import type { FolderContext } from '../context.ts';
import { folderRule } from '../define.ts';

export default folderRule({
  id: 'wrong-caption-extension',
  group: 'files',
  severity: 'error',
  fix: 'none',
  summary: 'The captions have another extension than the one the configuration makes the trainer look for.',
  why: 'A trainer looks for one extension only, and trains every image without its words, or leaves it out (sd-scripts: .caption unless caption_extension says otherwise, library/train_util.py, read_caption).',
  *check({ index, settings }: FolderContext): Iterable<Draft> {
    for (const folder of index.folders) {
      const { training, trainer } = settingsFor(settings, `${folder.folder}/x`);
      const wanted = training.captionExtension;
      if (wanted === null) continue;
      // Nothing is read in a folder where some image has a caption of another extension and none has the one that is looked for.
      const captions = folder.idle.flatMap(({ kind, why, file, image }) =>
        kind === 'caption' && why === 'other-extension' && image !== null ? [file] : [],
      );
      const others = folder.images.flatMap(({ caption }) => (caption === null ? [] : [caption]));
      const [first] = others.length > 0 ? others : captions;
      if (first === undefined || others.some((caption) => extensionOf(caption) === wanted)) continue;
      const found = extensionOf(first);
      const count = Math.max(others.length, captions.length);
      yield {
        file: first,
        range: null,
        message:
          trainer.captionExtensionOption === null
            ? t('{0} captions end in {1}, the trainer looks for {2}: none is read. Rename them.', count, found, wanted)
            : t(
                '{0} captions end in {1}, the trainer looks for {2}: none is read. Set {3} to "{1}".',
                count,
                found,
                wanted,
                trainer.captionExtensionOption,
              ),
      };
    }
  },
});
