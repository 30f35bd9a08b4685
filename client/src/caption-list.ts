import type { LanguageClient } from 'vscode-languageclient/node';
import { type Live, takeAnswer } from '../../server/src/ground/live-answer.ts';
import { type CaptionList, type CaptionListEntry, captionList } from '../../server/src/lsp/protocol.ts';

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

/** A list as a view shows it: its head, brought up to date by what changed. */
export class ShownCaptions {
  #list: Live<CaptionList> | null = null;
  #key = '';

  /**
   * Asks for the first `limit` captions that a filter means.
   * @param uri of the dataset's folder, or of a caption in it
   */
  async update(client: LanguageClient, uri: string, filter: string, limit: number): Promise<Live<CaptionList>> {
    const key = JSON.stringify([uri, filter, limit]);
    const known = key === this.#key ? this.#list : null;
    const since = known === null ? {} : { since: known.revision };
    const answer = await client.sendRequest(captionList, { uri, filter, limit, ...since });
    const list =
      takeAnswer(known, answer) ?? takeAnswer(null, await client.sendRequest(captionList, { uri, filter, limit }));
    if (!list) throw new Error('The list of captions has no beginning.');
    this.#list = list;
    this.#key = key;
    return list;
  }
}
