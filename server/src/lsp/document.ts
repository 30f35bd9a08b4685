import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { IdleEntry } from '../dataset/idle.ts';
import { baseName } from '../ground/paths.ts';
import { sidecarName } from '../settings/sidecar-data.ts';
import type { OpenDataset } from './dataset-loader.ts';
import type { Datasets, OpenCaption } from './datasets.ts';
import { pathOf } from './locate.ts';
import type { OpenConfig, OpenDocuments, OpenOther } from './open-documents.ts';

/** A caption document with its dataset; the record is of the document's present text. */
export interface CaptionDocument {
  readonly kind: 'caption';
  readonly document: TextDocument;
  readonly caption: OpenCaption;
  /** Why it does not train, where it does not; it is judged all the same. */
  readonly idle: IdleEntry | null;
}

/** A text that looks like a caption and does not train. */
export interface IdleDocument {
  readonly kind: 'idle';
  readonly document: TextDocument;
  readonly dataset: OpenDataset;
  readonly idle: IdleEntry;
}

/** The one answer to what an open document is. */
export type KnownDocument =
  | CaptionDocument
  | IdleDocument
  | { readonly kind: 'sidecar'; readonly document: TextDocument }
  | { readonly kind: 'config'; readonly document: TextDocument; readonly open: OpenConfig }
  | { readonly kind: 'other-config'; readonly document: TextDocument; readonly open: OpenOther };

/** What a document is; null when it is not open, or nothing of ours. Of a caption its dataset is listed, and its own text counted in. */
export async function documentAt(open: OpenDocuments, datasets: Datasets, uri: string): Promise<KnownDocument | null> {
  const path = pathOf(uri);
  const document = path === null ? null : open.at(path);
  if (path === null || !document) return null;
  if (baseName(path) === sidecarName) return { kind: 'sidecar', document };
  const { config, other } = open.configAt(path);
  if (other) return { kind: 'other-config', document, open: other };
  if (config) return { kind: 'config', document, open: config };
  const place = await open.place(path);
  if (!place) return null;
  const caption = place.isCaption ? await datasets.caption(path, place) : null;
  const dataset = caption?.dataset ?? (place.mayBeIdle ? await datasets.at(place.root) : null);
  // It may have been closed while its folder was listed.
  if (!dataset || open.at(path) !== document) return null;
  const entry = place.mayBeIdle ? dataset.index.idleOf(place.file) : undefined;
  const idle = entry?.kind === 'caption' ? entry : null;
  if (caption) return { kind: 'caption', document, caption, idle };
  return idle && { kind: 'idle', document, dataset, idle };
}
