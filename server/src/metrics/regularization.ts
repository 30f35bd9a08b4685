import type { ConceptMap } from '../concepts/concepts.ts';
import type { FolderFacts } from '../facts/facts.ts';
import { folderOf } from '../ground/paths.ts';
import { categoriesIn } from './subject.ts';

/** How the captions of the regularization set describe it. */
export interface RegularizationCaptions {
  /** Images of the set; those without a caption train the class word. */
  readonly images: number;
  /** Images whose caption names the class and nothing of place, clothes or pose. */
  readonly plain: number;
  /** The captions of `plain`, where there is one. */
  readonly files: readonly string[];
  /** Folders of the set. */
  readonly folders: readonly string[];
}

/** Words that name the class, or the kind of picture, and nothing that varies. */
const classOnly: ReadonlySet<string> = new Set(['subject', 'style', 'quality']);
/** Tags a caption that names the class only has at the most. */
const mostTags = 3;

/** Counts regularization captions that are as simple as DreamBooth's "a [class noun]"; null without such a set. */
export function regularizationCaptions(facts: FolderFacts, concepts: ConceptMap): RegularizationCaptions | null {
  const sets = concepts.all.filter(({ regularization }) => regularization);
  const images = sets.reduce((sum, set) => sum + Math.max(set.images, set.captions), 0);
  if (images === 0) return null;
  const folders = new Set(sets.map(({ folder }) => folder));
  const files: string[] = [];
  let captioned = 0;
  for (const record of facts.records()) {
    if (!folders.has(folderOf(record.file))) continue;
    captioned++;
    const speaks = [...categoriesIn(facts, record)].some((category) => !classOnly.has(category));
    if (!speaks && record.norms.length <= mostTags) files.push(record.file);
  }
  return { images, plain: files.length + Math.max(0, images - captioned), files, folders: [...folders] };
}
