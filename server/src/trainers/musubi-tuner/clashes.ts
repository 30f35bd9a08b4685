import { t } from '../../ground/l10n.ts';
import { type ConfigPath, findInConfig } from '../documents/document.ts';
import type { PyValue } from '../documents/python-value.ts';
import type { Problems } from '../option-help.ts';
import { paramsOf, sizeOf } from './params.ts';
import type { ResolvedDataset } from './resolve.ts';

/** Options that count with one way of cutting videos only (musubi-tuner dataset/image_video_dataset.py). */
const OF_EXTRACTION: readonly (readonly [option: string, extractions: readonly string[]])[] = [
  ['frame_stride', ['slide']],
  ['frame_sample', ['uniform']],
  ['max_frames', ['full']],
  ['target_frames', ['head', 'chunk', 'slide', 'uniform']],
];

/**
 * What goes against something else in a dataset, does nothing there, or counts for other than it looks.
 * @param at the place of an option, in the dataset or in `[general]`
 */
export function datasetClashes(
  root: PyValue,
  table: ConfigPath,
  { kind, params }: ResolvedDataset,
  at: (key: string) => ConfigPath,
  found: Problems,
): void {
  const isWritten = (key: string): boolean => findInConfig(root, [...table, key]) !== null;
  const idle = (key: string, without: string) => {
    if (isWritten(key)) found.without(at(key), without);
  };
  const { width, height } = sizeOf(params.resolution);
  if (width < 1 || height < 1) found.refused(at('resolution'), t('A side must be at least 1.'));
  const { directory, cacheDirectory, captionExtension } = paramsOf(params);
  if (kind === 'image' && directory !== null && captionExtension !== null && /^\..*\./.test(captionExtension))
    found.refused(
      at('caption_extension'),
      t(
        'Names are compared up to their last dot: with {0} no image has a caption, and nothing trains.',
        captionExtension,
      ),
    );
  // The folder of the cache is read as a pattern.
  if (cacheDirectory !== null && /\[[^\]]+\]/.test(cacheDirectory))
    found.doubtful(
      at('cache_directory'),
      t('Square brackets stand for one of their letters here: the caches are not found, and nothing trains.'),
    );
  if (kind === 'image') {
    if (directory !== null && params.control_directory === null)
      for (const key of ['no_resize_control', 'control_resolution']) idle(key, 'control_directory');
    return;
  }
  if (params.enable_bucket !== true && Number(params.batch_size) > 1)
    found.doubtful(
      at('batch_size'),
      t('Without {0} videos of several sizes share a batch: training stops at the first such one.', 'enable_bucket'),
    );
  const extraction = String(params.frame_extraction);
  const isKnown = OF_EXTRACTION.some(([, extractions]) => extractions.includes(extraction));
  for (const [option, extractions] of isKnown ? OF_EXTRACTION : [])
    if (!extractions.includes(extraction)) idle(option, `frame_extraction = "${extractions[0]}"`);
  const counted = OF_EXTRACTION.find(
    ([, extractions]) => extractions.length === 1 && extractions[0] === extraction,
  )?.[0];
  if (counted !== undefined && typeof params[counted] === 'number' && params[counted] < 1)
    found.least(at(counted), counted);
  const frames = Array.isArray(params.target_frames) ? params.target_frames.map(Number) : [];
  if (extraction !== 'full' && Array.isArray(params.target_frames) && frames.length === 0)
    found.doubtful(at('target_frames'), t('Without a length nothing of this dataset trains.'));
  if (extraction !== 'full' && frames.some((frame) => frame < 1)) found.least(at('target_frames'), 'target_frames');
  const odd = frames.filter((frame) => frame >= 1 && frame % 4 !== 1);
  if (extraction !== 'full' && odd.length > 0)
    found.note(
      at('target_frames'),
      t(
        'Lengths are 4n + 1: {0} counts as {1}.',
        odd.join(', '),
        odd.map((frame) => Math.floor((frame - 1) / 4) * 4 + 1).join(', '),
      ),
    );
  if (extraction !== 'full' && frames.length === 1 && frames[0] === 1 && !isWritten('target_frames'))
    found.add(
      'missing-config-key',
      'info',
      directory === null ? at('video_jsonl_file') : at('video_directory'),
      t('Without {0} only the first frame of each video trains.', 'target_frames'),
    );
  if (extraction === 'uniform' && params.frame_sample === 1)
    found.idle(at('frame_extraction'), t('With {0} 1 this is the head of each video.', 'frame_sample'));
}
