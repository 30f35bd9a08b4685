import { ResponseError } from 'vscode-languageserver';
import { t } from '../ground/l10n.ts';
import { type DatasetLock, parseLock } from '../history/lock.ts';
import { UnreadableHeader } from '../lora/header.ts';
import { type LoraFile, readLora } from '../lora/lora-file.ts';
import { reasonText } from '../workspace/reason.ts';
import { FileProblem, type Workspace } from '../workspace/workspace.ts';
import { pathOf } from './locate.ts';
import { requestFailed } from './writing.ts';

/** The path of a URI. Fails with a message for the user where it is no file of this machine. */
export function filePath(uri: string): string {
  const path = pathOf(uri);
  if (path === null) throw new ResponseError(requestFailed, t('Only files on this machine can be read.'));
  return path;
}

export const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** Whether a path is that of a LoRA file, by its name. */
export const isLoraPath = (path: string): boolean => /\.safetensors$/i.test(path);

/** What a LoRA file says. Fails with a message for the user. */
export async function loraAt(workspace: Workspace, path: string): Promise<LoraFile> {
  try {
    return await readLora(workspace, path, nameOf(path));
  } catch (error) {
    if (error instanceof UnreadableHeader) throw new ResponseError(requestFailed, error.message);
    throw error;
  }
}

/** A lock. Fails with a message for the user. */
export async function lockIn(workspace: Workspace, path: string): Promise<DatasetLock> {
  let bytes: Uint8Array;
  try {
    bytes = await workspace.read(path);
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error;
    throw new ResponseError(requestFailed, t('{0} cannot be read ({1}).', nameOf(path), reasonText(error.reason)));
  }
  const lock = parseLock(new TextDecoder().decode(bytes));
  if (!lock) throw new ResponseError(requestFailed, t('{0} is no lock of this version.', nameOf(path)));
  return lock;
}
