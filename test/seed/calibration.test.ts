import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { tooFewBelow } from '../../server/src/advice/assess.ts';
import { projectRoot } from '../shared.ts';
import { calibrationReasons, calibrationRow, calibrationSets } from './calibration.ts';

const page = readFileSync(path.join(projectRoot, 'docs', 'calibration.md'), 'utf8');

describe('docs/calibration.md', () => {
  it('says of each set why it is right', () => {
    for (const line of calibrationReasons) assert.ok(page.includes(line), line);
  });
  for (const made of calibrationSets)
    it(`${made.name}: ${made.made}`, async () => {
      for (const size of made.sizes) {
        const { line, levels } = await calibrationRow(made, size);
        assert.ok(page.includes(line), `run "npx tsx tools/calibrate.ts" and read what moved: ${line}`);
        const own = made.mode === null ? 'none' : levels.get(made.mode);
        const others = [...levels].filter(([mode]) => mode !== made.mode).map(([, level]) => level);
        if (made.made === 'clean')
          assert.ok(
            others.every((level) => level === 'none' || level === 'low'),
            line,
          );
        if (made.made === 'faint') {
          assert.equal(own, 'low', line);
          assert.ok(!others.includes('high'), line);
        }
        if (made.made === 'strong' && size >= tooFewBelow) assert.ok(own === 'elevated' || own === 'high', line);
      }
    });
});
