import type { Finding } from '../ground/finding.ts';
import { folderOf, isImageName } from '../ground/paths.ts';
import { eachInSteps, type Steps } from '../ground/steps.ts';
import { RuleCount } from './rule-tally.ts';

/** Rules that may say of a tag that nearly all captions hold it, the most telling first. */
const tellers: readonly string[] = ['constant-style-tags', 'trigger-lock-in', 'low-diversity', 'framing-bias'];

/** Captions or images, and their share of the folder's, from which what is said of each is a fact of the folder. */
const fewest = 5;
const share = 0.5;

/** Files that a fact of the folder names. */
const named = 50;

/** Which findings say nothing that another one does not say better. */
export interface ToldOnce {
  /** Findings that are behind another one. */
  readonly silent: ReadonlySet<Finding>;
  /** What stands behind a finding, by that finding. */
  readonly behind: ReadonlyMap<Finding, readonly Finding[]>;
}

/**
 * Which of the findings on a folder is told where several speak of the same tags: the first of {@link tellers} that names them all.
 * The others stand behind it; as evidence they count as before.
 */
export function tellOnce(findings: Iterable<Finding>): ToldOnce {
  const silent = new Set<Finding>();
  const behind = new Map<Finding, Finding[]>();
  const speaking = [...findings]
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

/** What is said of captions, or of images, in the same words; counted by difference. */
interface Habit {
  readonly sample: Finding;
  files: number;
  findings: number;
}

/** Which findings in captions, or of images, are a habit of the folder, to be told once of it. */
export class Habits {
  readonly #said = new Map<string, Habit>();

  /** Counts what was found in one file in, or out. */
  count(findings: readonly Finding[], by: 1 | -1): void {
    const seen = new Set<string>();
    for (const finding of findings) {
      const key = keyOf(finding);
      if (key === null) continue;
      const habit = this.#said.get(key) ?? { sample: finding, files: 0, findings: 0 };
      habit.findings += by;
      if (!seen.has(key)) habit.files += by;
      seen.add(key);
      if (habit.findings > 0) this.#said.set(key, habit);
      else this.#said.delete(key);
    }
  }

  /**
   * The facts of a folder with so many captions, or images, each with the findings that it stands for. In steps: files are looked through.
   * @param of what was found in each file, for those that a fact names
   * @param tell puts "so many of so many" before what is said
   * @param ofFolder what is said of the folder itself
   */
  *facts(
    all: number,
    of: ReadonlyMap<string, { readonly findings: readonly Finding[] }>,
    tell: (files: number, all: number, said: string) => string,
    ofFolder: readonly Finding[] = [],
  ): Steps<FolderHabit[]> {
    const found: FolderHabit[] = [];
    for (const [key, { sample, files, findings }] of this.#said) {
      if (files < fewest || files < all * share) continue;
      const teller = toldElsewhere.get(sample.rule);
      if (teller !== undefined) {
        const other = ofFolder.find((finding) => finding.rule === teller && finding.severity === sample.severity);
        if (other)
          found.push({
            finding: null,
            rule: sample.rule,
            severity: sample.severity,
            key,
            findings,
            other,
            files: yield* filesWith(key, of),
          });
        continue;
      }
      const said = sample.habit ?? sample.message;
      const { rule, severity, failureModes } = sample;
      const related = (yield* filesWith(key, of)).map((file) => ({ file, range: null, message: said }));
      const message = tell(files, all, said);
      const finding = { rule, severity, failureModes, file: '', range: null, message, related };
      found.push({ finding, rule, severity, key, findings });
    }
    return found.sort((a, b) => ((a.key ?? '') < (b.key ?? '') ? -1 : 1));
  }
}

/** The first files in which something is said. */
function* filesWith(key: string, of: ReadonlyMap<string, { readonly findings: readonly Finding[] }>): Steps<string[]> {
  const files: string[] = [];
  yield* eachInSteps(of, ([file, { findings }]) => {
    if (findings.some((finding) => keyOf(finding) === key)) files.push(file);
  });
  // In an order of their own: what was judged last stands last in the map.
  return files.sort().slice(0, named);
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

/** A fact of the folder made of findings in its files. */
export interface FolderHabit extends Pick<Finding, 'rule' | 'severity'> {
  /** Null where another rule tells it. */
  readonly finding: Finding | null;
  /** What tells it then, and the first files of which it is told. */
  readonly other?: Finding;
  readonly files?: readonly string[];
  /** See {@link keyOf}; null where the findings it stands for are known one by one. */
  readonly key: string | null;
  /** How many findings it stands for. */
  readonly findings: number;
}

/** Rules of which another one tells what holds for the folder; each caption is told something else then. */
const toldElsewhere: ReadonlyMap<string, string> = new Map([['token-truncation', 'token-overflow-share']]);

/** What is the same where the same is said of two files; null where it need not be told once. */
export function keyOf({ rule, severity, habit, message }: Finding): string | null {
  if (severity === 'hint') return null;
  return toldElsewhere.has(rule) ? `${rule}\n${severity}` : `${rule}\n${severity}\n${habit ?? message}`;
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
      const [first, ...others] = [...found].sort((a, b) => (a.file < b.file ? -1 : 1));
      for (const other of others) if (other.file !== first.file) yield other;
    }
  }
}

function pairOf({ rule, severity, file, related }: Finding): string | null {
  const other = ofPairs.has(rule) ? related?.[0]?.file : undefined;
  return other === undefined ? null : [severity, ...[file, other].sort()].join('\n');
}
