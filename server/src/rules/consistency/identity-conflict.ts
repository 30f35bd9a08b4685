import { isKnown } from '../../concepts/concepts.ts';
import { question } from '../../dataset/question.ts';
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
  *check({ caption, norms, index, concept, folder }: CaptionContext): Iterable<Draft> {
    if (!index.complete || !isKnown(concept) || subjectCount(norms) === 'several') return;
    for (const { attribute, value, index: at } of attributesOf(norms)) {
      if (value === 'mixed') continue;
      const most = otherLook(index, `${attribute}/${value}/${folder.folder}`);
      if (!most) continue;
      if (isSameLook(attribute, value, most.value) || (attribute !== 'age' && norms.some((tag) => changed.test(tag))))
        continue;
      const tag = caption.tags[at];
      const parts = [tag.text, concept.trigger, nameOf(attribute), most.captions, most.value] as const;
      yield {
        range: tag.range,
        tag: norms[at],
        message: isSmall(index, folder.folder)
          ? t(
              '"{0}" does not fit "{1}": {2} is {4} in {3} captions (few captions, indicative). Wrong tag or wrong image?',
              ...parts,
            )
          : t('"{0}" does not fit "{1}": {2} is {4} in {3} captions. Wrong tag or wrong image?', ...parts),
      };
    }
  },
});

/** What nearly all captions of a folder say of an attribute, where that is not the value in question; null where nothing is sure. */
const otherLook = question((index, key: `${Attribute}/${string}/${string}`) => {
  const [attribute, value] = key.split('/', 2) as [Attribute, string];
  const subset = index.facts.subset(key.slice(attribute.length + value.length + 2));
  if (!subset) return null;
  const counts = new Map<string, number>();
  let said = 0;
  for (const entry of index.attributes.of(attribute)) {
    const captions = subset.frequency(entry.norm);
    if (captions === 0) continue;
    counts.set(entry.value, (counts.get(entry.value) ?? 0) + captions);
    said += captions;
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  if (!most || most[0] === value || said < fewest || most[1] < said * majority) return null;
  return { value: most[0], captions: most[1] };
});

/** Whether a folder has few captions to tell from. */
const isSmall = question((index, folder: string) => (index.facts.subset(folder)?.captions ?? 0) < indicativeBelow);

function nameOf(attribute: Attribute): string {
  return {
    'hair colour': t('hair colour'),
    'eye colour': t('eye colour'),
    gender: t('gender'),
    age: t('age'),
  }[attribute];
}
