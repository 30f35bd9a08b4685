import { furtherRuns } from './further-runs.ts';
import { moreRuns } from './more-runs.ts';
import { olderPresets } from './older.ts';
import { testRuns } from './runs.ts';
import { ofSd15 } from './sd15.ts';
import { ofSdxl } from './sdxl.ts';
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
    ...furtherRuns,
  }).map(([name, fields]) => [name, JSON.stringify(fields, null, 2)]),
);
