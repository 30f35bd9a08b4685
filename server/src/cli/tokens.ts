import { createInterface } from 'node:readline';
import { countTokens, encode } from '../caption/clip/index.ts';

/** `tagmetry tokens`: reads lines from standard input until its end. */
export async function runTokens(options: { ids?: boolean }): Promise<void> {
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY }))
    process.stdout.write(`${options.ids ? encode(line).join(' ') : countTokens(line)}\n`);
}
