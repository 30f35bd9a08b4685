import { baseName, extensionOf, folderOf, isImageName, rootName, withoutExtension } from '../ground/paths.ts';
import { DEFAULT_TRAINER, isImageExtension, type TrainerProfile, trainerProfile } from '../trainers/profiles.ts';
import { parseSubsetName } from '../trainers/subset-name.ts';
import type { IdleReason } from '../trainers/trains.ts';
import type { ListedFolder } from './scan.ts';

/** Names of folders that hold masks or controls of the images of another folder. */
const companionFolder = /^(?:masks?|alpha[_-]?masks?|cond(?:itioning)?(?:[_-]?images?)?|controls?(?:[_-]?images?)?)$/i;

/** What the folders of a dataset say about its images, where no configuration speaks. */
export class FolderLayout {
  /** At least one image lies somewhere. */
  readonly hasImages: boolean;
  readonly #trainer: TrainerProfile;
  readonly #root: string;
  readonly #companions: ReadonlySet<string>;
  /** Folders beside one another of which some are subsets. */
  readonly #withSubsets: ReadonlySet<string>;

  constructor(
    folders: readonly ListedFolder[],
    { root, trainer }: { readonly root: string; readonly trainer?: TrainerProfile | undefined },
  ) {
    this.#root = root;
    this.#trainer = trainer ?? trainerProfile(DEFAULT_TRAINER);
    const images = folders.map(({ folder, files }) => ({
      folder,
      names: files.filter((name) => !name.startsWith('.') && isImageName(name)),
    }));
    const filled = images.filter(({ names }) => names.length > 0);
    this.hasImages = filled.length > 0;
    this.#withSubsets = new Set(
      filled.filter(({ folder }) => this.isSubset(folder)).map(({ folder }) => (folder === '' ? '' : folderOf(folder))),
    );
    this.#companions = companionsOf(filled);
  }

  /** Whether a folder is named as kohya's subsets are; the dataset's own name counts too. */
  isSubset(folder: string): boolean {
    return parseSubsetName(folder === '' ? rootName(this.#root) : baseName(folder)).accepted;
  }

  /** Why an image never trains; null when nothing speaks against it. */
  whyIdle(folder: string, name: string): IdleReason | null {
    const trainer = this.#trainer;
    const extension = extensionOf(name);
    const lower = extension.toLowerCase();
    if (this.#companions.has(folder)) return 'companion';
    if (trainer.ignoredStemEndings.some((ending) => withoutExtension(name).endsWith(ending))) return 'companion';
    if (!isImageExtension(trainer, extension)) {
      // AVIF and JPEG XL are seen where a module for them is installed.
      if (trainer.optionalImageExtensions.includes(lower)) return null;
      return trainer.imageExtensions.includes(lower) ? 'ending-case' : 'ending';
    }
    if (trainer.subfolders !== 'never' || this.isSubset(folder)) return null;
    // A folder below a subset is not read.
    for (let above = folder; above !== ''; ) {
      above = folderOf(above);
      if (above !== '' && this.isSubset(above)) return 'nested';
    }
    const siblings = folder === '' ? '' : folderOf(folder);
    return this.#withSubsets.has(siblings) || (folder === '' && this.#withSubsets.has('')) ? 'not-a-subset' : null;
  }
}

/** Folders of masks or controls: called so, and every image has one of its stem in another folder. */
function companionsOf(folders: readonly { folder: string; names: readonly string[] }[]): Set<string> {
  const stems = (names: readonly string[]): string[] => names.map(withoutExtension);
  const called = folders.filter(({ folder }) => folder !== '' && companionFolder.test(baseName(folder)));
  if (called.length === 0) return new Set();
  const others = new Set(folders.filter((one) => !called.includes(one)).flatMap(({ names }) => stems(names)));
  return new Set(
    called.filter(({ names }) => stems(names).every((stem) => others.has(stem))).map(({ folder }) => folder),
  );
}
