import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { DatasetIndex } from '../dataset/index.ts';
import { Findings } from '../engine/findings.ts';
import type { Dataset } from '../engine/open-dataset.ts';
import { t } from '../ground/l10n.ts';
import { imageChanges } from '../history/image-changes.ts';
import { lockedImages } from '../history/make-lock.ts';
import { type Audit, audit } from '../report/audit.ts';
import { fingerprints } from '../report/fingerprint.ts';
import { baselineOf, captionNumbers, deltas, onlyChanged, parseBaseline, withoutBaseline } from '../report/narrow.ts';
import { askConfiguration } from '../training/configured-files.ts';
import type { ConfigFile, ConfigPair } from '../training/find-config.ts';
import { nodeWorkspace } from '../workspace/node.ts';
import { CannotRun } from './cannot-run.ts';
import { changedSince, commitOf, folderAt, GitProblem } from './git.ts';
import { readLock } from './recorded.ts';
import { say } from './say.ts';

/** Writes the findings of an audit as the baseline that later audits leave out. */
export async function writeBaseline(file: string, result: Audit): Promise<void> {
  const baseline = baselineOf(result);
  await writeFile(file, `${JSON.stringify(baseline, null, 2)}\n`);
  say(t('{0}: {1} findings are the baseline.', file, baseline.findings.length));
}

const asText = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** Leaves out the findings of a baseline file. */
export async function applyBaseline(file: string, result: Audit): Promise<Audit> {
  const text = await nodeWorkspace.read(path.resolve(file)).then(asText, () => {
    throw new CannotRun(t('{0} cannot be read. Make it with --write-baseline.', file));
  });
  const baseline = parseBaseline(text);
  if (!baseline) throw new CannotRun(t('{0} is not a baseline of this tool.', file));
  return withoutBaseline(result, baseline);
}

/** Leaves what changed since a lock, with how the numbers of the captions changed. */
export async function applyChangedSinceLock(name: string, result: Audit, dataset: Dataset): Promise<Audit> {
  const lock = await readLock(name);
  const changes = imageChanges(lock.images, await lockedImages(nodeWorkspace, dataset));
  const changed = new Set([...changes.added, ...changes.changed, ...changes.captions.map(({ image }) => image)]);
  for (const { after } of changes.renamed) changed.add(after);
  const narrowed = onlyChanged(result, changed, name, { fingerprints: new Set(lock.folderFindings) });
  const delta = deltas(Object.fromEntries(lock.numbers), captionNumbers(result.report));
  return { ...narrowed, report: { ...narrowed.report, delta } };
}

/** Leaves what changed since a git revision, with how the numbers of the captions changed. */
export async function applyChangedSince(
  revision: string,
  result: Audit,
  { root: folder, settings, index: present, config }: Dataset,
): Promise<Audit> {
  try {
    const commit = await commitOf(folder, revision);
    const outside = new Set(
      result.findings.map(({ file }) => file).filter((file) => /^(?:\.\.\/|\/|[a-z]:\/)/i.test(file)),
    );
    const changed = await changedSince(folder, commit, outside);
    const root = '/then';
    const isCaption = (file: string): boolean =>
      settings.captionExtensions.some((extension) => file.toLowerCase().endsWith(extension));
    const workspace = await folderAt(folder, commit, root, isCaption);
    workspace.set(`${root}/.tagmetry-revision`, commit);
    const pair = config && pairAt(config.pair, folder, root);
    const ask = pair ? askConfiguration(workspace, root, pair, settings.family) : null;
    const index = await DatasetIndex.open(workspace, root, { ...settings, askConfiguration: ask });
    index.knownTags = present.knownTags;
    const findings = new Findings(workspace, index, settings, { keeps: false });
    const then = await audit(workspace, { index, settings, findings, config: null }, revision, {
      images: 'off',
      withFixes: false,
    });
    const known = { fingerprints: new Set(fingerprints(then.findings, then.sourceOf)) };
    const narrowed = onlyChanged(result, changed, revision, known);
    return {
      ...narrowed,
      report: { ...narrowed.report, delta: deltas(captionNumbers(then.report), captionNumbers(result.report)) },
    };
  } catch (error) {
    if (error instanceof GitProblem) throw new CannotRun(error.message);
    throw error;
  }
}

/** A configuration as if it lay at the same place of another folder; null where it lies outside of its own. */
function pairAt({ datasetConfig, configFile }: ConfigPair, folder: string, root: string): ConfigPair | null {
  const halves = [datasetConfig, configFile].filter((half) => half !== null);
  const moved = ({ path, ...rest }: ConfigFile): ConfigFile => ({ ...rest, path: root + path.slice(folder.length) });
  if (!halves.every(({ path }) => path.startsWith(`${folder}/`))) return null;
  return { datasetConfig: datasetConfig && moved(datasetConfig), configFile: configFile && moved(configFile) };
}
