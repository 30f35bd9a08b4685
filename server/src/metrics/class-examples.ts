import type { ConceptMap } from '../concepts/concept-map.ts';
import { type Concept, isKnown } from '../concepts/concepts.ts';
import type { FolderFacts } from '../facts/facts.ts';
import { folderOf } from '../ground/paths.ts';
import { normalTag } from '../tags/normal.ts';

/** Captions below which a folder shows nothing sure, and the share of them that must name the class. */
const fewest = 3;
const naming = 0.5;
/** Share of the captions that may hold a trigger all the same. */
const slips = 0.05;

/** A folder that trains pictures of a class without the subject, as any other folder does. */
export interface ClassExamples {
  readonly concept: Concept;
  /** The class word of the concepts that it is an example of, as they have it. */
  readonly classWord: string;
}

/**
 * Folders whose captions name the class of a concept and not its trigger: they keep the class word general as a regularization set
 * does, without being marked as one (trainers without such a mark have no other way).
 */
export function classExamples(facts: FolderFacts, concepts: ConceptMap): ClassExamples[] {
  const { known } = concepts;
  const others = concepts.all.filter(
    (concept) => !concept.regularization && !isKnown(concept) && concept.captions >= fewest,
  );
  const classes = [...new Set(known.flatMap(({ classWord }) => classWord ?? []))];
  if (others.length === 0 || classes.length === 0) return [];
  const triggers = known.map(({ trigger }) => normalTag(trigger));
  const texts = new Map(others.map(({ folder }) => [folder, [] as string[]]));
  for (const { file, trained } of facts.records()) texts.get(folderOf(file))?.push(` ${plain(trained)} `);
  return others.flatMap((concept) => {
    const said = texts.get(concept.folder) ?? [];
    const holding = (phrases: readonly string[]): number =>
      said.filter((text) => phrases.some((phrase) => text.includes(` ${plain(phrase)} `))).length;
    if (holding(triggers) > said.length * slips) return [];
    const classWord = classes.find((word) => holding(namesOf(word)) >= said.length * naming);
    return classWord === undefined ? [] : [{ concept, classWord }];
  });
}

/** Words apart by one blank, in small letters, without marks. */
const plain = (text: string): string =>
  normalTag(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** A class under its names: "1girl" is a girl. */
function namesOf(classWord: string): string[] {
  const norm = normalTag(classWord);
  return norm.startsWith('1') ? [norm, norm.slice(1)] : [norm, `1${norm}`];
}
