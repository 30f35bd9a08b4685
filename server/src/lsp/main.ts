import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { nodeWorkspace } from '../workspace/node.ts';
import { startServer } from './server.ts';
import { unheard } from './unheard.ts';

// `tagmetry lsp` alone talks over standard input and output, as editors but VS Code do.
if (!process.argv.some((flag) => /^--(stdio|node-ipc|pipe|socket)\b/.test(flag))) process.argv.push('--stdio');
const connection = createConnection(ProposedFeatures.all);
// One answer that failed in the background must not take the others, and what is being written, with it.
process.on('unhandledRejection', (reason) => unheard(connection, Promise.reject(reason)));
startServer(connection, nodeWorkspace);
