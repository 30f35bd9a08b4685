import type { DatasetIndex } from '../dataset/index.ts';
import { leastSupport } from '../facts/associations.ts';
import { usualSpelling } from '../facts/usual-spelling.ts';
import { folderOf } from '../ground/paths.ts';
import type { TextRange } from '../ground/text.ts';
import type { CaptionContext } from '../rules/context.ts';
import { type Category, categoryOf } from '../tags/categories.ts';
import type { KnownTags } from '../tags/known-tags.ts';
import { displayForm, normalTag } from '../tags/normal.ts';
import { wordStyle } from '../tags/tag-style.ts';
import { partnersOf } from './partners.ts';
import { tagSearch } from './tag-search.ts';
import { placeOf, type TypingPlace } from './typing-place.ts';

/** Where a proposal comes from. */
export type ProposalSource = 'trigger' | 'class-word' | 'partner' | 'folder' | 'list';

/** One proposed tag, best first in the list. */
export interface Proposal {
  /** As it will be written. */
  readonly label: string;
  readonly source: ProposalSource;
  /** Captions of the folder that hold it; 0 for a tag the folder does not have. */
  readonly captions: number;
  readonly category: Category | null;
  /** Category in the user's list. */
  readonly listCategory: string | null;
  /** Posts in the user's list; null when it is not of the list. */
  readonly posts: number | null;
  /** The typed name is an alias of this canonical tag, which is what will be written. */
  readonly canonical: string | null;
  readonly newText: string;
}

export interface Proposals {
  /** What the proposals replace. */
  readonly range: TextRange;
  /** What is typed so far, from the start of the range to the cursor. */
  readonly typed: string;
  readonly items: readonly Proposal[];
}

/** Tags present that are asked for partners, rarest first: frequent tags stand beside everything. */
const askedPartners = 5;

/** Below this number of captions two that agree count already. */
const smallFolder = 200;

/** A present tag in more captions than this is not asked: it says little and costs much. */
const commonTag = 1000;

/**
 * Tags to write at a place, at most `limit`: the missing trigger and class word, tags that go with those present (by the
 * sum of positive NPMI), the folder's other tags by count, then the user's list.
 */
export function completeTag(context: CaptionContext, offset: number, limit: number): Proposals | null {
  const place = placeOf(context, offset);
  if (!place) return null;
  const query = normalTag(place.typed);
  const present = new Set(context.caption.tags.filter((tag) => tag !== place.tag).map((tag) => normalTag(tag.text)));
  // What is half typed is a tag of the folder only if another caption has it.
  const own = place.tag && context.index.vocabulary.normId(normalTag(place.tag.text));
  if (own != null && context.facts.frequency(own) <= 1) present.add(normalTag(place.tag?.text ?? ''));
  const items = new Map<string, Proposal>();
  const add = (norm: string, make: () => Proposal): void => {
    if (items.size < limit && !present.has(norm) && !items.has(norm)) items.set(norm, make());
  };
  const fromFolder = (norm: number, source: ProposalSource): void => {
    const name = context.index.vocabulary.norm(norm);
    add(name, () => folderProposal(context, place, norm, source));
  };
  for (const [name, source] of conceptTags(context)) {
    if (!normalTag(name).startsWith(query)) continue;
    const norm = context.index.vocabulary.normId(normalTag(name));
    if (norm !== undefined && context.facts.frequency(norm) > 0) fromFolder(norm, source);
  }
  const scores = partnerScores(context, present);
  for (const norm of partnersMatching(context.index, scores, query, limit)) fromFolder(norm, 'partner');
  for (const norm of tagSearch(context.index).find(query, limit + present.size)) fromFolder(norm, 'folder');
  if (context.index.knownTags && query !== '')
    for (const proposal of listProposals(context, place, context.index.knownTags, query, limit))
      add(normalTag(proposal.label), () => proposal);
  return { range: place.range, typed: place.typed, items: [...items.values()] };
}

/** Trigger and class word of the caption's concept. */
function conceptTags(context: CaptionContext): [string, ProposalSource][] {
  const concept = context.index.concepts.of(folderOf(context.file));
  if (!concept || concept.regularization) return [];
  const found: [string, ProposalSource][] = [];
  if (concept.trigger !== null) found.push([concept.trigger, 'trigger']);
  if (concept.classWord !== null) found.push([concept.classWord, 'class-word']);
  return found;
}

/** How well tags go with those present: sum of positive NPMI over the rarest present tags. */
function partnerScores({ facts, index }: CaptionContext, present: ReadonlySet<string>): Map<number, number> {
  const asked = [...present]
    .map((name) => index.vocabulary.normId(name))
    .filter((norm) => norm !== undefined)
    .map((norm) => ({ norm, count: facts.frequency(norm) }))
    .filter(({ count }) => count > 1)
    .sort((a, b) => a.count - b.count);
  const rare = asked.filter(({ count }) => count <= commonTag).slice(0, askedPartners);
  const scores = new Map<number, number>();
  const minimum = facts.captions < smallFolder ? 2 : leastSupport;
  for (const { norm } of rare)
    for (const other of partnersOf(facts, norm, minimum, 0))
      scores.set(other.norm, (scores.get(other.norm) ?? 0) + other.npmi);
  return scores;
}

function partnersMatching(
  index: DatasetIndex,
  scores: ReadonlyMap<number, number>,
  query: string,
  limit: number,
): number[] {
  const matches = (name: string): boolean => name.startsWith(query) || (query !== '' && name.includes(` ${query}`));
  return [...scores]
    .filter(([norm]) => matches(index.vocabulary.norm(norm)))
    .sort((a, b) => b[1] - a[1] || index.facts.frequency(b[0]) - index.facts.frequency(a[0]))
    .slice(0, limit)
    .map(([norm]) => norm);
}

function folderProposal(context: CaptionContext, place: TypingPlace, norm: number, source: ProposalSource): Proposal {
  const name = context.index.vocabulary.norm(norm);
  const label = usualSpelling(context.facts, norm);
  const listed = context.index.knownTags?.get(name) ?? null;
  return {
    label,
    source,
    captions: context.facts.frequency(norm),
    category: categoryOf(name),
    listCategory: null,
    posts: listed?.count ?? null,
    canonical: null,
    newText: place.before + label + place.after,
  };
}

function listProposals(
  context: CaptionContext,
  place: TypingPlace,
  known: KnownTags,
  query: string,
  limit: number,
): Proposal[] {
  return known.complete(query, limit).map((tag) => {
    const written = writtenAsFolder(context, tag.norm);
    const list = known.lists.find((one) => one.has(tag.norm));
    const norm = context.index.vocabulary.normId(tag.norm);
    return {
      label: tag.alias === null ? written : writtenAsFolder(context, tag.alias),
      source: 'list',
      captions: norm === undefined ? 0 : context.facts.frequency(norm),
      category: categoryOf(tag.norm),
      listCategory: list?.categoryName(tag.category) ?? null,
      posts: tag.count,
      canonical: tag.alias === null ? null : written,
      newText: place.before + written + place.after,
    };
  });
}

/** A tag the folder does not have, with its separators and brackets as the folder writes them. */
export function writtenAsFolder({ facts }: Pick<CaptionContext, 'facts'>, norm: string): string {
  const text = displayForm(norm, facts.spelling.majority(0.5) ?? 'space');
  return facts.spelling.escaped > facts.spelling.bare && wordStyle(text) !== null
    ? text.replace(/(?<!\\)[()]/g, '\\$&')
    : text;
}
