import { type Finding, severities } from '../ground/finding.ts';
import { folderOf, isImageName } from '../ground/paths.ts';
import { type FolderHabit, fewest, keyOf, named, share } from './habits.ts';
import { RuleCount } from './rule-tally.ts';

/** Rules that may say of a tag that nearly all captions hold it, the most telling first. */
const tellers: readonly string[] = ['constant-style-tags', 'trigger-lock-in', 'low-diversity', 'framing-bias'];

/** Which findings say nothing that another one does not say better. */
export interface ToldOnce {
  /** Findings that are behind another one. */
  readonly silent: ReadonlySet<Finding>;
  /** What stands behind a finding, by that finding. */
  readonly behind: ReadonlyMap<Finding, readonly Finding[]>;
}

/**
 * Which of the findings on a folder is told where several speak of the same tags: the first of {@link tellers} that names them all.
 * The others stand behind it; as evidence they count as before. What the configuration is told for the same fact stands behind what the
 * folder is.
 * @param findings those of the rules of the dataset
 * @param ofConfig those of its configuration
 */
export function tellOnce(findings: readonly Finding[], ofConfig: readonly Finding[] = []): ToldOnce {
  const silent = new Set<Finding>();
  const behind = new Map<Finding, Finding[]>();
  for (const finding of ofConfig) {
    const better = finding.fact === undefined ? undefined : findings.find(({ fact }) => fact === finding.fact);
    if (!better) continue;
    silent.add(finding);
    behind.set(better, [...(behind.get(better) ?? []), finding]);
  }
  const speaking = findings
    .filter(({ rule, always = [] }) => always.length > 0 && tellers.includes(rule))
    .sort((a, b) => tellers.indexOf(a.rule) - tellers.indexOf(b.rule));
  for (const [at, finding] of speaking.entries()) {
    const better = speaking
      .slice(0, at)
      .find(
        (other) =>
          !silent.has(other) &&
          other.rule !== finding.rule &&
          finding.always?.every((tag) => other.always?.includes(tag)),
      );
    if (!better) continue;
    silent.add(finding);
    behind.set(better, [...(behind.get(better) ?? []), finding]);
  }
  return { silent, behind };
}

/**
 * Facts of single folders made of what a rule of the dataset says of most images in them: that none of them trains, or has a caption.
 * @param findings those of the rules of the dataset
 * @param imagesIn how many images lie in a folder
 * @param tell puts "so many of so many" before what is said
 */
export function folderFacts(
  findings: Iterable<Finding>,
  imagesIn: (folder: string) => number,
  tell: (images: number, all: number, said: string) => string,
): { readonly finding: Finding; readonly of: readonly Finding[] }[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = isImageName(finding.file) ? keyOf(finding) : null;
    if (key === null) continue;
    const place = `${folderOf(finding.file)}\n${key}`;
    const group = groups.get(place);
    if (group) group.push(finding);
    else groups.set(place, [finding]);
  }
  return [...groups.values()].flatMap((of) => {
    const [{ rule, severity, failureModes, file, habit, message }] = of;
    const folder = folderOf(file);
    const all = imagesIn(folder);
    if (of.length < fewest || of.length < all * share) return [];
    const said = habit ?? message;
    const related = of.slice(0, named).map((one) => ({ file: one.file, range: null, message: said }));
    const told = tell(of.length, all, said);
    return [{ finding: { rule, severity, failureModes, file: folder, range: null, message: told, related }, of }];
  });
}

/** Counts of rules without what is not told, and with what stands for it. */
export function countsOf(
  byRule: ReadonlyMap<string, RuleCount>,
  silent: ReadonlySet<Finding>,
  habits: readonly FolderHabit[],
): Map<string, RuleCount> {
  const counts = new Map<string, RuleCount>();
  for (const [rule, { bySeverity }] of byRule) {
    const count = new RuleCount();
    for (const severity of ['error', 'warning', 'info', 'hint'] as const) count.add(severity, bySeverity[severity]);
    counts.set(rule, count);
  }
  for (const { rule, severity } of silent) counts.get(rule)?.add(severity, -1);
  for (const { finding, rule, severity, findings } of habits)
    counts.get(rule)?.add(severity, (finding === null ? 0 : 1) - findings);
  for (const [rule, { findings }] of counts) if (findings === 0) counts.delete(rule);
  return counts;
}

/** Rules that say the same of two captions, in each of the other. */
const ofPairs: ReadonlySet<string> = new Set(['conflicting-duplicate-captions']);

/** What is said of two captions in both of them, kept by difference: told once, in the first by name. */
export class Pairs {
  readonly #said = new Map<string, Finding[]>();

  /**
   * What rules say of two images whose captions are told to disagree: that finding says that they are one picture as well, and that it
   * matters which is kept, so that the other one stands behind it unless it is graver.
   * @param ofDataset findings of the rules of the dataset
   */
  tellWith(ofDataset: readonly Finding[]): ToldOnce {
    const told = new Map<string, Finding>();
    for (const found of this.#said.values()) {
      const [first] = inOrder(found);
      if (first?.fact !== undefined) told.set(first.fact, first);
    }
    const silent = new Set<Finding>();
    const behind = new Map<Finding, Finding[]>();
    for (const finding of told.size === 0 ? [] : ofDataset) {
      const better = finding.fact === undefined ? undefined : told.get(finding.fact);
      if (better === undefined || severities.indexOf(better.severity) > severities.indexOf(finding.severity)) continue;
      silent.add(finding);
      behind.set(better, [...(behind.get(better) ?? []), finding]);
    }
    return { silent, behind };
  }

  /** Takes what was found in a caption in, or out. */
  count(findings: readonly Finding[], by: 1 | -1): void {
    for (const finding of findings) {
      const key = pairOf(finding);
      if (key === null) continue;
      const others = (this.#said.get(key) ?? []).filter((one) => one !== finding);
      if (by > 0) this.#said.set(key, [...others, finding]);
      else if (others.length > 0) this.#said.set(key, others);
      else this.#said.delete(key);
    }
  }

  /** The second finding of each pair. */
  *seconds(): Iterable<Finding> {
    for (const found of this.#said.values()) {
      const [first, ...others] = inOrder(found);
      for (const other of others) if (other.file !== first.file) yield other;
    }
  }
}

const inOrder = (found: readonly Finding[]): Finding[] => [...found].sort((a, b) => (a.file < b.file ? -1 : 1));

function pairOf({ rule, severity, file, related }: Finding): string | null {
  const other = ofPairs.has(rule) ? related?.[0]?.file : undefined;
  return other === undefined ? null : [severity, ...[file, other].sort()].join('\n');
}

/** A finding with those that stand behind it as related places. */
export const withBehind = (finding: Finding, others: readonly Finding[], files: readonly string[]): Finding => ({
  ...finding,
  related: [
    ...(finding.related ?? []),
    ...others.map(({ file, message }) => ({ file, range: null, message })),
    ...files.map((file) => ({ file, range: null, message: finding.message })),
  ],
});
