import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import { subjectRecords } from '../../metrics/subject.ts';
import type { FolderContext } from '../context.ts';
import { folderRule } from '../define.ts';
import { cutTails } from '../tokens/cut.ts';
import { isLimitDoubtful } from '../tokens/doubtful-limit.ts';

const fewest = 3;
/** Share of the captions that are cut. */
const share = 0.2;

export default folderRule({
  id: 'token-overflow-share',
  group: 'distribution',
  severity: 'warning',
  fix: 'none',
  summary: 'Many captions are longer than the text encoder reads.',
  why: 'The tail of each of them never trains; max_token_length 150 or 225 reads further where the model allows it (sd-scripts library/strategy_base.py).',
  *check({ index, facts, settings }: FolderContext): Iterable<Draft> {
    const limit = settings.tokenLimit;
    if (limit === null) return;
    let [over, captions, max] = [0, 0, 0];
    for (const { tokens } of subjectRecords(facts, index.concepts)) {
      captions++;
      if (tokens > limit) over++;
      max = Math.max(max, tokens);
    }
    if (over < fewest || over < captions * share) return;
    if (isLimitDoubtful(index, settings)) {
      yield {
        file: '',
        range: null,
        severity: 'info',
        fact: cutTails,
        message: t(
          '{0} of {1} captions are over {2} tokens, where {3} would cut them. No one names the model: set it, and what is cut is told.',
          over,
          captions,
          limit,
          settings.family.name,
        ),
      };
      return;
    }
    yield {
      file: '',
      range: null,
      fact: cutTails,
      message: t(
        '{0} of {1} captions ({2} %) are cut after {3} tokens, the longest has {4}. Shorten them or raise max_token_length.',
        over,
        captions,
        ((over / captions) * 100).toFixed(0),
        limit,
        max,
      ),
    };
  },
});
