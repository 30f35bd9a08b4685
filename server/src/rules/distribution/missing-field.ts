import { isKnown } from '../../concepts/concepts.ts';
import type { DatasetIndex } from '../../dataset/index.ts';
import type { CaptionRecord } from '../../facts/record.ts';
import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import { folderOf } from '../../ground/paths.ts';
import { indicativeBelow } from '../../metrics/metrics.ts';
import { categoryOf } from '../../tags/categories.ts';
import { phrasesIn } from '../../tags/phrases.ts';
import type { Category } from '../../tags/vocabulary.ts';
import type { FolderContext } from '../context.ts';
import { folderRule } from '../define.ts';
import { habitOf } from '../text/other-separator.ts';

const fewest = 5;
/** Share of the captions without a field from which the field is missing. */
const share = 0.5;

/** What a caption should say, with the categories that say it. */
const fields = ['subject', 'background', 'framing', 'attributes'] as const;
type Field = (typeof fields)[number];
/** Names that a caption in the form of `name: value` gives its fields. */
const namedFields: readonly (readonly [Field, RegExp])[] = [
  ['subject', /^(?:(?:main )?subject|character|person|class)\s*:/],
  ['background', /^(?:background|setting|location|scene|environment|place|surroundings)\s*:/],
  ['framing', /^(?:composition|framing|shot|camera|view|angle|perspective)\s*:/],
  ['attributes', /^(?:clothing|clothes|outfit|hair|eyes|appearance|features|expression|attributes|pose)\s*:/],
];
const fieldOf: Partial<Record<Category, Field>> = {
  subject: 'subject',
  background: 'background',
  lighting: 'background',
  framing: 'framing',
  hair: 'attributes',
  eyes: 'attributes',
  body: 'attributes',
  clothing: 'attributes',
  expression: 'attributes',
};

export default folderRule({
  id: 'missing-field',
  group: 'distribution',
  severity: 'info',
  fix: 'none',
  summary: 'Most captions do not say the subject, the background, the framing or any feature.',
  why: 'What a caption does not name is learnt as part of the trigger; naming subject, background and features keeps them apart (seed: structured captions).',
  *check({ facts, index }: FolderContext): Iterable<Draft> {
    // Without its separators a caption says nothing that could be counted.
    if (facts.captions < fewest || habitOf(facts) !== null) return;
    // Places are no persons: features and framing are asked for only where captions speak of subjects.
    const counts = new Map<Field, number>(fields.map((field) => [field, 0]));
    for (const record of facts.records())
      for (const field of fieldsOf(record, index)) counts.set(field, (counts.get(field) ?? 0) + 1);
    const hasSubjects = (counts.get('subject') ?? 0) * 2 >= facts.captions;
    const asked = fields.filter((field) => hasSubjects || field === 'background');
    const missing = asked.flatMap((field) => {
      const without = facts.captions - (counts.get(field) ?? 0);
      return without > facts.captions * share
        ? [t('{0} ({1} of {2} captions)', nameOf(field), without, facts.captions)]
        : [];
    });
    if (missing.length === 0) return;
    yield {
      file: '',
      range: null,
      message:
        facts.captions < indicativeBelow
          ? t(
              'Not said in most captions (indicative): {0}. What is not named sticks to the trigger.',
              missing.join(', '),
            )
          : t('Not said in most captions: {0}. What is not named sticks to the trigger.', missing.join(', ')),
    };
  },
});

function fieldsOf(record: CaptionRecord, { vocabulary, concepts }: DatasetIndex): Set<Field> {
  const found = new Set<Field>();
  const add = (category: Category | null): void => {
    const field = category === null ? undefined : fieldOf[category];
    if (field) found.add(field);
  };
  for (const norm of record.norms) {
    const text = vocabulary.norm(norm);
    add(categoryOf(text));
    if (text.includes(':')) for (const [field, name] of namedFields) if (name.test(text)) found.add(field);
  }
  // Where the trigger stands, the subject is named.
  const concept = concepts.of(folderOf(record.file));
  if (isKnown(concept) && record.trained.toLowerCase().includes(concept.trigger.toLowerCase())) found.add('subject');
  if (record.marks !== null || record.style === 'prose' || record.style === 'mixed')
    for (const { category } of phrasesIn(record.trained)) add(category);
  return found;
}

function nameOf(field: Field): string {
  return { subject: t('subject'), background: t('background'), framing: t('framing'), attributes: t('features') }[
    field
  ];
}
