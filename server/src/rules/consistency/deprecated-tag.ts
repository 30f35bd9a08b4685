import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import { displayForm } from '../../tags/normal.ts';
import type { CaptionContext } from '../context.ts';
import { captionRule } from '../define.ts';
import { tagStyleOf } from '../tag-style.ts';

export default captionRule({
  id: 'deprecated-tag',
  group: 'consistency',
  severity: 'info',
  fix: 'suggested',
  summary: 'Your tag list knows the tag under another name.',
  why: 'Base models were trained on the canonical name; an alias is another text, which they know less well.',
  mayFind: ({ index }) => index.knownTags !== null,
  *check(context: CaptionContext): Iterable<Draft> {
    const { file, caption, norms, index, style } = context;
    const known = index.knownTags;
    if (known === null || style === 'prose') return;
    for (const [at, tag] of caption.tags.entries()) {
      const canonical = known.canonicalOf(norms[at]);
      if (canonical === null || canonical.norm === norms[at] || isToldAsDrift(context, norms[at])) continue;
      const newText = displayForm(canonical.norm, tagStyleOf(context, tag.text));
      yield {
        range: tag.range,
        tag: norms[at],
        mark: 'deprecated',
        message: t(
          '"{0}" is an alias of "{1}" in your tag list. Models know the listed name better.',
          tag.text,
          newText,
        ),
        fixes: [
          {
            title: t('Replace with "{0}"', newText),
            safety: 'suggested',
            edits: [{ file, edits: [{ range: tag.range, newText }] }],
          },
        ],
      };
    }
  },
});

/** Whether synonym-drift says it already, as a warning: other captions have the tag under its listed name. */
function isToldAsDrift({ index, facts, norms, settings }: CaptionContext, norm: string): boolean {
  if (!index.complete || settings.severities['synonym-drift'] === 'off') return false;
  const id = facts.vocabulary.normId(norm);
  const drift = id === undefined ? null : index.drift(settings.sidecar.synonyms).of(id);
  return drift !== null && drift.suggestion !== norm && !norms.includes(drift.suggestion);
}
