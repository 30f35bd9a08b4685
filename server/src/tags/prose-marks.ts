import { once } from '../ground/once.ts';
import { attributesIn } from './attributes.ts';
import { cutOff } from './cut-off.ts';
import { kindsIn } from './kinds.ts';
import { spellingVariantsIn } from './prose-variants.ts';

/** What a caption of sentences has that its folder is counted by. */
export interface ProseMarks {
  /** Words such as "The image shows" that speak of the picture instead of what is in it; null without. */
  readonly opener: string | null;
  /** Says that it is not sure: "appears to be", "possibly". */
  readonly hedged: boolean;
  /** Says so outright: "suggesting a calm mood" does not. */
  readonly doubts: boolean;
  /** Colours of hair and eyes that are said, as attribute and value with a line break between. */
  readonly looks: readonly string[];
  /** Words that people spell in several ways, as spelt here: key and form. */
  readonly variants: readonly (readonly [key: string, form: string])[];
  /** What its subject is, and which colour a part of it has, as group and kind with a line break between. */
  readonly kinds: readonly string[];
  /** Its last sentence has no end, and stands behind others. */
  readonly open: boolean;
}

const picture =
  '(?:image|photo|photograph|picture|illustration|painting|drawing|artwork|video|frame|screenshot|render|rendering|visual)';
const verb =
  '(?:shows?|depicts?|features?|captures?|displays?|presents?|portrays?|illustrates?|contains?|showcases?|is (?:of|an?|showing)|appears? to (?:show|be))';

/**
 * Openers that captioning models write: ostris/ai-toolkit removes these from LLaVA's answers (dataset_tools/tools/caption.py,
 * default_replacements), and prompts for JoyCaption ask not to write them.
 */
const openerPattern = once(
  () =>
    new RegExp(
      `(?:^|^[\\p{L}\\p{N}_-]+(?: [\\p{L}\\p{N}_-]+)?[,.:] ?)((?:(?:the|this) ${picture} ${verb}|in (?:this|the) ${picture}|here (?:is|we see)|we (?:can )?see|you (?:can )?see)\\b)`,
      'iu',
    ),
);
const hedgePattern =
  /\b(?:(?:appears?|seems?) to (?:be|have)|appears? as (?:if|though)|possibly|presumably|(?:most )?likely (?:a|an|the|in|from|to)|might be|may be|could be|suggest(?:s|ing) (?:a|an|that|the)|perhaps|or maybe)\b/i;

/** The words that say so outright; "suggesting a calm mood" says what the picture does. */
const doubtPattern =
  /\b(?:(?:appears?|seems?) to (?:be|have)|appears? as (?:if|though)|possibly|presumably|most likely|might be|may be|could be|perhaps|or maybe)\b/i;

/** Where a text says that it is not sure; null where it does not. */
export function doubtIn(text: string): { readonly start: number; readonly end: number } | null {
  const match = doubtPattern.exec(text);
  return match && { start: match.index, end: match.index + match[0].length };
}

/** The opener of a text that speaks of the picture, and where it stands; null without. */
export function openerIn(text: string): { readonly start: number; readonly end: number } | null {
  const match = openerPattern().exec(text);
  if (match === null) return null;
  const start = match.index + match[0].length - match[1].length;
  return { start, end: start + match[1].length };
}

/** Marks of a text of sentences; null when it has none. Costs what the text holds. */
export function proseMarks(text: string): ProseMarks | null {
  const opener = openerIn(text);
  const hedged = hedgePattern.test(text);
  const variants = new Map<string, readonly [string, string]>();
  for (const { key, form } of spellingVariantsIn(text)) variants.set(`${key}\n${form}`, [key, form]);
  const looks = looksSaid(text);
  const open = cutOff(text) !== null;
  const kinds = [...new Set(kindsIn(text).map(({ group, kind }) => `${group}\n${kind}`))];
  if (opener === null && !hedged && variants.size === 0 && looks.length === 0 && kinds.length === 0 && !open)
    return null;
  return {
    opener: opener === null ? null : text.slice(opener.start, opener.end).toLowerCase(),
    hedged,
    doubts: hedged && doubtPattern.test(text),
    looks,
    variants: [...variants.values()],
    kinds,
    open,
  };
}

function looksSaid(text: string): string[] {
  if (!/hair|eye|blond|brunette|redhead/i.test(text)) return [];
  const said = attributesIn(text).filter(({ attribute }) => attribute === 'hair colour' || attribute === 'eye colour');
  return [...new Set(said.map(({ attribute, value }) => `${attribute}\n${value}`))];
}
