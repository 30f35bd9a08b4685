import { type SettingDiff, settingValue } from '../../advice/config-diff.ts';
import type { Fix } from '../../ground/finding.ts';
import { type ConfigValue, type EditableConfig, setFix } from './edits.ts';

/**
 * The fix that writes advised settings into a configuration file: values that differ are replaced wherever they stand, missing
 * options are added. Options of a subset that is not there yet are left out. Null when there is nothing to write.
 * @param diffs of this file only
 */
export function applySettings(config: EditableConfig, title: string, diffs: readonly SettingDiff[]): Fix | null {
  const fixes = diffs.flatMap((diff) => {
    const value = settingValue(diff) as ConfigValue;
    const places =
      diff.state === 'change'
        ? diff.current.map(({ path }) => path.slice(0, -1))
        : diff.state === 'add' && diff.table
          ? [diff.table]
          : [];
    return places.flatMap((table) => setFix(config, title, table, diff.key, value) ?? []);
  });
  const edits = fixes.flatMap((fix) => fix.edits.flatMap((file) => file.edits));
  return edits.length === 0 ? null : { title, safety: 'suggested', edits: [{ file: config.file, edits }] };
}
