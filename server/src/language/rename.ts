import type { DatasetIndex } from '../dataset/index.ts';
import type { FileEdits } from '../ground/finding.ts';
import { t } from '../ground/l10n.ts';
import type { FolderSettings } from '../settings/settings.ts';
import { displayForm, normalTag, type TagStyle } from '../tags/normal.ts';
import { wordStyle } from '../tags/tag-style.ts';
import { captionsWithTag, type Occurrence, occurrencesIn } from './occurrences.ts';

/** The edits of one caption for a rename. */
export interface RenamedCaption extends FileEdits {
  /** The caption already holds the new tag, which then stands there twice. */
  readonly merges: boolean;
}

/** Why a tag cannot be given a name, in words for the user; null when it can. */
export function renameProblem(newName: string, settings: FolderSettings): string | null {
  const { separator, groupSeparators = [] } = settings.syntax;
  if (newName.trim() === '') return t('A tag needs a name.');
  if (/[\r\n]/.test(newName)) return t('A tag stays on one line.');
  const found = [separator, ...groupSeparators].find((text) => text !== '' && newName.includes(text));
  return found === undefined ? null : t('A tag cannot hold the separator "{0}".', found);
}

/**
 * Renames a tag (normal form) in every caption that holds it, whole tags only. All spellings of the normal form are
 * renamed; each keeps its own underscores or spaces, weights and escaped brackets.
 */
export function renameTag(
  index: DatasetIndex,
  norm: string,
  newName: string,
  settings: FolderSettings,
): RenamedCaption[] {
  const name = newName.trim();
  const target = index.vocabulary.normId(normalTag(name));
  return captionsWithTag(index, norm).flatMap((record) => {
    const places = occurrencesIn(record, norm, settings);
    const file = fileStyle(record.source.kind === 'text' ? places : [], index, record.surfaces);
    const edits = places
      .map((place) => ({ range: place.range, newText: spelled(name, place, file) }))
      .filter(({ newText }, at) => newText !== places[at].text);
    if (edits.length === 0) return [];
    const merges = target !== undefined && normalTag(name) !== norm && record.norms.includes(target);
    return [{ file: record.file, edits, merges }];
  });
}

/** How the tags of one caption separate their words; null when it has no tag of several words. */
function fileStyle(places: readonly Occurrence[], index: DatasetIndex, surfaces: Iterable<number>): TagStyle | null {
  if (places.length === 0) return null;
  let lean = 0;
  for (const surface of surfaces) {
    const style = wordStyle(index.vocabulary.surface(surface));
    if (style !== null) lean += style === 'underscore' ? 1 : -1;
  }
  return lean === 0 ? null : lean > 0 ? 'underscore' : 'space';
}

/** The new name as this place writes its tags. */
function spelled(name: string, place: Occurrence, file: TagStyle | null): string {
  const style = wordStyle(place.text) ?? file;
  const words = style === null || wordStyle(name) === null ? name : inStyle(name, style);
  return /\\[()]/.test(place.text) && !/\\[()]/.test(words) ? words.replace(/[()]/g, '\\$&') : words;
}

function inStyle(name: string, style: TagStyle): string {
  // Letter case is as typed; only the joints between the words change.
  if (displayForm(normalTag(name), 'space') === displayForm(normalTag(name), 'underscore')) return name;
  return style === 'underscore' ? name.replace(/\s+/g, '_') : name.replaceAll('_', ' ');
}
