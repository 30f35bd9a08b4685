import { isKnown } from '../../concepts/concepts.ts';
import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import { indicativeBelow } from '../../metrics/metrics.ts';
import { type Attribute, attributesOf, isSameLook } from '../../tags/attributes.ts';
import { subjectCount } from '../../tags/subjects.ts';
import type { CaptionContext } from '../context.ts';
import { captionRule } from '../define.ts';

/** Captions that must say something about an attribute before they can disagree. */
const fewest = 5;
/** Share of them from which one value is what the concept looks like. */
const majority = 0.75;

/** Tags that say the subject looks different here on purpose. */
const changed = /^(?:genderswap|alternate (?:hair|eye) color|cosplay)\b|\(cosplay\)$/;

export default captionRule({
  id: 'identity-conflict',
  group: 'consistency',
  severity: 'warning',
  fix: 'none',
  summary: 'The captions of one trigger disagree on hair or eye colour, gender or age.',
  why: 'One trigger stands for one subject; captions that give it other features are wrong tags or another person among the images, and both keep the subject from becoming stable (seed: identity collapse).',
  *check({ caption, norms, facts, index, concept, folder }: CaptionContext): Iterable<Draft> {
    const subset = facts.subset(folder.folder);
    if (!index.complete || !isKnown(concept) || !subset || subjectCount(norms) === 'several') return;
    for (const { attribute, value, index: at } of attributesOf(norms)) {
      if (value === 'mixed') continue;
      const counts = new Map<string, number>();
      let said = 0;
      for (const entry of index.attributes.of(attribute)) {
        const captions = subset.frequency(entry.norm);
        if (captions === 0) continue;
        counts.set(entry.value, (counts.get(entry.value) ?? 0) + captions);
        said += captions;
      }
      const [most] = [...counts].sort((a, b) => b[1] - a[1]);
      if (!most || most[0] === value || said < fewest || most[1] < said * majority) continue;
      if (isSameLook(attribute, value, most[0]) || (attribute !== 'age' && norms.some((tag) => changed.test(tag))))
        continue;
      const tag = caption.tags[at];
      const parts = [tag.text, concept.trigger, nameOf(attribute), most[1], most[0]] as const;
      yield {
        range: tag.range,
        tag: norms[at],
        message:
          concept.captions < indicativeBelow
            ? t(
                '"{0}" does not fit "{1}": {2} is {4} in {3} captions (few captions, indicative). Wrong tag or wrong image?',
                ...parts,
              )
            : t('"{0}" does not fit "{1}": {2} is {4} in {3} captions. Wrong tag or wrong image?', ...parts),
      };
    }
  },
});

function nameOf(attribute: Attribute): string {
  return {
    'hair colour': t('hair colour'),
    'eye colour': t('eye colour'),
    gender: t('gender'),
    age: t('age'),
  }[attribute];
}
