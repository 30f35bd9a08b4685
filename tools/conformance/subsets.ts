import { parseSubsetName } from '../../server/src/trainers/subset-name.ts';
import type { RowCheck } from '../conformance.ts';
import { difference } from './rows.ts';

const check: RowCheck = (row) => {
  const name = parseSubsetName(row.folder as string);
  return difference(
    row,
    name.accepted
      ? {
          accepted: true,
          warned_no_repeats: false,
          num_repeats: name.repeats,
          class_tokens: name.classTokens,
          is_reg: row.under === 'reg_data_dir',
        }
      : { accepted: false, warned_no_repeats: name.reason === 'no-repeats' },
  );
};

export default check;
