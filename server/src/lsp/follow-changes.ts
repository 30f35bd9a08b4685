import { DidChangeConfigurationNotification, FileChangeType } from 'vscode-languageserver';
import { baseName, isImageName } from '../ground/paths.ts';
import { sidecarName } from '../settings/sidecar-data.ts';
import { Coalescer } from './coalesce.ts';
import { registerConfigDocuments } from './config-documents.ts';
import { forgetExposure } from './exposures.ts';
import type { ServerHost } from './host.ts';
import { pathOf } from './locate.ts';
import type { SettingsSource } from './settings.ts';
import { unheard } from './unheard.ts';

/** Milliseconds without file events after which they are worked on, and the longest they are collected. */
const fileQuiet = 100;
const fileLongest = 2000;

/** Files that are no images; what has none of these names may be a folder. */
const otherName = /\.(?:txt|caption|toml|json|ya?ml|npz)$/i;

/**
 * Documents, files and settings: each change reaches the datasets first, then those who show them.
 * @returns settles once every change that was told so far has been followed
 */
export function followChanges(host: ServerHost, settings: SettingsSource): () => Promise<void> {
  const { connection, documents, datasets, open, client } = host;
  connection.onInitialized(() => {
    unheard(connection, registerConfigDocuments(connection, client));
    if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration) host.images.scans.watch();
    if (client.workspace?.didChangeConfiguration?.dynamicRegistration)
      unheard(connection, connection.client.register(DidChangeConfigurationNotification.type, { section: 'tagmetry' }));
  });
  connection.onDidChangeConfiguration(() => {
    const { roots } = datasets;
    settings.clear();
    datasets.clear();
    host.configs.forget();
    host.refresh();
    for (const root of roots) host.changed(root);
  });
  const underWay = new Set<Promise<void>>();
  const follow = (work: Promise<void>): void => {
    const ended = work.catch(() => {}).finally(() => underWay.delete(ended));
    underWay.add(ended);
    unheard(connection, work);
  };
  const documentChanged = async (uri: string): Promise<void> => {
    const concerned = await datasets.changed(uri);
    const path = pathOf(uri);
    if (path === null) return;
    for (const root of concerned) host.changed(root);
    if (baseName(path) === sidecarName) host.refresh();
  };
  documents.onDidChangeContent(({ document }) => follow(documentChanged(document.uri)));
  documents.onDidClose(({ document }) => {
    host.configs.closed(document.uri);
    follow(documentChanged(document.uri));
  });
  const files = new Coalescer<string, boolean>(
    async (batch) => {
      // A folder that was moved takes its images along and names none of them.
      const ofImages = [...batch].filter(
        ([uri, content]) => isImageName(baseName(uri)) || (!content && !otherName.test(uri)),
      );
      const imagePaths = ofImages.flatMap(([uri]) => pathOf(uri) ?? []);
      let isConcerned = open.holdsConfig;
      host.configs.forget();
      await datasets.filesChanged(
        [...batch].map(([uri, content]) => ({ uri, content })),
        (dataset) => {
          const { root } = dataset;
          isConcerned = true;
          forgetExposure(dataset);
          if (imagePaths.some((path) => path.startsWith(`${root}/`) || root.startsWith(path)))
            host.images.scans.forget(root);
          host.changed(root);
        },
      );
      if (isConcerned) host.refresh();
    },
    fileQuiet,
    fileLongest,
  );
  // What is opened or saved may be new, and not every client reports it as a file event; some report none at all.
  const reportsFiles = client.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
  const lookAgain = async (uri: string, saved: boolean): Promise<void> => {
    const known = await host.documentAt(uri);
    const isKnown = known !== null && known.kind !== 'idle';
    if (!isKnown || (saved && !reportsFiles)) files.add(uri, isKnown, (a, b) => a && b);
  };
  documents.onDidOpen(({ document }) => follow(lookAgain(document.uri, false)));
  documents.onDidSave(({ document }) => follow(lookAgain(document.uri, true)));
  connection.onDidChangeWatchedFiles(({ changes }) => {
    // A name that came or went stays news even when its content changes right after.
    for (const { uri, type } of changes) files.add(uri, type === FileChangeType.Changed, (a, b) => a && b);
  });
  return async () => {
    await Promise.all(underWay);
    await files.idle();
    await datasets.settled();
    // What was followed may have set off more.
    if (underWay.size > 0) await Promise.all(underWay);
  };
}
