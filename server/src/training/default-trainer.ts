// The one door to what the default trainer has beyond the interface of trainers: its configurations have rules of their own, its folders train by
// their names, and its plan has more to say than the common form. Everybody above takes it from here.

export { captionOptionsOf } from '../trainers/sd-scripts/config/caption-params.ts';
export {
  type ConfigSources,
  type ResolvedConfig,
  resolveConfig,
  resolveUserConfig,
  type TrainerArguments,
} from '../trainers/sd-scripts/config/resolve.ts';
export type { ResolvedDataset, ResolvedParams } from '../trainers/sd-scripts/config/resolve-datasets.ts';
export { withoutRefused } from '../trainers/sd-scripts/config/without-refused.ts';
export { bucketSettings } from '../trainers/sd-scripts/dataset/builder.ts';
export { captionEnding } from '../trainers/sd-scripts/dataset/caption-file.ts';
export { folderModeConfig } from '../trainers/sd-scripts/dataset/folder-mode.ts';
export { planResolved } from '../trainers/sd-scripts/dataset/plan.ts';
export type {
  DatasetPlan,
  PlannedDataset,
  PlannedImage,
  PlannedSubset,
  PlanWarning,
} from '../trainers/sd-scripts/dataset/plan-types.ts';
export {
  type BucketReport,
  type CropReport,
  type DatasetReport,
  type PlanReport,
  planReport,
  type SubsetReport,
  type TokensCut,
} from '../trainers/sd-scripts/dataset/report.ts';
export type { UnreadReason } from '../trainers/sd-scripts/dataset/unused-files.ts';
export { LATENT_KINDS } from '../trainers/sd-scripts/latent-kinds.ts';
export { lateStop, trainsNetwork } from '../trainers/sd-scripts/stops.ts';
