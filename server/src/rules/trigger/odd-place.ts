import type { Tag } from '../../caption/parse.ts';
import { beginsWith, endsWith, fixedEnd } from '../../concepts/fixed-end.ts';
import { question } from '../../dataset/question.ts';
import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import { folderOf } from '../../ground/paths.ts';
import type { TextRange } from '../../ground/text.ts';
import { isFunctionWord } from '../../tags/function-words.ts';
import { normalTag } from '../../tags/normal.ts';
import { holdsTrigger } from '../../tags/trigger-words.ts';
import type { CaptionContext } from '../context.ts';
import type { JudgedConcept } from './find-trigger.ts';
import { captionsNaming, captionsWithClass, triggerHabits } from './trigger-habits.ts';

/** Captions with the trigger, and share of them, that have it at one place for a caption that has it elsewhere to be the odd one. */
const fewest = 6;
const custom = 0.8;
/** Tags that it stands behind its place at least; a tag or two before it are no other place. */
const fewestBehind = 3;
/** Captions looked at for the number of its tag. */
const looked = 60;

/** A trigger that stands last or behind others where nearly all captions have it elsewhere, or the other way round. */
export function oddPlace(
  context: CaptionContext,
  concept: JudgedConcept,
  tag: Tag | undefined,
  beginsThere: boolean,
): Draft | null {
  const atEnd = atOtherEnd(context);
  if (atEnd !== null) return atEnd;
  const habits = triggerHabits(context, concept);
  if (!habits.isUsual) return null;
  const turned = habits.isBeforeClass ? behindClass(context, concept) : null;
  if (turned !== null) return turned;
  // Of several triggers one must stand behind the other.
  if (concept.companions.length > 0 || (context.style === 'tags' && beginsThere)) return null;
  if (habits.isFirst) return looseAtEnd(context, concept);
  // The tag that is nothing but the trigger, its class word aside; phrases have it where the sentence needs it.
  if (tag === undefined || !isOwnTag(context, tag, concept)) return null;
  if (context.caption.tags.filter((one) => isOwnTag(context, one, concept)).length > 1) return null;
  const usual = usualPlace(context.index, context.folder.folder);
  if (usual === null) return null;
  if (usual.number === null) return notLast(context, tag, usual.captions);
  return context.style === 'tags' ? atOtherNumber(context, tag, usual.number, usual.captions) : null;
}

/** Whether a tag is the trigger, with its class word, or what nearly all captions have it in: "lnct print". */
const isOwnTag = (
  { facts }: CaptionContext,
  { text }: Tag,
  { trigger, classWord, triggerNorm }: JudgedConcept,
): boolean =>
  [trigger, `${trigger} ${classWord}`, triggerNorm === null ? trigger : facts.vocabulary.norm(triggerNorm)].some(
    (own) => normalTag(own) === normalTag(text),
  );

/** The phrase that nearly all captions of a folder end with, where it has the trigger. */
const endOfFolder = question((index, folder: string): string | null => {
  const { trigger } = index.conceptOf(folder) ?? {};
  const end = trigger == null ? null : fixedEnd(index.facts, folder);
  return end !== null && holdsTrigger(end.phrase, normalTag(trigger ?? '')) ? end.phrase : null;
});

/** The phrase with the trigger at the beginning of a caption of sentences, where nearly all captions end with it. */
function atOtherEnd(context: CaptionContext): Draft | null {
  const { caption, file, folder, style } = context;
  const phrase = style === 'tags' ? null : endOfFolder(context.index, folder.folder);
  const [line] = caption.trained;
  if (phrase === null || line === undefined) return null;
  const text = caption.text.slice(line.start, line.end);
  const match = beginsWith(text, phrase);
  if (match === null || endsWith(text, phrase)) return null;
  const range = { start: line.start, end: line.start + match.trimEnd().replace(/[,.;]$/, '').length };
  const name = caption.text.slice(range.start, range.end);
  const end = line.start + text.trimEnd().length;
  return moved(file, range, {
    message: t('The trigger "{0}" stands first here, and last in other captions. Move it to the end.', name),
    edits: [
      { range: { start: line.start, end: line.start + match.length }, newText: '' },
      { range: { start: end, end }, newText: `${/[.!?]$/.test(text.trimEnd()) ? ' ' : ', '}${name.trim()}` },
    ],
    title: t('Move "{0}" to the end', name.trim()),
  });
}

