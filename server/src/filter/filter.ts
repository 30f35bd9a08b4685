import type { TextRange } from '../ground/text.ts';

/** How a number is compared. */
export const comparisons = ['<', '<=', '>', '>=', '='] as const;
export type Comparison = (typeof comparisons)[number];

/** What can be asked of an image, in pixels; `megapixels` in millions, `aspect` as width ÷ height. */
export const imageFields = ['short', 'long', 'width', 'height', 'megapixels', 'aspect'] as const;
export type ImageField = (typeof imageFields)[number];

/** Which captions are meant. `tag` is a tag in normal form in which `*` stands for any text. */
export type Filter =
  | { readonly kind: 'all' }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Filter[] }
  | { readonly kind: 'not'; readonly part: Filter }
  | { readonly kind: 'has'; readonly tag: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'tokens' | 'tags'; readonly is: Comparison; readonly value: number }
  | { readonly kind: 'image'; readonly field: ImageField; readonly is: Comparison; readonly value: number }
  | { readonly kind: 'rule'; readonly rule: string }
  | { readonly kind: 'duplicate' }
  | { readonly kind: 'file'; readonly glob: string };

/** What is wrong with a filter's text. */
export interface FilterProblem {
  /** UTF-16 offsets in the filter's text. */
  readonly range: TextRange;
  readonly message: string;
}

export interface ParsedFilter {
  readonly filter: Filter;
  /** Empty when all of it was understood; otherwise nothing should be changed by it. */
  readonly problems: readonly FilterProblem[];
}

/** What a filter has to know beyond the captions themselves. */
export interface FilterNeeds {
  readonly images: boolean;
  readonly rules: boolean;
  readonly duplicates: boolean;
}

/** Finds out what has to be read before a filter is asked. */
export function needsOf(filter: Filter): FilterNeeds {
  switch (filter.kind) {
    case 'and':
    case 'or': {
      const parts = filter.parts.map(needsOf);
      return {
        images: parts.some(({ images }) => images),
        rules: parts.some(({ rules }) => rules),
        duplicates: parts.some(({ duplicates }) => duplicates),
      };
    }
    case 'not':
      return needsOf(filter.part);
    default:
      return {
        images: filter.kind === 'image',
        rules: filter.kind === 'rule',
        duplicates: filter.kind === 'duplicate',
      };
  }
}
