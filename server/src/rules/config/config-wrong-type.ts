import type { Draft } from '../../ground/finding.ts';
import type { ConfigContext } from '../context.ts';
import { configRule } from '../define.ts';
import { problemDrafts } from './edits.ts';

export default configRule({
  id: 'config-wrong-type',
  group: 'config',
  severity: 'error',
  fix: 'suggested',
  summary: 'A value of the configuration has a type the trainer refuses.',
  why: 'The trainer checks types strictly: 1 is no float, "1024" no number, and a config_file wants resolution as text (sd-scripts library/config_util.py, ConfigSanitizer; library/train_util.py, prepare_dataset_args).',
  check: (context: ConfigContext): Iterable<Draft> => problemDrafts(context, 'config-wrong-type'),
});
