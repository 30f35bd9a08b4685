import type { TagExposure } from '../exposure/exposure.ts';
import { type ExposureOptions, type ExposureReport, exposureReport } from '../report/exposure.ts';
import { feedPrepared, type PreparedFeed, prepareFeed } from '../training/feed-dataset.ts';
import type { ConfigPair } from '../training/find-config.ts';
import type { TrainerSnapshot } from '../training/trainer-snapshot.ts';
import type { OpenDataset } from './dataset-loader.ts';
import type { ServerHost } from './host.ts';
import { pathOf } from './locate.ts';
import { asOpen } from './open-config.ts';

/** What is asked of a run; without anything as configured. */
export type AskedExposure = Pick<ExposureOptions, 'asked' | 'tokens'>;

interface Kept {
  /** The index's revision that was counted. */
  readonly revision: number;
  readonly report: Promise<ExposureReport | null>;
  tags: ReadonlyMap<string, TagExposure> | null;
  limit: number | null;
}

/** What was read for a dataset: a keystroke changes texts, and nothing is read anew for it. */
interface Read {
  /** Texts of the configuration that decides. */
  readonly key: string;
  readonly prepared: Promise<PreparedFeed | null>;
  /** Captions whose text was put in place of the file's. */
  readonly laid: Set<string>;
}

/**
 * Captions up to which somebody who looks at a tag has the figures counted for it. With more they are told where the Overview had them
 * counted: over 50,000 it takes many seconds of the processor, which whoever only points at a tag does not start.
 */
const waitedFor = 2000;

const kept = new WeakMap<OpenDataset, Kept>();
const read = new WeakMap<OpenDataset, Read>();

/** Forgets what was read of a dataset: its files are others now. */
export function forgetExposure(dataset: OpenDataset): void {
  kept.delete(dataset);
  read.delete(dataset);
}

/** Exposure of an open dataset, with the texts of open editors. */
export async function exposureOf(
  host: ServerHost,
  dataset: OpenDataset,
  { asked, tokens }: AskedExposure = {},
  signal?: AbortSignal,
): Promise<ExposureReport | null> {
  const { root, settings, config } = dataset;
  const setup = { root, settings: settings.folder, pair: config && openPair(host, config.pair) };
  const key = [setup.pair?.datasetConfig, setup.pair?.configFile].map((file) => file?.text ?? '').join('\0');
  let known = read.get(dataset);
  if (known?.key !== key) {
    known = { key, prepared: prepareFeed(host.workspace, setup), laid: new Set() };
    read.set(dataset, known);
  }
  const prepared = await known.prepared;
  if (!prepared) return null;
  const { laid } = known;
  const fed = await feedPrepared(prepared, { asked, signal, lay: (files) => layTexts(host, dataset, files, laid) });
  return fed && exposureReport(fed, setup, { tokens, signal });
}

/** Puts the texts that the dataset holds in place of the files' own, of captions that are open or were. */
function layTexts(
  { documents }: ServerHost,
  { root, index }: OpenDataset,
  files: TrainerSnapshot,
  laid: Set<string>,
): void {
  for (const { uri } of documents.all()) {
    const path = pathOf(uri);
    if (path?.startsWith(`${root}/`)) laid.add(path.slice(root.length + 1));
  }
  for (const file of laid) {
    const source = index.record(file)?.source;
    if (source?.kind === 'text') files.lay(`${root}/${file}`, source.bom ? `\ufeff${source.text}` : source.text);
  }
}

/** The same as configured, kept as long as nothing changes. */
export function keptExposure(host: ServerHost, dataset: OpenDataset): Kept {
  const { revision } = dataset.index.tracker;
  const known = kept.get(dataset);
  if (known?.revision === revision) return known;
  const made: Kept = { revision, report: exposureOf(host, dataset), tags: null, limit: null };
  kept.set(dataset, made);
  made.report.then(
    (report) => {
      made.tags = new Map(report?.tags.map((tag) => [tag.tag, tag]));
      made.limit = report?.limit ?? null;
    },
    () => kept.delete(dataset),
  );
  return made;
}

/** How a tag fares over the run, and the limit it is judged by; null where it is not known, or not yet. */
export async function tagExposure(
  host: ServerHost,
  dataset: OpenDataset,
  norm: string,
): Promise<{ readonly tag: TagExposure; readonly limit: number | null } | null> {
  const { facts, tracker } = dataset.index;
  const isWaitedFor = facts.captions <= waitedFor;
  const found = isWaitedFor ? keptExposure(host, dataset) : kept.get(dataset);
  if (!found || found.revision !== tracker.revision) return null;
  if (isWaitedFor) await found.report.catch(() => null);
  const tag = found.tags?.get(norm);
  return tag ? { tag, limit: found.limit } : null;
}

function openPair(host: ServerHost, pair: ConfigPair): ConfigPair {
  return {
    ...pair,
    datasetConfig: pair.datasetConfig && asOpen(host, pair.datasetConfig),
    configFile: pair.configFile && asOpen(host, pair.configFile),
  };
}
