import type { Finding } from '../ground/finding.ts';
import type { SidecarData, Suppression } from '../settings/sidecar-data.ts';
import { normalTag } from '../tags/normal.ts';

interface Suppressions {
  readonly byRule: ReadonlyMap<string, readonly Suppression[]>;
  readonly baseline: ReadonlySet<string>;
}

const prepared = new WeakMap<SidecarData, Suppressions>();

/** How a baseline names a finding: rule, file and tag, so that it survives edits elsewhere in the caption. */
export function baselineKey({ rule, file, tag }: Pick<Finding, 'rule' | 'file' | 'tag'>): string {
  return `${rule} ${file}${tag === undefined ? '' : ` ${tag}`}`;
}

/** Whether the dataset's sidecar leaves a finding out. */
export function isSuppressed(finding: Finding, sidecar: SidecarData): boolean {
  const { byRule, baseline } = suppressionsOf(sidecar);
  if (baseline.size > 0 && baseline.has(baselineKey(finding))) return true;
  return byRule.get(finding.rule)?.some((suppression) => fits(suppression, finding)) ?? false;
}

function fits({ file, tag }: Suppression, finding: Finding): boolean {
  const folder = file?.replace(/^\.\/|\/+$/g, '');
  if (folder !== undefined && folder !== '' && finding.file !== folder && !finding.file.startsWith(`${folder}/`))
    return false;
  return tag === undefined || (finding.tag !== undefined && normalTag(tag) === finding.tag);
}

function suppressionsOf(sidecar: SidecarData): Suppressions {
  let found = prepared.get(sidecar);
  if (!found) {
    const byRule = new Map<string, Suppression[]>();
    for (const suppression of sidecar.suppressions) {
      const list = byRule.get(suppression.rule);
      if (list) list.push(suppression);
      else byRule.set(suppression.rule, [suppression]);
    }
    found = { byRule, baseline: new Set(sidecar.baseline) };
    prepared.set(sidecar, found);
  }
  return found;
}
