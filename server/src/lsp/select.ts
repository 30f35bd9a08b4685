import { ResponseError } from 'vscode-languageserver';
import { selectCaptions } from '../engine/select.ts';
import type { CaptionRecord } from '../facts/record.ts';
import { parseFilter } from '../filter/parse.ts';
import type { OpenDataset } from './dataset-loader.ts';
import type { ServerHost } from './host.ts';

/** The captions of a dataset that a filter means, by file name. Fails with a message for the user. */
export async function captionsOf(
  { workspace, images }: ServerHost,
  { index, findings, settings }: OpenDataset,
  text: string,
): Promise<CaptionRecord[]> {
  // No filter means every caption that was read: nothing to look at one by one.
  if (text.trim() === '') return index.sortedCaptions.flatMap(({ file }) => index.record(file) ?? []);
  const { filter, problems } = parseFilter(text);
  if (problems.length > 0) throw new ResponseError(-32803, problems[0].message);
  return selectCaptions(workspace, { index, findings }, filter, {
    isDuplicate: (image) => images.knowledge.duplicatesOf(index, image).length > 0,
    countsTokens: settings.folder.encoder.counted,
  });
}
