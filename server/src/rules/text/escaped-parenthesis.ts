import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import type { FolderSettings } from '../../settings/settings.ts';
import { bracketStyle } from '../../tags/tag-style.ts';
import type { CaptionContext, FolderContext } from '../context.ts';
import { folderRule } from '../define.ts';

/** Tags with a backslash, and none without, from which escaping is what the folder does. */
const habitual = 3;

export default folderRule({
  id: 'escaped-parenthesis',
  group: 'text',
  severity: 'info',
  fix: 'suggested',
  summary:
    'Brackets are escaped where the trainer takes the backslash as text, or bare where it takes them as a weight.',
  why: 'The trainer undoes `\\(` only with weighted_captions; without it the backslash is a token of the caption. With it a bare `name (series)` weighs its series (sd-scripts library/strategy_base.py, parse_prompt_attention).',
  *check({ facts, settings }: FolderContext): Iterable<Draft> {
    if (!isHabit(facts.spelling, settings)) return;
    const { escaped } = facts.spelling;
    yield {
      file: '',
      range: null,
      message:
        settings.trainer.weights === 'never'
          ? t(
              'All {0} tags with brackets are escaped (name \\(series\\)): the backslash trains as text. Take it out.',
              escaped,
            )
          : t(
              'All {0} tags with brackets are escaped (name \\(series\\)): the backslash trains as text without weighted_captions. Take it out.',
              escaped,
            ),
    };
  },
  mayFindInCaption: ({ letters, settings }) =>
    letters.hasAny('()') && (settings.weightedCaptions || letters.hasAny('\\')),
  *checkCaption({ file, caption, facts, settings, style }: CaptionContext): Iterable<Draft> {
    if (!/[()]/.test(caption.text) || (!settings.weightedCaptions && !caption.text.includes('\\'))) return;
    const { escaped, bare } = facts.spelling;
    for (const tag of caption.tags) {
      if (settings.weightedCaptions) {
        if (style !== 'tags' || bracketStyle(tag.text) !== 'bare') continue;
        const newText = tag.text.replace(/[()]/g, '\\$&');
        yield {
          range: tag.range,
          message: t('"{0}": with weighted_captions the brackets change the weight. Write "{1}".', tag.text, newText),
          fixes: [fixOf(file, tag.range, newText)],
        };
        continue;
      }
      if (!/\\[()]/.test(tag.text)) continue;
      const newText = tag.text.replace(/\\([()])/g, '$1');
      yield {
        range: tag.range,
        habit: t('A backslash before brackets trains as text. Take it out.'),
        // What all do is told once, of the folder.
        ...(isHabit(facts.spelling, settings) && { severity: 'hint' as const }),
        message:
          bare > 0
            ? t(
                '"{0}": the backslash trains as text. {1} tags of the folder are escaped, {2} are not. Write "{3}".',
                tag.text,
                escaped,
                bare,
                newText,
              )
            : settings.trainer.weights === 'never'
              ? t('"{0}": the backslash trains as text. Write "{1}".', tag.text, newText)
              : t('"{0}": the backslash trains as text without weighted_captions. Write "{1}".', tag.text, newText),
        fixes: [fixOf(file, tag.range, newText)],
      };
    }
  },
});

/** Whether the folder escapes all its brackets where a backslash is text. */
const isHabit = (
  { escaped, bare }: { readonly escaped: number; readonly bare: number },
  { weightedCaptions }: FolderSettings,
): boolean => !weightedCaptions && bare === 0 && escaped >= habitual;

function fixOf(file: string, range: { start: number; end: number }, newText: string) {
  return {
    title: t('Write "{0}"', newText),
    safety: 'suggested' as const,
    edits: [{ file, edits: [{ range, newText }] }],
  };
}
