import type { Finding } from '../ground/finding.ts';
import { folderOf } from '../ground/paths.ts';
import { eachInSteps, type Steps } from '../ground/steps.ts';

/** Captions or images, and their share of the folder's, from which what is said of each is a fact of the folder. */
export const fewest = 5;
export const share = 0.5;

/** Files that a fact of the folder names. */
export const named = 50;

/** How often the same is said in the files of a folder. */
interface Times {
  files: number;
  findings: number;
}

/** What is said of captions, or of images, in the same words; counted by difference. */
interface Habit {
  readonly sample: Finding;
  readonly folders: Map<string, Times>;
}

/** The files that a habit is one of: those of the subject, or those of its regularization set. */
export interface Whole {
  /** How many files there are. */
  readonly files: number;
  readonly has: (file: string) => boolean;
  /** Puts "so many of so many" before what is said. */
  readonly tell: (files: number, all: number, said: string) => string;
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
      const habit = this.#said.get(key) ?? { sample: finding, folders: new Map<string, Times>() };
      const folder = folderOf(finding.file);
      const times = habit.folders.get(folder) ?? { files: 0, findings: 0 };
      times.findings += by;
      if (!seen.has(key)) times.files += by;
      seen.add(key);
      if (times.findings > 0) habit.folders.set(folder, times);
      else habit.folders.delete(folder);
      if (habit.folders.size > 0) this.#said.set(key, habit);
      else this.#said.delete(key);
    }
  }

  /**
   * The facts of a folder, each with the findings that it stands for. In steps: files are looked through.
   * @param whole the captions, or images, that they are facts of
   * @param of what was found in each file, for those that a fact names
   * @param ofFolder what is said of the folder itself
   */
  *facts(
    whole: Whole,
    of: ReadonlyMap<string, { readonly findings: readonly Finding[] }>,
    ofFolder: readonly Finding[] = [],
  ): Steps<FolderHabit[]> {
    const found: FolderHabit[] = [];
    const all = whole.files;
    for (const [key, { sample, folders }] of this.#said) {
      let [files, findings] = [0, 0];
      for (const [folder, times] of folders) {
        if (!whole.has(`${folder}/`)) continue;
        files += times.files;
        findings += times.findings;
      }
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
            whole,
            findings,
            other,
            files: yield* filesWith(key, of, whole),
          });
        continue;
      }
      const said = sample.habit ?? sample.message;
      const { rule, severity, failureModes } = sample;
      const related = (yield* filesWith(key, of, whole)).map((file) => ({ file, range: null, message: said }));
      const message = whole.tell(files, all, said);
      const finding = { rule, severity, failureModes, file: '', range: null, message, related };
      found.push({ finding, rule, severity, key, whole, findings });
    }
    return found.sort((a, b) => ((a.key ?? '') < (b.key ?? '') ? -1 : 1));
  }
}

/** The first files in which something is said. */
function* filesWith(
  key: string,
  of: ReadonlyMap<string, { readonly findings: readonly Finding[] }>,
  whole: Whole,
): Steps<string[]> {
  const files: string[] = [];
  yield* eachInSteps(of, ([file, { findings }]) => {
    if (whole.has(file) && findings.some((finding) => keyOf(finding) === key)) files.push(file);
  });
  // In an order of their own: what was judged last stands last in the map.
  return files.sort().slice(0, named);
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
  /** The files it is a fact of; null beside no key. */
  readonly whole: Whole | null;
  /** How many findings it stands for. */
  readonly findings: number;
}

/** Rules of which another one tells what holds for the folder; each caption is told something else then. */
const toldElsewhere: ReadonlyMap<string, string> = new Map([['token-truncation', 'token-overflow-share']]);

/** What is the same where the same is said of two files; null where it need not be told once. */
export function keyOf({ rule, severity, habit, message }: Finding): string | null {
  if (severity === 'hint' && habit === undefined) return null;
  return toldElsewhere.has(rule) ? `${rule}\n${severity}` : `${rule}\n${severity}\n${habit ?? message}`;
}
