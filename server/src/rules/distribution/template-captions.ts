import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import { constantStyleTags } from '../../metrics/constant-style.ts';
import { isShuffled } from '../../metrics/shuffled.ts';
import { commonTemplate } from '../../metrics/templates.ts';
import { affixesFor } from '../../settings/settings.ts';
import { wordsIn } from '../../tags/text-words.ts';
import type { FolderContext } from '../context.ts';
import { folderRule } from '../define.ts';
import { usualFields } from '../text/form-fields.ts';
import { saysMoreThanTags } from '../text/other-separator.ts';

/** Share of the captions with one form. */
const share = 0.5;
/** Part of shuffled tags that is the same in all captions of the form, from which they say next to nothing else. */
const fixed = 0.6;

/** Names before values that make a form. */
const fewestFields = 2;

export default folderRule({
  id: 'template-captions',
  group: 'distribution',
  severity: 'info',
  fix: 'none',
  fewestCaptions: 10,
  summary: 'Most captions follow one template.',
  why: 'The form of the captions is learnt with them: prompts in another form work less well (seed: single template, inference).',
  *check(context: FolderContext): Iterable<Draft> {
    const { facts, index, settings } = context;
    // Of what is not read, or not apart, nothing can be counted.
    if (saysMoreThanTags(facts)) return;
    const template = commonTemplate(facts, index.concepts);
    if (!template || template.share < share) return;
    // A name before each value is a form that is meant: what fills it differs.
    if (usualFields(index, '').fields.length >= fewestFields) return;
    if (template.isProse && (saysOnlyStyle(context, template.form) || isTriggerPhrase(context, template.form))) return;
    const shuffles = !template.isProse && isShuffled(facts, index.concepts, settings);
    // Shuffled tags have no form; what is the same in all of them stays.
    if (shuffles && template.fixed < fixed) return;
    const parts = [template.captions, Math.round(template.captions / template.share), template.form] as const;
    yield {
      file: '',
      range: null,
      message: template.isProse
        ? t(
            '{0} of {1} captions have the form "{2}": prompts in another form work less well. Vary the sentences.',
            ...parts,
          )
        : shuffles
          ? t(
              '{0} of {1} captions hold the same tags: "{2}". Shuffled or not, they are learnt as one: vary them.',
              ...parts,
            )
          : t(
              '{0} of {1} captions have the form "{2}": prompts in another form work less well. Vary them or shuffle the tags.',
              ...parts,
            ),
    };
  },
});

/** What pictures are, behind a style: "watercolor painting". */
const medium =
  /^(?:an?|the|of|photos?|photographs?|pictures?|paintings?|drawings?|illustrations?|art|artwork|images?)$/;

/** Whether all that sentences have in common is their trigger and a style that is on all of them, which constant-style-tags tells. */
function saysOnlyStyle({ facts, index, settings }: FolderContext, form: string): boolean {
  if (settings.severities['constant-style-tags'] === 'off') return false;
  const { tags } = constantStyleTags(facts, index.concepts, (file) => affixesFor(settings, file));
  if (tags.length === 0) return false;
  const names = index.concepts.all.map(({ trigger, classWord }) => `${trigger ?? ''} ${classWord ?? ''}`);
  const told = new Set(wordsIn([...tags.map(({ tag }) => tag), ...names].join(' ')).map(({ lower }) => lower));
  return wordsIn(form).every(({ lower }) => told.has(lower) || medium.test(lower));
}

/** Words at the end of sentences that a trigger stands in: "etched in vktone". */
const mostOfPhrase = 4;

/** What a style's name is put behind at the beginning of a caption, and a mark behind it: "a wood engraving in the style of vktone, …". */
const styled = /^[^,…]*\b(?:in the style of|by|in the manner of|after) (\S+)(?: style)?[,.:]?(?: an?| the)? …$/i;

/** Whether all that sentences have in common is the phrase with the trigger that they begin or end with: at one place it is as it should be. */
function isTriggerPhrase({ index }: FolderContext, form: string): boolean {
  const triggers = index.concepts.known.flatMap(({ trigger }) => wordsIn(trigger).map(({ lower }) => lower));
  const style = styled.exec(form);
  if (style !== null) return triggers.includes(style[1].toLowerCase().replace(/[,.:]$/, ''));
  if (!form.startsWith('…') || form.indexOf('…', 1) >= 0) return false;
  const words = wordsIn(form).map(({ lower }) => lower);
  return words.length <= mostOfPhrase && words.some((word) => triggers.includes(word));
}
