import type { TextRange } from '../../ground/text.ts';
import type { ExclusiveGroup } from '../data/exclusive.ts';

/** Two places of a text, the first one first, that say opposites of one thing or scene. UTF-16 offsets, half-open. */
export interface Opposed {
  readonly a: TextRange;
  readonly b: TextRange;
  readonly group: ExclusiveGroup;
}

/** The place of a pattern's match in a text. */
export const rangeOf = ({ index, 0: whole }: RegExpExecArray): TextRange => ({
  start: index,
  end: index + whole.length,
});

/** Two places as a clash, in the order of the text; null where they lie over each other. */
export function clashOf(one: TextRange, other: TextRange, group: ExclusiveGroup): Opposed | null {
  if (one.start < other.end && other.start < one.end) return null;
  return one.start < other.start ? { a: one, b: other, group } : { a: other, b: one, group };
}

/** A picture that shows a thing twice, or one that changes, or says that something is not there after all. */
export const TWO_PICTURES =
  /\b(?:whereas|collage|panels?|split|before and after|series|sequence|comic|diptych|triptych|time[- ]?lapse|(?:reference|model|character) sheet|multiple views|turnaround|comparison|versus|vs|contrast\w*|juxtapos\w*|double exposure)\b/i;

/** Something in the picture that shows a scene of its own. */
const PICTURE_IN_PICTURE =
  /\b(?:painting|poster|photograph|photo|picture|postcard|calendar|screen|monitor|television|tv|phone|mural|billboard|book cover|drawing|mirror\w*|reflect\w*|globe|print(?:ed)?|pattern\w*|tapestry|stained glass|dream\w*|memor\w+|imagin\w+|fake|artificial|movie|film|set|stage|toy|model|diorama|figurine|ornament|statue|ceramic|embroider\w+)\b/i;

/** What a caption calls the picture itself by: "a photo of", "in the picture", and tags for what it is made with. */
const itself =
  /^\W*(?:(?:an?|the|this) )?(?:[a-z-]+ ){0,3}?(?:photo(?:graph)?|picture|image|painting|illustration|drawing|film still|print)\b|\b(?:in|of) (?:the|this) (?:picture|photo|image|photograph|frame)\b|(?:^|, )(?:photo|photograph|film grain|film photography|analog film|35mm film)(?=,|$)/gi;

/** Whether something in the picture may show a scene of its own: a poster, a mirror, a dream. */
export const holdsPicture = (text: string): boolean =>
  PICTURE_IN_PICTURE.test(text) && PICTURE_IN_PICTURE.test(text.replace(itself, ' '));
