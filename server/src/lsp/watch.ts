import { type Connection, DidChangeWatchedFilesNotification, type InitializeParams } from 'vscode-languageserver';
import { imageExtensions } from '../ground/paths.ts';
import { uriOf } from './locate.ts';

const watched = `**/*.{txt,caption,toml,json,yaml,yml,npz,${imageExtensions.map((extension) => extension.slice(1)).join(',')}}`;

/** Asks the client to report file changes below a dataset's root. Only folders that are in use are ever watched. */
export async function watchDatasets(
  connection: Connection,
  capabilities: InitializeParams['capabilities'],
  root: string,
): Promise<void> {
  const support = capabilities.workspace?.didChangeWatchedFiles;
  if (!support?.dynamicRegistration) return;
  const globPattern = support.relativePatternSupport ? { baseUri: uriOf(root), pattern: watched } : watched;
  await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern }] });
}

/** Asks for changes of the configurations directly in a folder that lies outside the dataset. */
export async function watchConfigs(
  connection: Connection,
  capabilities: InitializeParams['capabilities'],
  folder: string,
): Promise<void> {
  const support = capabilities.workspace?.didChangeWatchedFiles;
  if (!support?.dynamicRegistration || !support.relativePatternSupport) return;
  const globPattern = { baseUri: uriOf(folder), pattern: '*.{toml,json,yaml,yml}' };
  await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern }] });
}
