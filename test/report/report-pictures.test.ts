import assert from 'node:assert/strict';
import { picturedImages, reportPictures } from '../../server/src/report/report-pictures.ts';
import { auditMarked } from '../support/check.ts';

const folderOf = (count: number): string =>
  Array.from({ length: count }, (_, at) => `// ${at}.txt\nohwx woman, smile\n// ${at}.png 64x64\n`).join('');

describe('pictures of a report', () => {
  it('are of duplicates first, then of what is warned about, then of the others, each once', async () => {
    const { report } = await auditMarked(folderOf(4));
    const findings = [
      { ...report.findings[0], severity: 'hint' as const, file: '0.txt' },
      { ...report.findings[0], severity: 'warning' as const, file: '2.txt' },
    ];
    const clusters = [{ kind: 'near' as const, files: ['3.png', '1.png'], score: 0.9, pairs: [] }];
    const files = picturedImages({ images: report.images, clusters, findings }).map(({ file }) => file);
    assert.deepEqual(files, ['3.png', '1.png', '2.png', '0.png']);
  });

  it('are bounded in number and bytes, however large the folder', async () => {
    const { report } = await auditMarked(folderOf(300));
    let asked = 0;
    const make = (size: number) => async () => {
      asked++;
      return { bytes: new Uint8Array(size) };
    };
    assert.equal(Object.keys(await reportPictures(report, make(100))).length, 240);
    asked = 0;
    const large = await reportPictures(report, make(400_000));
    assert.equal(Object.keys(large).length, 3);
    assert.ok(asked <= 8, `${asked} were made`);
  });

  it('leave out what cannot be decoded', async () => {
    const { report } = await auditMarked(folderOf(3));
    const made = await reportPictures(report, async ({ file }) =>
      file === '1.png' ? null : { bytes: new Uint8Array(3) },
    );
    assert.deepEqual(Object.keys(made), ['0.png', '2.png']);
  });
});
