import type { FailureMode } from '../ground/finding.ts';
import type { Action } from './actions.ts';
import { type Risk, riskLevels } from './assess.ts';
import { dataAdvice } from './data-advice.ts';
import type { AdviceFacts } from './facts.ts';
import { symptomById } from './modes.ts';
import { settingsAdvice, type TrainerSetting } from './settings-advice.ts';

interface PlaybookEntry {
  readonly id: string;
  readonly modes: readonly FailureMode[];
  /** In the display language. */
  readonly title: string;
  readonly why: string;
  /** Ids of the evidence that calls for it, strongest first; empty when only a symptom does. */
  readonly evidence: readonly string[];
  readonly source: string;
  readonly heuristic: boolean;
}

/** Something to change in the data, with what its button starts. */
export interface DataStep extends PlaybookEntry {
  readonly action: Action;
}

/** Something to change in the training settings. */
export interface SettingsStep extends PlaybookEntry {
  readonly settings: readonly TrainerSetting[];
  /** Named equivalents; empty where the trainer has none. */
  readonly equivalents: { readonly onetrainer: readonly string[]; readonly 'ai-toolkit': readonly string[] };
  /** The settings as TOML, with a comment for each file, ready to paste. */
  readonly copy: string;
}

export interface Playbook {
  readonly x: readonly DataStep[];
  readonly y: readonly SettingsStep[];
}

/**
 * What to change, in the data (X) and in the training settings (Y), best first.
 * @param symptomIds symptoms the user ticked: only entries for their failure modes, called for by evidence or not.
 * Without any the evidence alone decides. Ids that are not known are ignored.
 */
export function playbook(risks: readonly Risk[], facts: AdviceFacts, symptomIds: readonly string[] = []): Playbook {
  const ticked = new Set(symptomIds.flatMap((id) => symptomById(id)?.mode ?? []));
  const strength = new Map<string, number>();
  const byMode = new Map(risks.map((risk) => [risk.mode, risk]));
  for (const risk of risks)
    for (const { id, level } of risk.evidence)
      strength.set(id, Math.max(strength.get(id) ?? 0, riskLevels.indexOf(level)));
  const evidenceOf = (modes: readonly FailureMode[], because: readonly string[]): string[] => {
    const counted = modes.filter((mode) => ticked.size === 0 || ticked.has(mode));
    const found = counted.flatMap((mode) => byMode.get(mode)?.evidence ?? []).map(({ id }) => id);
    return [...new Set(found)]
      .filter((id) => because.includes(id))
      .sort((a, b) => (strength.get(b) ?? 0) - (strength.get(a) ?? 0));
  };
  const pick = <T extends { modes: readonly FailureMode[]; because: readonly string[] }>(entries: readonly T[]) =>
    entries
      .map((entry) => ({ entry, evidence: evidenceOf(entry.modes, entry.because) }))
      .filter(({ entry, evidence }) => evidence.length > 0 || entry.modes.some((mode) => ticked.has(mode)))
      .sort((a, b) => weight(b.evidence) - weight(a.evidence));
  const weight = (evidence: readonly string[]): number => (evidence[0] ? (strength.get(evidence[0]) ?? 0) : 0);
  return {
    x: pick(dataAdvice).map(({ entry, evidence }) => ({
      ...textOf(entry, evidence),
      action: entry.action(facts),
    })),
    y: pick(settingsAdvice)
      .map(({ entry, evidence }): SettingsStep => {
        const settings = entry.settings(facts);
        return {
          ...textOf(entry, evidence),
          settings,
          equivalents: { onetrainer: entry.onetrainer(facts), 'ai-toolkit': entry.aiToolkit(facts) },
          copy: copyText(settings),
        };
      })
      .filter(({ settings }) => settings.length > 0),
  };
}

function textOf(
  entry: Omit<PlaybookEntry, 'title' | 'why' | 'evidence'> & { title: () => string; why: () => string },
  evidence: readonly string[],
): PlaybookEntry {
  const { id, modes, source, heuristic } = entry;
  return { id, modes, title: entry.title(), why: entry.why(), evidence, source, heuristic };
}

/** Settings as TOML lines under a comment that names the file they belong to. */
export function copyText(settings: readonly TrainerSetting[]): string {
  return (['dataset_config', 'config_file'] as const)
    .map((file) => settings.filter((setting) => setting.file === file))
    .filter((group) => group.length > 0)
    .map((group) => [`# ${group[0].file}`, ...group.map(({ key, value }) => `${key} = ${value}`)].join('\n'))
    .join('\n\n');
}
