import { dreamboothRuns } from './dreambooth-runs.ts';
import { moreRuns } from './more-runs.ts';
import { networkRuns } from './network-runs.ts';
import { olderPresets } from './older.ts';
import { testRuns } from './runs.ts';
import { ofSd15 } from './sd15.ts';
import { ofSdxl } from './sdxl.ts';
import { sharedPresets } from './shared-presets.ts';
import { ofWholeModels } from './whole.ts';

/** The texts of the presets, by name. */
export const kohyaPresets: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...ofSdxl,
    ...ofSd15,
    ...ofWholeModels,
    ...olderPresets,
    ...testRuns,
    ...moreRuns,
    ...networkRuns,
    ...dreamboothRuns,
    ...sharedPresets,
  }).map(([name, fields]) => [name, JSON.stringify(fields, null, 2)]),
);
