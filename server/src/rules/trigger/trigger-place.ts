import type { KnownConcept } from '../../concepts/concepts.ts';
import { question } from '../../dataset/question.ts';
import { folderOf } from '../../ground/paths.ts';
import type { TextRange } from '../../ground/text.ts';
import { startOfTags } from '../../tags/trigger-uses.ts';
import type { CaptionContext } from '../context.ts';

/** Share of the captions with a trigger that have it at one place for it to be the place. */
const mostly = 0.7;
/** Captions that are looked at for it. */
const looked = 60;

/** Where a trigger belongs in a caption without it, and what to write there. UTF-16 offsets. */
export interface TriggerPlace {
  readonly range: TextRange;
  readonly newText: string;
  readonly at: 'start' | 'end' | 'class' | 'head';
}

/** How the captions of a folder hold a name. */
interface Habit {
  /** Before the class word: with an article before it, or without one ("a photo of ohwx woman"). */
  readonly beforeClass: 'article' | 'bare' | null;
  readonly isLast: boolean;
  /** Behind tags that stand before everything, such as scores. */
  readonly isBehindHead: boolean;
  /** What stands before and behind it where captions begin with it: a field's name, a full stop. */
  readonly around: readonly [before: string, behind: string] | null;
}

/** The place where a caption should hold a name of its folder: the one that it has in the others, else the start. */
export function placeOfTrigger(context: CaptionContext, concept: ConceptOfPlace, name: string): TriggerPlace {
  const { caption, settings, index } = context;
  const separator =
    settings.syntax.separator.trim() === '' ? settings.syntax.separator : `${settings.syntax.separator.trim()} `;
  const { beforeClass, isLast, isBehindHead, around } = habitOf(
    index,
    `${name}\n${concept.classWord ?? ''}\n${concept.folder}`,
  );
  const line = caption.trained[0] ?? { start: 0, end: caption.text.length };
  const text = caption.text.slice(line.start, line.end);
  const at = (start: number, end = start): TextRange => ({ start: line.start + start, end: line.start + end });
  if (beforeClass !== null && concept.classWord !== null) {
    const found = new RegExp(
      `(?<=^|[ \\t,.;:(])((?:an?|the|one)\\s+)?${escaped(concept.classWord)}(?![\\p{L}\\p{N}_-])`,
      'iu',
    ).exec(text);
    if (found !== null) {
      const [, article = ''] = found;
      const own = beforeClass === 'article' ? articleFor(article, name) : '';
      return { range: at(found.index, found.index + article.length), newText: `${own}${name} `, at: 'class' };
    }
  }
  const first = caption.tags[0]?.range.start ?? line.start;
  if (isLast) return { range: at(text.length), newText: `${separator}${name}`, at: 'end' };
  const head = isBehindHead ? startOfTags(text) : 0;
  if (head > 0) return { range: at(head), newText: `${name}${separator}`, at: 'head' };
  const [before, behind] = around ?? ['', separator];
  return { range: { start: first, end: first }, newText: `${before}${name}${behind}`, at: 'start' };
}

type ConceptOfPlace = Pick<KnownConcept, 'folder' | 'classWord'>;

/** "an ohwx dog" is an article with its name; a capital stays one. */
function articleFor(article: string, name: string): string {
  const trimmed = article.trimEnd();
  if (!/^an?$/i.test(trimmed)) return article;
  const own = /^[aeiou]/i.test(name) ? 'an' : 'a';
  return `${/^A/.test(trimmed) ? `A${own.slice(1)}` : own} `;
}

const habitOf = question((index, key: string): Habit => {
  const [name, classWord, folder] = key.split('\n');
  const own = escaped(name);
  const before =
    classWord === ''
      ? null
      : new RegExp(`(?:^|\\b(an?|the|one)\\s+|[^\\p{L}\\p{N}_-])${own}\\s+${escaped(classWord)}\\b`, 'iu');
  const holds = new RegExp(`(?<![\\p{L}\\p{N}_])${own}(?![\\p{L}\\p{N}_])`, 'iu');
  const last = new RegExp(`(?<![\\p{L}\\p{N}_])${own}[.\\s]*$`, 'iu');
  const opens = new RegExp(
    `^((?:\\p{L}+ ?[:=] ?)?)${own}([^\\p{L}\\p{N}]*[^\\p{L}\\p{N}\\s'’_-][^\\p{L}\\p{N}]*)`,
    'iu',
  );
  const openings = new Map<string, number>();
  let [held, articles, bare, ends, behind] = [0, 0, 0, 0, 0];
  for (const { file, trained } of index.facts.records()) {
    if (folderOf(file) !== folder || !holds.test(trained)) continue;
    if (++held > looked) break;
    const found = before?.exec(trained);
    if (found) found[1] === undefined ? bare++ : articles++;
    const [, key, mark] = opens.exec(trained) ?? [];
    if (key !== undefined) openings.set(`${key}\n${mark}`, (openings.get(`${key}\n${mark}`) ?? 0) + 1);
    if (last.test(trained)) ends++;
    const head = startOfTags(trained);
    if (head > 0 && trained.slice(head).toLowerCase().startsWith(name.toLowerCase())) behind++;
  }
  const [usual] = [...openings].sort((a, b) => b[1] - a[1]);
  const is = (count: number): boolean => count > 0 && count >= Math.min(held, looked) * mostly;
  return {
    beforeClass: is(articles + bare) ? (articles > bare ? 'article' : 'bare') : null,
    isLast: is(ends),
    isBehindHead: is(behind),
    around: usual !== undefined && is(usual[1]) ? (usual[0].split('\n') as [string, string]) : null,
  };
});

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '[ _]');
