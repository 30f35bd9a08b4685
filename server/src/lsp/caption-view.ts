import { LineIndex } from '../ground/lines.ts';
import { captionContext } from '../rules/caption-context.ts';
import type { CaptionContext } from '../rules/context.ts';
import type { CaptionDocument } from './document.ts';
import type { ServerHost } from './host.ts';

/** A caption document as editor features look at it. */
export interface CaptionView extends CaptionDocument {
  readonly context: CaptionContext;
  readonly lines: LineIndex;
}

/** The caption that an open document is, parsed; null when it is none or cannot be decoded. */
export async function viewOf(host: ServerHost, uri: string): Promise<CaptionView | null> {
  const found = await host.captionAt(uri);
  return found && viewOfCaption(found);
}

/** A caption document, parsed; null when it cannot be decoded. */
export function viewOfCaption(found: CaptionDocument): CaptionView | null {
  const { dataset, record } = found.caption;
  const context = captionContext(dataset.index, record, dataset.settings.folder);
  return context && { ...found, context, lines: new LineIndex(context.caption.text) };
}
