import type { Draft } from '../../ground/finding.ts';
import type { ConfigContext } from '../context.ts';
import { configRule } from '../define.ts';
import { problemDrafts } from './edits.ts';

export default configRule({
  id: 'unknown-config-key',
  group: 'config',
  severity: 'error',
  fix: 'suggested',
  summary: 'The trainer does not know a key of the configuration, or does not allow it there.',
  why: 'In a dataset_config an unknown key stops training; in a config_file it is kept without a word, so a slip of the pen silently loses the option (sd-scripts library/config_util.py; library/train_util.py, read_config_from_file).',
  check: (context: ConfigContext): Iterable<Draft> => problemDrafts(context, 'unknown-config-key'),
});
