import type { DatasetIndex } from '../dataset/index.ts';
import type { CaptionRecord } from '../facts/record.ts';
import { type Cell, changedSince } from '../facts/tracking.ts';
import { inBreaths } from '../ground/breath.ts';
import type { Finding } from '../ground/finding.ts';
import { checkCaption, type RuleFailureListener } from '../rules/run.ts';
import type { FolderSettings } from '../settings/settings.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type FindingSummary, type RuleCount, Summaries } from './summary.ts';

/** Bytes read to guess the encoding of a file that is not UTF-8. */
const guessedBytes = 1 << 16;

/** Captions whose findings are kept in full: those somebody looks at. The others are kept in numbers, and made again when shown. */
const keptInFull = 64;

/** What is kept of one caption. */
interface Kept {
  readonly record: CaptionRecord;
  /** What its findings rest on beside the record and the settings. */
  readonly cells: readonly Cell[];
  /** The tracker's revision at which the findings were last known to hold. */
  settledAt: number;
  readonly summary: FindingSummary;
  /** A number that differs when the findings do. */
  readonly digest: number;
  /** The keeper's revision at which caption or findings last became other ones. */
  readonly changedAt: number;
}

export interface FindingsOptions {
  readonly onFailure?: RuleFailureListener | undefined;
  /** False: every caption is judged once and nothing is kept, as a command does that ends afterwards. */
  readonly keeps?: boolean;
}

export interface JudgeOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/**
 * The keeper of what the rules say about the captions of a dataset. A caption is judged when it is first asked about, and again
 * when its text, the settings or an answer of the folder that its findings rest on became another one; what that is, the
 * tracker noted while the rules read. Folder, image and configuration rules are not kept here.
 */
export class Findings {
  readonly #workspace: Workspace;
  readonly #index: DatasetIndex;
  readonly #onFailure: RuleFailureListener | undefined;
  readonly #keeps: boolean;
  readonly #kept = new Map<string, Kept>();
  readonly #full = new Map<string, { readonly kept: Kept; readonly findings: readonly Finding[] }>();
  readonly #gone = new Map<string, number>();
  readonly #totals = new Map<string, { rule: RuleCount['rule']; severity: RuleCount['severity']; count: number }>();
  readonly #summaries = new Summaries();
  #settings: FolderSettings;
  #settingsKey: string;
  /** The captions as they were listed when those that are gone were dropped last. */
  #listed: DatasetIndex['sortedCaptions'] | null = null;
  #revision = 0;
  #judged = 0;

  constructor(
    workspace: Workspace,
    index: DatasetIndex,
    settings: FolderSettings,
    { onFailure, keeps = true }: FindingsOptions = {},
  ) {
    this.#workspace = workspace;
    this.#index = index;
    this.#settings = settings;
    this.#settingsKey = keyOf(settings);
    this.#onFailure = onFailure;
    this.#keeps = keeps;
  }

  get settings(): FolderSettings {
    return this.#settings;
  }

  /** Grows whenever a caption or what was found in it becomes another one; known as far as captions were asked about. */
  get revision(): number {
    return this.#revision;
  }

  /** How often a caption was judged, for those who measure. */
  get judged(): number {
    return this.#judged;
  }

