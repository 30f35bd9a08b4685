import assert from 'node:assert/strict';
import { askedByClick, askedByKey } from '../../media/workbench/grid-input.ts';
import type { ShownState } from '../../media/workbench/messages.ts';

const held = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };
const state = (given: Partial<ShownState>): ShownState =>
  ({ revision: 7, count: 30, current: 4, selection: [], ...given }) as ShownState;

describe('what clicks and keys on the grid ask for', () => {
  const key = (name: string, with_: Partial<typeof held> = {}, given: Partial<ShownState> = {}) =>
    askedByKey({ ...held, ...with_, key: name }, state(given), 5, 3);

  it('arrows, pages, home and end step by places, rows, pages and all; with Shift they extend', () => {
    assert.deepEqual(key('ArrowLeft'), { type: 'step', by: -1 });
    assert.deepEqual(key('ArrowDown'), { type: 'step', by: 5 });
    assert.deepEqual(key('PageUp'), { type: 'step', by: -15 });
    assert.deepEqual(key('End', { shiftKey: true }), { type: 'extend', by: 30 });
  });

  it('commands are for Ctrl and Command alike, in any case of letter; redo is not undo', () => {
    assert.deepEqual(key('a', { ctrlKey: true }), { type: 'select-all' });
    assert.deepEqual(key('A', { metaKey: true }), { type: 'select-all' });
    assert.deepEqual(key('z', { ctrlKey: true }), { type: 'act', action: 'undo' });
    assert.equal(key('Z', { ctrlKey: true, shiftKey: true }), null);
    assert.equal(key('a'), null);
  });

  it('keys that are none of the grid are left to others', () => {
    assert.equal(key('ArrowLeft', { altKey: true }), null);
    assert.equal(key('ArrowLeft', { ctrlKey: true }), null);
    assert.equal(key('F2'), null);
    assert.equal(key('Escape'), null);
    assert.equal(key(' ', {}, { current: null }), null);
    assert.deepEqual(key('Escape', {}, { selection: [[1, 2]] }), { type: 'select-none' });
  });

  it('a click goes there and lets go of a selection, Shift extends, Ctrl toggles with the one clicked before', () => {
    const go = { type: 'go', revision: 7, place: 9 };
    assert.deepEqual(askedByClick(held, state({}), 9), [go]);
    assert.deepEqual(askedByClick(held, state({ selection: [[1, 2]] }), 9), [{ type: 'select-none' }, go]);
    assert.deepEqual(askedByClick({ ...held, shiftKey: true }, state({}), 9), [
      { type: 'extend-to', revision: 7, place: 9 },
    ]);
    const toggled = (given: Partial<ShownState>) => askedByClick({ ...held, ctrlKey: true }, state(given), 9)[0];
    const ranges = (message: unknown) => (message as { ranges: unknown }).ranges;
    assert.deepEqual(ranges(toggled({})), [
      [4, 4],
      [9, 9],
    ]);
    assert.deepEqual(ranges(toggled({ selection: [[4, 4]] })), [[9, 9]]);
    assert.deepEqual(ranges(toggled({ current: 9 })), [[9, 9]]);
  });
});
