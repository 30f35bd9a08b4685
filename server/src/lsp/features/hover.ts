import { type Hover, MarkupKind } from 'vscode-languageserver';
import { modeTexts } from '../../advice/modes.ts';
import { failureModes } from '../../ground/finding.ts';
import { captionHover, hoverPictureSide } from '../../language/caption-hover.ts';
import { tagHover } from '../../language/hover.ts';
import { tagAtPlace } from '../../language/occurrences.ts';
import { tagSentence } from '../../report/exposure-text.ts';
import { type CaptionView, viewOfCaption } from '../caption-view.ts';
import { configHoverAt } from '../config-answers.ts';
import { tagExposure } from '../exposures.ts';
import type { Feature, ServerHost } from '../host.ts';
import { dataUri } from '../image-extras.ts';

/** What is known of the tag under the mouse; at the very start of a caption, of the caption and its image too. */
export const hover: Feature = {
  capabilities: { hoverProvider: true },
  start(host) {
    host.connection.onHover(async ({ textDocument, position }): Promise<Hover | null> => {
      const known = await host.documentAt(textDocument.uri);
      if (known?.kind === 'config' || known?.kind === 'other-config') return configHoverAt(known, position);
      const view = known?.kind === 'caption' ? viewOfCaption(known) : null;
      if (!view?.caption.dataset.settings.editor.hover) return null;
      const offset = view.lines.offset(position);
      const norm = tagAtPlace(view.context, offset)?.norm;
      const { dataset } = view.caption;
      const fed = norm === undefined ? null : await tagExposure(host, dataset, norm);
      const found = tagHover(view.context, offset, fed && tagSentence(fed.tag, fed.limit));
      const whole = offset === 0 ? await aboutCaption(host, view) : null;
      const parts = [whole, found?.markdown].filter((part) => part != null);
      if (parts.length === 0) return null;
      return {
        contents: { kind: MarkupKind.Markdown, value: parts.join('\n\n---\n\n') },
        // Without a range the editor asks again as the mouse goes on to the tag itself.
        ...(whole === null && found ? { range: view.lines.range(found.range) } : {}),
      };
    });
  },
};

async function aboutCaption(host: ServerHost, { caption, context }: CaptionView): Promise<string> {
  const { images } = host;
  const { dataset, record } = caption;
  const { image } = context.pairing;
  const facts = image ? await images.scans.facts(dataset.root, image) : null;
  const thumbnail = facts?.header
    ? await images.thumbnails.of(
        { path: `${dataset.root}/${facts.file}`, ...facts.header, mtimeMs: facts.mtimeMs },
        hoverPictureSide,
      )
    : null;
  const findings = await dataset.findings.of(caption.file);
  const modes = new Set(findings.flatMap(({ failureModes }) => failureModes));
  return captionHover(record, dataset.settings.folder, facts, {
    thumbnail: thumbnail && dataUri(thumbnail),
    failureModes: failureModes.filter((mode) => modes.has(mode)).map((mode) => modeTexts[mode].title()),
    duplicates: image ? images.knowledge.duplicatesOf(dataset.index, image) : [],
  });
}
