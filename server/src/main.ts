import { useCompileCache } from './edges/compile-cache.ts';

// The language server as an editor starts it, with --stdio, --node-ipc, --pipe=… or --socket=…
useCompileCache();
void import('./lsp/main.ts');
