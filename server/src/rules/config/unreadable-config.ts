import type { Draft } from '../../ground/finding.ts';
import type { ConfigContext } from '../context.ts';
import { configRule } from '../define.ts';
import { problemDrafts } from './edits.ts';

export default configRule({
  id: 'unreadable-config',
  group: 'config',
  severity: 'error',
  fix: 'suggested',
  summary: 'The trainer cannot read the configuration file at all.',
  why: 'The trainer stops before it looks at any image; a path with backslashes in double quotes is the usual cause (sd-scripts library/config_util.py, load_user_config; toml 0.10.2).',
  check: (context: ConfigContext): Iterable<Draft> => problemDrafts(context, 'unreadable-config'),
});
