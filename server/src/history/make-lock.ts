import { createHash } from 'node:crypto';
import type { Dataset } from '../engine/open-dataset.ts';
import { atOnce } from '../ground/breath.ts';
import type { ProgressListener } from '../ground/progress.ts';
import type { Audit } from '../report/audit.ts';
import { datasetExposure } from '../report/exposure.ts';
import { fingerprints } from '../report/fingerprint.ts';
import { captionNumbers } from '../report/narrow.ts';
import { FileProblem, type Workspace, type WritableWorkspace } from '../workspace/workspace.ts';
import { type SeenExposure, seenExposure } from './exposure-changes.ts';
import { folderRecord } from './folder-record.ts';
import { type DatasetLock, isLock, type LockedImage, writeLock } from './lock.ts';
import { seenRisk } from './risk-changes.ts';
import { comparedSettings } from './settings-compared.ts';

export interface LockOptions {
  readonly signal?: AbortSignal;
  /** Images whose bytes were read. */
  readonly onProgress?: ProgressListener;
  /** Contents of an earlier lock, brought up to date: a file of the same size and time is not read again. */
  readonly known?: KnownContents;
}

/** Contents by path. */
export type KnownContents = Map<string, Pick<LockedImage, 'size' | 'sha256'> & { readonly mtimeMs: number }>;

/** Locks a dataset: what it is now, with the risks of an audit of it. Images are read whole, for the hash of their content. */
export async function makeLock(
  workspace: Workspace,
  dataset: Dataset,
  result: Audit,
  { signal, onProgress, known }: LockOptions = {},
): Promise<DatasetLock> {
  const record = await folderRecord(workspace, dataset, '', signal);
  const { report } = result;
  const { root, settings, config } = dataset;
  const exposure = await datasetExposure(
    workspace,
    { root, settings, pair: config?.pair ?? null },
    signal ? { signal } : {},
  );
  const names = fingerprints(result.findings, result.sourceOf);
  const numbers = captionNumbers(report);
  return {
    version: 1,
    tool: 'tagmetry',
    kind: 'dataset-lock',
    model: record.family,
    trainer: record.trainer,
    trigger: record.trigger,
    trainsTextEncoder: record.trainsTextEncoder,
    run: record.run,
    settings: comparedSettings.flatMap((name) => {
      const value = record.settings.get(name);
      return value === undefined ? [] : [[name, value as DatasetLock['settings'][number][1]]];
    }),
    subsets: (record.subsets ?? []).map(({ name, regularization, repeats, images, classTokens, options, tags }) => ({
      name,
      regularization,
      repeats,
      images,
      classTokens,
      options: [...options].map(([key, value]): DatasetLock['settings'][number] => [
        key,
        value as DatasetLock['settings'][number][1],
      ]),
      tags: tags && [...tags].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)),
    })),
    buckets: record.buckets?.map(({ bucket, samples }) => [bucket.width, bucket.height, samples]) ?? null,
    exposure: exposure && mutable(seenExposure(exposure)),
    imageLevel: report.imageScan.level,
    risks: report.advice.risks.map(seenRisk).map(({ evidence, ...risk }) => ({ ...risk, evidence: [...evidence] })),
    numbers: Object.entries(numbers),
    folderFindings: result.findings.flatMap(({ file }, at) => (file === '' ? [names[at] as string] : [])).sort(),
    images: await lockedImages(workspace, dataset, { signal, onProgress, known }),
  };
}

const mutable = ({ tags, ...rest }: SeenExposure): NonNullable<DatasetLock['exposure']> => ({
  ...rest,
  tags: tags.map(([tag, shows, reached]) => [tag, shows, reached]),
});

/** The images that train, in the order of their names. */
export async function lockedImages(
  workspace: Workspace,
  { index }: Pick<Dataset, 'index'>,
  { signal, onProgress, known }: LockOptions = {},
): Promise<LockedImage[]> {
  const listed = [...index.images].sort((a, b) => (a.file < b.file ? -1 : 1));
  const images: LockedImage[] = new Array(listed.length);
  let done = 0;
  await atOnce(
    4,
    listed,
    async ({ file, caption }, at) => {
      const { size, sha256 } = await knownContent(workspace, `${index.root}/${file}`, known, signal);
      const record = caption === null ? undefined : index.record(caption);
      const tags = record ? [...record.surfaces].map((surface) => index.vocabulary.surface(surface)) : [];
      images[at] = { file, size, sha256, caption, tags };
      onProgress?.(++done, listed.length);
    },
    signal,
  );
  return images;
}

async function knownContent(
  workspace: Workspace,
  path: string,
  known: KnownContents | undefined,
  signal?: AbortSignal,
): Promise<Pick<LockedImage, 'size' | 'sha256'>> {
  if (!known) return contentOf(workspace, path, signal);
  const stat = await workspace.stat(path).catch(() => null);
  const old = known.get(path);
  if (old && old.mtimeMs === stat?.mtimeMs && old.size === stat.size) return { size: old.size, sha256: old.sha256 };
  const content = await contentOf(workspace, path, signal);
  if (stat && content.sha256 !== null) known.set(path, { ...content, mtimeMs: stat.mtimeMs });
  return content;
}

/** Bytes that are read at once. */
const piece = 1 << 20;

async function contentOf(
  workspace: Workspace,
  path: string,
  signal?: AbortSignal,
): Promise<Pick<LockedImage, 'size' | 'sha256'>> {
  try {
    const file = await workspace.open(path);
    try {
      const hash = createHash('sha256');
      let at = 0;
      while (at < file.size) {
        signal?.throwIfAborted();
        const bytes = await file.read(at, Math.min(piece, file.size - at));
        if (bytes.length === 0) break;
        hash.update(bytes);
        at += bytes.length;
      }
      return { size: file.size, sha256: hash.digest('hex') };
    } finally {
      await file.close();
    }
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error;
    return { size: 0, sha256: null };
  }
}

/**
 * Puts a lock at a path, whole or not at all. A file that is there is replaced only where it is a lock of this tool.
 * @returns whether the file changed
 * @throws FileProblem (`EEXIST`) when something else is there, or what the system says
 */
export async function putLock(workspace: WritableWorkspace, path: string, lock: DatasetLock): Promise<boolean> {
  const bytes = new TextEncoder().encode(writeLock(lock));
  const old = await workspace.read(path).catch((error) => {
    if (error instanceof FileProblem && error.reason === 'ENOENT') return null;
    throw error;
  });
  if (old === null) {
    await workspace.create(path, bytes);
    return true;
  }
  if (!isLock(new TextDecoder().decode(old))) throw new FileProblem(path, 'EEXIST');
  if (old.length === bytes.length && old.every((byte, at) => byte === bytes[at])) return false;
  await workspace.write(path, bytes, old);
  return true;
}
