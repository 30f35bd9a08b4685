import type { DatasetIndex } from '../dataset/index.ts';
import { t } from '../ground/l10n.ts';
import type { TextRange } from '../ground/text.ts';
import type { CaptionContext } from '../rules/context.ts';
import type { FolderSettings } from '../settings/settings.ts';
import { type Category, categoryOf } from '../tags/categories.ts';
import { normalTag } from '../tags/normal.ts';
import { captionsWithTag, occurrencesIn } from './occurrences.ts';
import { cutOffset, roleOf, type TagRole } from './roles.ts';
import { tagSearch } from './tag-search.ts';

/** One tag in a caption's outline. */
export interface TagSymbol {
  readonly name: string;
  readonly role: TagRole;
  readonly range: TextRange;
}

/** The tags of a caption with their roles, in order of the text. */
export function tagSymbols(context: CaptionContext): TagSymbol[] {
  return context.caption.tags.map((tag) => {
    const cut = cutOffset(context, tag.line);
    const role = cut !== null && tag.range.start >= cut ? 'cut' : roleOf(context, normalTag(tag.text));
    return { name: tag.text, role, range: tag.range };
  });
}

/** The name of a role in the display language. */
export function roleName(role: TagRole): string {
  switch (role) {
    case 'trigger':
      return t('trigger');
    case 'classWord':
      return t('class word');
    case 'count':
      return t('count');
    case 'style':
      return t('style or quality');
    case 'background':
      return t('background');
    case 'cut':
      return t('beyond the token limit');
    case 'tag':
      return t('tag');
  }
}

/** The name of a tag's category in the display language. */
export function categoryName(category: Category): string {
  switch (category) {
    case 'subject':
      return t('subject');
    case 'background':
      return t('background');
    case 'framing':
      return t('framing');
    case 'lighting':
      return t('lighting');
    case 'style':
      return t('style');
    case 'quality':
      return t('quality');
    case 'expression':
      return t('expression');
    case 'gaze':
      return t('gaze');
    case 'pose':
      return t('pose');
    case 'clothing':
      return t('clothing');
    case 'hair':
      return t('hair');
    case 'eyes':
      return t('eyes');
    case 'body':
      return t('body');
    case 'colour':
      return t('colour');
  }
}

/** A tag of the vocabulary, found by name. */
export interface VocabularySymbol {
  /** `#` and the tag in normal form. */
  readonly name: string;
  /** What stands beside it: number of captions and category. */
  readonly detail: string;
  /** The first caption that holds it. */
  readonly file: string;
  readonly range: TextRange;
}

/** Tags of the folder whose words begin as the query (with or without `#`) does, most frequent first. */
export function vocabularySymbols(
  index: DatasetIndex,
  settings: FolderSettings,
  query: string,
  limit: number,
): VocabularySymbol[] {
  const symbols: VocabularySymbol[] = [];
  for (const norm of tagSearch(index).find(normalTag(query.replace(/^#/, '')), limit)) {
    const name = index.vocabulary.norm(norm);
    const [first] = captionsWithTag(index, name);
    const place = first && occurrencesIn(first, name, settings)[0];
    if (!place) continue;
    const count = index.facts.frequency(norm);
    const category = categoryOf(name);
    const captions = t('{0} captions', count);
    const detail = category ? `${captions} · ${categoryName(category)}` : captions;
    symbols.push({ name: `#${name}`, detail, file: place.file, range: place.range });
  }
  return symbols;
}
