import type { ConceptMap } from '../concepts/concept-map.ts';
import { isKnown, isStyle } from '../concepts/concepts.ts';
import type { FolderFacts } from '../facts/facts.ts';
import type { CaptionRecord } from '../facts/record.ts';
import { t } from '../ground/l10n.ts';
import { isBeyondAscii, lettersPattern } from '../ground/letters.ts';
import { once } from '../ground/once.ts';
import { folderOf } from '../ground/paths.ts';
import { type CategorySet, categorySet } from '../tags/categories.ts';
import { isColourAt } from '../tags/colour-words.ts';
import { namesPlace } from '../tags/places.ts';
import { isScenery, namesView } from '../tags/sights.ts';
import { type ClassKind, classKind } from '../tags/trigger-words.ts';
import { trait } from '../tags/word.ts';
import { categoriesOfSentences, categoriesOfWord, regularizationFolders, SubjectTally } from './subject.ts';
import { finishInBreaths, tallied } from './tally.ts';

/** What a caption should say: the seed's foreground, class, background and key attributes, and the words for view and expression. */
export const captionFields = ['subject', 'background', 'framing', 'attributes', 'expression'] as const;
export type CaptionField = (typeof captionFields)[number];

/** Share of the captions without a field from which the field is missing: few captions say from where a picture is taken. */
const missingShares: Record<CaptionField, number> = {
  subject: 0.5,
  background: 0.5,
  framing: 0.9,
  attributes: 0.5,
  expression: 0.7,
};

/** Whether so many captions lack a field that it is missing in the folder. */
export const isMissing = (field: CaptionField, count: number, captions: number): boolean =>
  count > captions * missingShares[field];

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
      return t('hair, eyes and clothing');
    case 'expression':
      return t('expression');
  }
}

