import assert from 'node:assert/strict';
import { type Dataset, openDataset } from '../../server/src/engine/open-dataset.ts';
import type { SettingsLayer } from '../../server/src/settings/settings.ts';
import { TagListStore } from '../../server/src/settings/tag-lists.ts';
import type { Workspace } from '../../server/src/workspace/workspace.ts';

/** Opens a dataset as the product does, with flags laid over what its files say. A rule that throws fails the test. */
export function open(workspace: Workspace, root: string, flags: SettingsLayer = {}): Promise<Dataset> {
  return openDataset(workspace, root, {
    over: [flags],
    tagLists: new TagListStore(workspace),
    paths: { home: '/home', folder: root },
    onTagListProblem: (error) => assert.fail(String(error)),
    onRuleFailure: (rule, file, error) => assert.fail(`${rule} threw on ${file}: ${(error as Error).stack}`),
  });
}
