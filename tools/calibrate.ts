// Writes the table of docs/calibration.md: the risks that made sets reach. Run it after a change of the evidence table and read what
// moved: `npx tsx tools/calibrate.ts`. test/seed/calibration.test.ts keeps page and evidence together.
import { calibrationHead, calibrationReasons, calibrationRow, calibrationSets } from '../test/seed/calibration.ts';
import { GeneratedFiles } from './generate/files.ts';

async function main(): Promise<void> {
  const lines = [...calibrationHead];
  for (const set of calibrationSets) for (const size of set.sizes) lines.push((await calibrationRow(set, size)).line);
  const files = new GeneratedFiles(false);
  files.putBetween('docs/calibration.md', '<!-- table -->\n', '\n<!-- end of table -->', lines.join('\n'));
  files.putBetween(
    'docs/calibration.md',
    '<!-- reasons -->\n',
    '\n<!-- end of reasons -->',
    calibrationReasons.join('\n'),
  );
}

void main();
