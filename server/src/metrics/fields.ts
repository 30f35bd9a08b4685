import { type Concept, type ConceptMap, isKnown } from '../concepts/concepts.ts';
import type { FolderFacts } from '../facts/facts.ts';
import type { CaptionRecord } from '../facts/record.ts';
import { t } from '../ground/l10n.ts';
import { folderOf } from '../ground/paths.ts';
import type { Category } from '../tags/categories.ts';
import { COLOUR_WORDS } from '../tags/data/modifiers.ts';
import { normalTag } from '../tags/normal.ts';
import { namesPlace } from '../tags/places.ts';
import { classKind } from '../tags/trigger-words.ts';
import { categoriesIn, regularizationFolders, SubjectTally } from './subject.ts';
import { inSteps, tallied } from './tally.ts';

/** What a caption should say: the seed's foreground, class, background and key attributes, and the words for view and expression. */
export const captionFields = ['subject', 'background', 'framing', 'attributes', 'expression'] as const;
export type CaptionField = (typeof captionFields)[number];

/** Share of the captions without a field from which the field is missing. */
export const missingShare = 0.5;

/** A field in the display language. */
export function fieldName(field: CaptionField): string {
  switch (field) {
    case 'subject':
      return t('subject');
    case 'background':
      return t('background');
    case 'framing':
      return t('framing');
    case 'attributes':
      return t('features');
    case 'expression':
      return t('expression');
  }
}

/** The categories that say a field. Light is no background: "sunset" does not tell where. */
const categoriesOf: Record<CaptionField, readonly Category[]> = {
  subject: ['subject'],
  background: ['background'],
  framing: ['framing'],
  attributes: ['hair', 'eyes', 'body', 'clothing', 'colour'],
  expression: ['expression'],
};

/** Captions of the subject, and how many of them lack each field that is asked of them. */
export interface MissingFields {
  readonly captions: number;
  readonly without: ReadonlyMap<CaptionField, number>;
  /** Captions that name neither light nor colour. */
  readonly withoutLight: number;
}

/** Names that a caption in the form of `name: value` gives its fields. */
const namedFields: readonly (readonly [CaptionField, RegExp])[] = [
  ['subject', /^(?:(?:main )?subject|character|person|class)\s*:/],
  ['background', /^(?:background|setting|location|scene|environment|place|surroundings)\s*:/],
  ['framing', /^(?:composition|framing|shot|camera|view|angle|perspective)\s*:/],
  ['attributes', /^(?:clothing|clothes|outfit|hair|eyes|appearance|features|attributes|pose)\s*:/],
  ['expression', /^(?:expression|emotion|face|mood)\s*:/],
];

function namedFieldsIn(facts: FolderFacts, record: CaptionRecord): Set<CaptionField> {
  const found = new Set<CaptionField>();
  for (const norm of record.norms) {
    const text = facts.vocabulary.norm(norm);
    if (text.includes(':')) for (const [field, name] of namedFields) if (name.test(text)) found.add(field);
  }
  return found;
}

const namesColour = (text: string): boolean => (text.match(/[\p{L}-]+/gu) ?? []).some((word) => COLOUR_WORDS.has(word));

/** Whether a concept is a style, whose subjects, views and features are not its own. */
function isStyle({ classWord, trigger }: Concept): boolean {
  const lastWord = (trigger ?? '')
    .toLowerCase()
    .split(/[\s_-]+/)
    .at(-1);
  const said = classWord ?? lastWord ?? null;
  return classKind(said === null ? null : normalTag(said)) === 'style';
}

/** Letters of other scripts, and their share of a text from which its words are not known here. */
const foreign = /[^\x00-\u024f\u2000-\u206f\P{L}]/gu;
const foreignShare = 0.3;

/** Whether a caption is written in a language whose words for places and looks are not known here. */
function isForeign({ language, trained }: CaptionRecord): boolean {
  if (language !== null && language !== 'English') return true;
  const letters = trained.match(/\p{L}/gu)?.length ?? 0;
  return (trained.match(foreign)?.length ?? 0) > letters * foreignShare;
}

