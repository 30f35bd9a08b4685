import os from 'node:os';
import path from 'node:path';
import { type Dataset, openDataset, type SetupOptions } from '../engine/open-dataset.ts';
import { t } from '../ground/l10n.ts';
import { LineIndex } from '../ground/lines.ts';
import type { ProgressListener } from '../ground/progress.ts';
import type { RuleFailureListener } from '../rules/run.ts';
import type { LoadedSidecar } from '../settings/read-sidecar.ts';
import { sidecarName } from '../settings/sidecar-data.ts';
import { TagListStore } from '../settings/tag-lists.ts';
import { nodeWorkspace } from '../workspace/node.ts';
import { reasonText } from '../workspace/reason.ts';
import { openShare } from '../workspace/shares.ts';
import { FileProblem } from '../workspace/workspace.ts';
import { CannotRun } from './cannot-run.ts';
import { say } from './say.ts';

/** An absolute path of what the user named, with "/" between names. */
export function absolute(file: string): string {
  const place = path.resolve(file).split(path.sep).join('/');
  openShare(place);
  return place;
}

export interface OpenFolderOptions extends Pick<SetupOptions, 'over' | 'config'> {
  readonly onRuleFailure?: RuleFailureListener;
  readonly signal?: AbortSignal;
  readonly onProgress?: ProgressListener;
}

/**
 * Opens the dataset folder that a user named. What is wrong in its sidecar or with a tag list is told on standard error; a
 * folder that cannot be read ends the command.
 */
export async function openFolder(name: string, options: OpenFolderOptions = {}): Promise<Dataset> {
  const root = absolute(name);
  try {
    const stat = await nodeWorkspace.stat(root);
    if (stat.kind !== 'directory') throw new CannotRun(t('{0} is a file. Name the dataset folder.', name));
    const dataset = await openDataset(nodeWorkspace, root, {
      ...options,
      keeps: false,
      tagLists: new TagListStore(nodeWorkspace),
      paths: { home: os.homedir(), folder: absolute('.') },
      onTagListProblem(error) {
        if (!(error instanceof FileProblem)) throw error;
        say(t('{0}: the tag list cannot be read ({1}).', error.path, reasonText(error.reason)));
      },
    });
    tellSidecarProblems(dataset.sidecar);
    return dataset;
  } catch (error) {
    if (error instanceof FileProblem && error.reason === 'ENOENT') throw new CannotRun(t('{0} does not exist.', name));
    if (error instanceof FileProblem)
      throw new CannotRun(t('{0} cannot be read ({1}).', error.path, reasonText(error.reason)));
    throw error;
  }
}

/** Tells what is wrong in a sidecar, each fault with its place. */
export function tellSidecarProblems({ text, problems }: LoadedSidecar): void {
  const lines = text === null ? null : new LineIndex(text);
  for (const { range, message } of problems) {
    const place = lines?.position(range.start);
    const where = place ? `:${place.line + 1}:${place.character + 1}` : '';
    say(`${sidecarName}${where}: ${message}`);
  }
}
