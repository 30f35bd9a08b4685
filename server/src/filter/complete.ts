import type { DatasetIndex } from '../dataset/index.ts';
import { t } from '../ground/l10n.ts';
import type { TextRange } from '../ground/text.ts';
import { tagSearch } from '../language/tag-search.ts';
import { rules } from '../rules/registry.ts';
import { normalTag } from '../tags/normal.ts';
import { imageFields } from './filter.ts';
import { scanFilter } from './scan.ts';

/** A text that can stand at a place of a filter. */
export interface FilterProposal {
  readonly label: string;
  readonly detail: string;
  readonly range: TextRange;
  readonly newText: string;
}

/** Tags proposed at once. */
const mostTags = 50;
/** Triggers proposed before anything is typed. */
const mostTriggers = 3;

const heads = ['has:', 'lacks:', 'text:', 'tokens>', 'tags<', 'rule:', 'image:short<', 'dup:', 'file:'];
const joints = ['and', 'or', 'not'];

/** What can be written at a UTF-16 offset of a filter: its words, tags of the folder, rules, fields of images. */
export function completeFilter(index: DatasetIndex, text: string, offset: number): FilterProposal[] {
  const word = scanFilter(text).find(({ range }) => range.start < offset && offset <= range.end);
  const whole = word?.range ?? { start: offset, end: offset };
  const typed = text.slice(whole.start, offset).toLowerCase();
  if (word?.kind === 'term' && word.key !== '' && offset >= word.valueRange.start) {
    const value = text.slice(word.valueRange.start, offset).replace(/^"/, '');
    if (word.key === 'has' || word.key === 'lacks') return tags(index, value, word.valueRange);
    if (word.key === 'rule')
      return rules
        .filter(({ id }) => id.includes(value))
        .map(({ id, summary }) => ({ label: id, detail: summary, range: word.valueRange, newText: id }));
    if (word.key === 'image')
      return imageFields
        .filter((field) => field.startsWith(value))
        .map((field) => ({ label: field, detail: '', range: word.valueRange, newText: `${field}<` }));
    return [];
  }
  const words = [...heads, ...(whole.start > 0 ? joints : ['not'])]
    .filter((head) => head.startsWith(typed))
    .map((head) => ({ label: head, detail: '', range: whole, newText: joints.includes(head) ? `${head} ` : head }));
  if (text.trim() === '') return [...usual(index, whole), ...words];
  return typed === '' ? words : [...words, ...tags(index, typed, whole, 'has:')];
}

/** What is asked for most: captions without the trigger, images without caption, what is wrong, what is too long. */
function usual(index: DatasetIndex, range: TextRange): FilterProposal[] {
  const triggers = new Set<string>();
  for (const { folder } of index.folders) {
    const concept = index.conceptOf(folder);
    if (concept?.trigger && !concept.regularization) triggers.add(concept.trigger);
  }
  const asked: [filter: string, detail: string][] = [...triggers]
    .slice(0, mostTriggers)
    .map((trigger) => [`lacks:${quoted(trigger)}`, t('without the trigger')]);
  asked.push(['tags=0', t('without tags')], ['rule:token-truncation', t('longer than what trains')]);
  return asked.map(([filter, detail]) => ({ label: filter, detail, range, newText: filter }));
}

const quoted = (tag: string): string => `"${tag.replace(/["\\]/g, '\\$&')}"`;

function tags(index: DatasetIndex, value: string, range: TextRange, head = ''): FilterProposal[] {
  return tagSearch(index)
    .find(normalTag(value), mostTags)
    .map((norm) => {
      const tag = index.vocabulary.norm(norm);
      return { label: tag, detail: String(index.facts.frequency(norm)), range, newText: head + quoted(tag) };
    });
}
