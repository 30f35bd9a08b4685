import type { TagExposure } from '../exposure/exposure.ts';
import { datasetExposure, type ExposureOptions, type ExposureReport } from '../report/exposure.ts';
import type { ConfigPair } from '../training/find-config.ts';
import type { OpenDataset } from './datasets.ts';
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

/** Captions up to which somebody who looks at a tag waits for the figures; with more they come when they are there. */
const waitedFor = 2000;

const kept = new WeakMap<OpenDataset, Kept>();

/** Exposure of an open dataset, with the texts of open editors. */
export function exposureOf(
  host: ServerHost,
  dataset: OpenDataset,
  asked: AskedExposure = {},
  signal?: AbortSignal,
): Promise<ExposureReport | null> {
  const { root, settings, config } = dataset;
  const setup = { root, settings: settings.folder, pair: config && openPair(host, config.pair) };
  return datasetExposure(host.workspace, setup, {
    ...asked,
    signal,
    lay(files) {
      for (const document of host.documents.all()) {
        const path = pathOf(document.uri);
        if (path?.startsWith(`${root}/`)) files.lay(path, document.getText());
      }
    },
  });
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
  const found = keptExposure(host, dataset);
  if (dataset.index.facts.captions <= waitedFor) await found.report.catch(() => null);
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
