import { withSymptoms } from '../advice/filter.ts';
import { symptomById, symptoms } from '../advice/modes.ts';
import { encoded, type FileChange } from '../bulk/change.ts';
import { changeOf } from '../bulk/plan.ts';
import type { DatasetIndex } from '../dataset/index.ts';
import { stateFolder } from '../edges/state-folder.ts';
import { type FixChoice, fixesOf, safeFixes } from '../engine/fix-all.ts';
import { fixFolder } from '../engine/fix-folder.ts';
import { type Severity, severities } from '../ground/finding.ts';
import { t } from '../ground/l10n.ts';
import { bundledWorker, nodeScanner } from '../images/node-scanner.ts';
import type { ImageLevel } from '../images/survey.ts';
import { switchedOffText } from '../images/switched-off.ts';
import { type AuditStep, audit } from '../report/audit.ts';
import { ruleById } from '../rules/registry.ts';
import { unknownRule } from '../rules/rule-settings.ts';
import type { RuleFailureListener } from '../rules/run.ts';
import { settingsSchema } from '../settings/schema.ts';
import type { FolderSettings, SettingsLayer } from '../settings/settings.ts';
import { wrongValue } from '../settings/wrong-value.ts';
import { nodeWorkspace } from '../workspace/node.ts';
import { reasonText } from '../workspace/reason.ts';
import { CannotRun } from './cannot-run.ts';
import { similar } from './explain.ts';
import { applyBaseline, applyChangedSince, applyChangedSinceLock, writeBaseline } from './narrow.ts';
import { absolute, openFolder } from './open.ts';
import { type Format, type Output, writeAudit, writeOutputs } from './output.ts';
import { print } from './print.ts';
import { ProgressLine } from './progress.ts';
import { say } from './say.ts';
import { noted, writerHere } from './writing.ts';

interface AuditFlags {
  config: boolean;
  format: Format;
  output: Output[];
  baseline?: string;
  writeBaseline?: boolean;
  changedSince?: string;
  model?: string;
  profile?: string;
  maxTokens?: string;
  separator?: string;
  captionExtension?: string[];
  rule: Record<string, string>;
  failOn: Severity | 'never';
  images: ImageLevel;
  fix?: boolean;
  fixRule?: string[];
  tagList?: string[];
  symptom?: string[];
  hints?: boolean;
  all?: boolean;
  progress: boolean;
}

/** `tagmetry audit <folder>`. Sets the exit code: 0 clean, 1 findings at or above --fail-on. */
export async function runAudit(folder: string, flags: AuditFlags): Promise<void> {
  checkSymptoms(flags.symptom ?? []);
  const line = new ProgressLine(flags.progress);
  await writerHere().recover(absolute(folder));
  const onRuleFailure: RuleFailureListener = (rule, file, error) => say(`${rule}: ${file}: ${error}`);
  const dataset = await openFolder(folder, {
    over: [settingsOf(flags)],
    config: flags.config,
    onRuleFailure,
    onProgress: (done, total) => line.update(t('Reading captions'), done, total),
  });
  const { root, index, settings } = dataset;
  if (flags.fix || flags.fixRule) await writeFixes(index, root, settings, choiceOf(flags), flags.fixRule ?? []);
  let result = await audit(nodeWorkspace, dataset, folder, {
    images: flags.images,
    withFixes: flags.format === 'sarif',
    scanPixels: nodeScanner(bundledWorker(), `${stateFolder()}/images`, root),
    onProgress: (step, done, total) => line.update(stepName(step), done, total),
    onRuleFailure,
  });
  line.clear();
  const { switchedOff } = result.report.imageScan;
  if (switchedOff) say(switchedOffText(switchedOff));
  if (flags.writeBaseline) {
    if (flags.baseline === undefined) throw new CannotRun(t('--write-baseline needs --baseline <file>.'));
    await writeBaseline(flags.baseline, result);
  }
  if (flags.baseline !== undefined) result = await applyBaseline(flags.baseline, result);
  if (flags.changedSince !== undefined)
    result = /\.json$/i.test(flags.changedSince)
      ? await applyChangedSinceLock(flags.changedSince, result, dataset)
      : await applyChangedSince(flags.changedSince, result, dataset);
  if (flags.symptom)
    result = { ...result, report: { ...result.report, advice: withSymptoms(result.report.advice, flags.symptom) } };
  await writeOutputs(result, flags.output, root);
  print(await writeAudit(result, flags.format, root, flags));
  const worst = flags.failOn === 'never' ? -1 : severities.indexOf(flags.failOn);
  process.exitCode = result.findings.some((finding) => severities.indexOf(finding.severity) <= worst) ? 1 : 0;
}

