import { question } from '../../dataset/question.ts';
import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import { folderOf } from '../../ground/paths.ts';
import { normalTag } from '../../tags/normal.ts';
import { saidTwice } from '../../tags/said-twice.ts';
import { kindOfWord } from '../../tags/trigger-kinds.ts';
import type { CaptionContext } from '../context.ts';
import { tagsBefore } from '../text/duplicate-tag.ts';
import type { JudgedConcept } from './find-trigger.ts';

/** Captions with the trigger, and share of them, that have it once or early for one that has it otherwise to be the odd one. */
const fewest = 8;
const custom = 0.9;
/** Captions looked at for it. */
const looked = 60;
/** Words at the beginning among which the trigger stands early, and words before it from which it stands late. */
const early = 6;
const late = 8;

/** A made-up trigger that a sentence has twice, or tacked on at its end, where nearly all captions of the folder have it once and early. */
export function lateOrTwice(context: CaptionContext, concept: JudgedConcept): Draft | null {
  const { caption, file } = context;
  const [line] = caption.trained;
  if (line === undefined || context.style === 'tags' || concept.companions.length > 0) return null;
  const text = caption.text.slice(line.start, line.end);
  const name = concept.trigger.toLowerCase();
  const at = text.toLowerCase().lastIndexOf(name);
  if (at <= 0) return null;
  const places = placesIn(text, name);
  const last = places.at(-1);
  if (last === undefined) return null;
  const behind = text.slice(last + name.length);
  // In the middle of a sentence its subject may be named again: "on the left ohwx".
  const isAgain = places.length === 2 && /^\s*,\s*$/.test(text.slice(places[0] + name.length, last));
  if (!isAgain && (!isTackedOn(text.slice(0, last)) || !end.test(behind))) return null;
  const isTwice = places.length === 2 && isMadeUp(name);
  const isLast = places.length === 1 && wordsBefore(text, last) >= late;
  if (!isTwice && !isLast) return null;
  const { held, once, first } = habitOf(context.index, `${name}\n${context.folder.folder}`);
  // The caption in question is one of those that are looked at.
  const isCustom = (captions: number): boolean => captions >= fewest && captions >= (held - 1) * custom;
  const range = { start: line.start + last, end: line.start + last + name.length };
  const written = text.slice(last, last + name.length);
  if (isTwice) {
    // The same tag twice is duplicate-tag's.
    const isTold = context.style !== 'prose' || tagsBefore(caption.tags, context.norms) > 1;
    if (isAgain && isTold && context.norms.filter((norm) => norm === normalTag(name)).length > 1) return null;
    // A piece that is said before is captioner-artifact's.
    if (!isCustom(once) || saidTwice(text) !== null) return null;
    const piece = isAgain ? places[0] + name.length : lastPiece(text, last, concept);
    return {
      range,
      severity: 'info',
      message: t('The trigger "{0}" stands twice here, and once in {1} captions. Keep the first.', written, once),
      ...(piece !== null && {
        fixes: [
          {
            title: t('Remove this repeat of "{0}"', written),
            safety: 'suggested' as const,
            edits: [
              {
                file,
                edits: [{ range: { start: line.start + piece, end: range.end + whole(behind) }, newText: '' }],
              },
            ],
          },
        ],
      }),
    };
  }
  return isCustom(first)
    ? {
        range,
        severity: 'info',
        message: t(
          'The trigger "{0}" ends this caption, and {1} captions have it among their first words. Write it as they do.',
          written,
          first,
        ),
      }
    : null;
}

/** Words that no text has by chance: of a name sentences may speak twice. */
const isMadeUp = (name: string): boolean =>
  name.split(' ').some((word) => ['identifier', 'coined', 'placeholder'].includes(kindOfWord(word) ?? ''));

/** Whether what stands before the last word leaves it without a verb: "…, and", "…, in the style of". A sentence may end with whom it is about. */
const isTackedOn = (before: string): boolean =>
  /[,;.]\s+(?:(?:and|with)\s+)?(?:(?:in|in the style of|(?:an? )?(?:photo|picture|painting|drawing) of|by)\s+)?(?:an?\s+)?$/i.test(
    before,
  );

/** What may stand behind the trigger at the end of a caption: a word of what it is, and the end of the sentence. */
const end = /^(?:[ _][a-z-]+)?[.!\s]*$/i;

/** Letters behind the trigger that belong to it. */
function whole(behind: string): number {
  return end.test(behind) ? behind.replace(/[.!\s]*$/, '').length : 0;
}

/** Where the last piece between commas begins, its comma included, when it is nothing but the trigger; null elsewhere. */
function lastPiece(text: string, last: number, concept: JudgedConcept): number | null {
  if (!end.test(text.slice(last + concept.trigger.length))) return null;
  const gap = /\s*,\s*$/.exec(text.slice(0, last));
  return gap === null ? null : gap.index;
}

function placesIn(text: string, name: string): readonly number[] {
  const pattern = new RegExp(String.raw`(?<![\p{L}\p{N}_-])${escaped(name)}(?![\p{L}\p{N}_-])`, 'giu');
  return Array.from(text.matchAll(pattern), ({ index }) => index);
}

const wordsBefore = (text: string, at: number): number => text.slice(0, at).match(/[\p{L}\p{N}'’_-]+/gu)?.length ?? 0;

/** How many captions of a folder hold its trigger, hold it once, and have it among their first words. */
const habitOf = question((index, key: `${string}\n${string}`) => {
  const end = key.indexOf('\n');
  const [name, folder] = [key.slice(0, end), key.slice(end + 1)];
  let [held, once, first] = [0, 0, 0];
  for (const { file, trained } of index.facts.records()) {
    if (folderOf(file) !== folder) continue;
    const places = placesIn(trained, name);
    if (places.length === 0) continue;
    if (++held > looked) break;
    if (places.length === 1) once++;
    if (wordsBefore(trained, places[0]) < early) first++;
  }
  return { held: Math.min(held, looked), once, first };
});

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/[ _]/g, '[ _]');
