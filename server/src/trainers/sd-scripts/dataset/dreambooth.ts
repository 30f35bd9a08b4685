import type { Steps } from '../../../ground/steps.ts';
import type { TrainerFiles } from '../../files/files.ts';
import { baseName, joinPath, normalizePath } from '../../files/paths.ts';
import { answer, type Outcome, stops } from '../../trainer-error.ts';
import type { ResolvedDataset, ResolvedParams } from '../config/resolve-datasets.ts';
import { type DatasetDraft, type ImageEntry, isOn, numberOf, startDraft, textOf, type Warn } from './builder.ts';
import { captionEnding, readCaption } from './caption-file.ts';
import { listImages } from './images.ts';
import { listLatents, matchLatents, sizeFromLatentName } from './latent-cache.ts';
import { METADATA_CACHE, readMetadataCache } from './metadata-cache.ts';
import { countTags } from './tag-frequency.ts';
import { splitForValidation } from './validation-split.ts';

export interface DreamBoothOptions {
  /** The ending of latent cache names of the script that trains. */
  readonly latentSuffix: string;
  /** The dataset that is trained, or the one kept for validation. */
  readonly part: 'train' | 'validation';
  /**
   * Caches that datasets made before this one would have written by now, by folder. With a validation split the first holds the
   * trained images only, and the validation set is then read from it.
   */
  readonly writtenCaches: Map<string, readonly LoadedImage[]>;
}

export type LoadedImage = Pick<ImageEntry, 'path' | 'caption' | 'captionSource' | 'size' | 'sizeSource'>;

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

function* loadFolder(
  params: ResolvedParams,
  directory: string,
  draft: DatasetDraft,
  files: TrainerFiles,
  options: DreamBoothOptions,
  warn: Warn,
): Steps<Outcome<LoadedImage[]>> {
  if (files.kind(directory) !== 'directory') {
    warn('not-a-folder', directory);
    return answer([]);
  }
  const cachePath = joinPath(directory, METADATA_CACHE);
  const wantsCache = isOn(params, 'cache_info');
  const written = options.writtenCaches.get(normalizePath(directory));
  const hasCache = wantsCache && (written !== undefined || files.kind(cachePath) === 'file');
  if (wantsCache && !hasCache) warn('no-metadata-cache', directory);
  let listed: Outcome<LoadedImage[]>;
  if (written && hasCache) listed = answer(written.map((image) => ({ ...image })));
  else
    listed = hasCache ? readMetadataCache(files, cachePath) : yield* listFolder(files, directory, options.latentSuffix);
  if (listed.error) return listed;

  let images = listed.value;
  const split = numberOf(draft.dataset.params, 'validation_split');
  if (split > 0) {
    const seed = draft.dataset.params.values.validation_seed;
    if (isOn(params, 'is_reg')) images = options.part === 'train' ? images : [];
    else {
      const part = splitForValidation(images, split, seed === null ? null : Number(seed), options.part);
      if (part.error) return part;
      images = part.value;
      if (seed === null) draft.isSplitRandom = true;
    }
  }
  if (!hasCache) {
    const captions = yield* readCaptions(images, params, files, warn);
    if (captions.error) return captions;
    images = captions.value;
  }
  yield* countTags(
    draft.tagFrequency,
    baseName(directory),
    images.map((image) => image.caption),
  );
  const missing = images.filter((image) =>
    hasCache
      ? image.caption === ''
      : image.captionSource.from === 'nothing' || image.captionSource.from === 'class-tokens',
  );
  if (missing.length > 0) warn('captions-missing', directory, missing.length);

  // The first run with cache_info writes the cache, and for that reads every size from the image itself.
  if (wantsCache && !hasCache) {
    for (const image of images) {
      yield;
      const size = files.imageSize(image.path);
      if (size.error) return size;
      image.size = size.value;
      image.sizeSource = 'image';
    }
    options.writtenCaches.set(normalizePath(directory), images);
  }
  return answer(images);
}

function* listFolder(files: TrainerFiles, directory: string, latentSuffix: string): Steps<Outcome<LoadedImage[]>> {
  const paths = listImages(files, directory);
  const latents = matchLatents(paths, listLatents(files, directory, latentSuffix));
  const images: LoadedImage[] = [];
  for (const path of paths) {
    yield;
    const image: LoadedImage = {
      path,
      caption: '',
      captionSource: { from: 'nothing' },
      size: null,
      sizeSource: 'image',
    };
    const latent = latents.get(path);
    if (latent !== undefined) {
      const size = sizeFromLatentName(latent);
      if (size.error) return size;
      image.size = size.value;
      image.sizeSource = 'latent-cache';
    }
    images.push(image);
  }
  return answer(images);
}

function* readCaptions(
  images: LoadedImage[],
  params: ResolvedParams,
  files: TrainerFiles,
  warn: Warn,
): Steps<Outcome<LoadedImage[]>> {
  const extension = captionEnding(textOf(params, 'caption_extension') ?? '');
  const classTokens = textOf(params, 'class_tokens');
  const withCaptions: LoadedImage[] = [];
  for (const image of images) {
    yield;
    const read = readCaption(files, image.path, extension, isOn(params, 'enable_wildcard'));
    if (read.error) return read;
    if (read.value) {
      const { text, path, isFaceFallback } = read.value;
      withCaptions.push({ ...image, caption: text, captionSource: { from: 'file', path, isFaceFallback } });
    } else if (classTokens === null) {
      warn('no-caption', image.path);
      withCaptions.push({ ...image, caption: '', captionSource: { from: 'nothing' } });
    } else withCaptions.push({ ...image, caption: classTokens, captionSource: { from: 'class-tokens' } });
  }
  return answer(withCaptions);
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