const people = /\b(?:\d*\+?(?:girl|boy)s?|wom[ae]n|m[ae]n|lady|guy|male|female|person|people|child|kid)\b/;

/** What is known of the subject of a folder's captions. */
interface FolderSubject {
  /** In lower case; null where none is known. */
  readonly trigger: string | null;
  readonly isPerson: boolean;
}

/** What one caption says. */
interface Said {
  readonly fields: readonly CaptionField[];
  readonly isPerson: boolean;
  readonly isDark: boolean;
}

/** Counts what the captions of the subject say. */
class FieldTally extends SubjectTally<Said> {
  readonly held = new Map<CaptionField, number>(captionFields.map((field) => [field, 0]));
  persons = 0;
  withoutLight = 0;
  readonly #facts: FolderFacts;
  readonly #subjects: ReadonlyMap<string, FolderSubject>;

  /** @param subjects by folder */
  constructor(facts: FolderFacts, others: readonly string[], subjects: ReadonlyMap<string, FolderSubject>) {
    super(others);
    this.#facts = facts;
    this.#subjects = subjects;
  }

  protected share(record: CaptionRecord): Said | null {
    if (isForeign(record)) return null;
    const categories = categoriesIn(this.#facts, record);
    const named = namedFieldsIn(this.#facts, record);
    const text = record.trained.toLowerCase();
    // Where the trigger stands, the subject is named.
    const subject = this.#subjects.get(folderOf(record.file));
    if (subject?.trigger != null && text.includes(subject.trigger)) named.add('subject');
    if (categories.has('background') || namesPlace(record.trained)) named.add('background');
    return {
      fields: captionFields.filter(
        (field) => named.has(field) || categoriesOf[field].some((category) => categories.has(category)),
      ),
      isPerson: people.test(text) || subject?.isPerson === true,
      isDark: !categories.has('lighting') && !categories.has('colour') && !namesColour(text),
    };
  }

  protected count({ fields, isPerson, isDark }: Said, by: 1 | -1): void {
    for (const field of fields) this.held.set(field, (this.held.get(field) ?? 0) + by);
    if (isPerson) this.persons += by;
    if (isDark) this.withoutLight += by;
  }
}

const fieldArgs = (facts: FolderFacts, concepts?: ConceptMap) => {
  const all = concepts?.all ?? [];
  const styles = all.filter(isStyle).map(({ folder }) => folder);
  const others = [...regularizationFolders(concepts), ...styles];
  const subjects = new Map<string, FolderSubject>();
  for (const concept of all)
    subjects.set(concept.folder, {
      trigger: isKnown(concept) ? concept.trigger.toLowerCase() : null,
      isPerson: classKind(concept.classWord) === 'person',
    });
  const key = JSON.stringify([others, ...subjects]);
  return [facts, 'fields', key, () => new FieldTally(facts, others, subjects)] as const;
};

/**
 * Counts what captions leave unsaid. Places are no persons: framing is asked for where most captions speak of a
 * subject, features and expressions where it is a person. A style is left out: what its captions do not name is no part of it.
 */
export function missingFields(facts: FolderFacts, concepts?: ConceptMap): MissingFields {
  const { captions, persons, withoutLight, held } = tallied(...fieldArgs(facts, concepts));
  const speaksOf = (count: number): boolean => count * 2 >= captions;
  const asked = captionFields.filter(
    (field) =>
      field === 'background' ||
      (field === 'expression' || field === 'attributes' ? speaksOf(persons) : speaksOf(held.get('subject') ?? 0)),
  );
  return {
    captions,
    withoutLight,
    without: new Map(asked.map((field) => [field, captions - (held.get(field) ?? 0)])),
  };
}

/** Counts what {@link missingFields} counts in steps; see {@link inSteps}. */
export const fieldSteps = (facts: FolderFacts, concepts?: ConceptMap): Iterable<void> =>
  inSteps(...fieldArgs(facts, concepts));
