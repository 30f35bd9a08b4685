import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readMessage } from '../../client/src/workbench/read-message.ts';

describe('messages of the workbench', () => {
  it('are taken over as they are', () => {
    const good = [
      { type: 'ready' },
      { type: 'step', by: -3, turn: 7 },
      { type: 'extend', by: 2 },
      { type: 'go', revision: 1, place: 0 },
      { type: 'select', revision: 1, ranges: [[0, 4]], mode: 'toggle' },
      { type: 'filter', filter: 'has:"red hat"' },
      { type: 'order', order: 'tokens' },
      { type: 'help', turn: 1, filter: 'has:', offset: 4 },
      { type: 'items', revision: 1, offset: 0, limit: 100 },
      { type: 'thumbnails', revision: 1, places: [0, 1, 2] },
      { type: 'image', revision: 1, place: null, fine: false },
      { type: 'act', action: 'undo' },
      { type: 'write' },
    ];
    for (const message of good) assert.deepEqual(readMessage(message), message);
  });

  it('that a page of ours would not send are none', () => {
    const bad = [
      null,
      'ready',
      { type: 'constructor' },
      { type: 'step', by: 0.5, turn: 1 },
      { type: 'step', by: Number.POSITIVE_INFINITY, turn: 1 },
      { type: 'step', by: 1, turn: -1 },
      { type: 'step', by: 1 },
      { type: 'go', revision: 1, place: -1 },
      { type: 'select', revision: 1, ranges: [[0]], mode: 'set' },
      { type: 'select', revision: 1, ranges: [[0, 1]], mode: 'all' },
      { type: 'filter', filter: 'x'.repeat(10_001) },
      { type: 'order', order: 'random' },
      { type: 'items', revision: 1, offset: 0, limit: 1_000_000 },
      { type: 'thumbnails', revision: 1, places: [0, 'x'] },
      { type: 'act', action: 'tagmetry.restartServer' },
      { type: 'pick-reading' },
    ];
    for (const message of bad) assert.equal(readMessage(message), null, JSON.stringify(message));
  });

  it('never break what reads them (property)', () => {
    fc.assert(fc.property(fc.anything(), (data) => void readMessage(data)));
    const types = fc.constantFrom('select', 'thumbnails', 'go', 'help', 'items', 'act', 'image');
    fc.assert(
      fc.property(types, fc.anything(), fc.anything(), (type, ranges, places) => {
        void readMessage({ type, revision: 1, ranges, places, place: places, mode: 'set', filter: ranges });
      }),
    );
  });
});
