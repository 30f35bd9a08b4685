import type { Steps } from '../../../ground/steps.ts';
import { countTags } from '../../captions/tag-frequency.ts';
import type { PyDictValue, PyEntry, PyValue } from '../../documents/python-value.ts';
import type { TrainerFiles } from '../../files/files.ts';
import { baseName, directoryName, joinPath, splitExtension } from '../../files/paths.ts';
import { answer, type Outcome, stops } from '../../trainer-error.ts';
import type { ResolvedDataset, ResolvedParams } from '../config/resolve-datasets.ts';
import { type DatasetDraft, type ImageEntry, isOn, numberOf, startDraft, textOf, type Warn } from './builder.ts';
import { listLatents, sizeFromLatentName } from './latent-cache.ts';
import { parseJsonText, readText, sizeOf } from './metadata-cache.ts';

/** A dataset whose captions stand in a metadata file (sd-scripts library/train_util.py, FineTuningDataset), up to its buckets. */
export function* draftFineTuning(
  dataset: ResolvedDataset,
  files: TrainerFiles,
  options: { readonly latentSuffix: string },
  warn: Warn,
): Steps<Outcome<DatasetDraft>> {
  const started = startDraft(dataset, warn);
  if (started.error) return started;
  const draft = started.value;
  const used = new Set<string>();
  for (const params of dataset.subsets) {
    const metadataFile = textOf(params, 'metadata_file') ?? '';
    if (numberOf(params, 'num_repeats') < 1) {
      warn('repeats-below-one', metadataFile);
      continue;
    }
    if (used.has(metadataFile)) {
      warn('duplicate-subset', metadataFile);
      continue;
    }
    const metadata = readMetadata(files, metadataFile);
    if (metadata.error) return metadata;
    if (metadata.value.size === 0) {
      warn('empty-metadata', metadataFile);
      continue;
    }
    used.add(metadataFile);
    const added = yield* addImages(draft, params, metadataFile, metadata.value, files, options.latentSuffix);
    if (added.error) return added;
  }
  return answer(draft);
}

type Metadata = Map<string, PyDictValue>;

function readMetadata(files: TrainerFiles, path: string): Outcome<Metadata> {
  if (files.kind(path) === null) return stops('ValueError', 'no metadata');
  const text = readText(files, path);
  if (text.error) return text;
  if (path.endsWith('.jsonl')) return readLines(text.value);
  const json = parseJsonText(text.value);
  if (json.error) return json;
  const root = json.value;
  if (root.type === 'none' || root.type === 'int' || root.type === 'float' || root.type === 'bool') {
    return stops('TypeError', 'the metadata file holds no dictionary');
  }
  if (root.type !== 'dict') {
    const isEmpty = root.type === 'list' ? root.items.length === 0 : root.value === '';
    return isEmpty ? answer(new Map()) : stops('AttributeError', 'the metadata file holds no dictionary');
  }
  const metadata: Metadata = new Map();
  for (const [key, { value }] of root.entries) {
    if (value.type !== 'dict') return stops('TypeError', `the entry of ${key} is no dictionary`);
    metadata.set(key, value);
  }
  return answer(metadata);
}

/** One JSON object per line; a blank line is an error. */
function readLines(text: string): Outcome<Metadata> {
  const lines = text.split(/\r\n|\r|\n/);
  if (lines.at(-1) === '') lines.pop();
  const metadata: Metadata = new Map();
  for (const line of lines) {
    const json = parseJsonText(line);
    if (json.error) return json;
    if (json.value.type !== 'dict') return stops('AttributeError', 'a line holds no dictionary');
    const { entries } = json.value;
    const image = entries.get('image_path')?.value;
    if (image?.type !== 'str') return stops('KeyError', 'image_path');
    const kept = new Map<string, PyEntry>();
    for (const key of ['caption', 'tags', 'image_size']) {
      const entry = entries.get(key);
      if (entry) kept.set(key, entry);
    }
    metadata.set(image.value, { ...json.value, entries: kept });
  }
  return answer(metadata);
}

