import type { Steps } from '../../../ground/steps.ts';
import type { TrainerFiles } from '../../files/files.ts';
import { baseName } from '../../files/paths.ts';
import { answer, type Outcome, stops } from '../../trainer-error.ts';
import type { ResolvedDataset, ResolvedParams } from '../config/resolve-datasets.ts';
import { type DatasetDraft, type ImageEntry, isOn, numberOf, startDraft, textOf, type Warn } from './builder.ts';
import { captionEnding } from './caption-file.ts';
import { type DreamBoothOptions, type LoadedImage, loadFolder } from './dreambooth-folder.ts';
import { listImages } from './images.ts';

/** A dataset of folders with caption files (sd-scripts library/train_util.py, DreamBoothDataset), up to its buckets. */
export function* draftDreamBooth(
  dataset: ResolvedDataset,
  files: TrainerFiles,
  options: DreamBoothOptions,
  warn: Warn,
): Steps<Outcome<DatasetDraft>> {
  const started = startDraft(dataset, warn);
  if (started.error) return started;
  const draft = started.value;
  const used = new Set<string>();
  const regularization: ImageEntry[] = [];
  for (const params of dataset.subsets) {
    const directory = textOf(params, 'image_dir') ?? '';
    const repeats = options.part === 'train' ? numberOf(params, 'num_repeats') : 1;
    if (repeats < 1) {
      warn('repeats-below-one', directory);
      continue;
    }
    // Compared as written: `dir` and `dir/` are two subsets with the same images.
    if (used.has(directory)) {
      warn('duplicate-subset', directory);
      continue;
    }
    const listed = yield* loadFolder(params, directory, draft, files, options, warn);
    if (listed.error) return listed;
    const loaded = yield* withoutSmall(listed.value, dataset.params, directory, files, warn);
    if (loaded.error) return loaded;
    if (loaded.value.length === 0) {
      warn('no-images', directory);
      continue;
    }
    used.add(directory);
    const isReg = isOn(params, 'is_reg');
    const count = repeats * loaded.value.length;
    if (isReg) draft.regSamples += count;
    else draft.trainSamples += count;
    for (const image of loaded.value) {
      yield;
      const entry: ImageEntry = { ...image, repeats, isReg, subset: draft.subsets.length };
      if (isReg) regularization.push(entry);
      else draft.images.set(entry.path, entry);
    }
    draft.subsets.push({
      directory,
      metadataFile: null,
      repeats: numberOf(params, 'num_repeats'),
      imageCount: loaded.value.length,
      isReg,
      classTokens: textOf(params, 'class_tokens'),
      captionExtension: captionEnding(textOf(params, 'caption_extension') ?? ''),
      params,
    });
  }
  if (draft.trainSamples < draft.regSamples) warn('surplus-regularization');
  if (draft.regSamples === 0) warn('no-regularization');
  else levelRegularization(draft.images, regularization, draft.trainSamples);
  return answer(draft);
}

/** Without the images that `skip_image_resolution` leaves out: those with no more pixels. Read in its documentation, not run. */
function* withoutSmall(
  images: LoadedImage[],
  dataset: ResolvedParams,
  directory: string,
  files: TrainerFiles,
  warn: Warn,
): Steps<Outcome<LoadedImage[]>> {
  const least = dataset.values.skip_image_resolution;
  if (!Array.isArray(least)) return answer(images);
  const kept: LoadedImage[] = [];
  for (const image of images) {
    yield;
    const size = image.size ? answer(image.size) : files.imageSize(image.path);
    if (size.error) return size;
    if (size.value.width * size.value.height > Number(least[0]) * Number(least[1])) kept.push(image);
  }
  if (kept.length < images.length) warn('small-images-skipped', directory, images.length - kept.length);
  return answer(kept);
}

/**
 * Takes regularization images in order until their uses reach those of the training images; when they run out, one more use each in
 * turn. What is left over is never trained.
 */
export function levelRegularization(
  images: Map<string, ImageEntry>,
  regularization: ImageEntry[],
  target: number,
): void {
  let uses = 0;
  for (const entry of regularization) {
    if (uses >= target) return;
    images.set(entry.path, entry);
    uses += entry.repeats;
  }
  const missing = target - uses;
  if (missing <= 0 || regularization.length === 0) return;
  const [each, extra] = [Math.floor(missing / regularization.length), missing % regularization.length];
  regularization.forEach((entry, i) => {
    entry.repeats += each + (i < extra ? 1 : 0);
  });
}

/** Checks what `masked_loss` adds to a dataset of folders: a conditioning image for every image, and no others. */
export function checkConditioning(draft: DatasetDraft, files: TrainerFiles): Outcome<DatasetDraft> {
  if (draft.dataset.subsets.some((params) => isOn(params, 'random_crop'))) {
    return stops('AssertionError', 'random_crop is not supported with conditioning images');
  }
  for (const [index, subset] of draft.subsets.entries()) {
    const directory = textOf(subset.params, 'conditioning_data_dir') ?? '';
    if (files.kind(directory) !== 'directory') continue;
    const stem = (path: string) => baseName(path).replace(/\.[^.]*$/, '');
    const conditioning = new Set(listImages(files, directory).map(stem));
    const own = new Set(
      [...draft.images.values()].filter((image) => image.subset === index).map((image) => stem(image.path)),
    );
    if ([...own].some((name) => !conditioning.has(name))) return stops('AssertionError', 'missing conditioning images');
    if ([...conditioning].some((name) => !own.has(name))) return stops('AssertionError', 'extra conditioning images');
  }
  return answer(draft);
}
