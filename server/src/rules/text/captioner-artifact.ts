import { endsWith, fixedEnd } from '../../concepts/fixed-end.ts';
import { question } from '../../dataset/question.ts';
import type { Draft, Fix } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import { indicativeBelow } from '../../metrics/metrics.ts';
import { type ArtifactKind, artifactsIn } from '../../tags/artifacts.ts';
import { cutOff } from '../../tags/cut-off.ts';
import { doubtIn, openerIn } from '../../tags/prose-marks.ts';
import type { CaptionContext, FolderContext } from '../context.ts';
import { folderRule } from '../define.ts';
import { headingOf, mayHoldLeft } from './to-be-written.ts';

/** Captions, and share of the folder's, from which an opener or a hedge is a habit of the folder. */
const fewest = 3;
const openerShare = 0.3;
const hedgeShare = 0.25;
/** Captions, and share of those of sentences, that end as sentences do for one that does not to be the odd one. */
const fewestEnded = 8;
const endedShare = 0.8;
/** Share of the captions up to which a hedge is the odd one out; one always is. */
const oddShare = 0.05;

export default folderRule({
  id: 'captioner-artifact',
  group: 'text',
  severity: 'warning',
  fix: 'suggested',
  summary:
    'A captioning model left something that describes nothing: a refusal, a placeholder, markup, a cut sentence, an opener.',
  why: 'It trains as text like the rest. Seen of BLIP-2 (echoed prompts, loops: rujiewu/Bongard-OpenWorld, issue 4), LLaVA and its kin ("The image shows": removed by ostris/ai-toolkit, dataset_tools/tools/caption.py) and chat models (refusals, Markdown, JSON).',
  *check({ facts, index }: FolderContext): Iterable<Draft> {
    const { openers, hedged } = facts.sentences;
    if (isHabit(openers, facts.captions, openerShare))
      yield {
        file: '',
        range: null,
        severity: 'info',
        message: t(
          '{0} of {1} captions open with words on the picture ("{2}"): prompts do not, and each spends tokens. Begin with what is seen.',
          openers,
          facts.captions,
          usualOpener(index, ''),
        ),
      };
    if (isHabit(hedged, facts.captions, hedgeShare))
      yield {
        file: '',
        range: null,
        severity: 'info',
        message: t(
          '{0} of {1} captions are unsure ("appears to be", "possibly"): prompts are not. Say what is seen, or leave it out.',
          hedged,
          facts.captions,
        ),
      };
  },
  mayFindInCaption: mayHoldLeft,
  *checkCaption(context: CaptionContext): Iterable<Draft> {
    const { file, caption, style } = context;
    const heading = headingOf(context);
    if (heading !== null) {
      const [range] = caption.trained;
      yield {
        range,
        message: t(
          '"{0}" only says what stands below, and that never trains: the first line alone is read. Write the caption there.',
          caption.text.slice(range.start, range.end),
        ),
        fixes: [
          {
            title: t('Write what stands below in the first line'),
            safety: 'suggested',
            edits: [{ file, edits: [{ range: heading.range, newText: heading.instead }] }],
          },
        ],
      };
      return;
    }
    for (const line of caption.trained) {
      const text = caption.text.slice(line.start, line.end);
      const end = style === 'tags' ? null : endOfAll(context.index, context.folder.folder);
      // What all captions end with is no sentence that stops in the middle.
      const isWhole = end !== null && endsWith(text, end);
      const found = artifactsIn(text, style).filter(({ kind }) => kind !== 'cut' || !isWhole);
      for (const { kind, range: own, instead } of found) {
        const range = { start: line.start + own.start, end: line.start + own.end };
        yield {
          range,
          message: messageOf(kind, caption.text.slice(range.start, range.end)),
          ...(kind === 'markup' && { habit: t('Markup trains as text. Take it out.') }),
          ...(kind === 'made-up word' && {
            habit: t('A word that BLIP makes up: it means nothing and trains all the same. Take it out.'),
          }),
          ...(kind === 'confidence' && {
            habit: t('Numbers of the tagger, how sure it was, train as text. Take them out.'),
          }),
          ...(kind === 'entity' && { severity: 'info' as const }),
          // Whoever writes it may mean it: what is not known cannot be written.
          ...(kind === 'note' && unknown.test(text.slice(own.start, own.end)) && { severity: 'info' as const }),
          ...(kind === 'absence' && {
            severity: 'info' as const,
            habit: t('Says what the image does not have, and the words train all the same. Take it out.'),
          }),
          fixes: fixesFor(file, range, instead, kind),
        };
      }
      if (style === 'tags' || found.length > 0) continue;
      const habits = sentenceHabits(context.index, '');
      const opener = openerIn(text);
      if (opener !== null && habits.opensAtOnce)
        yield {
          range: { start: line.start + opener.start, end: line.start + opener.end },
          severity: 'info',
          message: t(
            '"{0}" speaks of the picture, not of what is in it. Begin with what is seen.',
            text.slice(opener.start, opener.end),
          ),
        };
      const cut = habits.ended === null || isWhole ? null : cutOff(text);
      if (cut !== null && habits.ended !== null)
        yield {
          range: { start: line.start + cut.range.start, end: line.start + cut.range.end },
          severity: 'info',
          message: t(
            '"{0}" has no end, where {1} captions end their last sentence: is something cut off?',
            shownEnd(text.slice(cut.range.start, cut.range.end)),
            habits.ended,
          ),
        };
      const doubt = doubtIn(text);
      if (doubt !== null && habits.isSure)
        yield {
          range: { start: line.start + doubt.start, end: line.start + doubt.end },
          severity: 'info',
          message: t(
            '"{0}" is unsure, where the other captions are not. Say what is seen, or leave it out.',
            text.slice(doubt.start, doubt.end),
          ),
        };
    }
  },
});

