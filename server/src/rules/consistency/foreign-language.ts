import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import type { TextLanguage } from '../../tags/languages.ts';
import type { CaptionContext } from '../context.ts';
import { captionRule } from '../define.ts';

/** Captions of one language, and their share of those whose language is told, that make another one odd. */
const fewest = 5;
const share = 0.9;

export default captionRule({
  id: 'foreign-language',
  group: 'consistency',
  severity: 'info',
  fix: 'none',
  summary: 'A caption is in another language than the rest of the folder.',
  why: 'Prompts in the language of the set do not reach what this image teaches, and the text encoder knows one of the two less well (heuristic: script and small words).',
  *check({ file, caption, facts, index }: CaptionContext): Iterable<Draft> {
    const own = index.record(file)?.language ?? null;
    const [range] = caption.trained;
    if (own === null || range === undefined || !index.complete) return;
    const { languages } = facts.sentences;
    const others = [...languages.values()].reduce((sum, count) => sum + count, 0) - 1;
    const [most] = [...languages].sort((a, b) => b[1] - a[1]);
    if (most === undefined || most[0] === own) return;
    // Tags in Latin letters have no language of their own: beside them the odd script is.
    if (most[1] < fewest || most[1] < others * share) return;
    yield {
      range,
      message: t(
        '{0}, where {1} captions of the folder are {2}: its words are learnt apart. Translate it.',
        nameOf(own),
        most[1],
        nameOf(most[0]),
      ),
    };
  },
});

function nameOf(language: TextLanguage): string {
  switch (language) {
    case 'English':
      return t('English');
    case 'Spanish':
      return t('Spanish');
    case 'French':
      return t('French');
    case 'German':
      return t('German');
    case 'Italian':
      return t('Italian');
    case 'Portuguese':
      return t('Portuguese');
    case 'Japanese':
      return t('Japanese');
    case 'Chinese':
      return t('Chinese');
    case 'Korean':
      return t('Korean');
    case 'Cyrillic':
      return t('Cyrillic');
    case 'Arabic':
      return t('Arabic');
  }
}
