import type { Steps } from '../../../ground/steps.ts';
import { countTags } from '../../captions/tag-frequency.ts';
import type { TrainerFiles } from '../../files/files.ts';
import { baseName, joinPath, normalizePath } from '../../files/paths.ts';
import { answer, type Outcome } from '../../trainer-error.ts';
import type { ResolvedParams } from '../config/resolve-datasets.ts';
import { type DatasetDraft, type ImageEntry, isOn, numberOf, textOf, type Warn } from './builder.ts';
import { captionEnding, readCaption } from './caption-file.ts';
import { listImages } from './images.ts';
import { listLatents, matchLatents, sizeFromLatentName } from './latent-cache.ts';
import { METADATA_CACHE, readMetadataCache } from './metadata-cache.ts';
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

/** The images of one folder with their captions, or what its cache says of them (DreamBoothDataset.load_dreambooth_dir). */
export function* loadFolder(
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
