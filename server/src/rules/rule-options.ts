import type { z } from 'zod';

/** Values of a rule's options by name. */
export type OptionValues = Record<string, unknown>;

/** The options of a rule: what each is where nothing is set, and what a user may set. */
export interface RuleOptions<O extends OptionValues = OptionValues> {
  readonly defaults: O;
  /** Made when something is set: hardly any run needs it, and making it costs as much as judging a caption. */
  readonly shape: () => Readonly<Record<string, z.ZodType>>;
}

/** States the options of a rule, so that the compiler knows their values. */
export function ruleOptions<S extends Record<string, z.ZodType>>(
  defaults: { [K in keyof S]: z.output<S[K]> },
  shape: () => S,
): RuleOptions<{ [K in keyof S]: z.output<S[K]> }> {
  return { defaults, shape };
}
