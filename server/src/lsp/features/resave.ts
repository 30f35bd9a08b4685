import { ResponseError } from 'vscode-languageserver';
import { decodeCaption } from '../../caption/decode.ts';
import { readAs } from '../../caption/encodings.ts';
import { t } from '../../ground/l10n.ts';
import { reasonText } from '../../workspace/reason.ts';
import { reasonOf, type Workspace } from '../../workspace/workspace.ts';
import type { Feature, ServerHost } from '../host.ts';
import { pathOf, relativeTo } from '../locate.ts';
import * as protocol from '../protocol.ts';
import { inWords, noted } from '../writing.ts';

/** Characters of the preview at the most. */
const previewLength = 4000;

/** A request that cannot be done, with a message for the user. */
class Refused extends Error {}

async function read(workspace: Workspace, path: string): Promise<Uint8Array> {
  try {
    return await workspace.read(path);
  } catch (error) {
    throw new Refused(t('{0} cannot be read ({1}).', path, reasonText(reasonOf(error))));
  }
}

function textOf(path: string, bytes: Uint8Array, from: string): string {
  if (from !== 'utf-8') {
    const text = readAs(bytes, from);
    if (text.includes('\ufffd'))
      throw new Refused(t('{0} cannot be read as {1} without loss. Nothing was written.', path, from));
    return text;
  }
  const decoded = decodeCaption(bytes);
  if (decoded.kind !== 'text') throw new Refused(t('{0} is not UTF-8. Nothing was written.', path));
  return decoded.text;
}

/** The text of a file read in an encoding, shortened. Throws {@link Refused}. */
async function previewOf(workspace: Workspace, path: string, from: string): Promise<string> {
  return textOf(path, await read(workspace, path), from).slice(0, previewLength);
}

/** Writes a file again as UTF-8 without byte-order mark. Throws {@link Refused}; the file is then as it was. */
async function resaveFile(
  { workspace, writer, datasets }: ServerHost,
  uri: string,
  path: string,
  from: string,
): Promise<void> {
  const before = await read(workspace, path);
  const after = new TextEncoder().encode(textOf(path, before, from));
  const root = await datasets.rootOf(uri);
  const file = relativeTo(root, path) ?? path;
  const { failed } = await noted(writer.apply(root, t('Save {0} as UTF-8', file), [{ file, before, after }]));
  for (const { reason } of failed.map(inWords)) throw new Refused(t('{0} was not written: {1}.', path, reason));
}

async function guarded<T>(uri: string, action: (path: string) => Promise<T>): Promise<T> {
  const path = pathOf(uri);
  if (path === null) throw new ResponseError(-32602, t('Only files on this machine can be saved.'));
  try {
    return await action(path);
  } catch (error) {
    if (error instanceof Refused) throw new ResponseError(-32803, error.message);
    throw error;
  }
}

/** "Save again as UTF-8": a preview of the decoded text, then the write. */
export const resave: Feature = {
  start(host) {
    const { connection, workspace, datasets, refresh } = host;
    connection.onRequest(protocol.decodePreview, ({ uri, from }) =>
      guarded(uri, (path) => previewOf(workspace, path, from)),
    );
    connection.onRequest(protocol.resave, async ({ uri, from }) => {
      await guarded(uri, (path) => resaveFile(host, uri, path, from));
      await datasets.filesChanged([{ uri, content: true }]);
      refresh();
      return null;
    });
  },
};
