import { failureModesOf } from '../advice/evidence.ts';
import type { DatasetIndex } from '../dataset/index.ts';
import { isOversized, withText } from '../facts/caption-source.ts';
import { type CaptionRecord, makeRecord } from '../facts/record.ts';
import { applyEdits, withoutOverlaps } from '../ground/edits.ts';
import type { Draft, Finding, Fix } from '../ground/finding.ts';
import type { ImageFacts } from '../images/facts.ts';
import { type FolderSettings, settingsFor } from '../settings/settings.ts';
import type { TrainerProblem } from '../trainers/trainer.ts';
import { captionContext } from './caption-context.ts';
import type { CaptionFileContext, ConfigContext, FolderContext } from './context.ts';
import type { Rule } from './rule.ts';
import { type ActiveRule, activeRules } from './rule-settings.ts';
import { isSuppressed } from './suppress.ts';

/** Told once per rule that throws; the rule's findings are missing, everything else goes on. */
export type RuleFailureListener = (rule: string, file: string, error: unknown) => void;

/** What a rule that is on is asked of a context. */
type Asked<C> = Pick<ActiveRule, 'options'> & {
  readonly rule: Rule;
  readonly mayFind: ((context: C, options: Record<string, unknown>) => boolean) | undefined;
  readonly check: (context: C, options: Record<string, unknown>) => Iterable<Draft>;
};

function runRules<C>(
  active: readonly Asked<C>[],
  context: C,
  file: string,
  settings: FolderSettings,
  onFailure?: RuleFailureListener,
): Finding[] {
  const found: Finding[] = [];
  for (let at = 0; at < active.length; at++) {
    const { rule, options, mayFind, check } = active[at];
    try {
      if (mayFind !== undefined && !mayFind(context, options)) continue;
      for (const draft of check(context, options)) {
        const finding = toFinding(rule, draft, file, settings);
        if (!isSuppressed(finding, settings.sidecar)) found.push(finding);
      }
    } catch (error) {
      onFailure?.(rule.id, file, error);
    }
  }
  return found;
}

/** A severity set by the user wins over the draft's own; else the graver or milder case of the draft counts. */
function toFinding(rule: Rule, draft: Draft, file: string, settings: FolderSettings): Finding {
  const configured = settings.severities[rule.id];
  const own = draft.severity ?? (rule.severity === 'off' ? 'info' : rule.severity);
  // All fields in one order, whatever the draft has: a large folder has a hundred thousand findings, and engines read objects of one
  // shape many times as fast as those of dozens.
  const finding: { readonly [Field in keyof Required<Finding>]: Finding[Field] } = {
    rule: rule.id,
    severity: configured !== undefined && configured !== 'off' ? configured : own,
    file: draft.file ?? file,
    range: draft.range,
    message: draft.message,
    failureModes: failureModesOf(rule.id),
    related: draft.related,
    fixes: draft.fixes,
    mark: draft.mark,
    replaceTag: draft.replaceTag,
    tag: draft.tag,
    habit: draft.habit,
    asks: draft.asks,
    always: draft.always,
    fact: draft.fact,
  };
  return finding;
}

/** The record a caption would have with another text; the folder's facts stay as they are. Null: no caption of the folder. */
export function captionOver(
  index: DatasetIndex,
  file: string,
  text: string,
  settings: FolderSettings,
): CaptionRecord | null {
  const record = index.record(file);
  if (record?.source.kind !== 'text') return null;
  return makeRecord(record.id, file, withText(record.source, text), settingsFor(settings, file), index.vocabulary);
}

/**
 * Everything the rules say about one caption, sorted by place. `bytes` are the file's first bytes where it is not text.
 * Costs what the caption holds, not what the folder holds.
 */
