import type { SettingValue } from '../../advice/facts.ts';
import { visible } from '../../ground/visible.ts';

/** A value in TOML; null where it has no form there. */
export function tomlValue(value: SettingValue): string | null {
  if (value === null) return null;
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return tomlNumber(value);
  const items = (value as readonly SettingValue[]).map(tomlValue);
  return items.some((item) => item === null) ? null : `[${items.join(', ')}]`;
}

/** `1e-4` is a float in TOML; `1e21` as JavaScript writes it too. */
function tomlNumber(value: number): string | null {
  if (!Number.isFinite(value)) return null;
  return String(value).replace('e+', 'e');
}

/** `name = value`; null where there is no value. */
export function tomlLine(name: string, value: SettingValue | undefined): string | null {
  const written = value === undefined ? null : tomlValue(value);
  return written === null ? null : `${name} = ${written}`;
}

/** A comment on one line, whatever it holds. */
export const tomlComment = (text: string): string => `# ${visible(text)}`;

export const presentLines = (lines: readonly (string | null)[]): string[] => lines.filter((line) => line !== null);
