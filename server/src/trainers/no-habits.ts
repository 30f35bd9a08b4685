import type { CaptionHabits } from './trainer.ts';

/** What a file says for captions that says nothing of them: whoever reads one adds what it does say. */
export const noHabits: CaptionHabits = {
  folders: [],
  captionExtension: null,
  separator: null,
  shuffle: false,
  keepTags: null,
  tagDropoutRate: null,
  dropoutRate: null,
  trigger: null,
  regularization: false,
  resolution: null,
  batchSize: null,
  repeats: null,
  buckets: null,
  family: null,
  familyKey: null,
};
