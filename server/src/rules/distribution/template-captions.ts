import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import { isShuffled } from '../../metrics/shuffled.ts';
import { commonTemplate } from '../../metrics/templates.ts';
import type { FolderContext } from '../context.ts';
import { folderRule } from '../define.ts';
import { saysMoreThanTags } from '../text/other-separator.ts';

/** Share of the captions with one form. */
const share = 0.5;
/** Part of shuffled tags that is the same in all captions of the form, from which they say next to nothing else. */
const fixed = 0.6;

export default folderRule({
  id: 'template-captions',
  group: 'distribution',
  severity: 'info',
  fix: 'none',
  fewestCaptions: 10,
  summary: 'Most captions follow one template.',
  why: 'The form of the captions is learnt with them: prompts in another form work less well (seed: single template, inference).',
  *check({ facts, index, settings }: FolderContext): Iterable<Draft> {
    // Of what is not read, or not apart, nothing can be counted.
    if (saysMoreThanTags(facts)) return;
    const template = commonTemplate(facts, index.concepts);
    if (!template || template.share < share) return;
    const shuffles = !template.isProse && isShuffled(facts, index.concepts, settings);
    // Shuffled tags have no form; what is the same in all of them stays.
    if (shuffles && template.fixed < fixed) return;
    const parts = [template.captions, Math.round(template.captions / template.share), template.form] as const;
    yield {
      file: '',
      range: null,
      message: template.isProse
        ? t(
            '{0} of {1} captions have the form "{2}": prompts in another form work less well. Vary the sentences.',
            ...parts,
          )
        : shuffles
          ? t(
              '{0} of {1} captions hold the same tags: "{2}". Shuffled or not, they are learnt as one: vary them.',
              ...parts,
            )
          : t(
              '{0} of {1} captions have the form "{2}": prompts in another form work less well. Vary them or shuffle the tags.',
              ...parts,
            ),
    };
  },
});