/** "man sks" beside "sks man". */
function behindClass(context: CaptionContext, concept: JudgedConcept): Draft | null {
  const { caption, file } = context;
  const { trigger, classWord } = concept;
  if (classWord === null) return null;
  const pattern = new RegExp(
    String.raw`(?<![\p{L}\p{N}_-])${escaped(classWord)}[ _]+(${escaped(trigger)})(?![\p{L}\p{N}_-]|[ _]+${escaped(classWord)}(?![\p{L}\p{N}_-]))`,
    'iu',
  );
  for (const line of caption.trained) {
    const match = pattern.exec(caption.text.slice(line.start, line.end));
    if (match === null) continue;
    const range = { start: line.start + match.index, end: line.start + match.index + match[0].length };
    const name = match[1];
    const newText = `${name} ${match[0].slice(0, classWord.length)}`;
    return {
      range,
      severity: 'info',
      message: t(
        'The trigger "{0}" stands behind "{1}" here, and before it in {2} captions. Write "{3}".',
        name,
        classWord,
        captionsWithClass(context, concept, classWord),
        newText,
      ),
      fixes: [
        { title: t('Write "{0}"', newText), safety: 'suggested', edits: [{ file, edits: [{ range, newText }] }] },
      ],
    };
  }
  return null;
}

/** How a caption begins that has lost its subject: "in a red coat", "sitting on a wall", "wears a hat". */
const withoutSubject =
  /^(?:in|on|at|with|under|near|next to|behind|beside|inside|outside|among|between|against|by|is|are|was|wears?|stands?|sits?|holds?|looks?|walks?|has|and|from|playing|[a-z]{2,}ing)\b/i;
/** Words of which the trigger can be the object, or which say how it is. */
const before = /^(?:of|and|or|an?|the|this|to|as|like)$|ing$|(?:[^l]y|ful|ous|ive|less|ish|ed|al|ic|ern|er|ian|ese)$/i;
const adjective =
  /^(?:young|old|tall|short|small|little|big|large|blond|blonde|red|blue|green|black|white|grey|gray|brown|bald|calm|cute|proud|shy|same|other|another|second|one|two)$/i;

