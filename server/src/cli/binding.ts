import os from 'node:os';
import { t } from '../ground/l10n.ts';
import { visible } from '../ground/visible.ts';
import type { ConceptKind } from '../planning/practice.ts';
import { audit } from '../report/audit.ts';
import { bindingMap } from '../report/binding.ts';
import { effectLines, writeBindingText } from '../report/binding-text.ts';
import { datasetExposure } from '../report/exposure.ts';
import { effectOf } from '../report/plan-effect.ts';
import { pruneChanges } from '../report/prune.ts';
import { auditTrial, lookAt } from '../report/trial.ts';
import { TagListStore } from '../settings/tag-lists.ts';
import { normalTag } from '../tags/normal.ts';
import { nodeWorkspace } from '../workspace/node.ts';
import { reasonText } from '../workspace/reason.ts';
import { TrialWorkspace } from '../workspace/trial.ts';
import { CannotRun } from './cannot-run.ts';
import { absolute, openFolder } from './open.ts';
import { print } from './print.ts';
import { say } from './say.ts';
import { noted, writerHere } from './writing.ts';

export interface BindingFlags {
  readonly concept?: ConceptKind;
  readonly trigger?: string;
  readonly json?: boolean;
  readonly apply?: boolean;
  readonly all?: boolean;
  readonly config: boolean;
}

/** `tagmetry binding <folder>`: what each tag is to the trigger. With --apply the proposals to prune are written, with undo. */
export async function runBinding(folder: string, flags: BindingFlags): Promise<void> {
  if (flags.apply && flags.concept === undefined)
    throw new CannotRun(t('--apply needs --concept: what the concept is decides what is pruned.'));
  const dataset = await openFolder(folder, { config: flags.config });
  const { root, index, settings, config } = dataset;
  const meant = flags.trigger === undefined ? null : normalTag(flags.trigger);
  const kindOf = (trigger: string): ConceptKind | null =>
    meant === null || normalTag(trigger) === meant ? (flags.concept ?? null) : null;
  const map = bindingMap(index, kindOf).filter(({ trigger }) => meant === null || normalTag(trigger) === meant);
  if (meant !== null && map.length === 0)
    throw new CannotRun(t('No concept has the trigger "{0}".', flags.trigger ?? ''));
  const { changes, untouchable } = await pruneChanges(index, map);
  const survey = await lookAt(nodeWorkspace, index);
  const now = await audit(nodeWorkspace, dataset, folder, { images: survey.level, survey, withFixes: false });
  const then = await auditTrial(
    nodeWorkspace,
    root,
    { changes, aside: [] },
    {
      survey,
      config: flags.config,
      tagLists: new TagListStore(nodeWorkspace),
      paths: { home: os.homedir(), folder: absolute('.') },
    },
  );
  const setup = { root, settings, pair: config?.pair ?? null };
  const contents = new Map(changes.map(({ file, after }) => [`${root}/${file}`, after]));
  const tried = new TrialWorkspace(nodeWorkspace, { contents, gone: new Set() });
  const effect = effectOf(now.report, then, [
    await datasetExposure(nodeWorkspace, setup),
    await datasetExposure(tried, setup),
  ]);
  if (flags.json) {
    const document = { version: 1, folder, concepts: map, captionsToPrune: changes.map(({ file }) => file), effect };
    print(`${JSON.stringify(document, null, 2)}\n`);
  } else {
    print(writeBindingText(folder, map, flags.all === true));
    if (changes.length > 0)
      print(
        [
          ``,
          t('Pruning changes {0} captions', changes.length),
          ...effectLines(effect).map((line) => `  ${line}`),
          '',
        ].join('\n'),
      );
  }
  if (!flags.apply) return;
  for (const { file, reason } of untouchable) say(t('{0} was not changed: {1}.', visible(file), reasonText(reason)));
  if (changes.length === 0) {
    say(t('There is nothing to prune.'));
    return;
  }
  const { written, failed } = await noted(writerHere().apply(root, t('Prune for the trigger'), changes));
  for (const { file, reason } of failed) say(t('{0} was not changed: {1}.', visible(file), reasonText(reason)));
  say(t('{0} captions changed. "tagmetry undo" takes it back.', written.length));
  process.exitCode = failed.length > 0 || untouchable.length > 0 ? 1 : 0;
}
