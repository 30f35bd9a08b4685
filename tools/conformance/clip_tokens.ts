import { countTokens, encode } from '../../server/src/caption/clip/index.ts';
import type { RowCheck } from '../conformance.ts';
import { differingIds } from './ids.ts';

/** Token ids of CLIP's tokenizer. */
const check: RowCheck = (row) => {
  const text = row.text as string;
  return differingIds(encode(text), row.ids as number[]) ?? differingIds([countTokens(text)], [row.n_ids as number]);
};
export default check;
