import { useCompileCache } from './edges/compile-cache.ts';
import { version } from './ground/version.ts';

// The command `tagmetry`. What needs no engine is answered here; the rest is loaded when it is known what is asked.
useCompileCache();
const [command, ...rest] = process.argv.slice(2);
if (rest.length === 0 && (command === '--version' || command === '-V')) process.stdout.write(`${version}\n`);
else if (command === 'lsp' && !rest.some((flag) => flag === '-h' || flag === '--help')) void import('./lsp/main.ts');
else void import('./cli/main.ts');
