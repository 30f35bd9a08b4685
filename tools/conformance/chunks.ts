import {
  CLIP_BOS,
  CLIP_EOS,
  contentLimit,
  PAD_EOS,
  PAD_ZERO,
  tokenWindows,
} from '../../server/src/trainers/windows.ts';
import type { RowCheck } from '../conformance.ts';
import { difference } from './rows.ts';

/** Content ids that are none of the marks: the id tells the place. */
const FIRST_ID = 1000;

type Run = [name: string, length: number, firstIndex?: number];

/** A window as runs of equal kind; content runs go on while the ids do. */
function runs(window: readonly number[]): Run[] {
  const list: Run[] = [];
  const names = new Map([
    [CLIP_BOS, 'BOS'],
    [CLIP_EOS, 'EOS'],
    [0, 'PAD'],
  ]);
  for (const id of window) {
    const name = names.get(id) ?? 'ID';
    const last = list.at(-1);
    const follows = last && last[0] === name && (name !== 'ID' || id === FIRST_ID + (last[2] as number) + last[1]);
    if (follows) last[1]++;
    else list.push(name === 'ID' ? [name, 1, id - FIRST_ID] : [name, 1]);
  }
  return list;
}

const check: RowCheck = (row) => {
  const count = row.n_ids as number;
  const length = row.max_token_length as number | null;
  const ids = Array.from({ length: count }, (_, index) => FIRST_ID + index);
  const windows = tokenWindows(ids, length, row.tokenizer === 'pad_zero' ? PAD_ZERO : PAD_EOS);
  const kept = Math.min(count, contentLimit(length));
  return difference(row, {
    shape: [windows.length, windows[0]?.length],
    n_windows: windows.length,
    kept,
    truncated: count - kept,
    windows: windows.map(runs),
  });
};

export default check;
