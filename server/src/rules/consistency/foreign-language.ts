import { question } from '../../dataset/question.ts';
import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import { speaksOther } from '../../tags/foreign-tags.ts';
import { otherScriptIn, type TextLanguage } from '../../tags/languages.ts';
import type { CaptionContext } from '../context.ts';
import { captionRule } from '../define.ts';

/** Captions of one language, and their share of those whose language is told, that make another one odd. */
const fewest = 5;
const share = 0.9;
/** Captions from which, and share of them up to which, another script is the odd one. */
const fewestForScript = 8;
const oddShare = 0.05;

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
    if (script !== null && isOddScript(index, script)) {
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
    if (usual === null || usual === own) return;
    yield {
      range,
      message: t(
        '{0}, in a folder of {1} captions: its words are learnt apart. Translate it.',
        nameOf(own),
        nameOf(usual),
      ),
    };
  },
});

/** The part of a text that is in another script than Latin, from its first letter to its last. */
function ownScript(text: string): string {
  const letters = /[^\P{L}\p{Script=Latin}](?:.*[^\P{L}\p{Script=Latin}])?/su.exec(text);
  return letters?.[0] ?? text;
}

/** The language of nearly all captions that have one, the odd one aside; null without. */
const usualLanguage = question((index, _: string): TextLanguage | null => {
  const { languages } = index.facts.sentences;
  const others = [...languages.values()].reduce((sum, count) => sum + count, 0) - 1;
  const [most] = [...languages].sort((a, b) => b[1] - a[1]);
  return most === undefined || most[1] < fewest || most[1] < others * share ? null : most[0];
});

/** Whether hardly a caption of a folder is in a language. */
const isOddLanguage = question((index, language: TextLanguage): boolean => {
  const { captions, sentences } = index.facts;
  return captions >= fewestForScript && (sentences.languages.get(language) ?? 0) <= Math.max(1, captions * oddShare);
});

/** Whether hardly a caption of a folder has another script. */
const isOddScript = question((index, script: TextLanguage): boolean => {
  const { captions, sentences } = index.facts;
  return captions >= fewestForScript && (sentences.scripts.get(script) ?? 0) <= Math.max(1, captions * oddShare);
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
