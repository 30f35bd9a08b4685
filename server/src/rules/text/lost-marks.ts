import { sureEnough } from '../../concepts/concepts.ts';
import { question } from '../../dataset/question.ts';
import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import type { TextRange } from '../../ground/text.ts';
import { fileNameIn } from '../../tags/leftovers.ts';
import { normalTag } from '../../tags/normal.ts';
import type { CaptionContext } from '../context.ts';
import { fusedBefore } from './fields-in-text.ts';
import { usualFields } from './form-fields.ts';
import { formMark } from './form-marks.ts';
import { listElsewhere } from './other-separator.ts';

/** A quick look for {@link fusedFields}. */
export const mayHaveFusedFields = ({ isForm, index }: CaptionContext): boolean =>
  isForm && usualFields(index, '').fields.length > 0;

/** Share of the captions with a trigger that have it as a tag by itself, for one that goes on behind it to be odd. */
const apart = 0.75;
const fewestApart = 5;

/** The tag of a folder that is the trigger, its class word included, where nearly all captions have it apart; normal form. */
export const triggerApart = question((index, folder: string): { tag: string; captions: number } | null => {
  const { trigger, triggerNorm, confidence = 0, companions = [] } = index.conceptOf(folder) ?? {};
  const subset = index.facts.subset(folder);
  if (trigger == null || triggerNorm == null || !subset || confidence < sureEnough || companions.length > 0)
    return null;
  const captions = subset.frequency(triggerNorm);
  const tag = index.vocabulary.norm(triggerNorm);
  const held = subset.words.of(trigger.toLowerCase())?.captions ?? subset.captions;
  // In a form of several lines the first of them is what is read.
  return captions >= fewestApart && captions >= held * apart && !tag.includes(':') ? { tag, captions } : null;
});

/** That tag without its number of captions, which moves with every edit. */
export const tagOfTrigger = question((index, folder: string) => triggerApart(index, folder)?.tag ?? null);

/** A quick look for {@link openTrigger}. */
export const mayBeOpen = ({ index, folder, words }: CaptionContext): boolean => {
  const usual = triggerApart(index, folder.folder);
  if (usual === null) return false;
  // Nearly always the trigger stands by itself, and first.
  return !words.some(({ norm }) => norm === usual.tag) && words.some(({ norm }) => goesOn(norm, usual.tag));
};

/** Whether a tag begins with the trigger and goes on behind a blank or a mark that is no separator: "ohwx man", "ohwx. a man". */
const goesOn = (norm: string, trigger: string): boolean =>
  norm.startsWith(trigger) && norm.length > trigger.length && ' .:;'.includes(norm[trigger.length]);

/** A trigger that nothing takes apart from the words behind it, where nearly all captions have a separator there. */
export function openTrigger(context: CaptionContext): (Draft & { range: TextRange }) | null {
  // Of a list that nothing or something else takes apart that is said.
  const found = mayBeOpen(context) ? openTriggerIn(context) : null;
  return found === null || listElsewhere(context) !== null ? null : found;
}

function openTriggerIn({
  file,
  caption,
  norms,
  index,
  folder,
  settings,
  style,
}: CaptionContext): (Draft & { range: TextRange }) | null {
  const usual = triggerApart(index, folder.folder);
  const at = usual === null || norms.includes(usual.tag) ? -1 : norms.findIndex((norm) => goesOn(norm, usual.tag));
  const tag = caption.tags[at];
  if (usual === null || tag === undefined) return null;
  // Word by word: marks and blanks of the text may be others than those of the normal form.
  const length = usual.tag.split(' ').length;
  const words = [...tag.text.matchAll(/[^\s_]+/g)];
  const last = words[length - 1];
  const next = words[length];
  const odd = last && next ? /^(.+?)([.:;])$/.exec(tag.text.slice(0, last.index + last[0].length)) : null;
  const mark = settings.syntax.separator.trim() || settings.syntax.separator;
  if (odd !== null && at === 0 && style !== 'tags' && normalTag(odd[1]) === usual.tag) {
    const place = tag.range.start + odd[1].length;
    const range = { start: place, end: place + 1 };
    return {
      range,
      severity: 'info',
      message: t(
        '"{0}" stands behind "{1}" here, and "{2}" in {3} captions. Write it alike.',
        odd[2],
        odd[1],
        mark,
        usual.captions,
      ),
      fixes: [
        { title: t('Write "{0}"', mark), safety: 'suggested', edits: [{ file, edits: [{ range, newText: mark }] }] },
      ],
    };
  }
  if (
    !last ||
    !next ||
    // A mark of any kind takes it apart: " / ", " | ".
    !/^[\p{L}\p{N}]/u.test(next[0]) ||
    // The number of a version is misspelt-trigger's.
    (/^v?\d{1,2}$/i.test(next[0]) && tag.text[last.index + last[0].length] === '_') ||
    fileNameIn(tag.text) !== null ||
    normalTag(tag.text.slice(0, last.index + last[0].length)) !== usual.tag
  )
    return null;
  const name = tag.text.slice(0, last.index + last[0].length);
  const gap = { start: tag.range.start + name.length, end: tag.range.start + next.index };
  return {
    range: tag.range,
    ...(style === 'tags' ? {} : { severity: 'info' as const }),
    message: t(
      'Nothing separates the trigger "{0}" from the words behind it, and {1} captions have "{2}" there. Add it.',
      name,
      usual.captions,
      mark,
    ),
    fixes: [
      {
        title: t('Write "{0}" behind the trigger', mark),
        safety: 'suggested',
        edits: [{ file, edits: [{ range: gap, newText: mark.trim() === '' ? mark : `${mark} ` }] }],
      },
    ],
  };
}

/** Fields of a form that nothing takes apart from the value before them: "view: from above light: lamp". */
export function* fusedFields(context: CaptionContext): Iterable<Draft> {
  if (!mayHaveFusedFields(context)) return;
  const { file, caption, index, settings } = context;
  const own = index.record(file)?.fields ?? [];
  const mark = formMark(index, '')?.text ?? settings.syntax.separator;
  for (const field of usualFields(index, '').fields) {
    if (own.includes(field)) continue;
    const [line] = caption.trained;
    const fused = line && fusedBefore(caption.text.slice(line.start, line.end), field);
    if (!fused) continue;
    const [place, range] = [fused.gap, fused.shown].map(({ start, end }) => ({
      start: line.start + start,
      end: line.start + end,
    }));
    yield {
      range,
      message: t('Nothing separates "{0}:" from the value before it. Write "{1}" between them.', field, mark.trim()),
      fixes: [
        {
          title: t('Write "{0}" between them', mark.trim()),
          safety: 'suggested',
          edits: [{ file, edits: [{ range: place, newText: `${mark.trim()} ` }] }],
        },
      ],
    };
  }
}
