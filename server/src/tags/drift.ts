import { normalTag } from './normal.ts';
import { canonicalTag, familyOf, synonymKey } from './synonyms.ts';

/** Longer pieces of a caption are sentences, not tags. */
const MOST_WORDS = 4;

/** One way a folder writes a tag. */
export interface DriftForm {
  /** Normal form. */
  readonly form: string;
  /** How many captions have it (what the caller counted). */
  readonly count: number;
}

/** A tag that a folder writes in two or more ways. */
export interface Drift {
  /** Equal for all forms, see `synonymKey`; after an alias list, the key of the list's canonical form. */
  readonly key: string;
  /** The forms in use, the suggestion first, then the most frequent. */
  readonly forms: readonly DriftForm[];
  /** The form of the dictionary. */
  readonly canonical: string;
  /** What to write everywhere: the name of the tag list, else the most frequent form, among equally frequent ones the canonical. */
  readonly suggestion: string;
}

export interface DriftOptions {
  /** Canonical form by the user's own tag list or sidecar, null when it has none; both sides in normal form. */
  readonly canonicalOf?: (norm: string) => string | null;
  /** Whether a form (normal form) is the one to write whatever the folder prefers: the name of the user's tag list. */
  readonly isListed?: (norm: string) => boolean;
}

/**
 * The families a folder writes in two or more ways, most frequent first. Forms that differ in letter case, underscores or
 * weights have one normal form and are no drift. `counts` maps a tag (normal or as written) to its count in the folder.
 */
export function driftOf(counts: ReadonlyMap<string, number>, options: DriftOptions = {}): Drift[] {
  const groups = new Map<string, Map<string, number>>();
  for (const [written, count] of counts) {
    const norm = normalTag(written);
    if (count <= 0 || !mayDrift(norm)) continue;
    const key = driftKey(norm, options);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, new Map([[norm, count]]));
    else group.set(norm, (group.get(norm) ?? 0) + count);
  }
  const found: Drift[] = [];
  for (const [key, group] of groups) if (group.size > 1) found.push(driftIn(key, group, options));
  return found.sort((a, b) => total(b) - total(a) || (a.key < b.key ? -1 : 1));
}

/** Whether a tag in normal form can take part in drift: sentences cannot, their wording is free. */
export function mayDrift(norm: string): boolean {
  return norm !== '' && (wordCount(norm) <= MOST_WORDS || familyOf(norm) !== null);
}

/** The group a tag belongs to; two tags of one folder with equal keys and different normal forms are drift. */
export function driftKey(norm: string, options: DriftOptions = {}): string {
  return synonymKey(options.canonicalOf?.(norm) ?? norm);
}

/** The drift of one group of forms (normal form → count), for callers that keep the groups by difference. */
export function driftIn(key: string, group: ReadonlyMap<string, number>, options: DriftOptions = {}): Drift {
  const first = [...group.keys()].sort()[0] ?? '';
  let listed: string | null = null;
  for (const form of group.keys()) listed ??= options.canonicalOf?.(form) ?? null;
  const canonical = listed ?? canonicalForm(group, first);
  const listedForm = (form: string): boolean => options.isListed?.(form) ?? false;
  const forms = [...group]
    .map(([form, count]) => ({ form, count }))
    .sort(
      (a, b) =>
        Number(listedForm(b.form)) - Number(listedForm(a.form)) ||
        b.count - a.count ||
        Number(b.form === canonical) - Number(a.form === canonical) ||
        (a.form < b.form ? -1 : a.form > b.form ? 1 : 0),
    );
  return { key, forms, canonical, suggestion: forms[0]?.form ?? canonical };
}

/** Without a family the forms differ in separators only: prefer the one with spaces, as booru tags have them. */
function canonicalForm(group: ReadonlyMap<string, number>, first: string): string {
  const canonical = canonicalTag(first);
  if (group.has(canonical) && canonical !== first) return canonical;
  const family = [...group.keys()].map(canonicalTag);
  const agreed = family.every((form) => form === family[0]) ? family[0] : undefined;
  if (agreed !== undefined) return agreed;
  return [...group.keys()].sort((a, b) => wordCount(b) - wordCount(a) || (a < b ? -1 : 1))[0] ?? first;
}

function wordCount(form: string): number {
  return form.split(' ').length;
}

function total(drift: Drift): number {
  return drift.forms.reduce((sum, form) => sum + form.count, 0);
}
