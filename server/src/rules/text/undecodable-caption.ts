import { type EncodingGuess, guessEncodings, isZeroPadded } from '../../caption/encodings.ts';
import type { Draft, Fix } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import { reasonText } from '../../workspace/reason.ts';
import type { CaptionFileContext } from '../context.ts';
import { captionFileRule } from '../define.ts';

export default captionFileRule({
  id: 'undecodable-caption',
  group: 'text',
  severity: 'error',
  fix: 'suggested',
  summary: 'The caption file is not UTF-8; the trainer stops when it reads it.',
  why: 'Captions are opened as UTF-8 and a decoding error is not caught (sd-scripts library/train_util.py).',
  mayFind: ({ source }) => source.kind !== 'text' || isZeroPadded(source.text),
  *check({ file, source, bytes }: CaptionFileContext): Iterable<Draft> {
    if (source.kind === 'unreadable' && source.reason === 'untrusted') {
      // The trainer opens it: only nobody looked.
      yield { range: null, message: t('Not looked at: {0}.', reasonText(source.reason)), severity: 'info' };
      return;
    }
    if (source.kind === 'unreadable') {
      yield {
        range: null,
        message: t(
          '{0} cannot be read ({1}). Check that it exists and that you may read it.',
          file,
          reasonText(source.reason),
        ),
      };
      return;
    }
    if (source.kind === 'text') {
      if (isZeroPadded(source.text))
        yield {
          range: null,
          message: t(
            'UTF-16 without a mark: every letter trains with a zero character beside it. Save it again as UTF-8.',
          ),
          fixes: guessEncodings(new TextEncoder().encode(source.text)).map((guess) => resave(file, guess)),
        };
      return;
    }
    const guesses = guessEncodings(bytes);
    const best = guesses[0];
    yield {
      range: null,
      message: best
        ? t(
            'Not UTF-8 (byte {0}), looks like {1}: training stops here. Save it again as UTF-8.',
            source.offset,
            best.label,
          )
        : t('Not UTF-8 (byte {0}): training stops here. Save it again as UTF-8.', source.offset),
      habit: best
        ? t('Not UTF-8, looks like {0}: training stops. Save them again as UTF-8.', best.label)
        : t('Not UTF-8: training stops. Save them again as UTF-8.'),
      fixes: guesses.map((guess) => resave(file, guess)),
    };
  },
});

function resave(file: string, guess: EncodingGuess): Fix {
  return {
    title: t('Save again as UTF-8, read as {0}: "{1}"', guess.label, guess.preview),
    safety: 'suggested',
    edits: [],
    resave: { file, from: guess.encoding },
  };
}
