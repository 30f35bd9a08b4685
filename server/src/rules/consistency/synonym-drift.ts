import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import { normalTag } from '../../tags/normal.ts';
import type { CaptionContext } from '../context.ts';
import { captionRule } from '../define.ts';
import { retag } from '../retag.ts';

export default captionRule({
  id: 'synonym-drift',
  group: 'consistency',
  severity: 'warning',
  fix: 'suggested',
  summary: 'The folder writes one thing in several ways.',
  why: 'Each spelling becomes tokens of its own, so what one tag could teach is split over several; label noise of this kind weakens a conditional diffusion model (seed: inconsistent captions).',
  *check({ file, caption, norms, facts, index, settings }: CaptionContext): Iterable<Draft> {
    if (!index.complete) return;
    const drifts = index.drift(settings.sidecar.synonyms);
    const declared = new Set(settings.sidecar.synonyms.flat().map(normalTag));
    for (const [at, tag] of caption.tags.entries()) {
      const norm = norms[at];
      const id = facts.vocabulary.normId(norm);
      const drift = id === undefined ? null : drifts.of(id);
      if (!drift || drift.suggestion === norm) continue;
      const own = drift.forms.find(({ form }) => form === norm)?.count ?? 0;
      const most = drift.forms.find(({ form }) => form === drift.suggestion)?.count ?? 0;
      // Written once each: nobody can tell which is the folder's way, and little is split. Sidecar and tag list can tell.
      if (own < 2 && most < 2 && !declared.has(norm) && (index.knownTags?.canonicalOf(norm) ?? null) === null) continue;
      // Both forms in this caption: then the writer means two things, or duplicate-tag is the better word for it.
      if (norms.includes(drift.suggestion)) continue;
      const newText = retag(drift.suggestion, tag.text);
      yield {
        range: tag.range,
        tag: norm,
        message:
          own > most
            ? t(
                '"{0}" is "{1}" in your tag list, and in other captions ({2} against {3}): two spellings split what one tag could teach. Write "{1}".',
                tag.text,
                newText,
                own,
                most,
              )
            : t(
                '"{0}" is "{1}" in other captions ({2} against {3}): two spellings split what one tag could teach. Write "{1}".',
                tag.text,
                newText,
                own,
                most,
              ),
        replaceTag: { norm, by: drift.suggestion },
        fixes: [
          {
            title: t('Write "{0}"', newText),
            safety: 'suggested',
            edits: [{ file, edits: [{ range: tag.range, newText }] }],
          },
        ],
      };
    }
  },
});
