import { isKnown } from '../../concepts/concepts.ts';
import { fewestLooks, hasManyLooks, majorityOfLooks, valuesOf } from '../../dataset/looks.ts';
import { question, questions } from '../../dataset/question.ts';
import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import { indicativeBelow } from '../../metrics/metrics.ts';
import {
  type Attribute,
  attributesOf,
  changesLooks,
  isSameLook,
  lookOf,
  looksOfWord,
  saysLooks,
} from '../../tags/attributes.ts';
import { groupOf } from '../../tags/kinds.ts';
import { normalTag } from '../../tags/normal.ts';
import { subjectCount } from '../../tags/subjects.ts';
import { classKind, isClassWord } from '../../tags/trigger-words.ts';
import { Word } from '../../tags/word.ts';
import type { CaptionContext } from '../context.ts';
import { captionRule } from '../define.ts';
import { lookName } from './look-names.ts';
import { oddLooksOf } from './looks-of-sentences.ts';
import { mayBeOtherKind, otherKind } from './other-kind.ts';

export default captionRule({
  id: 'identity-conflict',
  group: 'consistency',
  severity: 'warning',
  fix: 'none',
  summary: 'The captions of one trigger disagree on hair or eye colour, gender or age.',
  why: 'One trigger stands for one subject; captions that give it other features are wrong tags or another person among the images, and both keep the subject from becoming stable (seed: identity collapse).',
  mayFind: (context) => {
    const { index, flags, words, folder, caption, concept, style } = context;
    if (!index.complete) return false;
    if (style !== 'tags') return true;
    const usual = usualClass(index, folder.folder);
    if (usual !== null && !caption.text.includes(`${concept?.trigger} ${usual.word}`)) return true;
    if (mayBeOtherKind(context)) return true;
    if ((flags & saysLooks) === 0) return false;
    if (concept && concept.companions.length > 0) return true;
    const others = otherLooks(index, folder.folder);
    return words.some(
      (word) => (word.flags & saysLooks) !== 0 && looksOfWord(word).some(({ look }) => others(look) !== null),
    );
  },
  *check(context: CaptionContext): Iterable<Draft> {
    const found = [...otherClass(context), ...otherLooksIn(context)];
    yield* found;
    if (found.length === 0) yield* otherKind(context);
  },
});

/** Looks of hair, eyes, gender and age that do not fit those of the other captions. */
function* otherLooksIn(context: CaptionContext): Iterable<Draft> {
  const { caption, norms, words, index, concept, folder } = context;
  let isTold = false;
  for (const { range, attribute, usual, captions } of oddLooksOf(context)) {
    isTold = true;
    yield {
      range,
      message: t(
        '"{0}" does not fit the other captions: {1} is {2} in {3}. Wrong word or wrong image?',
        caption.text.slice(range.start, range.end),
        lookName(attribute),
        usual,
        captions,
      ),
    };
  }
  if (isTold) return;
  if (!index.complete || !isKnown(concept) || subjectCount(words) === 'several') return;
  // An outfit, a style or a place has no hair and no gender; several subjects have several.
  const kind = classKind(concept.classWord);
  if (concept.companions.length > 0) yield* otherLooksOfName(context, [concept.trigger, ...concept.companions]);
  if (concept.companions.length > 0 || kind === 'thing' || kind === 'place' || kind === 'style') return;
  if (kind === null && (hasManyLooks(index, folder.folder) || isWithoutPeople(index, folder.folder))) return;
  const others = otherLooks(index, folder.folder);
  const looks = attributesOf(words);
  for (const { attribute, value, look, index: at } of looks) {
    if (value === 'mixed') continue;
    // What two and three girls wear a boy can wear.
    if (attribute === 'gender' && kind === null && isOnSeveral(index, folder.folder)) continue;
    const most = others(look);
    if (!most) continue;
    // Beside the usual value it is somebody else's, or contradicts it: contradictory-tags tells that.
    if (looks.some((other) => other.attribute === attribute && other.value === most.value)) continue;
    if (isSameLook(attribute, value, most.value) || (attribute !== 'age' && norms.some(changesLooks))) continue;
    const tag = caption.tags[at];
    const parts = [tag.text, concept.trigger, lookName(attribute), most.captions, most.value] as const;
    yield {
      range: tag.range,
      tag: norms[at],
      message: isSmall(index, folder.folder)
        ? t('"{0}" does not fit "{1}": {2} is {4} in {3} captions (few captions). Wrong tag or wrong image?', ...parts)
        : t('"{0}" does not fit "{1}": {2} is {4} in {3} captions. Wrong tag or wrong image?', ...parts),
    };
  }
}

/** Captions with a trigger and its class word, and their share of those that hold the trigger, that make another class odd. */
const fewestOfClass = 6;
const shareOfClass = majorityOfLooks;

/** The class word that follows the trigger in nearly all captions of a folder, and in how many; null where none does. */
const usualClass = question((index, folder: string): { word: string; captions: number } | null => {
  const concept = index.conceptOf(folder);
  if (!isKnown(concept)) return null;
  const counts = index.facts.subset(folder)?.words.of(concept.trigger.toLowerCase());
  const [most] = [...(counts?.classWords ?? [])].sort((a, b) => b[1] - a[1]);
  if (!counts || !most || most[1] < fewestOfClass || most[1] < counts.captions * shareOfClass) return null;
  return { word: most[0], captions: most[1] };
});

