import type { Findings } from '../engine/findings.ts';
import { Answer, type Tracker } from '../facts/tracking.ts';
import { inBreaths } from '../ground/breath.ts';
import type { Finding } from '../ground/finding.ts';
import type { FolderSettings } from '../settings/settings.ts';
import { Collection } from './collect.ts';
import type { ConfigFindings } from './config-findings.ts';
import { FileOrder } from './file-order.ts';
import type { ReportCaption, ReportImage } from './report.ts';

export interface Pace {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** The judgement of one thing, and what of it stands in the collection. */
interface Judged {
  /** What it was judged with; the same objects as long as nothing of it changed. */
  readonly inputs: readonly unknown[];
  readonly answer: Answer<readonly Finding[]>;
  put: readonly Finding[] | null;
}

/** One thing to judge, with what the judgement rests on beside the index. */
export interface Judgement {
  readonly name: string;
  readonly inputs: readonly unknown[];
  readonly check: () => readonly Finding[];
}

/**
 * What an audit remembers for the next one of the same dataset: what was found in each caption, image and rule of the folder, and rows
 * of the report. What rests on something that changed is worked out again, the rest stays, down to the objects; so the difference to
 * the report before is cheap to tell.
 */
export class AuditMemory {
  readonly collection: Collection;
  readonly order = new FileOrder();
  readonly imageRows = new Rows<ReportImage>();
  readonly captionRows = new Rows<ReportCaption>();
  readonly #keeps: boolean;
  readonly #stamps = new Map<string, number>();
  readonly #judged = { image: new Map<string, Judged>(), folder: new Map<string, Judged>() };
  #configs: { readonly inputs: readonly unknown[]; readonly found: ConfigFindings } | null = null;

  /** @param keeps false: for one audit only, nothing is remembered */
  constructor({ keeps = true, withFixes = false }: { readonly keeps?: boolean; readonly withFixes?: boolean } = {}) {
    this.#keeps = keeps;
    this.collection = new Collection(withFixes);
  }

  /** Brings the findings of every caption up to date, in breaths. Rejects with the signal's reason. */
  async judgeCaptions(findings: Findings, files: readonly string[], pace: Pace): Promise<void> {
    const put = (file: string, found: readonly Finding[]): void => {
      this.collection.put('caption', file, found);
      const stamp = findings.stampOf(file);
      if (stamp !== undefined) this.#stamps.set(file, stamp);
    };
    if (!this.#keeps || this.#stamps.size === 0) return findings.each(put, pace);
    await findings.judgeAll(pace);
    const there = new Set<string>();
    await inBreaths(files, (file) => void there.add(file), pace.signal);
    const dropGone = (file: string): void => {
      if (there.has(file)) return;
      this.#stamps.delete(file);
      this.collection.drop('caption', file);
    };
    await inBreaths(this.#stamps.keys(), dropGone, pace.signal);
    const work = (file: string): void | Promise<void> => {
      if (this.#stamps.get(file) === findings.stampOf(file)) return;
      return findings.of(file).then((found) => put(file, found));
    };
    await inBreaths(files, work, pace.signal);
  }

  /** Brings the findings of images, or of the rules of the folder, up to date, in breaths. Rejects with the signal's reason. */
  async judge(
    kind: 'image' | 'folder',
    tracker: Tracker,
    judgements: Iterable<Judgement>,
    signal?: AbortSignal,
  ): Promise<void> {
    const known = this.#judged[kind];
    const there = new Set<string>();
    const work = ({ name, inputs, check }: Judgement): void => {
      there.add(name);
      if (!this.#keeps) {
        this.collection.put(kind, name, check());
        return;
      }
      let judged = known.get(name);
      if (!judged || !areSame(judged.inputs, inputs)) {
        judged = { inputs, answer: new Answer(tracker, check, sameFindings), put: judged?.put ?? null };
        known.set(name, judged);
      }
      const found = judged.answer.value;
      // Lines of places in other files may be other ones although the places are the same.
      if (found === judged.put && !found.some(hasPlaces)) return;
      this.collection.put(kind, name, found);
      judged.put = found;
    };
    await inBreaths(judgements, work, signal);
    for (const name of known.keys()) {
      if (there.has(name)) continue;
      known.delete(name);
      this.collection.drop(kind, name);
    }
  }

  /** What was found in the configurations; looked for again when one of the inputs is another one. */
  async configs(inputs: readonly unknown[], check: () => Promise<ConfigFindings>): Promise<ConfigFindings> {
    const known = this.#configs;
    if (known && areSame(known.inputs, inputs)) return known.found;
    const found = await check();
    this.#configs = { inputs, found };
    return found;
  }
}

/** Rows of a report by file, each the same object as long as it is made of the same. */
export class Rows<Row> {
  #made = new Map<string, { readonly inputs: readonly unknown[]; readonly row: Row }>();
  #settings: FolderSettings | null = null;

  /** A row for each item, in their order. */
  async of<Item extends { readonly file: string }>(
    settings: FolderSettings,
    items: Iterable<Item>,
    inputsOf: (item: Item) => readonly unknown[],
    make: (item: Item) => Row,
    signal?: AbortSignal,
  ): Promise<Row[]> {
    const before = settings === this.#settings ? this.#made : new Map<string, never>();
    const made = new Map<string, { readonly inputs: readonly unknown[]; readonly row: Row }>();
    const work = (item: Item): void => {
      const inputs = inputsOf(item);
      const known = before.get(item.file);
      made.set(item.file, known && areSame(known.inputs, inputs) ? known : { inputs, row: make(item) });
    };
    await inBreaths([...items], work, signal);
    this.#made = made;
    this.#settings = settings;
    return Array.from(made.values(), ({ row }) => row);
  }
}

const areSame = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((value, at) => Object.is(value, b[at]));

const hasPlaces = ({ range, related }: Finding): boolean =>
  range !== null || (related?.some((other) => other.range !== null) ?? false);

/** All that is shown of a finding; what its fixes edit is worked out when they are asked for. */
const shown = ({ rule, severity, file, range, message, tag, related, fixes }: Finding): string =>
  JSON.stringify([
    rule,
    severity,
    file,
    range,
    message,
    tag,
    related,
    fixes?.map(({ title, safety }) => [title, safety]),
  ]);

const sameFindings = (a: readonly Finding[], b: readonly Finding[]): boolean =>
  a.length === b.length && a.every((finding, at) => shown(finding) === shown(b[at]));
