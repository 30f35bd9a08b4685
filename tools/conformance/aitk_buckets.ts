import { architectureOf } from '../../server/src/trainers/ai-toolkit/architectures.ts';
import { placeImage } from '../../server/src/trainers/ai-toolkit/buckets.ts';
import { DATASET_OPTIONS } from '../../server/src/trainers/ai-toolkit/options.ts';
import { NONE } from '../../server/src/trainers/documents/python-value.ts';
import type { RowCheck } from '../conformance.ts';
import { unequal } from './canonical.ts';
import { field, typedRow } from './python-values.ts';

const check: RowCheck = (row, line) => {
  const { architecture } = architectureOf(row.arch as string);
  const given = row.options as Record<string, unknown>;
  const options = field(typedRow(line), 'options');
  const option = (name: string) =>
    name in given ? field(options, name) : (DATASET_OPTIONS.get(name)?.default ?? NONE);
  const placed = placeImage(
    { width: row.width as number, height: row.height as number },
    {
      resolution: option('resolution'),
      scale: option('scale'),
      randomCrop: given.random_crop === true,
      squareCrop: given.square_crop === true,
      step: architecture.step,
    },
  );
  const pairs: [string, unknown, unknown][] = [
    ['step', row.step, architecture.step],
    ['error', row.error, placed.error?.exception ?? null],
  ];
  if (placed.value) {
    const { bucket, scaled, crop, isCropRandom, name } = placed.value;
    pairs.push(['bucket', row.bucket, [bucket.width, bucket.height]]);
    pairs.push(['scaled', row.scaled, [scaled.width, scaled.height]]);
    pairs.push([isCropRandom ? 'crop_max' : 'crop', isCropRandom ? row.crop_max : row.crop, [crop.x, crop.y]]);
    pairs.push(['key', row.key, name]);
  }
  return unequal(pairs);
};

export default check;
