import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import { extensionOf } from '../../ground/paths.ts';
import type { ImageContext } from '../context.ts';
import { imageRule } from '../define.ts';

export default imageRule({
  id: 'wrong-image-extension',
  group: 'images',
  severity: 'hint',
  fix: 'none',
  summary: 'The content of the image is of another format than its name says.',
  why: 'PIL goes by the content and trains the file; tools that go by the name (galleries, converters, caption programs) may fail or skip it (Pillow Image.open).',
  *check({ image }: ImageContext): Iterable<Draft> {
    if (!image.header?.extensionMismatch) return;
    yield {
      range: null,
      message: t(
        'The content is {0}, the name says {1}: it trains, but tools that go by the name may fail. Rename it.',
        image.header.format.toUpperCase(),
        extensionOf(image.file),
      ),
    };
  },
});
