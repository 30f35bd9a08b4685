import '../settings/no-eval.ts';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { nodeWorkspace } from '../workspace/node.ts';
import { startServer } from './server.ts';

startServer(createConnection(ProposedFeatures.all), nodeWorkspace);
