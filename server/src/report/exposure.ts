import { type Exposure, ExposureCount } from '../exposure/exposure.ts';
import type { Window } from '../exposure/window.ts';
import { inBreaths } from '../ground/breath.ts';
import type { FolderSettings } from '../settings/settings.ts';
import { countCaptionTokens } from '../trainers/caption-tokens.ts';
import { PieceTokens } from '../trainers/plain-pieces.ts';
import { type FedDataset, type FeedOptions, type FeedSetup, feedDataset } from '../training/feed-dataset.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** Exposure of a dataset or a configuration. Version 1: fields are added, never changed or removed. */
export interface ExposureReport extends Exposure {
  readonly version: 1;
  readonly model: string;
  readonly trainer: string;
  /** Configuration files that decide it, absolute; empty where settings and the usual options do. */
  readonly configs: readonly string[];
}

export interface ExposureOptions extends FeedOptions {
  /** Content tokens that are tried instead of those of the settings. */
  readonly tokens?: number;
}

/** Texts whose count is kept: tags and pieces come again and again, whole captions do not. */
const keptLength = 60;

/** The window of a dataset's encoder. */
export function windowOf({ tokenLimit, clip }: Pick<FolderSettings, 'tokenLimit' | 'clip'>, tokens?: number): Window {
  const known = new Map<string, number>();
  const pieces = new PieceTokens(clip);
  return {
    limit: tokenLimit === null ? null : (tokens ?? tokenLimit),
    count(text) {
      if (text.length > keptLength) return pieces.count(text);
      let count = known.get(text);
      if (count === undefined) {
        count = countCaptionTokens(text, clip);
        known.set(text, count);
      }
      return count;
    },
    offsetOf: (text, n) => pieces.offsetOf(text, n),
  };
}

/**
 * How often each tag and image will reach the encoder: the one source of these numbers for command line and editor. Null where training
 * stops or no image trains. Throws only the signal's reason.
 */
export async function datasetExposure(
  workspace: Workspace,
  setup: FeedSetup,
  options: ExposureOptions = {},
): Promise<ExposureReport | null> {
  const fed = await feedDataset(workspace, setup, options);
  return fed && exposureReport(fed, setup, options);
}

/** The same of a run that is known. */
export async function exposureReport(
  fed: FedDataset,
  { root, settings }: Pick<FeedSetup, 'root' | 'settings'>,
  options: Pick<ExposureOptions, 'tokens' | 'signal'> = {},
): Promise<ExposureReport | null> {
  if (fed.run.images.length === 0) return null;
  const nameOf = (path: string): string => {
    const place = fed.locate(path);
    return place.startsWith(`${root}/`) ? place.slice(root.length + 1) : place;
  };
  const count = new ExposureCount(fed.run, windowOf(settings, options.tokens), nameOf);
  await inBreaths(fed.run.images, (image) => count.add(image), options.signal);
  return {
    version: 1,
    model: settings.model,
    trainer: settings.profile,
    configs: fed.configs,
    ...count.result(),
  };
}
