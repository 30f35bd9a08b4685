/** What decides which tags fall behind the token limit when flexible tags are shuffled. */
export interface KeepChanceInput {
  /** Tags at the head that never move. */
  readonly fixed: readonly string[];
  /** Tags that are shuffled. */
  readonly flexible: readonly string[];
  /** Tags at the end that never move; always behind the flexible ones. */
  readonly suffix: readonly string[];
  /** Content tokens that reach the model. */
  readonly limit: number;
  /** Chance of a flexible tag being dropped from a sample, 0 to 1. */
  readonly tagDropoutRate: number;
  /** False when tags may drop but keep their order. */
  readonly shuffled: boolean;
  /** Put between tags; left out: ", ". */
  readonly joiner?: string;
  /** So many flexible tags at the front never drop; left out: none. */
  readonly undroppable?: number;
  /** Stands in front of one of the flexible tags, any of those there, parted by a blank, and moves with it. */
  readonly riding?: string;
}

/** Content tokens of a text, without begin and end mark. */
export type CountTokens = (text: string) => number;

export interface TagKeepChance {
  readonly tag: string;
  /** Share of samples in which every token of the tag is inside the limit, 0 to 1; a dropped tag counts as lost. */
  readonly chance: number;
  /** 0 for an exact figure, else one standard error of the simulation. */
  readonly standardError: number;
  /** Position of the tag's last token, from 1, in the unluckiest sample. Beyond the limit means it can be cut. */
  readonly worstEnd: number;
}

export interface KeepChances {
  /**
   * `exact`: tokens of neighbours do not merge, so the figure follows from counting. `drawn`: likewise, and samples are drawn by what their
   * tags cost, because some may drop and others not. `simulated`: they merge, and texts are drawn.
   */
  readonly method: 'exact' | 'drawn' | 'simulated';
  /** Samples drawn; 0 when exact. */
  readonly samples: number;
  readonly flexible: readonly TagKeepChance[];
  readonly suffix: readonly TagKeepChance[];
  /** Chance of what rides; 0 where nothing does. */
  readonly riding: number;
}

/** What stands between tags. */
export const joinerOf = ({ joiner = ', ' }: KeepChanceInput): string => joiner;

/** Own tokens, and tokens taken from those that come after: the comma belongs to the tag before it and may merge with its end. */
export interface TagCost {
  readonly own: number;
  readonly withComma: number;
}

/** What a tag costs, with what stands behind it before the blank. */
export function costOf(tag: string, behind: string, count: CountTokens): TagCost {
  return { own: count(tag), withComma: count(tag + behind) };
}

/** Tokens of tags with what parts them from the next. */
export function total(costs: readonly TagCost[]): number {
  return costs.reduce((sum, cost) => sum + cost.withComma, 0);
}