/** Refuses symptoms that nobody knows, before anything is read. */
function checkSymptoms(ids: readonly string[]): void {
  const unknown = ids.find((id) => symptomById(id) === undefined);
  if (unknown === undefined) return;
  const alike = similar(
    unknown,
    symptoms.map(({ id }) => id),
  );
  const message = t('There is no symptom "{0}". "tagmetry explain --symptoms" lists them.', unknown);
  throw new CannotRun(alike.length === 0 ? message : `${message} ${t('Similar: {0}', alike.join(', '))}`);
}

function stepName(step: AuditStep): string {
  switch (step) {
    case 'headers':
      return t('Image headers');
    case 'fingerprints':
      return t('Looking at images');
    case 'comparing':
      return t('Comparing images');
    case 'rules':
      return t('Captions');
  }
}

/** Which fixes to make: the safe ones with --fix, all of the named rules with --fix-rule. */
function choiceOf({ fix, fixRule = [] }: AuditFlags): FixChoice {
  const ofRules = fixesOf(...fixRule);
  return (finding) => ofRules(finding) ?? (fix ? safeFixes(finding) : undefined);
}

/** Writes the chosen fixes of every caption as one change that can be undone. A file that changed meanwhile is left alone and named. */
async function writeFixes(
  index: DatasetIndex,
  root: string,
  settings: FolderSettings,
  choose: FixChoice,
  rules: readonly string[],
): Promise<void> {
  const changes = new Map<string, FileChange>();
  for (const { file, before, after } of await fixFolder(index, settings, choose)) {
    const source = index.record(file)?.source;
    changes.set(file, changeOf({ file, before, after, bom: source?.kind === 'text' && source.bom }));
  }
  for (const change of markless(index, rules)) {
    const fixed = changes.get(change.file);
    changes.set(change.file, fixed ? { ...fixed, after: withoutMark(fixed.after) } : change);
  }
  const renames = nearMisses(index, rules);
  const change = writerHere().apply(root, t('Fixes'), [...changes.values()], { renames });
  const { written, failed } = await noted(change);
  for (const { file, reason } of failed) say(t('{0} was not changed: {1}.', file, reasonText(reason)));
  if (renames.length > 0) await index.refresh();
  await index.rereadAll(written);
  say(t('Captions fixed: {0}.', written.length));
}

/** Captions whose name is nearly the one that is read, with that name. */
function nearMisses(index: DatasetIndex, rules: readonly string[]): { from: string; to: string }[] {
  if (!rules.includes('orphan-caption')) return [];
  return [...index.idle].flatMap(({ file, nearMiss }) => (nearMiss ? [{ from: file, to: nearMiss.renamed }] : []));
}

/** Captions chosen for a new encoding: only the byte-order mark goes here; foreign encodings want a look at their text. */
function markless(index: DatasetIndex, rules: readonly string[]): FileChange[] {
  return [...index.captions].flatMap(({ file }) => {
    const source = index.record(file)?.source;
    if (source?.kind === 'undecodable' && rules.includes('undecodable-caption'))
      say(t('{0} is not UTF-8 and stays as it is: save it again in the editor, which shows its text first.', file));
    if (source?.kind !== 'text' || source.cut || !source.bom || !rules.includes('byte-order-mark')) return [];
    const before = encoded(source.text, true);
    return [{ file, before, after: withoutMark(before) }];
  });
}

const withoutMark = (bytes: Uint8Array): Uint8Array => bytes.subarray(bytes[0] === 0xef ? 3 : 0);

function settingsOf(flags: AuditFlags): SettingsLayer {
  for (const id of [...Object.keys(flags.rule), ...(flags.fixRule ?? [])]) {
    if (!ruleById(id)) throw new CannotRun(unknownRule(id));
  }
  const said = {
    model: flags.model,
    profile: flags.profile,
    tokenLimit: flags.maxTokens === undefined ? undefined : Number(flags.maxTokens),
    separator: flags.separator,
    captionExtensions: flags.captionExtension?.map((e) => (e.startsWith('.') ? e : `.${e}`)),
    tagList: flags.tagList,
    rules: Object.keys(flags.rule).length === 0 ? undefined : flags.rule,
  };
  const origin = { from: 'command-line', detail: null } as const;
  // Most runs say nothing, and need no schema for it.
  if (Object.values(said).every((value) => value === undefined)) return { origin };
  const parsed = settingsSchema().safeParse(said);
  if (!parsed.success) {
    const { path, message } = wrongValue(parsed.error.issues[0], said);
    throw new CannotRun(`${path.join('.')}: ${message}`);
  }
  return { ...parsed.data, origin };
}
