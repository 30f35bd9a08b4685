import { t } from '../ground/l10n.ts';
import { datasetExposure } from '../report/exposure.ts';
import { writeExposureText } from '../report/exposure-text.ts';
import type { AskedLength, FeedTrial } from '../trainers/fed-run.ts';
import { nodeWorkspace } from '../workspace/node.ts';
import { CannotRun } from './cannot-run.ts';
import { type FeedFlags, feedSetup } from './feed-setup.ts';
import { print } from './print.ts';

export interface ExposureFlags extends FeedFlags {
  readonly json?: boolean;
  readonly all?: boolean;
  readonly epochs?: number;
  readonly steps?: number;
  readonly maxTokens?: number;
  readonly shuffle?: boolean;
  readonly keep?: number;
  readonly repeats?: number;
  readonly tagDropout?: number;
  readonly captionDropout?: number;
}

/** `tagmetry exposure <folder|config>`: what reaches the encoder over the planned run. Exit code 1 where nothing is fed. */
export async function runExposure(target: string, flags: ExposureFlags): Promise<void> {
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  const setup = await feedSetup(target, flags);
  const report = await datasetExposure(nodeWorkspace, setup, {
    asked: { length: lengthOf(flags), trial: trialOf(flags) },
    tokens: flags.maxTokens,
    signal: stop.signal,
  });
  if (!report) throw new CannotRun(t('Nothing would be fed of {0}: "tagmetry plan" says what stops training.', target));
  print(
    flags.json
      ? `${JSON.stringify({ target, ...report }, null, 2)}\n`
      : writeExposureText(target, report, flags.all === true),
  );
  process.exitCode = report.shows > 0 ? 0 : 1;
}

function lengthOf({ epochs, steps }: ExposureFlags): AskedLength {
  if (epochs !== undefined && steps !== undefined) throw new CannotRun(t('Give --epochs or --steps, not both.'));
  return epochs !== undefined ? { epochs } : steps !== undefined ? { steps } : null;
}

function trialOf({ shuffle, keep, repeats, tagDropout, captionDropout }: ExposureFlags): FeedTrial {
  return { shuffle, keep, repeats, tagDropout, captionDropout };
}
