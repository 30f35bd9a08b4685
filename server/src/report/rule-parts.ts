import type { Part, RuleFacts } from '../advice/facts.ts';
import type { DatasetIndex } from '../dataset/index.ts';
import { eachInSteps, type Steps } from '../ground/steps.ts';
import { subjectTags } from '../metrics/subject.ts';

type Parts = Pick<RuleFacts, 'captions' | 'images' | 'allImages'>;

/** A part of a whole in the making: files that are named count once, whether they are of the whole or not. */
class Share implements Part {
  readonly files: string[] = [];
  of: number;

  constructor(whole: number) {
    this.of = whole;
  }

  /** @param isOfWhole whether the whole counts the file already */
  take(file: string, isOfWhole: boolean): void {
    this.files.push(file);
    if (!isOfWhole) this.of++;
  }
}

/** Sorts the files that rules name into those that shares are taken of; made once for all rules of a report. */
export class RuleParts {
  readonly #index: DatasetIndex;
  readonly #isOther: (file: string) => boolean;
  readonly #subjectImages: number;

  /** @param isOther whether a file is of a regularization set */
  constructor(index: DatasetIndex, isOther: (file: string) => boolean) {
    this.#index = index;
    this.#isOther = isOther;
    let others = 0;
    for (const { file } of index.images) if (isOther(file)) others++;
    this.#subjectImages = index.imageCount - others;
  }

  /**
   * The parts of some files, each given once: captions with text, and images, beside those that are named and have or are none.
   * @param ofDuplicates the files are images that are one picture with others
   */
  *of(files: readonly string[], ofDuplicates = false): Steps<Parts> {
    const { facts, concepts, imageCount, duplicates } = this.#index;
    // What a regularization set repeats of the subject is no second time of the subject.
    const isAlone = (file: string): boolean =>
      ofDuplicates && (duplicates?.clusterOf(file)?.files.filter((one) => !this.#isOther(one)).length ?? 2) < 2;
    const captions = new Share(subjectTags(facts, concepts).captions);
    const images = new Share(this.#subjectImages);
    const allImages = new Share(imageCount);
    yield* eachInSteps(files, (file) => {
      const isOther = this.#isOther(file);
      if (this.#index.caption(file)) {
        if (!isOther) captions.take(file, (this.#index.record(file)?.trained ?? '') !== '');
        return;
      }
      const trains = this.#index.image(file) !== undefined;
      if (!trains && this.#index.idleOf(file)?.kind !== 'image') return;
      allImages.take(file, trains);
      if (!isOther && !isAlone(file)) images.take(file, trains);
    });
    return { captions, images, allImages };
  }
}
