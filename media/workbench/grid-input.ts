import type { FromPage, Ranges, ShownState } from './messages.ts';

/** The keys that are held while something is clicked or pressed. */
interface HeldKeys {
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/** What a click on the cell at a place asks for, in order: the keys held with it mean what they do in every list. */
export function askedByClick(event: HeldKeys, state: ShownState, place: number): FromPage[] {
  const { revision, current, selection } = state;
  if (event.shiftKey) return [{ type: 'extend-to', revision, place }];
  const go: FromPage = { type: 'go', revision, place };
  if (event.ctrlKey || event.metaKey) {
    // As in every list: the one that was clicked before is meant too.
    const isSecond = selection.length === 0 && current !== null && current >= 0 && current !== place;
    const both: Ranges = isSecond
      ? [
          [current, current],
          [place, place],
        ]
      : [[place, place]];
    return [{ type: 'select', revision, ranges: both, mode: 'toggle' }, go];
  }
  return selection.length > 0 ? [{ type: 'select-none' }, go] : [go];
}

/** Keys that are held with Ctrl or Command, by what they ask for. */
const commands: Readonly<Record<string, FromPage>> = {
  a: { type: 'select-all' },
  i: { type: 'select-inverse' },
  z: { type: 'act', action: 'undo' },
  c: { type: 'act', action: 'copy' },
  v: { type: 'act', action: 'paste' },
};

/**
 * What a key pressed on the grid asks for; null for a key that is none of its own.
 * @param columns cells in a row
 * @param rows rows in sight, which a page steps by
 */
export function askedByKey(
  event: HeldKeys & { readonly key: string; readonly altKey: boolean },
  state: ShownState,
  columns: number,
  rows: number,
): FromPage | null {
  if (event.altKey) return null;
  const { key } = event;
  const { revision, current } = state;
  if (key === 'Enter') return { type: 'write' };
  if (key === 'Escape') return state.selection.length > 0 ? { type: 'select-none' } : null;
  if (key === ' ')
    return current === null ? null : { type: 'select', revision, ranges: [[current, current]], mode: 'toggle' };
  if (event.ctrlKey || event.metaKey) {
    const letter = key.toLowerCase();
    return letter === 'z' && event.shiftKey ? null : (commands[letter] ?? null);
  }
  const steps: Readonly<Record<string, number>> = {
    ArrowLeft: -1,
    ArrowRight: 1,
    ArrowUp: -columns,
    ArrowDown: columns,
    PageUp: -rows * columns,
    PageDown: rows * columns,
    Home: -state.count,
    End: state.count,
  };
  return key in steps ? { type: event.shiftKey ? 'extend' : 'step', by: steps[key] as number } : null;
}