/** The trigger at the end of a caption whose subject is missing at its beginning. */
function looseAtEnd(context: CaptionContext, concept: JudgedConcept): Draft | null {
  const { caption, file, settings } = context;
  const { trigger, classWord } = concept;
  const [line] = caption.trained;
  if (line === undefined) return null;
  const text = caption.text.slice(line.start, line.end);
  const named = new RegExp(
    String.raw`([\s,;]+)(${escaped(trigger)}(?:[ _]${escaped(classWord ?? trigger)})?)[.!\s]*$`,
    'iu',
  ).exec(text);
  if (named === null || named.index === 0) return null;
  const [, gap, name] = named;
  const rest = text.slice(0, named.index);
  // One that is named before is not lost; that it comes twice is told by others.
  if (new RegExp(String.raw`(?<![\p{L}\p{N}_-])${escaped(trigger)}(?![\p{L}\p{N}_-])`, 'iu').test(rest)) return null;
  const [last = ''] = /[\p{L}\p{N}'’-]+$/u.exec(rest) ?? [];
  const isApart = /[,;]/.test(gap) || /[.!?]$/.test(rest);
  if (!isApart) {
    const isOfIt =
      before.test(last) ||
      adjective.test(last) ||
      (isFunctionWord(last.toLowerCase()) && !/^(?:him|her|his|it)$/i.test(last));
    if (last === '' || isOfIt || !withoutSubject.test(text)) return null;
  }
  const start = line.start + named.index + gap.length;
  const range = { start, end: start + name.length };
  const { separator } = settings.syntax;
  const joint = isApart && text.includes(separator) ? `${separator.trim()} ` : ' ';
  return moved(file, range, {
    message: t(
      'The trigger "{0}" stands loose at the end here, and {1} captions begin with it. Move it to the start.',
      name,
      captionsNaming(context, concept.trigger).first,
    ),
    edits: [
      { range: { start: line.start, end: line.start }, newText: `${name}${joint}` },
      { range: { start: line.start + rest.replace(/[\s,;]+$/, '').length, end: line.end }, newText: '' },
    ],
    title: t('Move "{0}" to the start', name),
  });
}

/** A tag that is the trigger and stands before others, where captions end with it. */
function notLast({ caption, file, settings }: CaptionContext, tag: Tag, last: number): Draft | null {
  const own = caption.tags.filter(({ line }) => line === tag.line);
  const end = own.at(-1);
  if (end === undefined || end === tag) return null;
  // A tag or two before the end is where it stands elsewhere; the other end is not.
  if (own[0] !== tag && own.length - own.indexOf(tag) <= fewestBehind) return null;
  const next = own[own.indexOf(tag) + 1];
  return moved(file, tag.range, {
    message: t(
      'The trigger "{0}" is tag {1} here, and {2} captions end with it. Move it to the end.',
      tag.text,
      tag.index + 1,
      last,
    ),
    edits: [
      { range: { start: tag.range.start, end: next.range.start }, newText: '' },
      {
        range: { start: end.range.end, end: end.range.end },
        newText: `${joint(settings.syntax.separator)}${tag.text}`,
      },
    ],
    title: t('Move "{0}" to the end', tag.text),
  });
}

/** A tag that is the trigger and stands elsewhere than in nearly all lists of the folder: behind the counts, say, or behind scores. */
function atOtherNumber(
  { caption, file, settings }: CaptionContext,
  tag: Tag,
  number: number,
  captions: number,
): Draft | null {
  const own = caption.tags.filter(({ line }) => line === tag.line);
  const at = own.indexOf(tag);
  if (at - number < fewestBehind) return null;
  const place = own[number].range.start;
  const before = own[at - 1].range.end;
  return moved(file, tag.range, {
    message: t(
      'The trigger "{0}" is tag {1} here, and tag {2} in {3} captions. Move it there.',
      tag.text,
      at + 1,
      number + 1,
      captions,
    ),
    edits: [
      { range: { start: place, end: place }, newText: `${tag.text}${joint(settings.syntax.separator)}` },
      { range: { start: before, end: tag.range.end }, newText: '' },
    ],
    title: t('Move "{0}" to tag {1}', tag.text, number + 1),
  });
}

/** Where among the tags of a caption the trigger of a folder mostly stands, from 0, null for the end; null where captions differ. */
export const usualPlace = question((index, folder: string): { number: number | null; captions: number } | null => {
  const { triggerNorm } = index.conceptOf(folder) ?? {};
  if (triggerNorm == null) return null;
  const counts = new Map<number, number>();
  let [held, last] = [0, 0];
  for (const { file, norms } of index.facts.records()) {
    const at = folderOf(file) === folder ? norms.indexOf(triggerNorm) : -1;
    if (at < 0) continue;
    counts.set(at, (counts.get(at) ?? 0) + 1);
    if (at === norms.length - 1) last++;
    if (++held === looked) break;
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  const isCustom = (count: number): boolean => count >= fewest && count >= held * custom;
  if (isCustom(last)) return { number: null, captions: last };
  return most !== undefined && isCustom(most[1]) ? { number: most[0], captions: most[1] } : null;
});

const joint = (separator: string): string => (separator.trim() === '' ? separator : `${separator.trim()} `);

function moved(
  file: string,
  range: TextRange,
  { message, edits, title }: { message: string; edits: { range: TextRange; newText: string }[]; title: string },
): Draft {
  return { range, severity: 'info', message, fixes: [{ title, safety: 'suggested', edits: [{ file, edits }] }] };
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/[ _]/g, '[ _]');
