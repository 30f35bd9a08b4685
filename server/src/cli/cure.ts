import os from 'node:os';
import { MadeTogether } from '../bulk/made-together.ts';
import { journalFolder, stateFolder } from '../edges/state-folder.ts';
import { t } from '../ground/l10n.ts';
import { visible } from '../ground/visible.ts';
import { bundledWorker, nodeScanner } from '../images/node-scanner.ts';
import type { ImageLevel } from '../images/survey.ts';
import { audit } from '../report/audit.ts';
import { changesOf, configChanges, type FoundCure, findCure } from '../report/cure.ts';
import { writeCureText } from '../report/cure-text.ts';
import { lookAt } from '../report/trial.ts';
import { TagListStore } from '../settings/tag-lists.ts';
import { nodeWorkspace } from '../workspace/node.ts';
import { reasonText } from '../workspace/reason.ts';
import { CannotRun } from './cannot-run.ts';
import { absolute, openFolder } from './open.ts';
import { print } from './print.ts';
import { ProgressLine } from './progress.ts';
import { say } from './say.ts';
import { noted } from './writing.ts';

export interface CureFlags {
  readonly images: ImageLevel;
  readonly json?: boolean;
  readonly apply?: boolean;
  readonly step?: readonly number[];
  readonly trials: number;
  readonly config: boolean;
  readonly progress: boolean;
}

/** `tagmetry cure <folder>`: the smallest set of changes that brings every risk to low. Exit code 1 when something stays above. */
export async function runCure(folder: string, flags: CureFlags): Promise<void> {
  const line = new ProgressLine(flags.progress);
  const dataset = await openFolder(folder, { config: flags.config });
  const scanPixels = nodeScanner(bundledWorker(), `${stateFolder()}/images`, dataset.root);
  const survey = await lookAt(nodeWorkspace, dataset.index, flags.images, scanPixels);
  const { report } = await audit(nodeWorkspace, dataset, folder, { images: survey.level, survey, withFixes: false });
  const found = await findCure(nodeWorkspace, dataset, report, {
    survey,
    config: flags.config,
    tagLists: new TagListStore(nodeWorkspace),
    paths: { home: os.homedir(), folder: absolute('.') },
    mostTrials: flags.trials,
    onTrial: (trials) => line.update(t('Trying changes'), trials, flags.trials),
  });
  line.clear();
  print(flags.json ? `${JSON.stringify(found.plan, null, 2)}\n` : writeCureText(found.plan));
  if (flags.apply) await apply(dataset, found, flags.step);
  else process.exitCode = found.plan.left.length > 0 ? 1 : 0;
}

async function apply(
  dataset: Awaited<ReturnType<typeof openFolder>>,
  { steps }: FoundCure,
  chosen: readonly number[] | undefined,
): Promise<void> {
  const missing = chosen?.find((number) => steps[number - 1] === undefined);
  if (missing !== undefined) throw new CannotRun(t('There is no step {0}.', missing));
  const made = chosen ? steps.filter((_, at) => chosen.includes(at + 1)) : steps;
  const { root } = dataset;
  const { changes, groups, configs } = changesOf(dataset, made);
  const { changes: options, outside } = configChanges(dataset, configs);
  const together = new MadeTogether(nodeWorkspace, journalFolder());
  const { moves, written } = await noted(together.apply(root, t('Cure'), [...changes, ...options], groups));
  for (const { file, reason } of [...(moves?.failed ?? []), ...written.failed])
    say(t('{0} was not changed: {1}.', visible(file), reasonText(reason)));
  for (const path of outside) say(t('{0} lies outside the dataset: set its options yourself.', visible(path)));
  for (const { setting, tokens } of made)
    if (tokens !== null && setting)
      for (const { key, value } of setting.settings)
        say(t('No configuration is there: set {0} yourself.', `${key} = ${value}`));
  if (moves && moves.moved.length > 0) say(t('{0} files moved to {1}.', moves.moved.length, visible(moves.folder)));
  if (written.written.length > 0) say(t('{0} files changed.', written.written.length));
  say(t('"tagmetry undo" takes it back.'));
  const failed = (moves?.failed.length ?? 0) + written.failed.length + outside.length;
  process.exitCode = failed > 0 ? 1 : 0;
}
