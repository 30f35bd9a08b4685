import { append } from '../ground/append.ts';
import { inBreaths } from '../ground/breath.ts';
import type { Finding } from '../ground/finding.ts';
import { t } from '../ground/l10n.ts';
import { LineIndex } from '../ground/lines.ts';
import { eachInSteps, finishInBreaths, type Steps } from '../ground/steps.ts';
import { rules } from '../rules/registry.ts';
import type { FileOrder } from './file-order.ts';
import type { SourceOf } from './fingerprint.ts';
import { type FolderHabit, Habits, keyOf, type Whole } from './habits.ts';
import type { ReportFinding } from './report.ts';
import { type RuleCount, RuleTallies } from './rule-tally.ts';
import { countsOf, folderFacts, Pairs, type ToldOnce, tellOnce, withBehind } from './told.ts';

/** The findings of an audit and what the report says of them, at the same places. */
export interface Collected {
  readonly findings: Finding[];
  readonly reported: ReportFinding[];
}

/** What is judged, in the order in which a report tells findings of one place. */
export const judgedKinds = ['caption', 'image', 'folder', 'config'] as const;
export type JudgedKind = (typeof judgedKinds)[number];

const placeOfRule = new Map(rules.map(({ id }, place) => [id, place]));

/** Files whose lines are kept at once, for places that findings of other files name. */
const keptLines = 256;

/**
 * The findings of an audit by what was judged, so that they can be replaced one by one. Each is turned into what the report shows of
 * it as it comes: with their fixes, which hold on to whole captions, the findings of a large folder take several times the memory.
 */
