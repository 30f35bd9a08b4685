import { question } from '../../dataset/question.ts';
import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import { speaksOther } from '../../tags/foreign-tags.ts';
import { otherScriptIn, type TextLanguage } from '../../tags/languages.ts';
import type { CaptionContext } from '../context.ts';
import { captionRule } from '../define.ts';

/** Captions of one language, and their share of the others whose language is told, that make another one odd; nearly all from the second on. */
const fewest = 5;
const share = 0.5;
const nearlyAll = 0.9;
/** Captions from which tags of another language or script are the odd ones, and share of them up to which they are. */
const fewestForTags = 8;
const rareShare = 0.05;
const oddShare = 0.5;

export default captionRule({
  id: 'foreign-language',
  group: 'consistency',
  severity: 'info',
  fix: 'none',
  summary: 'A caption is in another language than the rest of the folder.',
  why: 'Prompts in the language of the set do not reach what this image teaches, and the text encoder knows one of the two less well (heuristic: script and small words).',
  mayFind: ({ index, file }) => {
    const record = index.record(file);
    return record !== undefined && (record.language !== null || record.script !== null);
  },
  *check({ file, caption, index, style, words }: CaptionContext): Iterable<Draft> {
    const { language: own = null, script = null } = index.record(file) ?? {};
    const [range] = caption.trained;
    if (range === undefined || !index.complete) return;
    if (script !== null && (isOddScript(index, script) || (own === script && isOddLanguage(index, own)))) {
      const tag = caption.tags.find(({ text }) => otherScriptIn(text) !== null);
      if (tag)
        yield {
          range: tag.range,
          message: t(
            '"{0}" is {1}, unlike the other captions: its words are learnt apart. Translate it.',
            ownScript(tag.text),
            script === 'Chinese' ? t('Chinese or Japanese') : nameOf(script),
          ),
        };
      return;
    }
    if (own === null) return;
    const others = caption.tags.filter((_, at) => (words[at].flags & speaksOther) !== 0).map(({ text }) => text);
    // A short caption of small words is a sentence, though it has no style of its own.
    if (style === 'tags' && script === null && others.length > 0) {
      if (isOddLanguage(index, own))
        yield {
          range,
          message: t(
            '"{0}" is {1}, unlike the other captions: its words are learnt apart. Translate it.',
            others.join(', '),
            nameOf(own),
          ),
        };
      return;
    }
    const usual = usualLanguage(index, '');
    // Tags in Latin letters have no language of their own: beside them the odd script is.
    if (usual === null || usual.language === own) return;
    const names = [nameOf(own), nameOf(usual.language)] as const;
    yield {
      range,
      message: usual.nearlyAll
        ? t('{0}, in a folder of {1} captions: its words are learnt apart. Translate it.', ...names)
        : t('{0}, beside more captions in {1}: the words of each are learnt apart. Translate it.', ...names),
    };
  },
});

/** The part of a text that is in another script than Latin, from its first letter to its last. */
function ownScript(text: string): string {
  const letters = /[^\P{L}\p{Script=Latin}](?:.*[^\P{L}\p{Script=Latin}])?/su.exec(text);
  return letters?.[0] ?? text;
}

/** A language that most captions have. */
interface Usual {
  readonly language: TextLanguage;
  /** Nearly all that have one, the odd one aside. */
  readonly nearlyAll: boolean;
}

/** The language of most captions that have one, the odd one aside, of two as frequent ones English; null without. */
const usualLanguage = question((index, _: string): Usual | null => {
  const { languages } = index.facts.sentences;
  const others = [...languages.values()].reduce((sum, count) => sum + count, 0) - 1;
  const [most] = [...languages].sort((a, b) => b[1] - a[1] || Number(b[0] === 'English') - Number(a[0] === 'English'));
  if (most === undefined || most[1] < fewest || most[1] < others * share) return null;
  return { language: most[0], nearlyAll: most[1] >= others * nearlyAll };
});

/** Whether captions of tags in a language are fewer than those of the others. */
const isOddLanguage = question((index, language: TextLanguage): boolean => {
  const { captions, sentences } = index.facts;
  return captions >= fewestForTags && (sentences.languages.get(language) ?? 0) <= Math.max(1, captions * oddShare);
});

/** Whether hardly a caption of a folder has another script. */
const isOddScript = question((index, script: TextLanguage): boolean => {
  const { captions, sentences } = index.facts;
  return captions >= fewestForTags && (sentences.scripts.get(script) ?? 0) <= Math.max(1, captions * rareShare);
});

function nameOf(language: TextLanguage): string {
  switch (language) {
    case 'English':
      return t('English');
    case 'Spanish':
      return t('Spanish');
    case 'French':
      return t('French');
    case 'German':
      return t('German');
    case 'Italian':
      return t('Italian');
    case 'Portuguese':
      return t('Portuguese');
    case 'Japanese':
      return t('Japanese');
    case 'Chinese':
      return t('Chinese');
    case 'Korean':
      return t('Korean');
    case 'Cyrillic':
      return t('Cyrillic');
    case 'Arabic':
      return t('Arabic');
  }
}
