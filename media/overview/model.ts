import type { Live } from '../../server/src/ground/live-answer.ts';
import type { ReportHead } from '../../server/src/report/live-report.ts';
import type { ReportFinding } from '../../server/src/report/report.ts';
import type { Place } from './messages.ts';

export type Severity = ReportFinding['severity'];
export const severities: readonly Severity[] = ['error', 'warning', 'info', 'hint'];

/** A report with what several views look up in it. Made once per report. */
export class OverviewModel {
  readonly report: Live<ReportHead>;
  readonly #images = new Map<string, number>();
  readonly #captions = new Map<string, number>();

  constructor(report: Live<ReportHead>) {
    this.report = report;
    report.images.forEach(({ file }, index) => {
      this.#images.set(file, index);
    });
    report.captions.forEach(({ file }, index) => {
      this.#captions.set(file, index);
    });
  }

  get revision(): number {
    return this.report.revision;
  }

  /** The folder's own name, without the folders above it. */
  get name(): string {
    return this.report.folder.split(/[\\/]/).filter(Boolean).at(-1) ?? this.report.folder;
  }

  /** Place of a file of the dataset, or null for what is neither image nor caption. */
  placeOf(file: string): Place | null {
    const image = this.#images.get(file);
    if (image !== undefined) return { kind: 'image', index: image };
    const caption = this.#captions.get(file);
    return caption === undefined ? null : { kind: 'caption', index: caption };
  }

  /** Name of a failure mode in the display language; an unknown one is shown by its id. */
  modeTitle(mode: string): string {
    return this.report.advice.risks.find((risk) => risk.mode === mode)?.title ?? mode;
  }

  /** The image to be shown for a file: itself, or that of a caption; null where there is none. */
  pictureOf(file: string): string | null {
    if (this.#images.has(file)) return file;
    return this.report.captions[this.#captions.get(file) ?? -1]?.image ?? null;
  }

  imageOf(file: string): ReportHead['images'][number] | undefined {
    return this.report.images[this.#images.get(file) ?? -1];
  }
}
