import type { FailureMode } from '../ground/finding.ts';
import { trainerProfile } from '../trainers/profiles.ts';
import type { Action } from './actions.ts';
import { combine, type Risk, type RiskLevel, riskLevels } from './assess.ts';
import { settingValue } from './config-diff.ts';
import { type DataAdvice, dataAdvice } from './data/index.ts';
import type { AdviceFacts } from './facts.ts';
import { symptomById } from './modes.ts';
import { type SettingsAdvice, settingsAdvice, type TrainerSetting } from './settings/index.ts';
import { withoutPresent } from './settings/own-words.ts';

interface PlaybookEntry {
  readonly id: string;
  readonly modes: readonly FailureMode[];
  /** In the display language. */
  readonly title: string;
  /** Why it helps, with the numbers of this set. */
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

/** A step in the words of a trainer; empty where it has nothing of the kind, and the step is then not worth showing. */
export function wordsFor({ settings, equivalents }: SettingsStep, profile: string): readonly string[] {
  const own: Readonly<Record<string, readonly string[]>> = equivalents;
  if (Object.hasOwn(own, profile)) return own[profile] ?? [];
  return settings.filter(({ key }) => isTaken(key, profile)).map(({ key, value }) => `${key} = ${value}`);
}

/** Whether a trainer has an option of sd-scripts under the same name. */
function isTaken(key: string, profile: string): boolean {
  const { sameOptions } = trainerProfile(profile);
  return sameOptions === 'all' || sameOptions.includes(key);
}

/** Trainers whose words stand beside those of sd-scripts; the others are given what they take, since their files refuse the rest. */
const withOwnWords: readonly string[] = ['onetrainer', 'ai-toolkit'] satisfies (keyof SettingsStep['equivalents'])[];

export interface Playbook {
  readonly x: readonly DataStep[];
  readonly y: readonly SettingsStep[];
}

/**
 * What to change, in the data (X) and in the training settings (Y): what lowers the risks most comes first. Settings that the
 * configuration has already are left out.
 * @param symptomIds symptoms the user ticked: only entries for their failure modes, called for by evidence or not.
 * Without any the evidence alone decides. Ids that are not known are ignored.
 */
export function playbook(risks: readonly Risk[], facts: AdviceFacts, symptomIds: readonly string[] = []): Playbook {
  const ticked = new Set(symptomIds.flatMap((id) => symptomById(id)?.mode ?? []));
  const strength = new Map<string, number>();
  for (const risk of risks)
    for (const { id, level } of risk.evidence)
      strength.set(id, Math.max(strength.get(id) ?? 0, riskLevels.indexOf(level)));
  const counted = risks.filter(({ mode }) => ticked.size === 0 || ticked.has(mode));
  const evidenceOf = (modes: readonly FailureMode[], because: readonly string[]): string[] => {
    const found = counted.filter(({ mode }) => modes.includes(mode)).flatMap(({ evidence }) => evidence);
    return [...new Set(found.map(({ id }) => id))]
      .filter((id) => because.includes(id))
      .sort((a, b) => (strength.get(b) ?? 0) - (strength.get(a) ?? 0));
  };
  const pick = <T extends Entry>(entries: readonly T[]) =>
    entries
      .map((entry) => ({ entry, evidence: evidenceOf(entry.modes, entry.because) }))
      .filter(({ entry, evidence }) => evidence.length > 0 || entry.modes.some((mode) => ticked.has(mode)))
      .map((found) => ({ ...found, cure: cureOf(found.entry, counted) }))
      .sort((a, b) => b.cure.levels - a.cure.levels || b.cure.evidence - a.cure.evidence);
  return {
    x: pick(dataAdvice.filter((entry) => entry.when?.(facts) ?? true)).map(({ entry, evidence }) => ({
      ...textOf(entry, evidence, facts),
      action: entry.action(facts, evidence),
    })),
    y: pick(settingsAdvice).flatMap(({ entry, evidence }): SettingsStep[] => {
      const settings = entry
        .settings(facts)
        .filter(({ key }) => withOwnWords.includes(facts.profile) || isTaken(key, facts.profile))
        .filter((setting) => !isPresent(setting, facts));
      const equivalents = {
        onetrainer: withoutPresent(entry.onetrainer(facts), facts),
        'ai-toolkit': withoutPresent(entry.aiToolkit(facts), facts),
      };
      const own: Readonly<Record<string, readonly string[]>> = equivalents;
      if (settings.length === 0 || own[facts.profile]?.length === 0) return [];
      return [
        {
          ...textOf(entry, evidence, facts),
          settings,
          equivalents,
          copy: copyText(settings),
        },
      ];
    }),
  };
}

type Entry = Pick<DataAdvice | SettingsAdvice, 'modes' | 'because'>;

/** The step from elevated to low counts for more than that from low to none. */
const weightOf = (level: RiskLevel): number => riskLevels.indexOf(level) ** 2;

/** How far risks would fall, if the evidence that a step is about were gone; and how much evidence that is. */
function cureOf({ modes, because }: Entry, risks: readonly Risk[]): { levels: number; evidence: number } {
  let levels = 0;
  let evidence = 0;
  for (const risk of risks) {
    if (!modes.includes(risk.mode)) continue;
    const rest = risk.evidence.filter(({ id }) => !because.includes(id));
    levels += weightOf(risk.level) - weightOf(combine(rest));
    for (const piece of risk.evidence) if (because.includes(piece.id)) evidence += weightOf(piece.level);
  }
  return { levels, evidence };
}

/** Whether the configuration has the value already. */
function isPresent(setting: TrainerSetting, { training }: AdviceFacts): boolean {
  const now = training?.values.get(setting.key);
  if (now === undefined) return false;
  const wanted = settingValue(setting);
  const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
  // One number stands for a square, or for a list of one.
  return same(now, wanted) || (Array.isArray(now) && now.every((item) => same(item, wanted)));
}

function textOf(
  entry: Omit<PlaybookEntry, 'title' | 'why' | 'evidence'> & Pick<DataAdvice, 'title' | 'why' | 'numbers'>,
  evidence: readonly string[],
  facts: AdviceFacts,
): PlaybookEntry {
  const { id, modes, source, heuristic } = entry;
  const why = [entry.why(facts), entry.numbers?.(facts, evidence) ?? ''].filter((text) => text !== '').join(' ');
  return { id, modes, title: entry.title(facts), why, evidence, source, heuristic };
}

/** Settings as TOML lines under a comment that names the file they belong to. */
export function copyText(settings: readonly TrainerSetting[]): string {
  return (['dataset_config', 'config_file'] as const)
    .map((file) => settings.filter((setting) => setting.file === file))
    .filter((group) => group.length > 0)
    .map((group) => [`# ${group[0].file}`, ...group.map(({ key, value }) => `${key} = ${value}`)].join('\n'))
    .join('\n\n');
}
