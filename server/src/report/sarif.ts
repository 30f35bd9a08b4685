import { failureModesOf } from '../advice/evidence.ts';
import type { Finding, Severity } from '../ground/finding.ts';
import { LineIndex, type LineRange } from '../ground/lines.ts';
import type { TextRange } from '../ground/text.ts';
import { rules } from '../rules/registry.ts';
import type { Rule } from '../rules/rule.ts';
import { fingerprints, type SourceOf } from './fingerprint.ts';
import type { AuditReport } from './report.ts';

const levels: Record<Severity, 'error' | 'warning' | 'note'> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  hint: 'note',
};

/**
 * The report as SARIF 2.1.0 (OASIS). Fixes are the declarative edits of the findings, where those are edits of text.
 * @param findings the findings that `report.findings` shows, in the same order
 * @param base URI of the audited folder, ending in "/"; null leaves it to the reader
 */
export function writeSarif(
  report: AuditReport,
  findings: readonly Finding[],
  sourceOf: SourceOf,
  base: string | null,
): string {
  const rangeOf = ranges(sourceOf);
  const numbers = new Map(rules.map((rule, index) => [rule.id, index]));
  const names = fingerprints(findings, sourceOf);
  const results = report.findings.map((finding, at) => ({
    ruleId: finding.rule,
    ...(numbers.has(finding.rule) ? { ruleIndex: numbers.get(finding.rule) } : {}),
    level: levels[finding.severity],
    message: { text: unlinked(finding.message) },
    locations: [location(finding.file, finding.range)],
    ...(finding.related.length > 0
      ? {
          relatedLocations: finding.related.map((place, id) => ({
            id: id + 1,
            ...location(place.file, place.range),
            message: { text: unlinked(place.message) },
          })),
        }
      : {}),
    partialFingerprints: { 'tagmetry/v1': names[at] },
    ...fixesOf(findings[at], rangeOf),
    properties: { failureModes: finding.failureModes, severity: finding.severity },
  }));
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Tagmetry',
            semanticVersion: report.tool.version,
            rules: rules.map(descriptor),
          },
        },
        columnKind: 'utf16CodeUnits',
        ...(base === null ? {} : { originalUriBaseIds: { [baseId]: { uri: base } } }),
        results,
        properties: { summary: report.summary, metrics: report.metrics, risks: report.advice.risks },
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** Viewers make a link of "[text](target)" in a message (SARIF 2.1.0, 3.11.6); a caption that holds such a thing gets none. */
const unlinked = (text: string): string => text.replaceAll('](', '] (');

const baseId = 'DATASET';

type RangeOf = (file: string, range: TextRange) => LineRange;

function ranges(sourceOf: SourceOf): RangeOf {
  const lines = new Map<string, LineIndex>();
  return (file, range) => {
    let index = lines.get(file);
    if (!index) {
      index = new LineIndex(sourceOf(file));
      lines.set(file, index);
    }
    return index.range(range);
  };
}

function descriptor(rule: Rule) {
  const severity = rule.severity === 'off' ? 'info' : rule.severity;
  return {
    id: rule.id,
    shortDescription: { text: rule.summary },
    fullDescription: { text: rule.why },
    help: { text: `${rule.summary} ${rule.why}` },
    defaultConfiguration: { enabled: rule.severity !== 'off', level: levels[severity] },
    properties: {
      group: rule.group,
      failureModes: failureModesOf(rule.id),
      tags: [rule.group, ...failureModesOf(rule.id)],
    },
  };
}

function location(file: string, range: LineRange | null) {
  return {
    physicalLocation: {
      artifactLocation: artifact(file),
      ...(range ? { region: region(range) } : {}),
    },
  };
}

/** A path as a relative URI reference: every name percent-encoded. */
const artifact = (file: string) => ({
  uri: file === '' ? './' : file.split('/').map(encodeName).join('/'),
  uriBaseId: baseId,
});

const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** encodeURIComponent throws on half a surrogate pair, which a file name can hold. */
const encodeName = (name: string): string => encodeURIComponent(name.replace(loneSurrogate, '\ufffd'));

const region = ({ start, end }: LineRange) => ({
  startLine: start.line + 1,
  startColumn: start.character + 1,
  endLine: end.line + 1,
  endColumn: end.character + 1,
});

function fixesOf(finding: Finding | undefined, rangeOf: RangeOf) {
  const fixes = (finding?.fixes ?? []).filter((fix) => !fix.resave && fix.edits.some(({ edits }) => edits.length > 0));
  if (fixes.length === 0) return {};
  return {
    fixes: fixes.map((fix) => ({
      description: { text: fix.title },
      artifactChanges: fix.edits
        .filter(({ edits }) => edits.length > 0)
        .map(({ file, edits }) => ({
          artifactLocation: artifact(file),
          replacements: edits.map(({ range, newText }) => ({
            deletedRegion: region(rangeOf(file, range)),
            ...(newText === '' ? {} : { insertedContent: { text: newText } }),
          })),
        })),
      properties: { safety: fix.safety },
    })),
  };
}
