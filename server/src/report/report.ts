import type { Advice } from '../advice/index.ts';
import type { Concept } from '../concepts/concepts.ts';
import type { IdleEntry } from '../dataset/idle.ts';
import type { FailureMode, FixSafety, Severity } from '../ground/finding.ts';
import type { LineRange } from '../ground/lines.ts';
import type { ImageCluster } from '../images/cluster.ts';
import type { ImageHeader } from '../images/header/types.ts';
import type { ImageMetrics } from '../images/image-metrics.ts';
import type { ImageLevel, SurveyOff } from '../images/survey.ts';
import type { DatasetMetrics } from '../metrics/metrics.ts';
import type { FolderSettings } from '../settings/settings.ts';
import type { PixelSize } from '../trainers/pixel-size.ts';
import type { ReportBucket } from './bucket-table.ts';
import type { ReportCooccurrence, ReportTag } from './tag-table.ts';

/** Version 1 of the audit's JSON. Fields are added, never changed or removed, within a version. */
export interface AuditReport {
  readonly version: 1;
  readonly tool: { readonly name: 'tagmetry'; readonly version: string };
  /**
   * The audited folder as it was named. Every other path is relative to it, "/" between names; only a training configuration
   * may lie outside, and its path then begins with "../".
   */
  readonly folder: string;
  readonly settings: {
    readonly model: string;
    readonly profile: string;
    /** Content tokens that train; null where they are not counted (see `encoder`) or no limit is known. */
    readonly tokenLimit: number | null;
    /** The encoder that carries the text: whether its tokens are counted, and how far it reads as far as known. */
    readonly encoder: FolderSettings['encoder'];
    /** Who says which model and trainer, and what sets the limit. */
    readonly origins: FolderSettings['origins'];
    /** Model, trainer and limit with who says them, in words. */
    readonly said: string;
    /** Side in pixels of the square the model is trained at. */
    readonly resolution: number;
  };
  readonly summary: ReportSummary;
  readonly metrics: DatasetMetrics & {
    /** Null when images were not looked at. */
    readonly images: ImageMetrics | null;
  };
  /** The folders with their triggers, declared or inferred, and why. */
  readonly concepts: readonly ReportConcept[];
  /** Every tag, most frequent first. */
  readonly tags: readonly ReportTag[];
  readonly cooccurrence: ReportCooccurrence;
  readonly findings: readonly ReportFinding[];
  readonly images: readonly ReportImage[];
  /** Where the trainer puts the images, the fullest bucket first; with its default bucket settings at `resolution`. */
  readonly buckets: readonly ReportBucket[];
  readonly captions: readonly ReportCaption[];
  /** Images and captions that do not train, with the reason; everything else in this report is of those that do. */
  readonly idle: readonly Pick<IdleEntry, 'file' | 'kind' | 'why'>[];
  readonly clusters: readonly ReportCluster[];
  /** Files that are no whole image. `detail`: what the content looks like, or an error code. */
  readonly damaged: readonly { readonly file: string; readonly reason: string; readonly detail: string | null }[];
  /** Images whose pixels could not be compared although nothing is known to be wrong with them. */
  readonly notCompared: readonly string[];
  readonly imageScan: {
    /** How far images were looked into. */
    readonly level: ImageLevel;
    /** Why not all pixels were looked at; null when they were, or were not asked for. */
    readonly switchedOff: SurveyOff | null;
  };
  /** Risks with their evidence, and what to do about them. */
  readonly advice: Advice;
  /** Why `findings` and their counts are not all there are; absent when they are. Everything else is of the whole folder. */
  readonly narrowed?: {
    /** Findings of a baseline are left out. */
    readonly baseline: boolean;
    /** Only findings of what changed since this git revision. */
    readonly changedSince: string | null;
    readonly hidden: number;
  };
  /** How numbers of the captions changed since a git revision. */
  readonly delta?: readonly MetricDelta[];
}

/** A report without its findings and what follows from them. */
export type ReportBody = Omit<AuditReport, 'advice' | 'findings'>;

export interface MetricDelta {
  readonly metric: string;
  readonly before: number | null;
  readonly after: number | null;
}

export interface ReportSummary {
  readonly images: number;
  readonly captions: number;
  /** Images with a caption. */
  readonly pairs: number;
  readonly findings: Readonly<Record<Severity, number>>;
  readonly rules: readonly { readonly rule: string; readonly severity: Severity; readonly count: number }[];
}

export interface ReportFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly file: string;
  /** Lines and UTF-16 characters from 0, in the text without byte-order mark; null for the whole file. */
  readonly range: LineRange | null;
  readonly message: string;
  readonly failureModes: readonly FailureMode[];
  readonly related: readonly { readonly file: string; readonly range: LineRange | null; readonly message: string }[];
  readonly fix: { readonly title: string; readonly safety: FixSafety } | null;
}

export type ReportConcept = Omit<Concept, 'triggerNorm'>;

export interface ReportImage {
  readonly file: string;
  readonly caption: string | null;
  /** Pixels as stored; null when the header could not be read. */
  readonly width: number | null;
  readonly height: number | null;
  readonly format: string | null;
  /** Everything the file's header says; null when it could not be read. */
  readonly header: ImageHeader | null;
  /** Whether there are pixels that are not opaque; null when the pixels were not looked at. */
  readonly transparent: boolean | null;
  /** Bytes. */
  readonly size: number;
  /** Size in pixels the trainer brings it to, and the share of pixels it cuts away for that; null without a size. */
  readonly bucket: PixelSize | null;
  readonly cropped: number | null;
}

export interface ReportCaption {
  readonly file: string;
  readonly image: string | null;
  /**
   * Content tokens of the longest text that is fed, prefix and suffix included; null where the main encoder is not counted, and when the
   * file could not be decoded.
   */
  readonly tokens: number | null;
  readonly tags: number;
}

/** Images that show one picture: equal files, equal pixels, or versions of it. */
export type ReportCluster = ImageCluster;
