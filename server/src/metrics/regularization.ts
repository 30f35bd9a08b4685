import type { ConceptMap } from '../concepts/concept-map.ts';
import type { FolderFacts } from '../facts/facts.ts';
import type { CaptionRecord } from '../facts/record.ts';
import { folderOf } from '../ground/paths.ts';
import { categorySet } from '../tags/categories.ts';
import { isClassWord } from '../tags/trigger-words.ts';
import { categoriesIn } from './subject.ts';
import { finishInBreaths, type Tally, tallied } from './tally.ts';

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
const classOnly = categorySet('subject', 'style', 'quality');
/** Tags a caption that names the class only has at the most. */
const mostTags = 3;

/** Counts regularization captions that are as simple as DreamBooth's "a [class noun]"; null without such a set. */
export function regularizationCaptions(facts: FolderFacts, concepts: ConceptMap): RegularizationCaptions | null {
  const sets = concepts.all.filter(({ regularization }) => regularization);
  const images = sets.reduce((sum, set) => sum + Math.max(set.images, set.captions), 0);
  if (images === 0) return null;
  const folders = sets.map(({ folder }) => folder);
  const { captioned, plain } = tallied(...plainArgs(facts, folders));
  const files = [...plain].sort(([a], [b]) => a - b).map(([, file]) => file);
  return { images, plain: files.length + Math.max(0, images - captioned), files, folders };
}

/** Counts what {@link regularizationCaptions} counts in steps; see {@link finishInBreaths}. */
export function* regularizationSteps(facts: FolderFacts, concepts: ConceptMap): Iterable<void> {
  const sets = concepts.all.filter(({ regularization }) => regularization);
  if (sets.length > 0)
    yield* finishInBreaths(
      ...plainArgs(
        facts,
        sets.map(({ folder }) => folder),
      ),
    );
}

/** What may stand before a class word. */
const before = /^(?:(?:a |the )?(?:photo|photograph|picture|image) of )?(?:an? |the )?/;

interface PlainShare {
  readonly id: number;
  readonly file: string;
  readonly isPlain: boolean;
}

/** The captions of the set, and those that name the class only. */
class PlainTally implements Tally<PlainShare> {
  /** Files by the numbers of their captions. */
  readonly plain = new Map<number, string>();
  captioned = 0;
  readonly #facts: FolderFacts;
  readonly #folders: ReadonlySet<string>;

  constructor(facts: FolderFacts, folders: readonly string[]) {
    this.#facts = facts;
    this.#folders = new Set(folders);
  }

  shareOf(record: CaptionRecord): PlainShare | null {
    if (!this.#folders.has(folderOf(record.file))) return null;
    const speaks = (categoriesIn(this.#facts, record) & ~classOnly) !== 0 && !this.#isClass(record);
    return { id: record.id, file: record.file, isPlain: !speaks && record.norms.length <= mostTags };
  }

  /** Whether a caption is a class word and nothing else, also of a place or a garment: "a photo of a castle". */
  #isClass({ norms }: CaptionRecord): boolean {
    const [norm] = norms;
    return (
      norms.length === 1 && norm !== undefined && isClassWord(this.#facts.vocabulary.norm(norm).replace(before, ''))
    );
  }

  add({ id, file, isPlain }: PlainShare, by: 1 | -1): void {
    this.captioned += by;
    if (!isPlain) return;
    if (by > 0) this.plain.set(id, file);
    else this.plain.delete(id);
  }
}

const plainArgs = (facts: FolderFacts, folders: readonly string[]) =>
  [facts, 'plain', JSON.stringify(folders), () => new PlainTally(facts, folders)] as const;
