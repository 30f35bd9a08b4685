import { closest, distance } from 'fastest-levenshtein';
import type { Draft } from '../ground/finding.ts';
import { t } from '../ground/l10n.ts';
import type { SettingsInput } from '../settings/schema.ts';
import type { FolderSettings } from '../settings/settings.ts';
import { wrongValue } from '../settings/wrong-value.ts';
import { ruleById, rules } from './registry.ts';
import type { Rule, RuleScope } from './rule.ts';

/** The rules of one scope. */
export type RuleOf<S extends RuleScope> = Extract<Rule, { scope: S }>;

/**
 * A rule that is on, with its options complete. All have one shape: what is asked of every rule for every caption is found at one place,
 * whichever functions the rules have.
 */
export interface ActiveRule<R extends Rule = Rule> {
  readonly rule: R;
  readonly options: Record<string, unknown>;
  /** Its quick look; undefined where it always looks closely. */
  readonly mayFind: ((context: ContextOf<R>, options: Record<string, unknown>) => boolean) | undefined;
  readonly check: (context: ContextOf<R>, options: Record<string, unknown>) => Iterable<Draft>;
}

/** What a rule judges. */
type ContextOf<R extends Rule> = Parameters<R['check']>[0];

/** A folder rule as it judges one caption. */
export type RuleInCaption = Omit<ActiveRule<RuleOf<'caption'>>, 'rule'> & { readonly rule: RuleOf<'folder'> };

/** The rules that are on, by scope, in the order of the registry. */
export type ActiveRules = { readonly [S in RuleScope]: readonly ActiveRule<RuleOf<S>>[] } & {
  /** Folder rules that say something within a caption too. */
  readonly inCaption: readonly RuleInCaption[];
};

/** A setting of a rule that cannot be used. `path` leads to it from the object `rules`. */
export interface RuleProblem {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

const active = new WeakMap<FolderSettings, ActiveRules>();

/** The rules that are on under these settings; worked out once for each settings object. */
export function activeRules(settings: FolderSettings): ActiveRules {
  let found = active.get(settings);
  if (!found) {
    found = activate(settings);
    active.set(settings, found);
  }
  return found;
}

/** The severity a rule has under these settings. */
export function severityOf(rule: Rule, settings: FolderSettings): Rule['severity'] {
  return settings.severities[rule.id] ?? rule.severity;
}

/** What cannot be used among a layer's settings of rules: unknown rules, unknown options, values of the wrong kind. */
export function ruleProblems(layer: SettingsInput['rules']): RuleProblem[] {
  const problems: RuleProblem[] = [];
  for (const [id, setting] of Object.entries(layer ?? {})) {
    const rule = ruleById(id);
    if (!rule) problems.push({ path: [id], message: unknownRule(id) });
    else if (typeof setting === 'object') {
      const { severity: _, ...options } = setting;
      for (const problem of optionProblems(rule, options)) problems.push(problem);
    }
  }
  return problems;
}

/** What to say of a rule id that no rule has. */
export function unknownRule(id: string): string {
  const near = closest(
    id,
    rules.map((rule) => rule.id),
  );
  return distance(id, near) <= Math.max(2, id.length / 4)
    ? t('There is no rule "{0}". Did you mean "{1}"?', id, near)
    : t('There is no rule "{0}".', id);
}

function optionProblems({ id, options }: Rule, given: Readonly<Record<string, unknown>>): RuleProblem[] {
  const names = Object.keys(options?.defaults ?? {});
  const shape = Object.keys(given).length === 0 ? undefined : options?.shape();
  return Object.entries(given).flatMap(([name, value]): RuleProblem[] => {
    const schema = names.includes(name) ? shape?.[name] : undefined;
    if (!schema)
      return [
        {
          path: [id, name],
          message:
            names.length === 0
              ? t('{0} has no option "{1}": only its severity can be set.', id, name)
              : t('{0} has no option "{1}". Its options: {2}.', id, name, names.join(', ')),
        },
      ];
    const parsed = schema.safeParse(value);
    if (parsed.success) return [];
    const { path: within, message } = wrongValue(parsed.error.issues[0], value);
    const path = [id, name, ...within];
    return [{ path, message: t('{0}: {1}. The default is used.', path.join('.'), message) }];
  });
}

/** The options of a rule, complete: a value that cannot be used gives way to the default. */
function optionsOf({ id, options }: Rule, settings: FolderSettings): Record<string, unknown> {
  if (options === undefined) return {};
  const given = settings.ruleOptions[id];
  const complete = { ...options.defaults };
  if (given === undefined) return complete;
  for (const [name, schema] of Object.entries(options.shape())) {
    const parsed = Object.hasOwn(given, name) ? schema.safeParse(given[name]) : undefined;
    if (parsed?.success) complete[name] = parsed.data;
  }
  return complete;
}

function activate(settings: FolderSettings): ActiveRules {
  const of = <S extends RuleScope>(scope: S): ActiveRule<RuleOf<S>>[] =>
    rules
      .filter((rule): rule is RuleOf<S> => rule.scope === scope && severityOf(rule, settings) !== 'off')
      .map((rule) => {
        const { mayFind }: Pick<Partial<ActiveRule<RuleOf<S>>>, 'mayFind'> = rule as object;
        return {
          rule,
          options: optionsOf(rule, settings),
          mayFind,
          check: rule.check as ActiveRule<RuleOf<S>>['check'],
        };
      });
  const folder = of('folder');
  return {
    caption: of('caption'),
    'caption-file': of('caption-file'),
    folder,
    image: of('image'),
    config: of('config'),
    inCaption: folder.flatMap(({ rule, options }): RuleInCaption[] => {
      const { mayFindInCaption: mayFind, checkCaption: check } = rule;
      return check === undefined ? [] : [{ rule, options, mayFind, check }];
    }),
  };
}
