import { countTokens, encode } from '../caption/clip/index.ts';
import { print } from './print.ts';

/** `tagmetry tokens`: one answer per line of standard input, as it comes in. */
export async function runTokens(options: { ids?: boolean }): Promise<void> {
  for await (const line of inputLines()) print(`${options.ids ? encode(line).join(' ') : countTokens(line)}\n`);
}

/**
 * Lines of standard input, ended by "\n" or "\r\n" and by nothing else: Node's readline would also cut at U+2028 and a
 * lone "\r", which may stand inside a caption.
 */
async function* inputLines(): AsyncIterable<string> {
  let rest = '';
  for await (const chunk of process.stdin.setEncoding('utf8')) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield line.replace(/\r$/, '');
  }
  if (rest !== '') yield rest;
}
