import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { nodeWorkspace } from '../workspace/node.ts';
import { startServer } from './server.ts';

// `tagmetry lsp` alone talks over standard input and output, as editors but VS Code do.
if (!process.argv.some((flag) => /^--(stdio|node-ipc|pipe|socket)\b/.test(flag))) process.argv.push('--stdio');
startServer(createConnection(ProposedFeatures.all), nodeWorkspace);