function* addImages(
  draft: DatasetDraft,
  params: ResolvedParams,
  metadataFile: string,
  metadata: Metadata,
  files: TrainerFiles,
  latentSuffix: string,
): Steps<Outcome<null>> {
  const directory = textOf(params, 'image_dir');
  const paths = new Map<string, string>();
  const folders = new Set<string>(directory === null ? [] : [directory]);
  for (const key of metadata.keys()) {
    if (key.startsWith('/')) {
      paths.set(key, key);
      folders.add(directoryName(key));
    } else if (directory === null) {
      return stops('AssertionError', 'image_dir is required when image paths are relative');
    } else paths.set(key, joinPath(directory, key));
  }
  const latents = [...folders]
    .flatMap((folder) => listLatents(files, folder, latentSuffix))
    .sort((a, b) => baseName(b).length - baseName(a).length);

  const tagLists: string[] = [];
  // Long names first, so that a cache is not claimed by an image whose name it merely begins with.
  for (const key of [...metadata.keys()].sort((a, b) => b.length - a.length)) {
    yield;
    const { entries } = metadata.get(key) as PyDictValue;
    let path = paths.get(key) as string;
    let size = sizeOf(entries.get('image_size')?.value);
    let sizeSource: ImageEntry['sizeSource'] = size ? 'metadata-file' : 'image';
    if (!size) {
      const stem = splitExtension(path)[0];
      const at = latents.findIndex((latent) => latent.startsWith(stem));
      if (at >= 0) {
        path = latents.splice(at, 1)[0] as string;
        const fromName = sizeFromLatentName(path);
        if (fromName.error) return fromName;
        size = fromName.value;
        sizeSource = 'latent-cache';
      }
    }
    const caption = metadataCaption(entries.get('caption')?.value, entries.get('tags')?.value, params, tagLists);
    if (caption.error) return caption;
    draft.images.set(key, {
      path,
      caption: caption.value,
      captionSource: { from: 'metadata-file', path: metadataFile },
      repeats: numberOf(params, 'num_repeats'),
      isReg: false,
      size,
      sizeSource,
      subset: draft.subsets.length,
    });
  }
  draft.trainSamples += metadata.size * numberOf(params, 'num_repeats');
  yield* countTags(draft.tagFrequency, baseName(metadataFile), tagLists);
  draft.subsets.push({
    directory,
    metadataFile,
    repeats: numberOf(params, 'num_repeats'),
    imageCount: metadata.size,
    isReg: false,
    classTokens: null,
    captionExtension: null,
    params,
  });
  return answer(null);
}

/**
 * Caption and tags of a metadata entry as one text. With wildcards the tags follow each line of the caption, so an empty caption
 * loses them.
 */
function metadataCaption(
  caption: PyValue | undefined,
  tags: PyValue | undefined,
  params: ResolvedParams,
  tagLists: string[],
): Outcome<string> {
  const text = (value: PyValue | undefined) => (value === undefined || value.type === 'none' ? null : value);
  const captionValue = text(caption);
  const tagValue = text(tags);
  if ((captionValue && captionValue.type !== 'str') || (tagValue && tagValue.type !== 'str')) {
    return stops('AttributeError', 'caption and tags must be texts');
  }
  const separator = textOf(params, 'caption_separator') ?? ',';
  const captionText = captionValue?.type === 'str' ? captionValue.value : '';
  const tagText = tagValue?.type === 'str' ? tagValue.value : null;
  if (isOn(params, 'enable_wildcard')) {
    if (tagText === null) return answer(captionText);
    const oneLine = tagText.replaceAll('\n', separator);
    tagLists.push(oneLine);
    const lines = captionText.split('\n').filter((line) => line.trim() !== '');
    return answer(lines.map((line) => line + separator + oneLine).join('\n'));
  }
  if (tagText === null || tagText === '') return answer(captionText);
  tagLists.push(tagText);
  return answer(captionText === '' ? tagText : captionText + separator + tagText);
}