export function checkCaption(
  index: DatasetIndex,
  record: CaptionRecord,
  dataset: FolderSettings,
  bytes: Uint8Array = new Uint8Array(),
  onFailure?: RuleFailureListener,
): Finding[] {
  const settings = settingsFor(dataset, record.file);
  const pairing = index.caption(record.file);
  if (!pairing) return [];
  const fileContext: CaptionFileContext = { file: record.file, pairing, source: record.source, settings, index, bytes };
  const { file } = record;
  const active = activeRules(settings);
  const findings = runRules(active['caption-file'], fileContext, file, settings, onFailure);
  const context = isOversized(record.source) ? null : captionContext(index, record, settings);
  if (context) {
    const { text } = context.caption;
    for (const finding of runRules(active.caption, context, file, settings, onFailure))
      findings.push(withoutEmptying(finding, text));
    for (const finding of runRules(active.inCaption, context, file, settings, onFailure))
      findings.push(withoutEmptying(finding, text));
  }
  return findings.sort((a, b) => (a.range?.start ?? -1) - (b.range?.start ?? -1));
}

/** Takes away fixes that would leave a caption of 0 bytes: a blemish would become what stops training. */
function withoutEmptying(finding: Finding, text: string): Finding {
  if (!finding.fixes || text === '') return finding;
  const empties = ({ edits }: Fix): boolean =>
    edits.some(
      ({ file, edits: own }) =>
        file === finding.file && own.length > 0 && applyEdits(text, withoutOverlaps(own)) === '',
    );
  // Only an edit that takes something to the very end can.
  const suspects = finding.fixes.filter(
    (fix) =>
      fix.keepsText !== true &&
      fix.edits.some(({ edits: own }) => own.some(({ range, newText }) => newText === '' && range.end === text.length)),
  );
  if (!suspects.some(empties)) return finding;
  const fixes = finding.fixes.filter((fix) => !suspects.includes(fix) || !empties(fix));
  return { ...finding, fixes };
}

/** What the rules say about one image. */
export function checkImage(
  index: DatasetIndex,
  image: ImageFacts,
  dataset: FolderSettings,
  onFailure?: RuleFailureListener,
): Finding[] {
  const settings = settingsFor(dataset, image.file);
  const context = { file: image.file, caption: index.image(image.file)?.caption ?? null, image, settings, index };
  return runRules(activeRules(settings).image, context, image.file, settings, onFailure);
}

/** What each rule says about the folder as a whole, when it is asked. Costs what the folder holds. */
export function folderChecks(
  context: FolderContext,
  onFailure?: RuleFailureListener,
): { readonly rule: string; readonly check: () => Finding[] }[] {
  const { settings } = context;
  return activeRules(settings).folder.map((active) => ({
    rule: active.rule.id,
    check: () =>
      context.facts.captions < (active.rule.fewestCaptions ?? 0)
        ? []
        : runRules([active], context, '', settings, onFailure),
  }));
}

/** The problems of a configuration of another trainer as findings, by the severities the user set. */
export function problemFindings(
  problems: readonly TrainerProblem[],
  file: string,
  settings: FolderSettings,
): Finding[] {
  const byRule = new Map(activeRules(settings).config.map(({ rule }) => [rule.id, rule]));
  return problems.flatMap(({ rule: id, severity, message, range, fixes }) => {
    const rule = byRule.get(id);
    if (!rule) return [];
    const offered = fixes.map((fix): Fix => {
      const edits = [{ file, edits: [{ range: fix.range, newText: fix.newText }] }];
      return { title: fix.title, safety: 'suggested', edits };
    });
    const finding = toFinding(rule, { range, message, severity, fixes: offered }, file, settings);
    return isSuppressed(finding, settings.sidecar) ? [] : [finding];
  });
}

/** What the rules say about a training configuration, sorted by place. */
export function checkConfigContext(context: ConfigContext, onFailure?: RuleFailureListener): Finding[] {
  const { settings, file } = context;
  const findings = runRules(activeRules(settings).config, context, file, settings, onFailure);
  return findings.sort((a, b) => (a.range?.start ?? -1) - (b.range?.start ?? -1));
}