/** What nearly all captions of a folder end with. */
const endOfAll = question((index, folder: string) => fixedEnd(index.facts, folder)?.phrase ?? null);

/** How the sentences of a folder are mostly written, as far as a caption that does otherwise is told. */
const sentenceHabits = question((index, _: string) => {
  const { sentences, captions } = index.facts;
  const { open, ended } = sentences;
  const endsThem = open <= 1 && ended >= fewestEnded && ended >= sentences.captions * endedShare;
  return {
    /** Captions begin with what is in the picture. */
    opensAtOnce: isException(sentences.openers, captions, openerShare),
    /** Captions whose last sentence has its end; null where that is no habit. */
    ended: endsThem ? ended : null,
    /** Captions are not unsure. */
    isSure: sentences.doubting <= Math.max(1, captions * oddShare),
  };
});

/** The words that most captions with an opener begin with. */
const usualOpener = question((index, _: string): string => {
  const counts = new Map<string, number>();
  for (const { marks } of index.facts.records())
    if (marks?.opener != null) counts.set(marks.opener, (counts.get(marks.opener) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return most === undefined ? '' : most[0][0].toUpperCase() + most[0].slice(1);
});

const isHabit = (captions: number, all: number, share: number): boolean =>
  captions >= fewest && captions >= all * share;

/** Whether what so many captions do is the exception of a folder; in a small one nothing that several do is. */
const isException = (captions: number, all: number, share: number): boolean =>
  !isHabit(captions, all, share) && (all >= indicativeBelow || captions < fewest);

function fixesFor(
  file: string,
  range: { start: number; end: number },
  instead: string | null,
  kind: ArtifactKind,
): Fix[] {
  if (instead === null) return [];
  const title =
    kind === 'quotes'
      ? t('Take the quotes off')
      : kind === 'brackets'
        ? t('Take the brackets off')
        : instead === ''
          ? t('Remove it')
          : t('Write it as plain text');
  return [{ title, safety: 'suggested', edits: [{ file, edits: [{ range, newText: instead }] }] }];
}

/** Letters of a caption that a message shows. */
const shownLetters = 40;

const shownText = (text: string): string =>
  text.length > shownLetters ? `${text.slice(0, shownLetters).trimEnd()}…` : text;

/** The last words of a text, of one whose end is told of. */
const shownEnd = (text: string): string =>
  text.length > shownLetters ? `…${text.slice(-shownLetters).replace(/^\S*\s+/, '')}` : text;

/** A value that says that it is not known. */
const unknown = /^(?:unknown|unspecified|not specified)$/i;

function messageOf(kind: ArtifactKind, text: string): string {
  // The comma before a piece is taken out with it, and is none of its words.
  const shown = shownText(text.replace(/^\s*[,;]\s+/, ''));
  switch (kind) {
    case 'refusal':
      return t('The captioning model refused: "{0}". Write what the image shows.', shown);
    case 'placeholder':
      return t('"{0}" stands in for a caption. Write what the image shows.', shown);
    case 'data':
      return t('Data of a program instead of a caption: "{0}". Keep the text only.', shown);
    case 'markup':
      return t('Markup trains as text: "{0}". Take it out.', shown.trim());
    case 'quotes':
      return t('Quotes around the whole caption train as text. Take them off.');
    case 'brackets':
      return t('Brackets around the whole caption train as text. Take them off.');
    case 'preamble':
      return t('The captioning model introduces its answer: "{0}". Take it out.', shown.trim());
    case 'special token':
      return t('"{0}" is a mark of the captioning model. Take it out.', shown.trim());
    case 'prompt':
      return t('The captioning model repeats what it was asked: "{0}". Write what the image shows.', shown);
    case 'cut':
      return t('The last sentence stops in the middle: "{0}". End it or take it out.', shownEnd(text));
    case 'absence':
      return t('"{0}" says what the image does not have, and its words train all the same. Take it out.', shown.trim());
    case 'closing':
      return t('"{0}" is said to whoever asked, not of the picture. Take it out.', shown.trim());
    case 'entity':
      return t(
        '"{0}" is a character as HTML writes it, and not all text encoders read it as one. Write the character.',
        shown,
      );
    case 'escape':
      return t('"{0}" is the code of a character and trains as it stands. Write the character.', shown);
    case 'parameters':
      return t('"{0}" was said to an image generator, and trains as text. Take it out.', shown.trim());
    case 'file name':
      return t('"{0}" is the name of a file and trains as text. Take it out.', shown);
    case 'made-up word':
      return t(
        '"{0}" is a word that BLIP makes up: it means nothing and trains all the same. Take it out.',
        shown.trim(),
      );
    case 'note':
      if (unknown.test(text)) return t('"{0}" trains as text. Write the value, or leave the field out.', shown);
      return t('"{0}" is a note that something is to be written, and trains as text. Write it.', shown);
    case 'confidence': {
      const [first] = /^[\s:]*\(?[\d.]+\)?/.exec(text) ?? [shown];
      return first.length < text.trimEnd().length && first !== shown
        ? t(
            '"{0}" says how sure the tagger was, here and behind other tags, and trains as text. Take the numbers out.',
            first.trim(),
          )
        : t('"{0}" says how sure the tagger was, and trains as text. Take it out.', first.trim());
    }
    case 'unfinished':
      return t('"{0}" waits for more words. End it or take it out.', shown);
    case 'repeated sentence':
      return t('Said before in this caption: "{0}". Keep one.', shown.trim());
  }
}
