import type { Concept } from '../../concepts/concepts.ts';
import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import { classExamples } from '../../metrics/class-examples.ts';
import type { FolderContext } from '../context.ts';
import { folderRule } from '../define.ts';

/** Times one concept may be seen more often than another. */
const tolerated = 3;

export default folderRule({
  id: 'unbalanced-concepts',
  group: 'trigger',
  severity: 'info',
  fix: 'none',
  summary:
    'Repeats × images differ much between the concepts, or the regularization set is larger than what it balances.',
  why: 'An epoch shows each image as often as its repeats say, so a concept with more samples is overfitted before the other is learnt; regularization samples beyond the number of training samples are never used (sd-scripts library/train_util.py).',
  *check({ index, facts }: FolderContext): Iterable<Draft> {
    const { all } = index.concepts;
    const examples = new Set(classExamples(facts, index.concepts).map(({ concept }) => concept));
    const trained = all.filter((concept) => !concept.regularization && samples(concept) > 0);
    const byTrigger = new Map<string, { samples: number; name: string; folder: string }>();
    for (const concept of trained) {
      // Pictures of the class are no second thing to be learnt.
      if (examples.has(concept)) continue;
      const name = concept.trigger ?? concept.folder;
      if (concept.trigger === null && concept.repeats === 1) continue;
      const entry = byTrigger.get(name);
      if (entry) entry.samples += samples(concept);
      else byTrigger.set(name, { samples: samples(concept), name, folder: concept.folder });
    }
    const ranked = [...byTrigger.values()].sort((a, b) => b.samples - a.samples);
    const [most, least] = [ranked[0], ranked.at(-1)];
    if (most && least && most.samples >= least.samples * tolerated)
      yield {
        file: least.folder,
        range: null,
        message: t(
          '"{0}" trains {1} samples per epoch, "{2}" {3}: one is overfitted before the other is learnt. Change the repeats.',
          most.name,
          most.samples,
          least.name,
          least.samples,
        ),
      };
    const sets = all.filter((concept) => concept.regularization && samples(concept) > 0);
    const [train, spare] = [total(trained), total(sets)];
    if (sets.length > 0 && train > 0 && spare > train)
      yield {
        file: sets[0].folder,
        range: null,
        message: t(
          'Of {0} regularization samples only {1} are used, as many as are trained. Raise the repeats of the training set or lower these.',
          spare,
          train,
        ),
      };
  },
});

/** Samples of an epoch: repeats × images. */
const samples = ({ repeats, images }: Concept): number => repeats * images;
const total = (concepts: readonly Concept[]): number => concepts.reduce((sum, concept) => sum + samples(concept), 0);
