import { below, type EvidenceRow, from, images, set } from './define.ts';

/** What speaks for weak-sdxl. */
export const weakSdxl: readonly EvidenceRow[] = [
  images('low-resolution', 'resolution', { low: 0.02, elevated: 0.2, high: 0.5 }, 'map: resolution'),
  below('near-target-share', 'resolution', { low: 0.7, elevated: 0.4, high: 0.1 }, 'map: resolution', 'heuristic'),
  below('training-resolution', 'trained size', { low: 0.75, elevated: 0.5, high: 0.4 }, 'map: resolution', 'heuristic'),
  images('upscaled-image', 'resolution', { low: 0.1, elevated: 0.3, high: 0.6 }, 'map: resolution', 'heuristic'),
  images('extreme-aspect-ratio', 'aspect', { low: 0.02, elevated: 0.2 }, 'map: resolution', 'heuristic'),
  images('heavy-crop', 'aspect', { low: 0.05, elevated: 0.3 }, 'map: resolution', 'heuristic'),
  images('thin-bucket', 'buckets', { low: 0.1, elevated: 0.5 }, 'map: resolution', 'heuristic'),
  images('rotated-by-exif', 'orientation', { low: 0.01, elevated: 0.1 }, 'sd-scripts: library/train_util.py'),
  images('outlier-image', 'outliers', { low: 0.05 }, 'map: resolution', 'heuristic'),
  set('small-max-bucket', 'buckets', { elevated: 1 }, 'sd-scripts: library/model_util.py'),
  from('shared-encoder-rate', 'text encoder', { low: 1 }, 'sd-scripts: docs/train_SDXL-en.md', 'heuristic'),
];
