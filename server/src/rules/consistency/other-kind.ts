import { isStyle } from '../../concepts/concepts.ts';
import { question } from '../../dataset/question.ts';
import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import { isSameLook } from '../../tags/attributes.ts';
import { COLOUR_WORDS } from '../../tags/data/modifiers.ts';
import { isSameKind, kindOfTag, kindsIn } from '../../tags/kinds.ts';
import { classKind } from '../../tags/trigger-words.ts';
import { Word } from '../../tags/word.ts';
import type { CaptionContext } from '../context.ts';

/** Captions, and share of the folder's, that must say one kind for another to be at odds. */
const fewest = 8;
const share = 0.85;
/** Captions, by those with the usual name of a colour, up to which another name of it is drift. */
const nameShare = 0.2;
/** Share of the captions that say one of a colour that may have two names. */
const namedShare = 0.7;

/** A quick look at a list of tags for {@link otherKind}. */
export const mayBeOtherKind = ({ index, words, folder }: CaptionContext): boolean =>
  index.complete &&
  usualTags(index, folder.folder).length > 0 &&
  words.some((word) => kindOfTag(word) !== null) &&
  isOfOneSubject(index, folder.folder);

/** Another species, another sort of vehicle or another colour of the fur than nearly all captions of a folder of one subject say. */
export function* otherKind(context: CaptionContext): Iterable<Draft> {
  const { index, folder, style } = context;
  if (!index.complete || !isOfOneSubject(index, folder.folder)) return;
  // A list may stand before sentences that are more.
  const inList = [...inTags(context)];
  yield* inList;
  if (style !== 'tags' && inList.length === 0) yield* inSentences(context);
}

function* inTags({ caption, words, norms, index, folder }: CaptionContext): Iterable<Draft> {
  const own = words.map((word) => kindOfTag(word));
  for (const [at, said] of own.entries()) {
    if (said === null) continue;
    const usual = usualTags(index, folder.folder).find(({ group, rest }) => group === said.group && rest === said.rest);
    if (usual === undefined || norms.includes(usual.tag) || usual.tag === words[at].canonical) continue;
    const id = index.vocabulary.normId(norms[at]);
    // Taggers say one hair in two colours, and a thing may be shown in another one; of a slip there is one. Two names of one colour are
    // drift in a few.
    const isName = said.rest === '% hair' && isSameLook('hair colour', said.kind, usual.kind);
    const most = isName ? Math.max(1, usual.captions * nameShare) : 1;
    if (!isName && !usual.isSure) continue;
    const isColour = / (?:hair|eyes)$/.test(usual.tag) || COLOUR_WORDS.has(said.kind);
    if (isColour && id !== undefined && index.facts.frequency(id) > most) continue;
    if (own.some((other) => other?.group === said.group && usual.kind === other.kind)) continue;
    yield odd(caption.tags[at].range, caption.tags[at].text, usual.tag, usual.captions);
    return;
  }
}

function* inSentences({ caption, index, file, folder }: CaptionContext): Iterable<Draft> {
  const own = index.record(file)?.marks?.kinds ?? [];
  if (own.length === 0) return;
  for (const line of caption.trained) {
    const said = kindsIn(caption.text.slice(line.start, line.end));
    for (const one of said) {
      const usual = usualKind(index, `${one.group}\n${folder.folder}`);
      if (usual === null || usual.kind === one.kind || said.some((other) => isSameKind(other, { ...one, ...usual })))
        continue;
      const text = caption.text.slice(line.start, line.end).toLowerCase();
      // Named beside another, it may be that one's.
      if (new RegExp(`\\b${usual.kind}\\b`).test(text)) continue;
      yield odd(
        { start: line.start + one.start, end: line.start + one.end },
        one.word,
        /^\d+$/.test(one.group) ? usual.kind : `${usual.kind} ${one.group}`,
        usual.captions,
      );
      return;
    }
  }
}

const odd = (range: { start: number; end: number }, word: string, usual: string, captions: number): Draft => ({
  range,
  severity: 'info',
  message: t('"{0}", where {1} captions say "{2}". Wrong word or wrong image?', word, captions, usual),
});

/** A tag that nearly all captions of a folder hold, with what it is one of and the words around it. */
interface UsualTag {
  readonly tag: string;
  readonly kind: string;
  readonly group: string;
  readonly rest: string;
  readonly captions: number;
  /** Whether nearly all captions hold it, and not only most. */
  readonly isSure: boolean;
}

const usualTags = question((index, folder: string): readonly UsualTag[] => {
  const subset = index.facts.subset(folder);
  if (!subset || subset.captions < fewest) return [];
  return [...subset.common()].flatMap(([norm, captions]) => {
    if (captions < fewest || captions < subset.captions * namedShare) return [];
    const tag = index.vocabulary.norm(norm);
    const own = kindOfTag(new Word(tag));
    return own === null
      ? []
      : [
          {
            tag,
            kind: own.kind,
            group: own.group,
            rest: own.rest,
            captions,
            isSure: captions >= subset.captions * share,
          },
        ];
  });
});

/** The kind of a group that nearly all sentences of a folder say. */
const usualKind = question((index, key: string): { kind: string; captions: number } | null => {
  const [group, folder] = key.split('\n');
  const subset = index.facts.subset(folder);
  if (!subset) return null;
  for (const [said, captions] of subset.kinds) {
    const [own, kind] = said.split('\n');
    if (own !== group || captions < fewest || captions < subset.captions * share) continue;
    return { kind, captions };
  }
  return null;
});

/** Whether a folder is of one subject, as far as its concept tells. */
const isOfOneSubject = question((index, folder: string): boolean => {
  const concept = index.conceptOf(folder);
  if (!concept) return true;
  return concept.companions.length === 0 && !isStyle(concept) && classKind(concept.classWord) !== 'place';
});
