import type { Audit } from './audit.ts';
import { fingerprints } from './fingerprint.ts';
import type { AuditReport, MetricDelta } from './report.ts';
import { countFindings } from './summary.ts';

/** Findings that are known and not to be told again. */
export interface Baseline {
  readonly version: 1;
  readonly tool: 'tagmetry';
  readonly findings: readonly { readonly rule: string; readonly file: string; readonly fingerprint: string }[];
}

/** The findings of an audit as a baseline. */
export function baselineOf({ findings, sourceOf }: Audit): Baseline {
  const names = fingerprints(findings, sourceOf);
  return {
    version: 1,
    tool: 'tagmetry',
    findings: findings.map(({ rule, file }, at) => ({ rule, file, fingerprint: names[at] })),
  };
}

/** Reads a baseline; null when the text is none. */
export function parseBaseline(text: string): Baseline | null {
  try {
    const value = JSON.parse(text);
    const entries: unknown = value?.version === 1 && value.tool === 'tagmetry' ? value.findings : null;
    const fits = Array.isArray(entries) && entries.every((entry) => typeof entry?.fingerprint === 'string');
    return fits ? value : null;
  } catch {
    return null;
  }
}

/** Leaves out the findings a baseline knows. */
export function withoutBaseline(audit: Audit, baseline: Baseline): Audit {
  const known = new Set(baseline.findings.map(({ fingerprint }) => fingerprint));
  const names = fingerprints(audit.findings, audit.sourceOf);
  return narrow(audit, (at) => !known.has(names[at]), { baseline: true });
}

/**
 * Leaves the findings of changed files, and those about the folder as a whole that were not there before.
 * @param changed files relative to the folder; a caption counts as changed with its image, and the other way round
 * @param before the findings at the revision, read without images
 */
export function onlyChanged(
  audit: Audit,
  changed: ReadonlySet<string>,
  since: string,
  before: { readonly fingerprints: ReadonlySet<string> },
): Audit {
  const touched = new Set(changed);
  for (const { file, caption } of audit.report.images) {
    if (caption === null || !(changed.has(file) || changed.has(caption))) continue;
    touched.add(file);
    touched.add(caption);
  }
  const names = fingerprints(audit.findings, audit.sourceOf);
  const keep = (at: number): boolean => {
    const { file } = audit.findings[at];
    return file === '' ? !before.fingerprints.has(names[at]) : touched.has(file);
  };
  return narrow(audit, keep, { changedSince: since });
}

function narrow(
  { report, findings, sourceOf }: Audit,
  keep: (at: number) => boolean,
  why: { readonly baseline?: true; readonly changedSince?: string },
): Audit {
  const kept = findings.map((_, at) => keep(at));
  const left = findings.filter((_, at) => kept[at]);
  const shown = report.findings.filter((_, at) => kept[at]);
  return {
    findings: left,
    sourceOf,
    report: {
      ...report,
      findings: shown,
      summary: { ...report.summary, ...countFindings(left) },
      narrowed: {
        baseline: why.baseline ?? report.narrowed?.baseline ?? false,
        changedSince: why.changedSince ?? report.narrowed?.changedSince ?? null,
        hidden: (report.narrowed?.hidden ?? 0) + findings.length - left.length,
      },
    },
  };
}

/** Numbers of the captions of an audit, by name. */
export function captionNumbers({ summary, metrics }: AuditReport): Record<string, number | null> {
  return {
    images: summary.images,
    captions: summary.captions,
    pairs: summary.pairs,
    'tags-per-caption': metrics.tagsPerCaption,
    vocabulary: metrics.vocabulary,
    'effective-tags': metrics.distribution.effectiveTags,
    gini: metrics.distribution.gini,
    singletons: metrics.singletons,
    'median-tokens': metrics.tokens.median,
    'longest-caption': metrics.tokens.max,
    'over-limit-share': metrics.tokens.overLimitShare,
    'template-share': metrics.template?.share ?? null,
  };
}

/** Numbers before and after, those that differ only. */
export function deltas(
  before: Readonly<Record<string, number | null>>,
  after: Readonly<Record<string, number | null>>,
): MetricDelta[] {
  return Object.entries(after)
    .filter(([metric, value]) => before[metric] !== value)
    .map(([metric, value]) => ({ metric, before: before[metric] ?? null, after: value }));
}
