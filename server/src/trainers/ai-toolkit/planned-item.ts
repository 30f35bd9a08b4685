import { NONE } from '../documents/python-value.ts';
import type { Picture, TrainerFiles } from '../files/files.ts';
import type { PixelSize } from '../pixel-size.ts';
import { isTrue } from '../python/truth.ts';
import { answer } from '../trainer-error.ts';
import type { Architecture } from './architectures.ts';
import { numeric, type Placement } from './buckets.ts';
import { captionText } from './caption.ts';
import { captionPathOf, readCaptionFile } from './caption-options.ts';
import { type ListedFile, pairedFile } from './listing.ts';
import type { PlannedItem } from './plan-types.ts';
import type { Values } from './resolve.ts';

/** Size of a file as buckets see it; null: left out with a printed line. */
export function openFile(file: ListedFile, values: Values, architecture: Architecture, files: TrainerFiles) {
  if (file.isVideo) {
    const clip = files.clip(file.path);
    if (clip.error || (clip.value && clip.value.frames === 0)) return null;
    if (clip.value === null) return files.kind(file.path) === 'file' && isEmpty(files, file.path) ? null : unknownClip;
    const { width, height, frames, fps } = clip.value;
    return { size: { width, height }, picture: null, frames: frameCount(frames, fps ?? 1, values, architecture) };
  }
  const picture = files.picture(file.path);
  if (picture.error || picture.value.truncated) return null;
  const { width, height, orientation } = picture.value;
  const isTurned = orientation >= 5 && !isTrue(values.get('fast_image_size'));
  return {
    size: isTurned ? { width: height, height: width } : { width, height },
    picture: picture.value,
    frames: null,
  };
}

/** A video nobody looked into. */
const unknownClip = { size: { width: 0, height: 0 }, picture: null, frames: null };

function isEmpty(files: TrainerFiles, path: string): boolean {
  return (files.read(path)?.length ?? 0) === 0;
}

/** Frames taken of a video: as many as asked for, or those of its length at `fps`, on the step of the model. */
function frameCount(frames: number, rate: number, values: Values, { frameStep }: Architecture): number {
  if (!isTrue(values.get('auto_frame_count'))) return numeric(values.get('num_frames')) ?? 1;
  const wanted = Math.trunc((frames / rate) * (numeric(values.get('fps')) ?? 24));
  const steps = (wanted - 1) / frameStep;
  const round = isTrue(values.get('trim_auto_frame_count_tail')) ? Math.floor : Math.round;
  return round(steps) * frameStep + 1;
}

/** A file with its size as an item: its caption and what belongs to it. */
export function itemOf(
  {
    file,
    size,
    picture,
    frames,
  }: { file: ListedFile; size: PixelSize; picture: Picture | null; frames: number | null },
  placement: Placement | null,
  values: Values,
  files: TrainerFiles,
): PlannedItem {
  const folder = (name: string): string | null => {
    const value = values.get(name);
    return value?.type === 'str' ? value.value : null;
  };
  const paired = (name: string, endings?: readonly string[]): string | null => {
    const place = folder(name);
    return place === null ? null : pairedFile(files, file.path, place, endings);
  };
  const usesAlpha = isTrue(values.get('alpha_mask'));
  const caption = captionOf(file, values, files);
  return {
    path: file.path,
    isVideo: file.isVideo,
    size,
    placement,
    flipX: false,
    flipY: false,
    frames,
    ...caption,
    mask: usesAlpha ? file.path : paired('mask_path'),
    controls: controlFolders(values).flatMap((place) => pairedFile(files, file.path, place) ?? []),
    inpaint: paired('inpaint_path', ['.png', '.webp']),
    unconditional: paired('unconditional_path'),
    loadError: usesAlpha && picture?.hasAlpha === false ? 'ValueError' : null,
  };
}

function controlFolders(values: Values): string[] {
  const value = values.get('control_path');
  const paths = value?.type === 'list' ? value.items : value ? [value] : [];
  return paths.flatMap((path) => (path.type === 'str' && path.value !== '' ? [path.value] : []));
}

/** The caption of an image before anything random, and where it comes from. */
function captionOf(
  file: ListedFile,
  values: Values,
  files: TrainerFiles,
): Pick<PlannedItem, 'caption' | 'captionFrom'> {
  if (file.caption !== null) return { caption: answer(file.caption), captionFrom: 'json' };
  const read = readCaptionFile(files, file.path, values.get('caption_ext') ?? NONE);
  if (read.error) return { caption: read, captionFrom: 'file' };
  const fallback = values.get('default_caption') ?? NONE;
  const caption = captionText(read.value, fallback);
  if (read.value !== null && caption.value === read.value) return { caption, captionFrom: 'file' };
  return { caption, captionFrom: fallback.type === 'none' ? 'nothing' : 'default' };
}

/** The caption file an image is looked for; null where the option is no text. */
export function captionFileOf(item: Pick<PlannedItem, 'path'>, values: Values): string | null {
  return captionPathOf(item.path, values.get('caption_ext') ?? NONE).value;
}
