import { question } from '../../dataset/question.ts';
import type { FolderFacts } from '../../facts/facts.ts';
import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import { subjectRecords } from '../../metrics/subject.ts';
import { saidTwice } from '../../tags/said-twice.ts';
import type { CaptionContext, FolderContext } from '../context.ts';
import { folderRule } from '../define.ts';
import { listElsewhere } from '../text/other-separator.ts';
import { isToBeWritten } from '../text/to-be-written.ts';

/** Captions and share of captions that the rarer style needs to be a fact of the folder; below it each is the odd one out. */
const fewest = 3;
const share = 0.1;
/** Captions of one style, and their share of the folder's, that make another one odd. */
const usual = 8;
const usualShare = 0.8;
/** Captions of the rarer style named as related. */
const named = 10;

export default folderRule({
  id: 'mixed-caption-style',
  group: 'consistency',
  severity: 'info',
  fix: 'none',
  summary: 'Some captions are tags, others are sentences.',
  why: 'The model learns each style of caption for its own images, so a prompt in one style brings out only a part of the set (seed: inconsistent caption structure).',
  *check({ facts, index }: FolderContext): Iterable<Draft> {
    const files = { tags: [] as string[], prose: [] as string[] };
    for (const { clearStyle, file } of subjectRecords(facts, index.concepts))
      if (clearStyle === 'tags' || clearStyle === 'prose') files[clearStyle].push(file);
    const [tags, prose] = [files.tags.length, files.prose.length];
    const rarer = prose < tags ? 'prose' : 'tags';
    if (!areMixed(tags, prose)) return;
    const others = files[rarer];
    yield {
      file: '',
      range: null,
      message: t(
        '{0} captions are tags, {1} are sentences: a prompt in one style reaches only its own part. Choose one.',
        tags,
        prose,
      ),
      related: others
        .sort()
        .slice(0, named)
        .map((file) => ({ file, range: null, message: rarer === 'prose' ? t('Sentences') : t('Tags') })),
    };
  },
  *checkCaption(context: CaptionContext): Iterable<Draft> {
    const { index, file, caption } = context;
    const style = index.record(file)?.clearStyle;
    if (!index.complete || (style !== 'tags' && style !== 'prose') || context.isForm) return;
    const others = othersThan(index, style);
    // A list that something else separates reads like a sentence, and is told as what it is.
    if (others === null || listElsewhere(context) !== null || isToBeWritten(context)) return;
    // Nor is one phrase over and over a sentence.
    if (style === 'prose' && caption.trained.some(({ start, end }) => saidTwice(caption.text.slice(start, end))))
      return;
    yield {
      range: caption.trained[0] ?? null,
      message:
        style === 'prose'
          ? t(
              'Sentences, where {0} captions of the folder are tags: a prompt of tags does not reach it. Write tags.',
              others,
            )
          : t(
              'Tags, where {0} captions of the folder are sentences: a prompt in sentences does not reach it. Write sentences.',
              others,
            ),
    };
  },
});

/** Captions of the other style, where one of this style is the odd one out; null where it is not. */
const othersThan = question((index, style: 'tags' | 'prose'): number | null => {
  const { facts } = index;
  const { tags, prose, isMixed } = stylesOf(facts);
  const [own, other] = style === 'tags' ? [tags, prose] : [prose, tags];
  // What cannot be told apart in this folder is no odd one.
  const isUsual = isMixed || own >= fewest || other < usual || other < facts.captions * usualShare;
  return isUsual ? null : other;
});

function stylesOf(facts: FolderFacts): { tags: number; prose: number; isMixed: boolean } {
  const [tags, prose] = [facts.clearStyleCount('tags'), facts.clearStyleCount('prose')];
  return { tags, prose, isMixed: areMixed(tags, prose) };
}

function areMixed(tags: number, prose: number): boolean {
  const rarer = Math.min(prose, tags);
  return rarer >= fewest && rarer >= (tags + prose) * share;
}
