import type { Draft, Fix } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import { lineAround, type TextRange } from '../../ground/text.ts';
import type { ConfigContext } from '../context.ts';
import { configRule } from '../define.ts';
import { replaceFix } from './edits.ts';

export default configRule({
  id: 'unreadable-config',
  group: 'config',
  severity: 'error',
  fix: 'suggested',
  summary: 'The trainer cannot read the configuration file at all.',
  why: 'The trainer stops before it looks at any image; a path with backslashes in double quotes is the usual cause (sd-scripts library/config_util.py, load_user_config; toml 0.10.2).',
  *check(context: ConfigContext): Iterable<Draft> {
    for (const { kind, range, message } of context.problems) {
      if (kind !== 'syntax') continue;
      yield { range, message, fixes: backslashFix(context, range) };
    }
  },
});

/** TOML reads `\` in double quotes as an escape: single quotes take a Windows path as it is. */
function backslashFix(context: ConfigContext, range: TextRange | null): Fix[] {
  if (context.format !== 'toml' || !range) return [];
  const line = lineAround(context.text, range.start);
  const quoted = /"([^"'\n]*\\[^"'\n]*)"/.exec(context.text.slice(line.start, line.end));
  if (!quoted) return [];
  const start = line.start + quoted.index;
  const place = { start, end: start + quoted[0].length };
  return [replaceFix(context, t('Write the path in single quotes'), place, `'${quoted[1]}'`)];
}
