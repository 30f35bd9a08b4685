import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from './lsp/server.ts';
import { nodeWorkspace } from './workspace/node.ts';

startServer(createConnection(ProposedFeatures.all), nodeWorkspace);
