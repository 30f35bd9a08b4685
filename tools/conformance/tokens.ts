import { countTokens, encode } from '../../server/src/caption/clip/index.ts';
import type { RowCheck } from '../conformance.ts';
import { differingIds } from './ids.ts';

/** Token ids of CLIP's tokenizer, and of Stable Diffusion 2's where the row says they differ. */
const check: RowCheck = (row) => {
  const text = row.text as string;
  const expected = row.ids as number[];
  const problem = differingIds(encode(text), expected) ?? differingIds([countTokens(text)], [row.n as number]);
  return problem ?? differingIds(encode(text, { padToken: '!' }), (row.sd2 as number[] | undefined) ?? expected);
};
export default check;