  /** Takes over other settings. Captions are judged again unless they say the same. */
  use(settings: FolderSettings): void {
    const key = keyOf(settings);
    this.#settings = settings;
    if (key === this.#settingsKey) return;
    this.#settingsKey = key;
    for (const kept of this.#kept.values()) kept.settledAt = -1;
    this.#full.clear();
  }

  /** The findings of a caption as it stands, sorted by place; none for a file that is no caption. */
  async of(file: string): Promise<readonly Finding[]> {
    const record = this.#index.record(file);
    if (!record) return [];
    const known = this.#full.get(file);
    if (known && known.kept === this.#kept.get(file) && this.#holds(known.kept, record)) return known.findings;
    const bytes = record.source.kind === 'undecodable' ? await this.#headOf(file) : undefined;
    // Meanwhile the caption may have been edited.
    return this.#judge(file, this.#index.record(file) ?? record, bytes);
  }

  /** What was found in a caption, in numbers; null for a file that is no caption or was not read yet. */
  summary(file: string): FindingSummary | null {
    const record = this.#index.record(file);
    if (!record) return null;
    const kept = this.#kept.get(file);
    if (kept && this.#holds(kept, record)) return kept.summary;
    const findings = this.#judge(file, record);
    return this.#kept.get(file)?.summary ?? this.#summaries.of(findings);
  }

  /** The same as far as it is known without judging; null also for a caption that would have to be judged anew. */
  known(file: string): FindingSummary | null {
    const record = this.#index.record(file);
    const kept = this.#kept.get(file);
    return record && kept && this.#holds(kept, record) ? kept.summary : null;
  }

  /** Brings what is kept of every caption up to date, in breaths. */
  async judgeAll({ signal, onProgress }: JudgeOptions = {}): Promise<void> {
    this.#dropGone();
    let done = 0;
    const work = ({ file }: { readonly file: string }): void => {
      this.summary(file);
      onProgress?.(++done, this.#index.captionCount);
    };
    await inBreaths([...this.#index.captions], work, signal);
  }

  /** Hands on the findings of every caption in full, in order of the listing and in breaths. */
  async each(
    use: (file: string, findings: readonly Finding[]) => void,
    { signal, onProgress }: JudgeOptions = {},
  ): Promise<void> {
    this.#dropGone();
    let done = 0;
    const work = ({ file }: { readonly file: string }): void | Promise<void> => {
      const record = this.#index.record(file);
      onProgress?.(++done, this.#index.captionCount);
      if (!record) return;
      if (record.source.kind === 'undecodable') return this.of(file).then((findings) => use(file, findings));
      const known = this.#full.get(file);
      const holds = known && known.kept === this.#kept.get(file) && this.#holds(known.kept, record);
      use(file, holds ? known.findings : this.#judge(file, record, undefined, false));
    };
    await inBreaths([...this.#index.captions], work, signal);
  }

  /**
   * The captions that are other ones than at a revision of this keeper, or in which something else was found, those that are
   * gone included; in no order. Complete after {@link judgeAll}.
   */
  *changedSince(revision: number): Iterable<string> {
    for (const [file, { changedAt }] of this.#kept) if (changedAt > revision) yield file;
    for (const [file, goneAt] of this.#gone) if (goneAt > revision) yield file;
  }

  /**
   * A number that is another one whenever a caption, or what was found in it, is; undefined where it was not judged yet, or nothing is
   * kept. Up to date after {@link judgeAll}.
   */
  stampOf(file: string): number | undefined {
    return this.#kept.get(file)?.changedAt;
  }

  /** How often each rule found something in the captions judged so far, by severity. Kept by difference. */
  get totals(): readonly RuleCount[] {
    return [...this.#totals.values()];
  }

  #holds(kept: Kept, record: CaptionRecord): boolean {
    const { revision } = this.#index.tracker;
    if (kept.record !== record || kept.settledAt < 0) return false;
    if (kept.settledAt === revision) return true;
    if (changedSince(kept.cells, kept.settledAt)) return false;
    kept.settledAt = revision;
    return true;
  }

  #judge(file: string, record: CaptionRecord, bytes?: Uint8Array, inFull = true): readonly Finding[] {
    const { tracker } = this.#index;
    this.#judged++;
    const check = (): Finding[] => checkCaption(this.#index, record, this.#settings, bytes, this.#onFailure);
    if (!this.#keeps) return check();
    const settledAt = tracker.revision;
    const { value: findings, cells } = tracker.record(check);
    const before = this.#kept.get(file);
    const summary = this.#summaries.of(findings);
    // What a file that is not text is taken for is known only with its bytes.
    const digest = digestOf(findings, record.source.kind === 'text');
    const isNew = before?.record !== record || before.digest !== digest;
    const kept: Kept = {
      record,
      cells,
      settledAt,
      summary,
      digest,
      changedAt: isNew ? ++this.#revision : before.changedAt,
    };
    this.#count(before?.summary, -1);
    this.#count(summary, 1);
    this.#kept.set(file, kept);
    this.#gone.delete(file);
    this.#full.delete(file);
    if (inFull && (bytes !== undefined || record.source.kind !== 'undecodable')) {
      this.#full.set(file, { kept, findings });
      const [oldest] = this.#full.keys();
      if (this.#full.size > keptInFull && oldest !== undefined) this.#full.delete(oldest);
    }
    return findings;
  }

  #count(summary: FindingSummary | undefined, by: 1 | -1): void {
    for (const { rule, severity, count } of summary?.counts ?? []) {
      const key = `${rule} ${severity}`;
      const total = this.#totals.get(key) ?? { rule, severity, count: 0 };
      total.count += count * by;
      if (total.count > 0) this.#totals.set(key, total);
      else this.#totals.delete(key);
    }
  }

  #dropGone(): void {
    const listed = this.#index.sortedCaptions;
    if (listed === this.#listed) return;
    this.#listed = listed;
    for (const [file, { summary }] of this.#kept) {
      if (this.#index.caption(file)) continue;
      this.#count(summary, -1);
      this.#kept.delete(file);
      this.#full.delete(file);
      this.#gone.set(file, ++this.#revision);
    }
  }

  async #headOf(file: string): Promise<Uint8Array> {
    return this.#workspace.readStart(`${this.#index.root}/${file}`, guessedBytes).then(
      ({ bytes }) => bytes,
      () => new Uint8Array(),
    );
  }
}

/** Settings as text, to tell whether others say the same. */
function keyOf(settings: FolderSettings): string {
  return JSON.stringify(settings, (_, value: unknown) => (value instanceof Map ? [...value] : value));
}

/** FNV-1a over what is shown of findings. */
function digestOf(findings: readonly Finding[], withMessages: boolean): number {
  let hash = 0x811c9dc5;
  const add = (text: string): void => {
    for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  };
  const place = (range: Finding['range']): string => (range ? `${range.start}-${range.end}` : '-');
  for (const { rule, severity, range, message, related = [] } of findings) {
    add(rule);
    add(severity);
    add(place(range));
    if (withMessages) add(message);
    for (const other of related) add(other.file + place(other.range) + other.message);
  }
  return hash >>> 0;
}
