import os from 'node:os';
import { ResponseError } from 'vscode-languageserver';
import { stateFolder } from '../../edges/state-folder.ts';
import { type Dataset, openDataset } from '../../engine/open-dataset.ts';
import { t } from '../../ground/l10n.ts';
import { compareInBreaths } from '../../history/compare.ts';
import { diffLocks } from '../../history/dataset-diff.ts';
import { folderRecord } from '../../history/folder-record.ts';
import { type DatasetLock, lockName, parseLock } from '../../history/lock.ts';
import { type KnownContents, makeLock, putLock } from '../../history/make-lock.ts';
import { stampOf } from '../../history/stamp.ts';
import { bundledWorker, nodeScanner } from '../../images/node-scanner.ts';
import { type ImageLevel, looksAtPixels } from '../../images/survey.ts';
import { audit } from '../../report/audit.ts';
import { TagListStore } from '../../settings/tag-lists.ts';
import { reasonText } from '../../workspace/reason.ts';
import { FileProblem, reasonOf } from '../../workspace/workspace.ts';
import { inSections } from '../compared.ts';
import type { OpenDataset } from '../dataset-loader.ts';
import type { Feature, ServerHost } from '../host.ts';
import { deeper } from '../image-scans.ts';
import * as protocol from '../protocol.ts';
import { filePath, isLoraPath, lockIn, loraAt, nameOf } from '../recorded-files.ts';
import { signalOf } from '../signal.ts';
import { requestFailed } from '../writing.ts';

/** What a dataset was when it was locked, and what changed since. Locks are of the files: what editors did not save is not in them. */
export const historyFeature: Feature = {
  start(host) {
    const { connection, datasets } = host;
    const contents = new WeakMap<OpenDataset, KnownContents>();
    const lockNow = async (dataset: OpenDataset, level: ImageLevel, signal: AbortSignal): Promise<LockedNow> => {
      const known = contents.get(dataset) ?? new Map();
      contents.set(dataset, known);
      return lockOf(host, dataset, level, known, signal);
    };
    /** A lock against the dataset as its files are. Risks are judged as far into the images as when the lock was made. */
    const sinceLockOf = async (dataset: OpenDataset, name: string, lock: DatasetLock, signal: AbortSignal) => {
      const { lock: now, stamp } = await lockNow(dataset, lock.imageLevel, signal);
      const folder = { kind: 'folder', name: nameOf(dataset.root), lock: now } as const;
      return { ...inSections(await diffLocks({ kind: 'lock', name, lock }, folder, signal)), stamp };
    };
    connection.onRequest(protocol.lockState, async ({ uri }) => {
      return stateOf(host, await datasets.of(uri));
    });
    connection.onRequest(protocol.sinceLock, async ({ uri }, cancel) => {
      const dataset = await datasets.of(uri);
      const found = await lockAt(host, dataset.root);
      if (!found) throw new ResponseError(requestFailed, t('There is no lock in this folder.'));
      const { lock } = found;
      if (!lock) throw new ResponseError(requestFailed, t('{0} is no lock of this version.', lockName));
      return sinceLockOf(dataset, lockName, lock, signalOf(cancel));
    });
    connection.onRequest(protocol.compareDataset, async ({ uri, other }, cancel) => {
      const dataset = await datasets.of(uri);
      const path = filePath(other);
      const signal = signalOf(cancel);
      if (!isLoraPath(path)) return sinceLockOf(dataset, nameOf(path), await lockIn(host.userFiles, path), signal);
      const { record } = await loraAt(host.userFiles, path);
      const files = await onDisk(host, dataset, signal);
      const stamp = await stampOf(files.index, signal);
      const now = await folderRecord(host.workspace, files, nameOf(dataset.root), signal);
      return { ...inSections(await compareInBreaths(record, now, signal)), stamp };
    });
    connection.onRequest(protocol.lockDataset, async ({ uri, replace }, cancel) => {
      const dataset = await datasets.of(uri);
      const { root } = dataset;
      const path = `${root}/${lockName}`;
      if (!replace && (await lockAt(host, root)))
        throw new ResponseError(requestFailed, t('{0} is there already.', lockName));
      const { imageScan } = dataset.settings.editor;
      const level = imageScan === 'off' ? 'off' : deeper(imageScan, 'standard');
      const { lock } = await lockNow(dataset, level, signalOf(cancel));
      try {
        await putLock(host.workspace, path, lock);
      } catch (error) {
        if (!(error instanceof FileProblem)) throw error;
        throw new ResponseError(
          requestFailed,
          error.reason === 'EEXIST'
            ? t('{0} is there and is no lock of this tool.', lockName)
            : t('{0} cannot be written ({1}).', lockName, reasonText(error.reason)),
        );
      }
      host.changed(root);
      return stateOf(host, dataset);
    });
  },
};

interface FoundLock {
  /** Null: something else. */
  readonly lock: DatasetLock | null;
  readonly mtimeMs: number;
}

/** What lies under the name of the lock in a folder; null when nothing does. */
async function lockAt({ workspace }: ServerHost, root: string): Promise<FoundLock | null> {
  const path = `${root}/${lockName}`;
  try {
    const { kind, mtimeMs } = await workspace.stat(path);
    if (kind !== 'file') return { lock: null, mtimeMs };
    return { lock: parseLock(new TextDecoder().decode(await workspace.read(path))), mtimeMs };
  } catch (error) {
    if (reasonOf(error) === 'ENOENT') return null;
    if (!(error instanceof FileProblem)) throw error;
    throw new ResponseError(requestFailed, t('{0} cannot be read ({1}).', lockName, reasonText(error.reason)));
  }
}

async function stateOf(host: ServerHost, { root, index }: OpenDataset): Promise<protocol.LockState> {
  const found = await lockAt(host, root);
  const lock = found?.lock;
  return {
    stamp: await stampOf(index),
    name: lockName,
    isThere: found !== null,
    lock: lock
      ? { made: new Date(found.mtimeMs).toISOString(), images: lock.images.length, imageLevel: lock.imageLevel }
      : null,
  };
}

/** The files of a dataset, apart from what is open. */
const onDisk = ({ workspace }: ServerHost, { root, settings }: OpenDataset, signal: AbortSignal): Promise<Dataset> =>
  openDataset(workspace, root, {
    tagLists: new TagListStore(workspace),
    paths: { home: os.homedir(), folder: root },
    under: [settings.layer],
    keeps: false,
    onTagListProblem: () => {},
    signal,
  });

interface LockedNow {
  readonly lock: DatasetLock;
  readonly stamp: string;
}

/** Audits the files of a dataset and locks them in memory. */
async function lockOf(
  host: ServerHost,
  open: OpenDataset,
  level: ImageLevel,
  known: KnownContents,
  signal: AbortSignal,
): Promise<LockedNow> {
  const { workspace, images } = host;
  const { root } = open;
  const dataset = await onDisk(host, open, signal);
  const stamp = await stampOf(dataset.index, signal);
  const survey = await images.scans.look(open, { level, signal });
  // What is known of the images may go further than the lock: then they are looked at for it alone.
  const possible = looksAtPixels(level) && !images.scans.comparing ? 'headers' : level;
  const scanPixels = nodeScanner(bundledWorker(), `${stateFolder()}/images`, root);
  const result = await audit(workspace, dataset, root, {
    ...(survey.level === possible ? { survey } : { scanPixels }),
    images: possible,
    withFixes: false,
    signal,
  });
  return { lock: await makeLock(workspace, dataset, result, { signal, known }), stamp };
}