export class Collection {
  readonly #withFixes: boolean;
  readonly #judged: Record<JudgedKind, Map<string, Collected>> = {
    caption: new Map(),
    image: new Map(),
    folder: new Map(),
    config: new Map(),
  };
  readonly #lines = new Map<string, LineIndex>();
  readonly #tallies = new RuleTallies();
  readonly #habits = { caption: new Habits(), image: new Habits() };
  readonly #pairs = new Pairs();
  /** What is told once; made by {@link tellOnce}. */
  #told: ToldOnce = tellOnce([]);
  #folderHabits: readonly FolderHabit[] = [];
  /** Findings of the dataset that one of these stands for. */
  #folded: ReadonlySet<Finding> = new Set();
  /** The tallies of some findings; null until somebody asks. */
  #subject: RuleTallies | null = null;
  #counts: (finding: Finding) => boolean = () => true;
  #key = '';
  #sourceOf: SourceOf = () => '';

  /** @param withFixes whether the findings keep their fixes, for whoever shows or applies them */
  constructor(withFixes: boolean) {
    this.#withFixes = withFixes;
  }

  /** Begins another look: what is put in from now on lies in these texts. */
  begin(sourceOf: SourceOf): void {
    this.#sourceOf = sourceOf;
    this.#lines.clear();
  }

  /** Puts what was found in a thing in the place of what was found there before. */
  put(kind: JudgedKind, name: string, findings: readonly Finding[]): void {
    this.drop(kind, name);
    if (findings.length === 0) return;
    const collected = {
      findings: this.#withFixes ? [...findings] : findings.map((finding) => ({ ...finding, fixes: undefined })),
      reported: findings.map((finding) => this.#report(finding)),
    };
    this.#judged[kind].set(name, collected);
    this.#tallies.count(collected.findings, 1);
    this.#subject?.count(collected.findings, 1);
    if (kind === 'caption' || kind === 'image') this.#habits[kind].count(collected.findings, 1);
    if (kind === 'caption') this.#pairs.count(collected.findings, 1);
  }

  /** Takes out what was found in a thing. */
  drop(kind: JudgedKind, name: string): void {
    const old = this.#judged[kind].get(name);
    if (!old) return;
    this.#judged[kind].delete(name);
    this.#tallies.count(old.findings, -1);
    this.#subject?.count(old.findings, -1);
    if (kind === 'caption' || kind === 'image') this.#habits[kind].count(old.findings, -1);
    if (kind === 'caption') this.#pairs.count(old.findings, -1);
  }

  /**
   * Decides in steps what is told once of the folder: to be asked when all of a look is put in, before counts and lists are made.
   * @param wholes what habits of captions and of images are facts of, each told by itself
   * @param imagesIn how many images lie in one of the folders
   */
  *tellOnce(
    wholes: { readonly captions: readonly Whole[]; readonly images: readonly Whole[] },
    imagesIn: (folder: string) => number,
  ): Steps<void> {
    const { folder, caption, image, config } = this.#judged;
    const ofDataset = [...folder.values()].flatMap(({ findings }) => findings);
    const told = tellOnce(
      ofDataset,
      [...config.values()].flatMap(({ findings }) => findings),
    );
    const ofPairs = this.#pairs.tellWith(ofDataset);
    this.#told = {
      silent: new Set([...told.silent, ...ofPairs.silent, ...this.#pairs.seconds()]),
      behind: new Map([...told.behind, ...ofPairs.behind]),
    };
    const tell = (...parts: [number, number, string]): string => t('{0} of {1} images: {2}', ...parts);
    const facts = folderFacts(ofDataset, imagesIn, tell);
    this.#folded = new Set(facts.flatMap(({ of }) => of));
    const habits: FolderHabit[] = [];
    for (const whole of wholes.captions) append(habits, yield* this.#habits.caption.facts(whole, caption, ofDataset));
    for (const whole of wholes.images) append(habits, yield* this.#habits.image.facts(whole, image));
    this.#folderHabits = [
      ...habits,
      ...facts.map(({ finding, of }) => {
        const { rule, severity } = finding;
        return { finding, rule, severity, key: null, whole: null, findings: of.length };
      }),
    ];
  }

  /** How much each rule has to tell, by its id: facts of the folder count once. */
  get counts(): Map<string, RuleCount> {
    return countsOf(this.#tallies.byRule, this.#told.silent, this.#folderHabits);
  }

  /** Rules all of whose findings are told by another one, with that one. */
  get toldBy(): ReadonlyMap<string, string> {
    const told = this.counts;
    const behind = [...this.#told.behind].flatMap(([by, others]) => others.map(({ rule }) => [rule, by.rule] as const));
    const habits = this.#folderHabits.flatMap(({ rule, other }) => (other ? [[rule, other.rule] as const] : []));
    return new Map([...behind, ...habits].filter(([rule]) => !told.has(rule)));
  }

  /**
   * The same of some findings only; nothing may be put in meanwhile.
   * @param key tells one choice from another
   */
  *talliesOf(key: string, counts: (finding: Finding) => boolean): Steps<RuleTallies> {
    if (this.#subject === null || key !== this.#key) {
      this.#key = key;
      this.#counts = counts;
      const tallies = new RuleTallies((finding) => this.#counts(finding));
      for (const kind of judgedKinds)
        yield* eachInSteps(this.#judged[kind].values(), ({ findings }) => tallies.count(findings, 1));
      this.#subject = tallies;
    }
    return this.#subject;
  }

  /** All of them, by file and place. Rejects with the signal's reason. */
  async sorted(order: FileOrder, signal?: AbortSignal): Promise<Collected> {
    const files = new Map<string, Collected>();
    const { silent, behind } = this.#told;
    const folded = this.#folded;
    const habitual = new Map<string, Whole[]>();
    for (const { key, whole } of this.#folderHabits)
      if (key !== null && whole) habitual.set(key, [...(habitual.get(key) ?? []), whole]);
    const isHabit = (finding: Finding): boolean =>
      habitual.get(keyOf(finding) ?? '')?.some((whole) => whole.has(finding.file)) ?? false;
    const isTold = (finding: Finding): boolean =>
      !silent.has(finding) && !folded.has(finding) && !(habitual.size > 0 && isHabit(finding));
    const add = ({ findings, reported }: Collected): void => {
      for (const [at, finding] of findings.entries()) {
        if (!isTold(finding)) continue;
        let of = files.get(finding.file);
        if (!of) {
          of = { findings: [], reported: [] };
          files.set(finding.file, of);
        }
        const others = behind.get(finding) ?? [];
        const cut = this.#folderHabits.find(({ other }) => other === finding)?.files ?? [];
        const whole = others.length + cut.length > 0 ? withBehind(finding, others, cut) : null;
        of.findings.push(whole ?? finding);
        of.reported.push(whole ? this.#report(whole) : reported[at]);
      }
    };
    for (const kind of judgedKinds) {
      const names = [...this.#judged[kind].keys()];
      // Whatever order they were judged in last.
      if (kind === 'folder') names.sort((a, b) => (placeOfRule.get(a) ?? 0) - (placeOfRule.get(b) ?? 0));
      await inBreaths(names, (name) => add(this.#judged[kind].get(name) ?? nothing), signal);
    }
    const own = this.#folderHabits.flatMap(({ finding }) => (finding === null ? [] : [finding]));
    // Their keys are those of nothing in a caption: each is told.
    add({ findings: own, reported: own.map((finding) => this.#report(finding)) });
    await order.include(files.keys(), signal);
    const all: Collected = { findings: [], reported: [] };
    const take = (file: string): void => {
      const { findings, reported } = files.get(file) ?? nothing;
      const places = [...findings.keys()].sort((a, b) => startOf(findings[a]) - startOf(findings[b]));
      append(
        all.findings,
        places.map((at) => findings[at]),
      );
      append(
        all.reported,
        places.map((at) => reported[at]),
      );
    };
    await inBreaths(await finishInBreaths(order.sortedInSteps(files.keys()), signal), take, signal);
    return all;
  }

  #report(finding: Finding): ReportFinding {
    const [fix] = finding.fixes ?? [];
    return {
      rule: finding.rule,
      severity: finding.severity,
      file: finding.file,
      range: finding.range && this.#linesOf(finding.file).range(finding.range),
      message: finding.message,
      failureModes: finding.failureModes,
      related:
        finding.related?.map(({ file, range, message }) => ({
          file,
          range: range && this.#linesOf(file).range(range),
          message,
        })) ?? noRelated,
      fix: fix ? { title: fix.title, safety: fix.safety } : null,
    };
  }

  #linesOf(file: string): LineIndex {
    let found = this.#lines.get(file);
    if (!found) {
      if (this.#lines.size >= keptLines) this.#lines.clear();
      found = new LineIndex(this.#sourceOf(file));
      this.#lines.set(file, found);
    }
    return found;
  }
}

const nothing: Collected = { findings: [], reported: [] };
const noRelated: ReportFinding['related'] = [];

const startOf = ({ range }: Finding): number => range?.start ?? -1;