/** "ohwx man" among captions of "ohwx woman": a class of another gender or kind behind the trigger. */
function* otherClass({ caption, index, concept, folder }: CaptionContext): Iterable<Draft> {
  const usual = usualClass(index, folder.folder);
  if (usual === null || !isKnown(concept)) return;
  const trigger = concept.trigger.toLowerCase();
  for (const tag of caption.tags) {
    const at = tag.text.toLowerCase().indexOf(`${trigger} `);
    const word = at < 0 ? null : /^\p{L}+/u.exec(tag.text.slice(at + trigger.length + 1));
    const isOther = word !== null && isOtherClass(word[0].toLowerCase(), usual.word);
    if (word === null || !(isOther || isLikeClass(word[0].toLowerCase(), usual.word))) continue;
    // "kitsuren fox boy" says boy.
    const behind = tag.text.slice(at + trigger.length + 1 + word[0].length).trimStart();
    if (behind.toLowerCase().startsWith(usual.word)) continue;
    const start = tag.range.start + at + trigger.length + 1;
    yield {
      range: { start, end: start + word[0].length },
      ...(!isOther && { severity: 'info' as const }),
      message: t(
        '"{0} {1}", where {2} captions say "{0} {3}". Wrong word or wrong image?',
        concept.trigger,
        word[0],
        usual.captions,
        usual.word,
      ),
    };
    return;
  }
}

/** In a folder of several subjects, the looks that do not fit the one whom a caption names. */
function* otherLooksOfName(
  { caption, norms, words, index }: CaptionContext,
  names: readonly string[],
): Iterable<Draft> {
  const own = names.filter((name) => norms.includes(normalTag(name)));
  const norm = own.length === 1 ? index.facts.vocabulary.normId(normalTag(own[0])) : undefined;
  if (norm === undefined) return;
  const looks = attributesOf(words);
  for (const { attribute, value, index: at } of looks) {
    const usual = usualLook(index, `${norm} ${attribute}`);
    if (usual === null || value === 'mixed' || isSameLook(attribute, value, usual.value)) continue;
    if (looks.some((other) => other.attribute === attribute && other.value === usual.value)) continue;
    yield {
      range: caption.tags[at].range,
      tag: norms[at],
      message: t(
        '"{0}" does not fit "{1}": {2} is {4} in {3} captions. Wrong tag or wrong image?',
        caption.tags[at].text,
        own[0],
        lookName(attribute),
        usual.captions,
        usual.value,
      ),
    };
  }
}

/** What nearly all captions with a tag say of an attribute; null where nothing is sure. */
const usualLook = question((index, key: `${number} ${Attribute}`): { value: string; captions: number } | null => {
  const space = key.indexOf(' ');
  const counts = new Map<string, number>();
  let said = 0;
  for (const { norms } of index.facts.captionsWith(Number(key.slice(0, space)))) {
    const own = [...norms].flatMap((norm) => attributesOf([index.vocabulary.norm(norm)]));
    const values = new Set(own.flatMap(({ attribute, value }) => (attribute === key.slice(space + 1) ? [value] : [])));
    if (values.size > 0) said++;
    for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most && said >= fewestOfClass && most[1] >= said * shareOfClass ? { value: most[0], captions: most[1] } : null;
});

/** Another word of the group of the usual one, or for the same: a cup among mugs, a lady among women. */
const isLikeClass = (word: string, usual: string): boolean =>
  word !== usual && groupOf(word) !== null && groupOf(word) === groupOf(usual) && !usual.startsWith(word);

function isOtherClass(word: string, usual: string): boolean {
  if (!isClassWord(word)) return false;
  const [kind, usualKind] = [classKind(word), classKind(usual)];
  if (kind !== usualKind)
    return (kind === 'person' || kind === 'creature') && (usualKind === 'person' || usualKind === 'creature');
  const [gender, usualGender] = [word, usual].map(
    (one) => looksOfWord(new Word(one)).find(({ attribute }) => attribute === 'gender')?.value,
  );
  return gender !== undefined && usualGender !== undefined && gender !== usualGender;
}

/** What nearly all captions of a folder say of an attribute, where that is not the value in question; null where nothing is sure. */
const otherLooks = questions((index, folder, look) => {
  const { attribute, value } = lookOf(look);
  const counts = valuesOf(index, attribute, folder);
  const said = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  if (!most || most[0] === value || said < fewestLooks || most[1] < said * majorityOfLooks) return null;
  return { value: most[0], captions: most[1] };
});

/** Whether a trigger stands where nobody is, on a dummy or a hanger: then it is what is worn, by different people. */
const isWithoutPeople = question((index, folder: string): boolean => {
  const id = index.vocabulary.normId('no humans');
  const trigger = index.conceptOf(folder)?.triggerNorm ?? null;
  if (id === undefined || trigger === null || (index.facts.subset(folder)?.frequency(id) ?? 0) === 0) return false;
  return (index.facts.cooccurrence(trigger).get(id) ?? 0) > 0;
});

/** Captions with a trigger, and their share, that show several at once, from which it need not be a person. */
const fewestSeveral = 2;
const shareOfSeveral = 0.1;
const several = ['2girls', '3girls', '4girls', 'multiple girls', '2boys', '3boys', '4boys', 'multiple boys'];

/** Whether a trigger without a class word stands where several people are, often enough for it to be what they wear or do. */
const isOnSeveral = question((index, folder: string): boolean => {
  const trigger = index.conceptOf(folder)?.triggerNorm ?? null;
  if (trigger === null) return false;
  const together = index.facts.cooccurrence(trigger);
  const ids = several.map((norm) => index.vocabulary.normId(norm) ?? -1);
  const captions = ids.reduce((sum, id) => sum + (together.get(id) ?? 0), 0);
  return captions >= Math.max(fewestSeveral, index.facts.frequency(trigger) * shareOfSeveral);
});

/** Whether a folder has few captions to tell from. */
const isSmall = question((index, folder: string) => (index.facts.subset(folder)?.captions ?? 0) < indicativeBelow);
