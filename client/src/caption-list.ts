import type { LanguageClient } from 'vscode-languageclient/node';
import { type CaptionListEntry, captionList } from '../../server/src/lsp/protocol.ts';

/** Captions asked for at a time where all are wanted. */
const wholePage = 5000;

/** Every caption that a filter means. */
export async function wholeCaptionList(
  client: LanguageClient,
  uri: string,
  filter: string,
): Promise<readonly CaptionListEntry[]> {
  const captions: CaptionListEntry[] = [];
  for (;;) {
    const page = await client.sendRequest(captionList, { uri, filter, offset: captions.length, limit: wholePage });
    if (!('captions' in page)) return captions;
    for (const entry of page.captions) captions.push(entry);
    if (page.captions.length < wholePage) return captions;
  }
}
