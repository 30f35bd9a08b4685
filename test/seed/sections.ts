import { concepts } from './concepts.ts';
import { files } from './files.ts';
import { identity } from './identity.ts';
import { memorization } from './memorization.ts';
import type { Section } from './statement.ts';

/** The failure map, statement by statement, in the order of the page. */
export const sections: readonly Section[] = [...memorization, ...concepts, ...identity, ...files];
