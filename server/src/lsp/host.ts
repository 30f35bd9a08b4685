import type { Connection, InitializeParams, ServerCapabilities, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CaptionWriter } from '../bulk/writer.ts';
import type { Thumbnails } from '../images/worker/thumbnails.ts';
import type { RuleFailureListener } from '../rules/run.ts';
import type { Workspace, WritableWorkspace } from '../workspace/workspace.ts';
import type { Configs } from './configs.ts';
import type { OpenDataset } from './dataset-loader.ts';
import type { Datasets } from './datasets.ts';
import type { CaptionDocument, KnownDocument } from './document.ts';
import type { ImageKnowledge } from './image-extras.ts';
import type { ImageScans } from './image-scans.ts';
import type { OpenDocuments } from './open-documents.ts';

/** What every feature of the server works with. */
export interface ServerHost {
  readonly connection: Connection;
  /** Of a workspace that is not trusted: only what the user opened. */
  readonly workspace: WritableWorkspace;
  /** For paths that the user himself named. */
  readonly userFiles: Workspace;
  /** Whoever changes captions on disk does it by this. */
  readonly writer: CaptionWriter;
  readonly documents: TextDocuments<TextDocument>;
  /** Set once the client has introduced itself. */
  readonly client: InitializeParams['capabilities'];
  /** Whether the client is this product's extension. Others are not offered its commands nor told its own messages. */
  readonly isExtension: boolean;
  /** What the open documents are, by path. */
  readonly open: OpenDocuments;
  readonly datasets: Datasets;
  readonly images: {
    readonly thumbnails: Thumbnails;
    readonly knowledge: ImageKnowledge;
    readonly scans: ImageScans;
  };
  /** What is wrong with the training configurations among the open documents. */
  readonly configs: Configs;
  /** What an open document is; null when it is nothing of ours. */
  documentAt(uri: string): Promise<KnownDocument | null>;
  /** The caption that an open document is, or null when it is none. */
  captionAt(uri: string): Promise<CaptionDocument | null>;
  /** Makes the client ask again for what it shows: diagnostics, lenses. */
  refresh(): void;
  /** Calls back whenever what is shown may be out of date, whether or not the client can be asked to ask again. */
  onRefresh(listener: () => void): void;
  /** Tells listeners, after changes settle, that a dataset is no longer what they were shown. */
  changed(root: string): void;
  /** Calls back with a dataset's root after its changes settled. */
  onSettled(listener: (root: string) => void): void;
  /** Calls back with each dataset once its captions are read. */
  onReady(listener: (dataset: OpenDataset) => void): void;
  /** Logs a rule that threw, once per rule. */
  readonly onRuleFailure: RuleFailureListener;
}

/** One feature of the server: what it announces, and its handlers. */
export interface Feature {
  readonly capabilities?: ServerCapabilities;
  start(host: ServerHost): void;
}
