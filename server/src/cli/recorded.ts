import { stateFolder } from '../edges/state-folder.ts';
import type { Dataset } from '../engine/open-dataset.ts';
import { t } from '../ground/l10n.ts';
import { folderRecord } from '../history/folder-record.ts';
import { type DatasetLock, lockName, lockRecord, parseLock } from '../history/lock.ts';
import { makeLock } from '../history/make-lock.ts';
import type { TrainingRecord } from '../history/record.ts';
import { bundledWorker, nodeScanner } from '../images/node-scanner.ts';
import { type ImageLevel, looksAtPixels } from '../images/survey.ts';
import { type Audit, audit } from '../report/audit.ts';
import { nodeWorkspace } from '../workspace/node.ts';
import { reasonText } from '../workspace/reason.ts';
import { FileProblem, reasonOf } from '../workspace/workspace.ts';
import { CannotRun } from './cannot-run.ts';
import { openLora } from './lora-open.ts';
import { absolute, openFolder } from './open.ts';
import type { ProgressLine } from './progress.ts';

/** What can be compared: a LoRA file, a lock, or a folder. */
export type Recorded =
  | { readonly kind: 'lora'; readonly name: string; readonly record: TrainingRecord }
  | { readonly kind: 'lock'; readonly name: string; readonly record: TrainingRecord; readonly lock: DatasetLock }
  | { readonly kind: 'folder'; readonly name: string; readonly dataset: Dataset };

/** Opens what a user named, by what it is. @throws CannotRun */
export async function openRecorded(name: string, line: ProgressLine): Promise<Recorded> {
  const place = absolute(name);
  const stat = await nodeWorkspace.stat(place).catch((error) => {
    if (error instanceof FileProblem && error.reason === 'ENOENT') throw new CannotRun(t('{0} does not exist.', name));
    throw new CannotRun(t('{0} cannot be read ({1}).', name, reasonText(reasonOf(error))));
  });
  if (stat.kind === 'directory') {
    const dataset = await openFolder(name, {
      onProgress: (done, total) => line.update(t('Reading captions'), done, total),
    });
    return { kind: 'folder', name, dataset };
  }
  if (/\.safetensors$/i.test(name)) return { kind: 'lora', name, record: (await openLora(name)).record };
  const lock = await readLock(name);
  return { kind: 'lock', name, lock, record: lockRecord(lock, name) };
}

/** Reads a lock. @throws CannotRun when it is none */
export async function readLock(name: string): Promise<DatasetLock> {
  const bytes = await nodeWorkspace.read(absolute(name)).catch((error) => {
    throw new CannotRun(t('{0} cannot be read ({1}).', name, reasonText(reasonOf(error))));
  });
  const lock = parseLock(new TextDecoder().decode(bytes));
  if (!lock)
    throw new CannotRun(
      t('{0} is neither a LoRA file nor a lock of this version. "tagmetry lock <folder>" makes a {1}.', name, lockName),
    );
  return lock;
}

/** The record of what was opened; a folder's is made now. */
export const recordOf = async (recorded: Recorded): Promise<TrainingRecord> =>
  recorded.kind === 'folder' ? folderRecord(nodeWorkspace, recorded.dataset, recorded.name) : recorded.record;

/** Audits a folder and locks it, in memory. */
export async function lockNow(
  dataset: Dataset,
  name: string,
  images: ImageLevel,
  line: ProgressLine,
): Promise<{ readonly lock: DatasetLock; readonly result: Audit }> {
  const result = await audit(nodeWorkspace, dataset, name, {
    images,
    withFixes: false,
    ...(looksAtPixels(images) && {
      scanPixels: nodeScanner(bundledWorker(), `${stateFolder()}/images`, dataset.root),
    }),
    onProgress: (_, done, total) => line.update(t('Auditing'), done, total),
  });
  const lock = await makeLock(nodeWorkspace, dataset, result, {
    onProgress: (done, total) => line.update(t('Reading images'), done, total),
  });
  line.clear();
  return { lock, result };
}
