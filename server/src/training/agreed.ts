import type { SettingsLayer } from '../settings/settings.ts';

/** What all layers say alike, members of their groups included. */
export function agreed(layers: readonly SettingsLayer[]): SettingsLayer {
  const same = (values: readonly unknown[]): boolean =>
    values.every((value) => JSON.stringify(value) === JSON.stringify(values[0]));
  const common = <T extends object>(items: readonly T[]): T => {
    const [first] = items as readonly [T];
    const keys = Object.keys(first) as (keyof T)[];
    return Object.fromEntries(
      keys.flatMap((key) => (same(items.map((item) => item[key])) ? [[key, first[key]]] : [])),
    ) as T;
  };
  const whole = common(layers.map(({ caption: _c, training: _t, ...rest }) => rest));
  return {
    ...whole,
    caption: common(layers.map(({ caption }) => caption ?? {})),
    training: common(layers.map(({ training }) => training ?? {})),
  };
}
