import { isTerminal } from '../edges/terminal.ts';
import { t } from '../ground/l10n.ts';
import { writeComparison } from '../history/compare-text.ts';
import { type DatasetDiff, diffLocks, diffRecords, hasChanges, type LockedSide } from '../history/dataset-diff.ts';
import { lockName } from '../history/lock.ts';
import { putLock } from '../history/make-lock.ts';
import type { ImageLevel } from '../images/survey.ts';
import { nodeWorkspace } from '../workspace/node.ts';
import { reasonText } from '../workspace/reason.ts';
import { FileProblem } from '../workspace/workspace.ts';
import { CannotRun } from './cannot-run.ts';
import { absolute, openFolder } from './open.ts';
import { print } from './print.ts';
import { ProgressLine } from './progress.ts';
import { lockNow, openRecorded, type Recorded, recordOf } from './recorded.ts';
import { say } from './say.ts';

interface LockFlags {
  output?: string;
  images: ImageLevel;
  progress: boolean;
}

/** `tagmetry lock <folder>`. */
export async function runLock(folder: string, { output, images, progress }: LockFlags): Promise<void> {
  const line = new ProgressLine(progress);
  const dataset = await openFolder(folder, {
    onProgress: (done, total) => line.update(t('Reading captions'), done, total),
  });
  const { lock } = await lockNow(dataset, folder, images, line);
  const path = output === undefined ? `${dataset.root}/${lockName}` : absolute(output);
  try {
    const isNew = await putLock(nodeWorkspace, path, lock);
    say(
      isNew
        ? t('{0}: {1} images are locked.', output ?? `${folder}/${lockName}`, lock.images.length)
        : t('{0}: nothing has changed.', output ?? `${folder}/${lockName}`),
    );
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error;
    throw new CannotRun(
      error.reason === 'EEXIST'
        ? t('{0} is there and is no lock of this tool. Name another file with --output.', error.path)
        : t('{0} cannot be written ({1}).', error.path, reasonText(error.reason)),
    );
  }
}

interface DiffFlags {
  json?: boolean;
  all?: boolean;
  progress: boolean;
}

/** `tagmetry diff <before> [after]`. Exit code: 0 nothing changed, 1 something did. */
export async function runDiff(before: string, after: string | undefined, flags: DiffFlags): Promise<void> {
  const line = new ProgressLine(flags.progress);
  const [from, to] = await sidesOf(before, after, line);
  const diff = await diffOf(from, to, line);
  line.clear();
  const options = { colour: isTerminal(1), all: flags.all ?? false };
  print(
    flags.json
      ? `${JSON.stringify(diff, null, 2)}
`
      : writeComparison(diff, options),
  );
  process.exitCode = hasChanges(diff) ? 1 : 0;
}

/** One name: a folder is compared with the lock in it, a lock with the folder it lies in. */
async function sidesOf(before: string, after: string | undefined, line: ProgressLine): Promise<[Recorded, Recorded]> {
  const first = await openRecorded(before, line);
  if (after !== undefined) return [first, await openRecorded(after, line)];
  if (first.kind === 'folder') return [await openRecorded(`${before}/${lockName}`, line), first];
  if (first.kind === 'lora')
    throw new CannotRun(t('Name what {0} is compared with: a folder, a lock or a LoRA file.', before));
  const place = absolute(before);
  return [first, await openRecorded(place.slice(0, place.lastIndexOf('/')) || '/', line)];
}

async function diffOf(from: Recorded, to: Recorded, line: ProgressLine): Promise<DatasetDiff> {
  if (from.kind === 'lora' || to.kind === 'lora') return diffRecords(await recordOf(from), await recordOf(to));
  // Risks are judged as they were when the lock was made.
  const level = from.kind === 'lock' ? from.lock.imageLevel : to.kind === 'lock' ? to.lock.imageLevel : 'headers';
  const locked = async (side: Exclude<Recorded, { kind: 'lora' }>): Promise<LockedSide> =>
    side.kind === 'lock' ? side : { ...side, lock: (await lockNow(side.dataset, side.name, level, line)).lock };
  return diffLocks(await locked(from), await locked(to));
}
