import { fixAll, fixesOf } from '../../server/src/engine/fix-all.ts';
import { check } from './check.ts';

/** The options of a check for one rule. */
export const only = (rule: string, settings = {}) => ({ rule, settings });

/** The caption after the first fix of every finding of a rule. */
export async function fixed(rule: string, text: string, settings = {}): Promise<string> {
  const checked = await check(`// a.txt\n${text}`, { rule: 'none', settings });
  return fixAll(checked.index, 'a.txt', text, checked.settings, fixesOf(rule)).text;
}
