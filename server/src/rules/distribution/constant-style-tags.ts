import { shownTag } from '../../facts/usual-spelling.ts';
import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import { constantStyleTags } from '../../metrics/constant-style.ts';
import { indicativeBelow } from '../../metrics/metrics.ts';
import { affixesFor } from '../../settings/settings.ts';
import type { FolderContext } from '../context.ts';
import { folderRule } from '../define.ts';

const fewest = 5;
/** Tags named in the message. */
const named = 6;

/** Scores and ratings as Pony and Illustrious have them, in normal form. */
const isScore = (tag: string): boolean => /^(?:score[ _]\d+(?:[ _]up)?|rating[ _:] ?\w+|source[ _]\w+)$/.test(tag);

export default folderRule({
  id: 'constant-style-tags',
  group: 'distribution',
  severity: 'warning',
  fix: 'none',
  summary: 'Quality or style tags appear in nearly every caption.',
  why: 'A tag that is always on stops meaning what it says: it takes on the look of the set, and prompts without it lose that look (seed: style drift, inference).',
  *check({ facts, index, settings }: FolderContext): Iterable<Draft> {
    const { captions, tags } = constantStyleTags(facts, index.concepts, (file) => affixesFor(settings, file));
    if (captions < fewest || tags.length === 0) return;
    const list = tags.slice(0, named).map(({ tag: norm, captions: held, from }) => {
      const tag = shownTag(facts, norm);
      if (from === 'prefix') return t('{0} (caption_prefix)', tag);
      if (from === 'trigger-word') return t('{0} (trigger_word)', tag);
      return from === 'suffix' ? t('{0} (caption_suffix)', tag) : `${tag} ${held}/${captions}`;
    });
    const isEach = tags.slice(0, named).every(({ captions: held, from }) => from !== 'captions' || held === captions);
    yield {
      file: '',
      range: null,
      always: tags.slice(0, named).map(({ tag }) => tag),
      // Of few captions it is a guess; scores and ratings are often written on purpose, as prompts for Pony and its kin begin with them.
      ...(captions < indicativeBelow || tags.every(({ tag }) => isScore(tag)) ? { severity: 'info' as const } : {}),
      message: [
        isEach
          ? captions < indicativeBelow
            ? t('On every caption of a small set: {0}.', list.join(', '))
            : t('On every caption: {0}.', list.join(', '))
          : captions < indicativeBelow
            ? t('On nearly every caption of a small set: {0}.', list.join(', '))
            : t('On nearly every caption: {0}.', list.join(', ')),
        t('They do not tell images apart; remove them or drop them at random.'),
      ].join(' '),
    };
  },
});
