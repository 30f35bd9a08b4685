import os from 'node:os';
import { ResponseError } from 'vscode-languageserver';
import { stateFolder } from '../../edges/state-folder.ts';
import { openDataset } from '../../engine/open-dataset.ts';
import { t } from '../../ground/l10n.ts';
import { diffLocks } from '../../history/dataset-diff.ts';
import { type DatasetLock, lockName, parseLock } from '../../history/lock.ts';
import { type KnownContents, makeLock, putLock } from '../../history/make-lock.ts';
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
import { signalOf } from '../signal.ts';
import { requestFailed } from '../writing.ts';

/** What a dataset was when it was locked, and what changed since. Locks are of the files: what editors did not save is not in them. */
export const historyFeature: Feature = {
  start(host) {
    const { connection, datasets } = host;
    const contents = new WeakMap<OpenDataset, KnownContents>();
    const lockNow = async (dataset: OpenDataset, level: ImageLevel, signal: AbortSignal): Promise<DatasetLock> => {
      const known = contents.get(dataset) ?? new Map();
      contents.set(dataset, known);
      return lockOf(host, dataset, level, known, signal);
    };
    connection.onRequest(protocol.lockState, async ({ uri }) => {
      const found = await lockAt(host, (await datasets.of(uri)).root);
      return found && stateOf(found);
    });
    connection.onRequest(protocol.sinceLock, async ({ uri }, cancel) => {
      const dataset = await datasets.of(uri);
      const found = await lockAt(host, dataset.root);
      if (!found) throw new ResponseError(requestFailed, t('There is no lock in this folder.'));
      const { lock } = found;
      if (!lock) throw new ResponseError(requestFailed, t('{0} is no lock of this version.', lockName));
      const now = await lockNow(dataset, lock.imageLevel, signalOf(cancel));
      const name = dataset.root.slice(dataset.root.lastIndexOf('/') + 1);
      return inSections(diffLocks({ kind: 'lock', name: lockName, lock }, { kind: 'folder', name, lock: now }));
    });
    connection.onRequest(protocol.lockDataset, async ({ uri, replace }, cancel) => {
      const dataset = await datasets.of(uri);
      const { root } = dataset;
      const path = `${root}/${lockName}`;
      if (!replace && (await lockAt(host, root)))
        throw new ResponseError(requestFailed, t('{0} is there already.', lockName));
      const { imageScan } = dataset.settings.editor;
      const level = imageScan === 'off' ? 'off' : deeper(imageScan, 'standard');
      const lock = await lockNow(dataset, level, signalOf(cancel));
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
      const found = await lockAt(host, root);
      return found ? stateOf(found) : { name: lockName, lock: null };
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

const stateOf = ({ lock, mtimeMs }: FoundLock): protocol.LockState => ({
  name: lockName,
  lock: lock && { made: new Date(mtimeMs).toISOString(), images: lock.images.length, imageLevel: lock.imageLevel },
});

/** Audits the files of a dataset, apart from what is open, and locks them in memory. */
async function lockOf(
  host: ServerHost,
  open: OpenDataset,
  level: ImageLevel,
  known: KnownContents,
  signal: AbortSignal,
): Promise<DatasetLock> {
  const { workspace, images } = host;
  const { root, settings } = open;
  const dataset = await openDataset(workspace, root, {
    tagLists: new TagListStore(workspace),
    paths: { home: os.homedir(), folder: root },
    under: [settings.layer],
    keeps: false,
    onTagListProblem: () => {},
    signal,
  });
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
  return makeLock(workspace, dataset, result, { signal, known });
}
