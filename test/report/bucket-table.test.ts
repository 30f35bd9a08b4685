import assert from 'node:assert/strict';
import { finish } from '../../server/src/ground/steps.ts';
import { bucketTable } from '../../server/src/report/bucket-table.ts';

const size = (width: number, height: number) => ({ width, height });

describe('buckets in the report', () => {
  it('counts images and, with the repeats of their folders, samples', () => {
    const images = [
      { file: '2_a/1.png', bucket: size(1024, 1024), cropped: 0.1 },
      { file: '3_b/2.png', bucket: size(1024, 1024), cropped: 0.3 },
      { file: '3_b/3.png', bucket: size(832, 1216), cropped: 0 },
      { file: '3_b/4.png', bucket: null, cropped: null },
    ];
    assert.deepEqual(finish(bucketTable(images, (folder) => Number(folder[0]))), [
      { ...size(1024, 1024), images: 2, samples: 5, cropped: 0.2 },
      { ...size(832, 1216), images: 1, samples: 3, cropped: 0 },
    ]);
  });
});
