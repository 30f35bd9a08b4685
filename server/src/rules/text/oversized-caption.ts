import { captionLimit, judgedLimit } from '../../caption/decode.ts';
import { isOversized } from '../../facts/caption-source.ts';
import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import type { CaptionFileContext } from '../context.ts';
import { captionFileRule } from '../define.ts';

const kilo = 1024;

export default captionFileRule({
  id: 'oversized-caption',
  group: 'text',
  severity: 'warning',
  fix: 'none',
  summary:
    'The caption is far longer than any caption: only its beginning is judged here, though the trainer reads all.',
  why: 'Captions have hundreds of bytes; a text of this size is something else that got a caption file name, or text pasted many times. The limit is of Tagmetry, so that one file does not keep all others waiting: no trainer has it.',
  mayFind: ({ source }) => source.kind === 'text' && isOversized(source),
  *check({ source }: CaptionFileContext): Iterable<Draft> {
    if (source.kind !== 'text' || !isOversized(source)) return;
    const size = Math.round(Math.max(source.size, source.text.length) / kilo);
    yield {
      range: null,
      message: source.cut
        ? t(
            'This caption has {0} kB. Only its first {1} kB are read here, nothing else is said about it, and it is not edited. The trainer reads all of it.',
            Math.max(size, captionLimit / kilo),
            captionLimit / kilo,
          )
        : t(
            'This caption has {0} kB. Of one with more than {1} kB nothing else is said. The trainer reads all of it.',
            size,
            judgedLimit / kilo,
          ),
    };
  },
});
