import { listOf } from './data/list.ts';
import { SYNONYMS } from './data/synonyms.ts';
import { emoticonForm } from './emoticons.ts';
import { memoized } from './memo.ts';
import { foldSpelling, spellingKey } from './spelling.ts';

/** Tags that mean one thing. All in normal form. */
export interface SynonymFamily {
  readonly canonical: string;
  /** The listed forms, the canonical one first. Separator and spelling variants of each belong to it too. */
  readonly forms: readonly string[];
}

let families: Map<string, SynonymFamily> | null = null;

function familyIndex(): Map<string, SynonymFamily> {
  if (families !== null) return families;
  const index = new Map<string, SynonymFamily>();
  for (const line of SYNONYMS.split('\n')) {
    const colon = line.indexOf(':');
    if (colon < 0) continue;
    const canonical = line.slice(0, colon).trim();
    const family = { canonical, forms: [canonical, ...listOf(line.slice(colon + 1))] };
    for (const form of family.forms) index.set(spellingKey(form), family);
  }
  families = index;
  return index;
}

/** The synonym family of a tag in normal form, or null when it has no listed synonym. */
export function familyOf(norm: string): SynonymFamily | null {
  if (emoticonForm(norm) !== null) return null;
  return familyIndex().get(spellingKey(norm)) ?? null;
}

/**
 * The canonical form of a tag in normal form: of its family, else the tag in folded spelling (`gray sky` → `grey sky`).
 * The canonical form of a canonical form is itself.
 */
export const canonicalTag: (norm: string) => string = memoized((norm) => {
  if (emoticonForm(norm) !== null) return norm;
  return familyIndex().get(spellingKey(norm))?.canonical ?? foldSpelling(norm);
});

/** Equal for tags that mean one thing: same family, or same spelling apart from spaces and hyphens. */
export const synonymKey: (norm: string) => string = memoized((norm) => {
  const face = emoticonForm(norm);
  if (face !== null) return face;
  const key = spellingKey(norm);
  const family = familyIndex().get(key);
  return family === undefined ? key : spellingKey(family.canonical);
});
