import { captionLines } from '../../caption/parse.ts';
import { isPythonSpace } from '../../caption/space.ts';
import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import type { CaptionFileContext } from '../context.ts';
import { captionFileRule } from '../define.ts';

export default captionFileRule({
  id: 'empty-caption',
  group: 'text',
  severity: 'warning',
  fix: 'none',
  summary: 'The caption file is empty: at 0 bytes training stops, a blank one trains the image without any words.',
  why: 'sd-scripts asserts that a caption file has a line; a blank first line gives an empty caption without a warning, and class_tokens step in only when the file is missing (library/train_util.py).',
  mayFind: ({ source }) =>
    source.kind === 'text' &&
    (source.text === '' ||
      isPythonSpace(source.text.charCodeAt(0)) ||
      !/[a-z0-9\u0080-\uffff]/i.test(source.text.slice(0, 8))),
  *check({ source, settings }: CaptionFileContext): Iterable<Draft> {
    if (source.kind !== 'text') return;
    if (source.text === '' && !source.bom) {
      if (settings.trainer.emptyCaptionFile === 'stops')
        yield {
          range: null,
          severity: 'error',
          message: t('0 bytes: sd-scripts stops with an AssertionError here. Write a caption or delete the file.'),
        };
      else yield { range: null, message: t('Empty caption: this image trains without any words. Write a caption.') };
      return;
    }
    const { trained, ignored } = captionLines(source.text, settings.syntax);
    if (trained.length > 0) {
      const isOfSeparators = trained.every(
        ({ start, end }) => source.text.slice(start, end).split(settings.syntax.separator).join('').trim() === '',
      );
      if (isOfSeparators)
        yield { range: null, message: t('Separators alone: this image trains without any words. Write a caption.') };
      return;
    }
    yield {
      range: null,
      message:
        ignored.length > 0
          ? t('The first line is blank: this image trains without any words, the text below is not read. Move it up.')
          : t('Blank caption: this image trains without any words. Write a caption.'),
    };
  },
});