/** The categories that say a field. Light is no background: "sunset" does not tell where. */
const categoriesOf: Record<CaptionField, CategorySet> = {
  subject: categorySet('subject'),
  background: categorySet('background'),
  framing: categorySet('framing'),
  attributes: categorySet('hair', 'eyes', 'body', 'clothing', 'colour'),
  expression: categorySet('expression'),
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

const wordOrStop = lettersPattern(String.raw`[\p{L}-]+|[.,;:]`, 'g');
const namesColour = (text: string): boolean =>
  (text.match(wordOrStop(text)) ?? []).some((_, at, words) => isColourAt(words, at));

/** Letters of other scripts, and their share of a text from which its words are not known here. */
const foreign = once(() => /[^\x00-\u024f\u2000-\u206f\P{L}]/gu);
const foreignShare = 0.3;

/** Whether a caption is written in a language whose words for places and looks are not known here; null where it cannot be told. */
function isForeign({ language, trained }: CaptionRecord): boolean | null {
  if (language !== null) return language !== 'English';
  const others = isBeyondAscii(trained) ? (trained.match(foreign())?.length ?? 0) : 0;
  return others > 0 && others > (trained.match(/\p{L}/gu)?.length ?? 0) * foreignShare ? true : null;
}

/** Captions in another language, for each that is English, from which those that cannot be told are taken to be in it too. */
const foreignTimes = 2;

const people = /\b(?:\d*\+?(?:girl|boy)s?|wom[ae]n|m[ae]n|lady|guy|male|female|person|people|child|kid)\b/;

/** A text without the words that say that nobody is there, and without who is there besides, as forms of things tell: "people: two cyclists". */
const withoutNobody = (lower: string): string =>
  lower.replace(
    /\bpersons?: ?(?:none|no|nobody|no one|0)\b|\b(?:people|humans|figures|visitors|onlookers|passers-by): ?[^,;|]*|\bno (?:people|persons?|humans?)\b/g,
    '',
  );

/** What is known of the subject of a folder's captions. */
interface FolderSubject {
  /** In lower case; null where none is known. */
  readonly trigger: string | null;
  /** Null where nothing says what it is. */
  readonly kind: ClassKind | null;
}

/**
 * What a caption or a tag says, as bits: those of {@link captionFields} in their order, then these. All captions are counted, and most
 * of what they say their tags say, each the same wherever it stands.
 */
type Said = number;
const bitOf = (field: CaptionField): Said => 1 << captionFields.indexOf(field);
const ofPerson: Said = 1 << captionFields.length;
const ofLight: Said = 1 << (captionFields.length + 1);
const inForeign: Said = 1 << (captionFields.length + 2);
const inEnglish: Said = 1 << (captionFields.length + 3);

/** The fields that categories speak of, and whether they are of light or colour. */
function saidByCategories(categories: CategorySet): Said {
  let said = 0;
  for (const field of captionFields) if ((categories & categoriesOf[field]) !== 0) said |= bitOf(field);
  return (categories & categorySet('lighting', 'colour')) === 0 ? said : said | ofLight;
}

/** What the words of a text say, wherever it is cut at commas. */
function saidByWords(text: string): Said {
  let said = namesPlace(text) ? bitOf('background') : 0;
  if (namesView(text)) said |= bitOf('framing');
  const lower = text.toLowerCase();
  if (people.test(withoutNobody(lower))) said |= ofPerson;
  return namesColour(lower) ? said | ofLight : said;
}

/** What a tag says as one: by its categories, and by a name before its value. */
const saidByTag = trait((word): Said => {
  let said = saidByCategories(categoriesOfWord(word));
  if (isScenery(word.norm)) said |= bitOf('background');
  // Nobody is there who could look some way.
  if (word.norm === 'no humans') said |= bitOf('expression') | bitOf('attributes');
  if (word.norm.includes(':')) for (const [field, name] of namedFields) if (name.test(word.norm)) said |= bitOf(field);
  return said;
});

/** What a tag says as one, and by its words. */
const saidByWord = trait((word): Said => saidByTag(word) | saidByWords(word.written));

/** Counts what the captions of the subject say. */
class FieldTally extends SubjectTally<Said> {
  readonly held = new Map<CaptionField, number>(captionFields.map((field) => [field, 0]));
  persons = 0;
  withoutLight = 0;
  foreign = 0;
  english = 0;
  readonly #facts: FolderFacts;
  readonly #subjects: ReadonlyMap<string, FolderSubject>;

  /** @param subjects by folder */
  constructor(facts: FolderFacts, others: readonly string[], subjects: ReadonlyMap<string, FolderSubject>) {
    super(others);
    this.#facts = facts;
    this.#subjects = subjects;
  }

  protected share(record: CaptionRecord): Said | null {
    const language = isForeign(record);
    if (language === true) return inForeign;
    const { vocabulary } = this.#facts;
    const ofWord = vocabulary.numbers(record.isCommaList ? saidByWord : saidByTag);
    let said = saidByCategories(categoriesOfSentences(record));
    if (!record.isCommaList) said |= saidByWords(record.trained);
    const { surfaces } = record;
    for (let at = 0; at < surfaces.length; at++) said |= ofWord.of(surfaces[at]);
    // A form whose fields full stops take apart has no tags that begin with their names.
    for (const named of record.fields ?? [])
      for (const [field, name] of namedFields) if (name.test(`${named}:`)) said |= bitOf(field);
    // Where the trigger stands, the subject is named.
    const subject = this.#subjects.get(folderOf(record.file));
    if (subject?.trigger != null && (said & bitOf('subject')) === 0)
      if (record.trained.toLowerCase().includes(subject.trigger)) said |= bitOf('subject');
    if (language === false) said |= inEnglish;
    // Who wears a jacket that is trained is no part of it.
    if (subject?.kind != null) said = subject.kind === 'person' ? said | ofPerson : said & ~ofPerson;
    return said;
  }

  protected count(said: Said, by: 1 | -1): void {
    if ((said & inEnglish) !== 0) this.english += by;
    if ((said & inForeign) !== 0) {
      this.foreign += by;
      return;
    }
    for (const field of captionFields)
      if ((said & bitOf(field)) !== 0) this.held.set(field, (this.held.get(field) ?? 0) + by);
    if ((said & ofPerson) !== 0) this.persons += by;
    if ((said & ofLight) === 0) this.withoutLight += by;
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
      kind: classKind(concept.classWord),
    });
  const key = JSON.stringify([others, ...subjects]);
  return [facts, 'fields', key, () => new FieldTally(facts, others, subjects)] as const;
};

/**
 * Counts what captions leave unsaid. Places are no persons: framing is asked for where most captions speak of a
 * subject, features and expressions where it is a person. A style is left out: what its captions do not name is no part of it.
 */
export function missingFields(facts: FolderFacts, concepts?: ConceptMap): MissingFields {
  const tally = tallied(...fieldArgs(facts, concepts));
  const { persons, withoutLight, held, foreign, english } = tally;
  // In a folder of French a caption without small words is French as well.
  const captions = foreign > english * foreignTimes ? 0 : tally.captions - foreign;
  if (captions === 0) return { captions, withoutLight: 0, without: new Map() };
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

/** Counts what {@link missingFields} counts in steps; see {@link finishInBreaths}. */
export const fieldSteps = (facts: FolderFacts, concepts?: ConceptMap): Iterable<void> =>
  finishInBreaths(...fieldArgs(facts, concepts));
